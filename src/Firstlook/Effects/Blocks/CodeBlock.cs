using System.Text.RegularExpressions;
using Firstlook.Effects.Code;
using Firstlook.Effects.Shell;
using Firstlook.Effects.Tools;

namespace Firstlook.Effects.Blocks;

/// <summary>A block of Python, JavaScript, TypeScript or Ruby as its top-level statements; shell lines that stray into it are shell.</summary>
internal static partial class CodeBlock
{
    public static EquatableArray<Classified> Commands(string source, Language language, Toolset tools)
    {
        var commands = new List<Classified>();
        var from = 0;
        foreach (var (start, end) in ShellLines(source))
        {
            Code(source, from, start, language, commands);
            commands.AddRange(ShellBlock.Commands(source[start..end], tools).Select(command => command with { Start = command.Start + start, DependsOn = [] }));
            from = end;
        }
        Code(source, from, source.Length, language, commands);
        return commands.ToEquatableArray();
    }

    static void Code(string source, int from, int to, Language language, List<Classified> commands)
    {
        var family = language switch { Language.Python => CodeFamily.Python, Language.Ruby => CodeFamily.Ruby, _ => CodeFamily.JavaScript };
        foreach (var statement in CodeBlocks.Statements(source[from..to], family))
        {
            var (start, end) = (from + statement.Start, from + statement.End);
            commands.Add(Classifier.Classify(source, start, end, language, Fed(source[start..end], statement.Verdict)));
        }
    }

    /// <summary>Nothing is fed to a block: what takes up its input waits for what somebody types.</summary>
    static Verdict Fed(string statement, Verdict verdict) => Input().IsMatch(statement) ? verdict.And(EffectTags.Hang) : verdict;

    [GeneratedRegex(
        @"(?<![\w.'""])(sys\.stdin(?!\.(isatty|fileno|encoding|closed))|open\(0\)|process\.stdin(?!\.(isTTY|fd))|\$stdin\.\w|STDIN\.\w|ARGF\b)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Input();

    /// <summary>Lines at the margin that begin with a program of on-callers and go on as no code would.</summary>
    static IEnumerable<(int Start, int End)> ShellLines(string source)
    {
        var at = 0;
        while (at < source.Length)
        {
            var lineEnd = source.IndexOf('\n', at);
            if (lineEnd < 0) lineEnd = source.Length;
            if (IsShell(source.AsSpan(at, lineEnd - at)))
            {
                var end = at + ShellLength(source[at..]);
                yield return (at, end);
                at = end;
            }
            else at = lineEnd + 1;
        }
    }

    static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "docker", "docker-compose", "kubectl", "helm", "psql", "redis-cli", "curl", "systemctl", "sudo", "journalctl", "python", "python3", "aws", "gcloud", "az", "grep",
            "tail", "ssh", "npm", "git", "celery", "mysql", "mongosh", "heroku",
    };

    static bool IsShell(ReadOnlySpan<char> line)
    {
        var blank = line.IndexOf(' ');
        if (blank <= 0 || !Programs.Contains(line[..blank].ToString())) return false;
        var rest = line[blank..].TrimStart();
        return rest.Length > 0 && (char.IsAsciiLetterOrDigit(rest[0]) || rest[0] is '-' or '"' or '/') && !rest.StartsWith("in ") && !rest.StartsWith("is ")
            && !rest.StartsWith("and ") && !rest.StartsWith("or ");
    }

    static int ShellLength(string text)
    {
        var list = ShellParser.Parse(text.Length > 8192 ? text[..8192] : text).List;
        if (list.Items.IsEmpty) return text.Length;
        var end = text.IndexOf('\n', Math.Min(list.Items[0].Span.End, text.Length));
        return end < 0 ? text.Length : end;
    }
}
