using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Levels of a team's own names, and of languages beside the great ones.</summary>
public sealed class ToldScaleTests
{
    const string Fence = "\n\n```bash\nkubectl get pods\n```\n\n";

    const string Scale =
        "We say **Red** when a clinician cannot get a result. That is what they call critical: somebody is at a keyboard within 10 minutes and it works again within 2 hours. "
            + "**Amber** is their medium and you have an hour to start. **Grey** is their low, next business day.\n\n";

    static Runbook Told(string text) => Documents.Read($"# Lab\n\n{text}");

    [Fact]
    public void A_paragraph_that_explains_the_teams_levels_is_a_policy() =>
        Assert.Equal([("critical", "Red", 10, 120), ("medium", "Amber", 60, null), ("low", "Grey", null, null)],
            Told(Scale).SeverityPolicy.Select(row => (row.Level, row.Label, row.RespondMinutes, row.ResolveMinutes)));

    [Fact]
    public void A_procedure_that_opens_with_such_a_level_has_it_and_is_one_whatever_its_title_says() =>
        Assert.Equal([("Results stopped", "critical"), ("The link is silent", "medium"), ("Clocks apart", "low")],
            Told($"{Scale}## Results stopped\n\nRed. The ward rings first.{Fence}## The link is silent\n\nAmber as long as the other runs.{Fence}## Clocks apart\n\nGrey, unless blood gas complains.{Fence}")
                .Procedures.Select(p => (p.Title, p.Severity)));

    [Fact]
    public void Bold_words_that_nobody_explains_are_no_levels() =>
        Assert.Empty(Told("The **Red** cable is critical within 10 minutes of a walk. The **Grey** one goes to the pump.\n").SeverityPolicy);

    [Theory]
    [InlineData("Poziom", "Krytyczny", "Wysoki", "Średni", "Niski")]
    [InlineData("Allvarlighet", "Kritisk", "Hög", "Medel", "Låg")]
    [InlineData("Alvorlighed", "Kritisk", "Høj", "Middel", "Lav")]
    [InlineData("Závažnost", "Kritická", "Vysoká", "Střední", "Nízká")]
    [InlineData("Önem derecesi", "Kritik", "Yüksek", "Orta", "Düşük")]
    public void Levels_are_read_in_further_languages(string label, string critical, string high, string medium, string low) =>
        Assert.Equal(["critical", "high", "medium", "low"],
            Told(string.Concat(new[] { critical, high, medium, low }.Select((level, i) => $"## Incident {i}: down\n\n**{label}:** {level}{Fence}"))).Procedures.Select(p => p.Severity));

    [Fact]
    public void Lag_is_no_level() =>
        Assert.Null(Assert.Single(Told($"## Incident 1: down\n\nSeverity: see lag{Fence}").Procedures).Severity);

    [Fact]
    public void A_table_of_levels_is_read_in_Swedish() =>
        Assert.Equal([("critical", 10, 120), ("low", null, null)],
            Told("| Nivå | Betyder | Börja inom | Klart inom |\n|---|---|---|---|\n| Kritisk | Linje står | 10 min | 2 timmar |\n| Låg | Önskemål | nästa arbetsdag | – |\n")
                .SeverityPolicy.Select(row => (row.Level, row.RespondMinutes, row.ResolveMinutes)));
}
