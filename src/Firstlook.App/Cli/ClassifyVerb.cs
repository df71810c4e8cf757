using System.CommandLine;
using System.Text;
using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.App.Cli;

static class ClassifyVerb
{
    public static Command Command()
    {
        var language = new Option<string>("--language") { Description = "shell, sql, python, typescript, promql, logql, redis or http", DefaultValueFactory = _ => "shell" };
        var configuration = new Option<string?>("--config") { Description = "A configuration whose teams' own rules of tools count too (with --team)" };
        var team = new Option<string?>("--team") { Description = "The team whose rules count" };
        var command = new Command("classify", "Says what each line of standard input would do: EFFECT, COMMAND and WHY, with tabs between") { language, configuration, team };
        command.SetAction(parsed =>
        {
            if (Languages.TryParse(parsed.GetValue(language)!) is not { } known) throw new Stop(Exit.Usage, $"--language: \"{parsed.GetValue(language)}\" is none that is known");
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
            Run(input, output, known, ToolsOf(parsed.GetValue(configuration), parsed.GetValue(team)));
            return Exit.Done;
        });
        return command;
    }

    static Toolset ToolsOf(string? configuration, string? team)
    {
        if (configuration is null && team is null) return Toolset.BuiltIn;
        var teams = Options.Read(configuration).Teams;
        if (team is null) return teams.Count == 1 ? teams[0].Tools : throw new Stop(Exit.Usage, $"--team: the configuration has {teams.Count} teams; say whose rules count");
        return teams.FirstOrDefault(known => known.Name == team)?.Tools ?? throw new Stop(Exit.Usage, $"--team: there is no team \"{team}\" under teams");
    }

    /// <summary>Exactly one line out for each line in, blank ones included.</summary>
    public static void Run(TextReader input, TextWriter output, Language language, Toolset? tools = null)
    {
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                output.Write("none\t\tnothing to run\n");
                continue;
            }

            var verdict = Classifier.Whole(line, language, tools);
            var tags = string.Concat(verdict.Tags.Words().Select(tag => $"[{tag}]"));
            output.Write($"{verdict.Effect.Word()}\t{Escaped(line)}\t{(tags.Length == 0 ? "" : tags + " ")}{Escaped(verdict.Why + Preview(verdict))}\n");
        }
    }

    /// <summary>What is held may have a read that shows what it would touch.</summary>
    static string Preview(Classified verdict) => Previews.Of(verdict) is { } preview ? $"; a safe preview: {preview.Text}" : "";

    static string Escaped(string text) => Terminal.Shown(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
}
