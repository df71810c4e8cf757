using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Causes that paragraphs open with, each up to the next: a question, a letter, what is seen and what it is.</summary>
internal static partial class Hypotheses
{
    // "**Is the cache cold?** After a release it is": questions in bold, each up to the next.
    static IEnumerable<Draft> Asked(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(IsOfTheTrouble))
        {
            var paragraphs = section.Paragraphs
                .Where(p => p.Item is null && p.Line != section.Line && p.Text.LeadingStrong is { Start: 0 } strong && Titles.AsksWhether(strong.Text))
                .Select(p => (p.Line, p.Text));
            // Alone on its line, such a question is taken for a heading.
            var lines = section.Children.Where(s => s is { Level: >= Section.BoldTitle, Item: null } && Titles.AsksWhether(s.Title.Plain)).Select(s => (s.Line, Text: s.Title));
            var asked = paragraphs.Concat(lines).Where(question => region.Holds(question.Line)).OrderBy(question => question.Line).ToList();
            foreach (var (index, (line, text)) in asked.Count > 1 ? asked.Index() : [])
                yield return new(ItemTitle(text), line, index + 1 < asked.Count ? asked[index + 1].Line - 1 : Math.Min(section.EndLine, region.EndLine), null, null, null,
                    text, section);
        }
    }

    // "a) The font is missing", a block, "b) Out of memory", a block: what Markdown takes for paragraphs, since it lists by numbers alone.
    static IEnumerable<Draft> Itemized(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(s => IsOfTheTrouble(s) && s.Role is not (Role.Symptoms or Role.Action or Role.Verification or Role.Impact)))
        {
            var letters = section.Paragraphs.Where(p => p.Item is null && region.Holds(p.Line) && ItemLetter().IsMatch(p.Text.Plain)).ToList();
            if (letters.Count < 2 || letters.Index().Any(l => l.Item.Text.Plain.TrimStart('(')[0] != 'a' + l.Index)
                || letters.Any(l => Purposes.Of(ItemLetter().Replace(l.Text.Plain, "")) != Purpose.Unsaid)) continue;
            foreach (var (index, paragraph) in letters.Index())
            {
                var text = paragraph.Text.From(ItemLetter().Match(paragraph.Text.Plain).Length);
                yield return new(ItemTitle(text).TrimEnd(':'), paragraph.Line,
                    index + 1 < letters.Count ? letters[index + 1].Line - 1 : Math.Min(section.EndLine, region.EndLine), null, null, null, text, section);
            }
        }
    }

    // "**One host, all disks** → it is the host", "If `notAfter` lies in the past → **Expired**": items of one list that each lead from what is
    // seen to what it is. What is set in bold is its name.
    static IEnumerable<Draft> Pointed(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(IsOfTheTrouble))
        {
            var items = section.Items.Where(i => region.Holds(i.Line)).Select(i => (Item: i, Name: PointedName(i.Text))).Where(pair => pair.Name is not null).ToList();
            if (items.Count > 1)
            {
                foreach (var (item, name) in items) yield return new(name!, item.Line, item.EndLine, null, null, item, item.Text, section);
                continue;
            }

            var said = section.Paragraphs.Where(p => p.Item is null && region.Holds(p.Line) && p.Line != section.Line)
                .Select(p => (Paragraph: p, Name: PointedName(p.Text) ?? NameBehindColon(p.Text))).Where(pair => pair.Name is not null).ToList();
            foreach (var (index, (paragraph, name)) in said.Count > 1 ? said.Index() : [])
                yield return new(name!, paragraph.Line, index + 1 < said.Count ? said[index + 1].Paragraph.Line - 1 : Math.Min(section.EndLine, region.EndLine), null,
                    null, null, paragraph.Text, section);
        }
    }

    // "No file at all: **cron did not start it.** Look at"
    static string? NameBehindColon(Prose text) =>
        text.Marks.FirstOrDefault(m => m.Kind == MarkKind.Strong) is { Start: > 0 } behind && behind.Text.EndsWith('.') && behind.Text.Contains(' ')
            && text.Plain[..behind.Start].TrimEnd().EndsWith(':') && Purposes.Of(behind.Text) == Purpose.Unsaid
            ? Words.Bare(behind.Text.Trim().TrimEnd('.')) : null;

    static string? PointedName(Prose text) =>
        text.LeadingStrong is { } strong ? Arrow().IsMatch(text.Plain[strong.End..]) ? ItemTitle(text) : null
        : text.Marks.FirstOrDefault(m => m.Kind == MarkKind.Strong) is { } behind && ArrowBehind().IsMatch(text.Plain[..behind.Start])
            ? Words.Bare(behind.Text.Trim().TrimEnd('.', ':'))
        : null;

    // "**B. The cache is cold.** Symptoms: ...": the label opens a section of its own, and the one around it ends above.
    static Draft Whole(Draft draft) =>
        draft.EndLine >= draft.Line
            ? draft
            : draft with { EndLine = Math.Max(draft.Line, (draft.Within ?? draft.Section)?.AndAncestors().FirstOrDefault(s => s.IsHeading)?.EndLine ?? draft.Line) };

    // "**A: the upstream times out.** They are overloaded": paragraphs that are told apart by a letter in bold, each up to the next; also "a) The pool is
    // exhausted" and "C1: the pool is exhausted" without bold, and headings that are counted so. Plain numbers count steps.
    static IEnumerable<Draft> Lettered(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(IsOfTheTrouble))
        {
            var series = section.Paragraphs
                .Where(p => region.Holds(p.Line) && !p.OpensItem && LetteredName(p.Text) is not null)
                .GroupBy(p => p.Item).Where(g => g.Count() > 1).Select(g => g.ToList()).FirstOrDefault();
            if (series is null) continue;
            var cells = section.Tables.SelectMany(t => t.Rows).Where(r => r.Cells.Count > 2).ToLookup(r => r.Cells[0].Plain.Trim(' ', '.', ')', '('));
            foreach (var (index, paragraph) in series.Index())
                yield return new Draft(LetteredName(paragraph.Text)!, paragraph.Line,
                    index + 1 < series.Count ? series[index + 1].Line - 1 : paragraph.Item?.EndLine ?? Math.Min(section.EndLine, region.EndLine), null, null, null,
                    paragraph.Text, section)
                {
                    // The row of that letter in the table above: what is seen in which case.
                    Besides = cells[Letter().Match(paragraph.Text.Plain).Value.Trim(' ', '.', ')', '(', ':')].SelectMany(r => r.Cells.Skip(1)).ToList(),
                };
        }

        // Where most of what is counted so is to be done, the code counts steps.
        var counted = sections.Where(s => s != region.Section && CountedTitle().IsMatch(s.Title.Plain)).GroupBy(s => s.Parent)
            .Select(g => (All: g.Count(), Causes: g.Where(s => Purposes.Of(CountedTitle().Replace(s.Title.Plain, "")) == Purpose.Unsaid).ToList()))
                .FirstOrDefault(g => g.Causes.Count > 1 && g.Causes.Count * 2 > g.All).Causes;
        foreach (var section in counted ?? [])
            yield return new(Words.Bare(CountedTitle().Replace(section.Title.Plain, "")), section.Line, section.EndLine, null, section, null, section.Title);
    }

    static string? LetteredName(Prose text)
    {
        var name = text.LeadingStrong is { Start: 0 } strong ? Letter().IsMatch(strong.Text) ? Letter().Replace(strong.Text, "") : null
            : PlainLetter().Match(text.Plain) is { Success: true, Length: var length } && text.Plain.Length < 400 ? ItemTitle(text.From(length)) : null;
        // "b) -> ask nicely": what is done about the one that is lettered so above.
        return name is { Length: > 2 } && Purposes.Of(name) == Purpose.Unsaid && !Arrow().IsMatch(name) ? Words.Bare(name.Trim().TrimEnd('.', ':')) : null;
    }

    // "Either a node died or the network is split.", "Two candidates: the cache, or the logs": one of the opening sentences names two or more.
    // Where the headings below ask for each cause, the sentence only leads to them.
    static IEnumerable<Draft> Alternated(Region region, List<Section> sections)
    {
        const int Opening = 12;
        if (sections.Count(s => IsPart(s) && Titles.AsksWhether(s.Title.Plain)) > 1) return [];
        return sections.Where(s => IsOfTheTrouble(s) && s.Role is Role.None or Role.Meaning or Role.Diagnosis)
            .SelectMany(s => s.Paragraphs)
                .Where(p => p is { Item: null, Quoted: false, Text.Plain.Length: < 600 } && region.Holds(p.Line) && p.Line <= region.Line + Opening)
            .SelectMany(p => Telling.Sentences(p.Text)).Select(Choices).FirstOrDefault(choices => choices.Count > 1, [])
            .Select(choice => new Draft(ItemTitle(choice), choice.Line, choice.Line, null, null, null, choice));
    }

    static List<Prose> Choices(Prose sentence)
    {
        List<Prose> choices = EitherOr().Match(sentence.Plain) is { Success: true } either ? [Part(either.Groups["one"]), Part(either.Groups["other"])]
            : Candidates().Match(sentence.Plain) is { Success: true } named || (named = Suspected().Match(sentence.Plain)).Success
            ? InlineSeries(sentence.From(named.Length)).ToList() is { Count: > 1 } series ? series : [.. Lists.Clauses(sentence.From(named.Length)).SelectMany(Alternatives)] : [];
        // "Either wait or restart it" tells what to do.
        return choices.Exists(choice => choice.Plain.Length < 4 || Purposes.Of(choice.Plain) != Purpose.Unsaid) ? [] : choices;

        Prose Part(Group group) => new(group.Value.Trim().TrimEnd('.', ','), sentence.Line, sentence.MarksWithin(group.Index, group.Index + group.Length));
    }

    [GeneratedRegex(
        @"\b(either|entweder|soit|o bien|ou bien|(nearly|almost) always|(fast|beinahe) immer|casi siempre|quase sempre|"
        + @"presque toujours)\s+(?<one>[^.;]{6,160}?),?\s+(or|oder|soit|o bien|ou bien)\s+(?<other>[^.;]{6,160})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EitherOr();

    // "Could be dust on the glass, a camera that lost its settings or the decoder.", "Suspects: the VPN, the portal, or our queue."
    [GeneratedRegex(
        @"^(it |this |that )?(could|might|may|can) be (?!(that|seen|found|done|used|run|read|set|sure|\w+ed|\w{2,}en)\b)(?=[^,;]{3,160}(,| or )|[^.]{3,200} or )|"
        + @"^(suspects?|suspected|suspicious|verdächtig|verdacht|sospechosos?|suspeitos?|suspects|sospetti|verdacht) ?: |^(why|warum) ?: (?=\(?[1a]\) )",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Suspected();

    [GeneratedRegex(@"^(the )?(two|three|2|3|usual|main) (candidates|suspects|causes|culprits|reasons)[^:.]{0,30}:\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Candidates();

    [GeneratedRegex(@"^\s*(→|->|=>)\s*\S", RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"(→|->|=>)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex ArrowBehind();

    [GeneratedRegex(@"^(([A-H]|H\d{1,2})\s*[:.)–—-]|\(([A-Ha-h]|\d{1,2})\))\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^\(?[a-h][.)]\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemLetter();

    [GeneratedRegex(@"^((C|RC|H)\d{1,2}\s*[:.)–—-]|[a-h]\)|\([a-h]\))\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainLetter();

    [GeneratedRegex(@"^([A-H]|RC)\d{1,2}\s*[:.)·–—-]\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex CountedTitle();

    // "- **Cause 1:** SIM out of data", among the fields of a procedure.
    [GeneratedRegex(@"^\p{L}+ \d{1,2}$")]
    private static partial Regex CountedName();

    // "Cause 1: the cache is stale.", each with what follows it.
    static IEnumerable<Draft> Counted(Section section, int lastLine)
    {
        var counted = section.Paragraphs
            .Where(p => (p.Item is null || p is { OpensItem: true, Item.Parent: null, Label: { Strong: true } label } && CountedName().IsMatch(label.Name))
                && p.Line != section.Line && p.Text.Plain.Length < 2000 && Titles.NamesCause(p.Text.Plain))
            .ToList();
        foreach (var (index, paragraph) in counted.Index())
            yield return new(ItemTitle(paragraph.Text.From(CauseNumber().Match(paragraph.Text.Plain).Length)), paragraph.Line,
                index + 1 < counted.Count ? counted[index + 1].Line - 1 : lastLine, null, null, null, paragraph.Text, section);
    }

    static Prose? SeenBeside(Section section, Row row, int column, Regex? header = null) =>
        section.Tables.FirstOrDefault(t => t.Line <= row.Line && row.Line <= t.EndLine) is { } table
            && table.Header.Index()
                .FirstOrDefault(h => h.Index != column && h.Item.Role == Role.Symptoms && header?.IsMatch(h.Item.Folded) != false) is { Item: not null } head
            && head.Index < row.Cells.Count
            ? row.Cells[head.Index] : null;

    // "You see" tells what a reading means; a column of symptoms lists them.
    static bool IsListed(Draft draft) => draft is { Row: { } row, Within: { } table } && SeenBeside(table, row, draft.Column, SymptomHeader()) is { IsEmpty: false };

    [GeneratedRegex(@"^([\p{L}-]+ )?(symptom|sintom|anzeichen|signs?\b|signe)|^what you see$", RegexOptions.ExplicitCapture)]
    private static partial Regex SymptomHeader();
}
