using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What writers leave to the eye of a reader: names without marks, levels beside an alert, editors that a block is typed into.</summary>
public sealed class LooseLayoutTests
{
    [Fact]
    public void A_word_alone_on_its_line_opens_a_field_where_headings_are_kept_for_procedures()
    {
        var procedure = Documents.One("# Notes\n\n## Nothing is paid out\n\nSymptoms\n\n- the queue grows\n\nDiagnosis\n\n```\nls /var/spool/payout\n```\n\nResolution\n\n```\nsystemctl restart payout\n```\n");
        Assert.Equal("the queue grows", Assert.Single(procedure.Symptoms).Text);
        Assert.Equal([StepKind.Diagnostic, StepKind.Action], procedure.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void A_sentence_that_holds_such_a_word_opens_nothing()
    {
        var procedure = Documents.One("# DiskFull\n\n**Alert**: `DiskFull`\n\nThe symptoms are plain to see\n\n```\ndf -h\n```\n");
        Assert.Empty(procedure.Symptoms);
    }

    [Fact]
    public void Without_any_heading_a_line_above_the_severity_is_the_name_of_a_procedure()
    {
        var runbook = Documents.Read("NOTES FROM THE OLD WIKI\n\nLogins hang\n\nSeverity: high. Alert LoginQueueLong.\n```\nuptime -p\n```\n\nMatches never start\n\nSeverity: critical.\n```\ndf -h /data\n```\n");
        Assert.Equal(["Logins hang", "Matches never start"], runbook.Procedures.Select(p => p.Title));
        Assert.Equal(["high", "critical"], runbook.Procedures.Select(p => p.Severity));
        Assert.Equal(["LoginQueueLong"], runbook.Procedures[0].Alerts);
    }

    [Theory]
    [InlineData("Alert `GatewayOffline`, warning.", "medium")]
    [InlineData("Niveau SEV1 — alerte `GatewayOffline`", "critical")]
    [InlineData("Nivel P2, alerta `GatewayOffline`", "high")]
    public void The_opening_line_names_the_alert_and_its_level(string line, string severity)
    {
        var procedure = Documents.One($"# Fleet\n\n## Gateway does not answer\n\n{line}\n\n```\nping -c 3 gateway.example\n```\n");
        Assert.Equal(["GatewayOffline"], procedure.Alerts);
        Assert.Equal(severity, procedure.Severity);
    }

    [Fact]
    public void What_stands_behind_an_editor_is_what_is_written_there()
    {
        var procedure = Documents.One("# DnsSlow\n\n**Alert**: `DnsSlow`\n\n## Mitigation\n\n```\nkubectl -n kube-system edit configmap coredns\n```\n\n```\nforward . 10.0.0.3 {\n    max_concurrent 2000\n}\n```\n");
        Assert.Equal([StepKind.Action, StepKind.ConfigExample], procedure.Steps.Select(s => s.Kind));
    }

    [Theory]
    [InlineData("ticketctl refund-duplicates --item 7 --commit")]
    [InlineData("rcon-cli \"ban griefer\"")]
    [InlineData("crmtool scheduler jobs run nightly-export")]
    [InlineData("dbtool call shop.rds_kill(17)")]
    public void A_tool_that_nobody_knows_acts_where_its_words_do(string command) =>
        Assert.Equal(StepKind.Action, Documents.One($"# ThingsStuck\n\n**Alert**: `ThingsStuck`\n\nText.\n\n```bash\n{command}\n```\n").Steps[0].Kind);

    [Fact]
    public void A_tool_that_nobody_knows_looks_where_it_only_rehearses() =>
        Assert.Equal(StepKind.Diagnostic, Documents.One("# ThingsStuck\n\n**Alert**: `ThingsStuck`\n\n## Resolution\n\n```bash\nbillingtool recharge --since 2h --dry-run\n```\n").Steps[0].Kind);

    [Theory]
    [InlineData("Auf keinen Fall den Abschluss neu starten.")]
    [InlineData("Está prohibido borrar los registros.")]
    [InlineData("Non usare mai lo svuotamento totale.")]
    [InlineData("Interdit sans accord : un double envoi débite deux fois.")]
    [InlineData("Не удалять разделы моложе года.")]
    public void What_is_forbidden_is_forbidden_in_other_languages_too(string sentence) =>
        Assert.Single(Documents.Read($"# ThingsStuck\n\n**Alert**: `ThingsStuck`\n\n{sentence}\n\n```bash\ndf -h\n```\n").Prohibitions);

    [Fact]
    public void A_cross_before_a_symptom_forbids_nothing() =>
        Assert.Empty(Documents.Read("# ThingsStuck\n\n**Alert**: `ThingsStuck`\n\n## Symptoms\n\n- ❌ `pm2 status` says errored\n- ❌ The app shows a cloud\n").Prohibitions);

    [Fact]
    public void Immediate_response_above_a_list_promises_no_time()
    {
        var runbook = Documents.Read("# Runbook\n\n## High priority incidents (P1)\n\n### Errors\n\n**Immediate Response:**\n\n1. Look\n\n## Escalation policy\n\n| Severity | Response time |\n|---|---|\n| P0 | 15 min |\n| P1 | 1 hour |\n");
        Assert.Equal([15, 60], runbook.SeverityPolicy.Select(p => p.RespondMinutes));
        Assert.DoesNotContain(runbook.Problems, p => p.Code == "FL010");
    }

    [Theory]
    [InlineData("Test-NetConnection ss-STORE_NO -Port 8443", "STORE_NO")]
    [InlineData("sudo swanctl --initiate --child TUNNELNAME", "TUNNELNAME")]
    [InlineData("aws iam update-access-key --access-key-id AKIA_OLD --status Inactive", "AKIA_OLD")]
    [InlineData("loader MANDANT_HIER", "MANDANT_HIER")]
    [InlineData("loader ID_AQUI", "ID_AQUI")]
    public void A_gap_says_here_in_its_own_language(string command, string name) =>
        Assert.Equal([name], Documents.One($"# ThingsStuck\n\n**Alert**: `ThingsStuck`\n\n```bash\n{command}\n```\n").Steps[0].Placeholders);

    [Fact]
    public void A_type_of_PowerShell_is_no_gap() =>
        Assert.Equal(["till"], Documents.One("# TillStuck\n\n**Alert**: `TillStuck`\n\n```powershell\nInvoke-Command -ComputerName <till> -ScriptBlock { Test-ComputerSecureChannel }\n[pscustomobject]@{ Name = 1 }\n```\n").Steps[0].Placeholders);

    [Fact]
    public void An_unknown_program_that_a_known_one_reads_is_a_command() =>
        Assert.Equal("qshape deferred | head -20", Documents.One("# QueueHigh\n\n**Alert**: `QueueHigh`\n\n## Diagnosis\n\n- how many: `qshape deferred | head -20`\n").Steps[0].Text);
}
