using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>People whom one line names, and those who stand in the head of their table.</summary>
internal static partial class Contacts
{
    /// <summary>"People → architect: Radka (pager `arch`) | vendor: noc@x.example", "Other people: Legal desk (#legal)": whatever the heading says.</summary>
    public static bool ListsPeople(string text) => PeopleLine().IsMatch(text);

    // Most of them with something to reach them by.
    static List<Contact> OfPeopleLine(Paragraph paragraph)
    {
        const int LongestEntry = 100;
        if (PeopleLine().Match(paragraph.Text.Plain) is not { Success: true } line) return [];
        var at = paragraph.Text.From(line.Groups["people"].Index).Line;
        var entries = BetweenPeople().Split(line.Groups["people"].Value).Select(e => e.Trim(' ', '.')).Where(e => e.Length > 1).Select(e => new Prose(e, at, [])).ToList();
        return entries.TrueForAll(e => e.Plain.Length < LongestEntry) && entries.Count(IsReached) * 2 > entries.Count && entries.Exists(e => Address().IsMatch(e.Plain))
            ? entries.ConvertAll(OfClause) : [];
    }

    // A table must have a head; who stands in it beside a number, or beside a sentence, is the first of the list.
    static bool HasPersonInHead(Table table)
    {
        const int WordsOfSentence = 4;
        return table.Header is [{ IsEmpty: false, Plain: var name } who, { IsEmpty: false, Plain: var reach } how] && char.IsUpper(name[0])
            && !new[] { who.Folded, how.Folded }.Any(h => IsReach(h) || Who().IsMatch(h) || Person().IsMatch(h) || When().IsMatch(h) || Timed().IsMatch(h))
            && (Address().IsMatch(reach) || reach.Split(' ').Length > WordsOfSentence);
    }

    [GeneratedRegex(
        @"(^|[.!?\n]\s?)((other|further|more|weitere|otr[ao]s|outr[ao]s|autres|altr[ei]) )?(people|contacts?|whom? to (call|ask)|personen|kontakte|ansprechpartner|"
        + @"personas|contactos|pessoas|contatos|personnes|persone|contatti|mensen)\s?(:|→|->|=|–|—)\s*(?<people>[^\n]{5,500})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PeopleLine();

    // A comma within brackets parts nobody.
    [GeneratedRegex(@"\s*[|;·•]\s*|,\s+(?![^(]*\))")]
    private static partial Regex BetweenPeople();
}
