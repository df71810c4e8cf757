using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>All that the incident page shows.</summary>
public sealed record RoomView(Room Room, Visit Visit)
{
    public Incident Incident => Room.Incident;

    /// <summary>The alert's labels chose no service, and a person may.</summary>
    public bool AsksService => Incident.Service is null && !Visit.Services.IsEmpty;

    public Places Places { get; } = new(Room);

    /// <summary>What the procedure tells us to look for in logs.</summary>
    public IReadOnlyCollection<string> Wanted { get; } = Room.Procedure is null ? [] : Proof.Wanted(Room.Procedure);

    /// <summary>The end of the incident's time, or now.</summary>
    public DateTimeOffset Until => Incident.ResolvedAt ?? Visit.Now;

    public TimeSpan Age => Until - Incident.OpenedAt;

    /// <summary>Of every form of this page as it is now: a form that is sent twice, by a double click or a retry, is one request.</summary>
    public string Key => $"page:{Visit.Person}:{Incident.Version}";

    public string To(string form) => $"{Places.Path}/{form}";

    /// <returns>What was typed into a refused form; null where that form was not refused.</returns>
    public string? Typed(string form, string field) => Visit.Draft is { } draft && draft.Form == form ? draft[field] : null;

    /// <summary>The same for the forms of one action: <paramref name="path"/> is <c>actions/3</c>.</summary>
    public string? TypedFor(string path, string field) => Visit.Draft is { } draft && draft.Path.StartsWith(path + "/", StringComparison.Ordinal) ? draft[field] : null;

    public bool WasRefusedFor(string path, string form) => Visit.Draft?.Path == $"{path}/{form}";

    public bool WasRefusedWithin(string path) => Visit.Draft?.Path.StartsWith(path + "/", StringComparison.Ordinal) == true;

    public bool WasRefused(string form) => Visit.Draft?.Form == form;
}
