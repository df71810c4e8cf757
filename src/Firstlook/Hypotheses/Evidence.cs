using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses;

/// <summary>All that a ranking may know: the procedure and what its reads returned. The same evidence gives the same ranking.</summary>
public sealed record Evidence(Procedure Procedure, EquatableArray<Observation> Observations, EquatableArray<Unrun> Unrun);

/// <summary>A result at its place in the runbook.</summary>
public sealed record Observation(Step Step, Command Command, Result Result);

/// <param name="Why">Why it has no result.</param>
public sealed record Unrun(Step Step, Command Command, string Why);

/// <summary>A claim drawn from one result. There is none without a citation.</summary>
/// <param name="Claim">For people, with its figures: "insufficient_stock is 92 % of sales_transition_total".</param>
/// <param name="Family">What was looked at (a metric and label, a query, a log): five views of one counter count once.</param>
/// <param name="Citation">The result it is drawn from.</param>
/// <param name="Line">Of the command in the runbook.</param>
public sealed record Finding(string Claim, string Family, CommandCitation Citation, EquatableArray<Bearing> Bearings)
{
    public double For(string hypothesis)
    {
        foreach (var bearing in Bearings)
            if (bearing.Hypothesis == hypothesis) return bearing.Strength;
        return 0;
    }
}

/// <param name="Line">Of the command in the runbook.</param>
public readonly record struct CommandCitation(Access.CommandId Command, int Line);

/// <summary>What a finding means for one hypothesis.</summary>
/// <param name="Strength">-1 (against) to 1 (for), never 0.</param>
/// <param name="Because">The runbook's words it rests on.</param>
/// <param name="Line">Of those words.</param>
public sealed record Bearing(string Hypothesis, double Strength, string Because, int Line);
