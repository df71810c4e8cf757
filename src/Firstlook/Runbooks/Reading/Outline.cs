using System.Globalization;

namespace Firstlook.Runbooks.Reading;

/// <summary>A piece and the innermost section that it stands in.</summary>
internal sealed record Placed(Piece Piece, Section Section);

/// <summary>The document as a tree of sections, and its pieces in reading order.</summary>
/// <param name="Remarks">Comments to us, by the line of the fence below them.</param>
internal sealed record Outline(Section Root, List<Placed> Pieces, IReadOnlyDictionary<int, Annotations> Remarks)
{
    public static Outline Of(IReadOnlyList<Piece> pieces, int lines) => new Builder(pieces, lines).Build();

    public ArraySegment<Section> Sections => Root.Descendants;

    public List<Paragraph> Paragraphs { get; } = [.. Pieces.Select(p => p.Piece).OfType<Paragraph>()];

    public List<Table> Tables { get; } = [.. Pieces.Select(p => p.Piece).OfType<Table>()];

    public List<Fence> Fences { get; } = [.. Pieces.Select(p => p.Piece).OfType<Fence>()];

    /// <summary>By 0-based line, of so many: whether it is inside a code block.</summary>
    public bool[] CodeLines(int count)
    {
        var marks = new bool[count];
        foreach (var fence in Fences)
        {
            for (var line = fence.Line; line <= Math.Min(fence.EndLine, count); line++) marks[line - 1] = true;
        }

        return marks;
    }

    List<ToldScale>? toldScale;

    /// <summary>The levels of the team's own name that one paragraph explains; empty where none does.</summary>
    public List<ToldScale> ToldScale => toldScale ??= [.. Reading.ToldScale.In(this)];

    readonly Lazy<OwnScale?> scale = new(() => OwnScale.Of(Pieces));

    /// <summary>The levels that the team counts in its own way; null where it has no such scale.</summary>
    public OwnScale? Scale => scale.Value;

    NumberedRows? numberedRows;

    /// <summary>Which rows are counted as the sections are.</summary>
    public NumberedRows NumberedRows => numberedRows ??= new(this);

    readonly Dictionary<int, string> tags = Pieces.Select(p => p.Piece).OfType<Fence>().GroupBy(f => f.Line).ToDictionary(g => g.Key, g => g.First().Tag);

    public Annotations AnnotationsOf(Fence fence) => Annotations.In(fence.Tag).Over(Remarks.GetValueOrDefault(fence.Line, Annotations.None));

    /// <summary>The tag of the fence that opens on a line; empty where there is none.</summary>
    public string TagAt(int line) => tags.GetValueOrDefault(line, "");

    sealed class Builder(IReadOnlyList<Piece> pieces, int lines)
    {
        // Below this many headings, bold lines are what the document has for headings.
        readonly bool fewHeadings = pieces.Count(p => p is Heading) <= 1;
        readonly bool noHeadings = !pieces.Any(p => p is Heading);
        readonly bool opensWithBold = OpensWithBold(pieces);
        readonly bool labelsIncidents = LabelsIncidents(pieces);

        // "**Q: `node-not-ready` (sev2). Now what?**" above its answer, three times and more: each question is a title.
        readonly bool asksOfAlerts = pieces.OfType<Paragraph>().Count(p => Questioned(p) is { Codes: [{ Start: 0, Text.Length: > 5 }, ..] }) > 2;

        // Mails one below the other: what each is about is its title.
        readonly bool holdsMails = pieces.OfType<Paragraph>().Count(p => SubjectOf(p) is not null) > 2;

        // "**1. Disk full**", "**2. Queue grows**", "**3. ...**" for headings: what is bold and not counted stands below them.
        readonly bool countsBold = CountsBold(pieces);

        static bool CountsBold(IReadOnlyList<Piece> pieces)
        {
            var next = 1;
            foreach (var piece in pieces)
            {
                if (piece is Paragraph { Item: null, Label: { Strong: true, Value.IsEmpty: true } label } && IsCounted(label.Name, next)) next++;
            }

            return next > 3;
        }

        static bool IsCounted(string name, int? number = null) =>
            name.IndexOf('.', StringComparison.Ordinal) is (1 or 2) and var dot && dot + 2 < name.Length && name[dot + 1] == ' '
                && int.TryParse(name.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && (number is null || count == number);

        bool IsBelowCounted(Label label) =>
            countsBold && label.Role == Role.None && !IsCounted(label.Name) && open.Exists(s => s.Level == Section.BoldTitle && IsCounted(s.Title.Plain));

        static Prose? SubjectOf(Paragraph paragraph)
        {
            const string Word = "Subject: ";
            if (paragraph is not { Item: null, Quoted: false, Text.Plain: var text } || !text.StartsWith(Word, StringComparison.Ordinal)) return null;
            var end = new[] { " From: ", " To: ", " Date: ", " Cc: ", " Sent: " }.Select(field => text.IndexOf(field, StringComparison.Ordinal)).Where(at => at > 0)
                .DefaultIfEmpty(text.Length).Min();
            return end - Word.Length is > 2 and < 200 ? new(text[Word.Length..end].Trim(), paragraph.Line, []) : null;
        }

        static Prose? Questioned(Paragraph paragraph) =>
            paragraph is { Item: null, Quoted: false, Text.LeadingStrong: { Start: 0, Text: ['Q' or 'F' or 'P' or 'D', ':', ' ', ..] } strong }
                ? new Prose(strong.Text, paragraph.Line, [.. paragraph.Text.Marks.Where(m => m.Kind == MarkKind.Code && m.End <= strong.End)]).From(3) : null;

        // "**Incident:** Scheme link down", and further down "**Incident:** HSM timeouts": what a page without headings has for titles.
        static bool LabelsIncidents(IReadOnlyList<Piece> pieces) =>
            pieces.OfType<Paragraph>().Where(LabelsIncident).Select(p => p.Label!.Value.Plain).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();

        static bool LabelsIncident(Paragraph paragraph) =>
            paragraph is { Item: null, Quoted: false, Label: { Strong: true, Value.IsEmpty: false } label } && label.Value.Plain.Length < 100
                && Words.Fold(label.Name) is "incident" or "incidente" or "storung" or "vorfall" or "panne" or "storing" or "avaria" or "incidencia";

        // "# Part one - gates", and at once "**Gates do not open**": the headings are parts of the book, what is set in bold are its titles.
        static bool OpensWithBold(IReadOnlyList<Piece> pieces)
        {
            var headings = 0;
            var opening = new List<string>();
            for (var i = 0; i + 1 < pieces.Count; i++)
            {
                if (pieces[i] is not Heading) continue;
                headings++;
                if (pieces[i + 1] is Paragraph { Item: null, Label: { Strong: true, Role: Role.None } label } bold
                    && (label.Value.IsEmpty || Label.IsBracketed(label.Value)) && !bold.Text.Plain.EndsWith(':'))
                    opening.Add(label.Name);
            }

            return opening.Count > 1 && opening.Count * 2 >= headings && opening.Distinct(StringComparer.OrdinalIgnoreCase).Count() == opening.Count;
        }

        readonly List<Placed> placed = new(pieces.Count);
        readonly Dictionary<int, Annotations> remarks = [];
        readonly Dictionary<string, int> slugs = [];
        readonly List<Section> open = [];

        // A section and all below it are a stretch of all sections, and of all pieces, in reading order.
        readonly List<Section> all = [];
        readonly List<(Section Section, int Begins, int FirstPiece, int Ends, int EndPiece)> stretches = [];
        readonly List<(int Begins, int FirstPiece)> opened = [];

        // "## 1 Prioritäten" to "## 8 Telefonliste": numbers that only count. "5 whys" alone does not.
        readonly bool counts = CountsFrom(pieces);

        static bool CountsFrom(IReadOnlyList<Piece> pieces)
        {
            var next = 1;
            foreach (var piece in pieces)
            {
                if (piece is Heading { Text.Plain: var title } && NumberOf(title) is { } number && number == next) next++;
            }

            return next > 3;
        }

        // The number alone before a word; null where there is none, or a full stop behind it.
        static int? NumberOf(string title) =>
            title.IndexOf(' ', StringComparison.Ordinal) is (1 or 2) and var end
                && int.TryParse(title.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && end + 1 < title.Length
                && char.IsLetter(title[end + 1])
                ? number : null;

        public Outline Build()
        {
            Begin(new(null, Section.Root, Prose.Empty, 1, null));
            var remark = Annotations.None;
            for (var i = 0; i < pieces.Count; i++)
            {
                var piece = pieces[i];
                if (piece is Remark said)
                {
                    remark = said.Annotations;
                    continue;
                }

                if (piece is Fence fence && remark != Annotations.None) remarks[fence.Line] = remark;
                remark = Annotations.None;
                CloseItems(piece.Item, piece.Line);
                CloseSentence(piece);
                CloseList(piece);
                if (SectionOf(piece, Next(i)) is { } section) Open(section);
                open[^1].Add(piece);
                placed.Add(new(piece, open[^1]));
            }

            while (open.Count > 0) Close(lines + 1);
            var (ofSections, ofPieces) = (all.ToArray(), placed.Select(p => p.Piece).ToArray());
            foreach (var stretch in stretches)
            {
                stretch.Section.AndDescendants = new(ofSections, stretch.Begins, stretch.Ends - stretch.Begins);
                stretch.Section.AllPieces = new(ofPieces, stretch.FirstPiece, stretch.EndPiece - stretch.FirstPiece);
            }

            return new(ofSections[0], placed, remarks);
        }

        void Begin(Section section)
        {
            opened.Add((all.Count, placed.Count));
            open.Add(section);
            all.Add(section);
        }

        void CloseItems(Item? item, int line)
        {
            while (open[^1].Item is { } opened && !(item?.IsWithin(opened) ?? false)) Close(line);
        }

        // "Severity: high" is said on its own line; what follows belongs to the section around it.
        void CloseSentence(Piece next)
        {
            var last = open[^1];
            var isSaid = last.Level >= Section.Field && !last.Value.IsEmpty && !last.Value.Plain.EndsWith(':')
                && (last.Role is Role.Symptoms or Role.Alert or Role.Severity or Role.Meaning or Role.Impact or Role.Contacts or Role.General or Role.Prohibition
                    || (last.Role == Role.Causes && IsNumberedCommand(next) && Lists.Clauses(last.Value).Skip(1).Any()));
            if (isSaid && (last.Item is null || next.Item != last.Item) && !(next.Item is { } item && last.Item is not null && item.IsWithin(last.Item))
                && (next.Line > last.Line || next is Paragraph { Label: null, Item: null }))
                Close(next.Line);
        }

        // "Possible causes: no quorum, or both replicas lag." above "1. see: `patronictl list`": they are told, and what follows is what to do.
        static bool IsNumberedCommand(Piece next) => next is Paragraph { Item: { Parent: null, Number: not null }, Text.Codes.Count: > 0 };

        // "**Symptoms**" and its list: the table or block after the list is no symptom, but what is done about it.
        void CloseList(Piece next)
        {
            var last = open[^1];
            if (last.Level != Section.Field || last.Role is not (Role.Symptoms or Role.Impact or Role.Alert or Role.Meaning)
                || last.Pieces is not [_, .., { Item: { } item }]) return;
            // Numbers below points are what to do.
            if (next is { Item: null } or { Item: { Parent: null, Number: not null } } && !(next.Item is not null && item.Number is not null)) Close(next.Line);
            // "- it grows" above "* see the job: ...": another mark begins another list.
            else if (next.Item is { Number: null } other && item.Number is null && other.Outermost.Marker != item.Outermost.Marker) Close(next.Line);
            // "- it grows" above "- [ ] see the job": what is ticked off is done.
            else if (next is Paragraph { OpensItem: true, Item.Parent: null } task && Words.HasTickBox(task.Text.Plain) && !Words.HasTickBox(item.Outermost.Text.Plain))
                Close(next.Line);
        }

        Piece? Next(int i) => i + 1 < pieces.Count ? pieces[i + 1] : null;

        void Open(Section section)
        {
            while (open[^1].Level >= section.Level && !IsCauseOf(section, open[^1])) Close(section.Line);
            var child = new Section(open[^1], section.Level, section.Title, section.Line, section.Item) { Value = section.Value, Role = section.Role, Slug = section.Slug };
            open[^1].Children.Add(child);
            Begin(child);
        }

        // "**4. Storage errors**", and below it "**Hypothesis A: one prefix**": both are bold lines, and one is a part of the other.
        static bool IsCauseOf(Section section, Section around) =>
            section.Level == Section.BoldTitle && around.Level == Section.BoldTitle && IsCause(section) && !IsCause(around);

        static bool IsCause(Section section) => section.NamesCause && !section.IsScenario;

        void Close(int nextLine)
        {
            var (begins, firstPiece) = opened[^1];
            open[^1].EndLine = Math.Max(open[^1].Line, nextLine - 1);
            stretches.Add((open[^1], begins, firstPiece, all.Count, placed.Count));
            open.RemoveAt(open.Count - 1);
            opened.RemoveAt(opened.Count - 1);
        }

        Section? SectionOf(Piece piece, Piece? next) => piece switch
        {
            Heading heading => OfHeading(heading),
            Paragraph mail when holdsMails && SubjectOf(mail) is { } subject => new(null, Section.BoldTitle, subject, mail.Line, null),
            Paragraph question when asksOfAlerts && Questioned(question) is { } asked => new(null, Section.BoldTitle, asked, question.Line, null),
            Paragraph { Label: { } label } paragraph => OfLabel(paragraph, label),
            Paragraph { Item: null } paragraph when noHeadings => OfBareLine(paragraph, next),
            Paragraph { Item: null, Quoted: false } paragraph => OfBareField(paragraph, next),
            _ => null,
        };

        Section OfHeading(Heading heading)
        {
            var level = heading.Item is null ? LevelOf(heading) : Section.BoldTitle;
            var title = counts && NumberOf(heading.Text.Plain) is not null ? heading.Text.From(heading.Text.Plain.IndexOf(' ', StringComparison.Ordinal)) : heading.Text;
            return new(null, level, title, heading.Line, heading.Item) { Role = title.Role, Slug = heading.Anchor ?? Unique(Words.Slug(heading.Text.Plain)) };
        }

        // "##### VaultSealed" below "### MongoReplicationLag" skipped a rank: an alert is no part of another.
        int LevelOf(Heading heading) =>
            open.LastOrDefault(s => s.Level < heading.Level) is { IsHeading: true, Title.Plain: var above } around && around.Level < heading.Level - 1
                && Titles.IsAlertName(Titles.Name(heading.Text.Plain)) && Titles.IsAlertName(Titles.Name(above))
                ? around.Level : heading.Level;

        string Unique(string slug)
        {
            var times = slugs.GetValueOrDefault(slug);
            slugs[slug] = times + 1;
            return times == 0 ? slug : $"{slug}-{times}";
        }

        Section? OfLabel(Paragraph paragraph, Label label)
        {
            if (labelsIncidents && LabelsIncident(paragraph)) return new(null, Section.BoldTitle, label.Value, paragraph.Line, null);
            if (noHeadings && paragraph.Item is null && label is { Role: Role.Alert, Value.IsEmpty: false } && !AwaitsItsAlert())
                return new(null, Section.BoldTitle, label.Value, paragraph.Line, null);
            var title = new Prose(label.Name, paragraph.Line, paragraph.Text.Marks.Where(m => m.Kind == MarkKind.Code && m.End <= label.Name.Length).ToList());
            if (paragraph.Item is { } item)
            {
                return label.Role == Role.None || !paragraph.OpensItem
                    ? null : new(null, Section.Field + 1 + item.Depth, title, paragraph.Line, item) { Value = label.Value, Role = label.Role };
            }

            if (noHeadings && label.Strong && Titles.RatesOrNamesItsAlert(label.Value.Plain) && label.Role == Role.None)
                return new(null, Section.BoldTitle, title, paragraph.Line, null);
            if (label.Strong && label.Value.IsEmpty && !paragraph.Text.Plain.EndsWith(':') && IsOfASupportLine()) return new(null, Section.BoldTitle, title, paragraph.Line, null);
            var level = label.Strong && (label.Value.IsEmpty || Label.IsBracketed(label.Value) ? IsTitle(paragraph, label) : Titles.NamesCause(label.Name))
                ? Section.BoldTitle : Section.Field;
            if (level == Section.BoldTitle && Label.IsBracketed(label.Value)) return new(null, level, paragraph.Text, paragraph.Line, null) { Role = label.Role };
            return new(null, level, title, paragraph.Line, null) { Value = label.Value, Role = label.Role };
        }

        // A bold title above names the procedure already, and this line its alert.
        bool AwaitsItsAlert() =>
            open.LastOrDefault(s => s.Level == Section.BoldTitle) is { } title && !Titles.IsAlertName(title.Bare) && !title.Children.Any(c => c.Role == Role.Alert);

        bool IsTitle(Paragraph paragraph, Label label) =>
            !label.Role.IsField()
                && (Titles.NamesIncident(label.Name) || Titles.NamesCause(label.Name) || Titles.IsAlertName(Words.Bare(label.Name)) || Titles.AlertsOnly(label.Name).Count > 1
                    || (Label.IsBracketed(label.Value) && !label.Value.IsEmpty) || label.Role == Role.Part
                || (!paragraph.Text.Plain.EndsWith(':') && (fewHeadings && !IsBelowCounted(label) || opensWithBold || char.IsAsciiDigit(label.Name[0]))));

        bool IsOfASupportLine() => open.LastOrDefault(s => s.Level < Section.BoldTitle) is { } around && Roles.IsSupportLine(around.Folded);

        // "Diagnostic" alone on a line above a block or a list, in a document that keeps its headings for the procedures.
        static Section? OfBareField(Paragraph paragraph, Piece? next)
        {
            const int LongestName = 30, LongestQuestion = 45;
            var text = paragraph.Text.Plain;
            if (text.Length > LongestQuestion || paragraph.EndLine != paragraph.Line || paragraph.Text.Marks.Count > 0 || next is not (Fence or Table or Paragraph)) return null;
            // "What students tell the invigilator", "Why (so far)", "Why?": above a list of it the line may be as long as a question is.
            var listed = next is Paragraph { OpensItem: true } && (char.IsLetter(text[^1]) || text[^1] is ')' or '?') && text.Count(c => c == ' ') <= 6
                && paragraph.Text.Role is Role.Symptoms or Role.Causes;
            if (!listed && (text.Length > LongestName || !char.IsLetter(text[^1]) || text.Count(c => c == ' ') > (next is Paragraph { OpensItem: true } or Fence ? 3 : 1)))
                return null;
            var role = paragraph.Text.Role;
            return role is Role.Symptoms or Role.Diagnosis or Role.Action or Role.Verification or Role.Causes or Role.Escalation
                || (role is Role.Prohibition or Role.Contacts && next is Paragraph { OpensItem: true })
                ? new(null, Section.Field, paragraph.Text, paragraph.Line, null) { Role = role } : null;
        }

        // "Login storm after a patch", and below it "Severity: high. Alert X.": the line above was a heading.
        static bool SaysWhatItIs(Piece? next) => next is Paragraph { Item: null, Label: { Role: Role.Severity or Role.Alert or Role.Symptoms, Value.IsEmpty: false } };

        // A document that lost its marks altogether: "SYMPTOMS" or "Incident: disk full" alone on a line.
        static Section? OfBareLine(Paragraph paragraph, Piece? next)
        {
            const int LongestTitle = 70;
            var text = paragraph.Text.Plain;
            if (text.Length > LongestTitle || paragraph.EndLine != paragraph.Line || text[^1] is '.' or ',' or ';' or '?' || text is ['(', .., ')']) return null;
            var role = Roles.Of(text);
            if (role != Role.None && text.Count(c => c == ' ') <= 3)
                return new(null, role.IsField() ? Section.Field : Section.BoldTitle, paragraph.Text, paragraph.Line, null) { Role = role };
            var isTitle = Titles.NamesIncident(text) || Titles.NamesCause(text) || Titles.IsAlertName(text)
                || (text.Any(char.IsLetter) && text.Equals(text.ToUpperInvariant(), StringComparison.Ordinal)) || SaysWhatItIs(next);
            return isTitle ? new(null, Section.BoldTitle, paragraph.Text, paragraph.Line, null) : null;
        }
    }
}
