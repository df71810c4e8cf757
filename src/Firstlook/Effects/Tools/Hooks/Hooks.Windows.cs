using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs of Windows that carry commands, statements or requests.</summary>
internal static partial class Hooks
{
    /// <summary>about_pwsh: <c>-Command TEXT</c>, or the text alone; a file or an encoded text is not known.</summary>
    static Verdict PowerShellProgram(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        for (var at = 0; at < words.Count; at++)
        {
            switch (words[at].Text.ToLowerInvariant())
            {
                case "-noprofile" or "-nop" or "-noninteractive" or "-noni" or "-nologo" or "-sta" or "-mta": continue;
                case "-executionpolicy" or "-ep" or "-windowstyle" or "-w" or "-inputformat" or "-outputformat" or "-version": at++; continue;
                case "-command" or "-c": return Told(at + 1);
                default: return words[at].IsOption ? Verdict.Unknown($"'{words[at].Shown}' runs what is not written here") : Told(at);
            }
        }
        return call.Input.Kind == InputKind.Inherited ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown($"{call.Name} runs what it is fed");

        Verdict Told(int from)
        {
            if (from >= words.Count || words[from].Text == "-") return Verdict.Unknown($"{call.Name} runs what it is fed");
            var text = string.Join(' ', words.Skip(from));
            // Each of them reads the rest anew.
            if (Nested().Count(text) >= Scope.DeepestText) return Verdict.Unknown("texts of commands are nested too deep");
            return text.Contains(Argument.Hole) ? Verdict.Unknown("a value that is not known stands in the text") : PowerShell.PowerShellJudge.Judge(text, call.Scope.Tools);
        }
    }

    [GeneratedRegex("powershell|pwsh", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nested();

    /// <summary>learn.microsoft.com, "sc.exe query": the name of the machine (<c>\\HOST</c>) stands before the subcommand; without one that is known it may be anything.</summary>
    static Verdict ServiceControl(Invocation call, Parsed parsed) =>
        call.Words.Count > 2 && call.Words[1] is { Known: true, Plain: true, Text: ['\\', ..] } && call.Words[2].Text is not ['\\', ..]
            ? Enter(call, [call.Words[0], .. call.Words.Skip(2)], stdin: true) : Verdict.Unknown("it may change a service");

    /// <summary>cmd: <c>/c TEXT</c>. Its own quoting (<c>^</c>, <c>%NAME%</c>) is not the shell's, and is not read.</summary>
    static Verdict WindowsShell(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words.Count == 0) return Verdict.Read("it opens a session", EffectTags.Interactive);
        if (words[0].Text.ToLowerInvariant() is not ("/c" or "/k") || words.Count == 1) return Verdict.Unlisted("an option of cmd is not known");
        var text = string.Join(' ', words.Skip(1));
        // A single quote, a backslash and '#' are plain characters there.
        return text.AsSpan().IndexOfAny('^', '%', Argument.Hole) >= 0 || text.Contains('&') && text.AsSpan().IndexOfAny('\'', '\\', '#') >= 0
            ? Verdict.Unknown("the text holds what the Windows shell replaces") : CommandJudge.Script(text, call);
    }

    /// <summary>sqlcmd and Invoke-Sqlcmd: <c>-Q TEXT</c>; a file's statements are not known.</summary>
    static Verdict SqlCmd(Invocation call, Parsed parsed)
    {
        var (tags, verdict) = (EffectTags.None, (Verdict?)null);
        // github.com/microsoft/go-sqlcmd: the newer program has subcommands.
        if (parsed.Operands is [{ IsOption: false } sub, ..] && call.Name.StartsWith("sqlcmd", StringComparison.Ordinal))
            return sub.Text is "delete" or "uninstall" or "query"
                ? Verdict.Destructive($"'{sub.Shown}' runs a statement, or deletes") : Verdict.Unknown($"'{sub.Shown}' may start or stop a server");
        for (var at = 0; at < parsed.Operands.Count; at++)
        {
            var option = parsed.Operands[at].Text;
            var value = at + 1 < parsed.Operands.Count ? parsed.Operands[at + 1].Text : "";
            if (option.StartsWith("-i", StringComparison.Ordinal) || option.Equals("-InputFile", StringComparison.OrdinalIgnoreCase))
                return Verdict.Unknown("the statements are in a file");
            // A value may be glued to its letter: -oC:\result.txt.
            if (option.StartsWith("-o", StringComparison.Ordinal)) return Verdict.Destructive("'-o' writes a file");
            if (option.StartsWith("-v", StringComparison.Ordinal) || option.Equals("-Variable", StringComparison.OrdinalIgnoreCase))
                return Verdict.Unknown("variables become part of the statements");
            // sqlcmd: -z and -Z change the login's password.
            if (call.Name.StartsWith("sqlcmd", StringComparison.Ordinal) && option.StartsWith("-z", StringComparison.OrdinalIgnoreCase))
                return Verdict.Disruptive("it changes the password of the login", EffectTags.Secret);
            if (option is "-P" || option.Equals("-Password", StringComparison.OrdinalIgnoreCase)) tags |= EffectTags.Secret;
            var query = option is "-Q" or "-q" || option.Equals("-Query", StringComparison.OrdinalIgnoreCase);
            if (!query && !option.StartsWith("-Q", StringComparison.OrdinalIgnoreCase)) continue;
            var judged = Sql.SqlJudge.Batch(query ? value : option[2..]);
            verdict = verdict is { } before ? before.And(judged) : judged;
        }
        verdict ??= call.Input switch
        {
            { Kind: InputKind.Text, Text: { } text } => Sql.SqlJudge.Batch(text),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive),
            _ => Verdict.Unknown("it runs the statements that it is fed"),
        };
        return verdict.Value.And(tags);
    }

    /// <summary>Invoke-WebRequest and Invoke-RestMethod: the first operand, or <c>-Uri</c>, is the address.</summary>
    static Verdict InvokeWeb(Invocation call, Parsed parsed)
    {
        var (method, url, body, verdict) = ("GET", (string?)null, "", new Verdict(Effect.None, EffectTags.None, ""));
        var words = parsed.Operands;
        for (var at = 0; at < words.Count; at++)
        {
            var option = words[at].Text.ToLowerInvariant();
            if (!words[at].IsOption)
            {
                url ??= words[at].Text;
                continue;
            }
            if (option is "-usebasicparsing" or "-skipcertificatecheck" or "-usedefaultcredentials" or "-disablekeepalive" or "-skiphttperrorcheck") continue;
            var value = at + 1 < words.Count ? words[++at].Text : "";
            switch (option)
            {
                case "-uri": url = value; break;
                case "-method": method = value; break;
                case "-body": body = value; break;
                case "-headers" or "-credential" or "-authentication" or "-token": verdict = verdict.And(EffectTags.Secret); break;
                case "-outfile" or "-infile" or "-sessionvariable": verdict = verdict.And(Verdict.Destructive($"'{option}' writes or sends a file")); break;
                case "-timeoutsec" or "-contenttype" or "-useragent" or "-maximumredirection": break;
                default: verdict = verdict.And(Verdict.Unlisted($"the option '{option}' is not known")); break;
            }
        }
        return verdict.And(url is null ? Verdict.Unknown("a request without an address") : Http.HttpJudge.Request(method, url, body));
    }
}
