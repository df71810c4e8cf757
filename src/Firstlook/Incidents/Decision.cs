namespace Firstlook.Incidents;

/// <summary>What a command on an incident comes to: events, possibly none, or a refusal with its reason.</summary>
public abstract record Decision
{
    Decision()
    {
    }

    /// <param name="Events">Empty where there was nothing left to do: saying a thing twice is no error.</param>
    public sealed record Decided(EquatableArray<IncidentEvent> Events) : Decision;

    /// <param name="Reason">For a person: what is in the way, and what to do.</param>
    public sealed record Refused(string Reason) : Decision;

    public static Decision Nothing { get; } = new Decided([]);

    public static Decision Of(params ReadOnlySpan<IncidentEvent> events) => new Decided(EquatableArray.Create(events));

    public static Decision Refuse(string reason) => new Refused(reason);
}
