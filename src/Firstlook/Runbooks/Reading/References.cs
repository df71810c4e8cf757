using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Checks that have a name of their own ("SQL 2", "Check B", "Q3"), by which causes refer to them.</summary>
internal static partial class References
{
    /// <returns>The name that the words above a block open with; null where they open with none.</returns>
    public static string? NameOf(string lead) => Named().Match(lead.TrimStart(' ', '*')) is { Success: true } named ? named.Groups["name"].Value : null;

    /// <summary>Whether what is told of a cause speaks of the check, as a word of its own.</summary>
    public static bool Speaks(Hypothesis cause, string name) =>
        cause.Symptoms.Concat(cause.Told).Any(said => HasWord(said.Text, name)) || cause.Advice.Any(advice => HasWord(advice.Text, name));

    static bool HasWord(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }

    [GeneratedRegex(@"^(?<name>(\p{L}{2,15} )?\p{L}{2,15} (\d{1,2}|[A-H])|[A-Z]{1,3}\d{1,2}|\p{L}{2,15} #?\d{1,2})\**\s*[:.)–—,-]", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
