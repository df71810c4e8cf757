using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Lists under a heading that calls them a checklist, and what is to be done after an incident.</summary>
internal static partial class Checklists
{
    public static IEnumerable<Checklist> Of(Outline outline)
    {
        foreach (var section in outline.Sections)
        {
            var after = section.IsWithin(Role.Postmortem);
            if (!(section.Role == Role.Postmortem || Named().IsMatch(section.Folded) || (after && HasBoxes(section)))) continue;
            var items = section.Items.Select(i => Words.Unticked(i.Text.Plain)).Where(t => t.Length > 0).ToList();
            if (items.Count > 0) yield return new(section.Line, section.Bare, [.. items], after);
        }
    }

    static bool HasBoxes(Section section) => section.Items.Any(i => Words.HasTickBox(i.Text.Plain));

    [GeneratedRegex(@"check-?\s?list|\bcheckliste\b|lista de (verific|comprob|chequeo|checagem)|liste de controle", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
