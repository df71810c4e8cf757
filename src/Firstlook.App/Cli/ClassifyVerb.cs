using System.CommandLine;
using System.Text;
using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.App.Cli;

static class ClassifyVerb
{
    public static Command Command()
    {
        var commands =
            new Argument<string[]>("COMMAND") { Description = "Commands, each in quotation marks; the lines of standard input where none is given",
                Arity = ArgumentArity.ZeroOrMore };
        var language =
            new Option<string>("--language") { Description =
                "shell, sql, promql, logql, redis, http, python, typescript, javascript, ruby, powershell, flux, kql or spl, among others",
                DefaultValueFactory = _ => "shell" };
        var (configuration, team) = (Options.RulesOf(), Options.Team());
        var command =
            new Command("classify", "Says what a command, or each line of standard input, would do: EFFECT, COMMAND and WHY, with tabs between") { commands, language,
                configuration, team };
        command.SetAction(parsed =>
        {
            if (Languages.TryParse(parsed.GetValue(language)!) is not { } known) throw new Stop(Exit.Usage, $"--language: \"{parsed.GetValue(language)}\" is none that is known");
            var given = parsed.GetValue(commands)!;
            using var input = new StandardInput();
            using var lines = new StringReader(string.Join('\n', given));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
            Run(given.Length > 0 ? lines.ReadLine : input.Line, output, known, Options.ToolsOf(parsed.GetValue(configuration), parsed.GetValue(team)));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Exactly one line out for each line in, blank ones included.</summary>
    public static void Run(Func<string?> next, TextWriter output, Language language, Toolset? tools = null)
    {
        while (next() is { } line)
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

    static string Escaped(string text) =>
        Terminal.Shown(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal));
}
