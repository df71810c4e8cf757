using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>From a region to the procedure that it is.</summary>
internal sealed partial class Procedures(Outline outline, RegionIndex regions, MentionedNames names, bool zeroBased)
{
    readonly List<FrontMatter> matters = [.. outline.Pieces.Select(p => p.Piece).OfType<FrontMatter>()];
    readonly FrontMatter? matter = outline.Pieces.Select(p => p.Piece).OfType<FrontMatter>().FirstOrDefault();
    readonly string above = Openings.OfDocument(outline, regions);
    readonly QuickReference quickReference = new(outline, zeroBased);
    readonly HashSet<string> titles = [.. regions.All.SelectMany(Alerts.InTitle)];
    readonly HashSet<string> tags = Alerts.TagsOf(regions.All);
    readonly bool somethingIsHeld = regions.All.Any(region => !region.HoldsNothing);
    readonly Section? commonSeverity = outline.Root.Children.FirstOrDefault(c => c.Role == Role.Severity && c.Level >= Section.Field);
    readonly Dictionary<string, string> labels = PolicyTables.OwnLabels(outline, zeroBased);

    // "P1 - tasks die", "P2 - queue stuck", "P3 - viewers get errors", and a tree that says "go to P2": the codes count the parts.
    readonly bool countsParts = regions.All.Select(r => PartCode().Match(r.Section.Title.Plain)).Where(m => m.Success).Select(m => m.Groups["number"].Value[0] - '0')
        .ToList() is { Count: > 2 } codes
        && codes.Index().All(c => c.Item == c.Index + 1)
        && outline.Pieces.Any(p =>
            p.Piece switch { Fence fence => LeadsToPart().IsMatch(fence.Text), Paragraph paragraph => LeadsToPart().IsMatch(paragraph.Text.Plain), _ => false });

    [GeneratedRegex(@"^\W*P(?<number>[1-9])\b", RegexOptions.ExplicitCapture)]
    private static partial Regex PartCode();

    [GeneratedRegex(@"\b(go to|goto|see|continue with|weiter mit|siehe|ir a|ver|ir para|aller à|voir) P[1-9]\b|→ +P[1-9]\b", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadsToPart();

    // "S2 · Stop writes", and below it "sev SEV0": the title's code may count scenarios, where the text states a level.
    [GeneratedRegex(@"^\W*S[0-5]\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ScenarioCode();

    public Procedure Of(Region region, IReadOnlyList<Hypothesis> hypotheses, IEnumerable<Step> steps)
    {
        var sections = Hypotheses.SectionsOf(region).Where(s => region.Holds(s.Line)).ToList();
        // In pages that were joined each has its own above its title.
        var own = matters.Count > 1
            ? matters.LastOrDefault(m => m.EndLine < region.Line && !outline.Sections.Any(s => s.IsHeading && s.Line > m.EndLine && s.Line < region.Line)) : null;
        var only = regions.All.Count == 1 || own is not null;
        var said = own ?? (matters.Count > 1 ? null : matter);
        EquatableArray<string> alerts = [.. Alerts.Of(region, sections, said, only, titles).Concat(quickReference.AlertsOf(region)).Distinct(StringComparer.Ordinal)];
        if (alerts.Count == 0 && IsNamedAsOthers(region)) alerts = [region.Title];
        if (region.IsSection && Alerts.TagOf(region.Section) is { } tag && tags.Contains(tag)) alerts = [tag, .. alerts.Where(name => name != tag)];
        return new(
            regions.IdOf(region), region.Slug, region.Title, region.Line, region.EndLine, alerts,
            SeverityOf(region, sections, alerts, only, said),
            Text(region, sections, Role.Meaning),
            Text(region, sections, Role.Impact),
            [.. SymptomsOf(region, sections, hypotheses, alerts)],
            [.. hypotheses],
            [.. steps],
            [.. EscalationsOf(region, sections, alerts)],
            [.. Dashboards.Of(sections)])
        {
            Told = hypotheses.Count <= 1 ? [.. Telling.Of(sections)] : [],
            Parts = hypotheses.Count == 0 ? [.. Hypotheses.PartsOf(region, regions.IdOf(region))] : [],
            Opening = above + Openings.Of(region),
            OnlyNames = somethingIsHeld && region.HoldsNothing,
            Phases = [.. Phases.Of(sections)],
            OpensWith = [.. names.OpeningOf(region)],
            SpeaksOf = [.. names.FurtherIn(region)],
            Checks = [.. ManualChecks.Of(region, sections, hypotheses, regions.IdOf(region))],
        };
    }

    // "HL7_NAK_RATE" says nothing of trouble, and is an alert where two more titles that are written so are.
    bool IsNamedAsOthers(Region region) => region.IsSection && Titles.IsShouted(region.Title) && titles.Count(Titles.IsShouted) > 1;

    IEnumerable<EscalationRule> EscalationsOf(Region region, List<Section> sections, EquatableArray<string> alerts)
    {
        var own = Escalations.In(region, sections, zeroBased).ToList();
        return own.Count == 0 && quickReference.EscalationOf(region, alerts) is { } cell && Escalations.OfCell(cell) is { } listed ? [listed] : own;
    }

    string? SeverityOf(Region region, List<Section> sections, EquatableArray<string> alerts, bool only, FrontMatter? matter)
    {
        var stated = sections.Where(s => s.Role == Role.Severity)
            .Select(s => Severities.OfField(s.Value.IsEmpty ? s.Entries.FirstOrDefault()?.Plain ?? "" : s.Value.Plain, zeroBased))
            .FirstOrDefault(s => s is not null)
            ?? InCells(region, sections)
            ?? OnlyLevelListed(region, sections)
            ?? (ScenarioCode().IsMatch(RawTitle(region)) ? StatedInText(region, sections) : null)
            ?? (countsParts ? null : Severities.OfTitle(RawTitle(region), zeroBased))
            ?? sections.Where(s => s.Role == Role.Alert)
                .Select(s =>
                    Severities.WorstBracketed(s.Value.Plain, zeroBased) ?? Severities.Stated(s.Value.Plain, zeroBased) ?? Severities.OfSentence(s.Value.Plain, zeroBased)
                        ?? Severities.OfTag(s.Value.Plain, zeroBased) ?? Severities.OfSegment(s.Value.Plain, zeroBased))
                .FirstOrDefault(s => s is not null)
            ?? sections.Where(s => s.Role == Role.Meaning).SelectMany(s => s.Entries).Select(Severities.OfBadge).FirstOrDefault(s => s is not null)
            ?? sections.Where(s => s.Role is Role.Alert or Role.Symptoms).SelectMany(s => s.Entries).Select(Severities.BehindName).FirstOrDefault(s => s is not null)
            ?? sections.Where(s => s.Role == Role.Severity).Select(s => OfOwnWord(Words.FirstWord(s.Value.Plain))).FirstOrDefault(s => s is not null)
            ?? OfOwnClass(region)
            ?? quickReference.LevelOf(region, alerts)
            ?? StatedInText(region, sections)
            ?? SaidBeside(region, sections)
            ?? sections.Where(s => s.Role == Role.Impact && s.Line > region.Line).SelectMany(s => s.Paragraphs.Take(1))
                .Select(p => Severities.OfCondition(p.Text.Plain)).FirstOrDefault(s => s is not null)
            ?? OfOwnLabel(region)
            ?? region.Section.Ancestors().Select(a => Severities.OfTitle(a.Title.Plain, zeroBased)).FirstOrDefault(s => s is not null);
        // What the document says above its procedures holds for each of them.
        if (stated is null && commonSeverity is { } common && common.Line < region.Line) stated = Severities.Of(common.Value.Plain, zeroBased);
        if (stated is not null) return stated;
        var key = matter?.Values.Where(v => Roles.Of(v.Key.Replace('_', ' ')) == Role.Severity).Select(v => v.Value).FirstOrDefault();
        var ofAll = key is null ? null : Severities.OfField(key, zeroBased);
        return ofAll is not null || !only
            ? ofAll : outline.Root.Children.Where(c => c.Role == Role.Severity).Select(c => Severities.Of(c.Value.Plain, zeroBased)).FirstOrDefault(s => s is not null);
    }

    // "Pages do not leave (N0)", where a table says what N0 is.
    string? OfOwnLabel(Region region) => OwnTag().Match(RawTitle(region)) is { Success: true } tag && labels.TryGetValue(tag.Groups["label"].Value, out var level) ? level : null;

    // "Class: MI-1", "Class MI-1.", where the document says what MI-1 is.
    string? OfOwnClass(Region region)
    {
        const int Opening = 8;
        if (labels.Count == 0 || !region.IsSection) return null;
        return region.Section.AllPieces.OfType<Paragraph>().TakeWhile(p => p.Line <= region.Line + Opening)
            .Select(p =>
                OwnClass().Match(p.Text.Plain) is { Success: true } rated ? OfOwnWord(rated.Groups["label"].Value)
                // "Red. The ward rings first", "Amber as long as the other line runs."
                : p.Item is null && p.Line > region.Line && OwnName().Match(p.Text.Plain) is { Success: true } named ? labels.GetValueOrDefault(named.Groups["label"].Value)
                : null)
            .FirstOrDefault(level => level is not null);
    }

    // "Level: orange": where the document says of no colour what it is, it is what all take it for.
    string? OfOwnWord(string word) =>
        labels.GetValueOrDefault(word) ?? (labels.Keys.Any(label => Severities.OfColour(label) is not null) ? null : Severities.OfColour(word.TrimEnd('.')));

    [GeneratedRegex(
        @"^\W*(class|category|level|grade|severity|priority|klasse|kategorie|stufe|clase|categoria|categoría|nivel|nível|classe|catégorie|niveau|"
        + @"livello)\s?:?\s+(?<label>[\w-]{2,12})(?=[\s.,;(]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OwnClass();

    [GeneratedRegex(@"^(?<label>\p{Lu}\p{L}{2,11})(?=[.,;:]? |[.,;]?$)", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnName();

    static string RawTitle(Region region) => region.IsSection ? region.Section.Title.Plain : region.Item?.Text.Plain ?? region.Row!.Name.Plain;

    string? InCells(Region region, List<Section> sections)
    {
        if (region.Row?.Cell(Role.Severity) is { } cell) return Severities.OfField(cell.Plain, zeroBased);
        var rows = sections.SelectMany(s => s.Tables).Where(t => t.Header.Count == 2).SelectMany(t => t.Rows.Select(r => r.Cells).Append(t.Header));
        return rows.Where(c => c.Count == 2 && (c[0].Role == Role.Severity || Label.Rates(c[0].Plain, c[1]))).Select(c => Severities.OfField(c[1].Plain, zeroBased))
            .FirstOrDefault(s => s is not null);
    }

    // "Severities", "How bad?", and below it the one that its alert has.
    string? OnlyLevelListed(Region region, List<Section> sections) =>
        sections.Where(s => s.Role == Role.SeverityPolicy && s.Line > region.Line && region.Holds(s.Line))
            .Select(s =>
                s.AllPieces.OfType<Paragraph>().Select(p => Lists.Answer().Replace(p.Text.Plain, ""))
                    .Select(p => Severities.Stated(p, zeroBased) ?? Severities.OfSentence(p, zeroBased) ?? Severities.OfSegment(p, zeroBased)).OfType<string>().Distinct()
                    .Take(2).ToList())
            .Where(levels => levels.Count == 1).Select(levels => levels[0]).FirstOrDefault();

    string? StatedInText(Region region, List<Section> sections)
    {
        const int FirstPieces = 12;
        var pieces = sections.Where(s => !IsPolicy(s)).SelectMany(s => s.Pieces).Where(p => region.Holds(p.Line)).OrderBy(p => p.Line).Take(FirstPieces);
        var texts = pieces.Select(p =>
            p switch { Paragraph paragraph => paragraph.Text.Plain, Fence fence when fence.Text.Contains("alert:", StringComparison.Ordinal) => fence.Text, _ => "" });
        if (region.Item is { } item) texts = texts.Prepend(item.Text.Plain);
        return texts.Select(t => Severities.Stated(t, zeroBased) ?? Severities.OfRule(t)).FirstOrDefault(s => s is not null);
    }

    // "Alert `DiskLow`, warning.", "the queue grows, uploads fail. Critical.": the level closes the sentence, or stands in brackets behind the alert's name.
    string? SaidBeside(Region region, List<Section> sections)
    {
        const int Opening = 8;
        var texts = sections.Where(s => !IsPolicy(s))
            .SelectMany(s =>
                s.Paragraphs.Where(p => region.Holds(p.Line) && (p.Line <= region.Line + Opening || s.Role == Role.Symptoms))
                    .Select(p => (p.Text.Plain, IsSymptom: s.Role == Role.Symptoms)))
            .Where(t => t.Plain.Length < 400).ToList();
        var opening = sections.Where(s => s.Role is Role.None or Role.Alert || s == region.Section).SelectMany(s => s.Paragraphs)
            .Where(p => region.Holds(p.Line) && p.Line <= region.Line + Opening && p.Item is null && p.Text.Plain.Length < 400).Take(2).ToList();
        return opening.Select(p =>
            p.Line == region.Line && p.Label is { Value: { IsEmpty: false } answer }
                ? answer
                : p.Line == region.Line && p.Text.LeadingStrong is { Start: 0 } asked
                ? p.Text.From(asked.End)
                : p.Text)
            .Select(said =>
                Severities.OfOpeningMark(said.Plain) ?? Severities.BehindBold(said, zeroBased) ?? Severities.OfEnvironment(said.Plain, zeroBased) ?? Alerts.RatingOf(said, zeroBased)
                    ?? Severities.OfSentence(Lists.Answer().Replace(said.Plain, ""), zeroBased)
                    ?? Severities.OfOneWord(said.Plain, zeroBased) ?? Severities.OfSegment(said.Plain, zeroBased))
            .FirstOrDefault(s => s is not null)
            ?? texts.Where(t => t.IsSymptom || Alerts.IsNamedIn(t.Plain)).Select(t => Severities.OfTag(t.Plain, zeroBased) ?? Severities.OfClosing(t.Plain, zeroBased))
                .FirstOrDefault(s => s is not null)
            ?? texts.Take(3).Select(t => Severities.OfBracketedCode(t.Plain, zeroBased)).FirstOrDefault(s => s is not null)
            ?? texts.Where(t => t.IsSymptom).Select(t => Severities.OfLastCode(t.Plain, zeroBased)).FirstOrDefault(s => s is not null);
    }

    // What a document says of all levels rates none of its incidents.
    static bool IsPolicy(Section section) => section.IsWithin(Role.SeverityPolicy);

    static string? Text(Region region, List<Section> sections, Role role)
    {
        if (region.Row?.Cell(role) is { IsEmpty: false } cell) return cell.Plain;
        var section = sections.FirstOrDefault(s => s.Role == role && s != region.Section);
        if (section is null) return null;
        if (!section.Value.IsEmpty) return section.Value.Plain;
        var own = section.Paragraphs.FirstOrDefault(p => p.Line != section.Line);
        return own?.Text.Plain;
    }

    [GeneratedRegex(@"\((?<label>[^()]{1,12})\)\s*$|\s[–—|·-]\s(?<label>[A-Z]\d|\p{L}{3,12} \d)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnTag();
}
