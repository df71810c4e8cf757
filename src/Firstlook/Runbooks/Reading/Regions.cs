using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The lines of one procedure, whatever opens it: a heading, a list item, or a table row.</summary>
/// <param name="Section">The section that it is, or that it stands in.</param>
/// <param name="Row">The table row that it is, with its header; null otherwise.</param>
internal sealed record Region(string Title, string Slug, int Line, int EndLine, Section Section, Item? Item = null, TableRow? Row = null)
{
    public bool Holds(int line) => line >= Line && line <= EndLine;

    /// <summary>True where nothing but plain sentences stand in it.</summary>
    public bool HoldsNothing => IsSection && !Section.AllPieces.Any(piece => piece is Fence or Table || piece.Item is not null || piece is Paragraph { Text.Codes.Count: > 0 });

    /// <summary>True where the region is its section as a whole.</summary>
    public bool IsSection => Item is null && Row is null;
}

/// <param name="NameColumn">The column that says what is wrong.</param>
internal sealed record TableRow(Table Table, Row Row, int NameColumn = 0)
{
    public Prose Name => Row.Cells[NameColumn];

    /// <summary>The cell below the first header of one of these roles; null where there is none.</summary>
    public Prose? Cell(params ReadOnlySpan<Role> roles)
    {
        for (var i = 0; i < Table.Header.Count && i < Row.Cells.Count; i++)
        {
            if (roles.Contains(Table.Header[i].Role)) return Row.Cells[i];
        }

        return null;
    }
}

/// <summary>Which parts of the document are procedures. Regions never overlap.</summary>
internal static partial class Regions
{
    public static List<Region> Find(Outline outline, string documentTitle, bool zeroBased)
    {
        var found = InHeadings(outline.Root).Select(c => OfSection(c.Section)).ToList();
        found.AddRange(Linked(outline, found, zeroBased).ToList());
        found = [.. found.Select(WithPhases)];
        found.AddRange(ListedProcedures.InItems(outline, new(InOrder(found))));
        found.AddRange(ListedProcedures.Numbered(outline, new(InOrder(found))));
        found.AddRange(ListedProcedures.InTables(outline, new(InOrder(found))).ToList());
        if (found.Count == 0 && WholeDocument(outline, documentTitle) is { } whole) found.Add(whole);
        return InOrder(found);
    }

    // What a table of alerts or severities leads to is a procedure, whatever its heading says.
    static IEnumerable<Region> Linked(Outline outline, List<Region> found, bool zeroBased)
    {
        var (anchors, names) = (QuickReference.Anchors(outline), QuickReference.Listed(outline));
        var isLedTo = QuickReference.IsLedTo(outline, zeroBased);
        var levels = ToldScale.In(outline).Select(told => told.Label).ToHashSet(StringComparer.Ordinal);
        var known = new RegionIndex(InOrder(found));
        int[] begun = [.. found.Select(r => r.Line).Order()];
        return outline.Sections.Where(s =>
            s is { IsHeading: true, Slug.Length: > 0, Role: not (Role.Contacts or Role.Template or Role.Postmortem or Role.SeverityPolicy) }
                && (anchors.Contains(s.Slug) || names.Contains(s.Name) || isLedTo(s) || IsRatedBy(levels, s)) && known.At(s.Line) is null
                && !AnyBetween(begun, s.Line, s.EndLine) && HasContent(s) && !IsCalendar(s))
            .Select(OfSection);
    }

    static bool AnyBetween(int[] lines, int first, int last)
    {
        var at = Array.BinarySearch(lines, first);
        if (at < 0) at = ~at;
        return at < lines.Length && lines[at] <= last;
    }

    // "Routine operations", and below it "Weekly (Tuesday)", "Monthly": a row of the same table may lead there, and no alert does.
    static bool IsCalendar(Section section) =>
        section.Children.Where(c => c.IsHeading).ToList() is { Count: > 1 } below && below.TrueForAll(c => Routines.ComesRound(c.Title.Plain));

    // "Grey, unless blood gas complains": a level of the team's own as the first word.
    static bool IsRatedBy(HashSet<string> levels, Section section) =>
        levels.Count > 0 && section.Paragraphs.FirstOrDefault(p => p.Line > section.Line) is { Item: null } opening
            && levels.Contains(Words.FirstWord(opening.Text.Plain).TrimEnd(',', '.', ':'));

    // "# Cold start of room B", and behind it "# Phase 0", "# Phase 1" as headings of its rank: the phases of what came before them.
    static Region WithPhases(Region region)
    {
        if (region.Section is not { Level: 1, IsHeading: true, Parent: { } around } section) return region;
        var phases = around.Children.Skip(around.Children.BinarySearch(section, ByLine) + 1).TakeWhile(c => c is { Role: Role.Part, IsHeading: true, Level: 1 }).ToList();
        return phases.Count > 1 ? region with { EndLine = phases[^1].EndLine } : region;
    }

    static readonly Comparer<Section> ByLine = Comparer<Section>.Create((one, other) => one.Line.CompareTo(other.Line));

    static List<Region> InOrder(List<Region> regions) => [.. regions.OrderBy(r => r.Line)];

    static Region OfSection(Section section) =>
        new(section.Name, section.Slug.Length > 0 ? section.Slug : Words.Slug(section.Title.Plain), section.Line, section.EndLine, section);

    enum Strength { Weak, Strong }

    sealed record Candidate(Section Section, Strength Strength);

    static List<Candidate> InHeadings(Section section)
    {
        if (section.Level >= Section.Field) return [];
        var below = section.Children.SelectMany(InHeadings).ToList();
        // What stands in the phases of one response is a part of it.
        if (section.Children.Count(c => c is { Role: Role.Part, IsHeading: true }) >= 3)
            below.RemoveAll(c => (c.Strength == Strength.Weak || IsBranch(c)) && c.Section.Ancestors().Any(a => a.Role == Role.Part && a.Parent == section));
        // "GitHub is down too", to be unfolded below "The app answers 500".
        if (section is { Level: > Section.Root, Role: Role.None } && section.IsTrouble)
            below.RemoveAll(c => c.Strength == Strength.Weak && c.Section.Pieces is [Heading { Folds: true }, ..]);
        var hasParts = IsLookedIntoFirst(section) && below.RemoveAll(c => IsPartByCount(c, section)) > 0;
        below.AddRange(CountedWith([.. below], section));
        below.AddRange(AlikeWith([.. below], section));
        RemoveCommonParts(below, section);
        var isOne = IsOneSubject(section, below) || IsOneResponse(section, below) || IsForItsAlert(section, below);
        if (isOne || HasStrayParts(section, below)) below.Clear();
        if (section.Level == Section.Root) return [.. below.Where(c => !IsTitleOf(c, below, section))];
        var strength = StrengthOf(section) ?? (isOne || hasParts ? Strength.Weak : null);
        if (strength == Strength.Strong && !below.Any(c => StandsAlone(c, section))) return [new(section, Strength.Strong)];
        if (below.Count > 0) return below;
        return strength is { } weak ? [new(section, weak)] : [];
    }

    // "Phase 2 - Branches", and below it "Branch A: the push gateway is late".
    static bool IsBranch(Candidate candidate) =>
        Branch().IsMatch(candidate.Section.Folded) && candidate.Section.IsScenario && !HasOwnSeverity(candidate.Section)
            && !NamesAlert(OpeningOf(candidate.Section));

    [GeneratedRegex("^(branch|branche|zweig|rama) ", RegexOptions.ExplicitCapture)]
    private static partial Regex Branch();

    // "2a. A lock is left behind" below "2. It does not come back", where something is run first that tells which it is.
    static bool IsPartByCount(Candidate candidate, Section section) =>
        candidate.Strength == Strength.Weak && candidate.Section.Parent == section && OwnNumber().Match(section.Title.Plain) is { Success: true } own && OwnNumber().Match(candidate.Section.Title.Plain) is { Success: true } below
        && own.Groups["letter"].Length == 0 && below.Groups["letter"].Length > 0 && own.Groups["number"].Value == below.Groups["number"].Value;

    static bool IsLookedIntoFirst(Section section) =>
        section is { Level: > Section.Root, Role: Role.None } && section.AllFences is [var fence, ..]
            && section.Children.Find(c => c.Level < Section.Field) is { } first && fence.Line < first.Line;

    [GeneratedRegex(@"^\W{0,4}(?<number>\d{1,2})(?<letter>[a-h])?\s*[.):]\s", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnNumber();

    // "First response" and "Finding it", of several steps each, beside "Scenario 1: nothing flows" and "Scenario 2: many errors": what is done in all of them.
    static void RemoveCommonParts(List<Candidate> below, Section section)
    {
        if (below.Count(c => c.Strength == Strength.Strong && c.Section.Parent == section && c.Section.NamesIncident) < 3) return;
        below.RemoveAll(c => c.Strength == Strength.Weak && c.Section.Parent == section && !c.Section.IsTrouble && Titles.CountOf(c.Section.Title.Plain).Length == 0);
    }

    // "# Dispatch outage playbook" above "# Path A (SEV0)" and "# Path B (SEV1)" is what the document is called, though it names a trouble; and so is
    // "# Playbook: edge" above nothing to do, and above headings of its rank that hold the procedures.
    static bool IsTitleOf(Candidate candidate, List<Candidate> all, Section root) =>
        candidate is { Section.Level: 1 } && root.Children.FirstOrDefault(c => c.IsHeading) == candidate.Section && DocumentWord().IsMatch(candidate.Section.Folded)
        && (candidate.Strength == Strength.Weak
            ? all.Count(c => c.Strength == Strength.Strong && c.Section.Level == 1) > 1
            : all.Exists(c => c != candidate && c.Strength == Strength.Strong) && !FieldsOf(candidate.Section).Overlaps([Role.Symptoms, Role.Diagnosis, Role.Action, Role.Causes]));

    [GeneratedRegex(@"\b(play|run|hand)book\b|\b(guide|manual|handbuch|notfallplan|guia|manuel|manuale|handboek|handbok|podrecznik|prirucka|руководство|регламент)\b|"
        + "手順書|手引き|マニュアル|ランブック|手册|预案|매뉴얼|런북|절차서", RegexOptions.ExplicitCapture)]
    private static partial Regex DocumentWord();

    // Below "Payments wait", "Storage is slow" among five headings that name no trouble by a word we know is a part like its neighbours.
    static bool HasStrayParts(Section section, List<Candidate> below) =>
        below.Count > 0 && section.Level > Section.Root && section.Role == Role.None && section.IsTrouble
        && below.All(c => c.Strength == Strength.Weak) && below.Select(c => c.Section.Level).ToHashSet() is var levels
        && section.Descendants.Count(s => s is { IsHeading: true, Role: Role.None } && levels.Contains(s.Level) && s.HasFence) > below.Count * 2;

    // Under a title that says which alert leads here, or that names some trouble and asks something common to all of it first, headings that only
    // name some trouble are what it can be: a document about one thing.
    static bool IsOneSubject(Section section, List<Candidate> below) =>
        below.Count > 0 && section.Level > Section.Root && section.Role == Role.None
        && below.All(c => (c.Strength == Strength.Weak || (c.Section.IsScenario && !HasOwnSeverity(c.Section))) && !NamesAlert(OpeningOf(c.Section)))
        && (NamesAlert(OpeningOf(section)) || IsTitledByAlerts(section)
            || (below.Count > 1 && section.IsTrouble
                && (section.Fences.Count > 0 || below.All(c => c.Section.Level == Section.BoldTitle && c.Section.IsScenario))));

    // "CephHealthError / CephHealthWarning" above "Scenario A: one disk is down" and "Scenario B: full": what the one alert can come from.
    static bool IsTitledByAlerts(Section section) =>
        section.Level > 1 && (Titles.IsAlertName(section.Name) || Titles.AlertsOnly(section.Name).Count > 1);

    // "# Playbook: AvailabilityBurnsFast", and below it "Overview", "Verification" and "Troubleshooting", each with steps of its own.
    static bool IsForItsAlert(Section section, List<Candidate> below) =>
        below.Count > 0 && section is { Level: 1, Role: Role.None } && section.Name is var name && name.Length < section.Title.Plain.Trim().Length
            && Titles.IsAlertName(name)
        && below.TrueForAll(c =>
            !Titles.IsAlertName(c.Section.Name) && !c.Section.NamesIncident && !c.Section.IsTrouble
                && !HasOwnSeverity(c.Section));

    // Under a title that names some trouble, three phases or more of one response: "What fires" and "Timeouts to the head-end" beside them are parts of it.
    static bool IsOneResponse(Section section, List<Candidate> below) =>
        below.Count > 0 && section is { Level: 1, Role: Role.None } && section.IsTrouble && !DocumentWord().IsMatch(section.Folded)
        && section.Descendants.FirstOrDefault(s => s.IsHeading && s.Children.Count(c => c is { IsHeading: true, Role: Role.Part }) >= 3) is { } response
        && below.All(c =>
            c.Section != response && !response.Ancestors().Contains(c.Section) && !c.Section.NamesIncident
                && !c.Section.IsScenario && !Titles.IsAlertName(c.Section.Name));

    // Its words before the first heading below it.
    static IEnumerable<Paragraph> OpeningOf(Section section) =>
        section.AllPieces.TakeWhile(p => p is not Heading || p.Line == section.Line).OfType<Paragraph>().Where(p => p.Text.Plain.Length < 600);

    static bool NamesAlert(IEnumerable<Paragraph> opening) => opening.Any(p => Alerts.AreLedHere(p.Text));

    // "Half deployed" is one of them where most of its neighbours name some trouble by a word we know.
    static IEnumerable<Candidate> AlikeWith(IReadOnlyList<Candidate> found, Section section)
    {
        HashSet<Section>? held = null;
        foreach (var level in found.Where(c => c.Section.Parent == section).GroupBy(c => c.Section.Level)
            .Where(g => g.Count() >= 2 && g.All(c => c.Strength == Strength.Weak) && g.Any(c => c.Section.IsTrouble)))
        {
            held ??= Holding(found, section);
            var others =
                section.Children.Where(s =>
                    s.Level == level.Key && s is { IsHeading: true, Role: Role.None } && (s.HasFence || IsYetToBeWritten(s))
                        && s.Purpose == Purpose.Unsaid && !Titles.IsPart(s.Title.Plain) && !SaysItIsNone(s) && !Routine().IsMatch(s.Folded)
                        && !AboutTheTeam().IsMatch(s.Folded) && !held.Contains(s)).ToList();
            // "The tool" is none of the questions.
            if (level.Count(c => Titles.AsksWhether(c.Section.Title.Plain)) > 2) others.RemoveAll(s => !Titles.AsksWhether(s.Title.Plain));
            if (others.Count > level.Count()) continue;
            foreach (var other in others) yield return new(other, Strength.Weak);
        }
    }

    // "4. Restore the database" is one of them where "1. Site down" to "3. Disk full" are.
    static IEnumerable<Candidate> CountedWith(IReadOnlyList<Candidate> found, Section section)
    {
        HashSet<Section>? held = null;
        ILookup<string, Section>? counted = null;
        foreach (var count in found.Where(c => c.Section.Parent == section).GroupBy(c => Titles.CountOf(c.Section.Title.Plain))
            .Where(g => g.Key.Length > 0 && (g.Count() >= 2 || char.IsLetter(g.Key[^1]) || g.Any(c => Alarms().IsMatch(c.Section.Folded)))))
        {
            var (first, last) = (count.Min(c => c.Section.Line), count.Max(c => c.Section.Line));
            held ??= Holding(found, section);
            counted ??= section.Children.Where(c => c is { IsHeading: true, Role: Role.None }).ToLookup(c => Titles.CountOf(c.Title.Plain));
            foreach (var s in counted[count.Key].Where(s =>
                !SaysItIsNone(s) && (s.HasFence || IsYetToBeWritten(s) || (count.Count() >= 3 && char.IsLetter(count.Key[^1]) && count.Key.Length > 1 && HasList(s)))
                    && !held.Contains(s)))
            {
                // One alert of a series says nothing of what is no alert.
                if (count.Count() == 1 && !char.IsLetter(count.Key[^1]) && !Alarms().IsMatch(s.Folded)) continue;
                if ((s.Line < last && s.Line > first) || count.Count() >= 3 && (IsToldInSentences(s) || SaysItHasNoAlert(s)) || Alarms().IsMatch(s.Folded)
                    || s.Purpose == Purpose.Change || count.Key is not "1")
                    yield return new Candidate(s, Strength.Weak);
            }
        }
    }

    // Those found below a section, and what they stand in.
    static HashSet<Section> Holding(IEnumerable<Candidate> found, Section section) =>
        [.. found.SelectMany(c => c.Section.AndAncestors().TakeWhile(a => a != section))];

    // "**6) A sensor is silent**", and below it sentences with something to run in them, behind three that are counted so.
    static bool IsToldInSentences(Section section) =>
        section.Level == Section.BoldTitle && !Routine().IsMatch(section.Folded) && !AboutTheTeam().IsMatch(section.Folded) && section.Purpose == Purpose.Unsaid
            && !section.AllPieces.Any(p => p is Fence or Table) && section.AllPieces.OfType<Paragraph>().Any(p => p.Text.HasCommand);

    // "no alert, customers call", behind three that are counted so and have one.
    static bool SaysItHasNoAlert(Section section) =>
        section.HasFence && OpeningOf(section).FirstOrDefault(p => p.Line > section.Line) is { } said && WithoutAlert().IsMatch(said.Text.Plain);

    [GeneratedRegex(
        @"\b(no|not an?|without( an?)?|kein|keinen|ohne|sin|sem|sans|pas d['’]|nessun|geen|ingen|brak)\s?(alert|alarm|alerta|alarma|alerte|allarme|larm|alertu|alarmu)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WithoutAlert();

    // "4.2 Alerte mémoire" beside "4.1 Alerte CPU élevé".
    [GeneratedRegex(@"^(\d{1,2}\.\d{1,2}\.? )?(alert|alarm|alerte|alarme|alerta|alarma|allarme) (?!rules?\b|names?\b)\p{L}", RegexOptions.ExplicitCapture)]
    private static partial Regex Alarms();

    // "Uploads fail", and below it "(to be written)".
    static bool IsYetToBeWritten(Section section) => section.IsTrouble && HasContent(section) && !section.Children.Any(c => c.IsHeading);

    // A part below a strong section is a procedure in its own right, unless it is one of its causes or stands in one of its fields.
    static bool StandsAlone(Candidate below, Section section) =>
        below.Strength == Strength.Strong
        && !Summarizes(below.Section, section)
        && (!below.Section.NamesCause || IsGradedScenario(below.Section))
        && !CountsOn(section.Title.Plain, below.Section.Title.Plain)
        && !(below.Section.Role.IsField() && section.NamesIncident)
        && !below.Section.Ancestors().TakeWhile(a => a != section).Any(IsFieldAround);

    // "In short", with trigger and severity, above the symptoms and causes of the one thing that the title names.
    static bool Summarizes(Section first, Section section) =>
        section.Children.Find(c => c.IsHeading) == first && !first.AllPieces.Any(p => p is Fence or Table) && !first.NamesIncident
            && !first.IsTrouble
        && section.Children.Count(c => c is { IsHeading: true, Role: Role.Symptoms or Role.Causes or Role.Diagnosis or Role.Action or Role.Part }) >= 2;

    // "A.1 Not failed over" below "Scenario A: master unreachable".
    static bool CountsOn(string title, string below) =>
        Titles.NamesIncident(title) && OwnCount().Match(title) is { Success: true } count
            && below.StartsWith(count.Groups["count"].Value, StringComparison.OrdinalIgnoreCase) && CountBehind().IsMatch(below.AsSpan(count.Groups["count"].Length));

    [GeneratedRegex(@"^\W*\p{L}{3,12}\s+(?<count>[A-Ha-h]|\d{1,2})\s*[:.)·–—-]", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnCount();

    [GeneratedRegex(@"^\.?\d\b|^[a-h]\b")]
    private static partial Regex CountBehind();

    // "### Card 1" below "## Severity" stands there because nothing closed that heading.
    static bool IsFieldAround(Section section) => section.Role.IsField() && !(section is { Role: Role.Severity, IsHeading: true });

    // Scenarios with a severity each are incidents of their own.
    static bool IsGradedScenario(Section section) =>
        section is { IsScenario: true, Parent.GradesScenarios: true };

    /// <summary>True where two or more of the section's own parts are scenarios with a level each.</summary>
    public static bool GradesScenarios(Section section) => section.Children.Count(c => c.IsScenario && HasOwnSeverity(c)) >= 2;

    // What has an alert of its own is rated by it.
    static bool HasOwnSeverity(Section section) => StatesSeverity(section) || section.Children.Any(c => c.Role is Role.Severity or Role.Alert && !c.Value.IsEmpty);

    // "If the cache is cold", "If one customer asks too much", together under a heading of their own: what one trouble can be.
    static bool IsBranch(Section section) =>
        section.Parent is { Level: > 1, IsHeading: true } around && Titles.IsConditional(section.Title.Plain)
            && around.Children.Where(c => c.IsHeading && Titles.IsConditional(c.Title.Plain)).Skip(1).Any();

    static bool HasContent(Section section) =>
        section.AllPieces.Any(p =>
            p is Fence or Table || (p is Paragraph paragraph && (paragraph.Item is not null || paragraph.Line != section.Line || section.Pieces is [Heading, ..])));

    static bool HasList(Section section) => section.AllPieces.Any(p => p.Item is not null);

    [GeneratedRegex(
        @"\b(process|handbook|policy|guide|manual|incident (response )?checklist|cheat ?sheet|commands|reference|overview|handbuch|prozess|proceso|processo|guia|"
        + @"manual|conventions|architecture|onboarding)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex AboutTheTeam();

    // "Overview" as the first heading names nothing: the alert does, or the file.
    static string NameOf(Outline outline, string title)
    {
        if (Roles.Of(title) == Role.None) return Titles.Name(title);
        var alert = outline.Root.Children.Where(c => c.Role == Role.Alert).SelectMany(c => c.Paragraphs.Select(p => p.Text).Append(c.Value))
            .SelectMany(t => t.Codes.Select(c => c.Text).Concat(Titles.AlertNamesIn(t.Plain))).FirstOrDefault(Titles.IsAlertName);
        return alert ?? title;
    }

    [GeneratedRegex(
        @"\b(we|things|stuff) .{0,30}\b(every|each|once a) (day|week|month|quarter|morning|night)\b|"
        + @"^(daily|weekly|monthly|quarterly) (things|chores|checks|tasks|jobs|work|stuff)\b|"
        + @"\b(numbers|statistics|stats|figures|procedures?|operations?|commands?|tasks?|maintenance|management|configuration|setup|backups?|deployments?|onboarding|"
        + @"monitoring|upgrades?|automation|metrics)$|^(system )?backups? (and|&) (restores?|recovery)\b|^throttling and (partial )?shutdown\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Routine();

    [GeneratedRegex(
        @"^(how to )?(deploy|deploying|deployments?|release|releasing|releases|shipping|go-?live|(database )?migrations?|provisioning|onboarding|now and then|"
        + @"day[- ]to[- ]day|fail ?back)( (to|of|the|a|in|into) .*)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Ships();

    // A handbook that tells which alerts lead to it is a runbook.
    static bool NamesAlerts(Outline outline) =>
        outline.Root.AllPieces.OfType<Paragraph>().Take(10).Any(p => p.Text.Codes.Any(c => Titles.IsAlertName(c.Text)) || Titles.AlertNamesIn(p.Text.Plain).Any());

    // A file about one thing that names none of its parts in words we know.
    static Region? WholeDocument(Outline outline, string title)
    {
        var first = outline.Root.Children.FirstOrDefault(c => c.IsHeading);
        var section = first is { Level: 1 } && outline.Root.Children.Count(c => c.IsHeading) == 1 ? first : outline.Root;
        if (!section.HasFence) return null;
        var fields = FieldsOf(outline.Root);
        if (fields.Count >= 2 && fields.Overlaps([Role.Diagnosis, Role.Action]))
            return new(NameOf(outline, title), first?.Slug ?? Words.Slug(title), 1, outline.Root.EndLine, outline.Root);
        if (first is not null && first.Role is Role.General or Role.Template or Role.Postmortem or Role.Contacts or Role.Container or Role.SeverityPolicy) return null;
        if ((AboutTheTeam().IsMatch(Words.Fold(title)) && !NamesAlerts(outline))
            || outline.Sections.Any(s => s is { IsHeading: true, Role: Role.SeverityPolicy or Role.Template }))
            return null;
        return new(Titles.Name(title), first?.Slug ?? Words.Slug(title), section.Line, outline.Root.EndLine, section);
    }
}
