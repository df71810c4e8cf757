using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Effects.Tools;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// What PowerShell does: each command by its table, or by its verb where no table lists it ("Approved Verbs for PowerShell Commands"), each
/// block and subexpression with it. A method that is not known, a call of a value and code of a text are unknown.
/// </summary>
internal static partial class PowerShellJudge
{
    /// <summary>Blocks in blocks; deeper than this is unknown.</summary>
    const int Deepest = 12;

    static readonly FrozenDictionary<string, string> Names = Toolset.BuiltIn.Names.Where(name => char.IsAsciiLetterUpper(name[0]) && name.Contains('-'))
        .ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["?"] = "Where-Object", ["where"] = "Where-Object", ["foreach"] = "ForEach-Object", ["%"] = "ForEach-Object", ["select"] = "Select-Object",
            ["sort"] = "Sort-Object", ["measure"] = "Measure-Object", ["group"] = "Group-Object", ["ft"] = "Format-Table", ["fl"] = "Format-List", ["fw"] = "Format-Wide",
            ["sls"] = "Select-String", ["gci"] = "Get-ChildItem", ["gsv"] = "Get-Service",
        ["gps"] = "Get-Process", ["gwmi"] = "Get-WmiObject", ["gcim"] = "Get-CimInstance", ["gi"] = "Get-Item", ["gp"] = "Get-ItemProperty", ["gm"] = "Get-Member",
            ["gal"] = "Get-Alias", ["gu"] = "Get-Unique", ["gl"] = "Get-Location", ["tee"] = "Tee-Object", ["sc"] = "Set-Content", ["sasv"] = "Start-Service",
            ["spsv"] = "Stop-Service", ["spps"] = "Stop-Process", ["kill"] = "Stop-Process", ["curl"] = "Invoke-WebRequest",
        ["wget"] = "Invoke-WebRequest", ["tnc"] = "Test-NetConnection", ["cat"] = "Get-Content", ["type"] = "Get-Content", ["echo"] = "Write-Output",
            ["write"] = "Write-Output", ["iex"] = "Invoke-Expression", ["saps"] = "Start-Process", ["start"] = "Start-Process", ["sleep"] = "Start-Sleep",
            ["cls"] = "Clear-Host", ["oh"] = "Out-Host", ["compare"] = "Compare-Object", ["diff"] = "Compare-Object", ["sajb"] = "Start-Job",
        ["icim"] = "Invoke-CimMethod", ["iwmi"] = "Invoke-WmiMethod", ["ipmo"] = "Import-Module", ["ni"] = "New-Item", ["rni"] = "Rename-Item", ["clc"] = "Clear-Content",
            ["cp"] = "Copy-Item", ["copy"] = "Copy-Item", ["mv"] = "Move-Item", ["move"] = "Move-Item",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Keywords = WordSet.OfAnyCase("if elseif else foreach for while do until switch try catch finally begin process end in");

    static readonly FrozenSet<string> Definitions = WordSet.OfAnyCase("function filter class enum param using workflow configuration trap throw exit data dynamicparam");

    /// <summary>Methods of .NET's plain values, which compute (System.String, System.DateTime, System.TimeSpan, System.Math).</summary>
    static readonly FrozenSet<string> Methods =
        WordSet.OfAnyCase(
            "AddDays AddHours AddMinutes AddSeconds AddMonths AddYears Subtract ToString ToUniversalTime ToLocalTime ToShortDateString Substring Split Trim "
            + "TrimStart TrimEnd ToLower ToUpper StartsWith EndsWith Contains ContainsKey Replace IndexOf LastIndexOf PadLeft PadRight Join Format Round Floor Ceiling "
            + "Abs Max Min Parse IsNullOrEmpty IsNullOrWhiteSpace GetType Equals CompareTo Where GetEnumerator ToArray "
            + "FromUnixTimeSeconds FromUnixTimeMilliseconds ToUnixTimeSeconds FromBase64String ToBase64String");

    /// <summary>Casts to plain values, which may stand before a parenthesis (about_Type_Accelerators).</summary>
    static readonly FrozenSet<string> Casts =
        WordSet.OfAnyCase(
            "[int] [long] [double] [decimal] [float] [single] [string] [bool] [datetime] [timespan] [version] [char] [byte] [int32] [int64] [uint32] [uint64] "
            + "[array] [string[]] [int[]] [guid] [ipaddress] [regex] [xml]");

    static readonly FrozenSet<string> PlainTypes =
        WordSet.OfAnyCase(
            "PSObject PSCustomObject Object String DateTime TimeSpan Version Text.StringBuilder Collections.ArrayList Collections.Hashtable "
            + "Management.Automation.PSObject");

    static readonly FrozenSet<string> ReadingVerbs = WordSet.OfAnyCase("Get Measure Compare Find ConvertTo ConvertFrom");

    static readonly FrozenSet<string> ReversibleVerbs = WordSet.OfAnyCase("Start Resume Enable New Add Mount Checkpoint Register Grant Connect Import Show Join");

    static readonly FrozenSet<string> DisruptiveVerbs =
        WordSet.OfAnyCase(
            "Stop Restart Suspend Disable Disconnect Dismount Switch Reset Set Update Lock Unlock Repair Rename Revoke Block Unblock Publish Sync Edit Deny Approve "
            + "Install Move Merge Undo Redo Complete Limit Protect Unprotect Debug Optimize Resize Split Submit Request");

    static readonly FrozenSet<string> DestructiveVerbs =
        WordSet.OfAnyCase("Remove Clear Uninstall Unregister Restore Initialize Format Export Out Save Write Copy Send Pop Close Expand Compress");

    public static Verdict Judge(string text, Toolset? tools = null) => Text(text, tools ?? Toolset.BuiltIn, 0, table: false);

    /// <summary>
    /// True for one line whose every command is a cmdlet by its name: a verb, a dash and a noun in capitals, so that no other shell would make anything else of it.
    /// </summary>
    public static bool Speaks(string line)
    {
        // Where the two read a character differently, one would see a string and the other a command.
        var loops = line.StartsWith("foreach ($", StringComparison.Ordinal);
        if (line.Length < 5 || !char.IsAsciiLetterUpper(line[0]) && !loops || line.AsSpan().IndexOfAny(Differing) >= 0 || !Ascii.IsValid(line)
            || line.Contains("\\\"", StringComparison.Ordinal) || line.Contains("\\'", StringComparison.Ordinal))
            return false;
        var reader = new PowerShellReader(line).Read();
        // No POSIX shell reads a bracket there.
        if (loops) return reader is { Problem: null, Statements.Count: 1 };
        return reader.Problem is null && reader.Statements.Count > 0
            && reader.Statements.TrueForAll(statement => statement.Pipeline.All(element => element.Count > 0 && IsCmdlet(element[0])));
    }

    static readonly System.Buffers.SearchValues<char> Differing = System.Buffers.SearchValues.Create("\n\r`&#<>");

    static bool IsCmdlet(PowerShellToken token)
    {
        if (token.Kind != PowerShellKind.Word || token.Quoted || token.Text.IndexOf('-') <= 0) return false;
        var dash = token.Text.IndexOf('-');
        if (dash + 1 >= token.Text.Length) return false;
        var verb = token.Text[..dash];
        return char.IsAsciiLetterUpper(verb[0]) && char.IsAsciiLetterUpper(token.Text[dash + 1]) && token.Text.AsSpan(dash + 1).IndexOfAnyExcept(Letters) < 0
            && (Names.ContainsKey(token.Text) || ReadingVerbs.Contains(verb) || ReversibleVerbs.Contains(verb) || DisruptiveVerbs.Contains(verb)
                || DestructiveVerbs.Contains(verb));
    }

    /// <summary>The statements of a text, each with its verdict.</summary>
    public static List<(int Start, int End, Verdict Verdict)> Statements(string source, Toolset tools)
    {
        var reader = new PowerShellReader(source).Read();
        var sent = SentOn.Problem(source);
        var flows = new Flows(source);
        var statements = reader.Statements.ConvertAll(statement =>
        {
            var verdict = Flowing(statement, source, flows, tools, table: false);
            return (statement.Start, statement.End, sent is not null && SentOn.Sends(source[statement.Start..statement.End]) ? verdict.And(Verdict.Unknown(sent)) : verdict);
        });
        if (reader.Problem is not { } problem) return statements;
        var from = statements.Count == 0 ? 0 : statements[^1].Start;
        if (statements.Count > 0) statements.RemoveAt(statements.Count - 1);
        statements.Add((from, source.TrimEnd().Length, Verdict.Unknown($"not understood: {problem}")));
        return statements;
    }

    static Verdict Text(string text, Toolset tools, int depth, bool table)
    {
        if (depth > Deepest) return Verdict.Unknown("blocks are nested too deep");
        if (Shell.HiddenCharacters.Any(text)) return Verdict.Unknown("a character that hides or reorders what stands beside it");
        var reader = new PowerShellReader(text).Read();
        if (reader.Problem is { } problem) return Verdict.Unknown($"not understood: {problem}");
        var verdict = new Verdict(Effect.None, EffectTags.None, "nothing runs");
        var flows = depth == 0 ? new Flows(text) : null;
        foreach (var statement in reader.Statements)
            verdict = verdict.And(flows is null ? Statement(statement, tools, depth, table) : Flowing(statement, text, flows, tools, table));
        return depth == 0 && SentOn.Problem(text) is { } sent ? verdict.And(Verdict.Unknown(sent)) : verdict;
    }

    /// <summary>A statement that stands in no block, with what other parts of the text make of it.</summary>
    static Verdict Flowing(PowerShellStatement statement, string source, Flows flows, Toolset tools, bool table)
    {
        var verdict = Statement(statement, tools, 0, table);
        var written = PowerShellReader.Straight(source[statement.Start..statement.End]);
        if (flows.Sizes.Exceed(written)) verdict = verdict.And(EffectTags.Hang);
        if (flows.Splatted.In(written, out var unknown) is { } splatted) verdict = verdict.And(Text(splatted, tools, 1, table));
        if (unknown) verdict = verdict.And(Verdict.Unknown("its parameters are held by a variable"));
        if (verdict.Effect <= Effect.Read && flows.Told.Problem(written) is { } told) verdict = verdict.And(Verdict.Unknown(told));
        return flows.Judge(written) is { } flow ? verdict.And(flow) : verdict;
    }

    static Verdict Statement(PowerShellStatement statement, Toolset tools, int depth, bool table)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "nothing runs");
        for (var at = 0; at < statement.Pipeline.Count; at++)
        {
            var element = statement.Pipeline[at];
            // Behind a pipe "foreach" is the alias, and no loop.
            if (at > 0 && element is [{ Kind: PowerShellKind.Word, Quoted: false } first, ..] && first.Text.Equals("foreach", StringComparison.OrdinalIgnoreCase))
                element = [first with { Text = "ForEach-Object" }, .. element.Skip(1)];
            verdict = verdict.And(Element(element, tools, depth, table));
        }

        if (ScriptBlocks.AreKept(statement)) verdict = verdict.And(Verdict.Unknown("a variable is set to a block that is not written here"));

        return verdict;
    }

    /// <param name="set">Whether a variable is set to it, so that nothing is shown.</param>
    static Verdict Element(IReadOnlyList<PowerShellToken> tokens, Toolset tools, int depth, bool table, bool set = false)
    {
        if (tokens.Count == 0) return Verdict.Unknown("an empty element of a pipeline");
        var verdict = Groups(tokens, tools, depth);
        if (tokens.Count > 1 && tokens[1].Kind == PowerShellKind.Assignment)
        {
            var name = tokens[0].Text;
            if (!table && name != Argument.Hole.ToString()) return verdict.And(Verdict.Unknown("an assignment to something else than a plain variable"));
            var value = tokens.Skip(2).ToList();
            return verdict.And(value.Count == 0 ? Verdict.Read("it sets a variable of this session alone") : Element(value, tools, depth, table: false, set: true));
        }
        if (tokens.Any(token => token.Kind == PowerShellKind.Assignment)) return verdict.And(Verdict.Unknown("an assignment inside an expression"));
        // about_Foreach: behind "in" stands a pipeline.
        if (tokens.Count > 2 && tokens[1] is { Kind: PowerShellKind.Word, Quoted: false } of && of.Text.Equals("in", StringComparison.OrdinalIgnoreCase))
            return verdict.And(Element(tokens.Skip(2).ToList(), tools, depth, table: false));
        var first = tokens[0];
        if (first is { Kind: PowerShellKind.Call, Text: "&" } && tokens.Count > 1 && tokens[1] is { Kind: PowerShellKind.Word, Inner.Count: 0 } called
            && OfTheSystem().Match(called.Text) is { Success: true } own)
            return verdict.And(Command(own.Groups["name"].Value.ToLowerInvariant(), tokens.Skip(1).ToList(), tools));
        if (first.Kind == PowerShellKind.Call) return verdict.And(Verdict.Unknown($"'{first.Text}' runs what a value names"));
        if (!OpensPipeline(first) && tokens.Any(token => token.Kind == PowerShellKind.Call)) return verdict.And(Verdict.Unknown("'&' or '.' runs what a value names"));
        if (first.Kind != PowerShellKind.Word || first.Quoted || first.Text.Length == 0 || first.Text[0] is Argument.Hole or '[' or '$' or '-' or '!' or ','
            || char.IsAsciiDigit(first.Text[0]))
            return verdict.And(Computed(tokens, set));
        if (Keywords.Contains(first.Text) && !first.Text.Equals("in", StringComparison.OrdinalIgnoreCase))
            return verdict.And(Verdict.Read("a condition or loop", Loops.AreEndless(tokens) ? EffectTags.Hang : EffectTags.None))
                .And(tokens.Any(token => Shares.AreForeign(token.Text)) ? Verdict.Unknown(Shares.Why) : Verdict.Read(""));
        if (first.Text.Equals("return", StringComparison.OrdinalIgnoreCase))
            return verdict.And(tokens.Count == 1 ? Verdict.Read("it ends a block") : Element(tokens.Skip(1).ToList(), tools, depth, table: false));
        if (Definitions.Contains(first.Text)) return verdict.And(Verdict.Unknown($"'{first.Text}' defines or ends more than one command"));
        return verdict.And(Command(first.Text, tokens, tools));
    }

    static bool OpensPipeline(PowerShellToken token) => token is { Kind: PowerShellKind.Word, Quoted: false } && token.Text.Equals("return", StringComparison.OrdinalIgnoreCase);

    /// <summary>A program by its path in the system's folders.</summary>
    [GeneratedRegex(@"^C:\\Windows\\System32\\(inetsrv\\)?(?<name>\w+\.exe)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheSystem();

    static Verdict Computed(IReadOnlyList<PowerShellToken> tokens, bool set) =>
        TypeNames.Problem(tokens)
            ?? (tokens.Any(token => Shares.AreForeign(token.Text))
                ? Verdict.Unknown(Shares.Why)
                : tokens.Any(Steps)
                ? Verdict.Unknown("'++' or '--' sets something else than a plain variable")
            : Verdict.Read("it computes", !set && (Secrets.Shows(tokens) || Secrets.AreMembers(tokens)) ? EffectTags.Secret : EffectTags.None));

    // $i++ counts; (gps x).ProcessorAffinity-- sets a property (about_Operators, "Unary operators").
    static bool Steps(PowerShellToken token) =>
        token is { Kind: PowerShellKind.Word, Quoted: false }
            && (token.Text.Contains("++", StringComparison.Ordinal) || token.Text.Contains("--", StringComparison.Ordinal)) && !OfVariable().IsMatch(token.Text);

    [GeneratedRegex("^(\uFFFC(\\[[^\\].]*\\])?(\\+\\+|--)|(\\+\\+|--)\uFFFC(\\[[^\\].]*\\])?)\\)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfVariable();

    /// <summary>Every group, subexpression, method and redirection of an element, whatever command they stand beside.</summary>
    static Verdict Groups(IReadOnlyList<PowerShellToken> tokens, Toolset tools, int depth)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            foreach (var inner in token.Inner) verdict = verdict.And(Text(inner, tools, depth + 1, table: false));
            if (token.Kind == PowerShellKind.Redirection) verdict = verdict.And(Verdict.Destructive($"'> {new Argument(token.Text).Shown}' writes a file"));
            if (token.Kind is PowerShellKind.Parenthesis or PowerShellKind.Block or PowerShellKind.Table)
            {
                var inside = Text(token.Text, tools, depth + 1, token.Kind == PowerShellKind.Table);
                // A condition shows nothing: if ($env:TOKEN) { ... }
                verdict = verdict.And(token.Kind == PowerShellKind.Parenthesis && at > 0 && tokens[at - 1] is { Kind: PowerShellKind.Word, Quoted: false } keyword
                    && Keywords.Contains(keyword.Text)
                    ? inside with { Tags = inside.Tags & ~EffectTags.Secret } : inside);
            }


            if (token.Kind is not (PowerShellKind.Parenthesis or PowerShellKind.Block) || !token.Glued || at == 0) continue;
            if (tokens[at - 1] is { Kind: PowerShellKind.Word } word)
            {
                if (Casts.Contains(word.Text) || token.Kind == PowerShellKind.Parenthesis && TypeNames.Reads(word.Text, token)) continue;
                var dot = Math.Max(word.Text.LastIndexOf('.'), word.Text.LastIndexOf(':'));
                if (dot >= 0 && Texts.Problem(tokens, at, word.Text[(dot + 1)..]) is { } acting) verdict = verdict.And(Verdict.Unknown(acting));
                if (dot >= 0 && !Computes(word.Text, dot))
                    verdict = verdict.And(Verdict.Unknown($"the method '{new Argument(word.Text[(dot + 1)..]).Shown}' of what is not known"));
                if (dot < 0 ? !Keywords.Contains(word.Text) && !word.Text.StartsWith('-') : !Methods.Contains(word.Text[(dot + 1)..]))
                    verdict = verdict.And(Verdict.Unknown($"the method '{new Argument(word.Text[(dot + 1)..]).Shown}' is not known to compute only"));
            }
            else if (token.Kind == PowerShellKind.Parenthesis && tokens[at - 1].Kind == PowerShellKind.Parenthesis)
                verdict = verdict.And(Verdict.Unknown("what is called is not known by name"));
        }
        return verdict;
    }

    /// <summary>Types whose static methods of those names compute; a file's <c>Replace</c> and a disk's <c>Format</c> do not.</summary>
    static readonly FrozenSet<string> Computing =
        WordSet.OfAnyCase(
            "[math] [system.math] [string] [system.string] [datetime] [system.datetime] [timespan] [system.timespan] [regex] [int] [long] [double] [decimal] "
            + "[version] [guid] [char] [bool] [array] [datetimeoffset] [system.datetimeoffset] [convert] [system.convert]");

    static readonly FrozenSet<string> OfTypesAlone = WordSet.OfAnyCase("Format Join Parse Round Floor Ceiling Abs Max Min");

    static bool Computes(string word, int dot) =>
        word.IndexOf("::", StringComparison.Ordinal) is > 0 and var type ? type + 1 != dot || Computing.Contains(word[..type]) : !OfTypesAlone.Contains(word[(dot + 1)..]);

    static Verdict Command(string written, IReadOnlyList<PowerShellToken> tokens, Toolset tools)
    {
        var verdict = Named(written, tokens, tools);
        if (verdict.Effect > Effect.Read) return verdict;
        if (tokens.Skip(1).Any(token => Shares.AreForeign(token.Text))) return verdict.And(Verdict.Unknown(Shares.Why));
        if (Devices.Judge(tokens) is { } device) verdict = verdict.And(device);
        if (CommonParameters.Problem(tokens) is { } setting) return verdict.And(Verdict.Unknown(setting));
        if (CommonParameters.Wait(tokens)) verdict = verdict.And(Verdict.Read("at an error it waits until somebody answers", EffectTags.Interactive | EffectTags.Hang));
        if (Secrets.Asked(tokens) is { } asked) verdict = verdict.And(Verdict.Read($"'{asked}' is a secret", EffectTags.Secret));
        if (Secrets.InFile(tokens) is { } secret) verdict = verdict.And(Verdict.Read($"'{secret}' may hold secrets", EffectTags.Secret));
        return Switches.Judge(tokens) is { } more ? verdict.And(more) : verdict;
    }

    static Verdict Named(string called, IReadOnlyList<PowerShellToken> tokens, Toolset tools)
    {
        var name = Aliases.GetValueOrDefault(called) ?? Names.GetValueOrDefault(called) ?? called;
        if (name.Contains(Argument.Hole)) return Verdict.Unknown($"'{new Argument(called).Shown}' stands for the command itself");
        var words = new List<Argument> { new(name) };
        foreach (var token in tokens.Skip(1))
        {
            if (token.Kind == PowerShellKind.Word && token.Text.Length > 1 && token.Text[0] == '-' && token.Text.Contains(Argument.Hole)
                && token.Text.IndexOf(':') is var colon && (colon < 0 || colon > token.Text.IndexOf(Argument.Hole)))
                return Verdict.Unknown("an option is not known");
            // The switch is set, as it is without a value.
            if (token is { Kind: PowerShellKind.Word, Quoted: false } && token.Text.Equals("-WhatIf:$true", StringComparison.OrdinalIgnoreCase)) words.Add(new Argument("-WhatIf"));
            else if (token.Kind == PowerShellKind.Word) words.Add(new Argument(token.Text, token.Quoted || !token.Text.Contains(Argument.Hole)));
            else if (token.Kind != PowerShellKind.Redirection) words.Add(new Argument(Argument.Hole.ToString()));
        }
        if (ScriptBlocks.Judge(name, tokens) is { } runs) return name == "Invoke-Command" && SentOn.AsksOutside(name, words) ? runs.And(Verdict.Unknown(Shares.Why)) : runs;
        switch (name)
        {
            case "New-Object":
                // A constructor may act: only those of plain values are let through.
                return words.Count > 1 && PlainTypes.Contains(words[1].Text.Replace("System.", "", StringComparison.OrdinalIgnoreCase))
                    ? Verdict.Read("it makes a value") : Verdict.Unknown("an object whose constructor may act");
            case "Get-CimInstance" or "Get-WmiObject" or "Get-WSManInstance" or "Get-CimAssociatedInstance"
                when CimClasses.Problem(tokens, managed: name == "Get-WSManInstance") is { } asked:
                return asked;
            // A variable of PowerShell's own, such as $PSDefaultParameterValues, changes what commands do.
            case "Tee-Object"
                when words is [_, { Text: var option }, { Text: var kept, Known: true }] && option.Length > 1
                    && "-Variable".StartsWith(option, StringComparison.OrdinalIgnoreCase) && char.IsLetter(kept[0]) && kept.AsSpan().IndexOfAnyExcept(Letters) < 0
                    && !kept.StartsWith("PS", StringComparison.OrdinalIgnoreCase) && !kept.EndsWith("Preference", StringComparison.OrdinalIgnoreCase):
                return Verdict.Read("it keeps what it shows in a variable");
            case "Test-WSMan"
                when words.Any(word => word.Text.StartsWith("-Au", StringComparison.OrdinalIgnoreCase) || word.Text.StartsWith("-Cr", StringComparison.OrdinalIgnoreCase))
                    && words.Skip(1).Any(word => !word.IsOption && !OwnNetwork.Private.Has(word.Text)):
                return Verdict.Unknown(Shares.Why);
            case "Import-Module":
                return Modules.AreInstalled(tokens) ? Verdict.Read("it loads an installed module") : Verdict.Unknown("it loads code from a file");
        }
        if (SentOn.Judge(name, tokens, words) is { } sent) return sent;
        if (name.Equals("expand", StringComparison.OrdinalIgnoreCase) || name.Equals("expand.exe", StringComparison.OrdinalIgnoreCase))
            return Verdict.Destructive("expand writes a file");
        if (Secrets.AreShownBy(name)) return Verdict.Read($"{name} shows secrets", EffectTags.Secret);
        if (Writing.Judge(name, words) is { } written) return written;
        var scope = new Scope { Tools = tools, PowerShell = true };
        // learn.microsoft.com, "ping": Windows' ends after four, unless an option tells it otherwise.
        if (name.ToLowerInvariant() is "ping" or "ping.exe" && words is [_, { IsOption: false }] && !words[1].Text.StartsWith('/')
            && CommandJudge.Judge(new Invocation(words, Input.Inherited, scope)) is var pinged)
            return pinged with { Tags = pinged.Tags & ~EffectTags.Hang };
        if (tools.Find(name) is not null) return CommandJudge.Judge(new Invocation(words, Input.Inherited, scope));
        if (name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) && tools.Find(name[..^4].ToLowerInvariant()) is not null)
            return CommandJudge.Judge(new Invocation([new Argument(name[..^4].ToLowerInvariant()), .. words.Skip(1)], Input.Inherited, scope));
        if (ByVerb(name) is { Effect: > Effect.Read } && Rehearses(name) && words.Skip(1).Any(word => word.Text.Equals("-WhatIf", StringComparison.OrdinalIgnoreCase))
            && !words.Any(word => word.Text.StartsWith("-WhatIf:", StringComparison.OrdinalIgnoreCase)))
            return Verdict.Read("'-WhatIf' shows what it would do");
        if (ByVerb(name) is { Effect: <= Effect.Read } && Writing.Option(name, words) is { } file) return Verdict.Destructive($"'{file}' writes a file");
        if (ByVerb(name) is { Effect: Effect.Reversible or Effect.Disruptive } changes && words.Skip(1).FirstOrDefault(word => Loses(word)) is { Text: { } losing })
            return changes.And(Verdict.Destructive($"the option '{losing}' of {name} deletes"));
        // PowerCLI, "Set-VM": -Snapshot reverts the machine to it.
        if (name.Equals("Set-VM", StringComparison.OrdinalIgnoreCase) && words.Any(word => word.Text.StartsWith("-Sn", StringComparison.OrdinalIgnoreCase)))
            return Verdict.Destructive("the machine goes back to a snapshot, and loses what was written since");
        return ByVerb(name) is { Effect: <= Effect.Read } shows
            && words.Skip(1).FirstOrDefault(word => word.IsOption && (ActingWords.Say(word.Text) || ActingWords.Begin(word.Text))) is { Text: { } acting }
            ? shows.And(Verdict.Unknown($"the option '{acting}' of {name} says that it does more than show")) : ByVerb(name);
    }

    /// <summary>An option that says of itself that something goes: <c>-Purge</c>, <c>-DeleteFiles</c>.</summary>
    public static bool Loses(Argument word) =>
        word.IsOption && ActingWords.Split(word.Text).Exists(part => part is "purge" or "delete" or "remove" or "wipe" or "destroy" or "erase");

    /// <summary>
    /// Beginnings of nouns whose modules are compiled and honour <c>-WhatIf</c> ("about_Functions_CmdletBindingAttribute"), each with a capital behind it.
    /// A function of a team's own may take the word for one more argument.
    /// </summary>
    static readonly string[] RehearsingModules =
        ["Az", "AD", "Mg", "Dba", "DnsServer", "DhcpServer", "Net", "Smb", "Cluster", "Mailbox", "Distribution", "Local", "Transport", "Exo", "EXO", "Spo", "SPO",
            "SqlAvailability", "EC2", "S3", "RDS", "IIS"];

    /// <summary>Nouns of such modules by themselves.</summary>
    static readonly string[] RehearsingNouns =
        ["VM", "Cluster", "Mailbox", "Item", "ItemProperty", "Service", "Process", "Computer", "ScheduledTask", "Website", "WebAppPool", "WebApplication", "Volume",
            "Partition", "StoragePool", "VirtualDisk", "VMSnapshot", "VMCheckpoint"];

    static bool Rehearses(string name) =>
        name.IndexOf('-') is > 0 and var dash && name[(dash + 1)..] is var noun
        && (RehearsingNouns.Contains(noun, StringComparer.Ordinal)
            || Array.Exists(RehearsingModules,
                module => noun.Length > module.Length && noun.StartsWith(module, StringComparison.Ordinal) && char.IsAsciiLetterUpper(noun[module.Length])));

    public static Verdict ByVerb(string name)
    {
        var dash = name.IndexOf('-');
        if (dash > 0 && name.AsSpan(dash + 1).IndexOfAnyExcept(Letters) < 0)
        {
            var verb = name[..dash];
            if (ReadingVerbs.Contains(verb) && !ShowingNouns.Show(verb, name[(dash + 1)..])) return Verdict.Unknown($"'{name}' is not known to show only, whatever its verb says");
            if (ReadingVerbs.Contains(verb)) return Verdict.Read($"'{name}' shows, by its verb");
            if (DestructiveVerbs.Contains(verb)) return Verdict.Destructive($"'{name}' deletes or overwrites, by its verb");
            if (DisruptiveVerbs.Contains(verb)) return Verdict.Disruptive($"'{name}' interrupts or changes, by its verb");
            if (ReversibleVerbs.Contains(verb)) return Verdict.Reversible($"'{name}' starts or adds, by its verb");
        }
        return Verdict.Unknown($"'{new Argument(name).Shown}' is no command that is known here");
    }

    static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
