using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>"**Severity**: critical", "Symptoms:", "- Fix: restart it": a name, and what stands after it on the same line.</summary>
/// <param name="Strong">True where the name is set in bold, which makes it a label whatever it says.</param>
/// <param name="Role">What the name says that the value is.</param>
internal sealed partial record Label(string Name, Prose Value, bool Strong, Role Role)
{
    Label(string name, Prose value, bool strong) : this(name, value, strong, RoleOf(name, value, strong))
    {
    }

    // "Severity level: SEV-2" rates one incident; "Urgency: high" and "Paging: P1" do so in words that elsewhere say other things.
    static Role RoleOf(string name, Prose value, bool strong) =>
        Roles.Of(name) is var role && Rates(name, value, role)
            ? Role.Severity
            // "see: orders stop" tells a sign, "see: [the handbook](...)" leads there; "see: `patronictl list`" and "who: `log-tail ...`" ask a machine.
            : role == Role.None && Seen().IsMatch(Words.Fold(name)) && value.Links.Count == 0 && !value.IsEmpty && !OpensWithCommand(value) ? Role.Symptoms
            // "Alerts: A, B" names them; "**Alerts**" alone may stand above procedures.
            : role == Role.Container && (!strong || !value.IsEmpty) && Roles.NamesAlerts(name) ? Role.Alert
            // "Severity: P1 within 15 min, P2 within 2 h" rates no incident.
            : role == Role.Severity && Durations.All(value.Plain).Count() > 1 && Mention.In(value.Plain, zeroBased: true).DistinctBy(m => m.Level).Count() > 1 ? Role.SeverityPolicy
            // "Pager: `ArenaMatchmakingP95`" says which alert it was.
            : role == Role.None && value.Codes is [{ Start: 0 }, ..] pagers && pagers.All(p => Titles.IsAlertName(p.Text))
                && value.Plain.Length < pagers.Sum(p => p.Text.Length) + 5 * pagers.Count && NamesPager(Words.Fold(name))
                ? Role.Alert
            : role == Role.Contacts && value.Codes is [{ Start: 0 }, ..] ? Role.None : role;

    static bool OpensWithCommand(Prose value) => value.Codes is [{ Start: 0 } code, ..] && InlineCommands.TypedLanguageOf(code.Text) is not null;

    /// <summary>True for "Level" beside "SEV1", "Urgency" beside "high": what is said is a level and no promise.</summary>
    public static bool Rates(string name, Prose value) => Rates(name, value, Roles.Of(name));

    static bool Rates(string name, Prose value, Role role) =>
        role is Role.None or Role.SeverityPolicy && Said(value) is { Length: > 0 and < 40 } said && (role != Role.None || Rating().IsMatch(Words.Fold(name)))
            && Severities.OfField(said, zeroBased: true) is not null && !Promises.HasTime(said);

    // "high. Alarm in Icinga: ..." says one thing up to its first stop.
    static string Said(Prose value) => value.Plain.IndexOfAny(['.', ';', ',', '|', '·']) is > 0 and var stop ? value.Plain[..stop] : value.Plain;

    [GeneratedRegex("^((you |we )?see|you get|evidence|tell-?tales?|clues?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Seen();

    /// <summary>"Pager", "Monitor": what stands beside it is what it calls the trouble.</summary>
    public static bool NamesPager(string folded) => Pages().IsMatch(folded);

    [GeneratedRegex("^(pager|pages?|paged by|pagerduty|opsgenie|monitor(ing)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pages();

    /// <returns>Null where the text is a plain sentence.</returns>
    public static Label? Of(Prose text, bool inList)
    {
        if (text.LeadingStrong is { } strong) return OfStrong(text, strong);
        // "🆙 **Escalation:** the lead at once", "👀 Symptoms: it is slow": a picture before a word of the trade.
        if (PictureOf(text.Plain) is > 0 and var picture) return Of(text.From(picture), inList) is { Role: not Role.None } pictured ? pictured : null;
        // "3. Likely causes", "- What you see", and below it a list.
        if (inList && text.Plain.Length < 30 && text.Marks.Count == 0 && !text.Plain.AsSpan().ContainsAny(':', '.', '?') && text.Role is Role.Causes or Role.Symptoms)
            return new(text.Plain, Prose.Empty, false, text.Role);
        // "SYMPTOMS. (a) no frames; (b) the queue grows": a manual's word of the trade, in capitals.
        if (text.Plain is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..] && Capitals().Match(text.Plain) is { Success: true } capitals
            && Roles.Of(capitals.Groups["name"].Value) is not Role.None and var named)
            return new(capitals.Groups["name"].Value, text.From(capitals.Length), false, named);
        if (text.Plain.AsSpan().IndexOfAny(':', '：', '→') < 0) return null;
        return PlainName().Match(text.Plain) is { Success: true } match ? OfPlain(text, match, inList) : null;
    }

    // How long the pictures and blanks are that a line begins with; 0 where it begins otherwise, or with a mark of a level.
    static int PictureOf(string text)
    {
        if (text.Length < 4 || text[0] < '\u2190' || Severities.OpensWithMark(text)) return 0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isPicture = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol || rune.Value is 0xFE0F or 0x200D;
            if (!isPicture && !Rune.IsWhiteSpace(rune)) break;
            end += rune.Utf16SequenceLength;
        }

        return end < text.Length ? end : 0;
    }

    static Label? OfStrong(Prose text, Mark strong)
    {
        const int LongestName = 120;
        // A sentence set in bold is a warning, not a label.
        if (strong.Text.Length > LongestName || strong.Text.EndsWith('!')) return null;
        var rest = text.From(strong.End);
        var name = strong.Text.Trim();
        // "**H2. Volume full.** The volume goes offline": a cause with its number, or a word of the trade ("**Signals.** ...").
        if (name.EndsWith('.'))
            return Titles.NamesCause(name) || (name.IndexOf(' ', StringComparison.Ordinal) < 0 && Roles.Of(name.TrimEnd('.')) is not Role.None)
                ? new(name.TrimEnd('.'), rest, true) : null;
        if (name.EndsWith(':') || name.EndsWith('：') || rest.IsEmpty) return new(name.TrimEnd(':', '：').Trim(), rest.StartsWith(':') ? rest.From(1) : rest, true);
        // "**Symptoms** (alert `DiskLow`)", and below it a list.
        if (IsBracketed(rest) && Roles.Of(name).IsField()) return new(name, Prose.Empty, true);
        // "**DiskLow** (P2)", "**The disk fills** (alert DiskLow)", "**H1 - two inserts** (only in old builds)"
        if (IsBracketed(rest)
            && (Titles.NamesCause(name) || Titles.IsAlertName(name) || rest.Codes.Any(c => Titles.IsAlertName(c.Text))
                || (rest.Plain.StartsWith("(al", StringComparison.OrdinalIgnoreCase) && Titles.AlertNamesIn(rest.Plain).Any())))
            return new(name, rest, true);
        // "**H2. They reject one field** (5 min), mostly a new code"
        if (rest.Plain is ['(', ..] && CodedCause().IsMatch(name)) return new(name, rest, true);
        // "**QueueFull** / **QueueNearlyFull** (one thing, two thresholds)"
        if (Titles.IsAlertName(name) && FurtherNames().Match(rest.Plain) is { Success: true, Groups: var further }
            && $"{name} {further["names"].Value.Trim()}" is var names && Titles.AlertsOnly(names).Count > 1)
            return new(names, Severities.OfTag(rest.Plain, zeroBased: true) is null ? Prose.Empty : rest.From(further["names"].Length), true);
        // "**6 · Proxy answers 503** (to be finished)"
        if (IsBracketed(rest) && Counted().IsMatch(name)) return new(name, rest, true);
        // "**Alert** `DiskLow`", "**Severity** SEV1"
        if (NamesItself(name, rest)) return new(name, rest, true);
        // "**H5 - one partition is rotten (!!)** If it's only one"
        if (name.EndsWith(')') && Titles.NamesCause(name)) return new(name, rest, true);
        if (rest.Plain[0] is ':' or '：' or '–' or '—') return new(name, rest.From(1), true);
        if (rest.Plain.StartsWith("- ", StringComparison.Ordinal)) return new(name, rest.From(1), true);
        // "**Symptoms** (any of):", "**Escalate** if ..."
        var colon = rest.Plain.IndexOf(':', StringComparison.Ordinal);
        return rest.Plain[0] == '(' && colon is > 0 and < 80 ? new(name, rest.From(colon + 1), true) : null;
    }

    [GeneratedRegex("^(things|what) (that )?(nobody|no one|no-one) ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^\d{1,2}\s?[.)·:–—]\s?\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^H\d{1,2}\s?[.):–—-]\s?\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex CodedCause();

    [GeneratedRegex(@"^(?<names>(\s*(/|,|\+|&|\band\b|\bor\b)\s*\w{6,100})+)\s*:?\s*(\([^()]{1,80}\))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FurtherNames();

    static bool NamesItself(string name, Prose rest) =>
        rest.Plain.Length < 400 && Roles.Of(name) is var role && (rest.Plain.Length < 80 || role is Role.Symptoms or Role.Causes) && role switch
        {
            Role.Alert => rest.Codes is [{ Start: 0 } code, ..] && code.End == rest.Plain.Length && Titles.IsAlertName(code.Text),
            // "**Síntomas** the pipeline has been turning for an hour", "**Anzeichen** Warenkorb lässt sich nicht bezahlen, Umsatz knickt ab"
            Role.Symptoms or Role.Causes =>
                !name.Contains(':') && (rest.Plain[0] is '"' or '“' or '«' or (>= 'a' and <= 'z') || !name.Contains(' ') && char.IsUpper(rest.Plain[0])),
            Role.Severity =>
                !name.Contains(':') && Words.FirstWord(rest.Plain) is var level
                    && (Severities.OfCode(level, zeroBased: true) ?? Severities.OfWholeWord(level)) is not null,
            // "**Escalation** ⏱ 15 min no ack → the lead"
            Role.Escalation => !name.Contains(':') && rest.Plain.AsSpan(PictureOf(rest.Plain)) is [>= '0' and <= '9', ..],
            _ => Rates(name, rest),
        };

    public static bool IsBracketed(Prose value) => value.Plain is ['(', .., ')'] && value.Plain.IndexOf(')', StringComparison.Ordinal) == value.Plain.Length - 1;

    // A plain "Name: value" is a label only where the name is a word of the trade; else every sentence with a colon were one.
    static Label? OfPlain(Prose text, Match match, bool inList)
    {
        var name = match.Groups["name"].Value.Trim();
        var value = text.From(match.Length);
        // "Probable causes, most frequent first:"
        if (name.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            // "Things nobody does, not even the director: `git push --force`"
            return Nobody().IsMatch(name)
                ? new(name[..comma], value, false, Role.Prohibition)
                : value.IsEmpty && Roles.Of(name[..comma]) is Role.Causes or Role.Symptoms or Role.Diagnosis or Role.Escalation
                ? new(name[..comma], value, false, Roles.Of(name[..comma])) : null;
        if (text.Codes.Any(c => c.Start < match.Length)) return null;
        var role = RoleOf(name, value, false);
        // "Nivel → crítico": an arrow points at much else.
        if (role == Role.None && match.Value.AsSpan().Trim() is [.., '→']) return null;
        var words = name.Count(c => c == ' ') + 1;
        // "don't see it in the list → `x`": what an arrow leads to is done.
        if (role == Role.Prohibition && words > 2 && match.Value.AsSpan().Trim() is [.., '→']) return null;
        if (role != Role.None && words <= (role == Role.Causes ? 7 : 5)) return new(name, value, false, role);
        return value.IsEmpty && words <= 6 && !inList ? new(name, value, false, role) : null;
    }

    [GeneratedRegex(
        @"^(urgency|urgenc[ei]a?|urgence|importance|importancia|importanza|wichtigkeit|stufe|klasse|class|level|nivel|niveau|livello|alert level|alert class|pages?|"
        + @"paging|pager|page level|ticket priority|incident (priority|level|class)|how bad)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Rating();

    [GeneratedRegex(@"^(?<name>\p{Lu}{4,20}( \p{Lu}{2,20}){0,2})\.(\s+|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^(?<name>[\p{L}\p{So}][\p{L}\p{N}\p{So} '’/&(),\-]{1,58})(\s?(::?|：)|\s→)(?=\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainName();
}
