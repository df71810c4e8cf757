namespace Firstlook.Runbooks.Reading;

/// <summary>Tables that give issues their severity, by name or by a link to the section.</summary>
internal sealed class QuickReference
{
    readonly Dictionary<string, string> byName = [];
    readonly Dictionary<string, string> byAnchor = [];

    public QuickReference(Outline outline, bool zeroBased)
    {
        foreach (var table in outline.Pieces.Select(p => p.Piece).OfType<Table>())
        {
            var column = table.Header.ToList().FindIndex(h => h.Role == Role.Severity);
            if (column < 0) continue;
            foreach (var row in table.Rows.Where(r => column < r.Cells.Count))
            {
                if (Severities.Of(row.Cells[column].Plain, zeroBased) is not { } level) continue;
                foreach (var cell in row.Cells.Where((_, i) => i != column))
                {
                    byName.TryAdd(Words.Id(cell.Plain), level);
                    foreach (var link in cell.Links.Where(l => l.Url?.StartsWith('#') ?? false)) byAnchor.TryAdd(link.Url![1..], level);
                }
            }
        }
    }

    /// <returns>Null where no table names it.</returns>
    public string? LevelOf(Region region, EquatableArray<string> alerts) =>
        byAnchor.GetValueOrDefault(region.Slug) ?? byName.GetValueOrDefault(Words.Id(region.Title)) ?? alerts.Select(a => byName.GetValueOrDefault(Words.Id(a))).FirstOrDefault(l => l is not null);
}
