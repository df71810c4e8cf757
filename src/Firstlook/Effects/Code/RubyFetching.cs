using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Ruby's calls that read by their name, and write, take or send by what they are asked of or given: <c>socket.puts "FLUSHALL"</c>, <c>File.read(path, mode: "w+")</c>,
/// <c>s3.get_object(response_target: path)</c>, <c>queue.get</c>, <c>Mail.all(delete_after_find: true)</c>.
/// </summary>
internal static partial class RubyFetching
{
    static readonly FrozenSet<string> Printing = FrozenSet.Create(StringComparer.Ordinal, "puts", "p", "pp", "print", "putc", "printf");

    /// <summary>What is printed on, and not spoken to.</summary>
    static readonly FrozenSet<string> Screens = FrozenSet.Create(StringComparer.Ordinal, "$stdout", "STDOUT", "$stderr", "STDERR", "Kernel", "PP", "self", "stdout", "stderr");

    static readonly FrozenSet<string> Reading = FrozenSet.Create(StringComparer.Ordinal, "read", "readlines", "foreach", "binread", "each_line", "parse_file", "table");

    /// <summary>Options by which a file is read and nothing else is done (docs.ruby-lang.org, "IO", "Open Options"; CSV.new).</summary>
    static readonly FrozenSet<string> ReadingOptions =
        FrozenSet.Create(StringComparer.Ordinal, "encoding", "external_encoding", "internal_encoding", "chomp", "textmode", "binmode", "headers", "col_sep", "row_sep",
            "quote_char", "converters", "header_converters", "skip_blanks", "skip_lines", "liberal_parsing", "return_headers", "nil_value", "strip", "offset", "length",
            "invalid", "undef");

    /// <summary>Options that name a file which is written (aws-sdk-ruby, "response_target").</summary>
    static readonly FrozenSet<string> Targets =
        FrozenSet.Create(StringComparer.Ordinal, "response_target", "target", "destination", "dest", "path", "file", "local_path", "save_to", "output", "out", "io",
            "to");

    /// <returns>Null where the name alone says what the call does.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at)
    {
        if (at < 2 || !tokens[at - 1].Is(".")) return null;
        var (name, owner) = (tokens[at].Text, tokens[at - 2].Is("&") && at > 2 ? tokens[at - 3] : tokens[at - 2]);
        var receiver = owner.Kind == CodeKind.Name ? owner.Text : "";
        if (Printing.Contains(name)) return Screens.Contains(receiver) ? null : Verdict.Unknown($"{name} sends to what it is asked of");
        if (Options(tokens, at).Any(option => Acts(option, tokens))) return Verdict.Unknown("an option says that something is done besides");
        if (Reading.Contains(name)
            && Options(tokens, at)
                .Any(option =>
                    !ReadingOptions.Contains(Named(tokens[option]))
                        && !(Named(tokens[option]) is "mode" && option + (tokens[option + 1].Is(":") ? 2 : 3) is var value && value < tokens.Count
                            && ReadMode().IsMatch(tokens[value].Text))))
            return Verdict.Unknown("its options may open the file for writing");
        if (name is "select" or "fetch" or "examine"
            && (receiver.EndsWith("imap", StringComparison.OrdinalIgnoreCase) || owner.Is(")") && tokens.Exists(token => token.Is("IMAP")))
            && !(name is "examine" || tokens.Exists(token => token.Text.Contains("PEEK", StringComparison.OrdinalIgnoreCase)))
            && (name is "select"
                || tokens.Exists(token => token.Text.Contains("BODY[", StringComparison.Ordinal) || token.Text.Contains("RFC822", StringComparison.Ordinal))))
            return Verdict.Reversible("messages lose their mark of being new");
        if (name is "as_json" or "to_json" or "to_xml" or "serializable_hash" && Methods(tokens, at) is { } asked) return asked;
        if (name is "attributes" or "as_json" or "to_json" or "serializable_hash" or "attributes_before_type_cast"
            && tokens[..at].Exists(token => token.Kind == CodeKind.Name && Person().IsMatch(token.Text)) && Options(tokens, at).Count == 0)
            return Verdict.Read("the fields of a person hold how that signs in", EffectTags.Secret);
        if (name is not ("get" or "fetch") && !Lexicon.Ruby.ReadsByBeginning(name)) return null;
        if (name is "get" && Queues.Are(receiver)) return Verdict.Disruptive("get takes a message out of the queue");
        if (!name.StartsWith("get", StringComparison.Ordinal) || Fetching.Settings.Contains(receiver)) return null;
        if (Options(tokens, at).Any(option => Targets.Contains(Named(tokens[option])) || tokens[option].Is("*"))) return Verdict.Unknown($"{name} may write a file here");
        return Fetching.WritesHere(tokens, at, Lexicon.Ruby) || Copies(tokens, at) ? Verdict.Unknown($"{name} may write a file here") : null;
    }

    /// <summary>What speaks to another machine or program by &lt;&lt;.</summary>
    static readonly FrozenSet<string> Streams =
        FrozenSet.Create(StringComparer.Ordinal, "TCPSocket", "UNIXSocket", "UDPSocket", "SSLSocket", "Socket", "SerialPort", "Serial", "IO", "PTY", "Open3", "WebSocket",
            "Telnet");

    /// <summary>Where something is appended, in a snippet that makes such a stream: <c>s = TCPSocket.new(...)</c>, <c>s &lt;&lt; "FLUSHALL"</c>.</summary>
    public static IEnumerable<(int Position, string Why)> Appended(List<CodeToken> tokens, CodeFamily family)
    {
        if (family != CodeFamily.Ruby || !tokens.Exists(token => token.Kind == CodeKind.Name && Streams.Contains(token.Text))) yield break;
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Is("<") && tokens[at + 1].Is("<") && tokens[at + 1].Start == tokens[at].End && !tokens[at - 1].Is("class"))
                yield return (tokens[at].Start, "what is appended to a stream is sent");
        }
    }

    // Net::FTP.new("h").get("a", "/etc/x"), ftp.get "a", "b"
    static bool Copies(List<CodeToken> tokens, int at)
    {
        var start = Paths.StartOf(tokens, at, Paths.MostInBrackets);
        return start >= 0 && tokens.GetRange(start, at - start).Exists(token => token.Kind == CodeKind.Name && Copier().IsMatch(token.Text))
            || Paired().IsMatch(string.Concat(Line(tokens, at).Take(6)
                .Select(token => token.Kind == CodeKind.String ? token.Text : token.Is(",") ? "," : token.Is("(") ? "" : "?")));
    }

    // api.rubyonrails.org, "serializable_hash": methods: %w[destroy] calls each on each row; symbols are judged where they stand.
    static Verdict? Methods(List<CodeToken> tokens, int at)
    {
        foreach (var option in Options(tokens, at).Where(option => Named(tokens[option]) is "methods" or "include"))
        {
            var value = option + (option + 1 < tokens.Count && tokens[option + 1].Is(":") ? 2 : 3);
            for (var end = HandedFunctions.End(tokens, value); value < end; value++)
            {
                if (tokens[value].Kind != CodeKind.String) continue;
                foreach (var method in NamedWord().Matches(tokens[value].Text).Select(word => word.Value))
                {
                    if (Lexicon.Ruby.Judge(method) is { Effect: > Effect.Read } known) return known with { Why = $"'{method}' is called for each" };
                    if (RubyNames.Act(method) || method.EndsWith('!')) return Verdict.Unknown($"'{method}' is called for each");
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"\w+[!?]?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NamedWord();

    // delete_after_find: true
    static bool Acts(int option, List<CodeToken> tokens) =>
        Named(tokens[option]) is var name && name.Contains('_') && RubyNames.Act(name) && option + 3 < tokens.Count
            && (tokens[option + 2].Is("true") || tokens[option + 2].Is(">") && tokens[option + 3].Is("true"));

    static string Named(CodeToken token) => token.Text.Trim('"', '\'');

    /// <summary>Where the options of a call stand, in braces or without, and what is unpacked among them.</summary>
    static List<int> Options(List<CodeToken> tokens, int at)
    {
        var options = new List<int>();
        var (start, end) = at + 1 < tokens.Count && tokens[at + 1].Is("(") ? (at + 2, Paths.ClosingOf(tokens, at + 1)) : (at + 1, at + 1 + Line(tokens, at).Count);
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Is("*") && i + 1 < end && tokens[i + 1].Is("*") && tokens[i - 1].Text is "(" or "," && !(i + 2 < end && tokens[i + 2].Is("{"))) options.Add(i);
            if (tokens[i].Kind is CodeKind.Name or CodeKind.String && i + 1 < end && tokens[i + 1].Is(":") && tokens[i + 1].Start == tokens[i].End
                && !(i + 2 < end && tokens[i + 2].Is(":") && tokens[i + 2].Start == tokens[i + 1].End))
                options.Add(i);
            // :mode => "w"
            if ((tokens[i].Kind == CodeKind.Name && tokens[i - 1].Is(":") || tokens[i].Kind == CodeKind.String) && i + 2 < end && tokens[i + 1].Is("=")
                && tokens[i + 2].Is(">"))
                options.Add(i);
        }

        return options;
    }

    static List<CodeToken> Line(List<CodeToken> tokens, int at)
    {
        var end = at + 1;
        while (end < tokens.Count && end - at < Paths.MostInBrackets && tokens[end].Kind != CodeKind.Newline && tokens[end].Text is not (";" or "}" or "do" or ")")) end++;
        return tokens.GetRange(at + 1, end - at - 1);
    }

    [GeneratedRegex("^[\"']r(b|t)?(:[\\w|:-]*)?[\"']$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ReadMode();

    [GeneratedRegex("^(FTP|SFTP|SCP)$|(ftp|sftp|scp)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Copier();

    [GeneratedRegex("^[\"'][^\"']*[\"'],[\"'](/|~|\\./)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Paired();

    [GeneratedRegex("^(User|Account|Admin|AdminUser|Customer|Member|Person|Staff|Employee|ApiKey|Credential|Identity)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
