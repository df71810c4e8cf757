using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Levels of a team's own name that one paragraph explains: "We say **Red** when nobody can pay. That is what others call critical: within 10 minutes. **Amber** is
/// their medium, and you have an hour."</summary>
/// <param name="Label">The team's name, as it stands in bold.</param>
/// <param name="Level">What the paragraph calls it for others.</param>
internal sealed partial record ToldScale(string Label, string Level, Promises Promises, int Line)
{
    const int LongestParagraph = 1200;

    /// <returns>Nothing where fewer than two names are explained by two different levels, or none has a time.</returns>
    public static IEnumerable<ToldScale> In(Outline outline) =>
        outline.Paragraphs.Where(p => p.Text.Plain.Length is > 40 and < LongestParagraph).Select(Told)
            .FirstOrDefault(told => told.Count > 1 && told.DistinctBy(t => t.Level).Skip(1).Any() && told.Exists(t => t.Promises.Says)) ?? [];

    static List<ToldScale> Told(Paragraph paragraph)
    {
        if (paragraph.Text.Marks.Count < 2) return [];
        var names = paragraph.Text.Marks.Where(m => m.Kind == MarkKind.Strong && Name().IsMatch(m.Text)).ToList();
        var told = new List<ToldScale>();
        for (var i = 0; i < names.Count && names.Count > 1; i++)
        {
            var clause = paragraph.Text.Plain[names[i].End..(i + 1 < names.Count ? names[i + 1].Start : paragraph.Text.Plain.Length)];
            var level = Explained().Matches(clause).Select(m => Severities.OfWholeWord(m.Groups["level"].Value)).FirstOrDefault(found => found is not null);
            if (level is not null) told.Add(new(names[i].Text, level, Promises.Of(clause), paragraph.Line));
        }

        return told;
    }

    [GeneratedRegex(@"^\p{Lu}\p{L}{2,11}$")]
    private static partial Regex Name();

    [GeneratedRegex(
        @"(?<=(\b(calls?|called|their|your|is|means?|equals|stands for|as|nennen|nennt|heißt|bedeutet|ist|llaman?|significa|es|chamam?|é|appell\w+|est)|=)\s(it |this |that |an? )?"
        + @"[""'“«]?)(?<level>\p{L}{3,12})\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Explained();
}
