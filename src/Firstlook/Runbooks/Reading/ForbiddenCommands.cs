using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Whether the words before a command forbid it. A word that denies reaches no further than its own clause: "never coming back → `x`" and "if it does never
/// answer, `x`" say when it is run, and a command that is run may not be lost for it.
/// </summary>
internal static partial class ForbiddenCommands
{
    /// <summary>So many characters lie between the word and the command that it forbids, at most.</summary>
    const int FarthestReach = 60;

    public static bool Forbids(string before) =>
        MayForbid.Holds(before) && (RightBefore().IsMatch(before) || Denying().Matches(before).Any(word => Reaches(before, word)));

    /// <summary>"`x` looks like a peek, but it takes the message. Do not run it.": the very next sentence forbids it, without an if and a when.</summary>
    public static bool ForbidsBehind(string after) => MayForbid.Holds(after) && NextSentence().IsMatch(after);

    // By language: English, German, Spanish, Portuguese, French, Italian.
    [GeneratedRegex(
        @"^[^.!?]{0,200}[.!]\s+((please )?(do not|don['’]t|never) (ever )?(run|use|type|execute|try) (it|this|that)( here| in production)?|"
        + @"(das |dies )?(bitte )?(nicht|niemals|nie) (ausführen|benutzen|verwenden|laufen lassen)|no (lo|la) (ejecut\w+|us\w+|corr\w+|lanc\w+)|"
        + @"não (o |a )?(rode|execute|use)( isso| isto)?|ne (le |la |l['’])(lance[rz]?|exécute[rz]?|utilise[rz]?) (pas|jamais)|non (eseguirlo|usarlo|lanciarlo))\s*[.!)]?\s*$|"
        + @"^[^.!?]{0,200}[.!]\s+(please )?(do not|don['’]t|never) (run|use|type|execute|try) (it|this|that)[.!]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NextSentence();

    static bool Reaches(string before, Match word)
    {
        var between = before[(word.Index + word.Length)..];
        if (between.Length > FarthestReach || between.AsSpan().IndexOfAny(".;") >= 0) return false;
        if (word.Value == "❌") return true;
        if (between.AsSpan().IndexOfAny(":→?") >= 0 || Arrow().IsMatch(between) || ClosesBracket(between)) return false;
        return !NextClause().IsMatch(between) || !(Happening().IsMatch(between) || Condition().IsMatch(before.AsSpan(0, word.Index)));
    }

    // "(never on a Friday) `x`": what the bracket says is over.
    static bool ClosesBracket(string between) => between.IndexOf(')', StringComparison.Ordinal) is >= 0 and var close && between.IndexOf('(', StringComparison.Ordinal) is var open
        && (open < 0 || open > close);

    static readonly Sieve MayForbid =
        new([RightBefore(), Denying()],
            "prohibid", "proibid", "interdit", "vietat", "verboten", "forbidden", "запрещ", "not", "don't", "dont", "never", "shouldn", "avoid", "nicht", "niemals",
            "não", "nunca", "no ejecut", "no us", "no hag", "no borr", "no toqu", "no reinici", "no lanc", "no cambi", "no mand", "no envi", "ne pas", "non", "jamais",
            "mai", "nooit", "❌", "instead of", "rather than");

    [GeneratedRegex(
        @"(?<!\b(they|it|that|users?|customers?) )\b((do not|don'?t)(?! forget)|never|must not|should not|shouldn'?t|avoid|nicht|niemals|não|nunca|"
        + @"no (ejecut|us|hag|borr|toqu|reinici|lanc|cambi|mand|envi)\w*|ne pas|non|jamais|mai|nooit|prohibid[oa]|proibid[oa]|interdit|vietato|verboten|forbidden to|"
        + @"запрещено)\b|❌",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Denying();

    [GeneratedRegex(@"\b(instead of|rather than) (\w+ing |with |by )?$|\b(NOT|not) (with |via |by |use )?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RightBefore();

    [GeneratedRegex("[-=]>")]
    private static partial Regex Arrow();

    // Where a clause may end and the next begin: a comma, a dash between blanks, "then".
    [GeneratedRegex(@",|\s[–—-]\s|\b(then|dann|entonces|então|alors|allora|dan)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NextClause();

    /// <summary>"never coming back", "never seen before": words behind "never" that tell what happens, and order nothing.</summary>
    public const string Happenings =
        "coming|comes|came|going|goes|gone|went|seen|heard|returns|returned|returning|(re)?joins|(re)?joined|(re)?joining|starts|started|starting|finishes|finished|finishing|"
            + "ends|ended|ending|answers|answered|answering|responds|responded|responding|recovers|recovered|recovering|happens|happened|happening|works|worked|working|"
            + "arrives|arrived|arriving|appears|appeared|appearing";

    [GeneratedRegex(
        @"^\s(" + Happenings + "|responde|vuelve|volvió|volta|voltou|arranca|arrancó|termina|terminó|revient|répond|démarre|risponde|torna|parte)\\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Happening();

    // "If the peer still does not ...", "Wenn der Dienst ...", "For a node that ...", "To ...": up to the word that denies, one clause that says when or what for.
    [GeneratedRegex(
        @"(^|[.;:!?,(→–—-]\s*|\b(and|or|but|und|oder|aber|y|o|pero|e|ou|mas|et|mais|ma|en|of|maar)\s)(if|when|whenever|where|once|while|as long as|should|in case|so as to|"
        + @"in order to|to|wenn|falls|sobald|solange|sofern|um|si|cuando|mientras|para|se|caso|quando|enquanto|quand|lorsque|dès que|pour|finché|per|als|indien|wanneer|"
        + @"zodra|om|(for |on |of )?(an?|the|any|every|all) [\p{L} -]{2,30} (that|which|who))\b[^,.;:!?→]{0,200}$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
