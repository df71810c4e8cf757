using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Where an experienced reader sees a cause, whatever the author's layout.</summary>
public sealed class CauseLayoutTests
{
    static EquatableArray<Hypothesis> Causes(string body) => Documents.One($"# CheckoutFails\n\n**Alert**: `CheckoutFails`\n\n{body}").Hypotheses;

    static IEnumerable<string> Titles(string body) => Causes(body).Select(cause => cause.Title);

    [Fact]
    public void Paragraphs_that_open_in_bold_under_a_heading_of_causes_each_with_its_checks()
    {
        var procedure = Documents.One("# CheckoutFails\n\n**Alert**: `CheckoutFails`\n\n## Possible causes\n\n**The provider has an outage.** Step 2 gives `5xx`, for everybody.\n\n**The provider is slow.**\nBuyers wait.\n\n```promql\nhistogram_quantile(0.99, sum by (le) (rate(pay_seconds_bucket[5m])))\n```\n");
        Assert.Equal(["The provider has an outage", "The provider is slow"], procedure.Hypotheses.Select(cause => cause.Title));
        Assert.Equal(procedure.Hypotheses[1].Id, Assert.Single(procedure.Steps, step => !step.Inline).Cause);
    }

    [Fact]
    public void Bullets_that_state_something_in_bold_below_a_decision() =>
        Assert.Equal(
            ["The key store forgets too soon", "The app sends no key"],
            Titles("```sql\nSELECT 1\n```\n\nDecide.\n\n- **The key store forgets too soon.** Lifetimes are in seconds.\n- **The app sends no key.** Began with a release.\n"));

    [Theory]
    [InlineData("**Hypotheses:** (a) the mailer is blocked; (b) the renderer is out of memory.\n\n```bash\nuptime\n```\n")]
    [InlineData("1. Look\n   ```bash\n   uptime\n   ```\n2. Likely causes\n   - the mailer is blocked\n   - the renderer is out of memory\n")]
    [InlineData("- **Severity:** high\n- **Cause 1:** the mailer is blocked\n   - `uptime`\n- **Cause 2:** the renderer is out of memory\n   - `free -m`\n")]
    [InlineData("**Working theories, most likely first**\n\n1. *the mailer is blocked.* Look at its log.\n2. *the renderer is out of memory.* Look at its pod.\n\n```bash\nuptime\n```\n")]
    [InlineData("Hypotheses\n\nH1 the mailer is blocked  \nH2 the renderer is out of memory  \nH3 the disk is slow\n\n```bash\nuptime\n```\n")]
    [InlineData("| Rank | Suspected cause | How to tell |\n|---|---|---|\n| A | the mailer is blocked | ask |\n| B | the renderer is out of memory | look |\n\n```bash\nuptime\n```\n")]
    public void Theories_however_they_are_listed(string body) =>
        Assert.Equal(["the mailer is blocked", "the renderer is out of memory"], Titles(body).Select(title => title.Replace("H1 ", "", StringComparison.Ordinal).Replace("H2 ", "", StringComparison.Ordinal)).Take(2));

    [Fact]
    public void Bullets_that_order_something_in_bold_are_steps() =>
        Assert.Empty(Causes("```sql\nSELECT 1\n```\n\nThen:\n\n- **Restart the worker.** It takes a minute.\n- **Check the queue.** It should shrink.\n"));

    [Fact]
    public void A_condition_with_an_arrow_to_what_it_is() =>
        Assert.Equal(
            ["Expired certificate", "Expiry ahead"],
            Titles("```bash\nopenssl version\n```\n\n- If `notAfter` lies in the past → **Expired certificate.** Renew it.\n- If `notAfter` lies within the next days → **Expiry ahead.** Look at the timer.\n"));

    [Fact]
    public void Paragraphs_with_letters_take_the_row_of_their_letter_from_the_table_above()
    {
        var causes = Causes("```bash\nuptime\n```\n\n| | exception | answer |\n|---|---|---|\n| A | TimeoutError | hangs |\n| B | ConnectionError | fails at once |\n\n**A: the upstream times out.** They are overloaded.\n\n**B: wrong DNS.** The name leads nowhere.\n");
        Assert.Equal(["the upstream times out", "wrong DNS"], causes.Select(cause => cause.Title));
        Assert.Contains(causes[0].Told, told => told.Literals.Contains("TimeoutError"));
        Assert.DoesNotContain(causes[0].Told, told => told.Literals.Contains("ConnectionError"));
    }

    [Fact]
    public void Rows_of_a_table_with_a_column_of_causes_told_by_the_other_columns()
    {
        var procedure = Documents.One("# CheckoutFails\n\n**Alert**: `CheckoutFails`\n\n| You see | Likely cause | Check |\n|---|---|---|\n| `OperationalError` everywhere | The pool is empty | `psql -c 'SELECT count(*) FROM pg_stat_activity'` |\n| one path alone | A bug in the release | `git log -3` |\n");
        Assert.Equal(["The pool is empty", "A bug in the release"], procedure.Hypotheses.Select(cause => cause.Title));
        Assert.Contains(procedure.Hypotheses[0].Told, told => told.Literals.Contains("OperationalError"));
        Assert.Contains(procedure.Steps, step => step.Cause == procedure.Hypotheses[1].Id);
    }

    [Fact]
    public void A_table_that_only_leads_elsewhere_is_an_index() =>
        Assert.Empty(Causes("```bash\nuptime\n```\n\n| You see | Likely | Go to |\n|---|---|---|\n| errors | the pool | step 3 |\n| slowness | the disk | step 4 |\n"));

    [Fact]
    public void A_single_cause_is_no_list_of_its_clauses() =>
        Assert.Equal(["a dependency is away, or the probe is wrong"], Titles("**Cause:** a dependency is away, or the probe is wrong\n\n```bash\nuptime\n```\n"));

    [Fact]
    public void Headings_counted_in_brackets_are_counted_together() =>
        Assert.Equal(
            ["Entries expire too soon", "Stampede", "Memory is full"],
            Documents.Read("# Cache\n\nCovers `LowCacheHitRate`.\n\n### (1) Entries expire too soon\n\n```bash\nuptime\n```\n\n### (2) Stampede\n\n```bash\nuptime\n```\n\n### (3) Memory is full\n\n```bash\nuptime\n```\n").Procedures.Select(procedure => procedure.Title));

    [Fact]
    public void A_status_code_in_a_sentence_is_what_would_be_seen_and_an_amount_is_not()
    {
        Assert.Contains("422", Causes("## If most are 422: stock does not find its way back\n\n```bash\nuptime\n```\n\n## If sessions pass 400 connections: somebody leaks\n\n```bash\nuptime\n```\n")[0].Told.SelectMany(told => told.Literals.AsSpan().ToArray()));
        Assert.DoesNotContain("400", Causes("## If sessions pass 400 connections: somebody leaks\n\n```bash\nuptime\n```\n").SelectMany(cause => cause.Told).SelectMany(told => told.Literals.AsSpan().ToArray()));
    }

    [Fact]
    public void A_quoted_no_makes_no_negative_symptom()
    {
        var procedure = Documents.One("# DiskFull\n\n**Alert**: `DiskFull`\n\n**Symptoms:**\n- `No space left on device` in the log\n- no database errors\n\n```bash\ndf -h\n```\n");
        Assert.Equal([false, true], procedure.Symptoms.Select(symptom => symptom.Negative));
    }

    [Fact]
    public void A_document_that_names_an_alert_above_its_procedures_opens_each_of_them_with_it()
    {
        var runbook = Documents.Read("# Webhooks\n\nAlerts `WebhookRefused`, `WebhookReplayed`.\n\n### The secret does not match\n\n**Symptoms**: all are refused\n\n```bash\nuptime\n```\n\n### Messages come again\n\n**Symptoms**: an order twice\n\nSee also `QueueBacklog`.\n\n```bash\nuptime\n```\n");
        Assert.All(runbook.Procedures, procedure => Assert.Contains("WebhookRefused", procedure.OpensWith));
        Assert.DoesNotContain("QueueBacklog", runbook.Procedures[0].OpensWith);
    }

    [Fact]
    public void Either_or_names_two_causes_and_where_headings_ask_for_each_it_only_leads_to_them()
    {
        const string opening = "It is either our problem with the provider, or somebody trying something.\n\n";
        Assert.Equal(["our problem with the provider", "somebody trying something"], Titles(opening + "```bash\nuptime\n```\n"));
        Assert.Empty(Titles(opening + "## Was the secret changed on one side only?\n\n```bash\nuptime\n```\n\n## Does a stranger sign with a guess?\n\n```bash\ndate\n```\n"));
    }
}
