namespace Firstlook.Tests.Runbooks;

/// <summary>Labels behind pictures, terms with what is said of them, and lists that look like something else.</summary>
public sealed class PicturesAndTermsTests
{
    [Theory]
    [InlineData("🆙 **Escalation:** immediately to Nomvula, after 1 hour to legal.")]
    [InlineData("☎️ Escalation: immediately to Nomvula, after 1 hour to legal.")]
    public void A_picture_before_a_label_hides_it_from_nobody(string said) =>
        Assert.Equal([0, 60], Documents.One($"# Alert: Double\n\n```sql\nselect 1;\n```\n\n{said}\n").Escalations.Select(rule => rule.AfterMinutes));

    [Fact]
    public void A_bold_word_may_be_followed_by_its_times_at_once() =>
        Assert.Equal([15, 40], Documents.Read("# Runbook\n\n**Escalation** ⏱ 15 min no ack → Zoé · 40 min P0 → VP Engineering\n").Escalations.Select(rule => rule.AfterMinutes));

    [Fact]
    public void A_picture_before_symptoms_hides_them_from_nobody() =>
        Assert.Equal("the page shows the old price", Documents.One("# Alert: Stale\n\n👀 Symptoms: the page shows the old price\n\n```bash\ndf -h\n```\n").Symptoms.Single().Text);

    [Fact]
    public void What_is_said_of_a_term_is_a_list()
    {
        var runbook = Documents.Read(
            "# Runbook\n\n**Severity**\n: SEV0: nobody can play. Respond 5 minutes, resolve 1 hour.\n: SEV1: one region. Respond 15 minutes, resolve 3 hours.\n"
            + ": SEV2: degraded. Respond 1 hour, resolve 24 hours.\n");
        Assert.Equal([(5, 60), (15, 180), (60, 1440)], runbook.SeverityPolicy.Select(level => (level.RespondMinutes!.Value, level.ResolveMinutes!.Value)));
        Assert.Contains(": ${X:=1}", Documents.Read("# A\n\n```bash\necho\n: ${X:=1}\n```\n").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Review form\n\nWithin 3 working days. Fields: Summary / Impact in EUR / Timeline / Five whys / Actions with owner.", "Summary, Impact in EUR, Timeline, Five whys, Actions with owner")]
    [InlineData("## Review\n\nWithin four days, form at wiki/PIR (Timeline, Cause, Impact, What helped, Actions).", "Timeline, Cause, Impact, What helped, Actions")]
    [InlineData("## Review\n\nWithin four days, blameless.", null)]
    public void A_form_may_be_told_in_one_line(string section, string? fields) =>
        Assert.Equal(fields, Documents.Read($"# Runbook\n\n{section}\n").PostmortemForm is { } form ? string.Join(", ", form.Sections.SelectMany(part => part.Fields)) : null);

    [Fact]
    public void A_table_that_holds_rows_is_no_alert() =>
        Assert.Equal(["AlarmDeliveryStalled"],
            Documents.One("# Delivery\n\nSymptoms:\n * AlarmDeliveryStalled\n * `alarm_outbox` has rows older than 60 s\n\n**Alert**: AlarmDeliveryStalled\n\n```bash\ndf -h\n```\n").Alerts);

    [Fact]
    public void Commands_that_are_counted_below_causes_in_one_sentence_are_what_to_do()
    {
        var procedure = Documents.One(
            "# Alert: NoLeader\n\nPossible causes: no quorum, or both replicas lag.\n\n1. see: `patronictl list`\n2. etcd: `etcdctl endpoint status`\n3. a healthy replica exists: `patronictl failover shop --force`\n");
        Assert.Equal(["no quorum", "both replicas lag"], procedure.Hypotheses.Select(cause => cause.Title));
        Assert.Equal(["patronictl list", "etcdctl endpoint status", "patronictl failover shop --force"], procedure.Steps.SelectMany(step => step.Commands).Select(command => command.Text));
    }
}
