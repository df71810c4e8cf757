namespace Firstlook.Escalation;

/// <summary>A time limit of an incident, with where it comes from.</summary>
/// <param name="Kind"><c>acknowledge</c>, <c>resolve</c>, or <c>escalate:N</c>, N counting from 1.</param>
/// <param name="After">From the moment it opened.</param>
/// <param name="Condition">In the runbook's words; null where it has none.</param>
/// <param name="Target">Whom to tell; null where the runbook does not say.</param>
/// <param name="Source">For people: "runbook.md line 14", "default".</param>
public sealed record Clock(string Kind, TimeSpan After, string? Condition, string? Target, string Source)
{
    public const string Acknowledge = "acknowledge";
    public const string Resolve = "resolve";
    public const string Escalate = "escalate:";

    /// <summary>What is to be done until then: <c>to acknowledge</c>. A method, since the journal keeps each property.</summary>
    public string ToDo() => Kind switch
    {
        Acknowledge => "to acknowledge",
        Resolve => "to resolve",
        _ => "to escalate",
    };
}
