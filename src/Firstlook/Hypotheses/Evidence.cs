using Firstlook.Alerts;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses;

/// <summary>All that a ranking may know. The same evidence gives the same ranking.</summary>
/// <param name="Procedure">The one that answers the alert.</param>
/// <param name="Observations">What reads returned, at each place of the library where the result answers.</param>
public sealed record Evidence(Procedure Procedure, EquatableArray<Observation> Observations, EquatableArray<Unrun> Unrun)
{
    /// <summary>The rest of the team's library, the fittest first.</summary>
    public EquatableArray<Considered> Besides { get; init; } = [];

    /// <summary>Of the alert.</summary>
    public LabelSet Labels { get; init; }

    /// <summary>Of the alert.</summary>
    public LabelSet Annotations { get; init; }

    /// <summary>When the alert began to fire.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Deploys, flags and edits that were reported before the look.</summary>
    public EquatableArray<Change> Changes { get; init; } = [];

    /// <summary>What people confirmed as the cause of earlier incidents of this alert.</summary>
    public EquatableArray<EarlierCause> Earlier { get; init; } = [];

    /// <summary>What people found at the checks that no program can do.</summary>
    public EquatableArray<CheckAnswer> Checks { get; init; } = [];
}

/// <summary>A result at its place in the runbook.</summary>
public sealed record Observation(Step Step, Command Command, Result Result)
{
    /// <summary>What the command returns in peacetime; null where that has not been learnt.</summary>
    public Baselines.Normal? Normally { get; init; }
}

/// <param name="Why">Why it has no result.</param>
public sealed record Unrun(Step Step, Command Command, string Why)
{
    /// <summary>True where it ran, and ended without an answer.</summary>
    public bool Failed { get; init; }
}

/// <summary>A deploy, flag flip or config edit.</summary>
/// <param name="Kind"><c>deploy</c>, <c>flag</c>, <c>config</c>, <c>migration</c> or another word of the sender's.</param>
/// <param name="What">In the sender's words.</param>
/// <param name="Service">Null where it concerns all.</param>
/// <param name="By">Null where the sender does not say.</param>
public sealed record Change(DateTimeOffset At, string Kind, string What, string? Service, string? By);

/// <summary>A cause that a responder confirmed in an earlier incident of the same alert.</summary>
/// <param name="Hypothesis">As it is called in this incident.</param>
/// <param name="Incident">Number of that incident.</param>
public sealed record EarlierCause(string Hypothesis, int Incident, DateTimeOffset At);

/// <param name="Step">Id of the manual step.</param>
/// <param name="Found">True where what the check asks for is so.</param>
public sealed record CheckAnswer(string Step, bool Found, string By, DateTimeOffset At);

/// <summary>A claim drawn from one result, or from the record. There is none without a citation.</summary>
/// <param name="Claim">For people, with its figures: "insufficient_stock is 92 % of sales_transition_total".</param>
/// <param name="Family">What was looked at (a metric and label, a query, a log): five views of one counter count once.</param>
/// <param name="Citation">What it is drawn from.</param>
public sealed record Finding(string Claim, string Family, Citation Citation, EquatableArray<Bearing> Bearings)
{
    /// <summary>The word or check that the claim rests on; null where that is its family alone. Two results that show one word count once.</summary>
    public string? Topic { get; init; }

    /// <summary>True where it is how a cause's own check turned out against what its author says of it.</summary>
    public bool IsVerdict { get; init; }

    /// <summary>True where it is drawn from a check that stands under the one cause it bears on.</summary>
    public bool IsOwnCheck { get; init; }

    public double For(string hypothesis)
    {
        foreach (var bearing in Bearings)
            if (bearing.Hypothesis == hypothesis) return bearing.Strength;
        return 0;
    }
}

/// <summary>What a claim stands on: a command's result, or an entry of the record (the alert, a change, an earlier incident, a person's answer).</summary>
/// <param name="Command">Null where it is an entry of the record.</param>
/// <param name="Line">Of the command, or of the runbook's words; 0 where there is none.</param>
/// <param name="Runbook">The file that the line is in; null for the incident's own.</param>
/// <param name="Record">Which entry, for people; null where it is a command's result.</param>
public readonly record struct Citation(Access.CommandId? Command, int Line, string? Runbook = null, string? Record = null)
{
    public override string ToString() => Record ?? (Runbook is null ? $"line {Line}" : $"{Path.GetFileName(Runbook)} line {Line}");
}

/// <summary>What a finding means for one hypothesis.</summary>
/// <param name="Strength">-1 (against) to 1 (for), never 0.</param>
/// <param name="Because">The runbook's words it rests on.</param>
/// <param name="Line">Of those words.</param>
public sealed record Bearing(string Hypothesis, double Strength, string Because, int Line);
