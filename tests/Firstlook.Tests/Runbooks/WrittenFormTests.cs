using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Blocks that are written into a file, told to a person, or typed at a prompt that nobody here reads.</summary>
public sealed class WrittenFormTests
{
    static Step Block(string text, string tag = "", string lead = "Text.") => Documents.One($"# KilnCold\n\n**Alert**: `KilnCold`\n\n{lead}\n\n```{tag}\n{text}\n```\n").Steps[0];

    [Theory]
    [InlineData(Language.Ini, "[burner]\nmax_flame=8\nmin_flame=2")]
    [InlineData(Language.Ini, "burner.max_children = 60")]
    [InlineData(Language.Toml, "[[burner]]\nname = \"north\"\nflames = 8")]
    [InlineData(Language.Hcl, "variable \"flames\" {\n  default = 8\n}")]
    [InlineData(Language.Nginx, "upstream kiln {\n  server 10.0.0.2:80;\n}")]
    [InlineData(Language.Xml, "<add key=\"Flames\" value=\"8\" />\n<add key=\"Zone\" value=\"north\" />")]
    public void Settings_are_called_by_their_form(Language language, string text) =>
        Assert.Equal((language, StepKind.ConfigExample, Effect.None), (Block(text).Language, Block(text).Kind, Block(text).Effect));

    [Theory]
    [InlineData(Language.Diff, "- flames = 8\n+ flames = 6")]
    [InlineData(Language.Java, "@Scheduled(fixedDelay = 1000)\npublic void light() {")]
    [InlineData(Language.Go, "func light(n int) error {\n\treturn nil\n}")]
    public void Source_to_edit_is_called_by_its_form(Language language, string text) =>
        Assert.Equal((language, StepKind.CodeChange), (Block(text).Language, Block(text).Kind));

    [Theory]
    [InlineData("rows = kiln.query(1)")]
    [InlineData("FLAMES=8 lightctl start")]
    [InlineData("BURNER=$(lightctl current)")]
    public void What_looks_like_a_setting_and_is_run_is_run(string text) => Assert.True(Block(text, "", "Run:").Commands.Count > 0);

    [Theory]
    [InlineData("groovy", "kilns.findAll { it.cold }.each { it.stop() }")]
    [InlineData("php", "$k = $em->find(Kiln::class, 3);\n$k->stop();")]
    public void A_script_that_nobody_here_reads_is_never_taken_for_harmless(string tag, string text) =>
        Assert.Equal((Effect.Unknown, tag), (Block(text, tag, "In the console:").Effect, Block(text, tag, "In the console:").Language.Word()));

    [Fact]
    public void A_block_of_comments_is_text_that_tells_a_person_what_to_do()
    {
        var step = Block("# Press the red button\n# Wait for the lamp", "bash");
        Assert.Equal((Language.Text, StepKind.Action, true), (step.Language, step.Kind, step.Manual));
    }

    [Fact]
    public void A_block_that_says_where_things_are_is_for_reference() =>
        Assert.Equal(StepKind.Reference, Block("# Grafana: https://g.example/d/1\n# Flags: Launch > Audit log", "bash").Kind);

    [Theory]
    [InlineData("GET _cluster/health", Effect.Read)]
    [InlineData("PUT kilns/_settings\n{ \"a\": null }", Effect.Unknown)]
    [InlineData("DELETE kilns-2024", Effect.Unknown)]
    public void A_request_to_a_search_engine_is_run(string text, Effect atMost)
    {
        var step = Block(text, "", "In the console:");
        Assert.Equal((Language.Http, 1), (step.Language, step.Commands.Count));
        Assert.Equal(atMost == Effect.Read, step.Effect is Effect.Read);
    }

    [Fact]
    public void A_program_that_the_document_types_elsewhere_is_one_in_the_text_too()
    {
        var steps = Documents.One("# KilnCold\n\n**Alert**: `KilnCold`\n\n## Fix\n\n```bash\nalias f='flamectl --zone north'\nf list -v\n```\n\n1. `f relight <burner>`\n2. look for `burner: cold` in the log\n").Steps;
        Assert.Equal("f relight <burner>", Assert.Single(steps, s => s.Inline).Text);
    }

    [Fact]
    public void A_command_in_the_head_of_a_table_is_none_the_less_one() =>
        Assert.Equal(["uptime -p", "df -h /kiln"], Documents.One("# KilnCold\n\n**Alert**: `KilnCold`\n\n| how long | `uptime -p` |\n|---|---|\n| space | `df -h /kiln` |\n").Steps.Select(s => s.Text));

    [Fact]
    public void Values_to_fill_in_stand_in_settings_as_well() =>
        Assert.Equal(["burner"], Block("zones:\n  <burner>:\n    flames: 8", "yaml").Placeholders);

    [Theory]
    [InlineData("flamectl restore --from-version VERSION", "VERSION")]
    [InlineData("ls /srv/kiln/BENUTZER/log", "BENUTZER")]
    [InlineData("start-kiln -Name \"NOM_DE_LA_ZONE\"", "NOM_DE_LA_ZONE")]
    [InlineData("flamectl alias kiln-OLD_DATE", "OLD_DATE")]
    [InlineData("aws kiln restore \\\n  --target north --at \"TIMESTAMP\"", "TIMESTAMP")]
    public void A_word_that_shouts_stands_for_a_value(string command, string name) => Assert.Equal([name], Block(command, "bash").Placeholders);

    [Theory]
    [InlineData("lsblk -o NAME,SIZE")]
    [InlineData("psql -c 'select table_name, count(*) from kilns group by 1'")]
    [InlineData("sqlcmd -Q \"ALTER DATABASE [KILN_PROD] SET ONLINE\"")]
    [InlineData("grep -E '<name>|<state>' kiln.xml")]
    public void The_name_of_a_column_a_database_or_a_tag_is_no_value(string command) => Assert.Empty(Block(command, "bash").Placeholders);

    [Theory]
    [InlineData("let start = ago(1h);\nKilnRequests\n| where TimeGenerated > start\n| summarize count() by ResultCode;\n\nKilnDoors\n| take 10", Language.Kql)]
    [InlineData("let kilns = load();\nconsole.log(kilns)", Language.TypeScript)]
    public void A_value_that_has_a_name_belongs_to_the_query_below_it(string text, Language language) =>
        Assert.Equal(language, Documents.Read($"# Alert: X\n\n```\n{text}\n```\n").AllSteps().Single().Language);

    [Fact]
    public void A_check_by_hand_below_a_cause_is_diagnostic() =>
        Assert.Equal(StepKind.Diagnostic,
            Documents.Read("# Alert: X\n\n#### H1 - the browser\n\nManual check, no command for this:\n```\n# 1. open https://kiln.example in Chrome\n# 2. both lights must be green\n```\n").AllSteps().Single().Kind);
}
