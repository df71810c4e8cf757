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

    /// <summary>
    /// "Dorota (core) 555-0141. Piet 555-0163, not after 22. Hotline 0800 555 0190.", "Storage: Bastiaan (@bas) / RTB: Seun (@seun) / Duty +49 30 5550 199": three and
    /// more in a row, each with a way to reach it, whatever the heading says.
    /// </summary>
    static List<Contact> InARow(Prose text)
    {
        const int LongestRow = 600;
        if (text.Plain.Length > LongestRow || text.Codes.Any(c => c.Text.Contains(' ')) || !text.Plain.AsSpan().ContainsAnyInRange('0', '@')) return [];
        foreach (var between in new[] { BetweenSentences(), BetweenStrokes() })
        {
            var entries = between.Split(text.Plain).Select(e => e.Trim(' ', '.', '\n')).Where(e => e.Length > 1).ToList();
            var people = entries.Select(e => InRow().Match(e)).TakeWhile(p => p.Success).ToList();
            // Behind them a sentence may say when they are called.
            if (people.Count > 2 && people.Count >= entries.Count - 1)
                return people.ConvertAll(p => new Contact(text.Line, p.Groups["who"].Value.Trim(' ', ':', ',', '('), p.Groups["reach"].Value, null));
        }

        return [];
    }

    [GeneratedRegex(@"\.\s+(?=\p{Lu})|\s*;\s+")]
    private static partial Regex BetweenSentences();

    [GeneratedRegex(@"\s+[/|·•]\s+|\n")]
    private static partial Regex BetweenStrokes();

    // A day ("2024-03-01") reaches nobody.
    [GeneratedRegex(
        @"^(?<who>\p{Lu}[^\d@+]{1,70}?[\s(:,])(?<reach>(?!\d{4}-\d\d-)(\+|\(?0)?\d[\d ()/-]{5,}\d(?!\s?(%|ms|s|GB|MB|min|rows)\b)|(ext\.?|extension|durchwahl) ?\d{2,5}|"
        + @"@[A-Za-z][\w.-]+|[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,40})(?<rest>[^\d]{0,3}$|\)?\s*[,(][^\n]{2,60}$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex InRow();

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
