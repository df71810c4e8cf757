using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// What others may have written, and files hold, on its way through variables and pipelines into the text of a shell, a statement or a script (<see cref="EmbeddedAnswers"/>),
/// and to where an option may stand: PowerShell hands each line of a variable on as a word of its own (about_Parsing, "Passing arguments to native commands").
/// </summary>
internal sealed partial class ToldWords
{
    const int MostRounds = 8;

    /// <summary>Variables that hold what others may have written.</summary>
    readonly Scope told = new() { PowerShell = true };

    /// <summary>Variables that hold that, or the lines of a file.</summary>
    readonly Scope filed = new() { PowerShell = true };

    /// <param name="kept">What the text's variables are set to.</param>
    public ToldWords(IReadOnlyList<(string Name, string Value)> kept)
    {
        told.Told.Add(CommandWords.Answer);
        filed.Told.Add(CommandWords.Answer);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = told.Told.Count + filed.Told.Count;
            foreach (var (name, value) in kept)
            {
                var written = name.ToLowerInvariant();
                if (filed.Told.Contains(written) && told.Told.Contains(written)) continue;
                var (commands, answer) = new CommandWords(value, Tells).ReadValue();
                if (EvaluatedAnswers.IsTold(answer, told)) told.Told.Add(written);
                if (EvaluatedAnswers.IsTold(answer, filed) || commands.Exists(command => IsFile(command.Command))) filed.Told.Add(written);
            }

            if (told.Told.Count + filed.Told.Count == before) break;
        }
    }

    /// <returns>Null where a statement does nothing of the kind.</returns>
    public string? Problem(string statement)
    {
        if (!statement.Contains('$')) return null;
        string? problem = null;
        foreach (var (command, piped) in new CommandWords(statement, Tells).Read())
        {
            problem ??= Problem(command, piped && told.Told.Contains("_") ? new Input(InputKind.Pipe, Told: true) : Input.Inherited);
            var (tells, hands) = (Tells(command), Hands(command, told));
            if (tells || hands) told.Told.UnionWith(Current);
            if (tells || hands || IsFile(command) || Hands(command, filed)) filed.Told.UnionWith(Current);
        }

        told.Told.ExceptWith(Current);
        filed.Told.ExceptWith(Current);
        return problem;
    }

    // about_PSItem
    static readonly string[] Current = ["_", "psitem"];

    string? Problem(SimpleCommand command, Input input)
    {
        if (command.Words[0].Constant is not { } name || Own().IsMatch(name)) return null;
        if (EmbeddedAnswers.Problem(command, input, told) is { } embedded) return embedded;
        if (ToldTexts.AreWords(command, told) || Tools.Hooks.ActByOptions.Contains(name) && ToldTexts.AreWords(command, filed))
            return "a line of what others may have written may be an option, or several words";
        // ssh(1): behind the host all words together are a text for the shell there.
        return name is "ssh" or "plink" && command.Words.Skip(2).Any(word => EvaluatedAnswers.IsTold(word.Parts, filed))
            ? $"{name} runs a text in which others may have written" : null;
    }

    static bool Hands(SimpleCommand command, Scope scope) => command.Words.Any(word => EvaluatedAnswers.IsTold(word.Parts, scope));

    static bool Tells(SimpleCommand command) =>
        command.Words[0].Constant is { } name
            && (Telling.Contains(name) || Lists(name, command) || Statements().IsMatch(name) && !command.Words.Any(word => word.Constant is { } text && ToldTexts.Counts(text))
                || ToldTexts.Print(command) || EvaluatedAnswers.Asks(command));

    /// <summary>Where anybody may write, the names of files are anybody's.</summary>
    static bool Lists(string name, SimpleCommand command) =>
        name.ToLowerInvariant() is "get-childitem" or "gci" or "ls" or "dir" or "find"
            && command.Words.Skip(1).Any(word => SentAway.Text(word.Parts) is var path && (OpenFolders.Has(path) || path.Contains(@"\Temp", StringComparison.OrdinalIgnoreCase))
                || word.Parts is [Variable { Name: "temp" or "tmp" or "tmpdir" }, ..]);

    static bool IsFile(SimpleCommand command) => command.Words[0].Constant is { } name && Reading.Contains(name);

    /// <summary>What another machine answers, and what stands in a log.</summary>
    static readonly FrozenSet<string> Telling = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Invoke-RestMethod", "irm", "Invoke-WebRequest", "iwr", "curl", "wget", "Get-WinEvent", "Get-EventLog");

    static readonly FrozenSet<string> Reading = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Get-Content", "gc", "cat", "type", "Import-Csv", "ipcsv", "more");

    // Invoke-Sqlcmd, Invoke-DbaQuery, Invoke-SqliteQuery
    [GeneratedRegex(@"^Invoke-\w*(Sql|Query)\w*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Statements();

    /// <summary>Commands that read their words as no other language's text, and options of the one before a block.</summary>
    [GeneratedRegex(
        @"^((Write|Out|Select|Where|ForEach|Format|ConvertTo|ConvertFrom|Join|Split|Compare|Measure|Sort|Group|Tee|Add|New|Get|Set|Test|Start|Resolve)-\w+|"
        + @"echo|write|sls|findstr|where|select|sort|measure|group|tee|return|if|elseif|while|switch|foreach|for|in|[?%]|-.*)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
