using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>A place in a text where a level is named as one: "P1", "Sev 2 (one site)", "high:", "Critical ... 10 min".</summary>
/// <param name="Label">As the document calls it: its code, or else its word.</param>
internal sealed partial record Mention(int Start, int End, string Level, string Label)
{
    /// <summary>In their order; a code and the word beside it are one.</summary>
    public static List<Mention> In(string text, bool zeroBased)
    {
        var found = new List<Mention>();
        foreach (Match match in Named().Matches(text))
        {
            var group = match.Groups["level"];
            if ((Severities.OfCode(group.Value, zeroBased) ?? Severities.OfWholeWord(group.Value)
                ?? (IsMarked(text, group.Index) ? Severities.OfColour(group.Value) : null)) is not { } level) continue;
            var isCode = char.IsAsciiDigit(group.Value[^1]);
            if (found is [.., var last] && Beside().IsMatch(text[last.End..group.Index]))
            {
                found[^1] = last with { End = group.Index + group.Length, Level = isCode ? level : last.Level, Label = isCode ? group.Value : last.Label };
                continue;
            }

            found.Add(new(group.Index, group.Index + group.Length, level, group.Value));
        }

        return found;
    }

    // "🔴 Red = 10 min": the word of the mark before it.
    static bool IsMarked(string text, int at) => at is > 1 and < 8 && char.IsSurrogate(text[0]) && !text.Take(at).Any(char.IsLetterOrDigit);

    /// <summary>True where nothing but a mark stands before it.</summary>
    public bool Opens(string text) => Start < 8 && !text.Take(Start).Any(char.IsLetterOrDigit);

    [GeneratedRegex(@"^\s*[(–—:·/=-]?\s*\(?$")]
    private static partial Regex Beside();

    // A word counts where something follows that one says of it; a code wherever it stands.
    [GeneratedRegex(
        @"(?<![\w.-])(?<level>(P|SEV[- =]?|Sev[- ]?|sev[- =]?|(PRIO|Prio|prio)[- ]?|"
        + @"(Severity|severity|Priority|priority|Priorytet|Priorita|Prioritet|Priorität|Prioridade?|Priorité|Gravidade|Gravedad|Gravité|Severidade?|Sévérité|"
        + @"Schweregrad)\s)[0-5]|(?<=(^|\n|[.;,·•|(–—=:])\W{0,3}|\b(and|und|y|e|et) )S[0-4]|S[0-4](?=\s?=\s))(?![\w%]|\.\d)|"
        + @"(?<=[\p{L}\d]\s?=\s?)(?<level>critical|high|medium|low|warning|info|major|minor)(?=,\s|\sonly\b)|"
        + @"(?<=^\W*|\n\W{0,3}|[.:;?!,·•|(–—=-]\s?|\b(and|und|y|e|et)\s)(?<level>\p{L}{3,14})(?=\s?(\([^)]{0,100}\))?\)?\s*(means?\s|bedeutet\s)?([:=–—→)]|-\s|\.\s|"
        + @"\.{2,}|((<|≤|within|in|innerhalb( von)?|binnen|en|em|sous|entro)?\s*\d|"
        + @"((we|is|are|gets?|wird|wir|se|est)\s)?(risposta|response|respon[ds]|answer|ack|tomorrow|morgen|mañana|amanhã|demain|domani|reaktion|antwort|respuesta|"
        + @"resposta|réponse|next|immediate|instant|sofort|nächst|inmediat|imediat|immédiat)\w*\b)))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
