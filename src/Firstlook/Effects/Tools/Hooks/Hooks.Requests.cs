namespace Firstlook.Effects.Tools;

/// <summary>Subcommands that hand on what stands in their words: a request to their server, options for another program, lines of a console.</summary>
internal static partial class Hooks
{
    /// <summary>nomad operator api: a path below the server's own address, by GET unless <c>-X</c> names another method. A whole address would be asked with the token.</summary>
    static Verdict NomadRequest(Invocation call, Parsed parsed)
    {
        if (parsed.Operands is not [{ Text: ['/', ..] } path]) return Verdict.Unknown("the path of the request is not known");
        if (path.Text.StartsWith("//", StringComparison.Ordinal)) return Verdict.Unknown("another server may be asked");
        var methods = parsed.Values("-X").ToList();
        if (methods.Count > 1) return Verdict.Unknown("'-X' is given twice");
        if (parsed.Has("-dryrun")) return Verdict.Read("'-dryrun' prints the request, and sends none", EffectTags.Secret);
        // developer.hashicorp.com/nomad/api-docs: variables, tokens, and what the files of an allocation hold.
        var shows = path.Text.StartsWith("/v1/var/", StringComparison.Ordinal) || path.Text.StartsWith("/v1/acl/", StringComparison.Ordinal)
            || path.Text.StartsWith("/v1/client/fs/", StringComparison.Ordinal) || path.Open;
        var verdict = Http.HttpJudge.Request(methods is [{ } method] ? method.Text : "GET", "http://localhost" + path.Text, "").And(shows ? EffectTags.Secret : EffectTags.None);
        return call.Input.Kind is InputKind.Pipe or InputKind.Text or InputKind.File ? verdict.And(Verdict.Unknown("a body may go with the request")) : verdict;
    }

    /// <summary>What stands behind <c>--</c> are options of journalctl.</summary>
    static Verdict Journal(Invocation call, Parsed parsed) =>
        parsed.Operands.Count > 0 ? Verdict.Unknown("an operand that is not known") : CommandJudge.Judge(call.Inner([new Argument("journalctl"), .. parsed.Inner ?? []]));

    /// <summary>adrci: <c>exec="LINE; LINE"</c>, in which nothing is redirected; a script's lines are not known.</summary>
    static Verdict Diagnostics(Invocation call, Parsed parsed) => parsed.Operands switch
    {
        [] => call.Input switch
        {
            { Kind: InputKind.Text, Text: { } fed } => Spoken(call, "adrci", fed),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive),
            _ => Verdict.Unknown("it runs what it is fed"),
        },
        [{ Open: false } lines] when lines.Text.StartsWith("exec=", StringComparison.OrdinalIgnoreCase) => Spoken(call, "adrci", lines.Text[5..].Trim('"', '\'')),
        _ => Verdict.Unknown("what it runs is not known"),
    };

    /// <summary>ADRCI, "SHOW ALERT": without an option that says where to, the log opens in an editor.</summary>
    static Verdict AlertLog(Invocation call, Parsed parsed) =>
        parsed.Operands is [{ } shown, ..] && shown.Text.Equals("alert", StringComparison.OrdinalIgnoreCase)
            && !call.Words.Any(word => word.Text.ToLowerInvariant() is "-tail" or "-term")
            ? Verdict.Read("it opens an editor", EffectTags.Interactive | EffectTags.Hang) : Neutral;

    /// <summary>learn.microsoft.com, "AppCmd.exe": "list config" shows all settings, passwords of application pools deciphered, unless it is asked for a part.</summary>
    static Verdict WebSettings(Invocation call, Parsed parsed) =>
        parsed.Operands is [{ } shown, .. var rest] && shown.Text.Equals("config", StringComparison.OrdinalIgnoreCase)
            && !rest.Exists(word => word.Text.StartsWith("/section:system.webServer", StringComparison.OrdinalIgnoreCase))
            ? Verdict.Read("it shows the settings, passwords of application pools among them", EffectTags.Secret) : Neutral;
}
