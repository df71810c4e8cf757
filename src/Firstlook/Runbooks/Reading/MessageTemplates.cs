using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Messages to send: communication, escalation and hand-off. Forms for a postmortem are none (<see cref="PostmortemForms"/>).</summary>
internal static partial class MessageTemplates
{
    public static List<MessageTemplate> Of(Outline outline, List<Step> steps)
    {
        var sections = outline.Pieces.Where(p => p.Piece is Fence).ToDictionary(p => p.Piece.Line, p => p.Section);
        var found = new List<MessageTemplate>();
        foreach (var step in steps.Where(s => s.Kind == StepKind.Template))
        {
            var section = sections.GetValueOrDefault(step.Line);
            if (PostmortemForms.Holds(step, section)) continue;
            // A blank entry for the runbook itself is told to nobody.
            if (section is not null && section.AndAncestors().Any(s => s.Role == Role.General && s.Bare.Contains("emplate", StringComparison.Ordinal))
                && step.Text.Contains("## ", StringComparison.Ordinal)) continue;
            found.Add(new(step.Line, Purpose(step), step.Text, Fields(step.Text)));
        }

        found.AddRange(Quoted(outline));
        found.AddRange(Told(outline));
        found.AddRange(Tabled(outline));
        return [.. found.OrderBy(t => t.Line)];
    }

    static string Purpose(Step step) => step.Heading is { Length: > 0 } heading && step.Title.Length > 80 ? heading : step.Title;

    // A message that stands as a quotation: under "Communication templates", or after a sentence that says so ("Text for Discord:").
    static IEnumerable<MessageTemplate> Quoted(Outline outline)
    {
        for (var i = 0; i < outline.Pieces.Count; i++)
        {
            if (outline.Pieces[i] is not { Piece: Paragraph { Quoted: true }, Section: var section }) continue;
            var first = i;
            while (i + 1 < outline.Pieces.Count && outline.Pieces[i + 1].Piece is Paragraph { Quoted: true, Text.LeadingStrong: null }
                && outline.Pieces[i + 1].Piece.Line <= outline.Pieces[i].Piece.EndLine + 2) i++;
            var lead = first > 0 && outline.Pieces[first - 1].Piece is Paragraph { Quoted: false } before ? before.Text.Plain : "";
            // "**For the banner**" within the quotation itself.
            var own = ((Paragraph)outline.Pieces[first].Piece).Text.LeadingStrong is { Start: 0, Text.Length: < 60 } strong && ForMedium().IsMatch(strong.Text)
                ? strong.Text.TrimEnd(':') : null;
            // "[!NOTE]" opens a callout, and what is told stands below it.
            if (first == i && ((Paragraph)outline.Pieces[first].Piece).Text.Plain is ['[', '!', .., ']']) continue;
            // The line above a quoted block is its label.
            if (i + 1 < outline.Pieces.Count && outline.Pieces[i + 1].Piece is Fence { Quoted: true } block && block.Line <= outline.Pieces[i].Piece.EndLine + 2) continue;
            if (section.IsWithin(Role.Postmortem)
                || !(section.IsWithin(Role.Template) || IsBlankToSend(section) || own is not null
                    || (lead.EndsWith(':') && (Kinds.IsMessageLead(lead) || OfMedium().IsMatch(lead) || ToSomebody().IsMatch(lead))))) continue;
            var text = string.Join('\n', outline.Pieces.Skip(first).Take(i - first + 1).Select(p => ((Paragraph)p.Piece).Text.Plain));
            yield return new(outline.Pieces[first].Piece.Line, own ?? (lead.Length is > 0 and < 80 ? lead.TrimEnd(':') : section.Bare), text, Fields(text));
        }
    }

    [GeneratedRegex(
        @"^((text |message )?(for|on|in)|für|para|pour|per|voor) (the |our |die |das |den |la |el |le |il |o |a |het |de )?(banner|status ?page|website|app|customers?|users?|"
        + @"players?|press|public|clientes?|kunden|web|clients?)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ForMedium();

    // "SMS-1 start:", "Banner:", "Tweet, once it is over:"
    [GeneratedRegex(@"^(sms|tweet|toot|push|banner|ivr|voicemail|rundmail|whatsapp)([ -]?\d{1,2})?\b[^.!?]{0,60}:$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfMedium();

    // "## 5.3 SMS to subscribers", and below it a quotation with places to fill in, and nothing else.
    static bool IsBlankToSend(Section section) =>
        section is { IsHeading: true, Children: [] } && section.Pieces.TrueForAll(p => p is Heading or Paragraph { Quoted: true })
            && section.Paragraphs.SelectMany(p => Fields(p.Text.Plain)).Distinct().Skip(1).Any();

    // "Customer message, first:", "Text for the status page (adapt it):"
    [GeneratedRegex(
        @"^\W*((first |last |next |final |short )?(\w+ )?(message|announcement|notice|statement)\b[^.!?]{0,40}|"
        + @"(text|tekst|texto|texte|testo|tekst|meldung|bericht|mensaje|mensagem|message|messaggio) (for|voor|für|para|pour|per|dla|an|aan|op|auf) [^.?]{2,60}):$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ToSomebody();

    // "| Channel | When | Text |": a message to a row.
    static IEnumerable<MessageTemplate> Tabled(Outline outline)
    {
        const int Shortest = 15;
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is not Table table || !section.IsWithin(Role.Template) || section.IsWithin(Role.Postmortem)) continue;
            var column = table.Header.ToList().FindLastIndex(h => MessageColumn().IsMatch(h.Folded));
            if (column < 0) continue;
            foreach (var row in table.Rows.Where(r => r.Cells.Count > column && r.Cells[column].Plain.Length > Shortest))
                yield return new(row.Line, row.Cells[column == 0 ? Math.Min(1, row.Cells.Count - 1) : 0].Plain, row.Cells[column].Plain, Fields(row.Cells[column].Plain));
        }
    }

    [GeneratedRegex(
        @"^(the )?(messages?|texts?|wording|words|templates?|body|what to (say|write)|say|post|texto|mensaje|mensagem|mensagens|plantilla|modelo|texte|libelle|"
        + @"wortlaut|nachricht|meldung|vorlage|messaggio|testo|bericht|tekst)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex MessageColumn();

    // "**For the web:** «We have a problem ...»" or "Dear customers, ..." as running text under "Texts for customers".
    static IEnumerable<MessageTemplate> Told(Outline outline)
    {
        var lead = "";
        foreach (var (piece, section) in outline.Pieces)
        {
            var above = lead;
            lead = piece is Paragraph { Quoted: false, Text.Plain: var said } ? said : "";
            if (piece is not Paragraph { Quoted: false } paragraph) continue;
            if (!section.IsWithin(Role.Template))
            {
                // "On server [name] ...", below a line that says for whom it is.
                if (ToSomebody().IsMatch(above) && paragraph is { Item: null, Text.Plain.Length: > 40 } && Fields(paragraph.Text.Plain).Count > 0)
                    yield return new(paragraph.Line, above.TrimEnd(':'), paragraph.Text.Plain, Fields(paragraph.Text.Plain));
                continue;
            }

            var text = section.Line == paragraph.Line && !section.Value.IsEmpty
                ? section.Value.Plain
                : paragraph.Label?.Value.Plain is { Length: > 0 } value
                ? value
                : paragraph.Text.Plain;
            // "**Investigating** – Some of you cannot sign in.": what a status page says while it lasts.
            if (text.Length > 20 && paragraph is { Item: null, Text.LeadingStrong: { Start: 0 } state } && StateOfPage().IsMatch(state.Text))
                yield return new(paragraph.Line, state.Text.TrimEnd(':', '.'), paragraph.Text.Plain, Fields(paragraph.Text.Plain));
            // "**Late data**", and below it nothing but what is to be posted.
            else if (text.Length > 40 && section is { Level: >= Section.BoldTitle, Item: null, Value.IsEmpty: true }
                && section.Pieces.TrueForAll(p => p is Paragraph { Item: null }) && section.Pieces.FindIndex(p => p.Line > section.Line) is var body && body >= 0
                && section.Pieces[body] == piece && (Fields(text).Count > 0 || Shortcode().IsMatch(text) || Blank().IsMatch(text)))
                yield return new(paragraph.Line, section.Bare, string.Join('\n', section.Pieces.Skip(body).Select(p => ((Paragraph)p).Text.Plain)), Fields(text));
            else if (text.Length > 40 && (Greeting().IsMatch(text) || Speech().IsMatch(text) || Said().IsMatch(text)))
                yield return new(paragraph.Line, section.Bare, text, Fields(text));
        }
    }

    [GeneratedRegex(
        @"^(investigating|identified|monitoring|resolved|update|scheduled|in progress|completed|wird untersucht|ursache gefunden|unter beobachtung|behoben|"
        + @"investigando|identificado|monitoreando|monitorando|resuelto|resolvido|en cours|identifié|surveillance|résolu)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex StateOfPage();

    // ":warning: Numbers in ..."
    [GeneratedRegex(@"^:\w+:\s")]
    private static partial Regex Shortcode();

    // "between FROM and TO": a word in capitals is filled in.
    [GeneratedRegex(@"\b[A-Z]{2,12}\b.*\b[A-Z]{2,12}\b")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^(Dear|Hello|Hi|Good (morning|day)|Liebe|Sehr geehrte|Hallo|Guten Tag|Estimad|Prezad|Caros?|Bonjour|Madame|Gentile|Beste)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Greeting();

    [GeneratedRegex("^[«“„\"][^«»“”„\"]{40,}[»”“\"](\\.?$| [^«»“”„\"]{1,60}\\.$| \\([^()]{2,80}\\)\\.?$)")]
    private static partial Regex Speech();

    // "Status page, when it is fixed: "The problem has been fixed ..."", and nothing behind it.
    [GeneratedRegex("^[^«“„\"]{3,160}: ?[«“„\"][^«»“”„\"]{25,}[»”“\"](\\.?$| [^«»“”„\"]{1,60}\\.$| \\([^()]{2,80}\\)\\.?$)")]
    private static partial Regex Said();

    static EquatableArray<string> Fields(string text) => [.. Field().Matches(text).Select(m => m.Groups["name"].Value.Trim()).Distinct().Take(100)];

    [GeneratedRegex(@"\[(?<name>[\p{L}][^\]\n]{0,60})\](?!\()|\{\{?\s*(?<name>[\p{L}][\w .-]{0,60})\s*\}\}?|<(?<name>[\p{L}][^>\n]{0,60})>|\b(?<name>[A-Z]+_[A-Z_]+|X{2,})\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
