namespace Firstlook.Runbooks;

/// <summary>Something that a person looks at or does: "Recent deployments?", "Confirm the outage". It is ticked, never run.</summary>
/// <param name="Id">Of its procedure and its words: an edit elsewhere does not lose what was answered.</param>
/// <param name="Kind">What it is for: <see cref="StepKind.Diagnostic"/>, <see cref="StepKind.Action"/> or <see cref="StepKind.Verification"/>.</param>
/// <param name="Cause">Id of the hypothesis it stands under; null where it serves the whole procedure.</param>
public sealed record ManualCheck(string Id, int Line, string Text, StepKind Kind, string? Cause);

/// <summary>A part of the response with a box of time around it: "Triage (5-15 min)".</summary>
/// <param name="FromMinutes">Since the alert; null where only an end is given and no beginning follows from it.</param>
/// <param name="ToMinutes">Null for an open end ("60+ min").</param>
public sealed record Phase(int Line, string Title, int? FromMinutes, int? ToMinutes);

/// <summary>Where a response is talked about, or its state told.</summary>
/// <param name="Name">As it is addressed: <c>#inc-sev1</c>, "PagerDuty", a link.</param>
/// <param name="Level">The severity that it is for; null for all.</param>
/// <param name="Purpose">What the document calls it ("War room"); null where it says nothing.</param>
public sealed record Channel(int Line, string Name, string? Level, string? Purpose);

/// <summary>Points to be ticked off together.</summary>
/// <param name="AfterIncident">True for what is done once it is over.</param>
public sealed record Checklist(int Line, string Title, EquatableArray<string> Items, bool AfterIncident);

/// <summary>What the team measures of itself or of its service.</summary>
/// <param name="Target">In the document's words ("&lt; 5 min"); null where it states none.</param>
public sealed record TrackedMetric(int Line, string Name, string? Target);

/// <summary>Work that comes round without an alert.</summary>
/// <param name="Every"><c>daily</c>, <c>weekly</c>, <c>monthly</c>, <c>quarterly</c> or <c>yearly</c>.</param>
public sealed record Routine(int Line, string Every, string Text);
