using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Where a procedure tells what is seen: in a list of that name, or else in a table, under "Detection", beside "Trigger", or in its sentences.</summary>
internal sealed partial class Procedures
{
    // "What the wards tell you", in the table of alerts that leads to it.
    IEnumerable<Symptom> SymptomsOf(Region region, List<Section> sections, IReadOnlyList<Hypothesis> hypotheses, EquatableArray<string> alerts)
    {
        var told = SymptomsOf(region, sections, hypotheses).ToList();
        return told.Count == 0 && region.IsSection && !hypotheses.Any(h => !h.Symptoms.IsEmpty) && quickReference.SymptomsOf(region, alerts) is { } cell
            ? Lists.Clauses(cell).Select(Symptoms.Of) : told;
    }

    static IEnumerable<Symptom> SymptomsOf(Region region, List<Section> sections, IReadOnlyList<Hypothesis> hypotheses)
    {
        var listed = Listed(region, sections, hypotheses).ToList();
        if (listed.Count == 0 && region.IsSection) listed = [.. InForms(region, sections)];
        if (listed.Count == 0 && region.IsSection) listed = [.. InTables(region, sections, hypotheses)];
        if (listed.Count == 0) listed = [.. Detected(sections)];
        if (listed.Count > 0 || hypotheses.Any(h => !h.Symptoms.IsEmpty) || sections.Any(s => s.Role == Role.Symptoms)) return listed;
        var triggers = Triggers(sections).ToList();
        if (triggers.Count == 0 && hypotheses.Count == 0) triggers = [.. TriggersListed(sections)];
        return triggers.Count > 0 ? triggers : Noticing.Of(region).ToList() is { Count: > 0 } noticed ? noticed
            // What it can be is no sign of it.
            : Noticing.Listed(region).ToList() is var items && items.Exists(i => hypotheses.Any(h => h.Line == i.Line)) ? [] : items;
    }

    static IEnumerable<Symptom> Listed(Region region, List<Section> sections, IReadOnlyList<Hypothesis> hypotheses)
    {
        var own = sections.Where(s => s.Role == Role.Symptoms && !hypotheses.Any(h => s.Line > h.Line && s.Line <= h.EndLine)).SelectMany(Symptoms.Of);
        return region.Row is { } row && row.Cell(Role.Symptoms) is { } cell && cell != row.Name ? own.Concat(Lists.Clauses(cell).Select(Symptoms.Of)) : own;
    }

    // "Field | ", and below it "Alert | `UnlockLow`" and "Customer sees | the car is not reachable; the hotline is full".
    static IEnumerable<Symptom> InForms(Region region, List<Section> sections) =>
        sections.SelectMany(s => s.Tables)
            .Where(t => region.Holds(t.Line) && t.Header.Count == 2 && t.Rows.Any(r => r.Cells is [{ Role: Role.Alert or Role.Severity }, _]))
            .SelectMany(t => t.Rows).Where(r => r.Cells is [{ Role: Role.Symptoms }, { IsEmpty: false } seen] && !LeadsBelow().IsMatch(seen.Plain))
            .SelectMany(r => Lists.Clauses(r.Cells[1])).Select(Symptoms.Of);

    // "You see | It means | Do"; a table whose rows are causes tells by what each of them is known.
    static IEnumerable<Symptom> InTables(Region region, List<Section> sections, IReadOnlyList<Hypothesis> hypotheses) =>
        sections.SelectMany(s => s.Tables)
            .Where(t => region.Holds(t.Line) && t.Rows.Count > 0 && t.Header.Count > (t.Rows.Count == 1 ? 2 : 1) && t.Header[0].Role == Role.Symptoms
                && !hypotheses.Any(h => h.Line >= t.Line && h.Line <= t.EndLine))
            .SelectMany(t => t.Rows).Where(r => r.Cells.Count > 0 && !r.Cells[0].IsEmpty).Select(r => Symptoms.Of(r.Cells[0]));

    // "Detection", and below it a list of what is seen when it happens; where commands stand there, it tells how to look.
    static IEnumerable<Symptom> Detected(List<Section> sections) =>
        sections.Where(s => Detects().IsMatch(s.Folded) && s.AllPieces.All(p => p is Heading or Paragraph)).SelectMany(s => s.AndDescendants).SelectMany(s => s.Items)
            .DistinctBy(i => i.Line).OrderBy(i => i.Line).Select(i => Symptoms.Of(i.Text));

    // "Trigger: Sentry sees more errors, or customers call". A threshold alone is the rule's.
    static IEnumerable<Symptom> Triggers(List<Section> sections) =>
        sections.Where(s =>
            s.Role == Role.Alert && !s.Value.IsEmpty && s.Folded is "trigger" or "triggers" && !s.Value.Codes.Any(c => Titles.IsAlertName(c.Text))
                && !Titles.AlertNamesIn(s.Value.Plain).Any())
            .Select(s => Lists.Clauses(s.Value).ToList()).Where(clauses => clauses.Count > 1 || !clauses.Exists(c => c.Plain.Any(char.IsDigit)))
                .SelectMany(clauses => clauses).Select(Symptoms.Of);

    // "Triggers", and below it a list of what people see, none of it the name of an alert.
    static IEnumerable<Symptom> TriggersListed(List<Section> sections) =>
        sections.Where(s => s is { Role: Role.Alert, Value.IsEmpty: true, Folded: "trigger" or "triggers" }).Select(s => s.Entries)
            .Where(entries => entries.Count > 1 && !entries.Exists(e => e.Codes.Any(c => Titles.IsAlertName(c.Text)) || Titles.AlertNamesIn(e.Plain).Any()))
                .SelectMany(entries => entries).Select(Symptoms.Of);

    [GeneratedRegex(@"^\W*((see|siehe|s\.|ver|vea|voir|cf\.?|vedi|zie) )?(below|above|unten|oben|(más )?abajo|abaixo|ci-dessous|sotto|onder|hieronder)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LeadsBelow();

    [GeneratedRegex(@"^(detection( signals)?|how (it|this) is detected|detected by|erkennung|deteccion|deteccao|rilevamento)$", RegexOptions.ExplicitCapture)]
    internal static partial Regex Detects();
}
