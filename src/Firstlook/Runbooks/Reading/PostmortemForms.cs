using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Forms to look back with: a block to copy, a section with headings or points to fill in, or a text that a command writes to a file.</summary>
internal static partial class PostmortemForms
{
    const int MostSections = 60;
    const int MostFields = 60;

    /// <summary>The form that asks most; null where there is none.</summary>
    public static PostmortemForm? Of(Outline outline, List<Step> steps)
    {
        var sections = outline.Pieces.Where(p => p.Piece is Fence).ToDictionary(p => p.Piece.Line, p => p.Section);
        var forms = outline.Sections.Where(IsForm).Select(OfSection)
            .Concat(outline.Sections.Where(s => s is { IsHeading: true, Role: Role.Postmortem }).SelectMany(s => s.Paragraphs).Select(OfSentence).OfType<PostmortemForm>())
            .Concat(steps.Where(s => Holds(s, sections.GetValueOrDefault(s.Line))).Select(s => OfText(s.Line, s.Text)))
            .Concat(steps.Where(s => IsWritten(s, sections.GetValueOrDefault(s.Line))).Select(s => OfText(s.Line, s.Text[(s.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..])));
        return forms.MaxBy(form => form.Sections.Sum(s => 1 + s.Fields.Count));
    }

    /// <summary>True for a template that is filled in afterwards, and sent to nobody while it lasts.</summary>
    public static bool Holds(Step step, Section? section)
    {
        if (step.Kind != StepKind.Template) return false;
        var chain = section?.AndAncestors().ToList() ?? [];
        return chain.Exists(s => s.Role == Role.Postmortem) && !Kinds.IsMessageLead(step.Title) && !Mail().IsMatch(step.Text)
                && step.Text.Trim().Contains('\n', StringComparison.Ordinal)
            || Title().IsMatch(step.Title)
            // "Resolved at {time}. Post-mortem owner: {name}" is one line, and no form.
            || step.Text.Trim().Contains('\n', StringComparison.Ordinal) && Title().IsMatch(chain.Exists(s => s.Role == Role.Template) ? FirstLine(step.Text) : Opening(step.Text))
            || LooksBack().IsMatch(Opening(step.Text)) || AsksBack(step.Text);
    }

    // "What happened:", "Cause:", "What do we do so that it does not come back:", "## Chronologie": three sorts of questions that are asked when it is over.
    static bool AsksBack(string text)
    {
        const int LongestForm = 4_000;
        return text.Length < LongestForm && text.Contains('\n', StringComparison.Ordinal) && Course().IsMatch(text)
            && (Reason().IsMatch(text) && Lesson().IsMatch(text) || LooksAtOneself().IsMatch(text));
    }

    const RegexOptions Lines = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    [GeneratedRegex(@"^[^\w\n]*(timeline|what (happened|we saw|was seen)|course of events|chronologie|cronolog[ií]a|linha do tempo|l[ií]nea de tiempo|ablauf|was ist passiert|"
        + @"tijdlijn|przebieg|förlopp|tidslinje)\b[^\n]{0,40}$", Lines)]
    private static partial Regex Course();

    [GeneratedRegex(@"^[^\w\n]*((root )?causes?|why\b|reason|ursachen?|warum|causa( raíz| raiz)?|pourquoi|por qu[eê]|"
        + @"oorza(a)?k(en)?|przyczyn[ay]|dlaczego|orsak(er)?)\b[^\n]{0,80}$", Lines)]
    private static partial Regex Reason();

    // "What went well / not well" is asked of nothing that still goes on.
    [GeneratedRegex(@"^[^\w\n]*(what went (well|wrong|badly|right)|lessons learn(ed|t)|was (lief|ging) (gut|schlecht|schief)|qué (salió|fue) (bien|mal)|"
        + @"o que (foi|deu|correu) (bem|mal|certo|errado)|ce qui a (bien|mal)|cosa è andat[oa]|wat ging)\b[^\n]{0,80}$", Lines)]
    private static partial Regex LooksAtOneself();

    [GeneratedRegex(@"^[^\w\n]*(lessons|action items|actions\b(?! taken)|follow-?ups?|what (do |will )?we (do|changed?|learn(ed|t)?)|what went (well|wrong)|"
        + @"measures\b(?! taken)|co (poprawimy|zmienimy|robimy|zrobimy)|wnioski|działania|åtgärder|lärdomar|"
        + @"ce qui a|acciones|ações|maßnahmen|lehren|azioni|acties)\b[^\n]{0,80}$", Lines)]
    private static partial Regex Lesson();

    static bool IsForm(Section section) =>
        section is { IsHeading: true, Role: Role.Postmortem } && Form().IsMatch(Words.Fold(section.Title.Plain))
            && (section.Children.Count(c => c.IsHeading) >= 2 || section.Items.Count >= 4);

    // "cat > postmortem.md <<MD".
    static bool IsWritten(Step step, Section? section) =>
        step.Kind != StepKind.Template && step.Text.IndexOf("<<", StringComparison.Ordinal) is >= 0 and var here && step.Text.Contains("\n## ", StringComparison.Ordinal)
        && (step.Text[..here].Contains("postmortem", StringComparison.OrdinalIgnoreCase) || section?.AndAncestors().Any(a => a.Role == Role.Postmortem) == true);

    static PostmortemForm OfSection(Section form)
    {
        var headings = form.Children.Where(c => c.IsHeading).ToList();
        if (headings.Count < 2)
            return new(form.Line,
                [new(form.Bare, [.. form.Items.Select(item => Words.Bare(item.Text.LeadingStrong?.Text ?? item.Text.Plain)).Where(IsName).Take(MostFields)])]);
        return new(form.Line,
            [.. headings.Take(MostSections).Select(h => new FormSection(h.Bare, [.. h.AllPieces.SelectMany(OfPiece).Where(IsName).Distinct().Take(MostFields)]))]);
    }

    // "Within three days. Fields: Summary / Impact / Timeline / Five whys / Actions": a form in one line.
    static PostmortemForm? OfSentence(Paragraph paragraph)
    {
        const int fewest = 4;
        var text = paragraph.Text.Plain;
        if (text.Length > 1_000 || Listed().Match(text) is not { Success: true } listed) return null;
        var fields = listed.Groups["fields"].Value.Split(['/', '|', ';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.TrimEnd('.')).Where(IsName).Take(MostFields).ToList();
        return fields.Count < fewest ? null : new(paragraph.Line, [new("", [.. fields])]);
    }

    [GeneratedRegex(
        @"\b(fields?|sections?|headings?|form|template|felder|abschnitte|campos?|secciones|seções|champs?|rubriques|campi|sezioni)\b[^:(.]{0,40}"
        + @"(:\s*(?<fields>[^.:]{20,})|\((?<fields>[^)]{20,})\))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    static IEnumerable<string> OfPiece(Piece piece) => piece switch
    {
        Paragraph { Label: { } label } => [Words.Bare(label.Name)],
        Paragraph { OpensItem: true, Text.Plain: var text } when text.Contains('?', StringComparison.Ordinal) => [Words.Bare(text)],
        Table table => table.Header.Select(cell => cell.Plain),
        _ => [],
    };

    static PostmortemForm OfText(int line, string text)
    {
        var sections = new List<FormSection>();
        var fields = new List<string>();
        var title = "";
        var previous = "";
        foreach (var written in text.Split('\n'))
        {
            if (Heading().Match(written) is { Success: true } heading)
            {
                Close();
                title = Words.Bare(heading.Groups["name"].Value);
            }
            else if (Field().Match(written) is { Success: true } field) fields.Add(Words.Bare(field.Groups["name"].Value).TrimEnd(':').Trim());
            else if (TableRule().IsMatch(written) && previous.Contains('|', StringComparison.Ordinal))
                fields.AddRange(previous.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(cell => Words.Bare(cell)));
            previous = written;
        }

        Close();
        return new(line, [.. sections.Take(MostSections)]);

        // The form's own title asks nothing, unless fields stand right below it.
        void Close()
        {
            if (fields.Count > 0 || title.Length > 0 && !(sections.Count == 0 && Title().IsMatch(title)))
                sections.Add(new(title, [.. fields.Where(IsName).Distinct().Take(MostFields)]));
            fields = [];
        }
    }

    static bool IsName(string name) => name.Length is > 1 and < 120;

    static string FirstLine(string text) => text.TrimStart().Split('\n')[0];

    static string Opening(string text) => text.Length <= 200 ? text : text[..200];

    [GeneratedRegex(@"template|\bform\b|format|vorlage|plantilla|modelo|modele", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    // "Timeline (UTC):" above "Why did it happen:": questions that are asked when it is over.
    [GeneratedRegex(@"^[^\w\n]*timeline\b[^\n]{0,40}:\s*\n(.{0,120}\n){0,6}\W*(why|root cause|what went|what we change|lessons)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex LooksBack();

    [GeneratedRegex(
        @"post-?\s?mortem|\bRFO\b|(incident|event|outage) report|report form|post-?incident|\bRCA\b|^#*\s*PIR\b|debrief|review form|retrospective|"
        + @"(after|post)-?\s?(incident|action|event) (review|report|form)|\bPM (form|template|doc(ument)?|report|sheet)\b|"
        + @"informe de incidente|relat[oó]rio de incidente|abschlussbericht|st(ö|oe)rungsbericht|vorfallsbericht|rapport d'incident|rapporto (di|sull')incidente",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"^#{1,6}[ \t]+(?<name>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    // Longer lines before a colon are somebody's example. "**Users affected:** ~120", "- Severity: P0", "Why did it happen?".
    [GeneratedRegex(
        @"^[\s>*+-]*(\[[ xX]?\]\s*)?(\*\*(?<name>[^*\n]{2,80}?):?\*\*(:|\s|$)|(?<name>\p{L}[\p{L}\d/()'’-]*( [\p{L}\d/()'’-]+){0,3}):(\s|$)|"
        + @"(?<name>[\p{L}][^.?!\n]{3,100}\?)\s*$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^\s*(Subject|Betreff|Asunto|Assunto|Objet|Oggetto|Onderwerp)\s?:", RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();
}
