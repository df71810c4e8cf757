using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>Labels as they stand between the braces; also the key of a series.</summary>
internal static class LabelText
{
    /// <summary>Escapes backslash, quote and newline, as Prometheus' text format 0.0.4 asks.</summary>
    public static string Render(ReadOnlySpan<string> names, ReadOnlySpan<string> values)
    {
        if (names.Length != values.Length)
        {
            throw new ArgumentException($"{names.Length} labels but {values.Length} values", nameof(values));
        }
        var text = new StringBuilder();
        for (var i = 0; i < names.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(names[i]).Append("=\"");
            foreach (var character in values[i])
            {
                text.Append(character switch { '\\' => "\\\\", '"' => "\\\"", '\n' => "\\n", _ => character.ToString() });
            }
            text.Append('"');
        }
        return text.ToString();
    }
}
