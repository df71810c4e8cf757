using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Where a procedure says how bad it is, and which alert it answers.</summary>
public sealed class StatedLevelTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n";

    static Procedure Kiln(string text) => Documents.One($"# Kiln 3 is down\n\n{text}{Fence}");

    [Theory]
    [InlineData("Prio 1 – wake everybody.", "critical")]
    [InlineData("Sev: 2", "high")]
    [InlineData("This one is only a warning; nobody gets woken.", "medium")]
    [InlineData("Criticality\nHigh", "high")]
    [InlineData("- Owner: potters\n- Severity level: SEV-2\n- Pager: yes", "high")]
    [InlineData("Gravité : majeure", "high")]
    [InlineData(":rotating_light: **CRITICAL** :rotating_light:", "critical")]
    [InlineData("**P1 / Critical** | Team: potters", "critical")]
    [InlineData("Stufe: hoch. Sofort nachsehen.", "high")]
    [InlineData("Urgency: high", "high")]
    [InlineData("Stufe Hoch, ab 500 Öfen Kritisch.", "high")]
    [InlineData("`KilnCold` - severity medium", "medium")]
    [InlineData("Alerts `KilnCold` / `KilnDark` (both high)\n**Symptoms:** it is cold, it is dark", "high")]
    [InlineData("![severity: warning](https://badges.example/w.svg)", "medium")]
    [InlineData("Alert `kiln-cold` / Priority P1", "critical")]
    [InlineData("Alert: **KilnDiskFull** SEV3", "medium")]
    [InlineData("Alert: **KilnCold** | SEV1 during firing, otherwise SEV2", "critical")]
    [InlineData("**Priority:** P2 (warning mail comes at 80 %)", "high")]
    [InlineData("severity: ~~high~~ medium (since the new lock)", "medium")]
    public void A_level_is_stated_in_many_places(string text, string severity) => Assert.Equal(severity, Kiln(text).Severity);

    [Theory]
    [InlineData("This is a critical service for the potters.")]
    [InlineData("Level 2 support helps by day.")]
    [InlineData("Level high water in the tank is normal.")]
    public void What_rates_something_else_rates_no_incident(string text) => Assert.Null(Kiln(text).Severity);

    [Fact]
    public void A_number_in_the_column_of_severities_is_a_level() =>
        Assert.Equal(["critical", "high"], Documents.Read("# Kilns\n\n| Alert | Sev | First command |\n|---|---|---|\n| KilnCold | 1 | `uptime -p` |\n| KilnDark | 2 | `df -h` |\n").Procedures.Select(p => p.Severity));

    [Fact]
    public void A_level_behind_a_dash_is_no_part_of_the_name() =>
        Assert.Equal([("KilnCold", "critical"), ("KilnDark", "medium")], Documents.Read($"# Alarms\n\n## KilnCold — critical\n\nOpen it.{Fence}\n## KilnDark — warning\n\nLight it.{Fence}").Procedures.Select(p => (p.Title, p.Severity)));

    [Fact]
    public void The_front_matters_level_holds_where_a_procedure_states_none() =>
        Assert.Equal(["high", "low"], Documents.Read($"---\nseverity: sev2\n---\n\n## Kiln 3 is down\n\nSymptoms: cold{Fence}\n## Kiln 4 is down\n\nseverity: low. Symptoms: cold{Fence}").Procedures.Select(p => p.Severity));

    [Theory]
    [InlineData("*Alert:* _KilnCold_", "KilnCold")]
    [InlineData("You were paged by KilnCold or KilnDark.", "KilnCold KilnDark")]
    [InlineData("Diese Seite gehört zu den Alarmen *KilnCold* und *KilnDark*.", "KilnCold KilnDark")]
    [InlineData("When `KilnCold` or `KilnDark` goes off:", "KilnCold KilnDark")]
    [InlineData("PagerDuty says `KilnCold`.", "KilnCold")]
    [InlineData("- 🔔 `KilnCold`\n- 🔔 `KilnDark`", "KilnCold KilnDark")]
    [InlineData("Alertes associées : `KilnCold`, `KilnDark`", "KilnCold KilnDark")]
    [InlineData("Alerts: KilnCold (P1), KilnDark (P2)", "KilnCold KilnDark")]
    [InlineData("This is a SEV2. Alert: KilnCold.", "KilnCold")]
    [InlineData("Alarm in Icinga: `kiln_cold`", "kiln_cold")]
    [InlineData("**Monitor:** \"[prod] Kiln is too cold\"", "[prod] Kiln is too cold")]
    public void Alerts_are_named_in_many_places(string text, string alerts) => Assert.Equal(alerts, string.Join(' ', Kiln(text).Alerts));

    [Theory]
    [InlineData("Alert: none, the porter calls. P1, always.")]
    [InlineData("Look at `kiln-proxy` when the phone rings.")]
    public void Nothing_else_is_taken_for_one(string text) => Assert.Empty(Kiln(text).Alerts);

    [Theory]
    [InlineData("KilnCold / KilnDark", "KilnCold KilnDark")]
    [InlineData("KILN_DOWN", "KILN_DOWN")]
    [InlineData("Kiln latency (kiln_heat_late)", "kiln_heat_late")]
    public void A_title_may_be_made_of_names(string title, string alerts) => Assert.Equal(alerts, string.Join(' ', Documents.One($"# Kilns\n\n## {title}\n\nSymptoms: cold{Fence}").Alerts));

    [Theory]
    [InlineData("There is no SEV0.", "SEV1", "critical")]
    [InlineData("Wir haben kein P0.", "P1", "critical")]
    [InlineData("SEV0 is a train that stands.", "SEV1", "high")]
    public void A_scale_that_is_said_to_have_no_nought_begins_with_one(string scale, string level, string expected) =>
        Assert.Equal(expected, Documents.Read($"# Tickets\n\n{scale}\n\n## QueueStuck\n\n**Severity:** {level}\n\n```bash\nkubectl get pods\n```\n").Procedures[0].Severity);

    [Theory]
    [InlineData("Info only. It happens after each test.", "low")]
    [InlineData("`critical` for no leader, `warning` for lag.", "critical")]
    [InlineData("*medium* for one drive, *critical* from the third of the same set.", "medium")]
    [InlineData("A page called `PlayFailuresHigh` or `BudgetBurn` brings you here. Either is a critical one.", "critical")]
    [InlineData("Alerta `CertVencendo`. Criticidade: P2 (vira P0 no dia).", "medium")]
    [InlineData("Alerta: `FilaAlta` / Criticidade: P3", "low")]
    public void A_level_is_read_in_the_first_words_of_a_procedure(string opening, string expected) =>
        Assert.Equal(expected, Documents.Read($"# Pages\n\nP0 is the worst.\n\n## Certificado vencendo\n\n{opening}\n\n```bash\nkubectl get pods\n```\n").Procedures[0].Severity);
}
