using System.Collections.Frozen;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Cmdlets that run a block for each thing. Only a block that stands there is judged beside them: one that a variable holds, or that another command answers
/// (<c>(Get-Command Restart-App).ScriptBlock</c>), may be anything (about_Script_Blocks, about_Calculated_Properties).
/// </summary>
internal static class ScriptBlocks
{
    /// <summary>Parameters that take a block.</summary>
    static readonly string[] Blocks = ["-Process", "-Begin", "-End", "-RemainingScripts", "-Parallel", "-ScriptBlock", "-FilterScript", "-Expression"];

    /// <summary>Parameters that take no value.</summary>
    static readonly FrozenSet<string> Switches =
        WordSet.OfAnyCase(
            "-AsJob -NoNewScope -HideComputerName -InDisconnectedSession -EnableNetworkAccess -UseSSL -SSHTransport -RemoteDebug -RunAsAdministrator -UseNewRunspace "
            + "-Verbose -Debug -WhatIf -Confirm -Not -Is -IsNot");

    /// <summary>Cmdlets whose properties may be computed.</summary>
    static readonly FrozenSet<string> Computing =
        WordSet.OfAnyCase(
            "Select-Object Sort-Object Group-Object Measure-Object Compare-Object Format-Table Format-List Format-Wide Format-Custom ConvertTo-Html Get-Unique "
            + "Join-String Out-GridView");

    /// <returns>What the cmdlet does; null for one that runs no block.</returns>
    public static Verdict? Judge(string name, IReadOnlyList<PowerShellToken> tokens) => name switch
    {
        "ForEach-Object" => Loop(tokens),
        "Invoke-Command" => Elsewhere(tokens),
        "Where-Object" or "Measure-Command" or "Trace-Command" => Filter(tokens),
        _ when Computing.Contains(name) => Properties(tokens),
        _ => null,
    };

    // Without a block it calls the method that its operand names; beside one, -MemberName still does.
    static Verdict Loop(IReadOnlyList<PowerShellToken> tokens)
    {
        var operands = Operands(tokens);
        if (operands.Exists(operand => operand.Option.Length > 1 && "-MemberName".StartsWith(operand.Option, StringComparison.OrdinalIgnoreCase))
            || !tokens.Any(token => token.Kind == PowerShellKind.Block))
            return Verdict.Unknown("it calls a method by name");
        return Hidden(tokens, operands) is { } why ? Verdict.Unknown(why)
            : operands.Exists(operand => operand.Option.Length == 0 && !IsBlock(tokens[operand.At]))
                ? Verdict.Unknown("it runs, or calls by name, what is not written here") : Verdict.Read("it runs its block for each");
    }

    static Verdict Elsewhere(IReadOnlyList<PowerShellToken> tokens)
    {
        var operands = Operands(tokens);
        var written = operands.Exists(operand => operand.At < tokens.Count && IsBlock(tokens[operand.At]) && (operand.Option.Length == 0 || TakesBlock(operand.Option)));
        return !written || Hidden(tokens, operands) is not null || operands.Exists(operand => operand.Option.StartsWith("-F", StringComparison.OrdinalIgnoreCase))
            ? Verdict.Unknown("it runs what is not written here") : Verdict.Read("it runs its block there");
    }

    static Verdict? Filter(IReadOnlyList<PowerShellToken> tokens)
    {
        var operands = Operands(tokens);
        if (Hidden(tokens, operands) is { } why) return Verdict.Unknown(why);
        // "Where-Object Status -eq $x" compares a property, which is named first.
        return operands.FindIndex(operand => operand.Option.Length == 0) is >= 0 and var first && MayBeBlock(tokens[operands[first].At])
            ? Verdict.Unknown("what it runs for each is not written here") : null;
    }

    static Verdict? Properties(IReadOnlyList<PowerShellToken> tokens)
    {
        foreach (var (option, at) in Operands(tokens))
        {
            // What Compare-Object is given by its place is compared.
            if (at >= tokens.Count || option.Length == 0 && tokens[0].Text.ToLowerInvariant() is "compare-object" or "compare" or "diff"
                || option.Length > 0 && !"-Property".StartsWith(option, StringComparison.OrdinalIgnoreCase)
                    && !"-GroupBy".StartsWith(option, StringComparison.OrdinalIgnoreCase)) continue;
            if (tokens[at].Kind == PowerShellKind.Parenthesis && !IsList(tokens[at].Text) || IsMember(tokens, at))
                return Verdict.Unknown("what it computes for each is not written here");
        }

        return tokens.Any(token => token.Kind == PowerShellKind.Table && !IsWritten(token.Text)) ? Verdict.Unknown("a property is computed by what is not written here") : null;
    }

    /// <summary>Whether a variable is set to the block of another command, which whoever is handed the variable then runs.</summary>
    public static bool AreKept(PowerShellStatement statement) =>
        statement.Pipeline[0] is [_, { Kind: PowerShellKind.Assignment }, ..]
            && statement.Pipeline.Any(element =>
                element.Any(token =>
                    token.Text.Contains("ScriptBlock", StringComparison.OrdinalIgnoreCase) || token.Text.Contains("function:", StringComparison.OrdinalIgnoreCase)));

    // $command.ScriptBlock
    static bool IsMember(IReadOnlyList<PowerShellToken> tokens, int at) =>
        tokens[at] is { Kind: PowerShellKind.Word, Quoted: false } word && word.Text.Length > 1 && word.Text[0] == Argument.Hole && word.Text[1] is '.' or ':';

    /// <summary>Whether what stands in brackets is a list of names, tables and blocks: <c>@('Name', @{n='x';e={$_.y}})</c>.</summary>
    static bool IsList(string text)
    {
        var reader = new PowerShellReader(text).Read();
        return reader.Problem is null && reader.Statements.TrueForAll(statement => statement.Pipeline is [var element] && element.All(token => token.Kind switch
        {
            PowerShellKind.Word => token.Quoted && token.Inner.Count == 0 || token.Text is [',', ..],
            PowerShellKind.Table => IsWritten(token.Text),
            _ => token.Kind == PowerShellKind.Block,
        }));
    }

    /// <summary>Whether a table's expression is a block or a name: <c>@{n='Age';e={...}}</c>.</summary>
    static bool IsWritten(string table)
    {
        var reader = new PowerShellReader(table).Read();
        return reader.Problem is null
            && reader.Statements.TrueForAll(statement =>
                statement.Pipeline is [var element] && element is [{ Kind: PowerShellKind.Word } key, { Kind: PowerShellKind.Assignment }, ..]
            && (!"expression".StartsWith(key.Text, StringComparison.OrdinalIgnoreCase) || element is [_, _, { Kind: PowerShellKind.Block }]
                || element is [_, _, { Kind: PowerShellKind.Word } word] && !word.Text.Contains(Argument.Hole)));
    }

    // A parameter that takes a block is given something else, or nobody knows which parameters there are.
    static string? Hidden(IReadOnlyList<PowerShellToken> tokens, List<(string Option, int At)> operands)
    {
        if (tokens.Skip(1).Any(token => token is { Kind: PowerShellKind.Word, Quoted: false } && token.Text is ['@', _, ..])) return "its parameters are held by a variable";
        return operands.Exists(operand => TakesBlock(operand.Option) && !(operand.At < tokens.Count && IsBlock(tokens[operand.At]))) ? "it runs what is not written here" : null;
    }

    static bool TakesBlock(string option) => option.Length > 1 && Array.Exists(Blocks, block => block.StartsWith(option, StringComparison.OrdinalIgnoreCase));

    static bool IsBlock(PowerShellToken token) => token.Kind == PowerShellKind.Block || token is { Kind: PowerShellKind.Word, Text: "," };

    static bool MayBeBlock(PowerShellToken token) =>
        token.Kind == PowerShellKind.Parenthesis || token is { Kind: PowerShellKind.Word, Quoted: false } && token.Text.StartsWith(Argument.Hole);

    /// <summary>What a command is given: each with the parameter before it, or with "" where it stands by itself.</summary>
    static List<(string Option, int At)> Operands(IReadOnlyList<PowerShellToken> tokens)
    {
        var operands = new List<(string, int)>();
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == PowerShellKind.Redirection) continue;
            if (tokens[at] is not { Kind: PowerShellKind.Word, Quoted: false } word || word.Text is not ['-', var initial, ..] || !char.IsAsciiLetter(initial))
            {
                operands.Add(("", at));
                continue;
            }

            var option = word.Text.TrimEnd(':');
            // "-Process:$block" is a value of its own that is no block.
            if (option.Contains(':')) operands.Add((option[..option.IndexOf(':')], at));
            else if (Switches.Contains(option)
                || at + 1 < tokens.Count && tokens[at + 1] is { Kind: PowerShellKind.Word, Quoted: false, Text: ['-', var next, ..] }
                    && char.IsAsciiLetter(next)) continue;
            else operands.Add((option, ++at));
        }

        return operands;
    }
}
