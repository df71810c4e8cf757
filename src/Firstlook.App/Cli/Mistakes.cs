using System.CommandLine;
using System.CommandLine.Parsing;

namespace Firstlook.App.Cli;

/// <summary>What is wrong with a command line, each thing once and in a sentence, and where to read on.</summary>
static class Mistakes
{
    const string Program = "firstlook";

    /// <returns>Empty where nothing is wrong.</returns>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return [];
        var command = parsed.CommandResult.Command;
        var path = Path(parsed.CommandResult);
        var lines = new List<string>();
        if (command.Subcommands.Count > 0 && command.Action is null)
        {
            // Of all words the first is the one that is no verb; what follows it belongs to that.
            var verbs = command.Subcommands.Select(verb => verb.Name).ToArray();
            lines.Add(parsed.UnmatchedTokens is [['-', ..] option, ..]
                ? $"there is no option {option}{Meant(option, [.. command.Options.Select(one => one.Name)])}"
                : parsed.UnmatchedTokens is [var first, ..]
                ? $"there is no verb {$"{path} {first}"[(Program.Length + 1)..]}{Meant(first, verbs)}"
                : $"a verb is needed{(path.Length > Program.Length ? $" after {path[Program.Length..].Trim()}" : "")}: {string.Join(", ", verbs)}");
        }
        else
        {
            var options = parsed.CommandResult.Command.Options.Select(option => option.Name).ToArray();
            lines.AddRange(parsed.UnmatchedTokens.Select(word =>
                word.StartsWith('-') ? $"there is no option {word}{Meant(word, options)}" : $"\"{word}\" is more than {path} takes"));
            lines.AddRange(parsed.Errors.Select(error => Said(error.Message))
                .Where(message => !parsed.UnmatchedTokens.Any(word => message.Contains($"'{word}'", StringComparison.Ordinal))));
        }

        return [.. lines.Distinct(StringComparer.Ordinal).Select(line => "firstlook: " + line), $"{path} --help shows what there is."];
    }

    /// <summary>A number that is an argument or an option's value.</summary>
    /// <param name="what">"number of an incident"</param>
    public static Func<ArgumentResult, int> Number(string what) => result =>
    {
        if (int.TryParse(result.Tokens[0].Value, out var number)) return number;
        result.AddError($"\"{result.Tokens[0].Value}\" is no {what}");
        return 0;
    };

    /// <summary>The library ends some of its sentences with a type's name.</summary>
    static string Said(string message) => message.IndexOf(" as expected type ", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : Program;

    static string Meant(string word, IEnumerable<string> known) =>
        known.Select(name => (Name: name, Distance: Distance(word, name))).Where(one => one.Distance <= Math.Max(1, word.Length / 3)).OrderBy(one => one.Distance)
            .FirstOrDefault().Name is { } near
            ? $"; did you mean {near}?"
            : "";

    /// <summary>Letters put in, left out or exchanged (Levenshtein).</summary>
    static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++) (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
