using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages that were put together from a chat, and titles whose sentences stand right below them.</summary>
public sealed class ChatPageTests
{
    const string Look = "```\nuptime\n```\n";

    [Theory]
    [InlineData("[9:04 PM] **ruza**: alert is MatchmakerNoMatches, S1\n[9:04 PM] **benoit**: first thing is this", "MatchmakerNoMatches", "high")]
    [InlineData("[1:40 AM] **yusra**: InventoryMismatch, S0 because it is about money\n[1:41 AM] **yusra**: stop it first", "InventoryMismatch", "critical")]
    [InlineData("login slow. pages as AuthP95Slow. S1. symptoms: launcher stuck.", "AuthP95Slow", "high")]
    [InlineData("[21:04] ruza: the alert is called QueueStuck, S2", "QueueStuck", "medium")]
    public void Who_said_it_is_none_of_the_words_that_name_an_alert_and_rate_it(string said, string alert, string severity)
    {
        var procedure = Documents.Read($"[9:02 PM] **ruza**: S0 everyone, look in 5 min. S1 one title, 15 min. S2 annoying, 4 h\n\n# Queue is dead\n\n{said}\n{Look}").Procedures.Single();
        Assert.Equal([alert], procedure.Alerts);
        Assert.Equal(severity, procedure.Severity);
    }

    [Fact]
    public void A_product_that_is_called_as_a_level_rates_nothing() =>
        Assert.Null(Documents.Read($"[9:02 PM] **ruza**: S0 everyone, look in 5 min. S1 one title, 15 min. S2 annoying, 4 h\n\n# Copies fail\n\nCopiesFailing, S3 upload is stuck\n{Look}").Procedures.Single().Severity);

    [Fact]
    public void A_time_that_is_no_chat_stays_in_its_paragraph() =>
        Assert.Contains("[9:04 PM] the job starts", Documents.Read($"# Job\n\n## Job is late\n\nSymptoms: [9:04 PM] the job starts, and nothing comes\n\n{Look}").Procedures.Single().Symptoms.Select(s => s.Text));

    [Fact]
    public void Reasons_behind_a_sentence_are_causes() =>
        Assert.Equal(["disk full of symbols", "license server"],
            Documents.Read($"# Build box\n\nno alert, somebody calls. Reasons: disk full of symbols, or license server.\n\n{Look}\n# Queue is dead\n\nAlert: `QueueDead`\n\n{Look}").Procedures[0].Hypotheses.Select(h => h.Title));

    [Fact]
    public void Lettered_lines_below_a_colon_are_points() =>
        Assert.Equal(["scope full", "a profile was pushed (never on a Friday)"],
            Documents.One($"# Halls\n\n## Scanners offline\n\nAlert: `ScannersDown`\n\nCauses we had so far:\n   a. scope full\n   b. a profile was pushed (never on a Friday)\n\nSteps.\n\n1. **DHCP**\n\n{Look}").Hypotheses.Select(h => h.Title));

    [Fact]
    public void A_bracketed_remark_is_no_title()
    {
        const string Page = "**1) Gate stuck**\n\n**Priority:** P1\n\n```\nuptime\n```\n\n**2) Printers silent**\n\n*(no alert, the packers shout)*\n**Priority:** P2\n\n```\nlpstat -t\n```\n\n"
            + "**3) Queue stuck**\n\n**Priority:** P3\n\n```\nuptime\n```\n\n**4) Sensor gap**\n**TODO** ask Piotr. Until then: `mosquitto_sub -h mqtt -t cold -W 30 -v` prints a line.\n";
        Assert.Equal(["Gate stuck", "Printers silent", "Queue stuck", "Sensor gap"], Documents.Read(Page).Procedures.Select(p => p.Title));
    }

    [Fact]
    public void Beside_the_name_of_its_alert_a_state_in_a_title_is_none() =>
        Assert.Equal(["OutboxAge"], Documents.One($"# Rx\n\n## Orders stuck in `SIGNED` — alert `OutboxAge`\n\n{Look}").Alerts);

    [Fact]
    public void A_label_that_names_both_gives_the_answer_first_and_the_repair_behind_it() =>
        Assert.Equal(["critical 5 60", "high 15 240", "medium 60 1440", "low  "],
            Documents.Read("# Pages\n\nSev → react / fix: Critical 5m / 1h, High 15m / 4h, Medium 1h / 1d, Low next business day / -\n").SeverityPolicy
                .Select(l => $"{l.Level} {l.RespondMinutes} {l.ResolveMinutes}"));

    [Fact]
    public void Whose_name_is_struck_out_is_not_called_and_a_comma_in_brackets_parts_nothing() =>
        Assert.Equal(["Teun (Rabbit, Redis)", "Percona support"],
            Documents.Read("# People\n\n## Contacts\n\n* Teun (Rabbit, Redis), chat only\n* Percona support, ticket portal\n* ~~Hub NOC~~ see the wiki, number changes\n").Contacts.Select(c => c.Role));

    [Fact]
    public void A_quotation_that_says_where_it_stands_is_a_message()
    {
        var runbook = Documents.Read("# Words\n\n> [!NOTE]\n> **For the banner**\n> We have trouble connecting. Somebody will phone you.\n\n## PM form (copy)\n\n```\nTitle:\nDatabases touched:\nRows lost:\n5 whys:\n```\n");
        Assert.Equal(["For the banner"], runbook.Templates.Select(t => t.Purpose));
        Assert.NotNull(runbook.PostmortemForm);
    }
}
