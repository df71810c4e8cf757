using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a heading or label says that its section is for.</summary>
internal enum Role
{
    None,
    Symptoms,
    Meaning,
    Impact,
    Alert,
    Severity,
    Diagnosis,
    Action,
    Verification,
    Escalation,
    Causes,
    Expected,
    Template,
    Postmortem,
    Contacts,
    SeverityPolicy,
    Dashboards,
    Prohibition,
    Prevention,

    /// <summary>"Step 3", "Phase 2 (5-15 min)": a part of something, never a procedure by itself.</summary>
    Part,

    /// <summary>About the document or the team, not about one incident: overview, references, routine operations.</summary>
    General,

    /// <summary>"Common incidents", "Alert triage": procedures stand under it.</summary>
    Container,
}

/// <summary>The words that teams use for the parts of a runbook, in English, German, Spanish, Portuguese, French, Italian, Dutch and Russian;
/// <see cref="FurtherLanguages"/> knows the plain ones of others.</summary>
internal static partial class Roles
{
    public static bool IsField(this Role role) =>
        role is Role.Symptoms or Role.Meaning or Role.Impact or Role.Alert or Role.Severity or Role.Diagnosis or Role.Action or Role.Verification or Role.Causes;

    const int LongestTitle = 90;

    static readonly Remembered<string, Role> Known = new(Read, 32_768);

    public static Role Of(string title) => title.Length > LongestTitle ? Role.None : Known.Of(title);

    /// <summary>True for "Alerts", "Related alerts", "Alarme".</summary>
    public static bool NamesAlerts(string name) => Alert().IsMatch(Words.Fold(Words.Bare(name)));

    /// <summary>"First Line Troubleshooting": each part of it is about a trouble of its own.</summary>
    public static bool IsSupportLine(string folded) => SupportLine().IsMatch(folded);

    static Role Read(string title)
    {
        var bare = Words.Bare(title);
        var folded = Words.Fold(bare);
        // "¿A quién llamo?"
        if (folded is ['¿' or '¡', ..]) folded = folded.Trim('¿', '¡', '?', '!', ' ');
        // "Q: How do I notice?"
        if (Question().Match(folded) is { Success: true } question) folded = folded[question.Length..].TrimEnd('?', ' ');
        var boxed = folded;
        // "Why (so far)": the remark makes the question a list.
        if (boxed is "why (so far)") return Role.Causes;
        if (folded is [.., ')' or ']' or ':']) folded = Box().Replace(folded, "").Trim();
        // "Candidates, most frequent first", "Pourquoi ?", "Why?"
        if (folded.Contains(',', StringComparison.Ordinal)) folded = Ordered().Replace(folded, "");
        if (folded is [.., '?'] && folded.TrimEnd('?', ' ') is var asked && (asked == "why" || CausesInOtherWords().IsMatch(asked))) return Role.Causes;
        if (folded.Length == 0) return Role.None;
        // "ContainerMemoryHigh" is no containment.
        if (Titles.IsAlertName(bare)) return Role.None;
        // "Part V. People", "Kapitel 3: Kontakte": what the book counts by is no part of a procedure.
        if (Volume().Match(folded) is { Success: true, Length: var counted } && counted < folded.Length
            && Read(folded[counted..]) is var behind
                and (Role.Contacts or Role.Escalation or Role.Template or Role.Postmortem or Role.SeverityPolicy or Role.General or Role.Container))
            return behind;
        // "Phase 2 (20-60 min): possible reasons"
        if (PartNumber().Match(folded) is { Success: true, Length: var numbered } && numbered < folded.Length && Read(folded[numbered..]) == Role.Causes) return Role.Causes;
        // "How do I find out which?" asks to look; "How do I find out?" is by what one does.
        if (FindsOut().IsMatch(folded)) return Role.Diagnosis;
        // "Investigating heavy queries runbook" is called a runbook itself.
        var isRunbook = CalledRunbook().IsMatch(folded);
        foreach (var (role, pattern) in Patterns)
        {
            // "Background jobs late" explains nothing.
            if (!pattern.IsMatch(folded)) continue;
            if (role is Role.Contacts && Titles.IsTrouble(folded) && folded.Contains(' ', StringComparison.Ordinal)) return Role.None;
            // "Report backlog" is one; "Incident report" is none.
            if (role is Role.Postmortem && folded.StartsWith("report ", StringComparison.Ordinal) && Titles.IsTrouble(folded)) return Role.None;
            // "Grafana not reachable", "Drain hangs"
            if (role is Role.Dashboards && Titles.IsTrouble(folded) || role is Role.Action or Role.Diagnosis or Role.Verification && Fails().IsMatch(folded)) return Role.None;
            if (isRunbook && role is (Role.Diagnosis or Role.Action or Role.Verification)) return Role.None;
            // "What to do when nobody gets a match" is about that.
            if (role is Role.Action && WhatToDoWhen().IsMatch(folded)) return Role.None;
            if (role is Role.General && folded.Count(c => c == ' ') >= 2 && Titles.IsTrouble(folded)) return Role.None;
            if (role is Role.Meaning && Titles.IsTrouble(folded) && folded.Contains(' ', StringComparison.Ordinal)) return Role.None;
            // "Cause: the account was taken over" is a cause, and "Causes" a list of them.
            return role is Role.Causes && Titles.NamesCause(folded) ? Role.None : role;
        }

        var further = FurtherLanguages.Of(folded);
        if (further is Role.Diagnosis or Role.Action or Role.Meaning && Titles.IsTrouble(folded)) return Role.None;
        // "อาการ (Symptoms)": what is said again in a language that we know.
        if (further is Role.None && folded.Length > 0 && folded[0] >= FirstNotLatin && InBrackets().Match(boxed) is { Success: true } again)
            return Read(again.Groups["again"].Value);
        return further;
    }

    const char FirstNotLatin = '\u0370';

    // The first that matches wins: what is narrow stands before what is wide. What opens a title is asked once, what stands within it at each of its letters:
    // alternatives of the one and of the other in one pattern would all be asked at each letter.
    static readonly (Role Role, Regex Pattern)[] Patterns =
    [
        (Role.Part, Part()),
        (Role.SeverityPolicy, SeverityPolicy()),
        (Role.Expected, Expected()),
        (Role.Postmortem, Postmortem()),
        (Role.Postmortem, PostmortemWithin()),
        (Role.Meaning, About()),
        (Role.General, General()),
        (Role.Container, Container()),
        (Role.Prohibition, Prohibition()),
        (Role.Symptoms, Symptoms()),
        (Role.Symptoms, SymptomsInOtherWords()),
        (Role.Causes, Causes()),
        (Role.Causes, CausesInOtherWords()),
        (Role.Escalation, Escalation()),
        (Role.Escalation, EscalationWithin()),
        (Role.Contacts, Contacts()),
        (Role.Contacts, ContactsWithin()),
        (Role.Template, Template()),
        (Role.Template, TemplateWithin()),
        (Role.Severity, Severity()),
        (Role.Alert, Alert()),
        (Role.Meaning, Meaning()),
        (Role.Impact, Impact()),
        (Role.Verification, Verification()),
        (Role.Prevention, Prevention()),
        (Role.Dashboards, Dashboards()),
        (Role.Dashboards, DashboardsWithin()),
        (Role.Diagnosis, Diagnosis()),
        (Role.Diagnosis, DiagnosisWithin()),
        (Role.Action, Action()),
    ];

    const string SupportLines = @"(first|second|third|1st|2nd|3rd|l[1-3]|tier [1-3]|level [1-3])([ -]line)?( support)? troubleshooting( steps)?$";
}
