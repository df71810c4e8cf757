using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a section enumerates: its list items, or the clauses of its sentence.</summary>
internal static partial class Lists
{
    /// <summary>The outermost items of a section in order, or where it has none the comma-separated parts of its prose.</summary>
    /// <remarks>Ask <see cref="Section.Entries"/>, which remembers the answer.</remarks>
    public static IEnumerable<Prose> Entries(Section section)
    {
        if (!section.Value.IsEmpty && !section.Value.Plain.EndsWith(':')) return Clauses(section.Value);
        var items = section.Items;
        if (items.Count > 0) return items.Select(i => i.Text);
        if (!section.Value.IsEmpty) return Clauses(section.Value);
        return section.Paragraphs.Where(p => p.Line != section.Line || section.IsHeading && p.Line > section.Line).Take(1)
            .SelectMany(p => Clauses(p.Text.From(Answer().Match(p.Text.Plain).Length)));
    }

    /// <summary>The outermost list items that stand directly in the section.</summary>
    /// <remarks>Ask <see cref="Section.Items"/>, which remembers the answer.</remarks>
    public static IEnumerable<Item> Items(Section section)
    {
        if (!section.Paragraphs.Exists(p => p.OpensItem) && !section.Children.Exists(s => s.Item is not null)) return [];
        // An item whose words make it a field ("- Alert: `X`" among the symptoms) is an item of the list all the same.
        var own = section.Children.Where(s => s.Item is not null && s.Item != section.Item).Prepend(section).SelectMany(s => s.Paragraphs)
            .Where(p => p is { OpensItem: true, Item: not null } && p.Item != section.Item).Select(p => p.Item!).ToList();
        if (own.Count == 0) return [];
        var outermost = own.Min(i => i.Depth);
        var items = own.Where(i => i.Depth == outermost);
        // "You will notice:", bullets, and behind them the numbered steps: a label introduces the first of two lists.
        if (section.IsHeading) return items;
        var (isNumbered, isTicked) = (items.First().Number.HasValue, IsTicked(items.First()));
        return items.TakeWhile(i => i.Number.HasValue == isNumbered && (isTicked || !IsTicked(i)));
    }

    // What is to be ticked off is done, and the bullets above it were told.
    static bool IsTicked(Item item) => Words.HasTickBox(item.Text.Plain.TrimStart('-', '*', ' '));

    /// <summary>Cuts prose where its lines end, or else at commas and semicolons that stand outside code, quotes and brackets.</summary>
    public static IEnumerable<Prose> Clauses(Prose prose)
    {
        const int LongestSentence = 20_000;
        var text = prose.Plain;
        if (text.Length > LongestSentence)
        {
            yield return prose;
            yield break;
        }

        var start = 0;
        // "writes fail<br>the queue grows"
        if (prose.Marks.Any(m => m.Kind == MarkKind.Break))
        {
            foreach (var end in prose.Marks.Where(m => m.Kind == MarkKind.Break).Select(m => m.Start).Append(text.Length))
            {
                if (Part(prose, start, end) is { } line) yield return line;
                start = end;
            }

            yield break;
        }

        var bySlash = IsCutBySlashes(text);
        var next = 0;
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            while (next < prose.Codes.Count && prose.Codes[next].Start < i) next++;
            if (next < prose.Codes.Count && prose.Codes[next].Start == i) i = Math.Max(i, prose.Codes[next].End - 1);
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']') depth--;
            else if ((text[i] is ',' or ';' or '•' or '、' or '；' || (text[i] is '·' or '/' && IsApart(text, i) && (text[i] == '·' || bySlash))) && depth <= 0 && !quoted
                && !(i > 0 && char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsDigit(text[i + 1])))
            {
                if (Part(prose, start, i) is { } part) yield return part;
                start = i + 1;
            }
        }

        if (Part(prose, start, text.Length) is { } last) yield return last;
    }

    // "customers call / the probe is red / nothing on the map": where no comma does it, and no part is a mere word of "CPU / memory".
    static bool IsCutBySlashes(string text)
    {
        if (!text.Contains(" / ", StringComparison.Ordinal) || text.AsSpan().IndexOfAny(',', ';') >= 0) return false;
        var parts = text.Split(" / ");
        return parts.Length > 2 || parts.All(p => p.AsSpan().Trim().Count(' ') >= 2);
    }

    static bool IsApart(string text, int at) => at > 0 && text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ';

    static Prose? Part(Prose prose, int start, int end)
    {
        var text = LeadingAnd().Replace(prose.Plain[start..end].Trim(), "").Trim().TrimEnd('.');
        if (text.Length == 0) return null;
        var marks = prose.Marks.Where(m => m.Kind != MarkKind.Break && m.Start >= start && m.End <= end);
        var cut = prose.Plain.IndexOf(text, start, StringComparison.Ordinal);
        return new(text, prose.Line, [.. marks.Where(m => m.Start >= cut).Select(m => m with { Start = m.Start - cut })]);
    }

    /// <summary>"A: All trends stop at once": what opens an answer.</summary>
    [GeneratedRegex(@"^((A|R|Answer|Antwort|Respuesta|Resposta|Réponse|Risposta)\s?:\s*)?", RegexOptions.ExplicitCapture)]
    public static partial Regex Answer();

    // "(a) no frames; (b) and the queue grows"
    [GeneratedRegex(@"^(\([a-h]\)\s+)?((and|or|und|oder|y|e|et|ou|o)\s+)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingAnd();
}
