using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What people notice, told in the opening words of a procedure that lists no symptoms: "Players stay in the queue, support gets calls."</summary>
internal static partial class Noticing
{
    /// <summary>What stands further down speaks of what to do.</summary>
    const int OpeningParagraphs = 3;

    const int LongestSentence = 400;

    public static IEnumerable<Symptom> Of(Region region) =>
        region.IsSection ? In(region.Section) : [];

    /// <summary>What the opening words of a section say that people notice.</summary>
    public static IEnumerable<Symptom> In(Section section) =>
        Opening(section).Concat(Besides(section)).SelectMany(p => Telling.Sentences(p.Text)).Where(s => s.Plain.Length < LongestSentence).SelectMany(Noticed).Select(Symptoms.Of);

    /// <summary>The list that opens a procedure, before anything is run or told to do: "Alert: `X`", and below it what one sees.</summary>
    public static IEnumerable<Symptom> Listed(Region region)
    {
        if (!region.IsSection) return [];
        const int Most = 8;
        // A table of fields may stand above it: "| Alert | `QueueFull` |".
        var opening = region.Section.AllPieces.Where(p => p.Line > region.Line && !(p is Table { Header.Count: 2 } form && form.Line <= region.Line + 5))
            .TakeWhile(p => p is Paragraph { Quoted: false }).Cast<Paragraph>().ToList();
        var items = opening.SkipWhile(p => p.Item is null).TakeWhile(p => p.Item is { Parent: null, Number: null }).ToList();
        var before = opening.TakeWhile(p => p.Item is null).ToList();
        // "Descriptions:" above them says what the alert is.
        if (before is [.., { Label: { Role: Role.Meaning, Value.IsEmpty: true } }]) return [];
        if (items.Count is 0 or > Most || before.Count > 3
            || before.Exists(p => Asks(p.Text.Plain) || p.Label is { Role: not (Role.None or Role.Alert or Role.Severity or Role.Meaning or Role.Impact) }
                || p.Text.Plain.Length < 40 && p.Text.Role is Role.Causes or Role.Diagnosis or Role.Action or Role.Contacts or Role.Escalation)
            || region.Section.Descendants.Any(s => s.IsHeading && s.Line < items[^1].Line)) return [];
        return items.Exists(i =>
            Asks(i.Text.Plain) || i.Label is { Role: not Role.None } || i.Text.Plain is [.., '?' or ':'] || i.Text.Plain.Contains('→') || Words.HasTickBox(i.Text.Plain)
                || i.Text.Links.Count > 0 || i.Text.Codes.Any(c => InlineCommands.LanguageOf(c.Text) is not null) || Titles.IsAlertName(i.Text.Plain))
            ? [] : items.Where(i => i.OpensItem).Select(i => Symptoms.Of(i.Text));
    }

    // "Printers idle" orders nothing, though "print" does.
    static bool Asks(string text) =>
        Purposes.Of(text) != Purpose.Unsaid && !Words.FirstWord(text).EndsWith('s') || text.StartsWith("If ", StringComparison.Ordinal)
            || text.StartsWith("Don", StringComparison.Ordinal) || text.StartsWith("Never ", StringComparison.Ordinal);

    // "Severity: critical. You hear nothing on the air.": what stands behind the level.
    static IEnumerable<Paragraph> Besides(Section section) =>
        section.Children.TakeWhile(c => c.Line <= section.Line + 4)
            .Where(c => c is { Level: >= Section.Field, Role: Role.Severity or Role.Alert, Item: null } && c.Value.Plain.IndexOf(". ", StringComparison.Ordinal) > 0)
            .Select(c => c.Pieces.FirstOrDefault()).OfType<Paragraph>()
                .Select(p => new Paragraph(p.Line, p.EndLine, p.Text.From(p.Text.Plain.IndexOf(". ", StringComparison.Ordinal) + 1), null, false, false))
                .Where(p => p.Label is null);

    // Up to the first thing to run, to list, or to look up.
    static IEnumerable<Paragraph> Opening(Section section) =>
        section.Pieces.Where(p => p is not Heading && (p.Line > section.Line || !section.IsHeading || section.Pieces[0] is Heading))
            .TakeWhile(p => p is Paragraph { Item: null, Quoted: false, Text.HasCommand: false }).Cast<Paragraph>().Where(p => p.Label is null || p.Label.Role == Role.None)
            .Take(OpeningParagraphs).Where(p => !IsAside(p.Text.Plain));

    // "(no alarm, it is always Monday)" is said aside, and "TODO: nobody has written this one" is said of the page.
    static bool IsAside(string text) => text is ['(', .., ')'] || IsToBeWritten(text);

    /// <summary>True for what stands where nothing has been written yet.</summary>
    public static bool IsToBeWritten(string text) => ToBeWritten().IsMatch(text);

    [GeneratedRegex(@"^\W*(todo|tbd|tbc|fixme|xxx)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ToBeWritten();

    static IEnumerable<Prose> Noticed(Prose sentence)
    {
        if (BehindLevel().Match(sentence.Plain) is { Success: true } level) sentence = sentence.From(level.Length);
        if (Named().Match(sentence.Plain) is { Success: true } named)
            return Single().IsMatch(named.Value)
            ? [sentence.From(named.Length)] : Lists.Clauses(sentence.From(named.Length)).SelectMany(Halves);
        var said = Words.Fold(sentence.Plain);
        return Purposes.Of(sentence.Plain) == Purpose.Unsaid && Perceived().Match(said) is { Success: true } seen && !Conditional().IsMatch(said[..seen.Index])
            && !Unnoticed().IsMatch(seen.Value)
            ? Lists.Clauses(sentence) : [];
    }

    // "S2, `QueueFull`, symptoms: ...": the level and the alert stand before them.
    [GeneratedRegex(@"^(?![^:]{0,80}\.\s)(\S[^:,;]{0,40}[,;]\s+){1,3}(?=(symptoms?|signs|sympt[oô]mes?|s[ií]ntomas?|anzeichen|sintomi)\s?:)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BehindLevel();

    // "uploads failing and the database out of space": two things to be seen.
    static IEnumerable<Prose> Halves(Prose clause)
    {
        if (And().Match(clause.Plain) is not { Success: true } and || clause.Codes.Any(c => c.Start < and.Index && c.End > and.Index)) return [clause];
        return [new(clause.Plain[..and.Index].Trim(), clause.Line, clause.MarksWithin(0, and.Index)), clause.From(and.Index + and.Length)];
    }

    [GeneratedRegex(
        @"^(the |as |only |single |usual |typical |common |clear |first )*(symptoms?|signs?|sympt[oô]mes?|s[ií]ntomas?|anzeichen|segni|"
        + @"sintomi)( [uú]nic[oa]| unique)?( (is|are|include|sind|ist|son|es|são|é|sont|sono)\b(?!\s(plain|clear|obvious|easy|hard|listed|described|shown|below|"
        + @"the same|as above))|"
        + @"\s?:)[\s:]*|^(man merkt(['’]?s| es)?|merkt man(['’]?s| es)?) an (?=\p{Lu}|den |dem |der )|"
        + @"^(what )?(you|we|people|users|customers|players|clients|callers|they)('ll|'d|’d|’ll| will| would)? (usually |first |mostly )?(see|notice|get|hear|"
        + @"report)s?:\s*|^(you|we)('ll|'d|’d|’ll| will| would)? see (?!(if|whether|how|what|that|above|below|also|it|them|the section)\b)|"
        + @"^on (voit|constate|reçoit|remarque|observe) (?=(des?|un|une|le|la|les) |l['’])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex("^(only|single) | [uú]nic[oa]| unique", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(@"\s(and|und|y|e|et)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex And();

    // "If users report ...", "SEV1 when the customer says ...": a condition, not what is so.
    [GeneratedRegex(@"\b(if|when|once|after|unless|until|in case|should|wenn|falls|sobald|si|se|quando|cuando|lorsque|quand|caso)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Conditional();

    // "five seconds, nobody notices": that it is not seen is no sign.
    [GeneratedRegex("^nobody (will |usually )?(notices?|complains?|reports?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Unnoticed();

    const string People =
        "users?|players?|viewers?|listeners?|readers?|customers?|clients?|merchants?|sellers?|buyers?|shoppers?|subscribers?|patients?|students?|pupils|"
            + "teachers?|citizens?|residents|passengers?|travellers|drivers?|guests?|tenants?|landlords|staff|operators?|agents|pickers|nurses|doctors|clerks|callers?|"
            + "streamers|developers|people|everybody|everyone|nobody|somebody|someone|support|helpdesk|service ?desk|reception(ists?)?|shops?|stores?|desks?|traders|"
            + "analysts|editors";

    const string Others =
        "nutzer(innen)?|benutzer|anwender(innen)?|kunden|kundinnen|spieler|leser|mitarbeiter|patienten|usuarios|clientes|jugadores|alumnos|profesores|usuarios|"
            + "alunos|professores|jogadores|clients|utilisateurs|abonnes|joueurs|patients|agents|soignants|utenti|clienti|giocatori|pazienti|gebruikers|klanten|"
            + "пользователи|клиенты|водители|пассажиры|игроки|ユーザー|利用者";

    [GeneratedRegex(@"\b(" + People
        +
            @")( \w+){0,3} ((will |usually |first |only |mostly |then |suddenly |all )?(sees?|notices?|hears?|reports?|complains?|says?|mails?|writes?|phones?|"
            + @"gets? (an? |errors?|no |nothing|the |""|“|\d|logged|kicked|thrown|disconnected)|receives? (an? |no |nothing|the |errors?)|stays? |are stuck|is stuck|"
            + @"loses? |lost |waits? |cannot|can't|can not|could not|are (logged|thrown|kicked)|don't|do not|does not|doesn't)\b)|"
            + @"\b(you|we) ((will |usually |first |mostly )?(notices?|hears?( nothing| from)?|sees? (an? |nothing|no |the |how |""|“))\b)|"
            + @"\b(der kunde|die kundin|kunden) (ruft|rufen|meldet|schreibt|sieht)\b|\b("
        + Others
        +
            @") (\w+ ){0,2}(melden|sehen|berichten|beschweren|konnen|bekommen|klagen|ven|reportan|reciben|se quejan|no pueden|dicen|veem|relatam|reclamam|recebem|"
            + @"nao conseguem|voient|signalent|se plaignent|ne (peuvent|voient)|recoivent|vedono|segnalano|ricevono|non (possono|riescono|vedono)|melden dat|zien|"
            + @"klagen|видят|жалуются|сообщают|не могут|получают)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Perceived();
}
