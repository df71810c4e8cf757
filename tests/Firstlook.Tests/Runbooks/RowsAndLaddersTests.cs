using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Rows and ladders that are counted, and what stands beside a word without the marks that others set.</summary>
public sealed class RowsAndLaddersTests
{
    const string Look = "\n\n```bash\nkubectl get pods\n```\n";

    const string Index =
        "# Kilns\n\n## 0. Quick reference\n\n| # | Monitor | Severity | First command |\n|---|---|---|---|\n| 1 | `KilnCold` | SEV2 | `uptime -p` |\n| 2 | `GlazeLate` | SEV1 | see 2 |\n";

    [Fact]
    public void Rows_that_are_counted_as_the_sections_belong_to_them()
    {
        var procedures = Documents.Read($"{Index}\n## 1. Firing takes too long\n\n**Symptoms**\n- `KilnCold` is red{Look}\n## 2. Cups stay white\n\nSymptoms: no colour{Look}").Procedures;
        Assert.Equal([("high", "KilnCold"), ("critical", "GlazeLate")], procedures.Select(p => (p.Severity!, Assert.Single(p.Alerts))));
        Assert.Equal(["uptime -p", "kubectl get pods"], procedures[0].Steps.Select(s => s.Text));
    }

    [Fact]
    public void Numbers_of_a_list_that_names_other_sections_things_are_its_own()
    {
        var procedures = Documents.Read($"{Index}\n## 1. Cups stay white\n\nSymptoms: `GlazeLate` is red{Look}\n## 2. Firing takes too long\n\nSymptoms: `KilnCold` is red{Look}").Procedures;
        Assert.DoesNotContain("KilnCold", procedures[0].Alerts);
        Assert.NotEqual("high", procedures[0].Severity);
    }

    [Theory]
    [InlineData("P1", "```\n  S0     S1     E      O\n  0.00   0.00 100.00  99.87\n```", "critical")]
    [InlineData("P1", "```\n| N/A   34C    P0    52W / 300W |\n```", "critical")]
    [InlineData("P1", "```\nP0: everything is gone\nP1: one kiln is gone\n```", "high")]
    [InlineData("P1", "A P0 wakes everybody.", "high")]
    public void What_a_program_prints_begins_no_scale(string level, string text, string severity) =>
        Assert.Equal(severity, Documents.One($"# Kiln 3 is down\n\nSeverity: {level}\n\n{text}{Look}").Severity);

    [Theory]
    [InlineData("**Sev 1** without a spare kiln, otherwise Sev 2. Four kilns.", "critical")]
    [InlineData("**Alerts** `KilnCold` / `KilnDark`  **Severity** P1", "critical")]
    [InlineData("**Alertes** `KilnCold` / `KilnDark`  **Gravité** P2", "high")]
    public void A_level_that_a_condition_or_a_bold_word_leads_in(string text, string severity) => Assert.Equal(severity, Documents.One($"# Kiln 3 is down\n\n{text}{Look}").Severity);

    [Fact]
    public void Alerts_in_capitals_each_with_its_level() =>
        Assert.Equal(["KILN_COLD", "KILN_DARK"], Documents.One($"# Kiln 3 is down\n\nAlerts: KILN_COLD (P1), KILN_DARK (P2){Look}").Alerts);

    [Theory]
    [InlineData("Candidates, most frequent first\n a. the fuse is gone\n b. the door is open\n\n")]
    [InlineData("Pourquoi ?\n a) the fuse is gone\n b) the door is open\n\n")]
    [InlineData("Why?\n- the fuse is gone (ask)\n- the door is open\n\n")]
    [InlineData("### Phase 2 (20-60 min): possible reasons\n\n1. the fuse is gone\n2. the door is open\n\n")]
    [InlineData("**Phase 2** hypotheses\n- H1 the fuse is gone\n- H2 the door is open\n\n**Phase 3** mend it\n- H1 : `uptime` and then\n- H2 : ask the potter\n\n")]
    [InlineData("Rungs: (1) the fuse is gone  (2) the door is open\n\n")]
    [InlineData("Reasons: the fuse is gone; the door is open\n\n")]
    public void Causes_however_the_list_is_led_in(string body) =>
        Assert.Equal(["the fuse is gone", "the door is open"], Documents.One($"# CheckoutFails\n\n**Alert**: `CheckoutFails`\n\n{body}{Look}").Hypotheses.Select(c => c.Title.Replace(" (ask)", "", StringComparison.Ordinal)));

    [Fact]
    public void A_service_whose_name_reads_like_a_level_is_a_cause() =>
        Assert.Equal(["S3 policy changed", "the certificate ran out"], Documents.One($"# CheckoutFails\n\nReasons: S3 policy changed; the certificate ran out{Look}").Hypotheses.Select(c => c.Title));

    [Fact]
    public void A_rung_that_only_looks_names_no_cause() =>
        Assert.Equal(["the fuse is gone", "the door is open"],
            Documents.One($"# CheckoutFails\n\n### Rung 0 - two minutes of looking{Look}\n### Rung 1 - the fuse is gone{Look}\n### Rung 2 - the door is open{Look}").Hypotheses.Select(c => c.Title));

    [Fact]
    public void What_is_to_be_copied_and_pasted_is_a_message()
    {
        var read = Documents.Read($"# Kilns\n\n## KilnCold\n\nSymptoms: cold{Look}\n## 10. Copy & paste\nSlack\n> **[SEVn] <what> since <time>**\n> Impact: ...\n\nStatus page\n```\nSome cups are late.\n```\n");
        Assert.Equal(2, read.Templates.Count);
        Assert.Equal("KilnCold", Assert.Single(read.Procedures).Title);
    }

    [Fact]
    public void A_quoted_message_may_be_remarked_on_in_brackets() =>
        Assert.Single(Documents.Read($"# Kilns\n\n## KilnCold\n\nSymptoms: cold{Look}\n## Texts\n\nStatus page: \"Some cups are shown late in the shop. Nothing is lost.\" (approved by the boss, do not change)\n").Templates);

    static Step Block(string text) => Assert.Single(Documents.Read($"# Kilns\n\n## KilnCold\n\n{text}\n").AllSteps());

    [Fact]
    public void Lines_below_a_settings_file_are_settings()
    {
        var step = Block("And in `/etc/redis/redis.conf` (puppet!):\n```\nmaxmemory 6gb\nmaxmemory-policy volatile-lru\n```");
        Assert.Equal((StepKind.ConfigExample, Language.Text), (step.Kind, step.Language));
    }

    [Fact]
    public void A_command_below_a_settings_file_is_run() =>
        Assert.NotEqual(StepKind.ConfigExample, Block("Nothing in `/etc/redis/redis.conf`:\n```\nkubectl get pods\n```").Kind);

    [Fact]
    public void A_method_without_its_class_is_source_to_edit() =>
        Assert.Equal(StepKind.CodeChange, Block("Used last time:\n```ts\n@Subscribe({ queue: 'tour.events' })\nasync handle(msg: TourEvent) {\n  if (!SUPPORTED.includes(msg.version)) return new Nack(false);\n}\n```").Kind);

    [Fact]
    public void Settings_for_the_record_are_no_program() => Assert.Equal(StepKind.ConfigExample, Block("### Puma config, for the record\n```ruby\nworkers 6\npreload_app!\n```").Kind);

    [Fact]
    public void Comments_that_have_a_ticket_opened_are_an_action() =>
        Assert.Equal(StepKind.Action, Block("```bash\n# Scalvia : ouvrir le ticket sur leur portail\n# Préciser baie et slot\n```").Kind);

    [Theory]
    [InlineData("```bash\nsudo -u weblogic jcmd <pid> Thread.print > /tmp/td_$(hostname)_$(date +%H%M).txt\n```")]
    [InlineData("```bash\ncurl -s localhost:6060/debug/pprof/heap -o heap.pb.gz\n```")]
    [InlineData("Look at it:\n```bash\nkafka-console-consumer.sh --bootstrap-server k1:9092 --topic t --partition 3 --offset 44 --max-messages 1\n```")]
    [InlineData("```bash\nsudo sos report --batch --tmp-dir /gl2/sos\n```")]
    public void What_is_kept_or_taken_to_be_looked_at_is_diagnostic(string text) => Assert.Equal(StepKind.Diagnostic, Block(text).Kind);

    [Theory]
    [InlineData("aws ssm put-parameter --name /prod/dispatch/MAPBOX_TOKEN --type SecureString --value file://token.txt --overwrite")]
    [InlineData("aws ecs run-task --overrides '{\"containerOverrides\":[{\"environment\":[{\"name\":\"FOR_DATE\",\"value\":\"today\"}]}]}'")]
    public void A_name_in_capitals_that_a_path_or_a_value_follows_is_a_name(string command) => Assert.Empty(Block($"```bash\n{command}\n```").Placeholders);
}
