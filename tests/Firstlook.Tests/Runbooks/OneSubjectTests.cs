using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Documents about one thing, whose headings, questions or letters are what it can be.</summary>
public sealed class OneSubjectTests
{
    const string Check = "\n\n```bash\nuptime\n```\n\n";

    static Procedure Only(string text) => Assert.Single(Documents.Read(text).Procedures);

    static IEnumerable<string> Suspects(string text) => Only(text) is var only && only.Hypotheses.IsEmpty ? only.Parts.Select(part => part.Title) : only.Hypotheses.Select(cause => cause.Title);

    [Theory]
    [InlineData("Runbook for `MapTilesMissing`.")]
    [InlineData("The alert MapTilesMissing leads here.")]
    [InlineData("`MapTilesMissing` fires when one tile in ten is not there.")]
    public void Under_a_title_with_its_alert_headings_that_only_name_trouble_are_parts(string opening) =>
        Assert.Equal(["Renderer is stopped", "Old style sheet", "Disk is full"], Suspects($"# Map tiles\n\n{opening}\n\n## Renderer is stopped{Check}## Old style sheet{Check}## Disk is full{Check}"));

    [Fact]
    public void What_is_asked_under_a_title_of_trouble_before_the_headings_serves_all_of_them()
    {
        var only = Only($"# Map tiles are missing{Check}## Renderer is stopped{Check}## Disk is full{Check}");
        Assert.Equal(["Renderer is stopped", "Disk is full"], only.Parts.Select(part => part.Title));
        Assert.Equal(3, only.Steps.Count);
    }

    [Fact]
    public void Scenarios_behind_common_checks_are_causes() =>
        Assert.Equal(["the pump is off", "the valve is closed"], Suspects($"# Water does not come{Check}## Scenario 1: the pump is off{Check}## Scenario 2: the valve is closed{Check}"));

    [Fact]
    public void Conditions_together_under_a_heading_of_their_own_are_causes_of_the_one_thing() =>
        Assert.Equal(["Pump is down", "Valve is stuck", "Nobody pays"], Suspects($"# Water\n\n## What we look at{Check}## Branches\n\n### If the pump is down{Check}### If the valve is stuck{Check}### If nobody pays: ask them{Check}"));

    [Fact]
    public void Conditions_that_a_document_consists_of_stay_procedures() =>
        Assert.Equal(2, Documents.Read($"# Water and gas\n\n## If the pump is down{Check}## If the gas is off and the oven fails{Check}").Procedures.Count);

    [Fact]
    public void Procedures_with_alerts_of_their_own_stay_procedures() =>
        Assert.Equal(2, Documents.Read($"# Map tiles are missing{Check}## Renderer is stopped\n\nAlert: `RendererDown`{Check}## Disk is full\n\nAlert: `MapDiskFull`{Check}").Procedures.Count);

    [Fact]
    public void Who_began_a_page_is_no_alert() =>
        Assert.Equal(2, Documents.Read($"# Our bridge\n\nPage started by Ana, it talks to RabbitMQ.\n\n## Messages do not arrive{Check}## Disk is full{Check}").Procedures.Count);

    [Fact]
    public void A_heading_whose_words_we_do_not_know_is_one_of_them_where_most_of_its_neighbours_name_trouble() =>
        Assert.Equal(["Renderer is stopped", "Half moved", "Disk is full"], Documents.Read($"# After a move\n\n## Renderer is stopped{Check}## Half moved{Check}## Disk is full{Check}").Procedures.Select(procedure => procedure.Title));

    [Fact]
    public void Causes_counted_by_a_letter_under_headings_that_only_name_alerts()
    {
        var runbook = Documents.Read($"# TileCacheCold\n\nFew tiles come from the cache.\n\n# TilesStale\n\nTiles are old.\n\nOne tree for both.\n\n## C1: Pages are not kept{Check}## C2: Everybody asks at once{Check}## Memory, for C1{Check}");
        var last = runbook.Procedures[^1];
        Assert.Equal(["Pages are not kept", "Everybody asks at once"], last.Hypotheses.Select(cause => cause.Title));
        Assert.True(runbook.Procedures[0].OnlyNames);
        Assert.False(last.OnlyNames);
        Assert.Contains("TileCacheCold", last.OpensWith);
    }

    [Fact]
    public void Questions_in_bold_each_with_what_follows()
    {
        var only = Only($"# Tiles are slow\n\nAlert: TilesSlow\n\n**Is the cache cold?** After a move it is.{Check}**Is one customer hammering us?**{Check}");
        Assert.Equal(["Is the cache cold?", "Is one customer hammering us?"], only.Hypotheses.Select(cause => cause.Title));
        Assert.All(only.Steps, step => Assert.NotNull(step.Cause));
    }

    [Fact]
    public void Letters_with_a_bracket_at_the_beginning_of_paragraphs() =>
        Assert.Equal(["The font is missing", "The template has a mistake"], Suspects($"# Invoices fail\n\nAlert: InvoicesFail\n\na) The font is missing{Check}b) The template has a mistake{Check}"));

    [Fact]
    public void What_is_seen_and_behind_a_colon_in_bold_what_it_is() =>
        Assert.Equal(["the disk was full", "nobody started it"], Suspects($"# Backup is missing\n\nAlert: BackupMissing\n\nA `.partial` file: **the disk was full.** Prove it with{Check}No file at all: **nobody started it.** Look at{Check}"));

    [Fact]
    public void A_check_with_a_name_belongs_to_the_one_cause_that_speaks_of_it()
    {
        var only = Only($"# Sessions vanish\n\nAlert: SessionsVanish\n\n| Cause | How to tell |\n|---|---|\n| Keys are thrown out | see Q1 |\n| A clock is wrong | see Q2 |\n| The cookie is lost | see Q3 and Q2 |\n\nQ1. Evictions:{Check}Q2. Clocks:{Check}Q3: cookies{Check}");
        Assert.Equal([only.Hypotheses[0].Id, null, only.Hypotheses[2].Id], only.Steps.Select(step => step.Cause));
    }

    [Theory]
    [InlineData("Index on the shelf is gone")]
    [InlineData("Monthly report sums up piece by piece")]
    public void A_heading_that_tells_something_is_no_appendix(string title) =>
        Assert.Contains(title, Suspects($"# Tiles are slow\n\nAlert: TilesSlow\n\n## {title}{Check}## Disk is full{Check}"));
}
