using Firstlook.Access;
using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>Where on the page things stand, for links between them.</summary>
public sealed class Places(Room room)
{
    readonly Dictionary<CommandId, int> cards = room.Cards.Concat(room.Besides).Select((card, index) => (card.Id, index)).DistinctBy(pair => pair.Id)
        .ToDictionary(pair => pair.Id, pair => pair.index + 1);
    readonly Dictionary<string, string> titles = (room.Ranking?.Hypotheses ?? []).DistinctBy(one => one.Hypothesis.Id)
        .ToDictionary(one => one.Hypothesis.Id, one => one.Hypothesis.Title, StringComparer.Ordinal);

    /// <returns>Null where no card shows it.</returns>
    public string? Evidence(CommandId command) => cards.TryGetValue(command, out var number) ? $"e{number}" : null;

    /// <returns>Null where the line is not shown.</returns>
    public string? Line(int line) => room.Procedure is { } procedure && line >= procedure.Line && line <= procedure.EndLine ? $"L{line}" : null;

    public string? Hypothesis(string? id) => id is not null && titles.TryGetValue(id, out var title) ? title : null;

    public string Path => $"/incidents/{room.Incident.Number}";
}
