using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Whether a section is a procedure: for certain, perhaps, or not at all.</summary>
internal static partial class Regions
{
    static Strength? StrengthOf(Section section)
    {
        if (section.Role is Role.Postmortem or Role.Contacts or Role.Template or Role.SeverityPolicy or Role.Part or Role.Prohibition or Role.Expected) return null;
        // What is done once it is over is no incident, and neither is a release as it should be.
        if (section.Ancestors().Any(a => a is { Role: Role.Postmortem, Level: > 1 })
            || Ships().IsMatch(section.Folded) && !section.IsTrouble || SaysItIsNone(section)) return null;
        if (section.AndDescendants.Any(s => s.Tables.Exists(ListedProcedures.Grades))) return null;
        // "P1 - high" under "Severity levels" is one of them.
        if (section.Parent is { Role: Role.SeverityPolicy, IsHeading: true } && !section.HasFence) return null;
        var title = section.Title.Plain;
        var names = (Titles.NamesIncident(title) || Titles.IsAlertName(Titles.Name(title))
            || (section.Role == Role.None && Titles.EndsWithSeverity(title) && section.HasFence) || section.Title.Codes.Any(c => Titles.IsAlertName(c.Text))
            || Titles.AlertInSnakeCase(title) is not null || Titles.AlertsOnly(Titles.Name(title)).Count > 1 || Titles.RatedNames(title).Any() || Alerts.ShoutedIn(title).Any())
            && HasContent(section)
            || AsksOrTells(section);
        var fields = FieldsOf(section);
        var told = fields.Any(r => r is Role.Symptoms or Role.Alert or Role.Severity or Role.Meaning or Role.Impact or Role.Causes) || StatesSeverity(section)
            || SaysItsAlert(section) || OpensWithItsAlerts(section) || IsOneOfSeveralWithCauses(section);
        if (IsCheatSheet(section, fields)) return null;
        var worked = fields.Contains(Role.Diagnosis) && fields.Contains(Role.Action);
        if (section.Role == Role.General) return told && fields.Contains(Role.Symptoms) ? Strength.Strong : null;
        if ((names && !section.Role.IsField()) || IsMarkedAsOthers(section)) return Strength.Strong;
        if (told && (section.Role is Role.None or Role.Container
            || (section.Role is Role.Diagnosis or Role.Action or Role.Verification && fields.Contains(Role.Symptoms))))
            return Strength.Strong;
        if (section.Role != Role.None || section.Ancestors().TakeWhile(a => a.Role != Role.Container).Any(a => a.Role == Role.General && IsNoTitle(a))) return null;
        if (worked) return Strength.Strong;
        return IsWeak(section, fields) ? Strength.Weak : null;
    }

    // "**Q: `node-not-ready`. Now what?**", whose answer stands behind it or below; a mail by its subject, among others.
    static bool AsksOrTells(Section section) =>
        section is { Level: Section.BoldTitle } && section.Pieces.FirstOrDefault() is Paragraph { Text.Plain: var mail }
            && mail.StartsWith("Subject: ", StringComparison.Ordinal) && section.HasFence
        || section is { Level: Section.BoldTitle, Title.Codes: [{ Start: 0, Text.Length: > 5 }, ..] }
            && section.Pieces.FirstOrDefault() is Paragraph { Text: { LeadingStrong: { Text: ['Q' or 'F' or 'P' or 'D', ':', ' ', ..] } strong } text }
        && (text.Plain.Length > strong.End + 4 || HasContent(section));

    // "alert | sev | fires when" right below the heading, and something to run below that.
    static bool OpensWithItsAlerts(Section section) =>
        section is { Role: Role.None, IsHeading: true } && section.Tables.FirstOrDefault() is { Header.Count: > 1, Rows.Count: > 0 } table
            && table.Line <= section.Line + 5 && section.AllPieces.Any(p => p.Line > table.Line && (p is Fence || p is Paragraph said && said.Text.HasCommand))
        && QuickReference.AlertColumn(table) == 0 && !QuickReference.LeadsElsewhere(table)
            && table.Rows.All(r => r.Cells.Count > 0 && QuickReference.NamesIn(r.Cells[0]).Count > 0);

    // The one heading of the first rank is what the document is called, whatever it says.
    static bool IsNoTitle(Section section) =>
        section.Level > 1 || section is { Level: 1, Parent: { } around } && around.Children.Count(c => c is { IsHeading: true, Level: 1 }) > 2;

    // "🟡 A token is about to end" among "🔴 The channel is black" and "🟠 The farm is behind": each has the mark of its level.
    static bool IsMarkedAsOthers(Section section) =>
        section.Role == Role.None && section.IsHeading && Severities.OpensWithMark(section.Title.Plain) && HasContent(section) && section.Parent is { } around
            && around.Children.Count(c => c.IsHeading && Severities.OpensWithMark(c.Title.Plain)) > 2;

    // "MongoDB", and below it "Look" and "Fix", each a table of what is good for what: commands to look up for any trouble.
    static bool IsCheatSheet(Section section, HashSet<Role> fields) =>
        section.Role == Role.None && fields.IsSubsetOf([Role.Diagnosis, Role.Action]) && !section.IsTrouble && !section.NamesIncident
        && section.Children.Where(c => c.IsHeading && c.Role is Role.Action).ToList() is { Count: > 0 } actions
            && actions.Exists(a => a.Tables.Any(t => t.Rows.Count > 2 && Occasions().IsMatch(t.Header[0].Folded)));

    [GeneratedRegex(
        @"^(situation|case|occasion|problem|symptom|when|if|goal|task|purpose|what|(i|you|to) \w+|fall|lage|zweck|aufgabe|problema|caso|situacion|situacao|objetivo|"
        + @"cas|but|situazione|scopo|geval)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Occasions();

    // "1. Disk" and "2. Memory", each with "Cause 1a" and so on, are two procedures; one heading with causes below it is a part of what it stands in.
    static bool IsOneOfSeveralWithCauses(Section section) =>
        section.Children.Any(IsNamedCause) && section.Parent is { } parent && parent.Children.Count(s => s.Children.Any(IsNamedCause)) > 1;

    static bool IsNamedCause(Section section) => section.IsHeading && section.NamesCause && !section.IsScenario;

    // "Priority high." in the first words below the heading.
    static bool StatesSeverity(Section section) =>
        section.Paragraphs.FirstOrDefault(p => p.Item is null) is { } opening && opening.Line <= section.Line + 3
            && (Severities.Stated(opening.Text.Plain, zeroBased: true) ?? Severities.OfOneWord(opening.Text.Plain, zeroBased: true)
                ?? Severities.OfOpeningMark(opening.Text.Plain)) is not null
            && HasContent(section);

    // "Alert DiskLow." in the first words below a heading that names no trouble ("Checkout", "Redis").
    static bool SaysItsAlert(Section section) =>
        section.Role == Role.None && !section.Descendants.Any(s => s.IsHeading && (s.NamesIncident || s.IsScenario))
            && section.Paragraphs.FirstOrDefault(p => p.Line > section.Line) is { Item: null } opening && opening.Line <= section.Line + 3
            && opening.Text.Plain.Length < 300 && Alerts.Opens(opening.Text) && section.HasFence;

    static bool IsWeak(Section section, HashSet<Role> fields)
    {
        if (!HasContent(section)) return false;
        if (section.Parent is { Role: Role.Container } line && Roles.IsSupportLine(line.Folded)) return true;
        if (IsOneOfSeveralAsked(section)) return section.HasFence;
        if (section.Ancestors().Any(IsFieldAround)) return false;
        if (Routine().IsMatch(section.Folded) && !section.IsTrouble) return false;
        if (Titles.IsPart(section.Title.Plain) || IsNamedCause(section) || IsBranch(section)) return false;
        if (section.Parent?.Level == Section.Root && section.Children.Count(IsNamedCause) >= 2 && section.HasFence) return true;
        if (fields.Overlaps([Role.Diagnosis, Role.Action])) return true;
        if (section.IsTrouble && section.Children.Any(c => c.IsHeading && c.Folded is "troubleshooting")) return true;
        if (section.Children.Count(c => c.Role == Role.Part) >= 2) return true;
        return (section.IsTrouble || section.Parent?.Role == Role.Container || Noticing.In(section).Any()) && (section.HasFence || HasList(section));
    }

    // "Is the database unavailable?", "Is replication lagging?" below "Troubleshoot the databases": which trouble it is.
    static bool IsOneOfSeveralAsked(Section section) =>
        Titles.AsksWhether(section.Title.Plain) && section.Parent is { IsHeading: true } around && Troubleshoots().IsMatch(around.Folded)
        && around.Children.Where(c => c.IsHeading && Titles.AsksWhether(c.Title.Plain)).ToList() is { Count: > 2 } asked
            && asked.Count(c => c.IsTrouble) * 2 > asked.Count;

    [GeneratedRegex(@"^troubleshoot(ing)?\b|\btroubleshooting$|^(fehlersuche|fehlerbehebung|resolver problemas|solucion de problemas|solucao de problemas|depannage)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Troubleshoots();

    static HashSet<Role> FieldsOf(Section section)
    {
        var roles = new HashSet<Role>();
        foreach (var child in section.Children)
        {
            // "Alerts" with headings of its own is a list of procedures, not a field; "Severity:" without a value says nothing.
            var isList = child.Role == Role.Alert && child.Children.Any(c => c.IsHeading);
            if (child is { Role: Role.Severity, IsHeading: true } && (child.Pieces.Any(p => p is Table) || RatesAll(child))) continue;
            // "Alerts: https://am.example/#/alerts" leads to a list of them.
            if (child.Role == Role.Alert && Uri.IsWellFormedUriString(child.Value.Plain.Trim(' ', '<', '>'), UriKind.Absolute)
                && child.Value.Plain.Contains("://", StringComparison.Ordinal)) continue;
            var isEmpty = child.Role == Role.Severity && child.Level >= Section.Field && Severities.Of(child.Value.Plain, zeroBased: true) is null;
            // What stands below a bullet belongs to that bullet: it may be one alert of many.
            if (child.Item is { Parent: not null }) continue;
            if (child.Role.IsField() && !isList && !isEmpty) roles.Add(child.Role);
        }

        // A list of alerts with something beside each is no form that one procedure fills in.
        foreach (var row in section.Tables
            .Where(t => t.Header.Count == 2 && !(t.Header[0].Role == Role.Alert && t.Rows.Any(r => r.Cells.Count > 0 && Titles.IsAlertName(r.Cells[0].Plain))))
            .SelectMany(t => t.Rows.Select(r => r.Cells).Append(t.Header)))
        {
            if (row.Count == 2 && row[0].Role is var role && role is Role.Alert or Role.Severity && !row[1].IsEmpty && row[1].Role == Role.None) roles.Add(role);
        }

        return roles;
    }

    // "Severity", and below it "- P0 - checkout impossible", "- P1 - fewer orders": the scale of the document.
    static bool RatesAll(Section section) =>
        section.AllPieces.OfType<Paragraph>().Where(p => p.OpensItem)
            .Select(p => Mention.In(p.Text.Plain, zeroBased: true) is [{ } level, ..] && level.Opens(p.Text.Plain) ? level.Level : null).OfType<string>().Distinct()
            .Count() > 1;

    // What its own title takes out is no procedure, whatever stands beside it.
    static bool SaysItIsNone(Section section) => NoIncident().IsMatch(section.Folded) || Planned().IsMatch(section.Folded) && !section.IsTrouble;

    // "Nodes (routine, first Tuesday)", "Fenster (geplant)": what comes round, or was announced, answers nothing that went wrong.
    [GeneratedRegex(
        @"\S\s*\((routine|planned|scheduled|periodic|regular work|recurring|geplant|planmassig|regelmassig|turnusmassig|rutina|rutinario|programad[oa]|planificad[oa]|rotina|"
        + @"periodic[oa]|planifie|prevu|pianificat[oa]|gepland)\b[^()]*\)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Planned();

    // "Backfills (not an incident)".
    [GeneratedRegex(
        @"^((part|teil|parte|partie|chapter|kapitel) )?(\w{1,3}[.:)] ?)?(the )?(basics|ground rules|house rules|preliminaries|grundlagen|nociones basicas|les bases)$|"
        + @"^how (each|every|a|an|the|our|these) (runbook|playbook|procedure|entry|entries|page|alert|section)s? (is|are) (built|laid out|structured|organi[sz]ed|written)|"
        + @"^(structure|anatomy|layout|aufbau|estructura|estrutura) (of|der|eines|de|d') ?(an?|each|every|the|los|las|dos|das|un|une|um|cada|chaque)? ?"
        + @"(runbook|playbook|procedure|procedimiento|procedimento|prozedur)s?$|^(things|what) (not to do|never to do|you must not do)\b|"
        + @"^who(m)?, [^?]*$|\b(not an?|no(?! ?alerts?\)?$)|kein|keine|ningun|nenhum|no es un|nao e um|pas d'|pas un|nessun) ?(incident|alert|emergency|outage|vorfall|"
        + @"storung|notfall|incidente|emergencia|urgence)s?\)?$|"
        + @"\b(of|for|in|during|de|da|pour|di) (every|each|any|all|cada|chaque|ogni|todos os|todos los|tous les) (incident|alert|outage|incidente|alerta|alerte|allarme)e?s?$|"
        + @"\b(jedes|jeder|jedem|jeden) (vorfalls?|storung|alarms?)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NoIncident();
}
