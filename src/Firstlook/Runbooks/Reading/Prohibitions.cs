using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What the text forbids: items under "NOT safe" or "Don't", and sentences that begin with it.</summary>
internal static partial class Prohibitions
{
    public static IEnumerable<Prohibition> Of(Outline outline, RegionIndex regions, IReadOnlyDictionary<string, IReadOnlyList<Hypothesis>> hypotheses)
    {
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is not Paragraph paragraph) continue;
            var region = regions.At(paragraph.Line);
            var id = region is null ? null : regions.IdOf(region);
            var cause = id is null ? null : hypotheses[id].LastOrDefault(h => paragraph.Line >= h.Line && paragraph.Line <= h.EndLine)?.Id;
            foreach (var text in Forbidden(paragraph, section).Where(t => t.Length > 3)) yield return new(paragraph.Line, text, id, cause);
        }
    }

    static IEnumerable<string> Forbidden(Paragraph paragraph, Section section)
    {
        var text = paragraph.Text.Plain;
        if (section.Role == Role.Prohibition && section.Line == paragraph.Line) return section.Value.IsEmpty ? [] : [section.Value.Plain];
        if (section.Role == Role.Prohibition && paragraph.OpensItem) return [Mark().Replace(text, "").Trim()];
        // A cross before a symptom says that it is bad, not that it is forbidden.
        if (section.IsWithin(Role.Symptoms) && Mark().IsMatch(text)) return [];
        return MayForbid.Matches(text.Length > 4000 ? text[..4000] : text).Select(match => match.Groups["what"].Value)
            .Where(what => !Happening().IsMatch(what) && !Encourages().IsMatch(what) && !Stops().IsMatch(what)).Select(what => Mark().Replace(what, "").Trim());
    }

    static readonly Sieve MayForbid = new(
        [Sentence()],
        "not", "don't", "don’t", "never", "mustn", "under no circumstances", "nunca", "niemals", "não ", "no ejecut", "no us", "no reinici", "no borr", "no toc",
            "no elimin", "no apag", "nicht ", "auf keinen fall", "keinesfalls",
        "ne jamais", "ne pas", "jamais", "interdi", "forbidden", "défense",
        "prohibido", "proibido", "vietato", "non ", "mai ", "запрещ", "нельзя", "никогда не", "не ", "❌", "🚫", "⛔");

    [GeneratedRegex(
        @"(^|[.!:;,] (and )?)\s*(?<what>(❌|🚫|⛔|⚠️?)?\s*((please |warning:? |caution:? |important:? )?(do not|don['’]t|never|must not|"
        + @"(you )?(must|should|may) (not|never)|mustn['’]t|under no circumstances|do NOT|DO NOT|NEVER|DON['’]T)|nunca|niemals|"
        + @"não (faça|execute|use|reinicie|apague|mexa|rode|altere|delete|desligue)|no (ejecut\w+|us(ar?|e)\b|reinici\w+|borr\w+|toc(ar|que)\w*|elimin\w+|apag\w+)|"
        + @"nicht (ausführen|löschen|verwenden|neu starten|neustarten|anfassen|abschalten)|auf keinen fall|keinesfalls|ne (jamais|pas)|jamais|interdit|interdiction|"
        + @"(it is )?forbidden to|il est interdit|"
        + @"défense|(est[áa] |queda )?prohibido|(é )?proibido|vietato|è vietato|non (usare|eseguire|riavviare|cancellare|toccare|spegnere|fare|lanciare)|"
        + @"mai (usare|eseguire|riavviare|cancellare)|запрещ\w+|запрещено|нельзя|никогда не|"
        + @"не (удалять|запускать|перезапускать|перезагружать|трогать|выключать|останавливать|очищать|менять))\b[^.!]{3,200})|^(?<what>(❌|🚫|⛔)[^.!]{3,200})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();

    // "never coming back → remove the node", "never seen before: ask": says when something is done, and forbids nothing.
    [GeneratedRegex("^never (" + ForbiddenCommands.Happenings + @")\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Happening();

    // "Don't panic", "do not hesitate to call", "fix it, don't ask": said to a person, and of no command.
    [GeneratedRegex(@"^(please )?(do not|don['’]t|never) ((panic|worry|hesitate|forget|be (afraid|shy|alarmed|surprised|fooled)|know (why|how|what|who|whether|if))\b|"
        + @"(ask|guess|bother|despair|wait)\W*$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Encourages();

    // "⛔ Pause the sender": the sign says what to do.
    [GeneratedRegex(@"^[⛔\uFE0F\s]+(pause|stop|halt|freeze|hold|block|anhalten|stoppen|parar|pausar|arrêter|fermare)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Stops();

    [GeneratedRegex(@"^[❌🚫⛔⚠\uFE0F\s]+")]
    private static partial Regex Mark();
}
