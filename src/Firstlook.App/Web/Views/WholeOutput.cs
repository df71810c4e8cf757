using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Web.Views;

/// <summary>An output as plain text, as far as it is kept: lines as they are, rows and samples with tabs between.</summary>
public static class WholeOutput
{
    public static string Of(Output output)
    {
        IEnumerable<string> lines = output.Kind switch
        {
            OutputKind.Rows => output.Rows.Select(row => string.Join('\t', row.Select(cell => cell ?? "null"))).Prepend(string.Join('\t', output.Columns)),
            OutputKind.Samples => output.Samples.Select(sample => $"{(sample.Labels.IsEmpty ? "(no labels)" : Summaries.Labels(sample))}\t{Summaries.Number(sample.Value)}"),
            _ => output.Lines,
        };
        var kept = output.Kind switch { OutputKind.Rows => output.Rows.Count, OutputKind.Samples => output.Samples.Count, _ => output.Lines.Count };
        return Printable.Of(string.Join('\n', [.. lines, .. output.Errors, .. kept < output.Count ? [$"({kept} of {output.Count} are kept)"] : Array.Empty<string>()])) + "\n";
    }
}
