using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What the document wants measured: lists and tables under "Metrics to track", "KPIs", "SLOs".</summary>
internal static partial class TrackedMetrics
{
    public static IEnumerable<TrackedMetric> Of(IEnumerable<Section> sections)
    {
        foreach (var section in sections.Where(s => s.AndAncestors().Any(a => Title().IsMatch(a.Folded))))
        {
            foreach (var item in section.Items) yield return OfItem(item.Text);
            foreach (var table in section.Tables)
            {
                var target = table.Header.ToList().FindIndex(h => Target().IsMatch(h.Folded));
                foreach (var row in table.Rows.Where(r => r.Cells.Count > 0 && !r.Cells[0].IsEmpty))
                    yield return new(row.Line, row.Cells[0].Plain, target > 0 && target < row.Cells.Count ? row.Cells[target].Plain : null);
            }
        }
    }

    // "MTTA < 5 min", "Error rate: below 0.1%", "**MTTR** (mean time to resolve)"
    static TrackedMetric OfItem(Prose text)
    {
        if (Bound().Match(text.Plain) is { Success: true } bound && bound.Index > 1)
            return new(text.Line, text.Plain[..bound.Index].Trim(' ', ':', '(', '-', '–'), text.Plain[bound.Index..].Trim(' ', ')', ':', '–'));
        return new(text.Line, text.Plain, null);
    }

    [GeneratedRegex(
        @"^(key |incident |reliability |success |team |service )?(metrics (to (track|watch|monitor|report|collect)|tracked)|metrics$|kpis?\b|performance indicators|"
        + @"slos?\b|service level objectives|error budgets?)|^key metrics|^metricas( a | para | clave|-chave|$)|^kennzahlen|^indicateurs",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"target|goal|threshold|objective|ziel|objetivo|meta|soll|objectif", RegexOptions.ExplicitCapture)]
    private static partial Regex Target();

    [GeneratedRegex(@"\s*[:(–-]?\s*(<=|>=|<|>|≤|≥|\b(below|under|above|over|at least|at most|less than|more than|target)\b)|:\s+",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Bound();
}
