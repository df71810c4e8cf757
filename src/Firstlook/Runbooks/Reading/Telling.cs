namespace Firstlook.Runbooks.Reading;

/// <summary>What the prose under a heading tells of a cause, sentence by sentence; what it tells to do is left out.</summary>
internal static class Telling
{
    /// <summary>Sentences of one heading at most.</summary>
    const int Most = 40;

    public static IEnumerable<Symptom> Of(IEnumerable<Section> sections) =>
        sections
            .Where(section => section.Role is not (Role.Action or Role.Prevention or Role.Escalation or Role.Postmortem or Role.Contacts or Role.Template or Role.Dashboards or Role.Prohibition or Role.Verification or Role.Symptoms))
            .SelectMany(section => section.Pieces.OfType<Paragraph>())
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
