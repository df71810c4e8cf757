using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// What a server answers may go back to that server: <c>curl -s http://connect:8083/connectors | jq -r '.[]' | while read -r c; do curl -s
/// "http://connect:8083/connectors/$c/status"; done</c> tells it nothing that it did not say itself. Of the answer only filters make something that add nothing of their own.
/// </summary>
internal static partial class SameServer
{
    /// <returns>The server, as it is written, that a plain request by curl goes to, with nothing in it that a file or another server holds; null for any other command.
    /// </returns>
    public static string? AskedBy(ShellCommand command, Scope scope) =>
        command is SimpleCommand simple && Request(simple, scope) is { } url && ServerOf(url.Parts, scope) is { } server && AreOf(url.Parts, server, scope) ? server : null;

    /// <summary>Whether a request takes back to a server what that server answered, and carries nothing else.</summary>
    public static bool Receives(SimpleCommand command, Scope scope) => AskedBy(command, scope) is not null;

    /// <summary>The same for words that xargs completes.</summary>
    public static bool Receives(IReadOnlyList<Argument> words, string? server)
    {
        if (server is null || words.Count == 0 || words[0].Text != "curl") return false;
        var urls = 0;
        for (var at = 1; at < words.Count; at++)
        {
            if (!words[at].Known)
            {
                if (urls++ > 0 || !words[at].Text.StartsWith(server + "/", StringComparison.Ordinal)) return false;
            }
            else if (Timed().IsMatch(words[at].Text)) at++;
            else if (!Flag().IsMatch(words[at].Text)) return false;
        }

        return urls == 1;
    }

    /// <returns>The server whose answer, and nothing else, a substitution yields; null where it may yield more.</returns>
    public static string? Of(EquatableArray<WordPart> parts, Scope scope) => parts switch
    {
        [CommandSubstitution { Body.Items: [{ Background: false, Command.Pipelines: [{ } pipeline] }] }] =>
            AskedBy(pipeline.Commands[0], scope) is { } server && pipeline.Commands.Skip(1).All(command => PassesOn(command, scope)) ? server : null,
        [DoubleQuoted quoted] => Of(quoted.Parts, scope),
        _ => null,
    };

    static readonly FrozenSet<string> Passing = FrozenSet.Create(StringComparer.Ordinal, "sort", "uniq", "head", "tail");

    /// <summary>Whether a filter prints parts of what it reads, and nothing that stands elsewhere.</summary>
    public static bool PassesOn(ShellCommand command, Scope scope)
    {
        if (command is not SimpleCommand { Assignments.IsEmpty: true, Words: [{ Constant: { } name }, ..] } simple || scope.Shadowed.ContainsKey(name)
            || simple.Redirections.Any(redirection => redirection.Descriptor != 2) || simple.Words.Any(word => word.Constant is null))
            return false;
        var words = simple.Words.Skip(1).Select(word => word.Constant!).ToList();
        if (Passing.Contains(name)) return words.TrueForAll(word => PlainOption().IsMatch(word));
        var operands = words.Where(word => word is not ['-', _, ..]).ToList();
        return name switch
        {
            // jq(1), "$ENV, env", "input_filename", "include": what the environment or a file holds.
            "jq" => operands is [var filter] && !Elsewhere().IsMatch(filter) && words.TrueForAll(word => word == filter || JqOption().IsMatch(word)),
            "grep" or "egrep" => operands is [_] && words.TrueForAll(word => word == operands[0] || GrepOption().IsMatch(word)),
            "tr" => words is [_, _] || words is ["-d", _],
            _ => false,
        };
    }

    /// <returns>The one address of a request that has nothing in it but that, how it is shown, and what proves who asks; null where anything else stands there.</returns>
    static Word? Request(SimpleCommand command, Scope scope)
    {
        if (command is not { Assignments.IsEmpty: true, Words: [{ Constant: "curl" }, ..] } || scope.Shadowed.ContainsKey("curl") || scope.Poisoned is not null) return null;
        Word? url = null;
        for (var at = 1; at < command.Words.Count; at++)
        {
            var word = command.Words[at];
            if (word.Constant is { } option && Timed().IsMatch(option)) at++;
            else if (word.Constant is "-H" or "--header" or "-u" or "--user" && at + 1 < command.Words.Count)
            {
                if (SentAway.Carried(command.Words[++at].Parts, scope) is not null || command.Words[at].Constant is ['@', ..]) return null;
            }
            else if (word.Constant is not null && Flag().IsMatch(word.Constant)) continue;
            else if (word.Constant is ['-', ..] || url is not null) return null;
            else url = word;
        }

        return url;
    }

    /// <summary>The beginning of an address up to the path, where it is known, or a variable that the text does not set.</summary>
    static string? ServerOf(EquatableArray<WordPart> parts, Scope scope)
    {
        var text = new StringBuilder();
        Add(parts);
        return Server().Match(text.ToString()) is { Success: true } match ? match.Groups["server"].Value : null;

        void Add(EquatableArray<WordPart> inner)
        {
            foreach (var part in inner)
            {
                if (part is DoubleQuoted quoted) Add(quoted.Parts);
                else text.Append(part switch
                {
                    Literal literal => literal.Text.Replace('$', Argument.Hole),
                    SingleQuoted single => single.Text.Replace('$', Argument.Hole),
                    Variable when scope.Opaque => Argument.Hole.ToString(),
                    Variable { Operation: "" } variable when scope.Constant(variable.Name) is { } value => value.Replace('$', Argument.Hole),
                    Variable { Operation: "", Name: [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_', ..] } variable
                        when !scope.Constants.ContainsKey(variable.Name) && !scope.Carried.Contains(variable.Name) => "$" + variable.Name,
                    _ => Argument.Hole.ToString(),
                });
            }
        }
    }

    /// <summary>Whether whatever is carried in these parts came from that server.</summary>
    static bool AreOf(EquatableArray<WordPart> parts, string server, Scope scope)
    {
        foreach (var part in parts)
        {
            if (part is DoubleQuoted quoted ? !AreOf(quoted.Parts, server, scope)
                : part is Variable { Operation: "" } variable && scope.Servers.GetValueOrDefault(variable.Name) is { } from ? from != server
                : SentAway.Carried([part], scope) is not null)
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"^(?<server>https?://([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\$\w+)(:(\d+|\$\w+))?|\$\w+)/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Server();

    // curl(1): neither a further address, nor a file, a proxy, another place that the answer leads to, or settings.
    [GeneratedRegex("^(-[sSfkg]+|--(silent|show-error|fail|insecure|globoff|compressed))\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Flag();

    [GeneratedRegex("^(-[sSfkg]*m|--max-time|--connect-timeout)\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Timed();

    [GeneratedRegex(@"^(-[a-zA-Z]?\d*|\d+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PlainOption();

    [GeneratedRegex("^(-[rcSMe]+|--(raw-output|compact-output|sort-keys|exit-status))\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex JqOption();

    [GeneratedRegex("^-[ivEFowxPq]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex GrepOption();

    [GeneratedRegex(@"env|input_|include|import|module|search_list|\$__", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
