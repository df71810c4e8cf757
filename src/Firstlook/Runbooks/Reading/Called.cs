using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>People whom sentences name to be called, where no list does: "ring Hanne 0491 570 102", "after 20 minutes call the platform lead".</summary>
internal static partial class Called
{
    const int LongestParagraph = 600;

    /// <summary>Each of them once, in the order of the text. Without a number one alone may be by the way.</summary>
    public static List<Contact> In(Outline outline)
    {
        var found = new List<Contact>();
        var numbered = false;
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is not Paragraph { Text.Plain.Length: < LongestParagraph } paragraph
                || section.IsWithin(Role.Template, Role.Symptoms, Role.Postmortem, Role.Expected)) continue;
            var (phoned, named) = (Phoned(paragraph.Text), Named(paragraph.Text));
            var isLadder = section.IsWithin(Role.Escalation, Role.Contacts);
            if (phoned.Count == 0 && !isLadder) continue;
            numbered |= phoned.Count > 0;
            found.AddRange(phoned.Concat(named.Where(n => !phoned.Exists(p => Same(p.Role, n.Role)))));
        }

        var people = found.DistinctBy(c => Key(c.Role)).ToList();
        return people.Count > 1 || numbered ? people : [];
    }

    /// <summary>Those of one text.</summary>
    public static List<Contact> Of(Prose text)
    {
        var phoned = Phoned(text);
        return [.. phoned.Concat(Named(text).Where(n => !phoned.Exists(p => Same(p.Role, n.Role))))];
    }

    static List<Contact> Phoned(Prose text) =>
        HoldsNumber(text.Plain)
            ? [.. Number().Matches(text.Plain).Select(m => new Contact(text.Line, Opening().Replace(m.Groups["who"].Value, "").Trim(), m.Groups["reach"].Value, null))
                .Where(c => c.Role.Length > 1)]
            : [];

    static List<Contact> Named(Prose text) =>
        [.. MayCall.Matches(text.Plain).Select(m => new Contact(text.Line, m.Groups["who"].Value.Trim(), "", null))];

    static bool Same(string one, string other) => Key(one) is var a && Key(other) is var b && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

    static string Key(string who) => Article().Replace(Words.Fold(who), "");

    // Four digits in a row, or three and a blank: a number of a telephone has them, and most sentences do not.
    static bool HoldsNumber(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : c is ' ' or '-' or '/' or ')' && run > 1 ? run : 0;
            if (run >= 4) return true;
        }

        return false;
    }

    static readonly Sieve MayCall =
        new([Order()], "call", "ring", "page", "phone", "wake", "→", "->", "appel", "prévenir", "anrufen", "llam", "avis", "lig", "cham", "acion", "chiama", "bel ");

    [GeneratedRegex(
        @"(?<who>\p{L}[\p{L}'’.&+-]*( \(?[\p{L}'’.&+-]+\)?){0,4})( \([^()]{1,40}\))?\s?[,:=]?\s+(?<reach>\(?(\+|0|\(\d)(?!\d?[/-]\d{1,2}[/-]\d)[\d ()/-]{6,}\d|"
        + @"(ext\.?|extension|tel\.?|poste|durchwahl|ramal|anexo|interno|phone) ?\d{3,6}|(?<=\b(ring|call|phone|anrufen|appeler)\b[^.]{3,50} )\d{4,6}\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // "call Ruben", "page the platform lead (Ines)", "→ Compliance": a name, or somebody who is known by what they do.
    [GeneratedRegex(
        @"(\b(?i:call|ring|page|phone|wake|wake up|prévenir|appeler|appelez|ligar para|ligue para|chamar|acionar|llamar a|llame a|chiamare|bel)|→|->) (also |now |in |"
        + @"up )?(?<who>(?!(?i:sev|p|prio)[ -]?\d)\p{Lu}[\p{L}'’.-]+( \p{Lu}[\p{L}'’.-]+){0,2}|"
        + @"(?i:the|an?|our|o|a|al?|la|le|el|il|de|l') ?([\p{L}\d'’-]+ ){0,4}(?i:lead|manager|on[- ]?call|duty( (line|phone|officer|manager|desk))?|team|director|"
        + @"head( of [\p{L}]+)?|desk|officer|engineer|commander|owner|supervisor|gerente|responsable|responsável|directrice|directeur|chef)\b)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Order();

    [GeneratedRegex(@"^((then|also|or|and|in|if|to|up|call|ring|phone|page|wake|people|numbers?|contacts?|tel|nach|after|min|at)\W+)+",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(the|an?|our|o|al?|la|le|el|il|de|l') ?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Article();
}
