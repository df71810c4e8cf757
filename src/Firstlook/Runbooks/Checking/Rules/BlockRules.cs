using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks.Reading;
using static Firstlook.Runbooks.Checking.Rules.Samples;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Blocks that cannot be pasted as they stand, and documents that are hard to find one's way in.</summary>
internal static partial class BlockRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL039", ProblemSeverity.Warning, "several languages in one block",
            "Whoever pastes it into one prompt gets errors from half of it, and may not see which half ran.", "Split the block: one language in each, tagged.",
            Fenced("from django.db import connections\nconnections.close_all()\n\ndocker-compose exec postgres pg_isready", "python"),
                Fenced("from django.db import connections\nconnections.close_all()", "python"), Mixed),
        new("FL041", ProblemSeverity.Info, "statements typed after a client in one block",
            "Pasted at once, the shell runs them as commands of its own when the client has ended, or they vanish in it.",
                "Give them to the client: psql -c \"...\", or a here-document.",
            Fenced("psql -U shop shop\nSELECT count(*) FROM orders;"), Fenced("psql -U shop shop -c \"SELECT count(*) FROM orders;\""), Typed),
        new("FL042", ProblemSeverity.Info, "prompts in a block",
            "Copied with its \"$\" the command is not found, and with its \"#\" it is a comment.", "Leave the prompt out, and show the output in a block of its own.",
            Fenced("$ redis-cli LLEN jobs"), Fenced("redis-cli LLEN jobs"), Prompts),
        new("FL044", ProblemSeverity.Info, "a block with nothing to run in it",
            "It looks like a command, and whoever pastes it believes to have done something.", "Write it as a list of things to do.",
            Fenced("# Check the dashboard\n# Ask the payments team"), Fenced("redis-cli LLEN jobs"), CommentsOnly),
        new("FL046", ProblemSeverity.Warning, "a Python name that nothing imports",
            "The block ends with a NameError, in the middle of an incident.", "Add the import at the top of the block.",
            Fenced("from shop.models import Order\nprint(Order.objects.filter(paid_at__gte=timezone.now() - timedelta(minutes=5)).count())", "python"),
            Fenced("from datetime import timedelta\nfrom django.utils import timezone\nfrom shop.models import "
                    + "Order\nprint(Order.objects.filter(paid_at__gte=timezone.now() - timedelta(minutes=5)).count())", "python"),
                Unimported),
        new("FL047", ProblemSeverity.Info, "an address that only one machine has",
            "\"localhost\" is whatever machine the reader sits at: on his own it answers with nothing, or with something else.",
                "Write the address that works from where the reader is, or say which machine is meant.",
            "# QueueFull\n\n## Dashboards\n- Grafana: http://localhost:3000\n", "# QueueFull\n\n## Dashboards\n- Grafana: https://grafana.example.com\n", Localhost),
    ];

    static IEnumerable<Flaw> Mixed(Subject subject)
    {
        foreach (var step in subject.Steps.Where(s =>
            s is { Inline: false,
                Language: Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby or Language.Sql or Language.PromQl or Language.LogQl }))
        {
            if (step.Commands.FirstOrDefault(c => c.Language != step.Language && c.Language == Language.Shell) is { } other)
                yield return subject.At(other.Line, other.Text, $"{other.Language.Word()} stands in a block of {step.Language.Word()}");
        }

        foreach (var step in subject.Steps.Where(s => s is { Inline: false, Language: Language.Shell }))
        {
            if (step.Commands.FirstOrDefault(c => c.Language == Language.PowerShell) is { } other && step.Commands.Any(c => c.Language == Language.Shell))
                yield return subject.At(other.Line, other.Text, "PowerShell stands in a block of shell");
        }
    }

    static IEnumerable<Flaw> Typed(Subject subject)
    {
        foreach (var step in subject.Steps.Where(s => s is { Inline: false, Language: Language.Shell }))
        {
            var opened =
                (from call in subject.CallsOf(step)
                 where call.Before.Count == 0 && call.Next.Count == 0 && call.Node.Redirections.IsEmpty
                 let words = call.Of("psql", "mysql", "mongosh", "mongo", "redis-cli", "sqlite3")
                 where words is not null && !words.Any(w => w is "-c" or "-e" or "-f" or "--command" or "--execute" or "--eval")
                 select (Client: words[0], call.Command.Line)).FirstOrDefault();
            if (opened.Client is null) continue;
            if (step.Commands.FirstOrDefault(c => c.Language is Language.Sql or Language.Redis or Language.JavaScript && c.Line > opened.Line) is { } statement)
                yield return subject.At(statement.Line, statement.Text, $"this is typed into {opened.Client}, which the line above opens");
        }
    }

    static IEnumerable<Flaw> Prompts(Subject subject) =>
        from fence in subject.Outline.Fences
        where fence.Typed.Count > 0 && !IsTranscript(fence)
        let at = fence.Text.Split('\n').ToList().FindIndex(l => Prompt().IsMatch(l))
        where at >= 0
        select new Flaw(fence.TextLine + at, "a prompt stands before the command");

    // What came back stands below what was typed: nobody takes that for something to paste.
    static bool IsTranscript(Fence fence) =>
        fence.Text.Split('\n').Count(l => l.Trim().Length > 0) > fence.Typed.Sum(t => t.Text.Split('\n').Count(l => l.Trim().Length > 0));

    static IEnumerable<Flaw> CommentsOnly(Subject subject) =>
        from step in subject.Steps
        where step is { Inline: false, Manual: true } && step.Text.Split('\n').All(l => l.Trim().Length == 0 || ContentLanguages.IsComment(l.Trim()))
        select new Flaw(step.Line, "nothing in this block runs: it holds comments alone");

    /// <summary>Names that blocks for a Django or Python prompt use without defining them, and where each comes from.</summary>
    static readonly (string Name, string Import)[] Imports =
    [
        ("timedelta", "from datetime import timedelta"), ("timezone", "from django.utils import timezone"), ("datetime", "from datetime import datetime"),
            ("settings", "from django.conf import settings"),
        ("cache", "from django.core.cache import cache"), ("json", "import json"), ("requests", "import requests"), ("redis", "import redis"), ("os", "import os"),
            ("time", "import time"), ("transaction", "from django.db import transaction"), ("connection", "from django.db import connection"),
    ];

    // A block that goes on from another of the same procedure may rely on its imports.
    static IEnumerable<Flaw> Unimported(Subject subject)
    {
        foreach (var group in subject.Steps.Where(s =>
            s is { Inline: false, Language: Language.Python, Kind: StepKind.Diagnostic or StepKind.Action or StepKind.Verification })
            .GroupBy(s => subject.ProcedureAt(s.Line)?.Id))
        {
            var before = "";
            foreach (var step in group)
            {
                var code = Uncommented(step.Text);
                before += code + "\n";
                if (!code.Contains("import ", StringComparison.Ordinal)) continue;
                foreach (var (name, import) in Imports)
                {
                    var use = Regex.Match(code, $@"(?<![\w.""'])({name})(\.|\()(?=\w|\))", RegexOptions.None, TimeSpan.FromSeconds(1));
                    if (!use.Success
                        || Regex.IsMatch(before,
                            $@"\bimport\b[^\n]*\b{name}\b|\b{name}\s*=|\bas {name}\b|import \*|\bdef [^\n]*\b{name}\b|\bfor {name}\b|import \([^)]*\b{name}\b",
                            RegexOptions.None, TimeSpan.FromSeconds(1))) continue;
                    var line = code.AsSpan(0, use.Index).Count('\n');
                    yield return subject.At(step.Line + 1 + line, name, $"nothing in the block imports {name}") with { Fix = $"Add \"{import}\"." };
                }
            }
        }
    }

    static string Uncommented(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimStart().StartsWith('#') ? "" : l));

    // In a command it may be meant: behind exec or ssh. In prose and links it is an address for people.
    static IEnumerable<Flaw> Localhost(Subject subject)
    {
        for (var i = 0; i < subject.Lines.Length; i++)
        {
            if (Local().Match(subject.Lines[i].Length > 2000 ? "" : subject.Lines[i]) is not { Success: true } local) continue;
            if (subject.IsCode[i] && !ListItem().IsMatch(subject.Lines[i])) continue;
            yield return new(i + 1, $"{local.Value} is another machine for every reader") { Column = local.Index + 1, Length = local.Length };
        }
    }


    [GeneratedRegex(@"^\s*([\w.-]+@[\w.-]+[:\w~/ .-]*)?[$#>]\s+\S")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"https?://(localhost|127\.0\.0\.1)(:\d+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Local();

    [GeneratedRegex(@"^\s*[-*] \w+:")]
    private static partial Regex ListItem();
}
