using System.Text;
using Firstlook.Access;
using Firstlook.Effects.Shell;

namespace Firstlook.Actions;

/// <summary>One simple command whose every word is known: what an inverse can be made for, and what an inverse must be.</summary>
/// <param name="Prefix"><c>sudo</c>, or nothing.</param>
/// <param name="Words">The program first.</param>
sealed record ShellLine(EquatableArray<string> Prefix, EquatableArray<string> Words)
{
    public string Program => Words[0];

    /// <returns>Null where the text is anything else: a pipeline, a redirection, a variable, a glob.</returns>
    public static ShellLine? Read(string text, EquatableArray<Binding> values) => Split(text, values)?.ToArray() switch
    {
        ["sudo", var program, .. var rest] when !program.StartsWith('-') => new ShellLine(["sudo"], [program, .. rest]),
        [var program, .. var rest] when program != "sudo" => new ShellLine([], [program, .. rest]),
        _ => null,
    };

    /// <summary>The words of a text that is one simple command, each constant or exactly one bound value.</summary>
    public static EquatableArray<string>? Split(string text, EquatableArray<Binding> values)
    {
        var reading = ShellParser.Parse(text);
        if (!reading.Problems.IsEmpty
            || reading.List.Items is not [{ Background: false,
                Command.Pipelines: [{ Negated: false, Timed: false,
                    Commands: [SimpleCommand { Assignments.IsEmpty: true, Redirections.IsEmpty: true } simple] }] }]) return null;
        var words = new List<string>();
        foreach (var word in simple.Words)
        {
            var written = word.Span.In(text);
            var value = values.FirstOrDefault(value => value.Token == written || $"\"{value.Token}\"" == written)?.Value ?? word.Constant;
            if (value is null || value.Any(char.IsControl)) return null;
            words.Add(value);
        }

        return words.Count == 0 ? null : words.ToEquatableArray();
    }

    /// <summary>Words as a text that a shell splits into exactly these again, whatever they hold.</summary>
    public static string Text(params IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    public string With(params IEnumerable<string> words) => Text(Prefix.Concat(words));

    static string Quoted(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "-_./:=@,+%".Contains(character, StringComparison.Ordinal)) && word[0] is not ('=' or '%')
            ? word
            : new StringBuilder("'").Append(word.Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'').ToString();
}
