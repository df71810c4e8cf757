namespace Firstlook.Runbooks.Reading;

/// <summary>What the prose under a heading tells of a cause, sentence by sentence; what it tells to do is left out.</summary>
internal static class Telling
{
    /// <summary>Sentences of one heading at most.</summary>
    const int Most = 40;

    public static IEnumerable<Symptom> Of(IEnumerable<Section> sections) =>
        Sentences(sections.SelectMany(Paragraphs));

    /// <summary>What some lines of a section tell: an item of a list with all its paragraphs, or a branch.</summary>
    /// <param name="first">1-based, as <paramref name="last"/>; both inclusive.</param>
    public static IEnumerable<Symptom> Within(Section section, int first, int last) =>
        Sentences(In(section.Pieces, first, last).OfType<Paragraph>().Concat(section.ChildrenWithin(first, last).SelectMany(Paragraphs))
            .Where(paragraph => paragraph.Line <= last));

    /// <summary>Pieces stand in the order of their lines, and a list may have thousands of items.</summary>
    static IEnumerable<Piece> In(List<Piece> pieces, int first, int last)
    {
        var low = 0;
        for (var high = pieces.Count; low < high;)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].Line < first) low = middle + 1;
            else high = middle;
        }

        for (; low < pieces.Count && pieces[low].Line <= last; low++) yield return pieces[low];
    }

    static IEnumerable<Paragraph> Paragraphs(Section section) =>
        section.Role is not (Role.Action or Role.Prevention or Role.Escalation or Role.Postmortem or Role.Contacts or Role.Template or Role.Dashboards or Role.Prohibition
            or Role.Verification or Role.Symptoms)
            ? section.Paragraphs
            : [];

    static IEnumerable<Symptom> Sentences(IEnumerable<Paragraph> paragraphs) =>
        paragraphs
            .SelectMany(paragraph => Sentences(paragraph.Text))
            .Take(Most)
            .Select(Symptoms.Of);

    /// <summary>Cuts at full stops that are followed by a space and do not stand in code.</summary>
    public static IEnumerable<Prose> Sentences(Prose prose)
    {
        var (text, start, next) = (prose.Plain, 0, 0);
        for (var i = 0; i < text.Length - 1; i++)
        {
            while (next < prose.Codes.Count && prose.Codes[next].End <= i) next++;
            if (next < prose.Codes.Count && prose.Codes[next].Start <= i) i = prose.Codes[next].End - 1;
            else if (text[i] is '.' or '!' or '?' or ';' && text[i + 1] == ' ')
            {
                if (Part(prose, start, i + 1) is { } part) yield return part;
                start = i + 2;
            }
        }

        if (Part(prose, start, text.Length) is { } last) yield return last;
    }

    static Prose? Part(Prose prose, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(prose.Plain[start])) start++;
        return start >= end ? null : new(prose.Plain[start..end].TrimEnd(), prose.Line, prose.MarksWithin(start, end));
    }
}
