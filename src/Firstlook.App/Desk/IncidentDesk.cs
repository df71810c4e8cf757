using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Incidents;

namespace Firstlook.App.Desk;

/// <summary>The one way in which pages and commands reach incidents.</summary>
public abstract class IncidentDesk
{
    /// <param name="all">False for those that are not over.</param>
    public abstract IReadOnlyList<IncidentSummary> List(bool all);

    /// <returns>Null where there is no such incident.</returns>
    public abstract Room? Room(int number);

    public abstract Task<DeskAnswer> Decide(int number, Func<Incident, DateTimeOffset, Decision> decide, CancellationToken cancellation);

    /// <summary>What a responder did by hand. The output is masked before it is kept.</summary>
    public abstract Task<DeskAnswer> RecordByHand(int number, string by, string what, string output, CancellationToken cancellation);

    public abstract Task<DeskAnswer> Propose(int number, string by, string text, Language language, string title, CancellationToken cancellation);

    /// <param name="fileAndSlug"><c>FILE#SECTION</c>.</param>
    public abstract Task<DeskAnswer> Choose(int number, string by, string fileAndSlug, CancellationToken cancellation);

    /// <summary>Runs one read that waited for a click.</summary>
    public abstract Task<DeskAnswer> RunRead(int number, string by, CommandId command, CancellationToken cancellation);

    /// <summary>Versions of the incident after <paramref name="afterVersion"/>, as they come; ends only with the token.</summary>
    public abstract IAsyncEnumerable<int> Changes(int number, int afterVersion, CancellationToken cancellation);
}

/// <param name="Leader">Title of the leading hypothesis; null where nothing leads.</param>
public sealed record IncidentSummary(Guid Id, Incident Incident, string? Leader);

public abstract record DeskAnswer
{
    DeskAnswer()
    {
    }

    public sealed record Done(Room Room) : DeskAnswer;

    /// <param name="Reason">For a person.</param>
    public sealed record Refused(string Reason) : DeskAnswer;

    public sealed record NotFound : DeskAnswer;

    /// <param name="Reason">Why nothing can be written at the moment.</param>
    public sealed record Unavailable(string Reason) : DeskAnswer;
}
