using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Levels that a team counts in its own way, in sentences or a list: "Class 1 ... within 10 minutes. Class 2 ...", "G1 (critique) : ...". The first is the
/// worst.</summary>
internal sealed partial class OwnScale
{
    const int LongestParagraph = 2000;
    readonly string prefix;
    readonly int first;
    readonly SortedSet<int> numbers;

    OwnScale(string prefix, SortedSet<int> numbers) => (this.prefix, first, this.numbers) = (prefix, numbers.Min, numbers);

    /// <returns>Null where the document has no such scale.</returns>
    public static OwnScale? Of(List<Placed> pieces)
    {
        var found = new Dictionary<string, SortedSet<int>>(StringComparer.OrdinalIgnoreCase);
        // "G1: a client is down. 15 min." to "G3: ...", each on a line of its own, says what it is by being three.
        var lined = new Dictionary<string, SortedSet<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (piece, section) in pieces)
        {
            if (piece is not Paragraph { Text.Plain: { Length: > 3 and < LongestParagraph } text } || !HoldsCount(text)
                || section.IsWithin(Role.Symptoms, Role.Template, Role.Escalation)) continue;
            var inPolicy = section.AndAncestors().Any(s => s is { Role: Role.Severity or Role.SeverityPolicy, IsHeading: true } or { Role: Role.SeverityPolicy });
            var labels = Label().Matches(text);
            for (var i = 0; i < labels.Count; i++)
            {
                var name = labels[i].Groups["prefix"].Value;
                var behind = text[(labels[i].Index + labels[i].Length)..(i + 1 < labels.Count ? labels[i + 1].Index : text.Length)];
                var isGraded = Graded().Match(behind) is { Success: true } word && Severities.OfWholeWord(word.Groups["level"].Value) is not null;
                if (!Promises.HasTime(behind)) continue;
                var isSaid = isGraded || inPolicy && (labels[i].Index < 4 || labels.Count > 1) || Classes().IsMatch(name);
                if (!isSaid && !(labels.Count == 1 && labels[i].Index < 4 && Grades.Contains(name) && behind.TrimStart() is [':' or '=' or '–' or '—' or '-', ..])) continue;
                var among = isSaid ? found : lined;
                if (!among.TryGetValue(name, out var numbers)) among[name] = numbers = [];
                numbers.Add(int.Parse(labels[i].Groups["number"].Value, CultureInfo.InvariantCulture));
            }
        }

        return found.Where(f => f.Value.Count > 1).Concat(lined.Where(f => f.Value.Count > 2))
            .Where(f => f.Value.Min < 2 && f.Value.Max - f.Value.Min == f.Value.Count - 1).Select(f => new OwnScale(f.Key, f.Value)).FirstOrDefault();
    }

    /// <summary>The text with the codes that all know: "Class 2" is "P2".</summary>
    public string InCodes(string text, bool zeroBased) =>
        HoldsCount(text)
            ? Label().Replace(text,
                m => m.Groups["prefix"].Value.Equals(prefix, StringComparison.OrdinalIgnoreCase)
                    && int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture) is var n && numbers.Contains(n)
                    ? $"P{n - first + (zeroBased ? 0 : 1)}" : m.Value)
            : text;

    /// <summary>What each level is called.</summary>
    public IEnumerable<(string Label, string Level)> Labels => numbers.Select(n => ($"{prefix}{n}", Order[Math.Min(n - first, Order.Length - 1)]));

    // Not the letters that count levels of support, hypotheses or quarters.
    static readonly FrozenSet<string> Grades = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "G", "C", "K", "I", "U", "D");

    static readonly string[] Order = ["critical", "high", "medium", "low"];

    // A letter or a blank before a single digit.
    static bool HoldsCount(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] is >= '0' and <= '5' && (text[at - 1] is ' ' or '-' || char.IsAsciiLetterUpper(text[at - 1]))
                && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
                return true;
        }

        return false;
    }

    const string ScaleWords =
        "Class|Klasse|Classe|Clase|Category|Kategorie|Catégorie|Categoría|Categoria|Cat|Level|Stufe|Nivel|Nível|Niveau|Livello|Grade|Grad|Grado|Tier|Urgency|"
            + "Dringlichkeit";

    [GeneratedRegex(@"(?<![\p{L}\d_.-])(?<prefix>[A-OQRT-Z]|[A-Z]{2,3}-|(" + ScaleWords + @")\s)(?<number>[0-5])(?![\w%]|\.\d|-\w)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(Class|Klasse|Classe|Clase|Category|Kategorie|Catégorie|Categoría|Categoria|Urgency|Dringlichkeit)\s$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Classes();

    [GeneratedRegex(@"^\W{0,3}\((?<level>\p{L}{3,14})[),;]", RegexOptions.ExplicitCapture)]
    private static partial Regex Graded();
}
