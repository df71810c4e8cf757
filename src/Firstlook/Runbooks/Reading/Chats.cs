using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>"[9:04 PM] **ruza**: alert is DiskLow": lines that were copied out of a chat. Each is a paragraph, and who said it when is none of its words.</summary>
internal static partial class Chats
{
    public static IReadOnlySet<int> LinesOf(List<(string Text, int Line)> lines) =>
        lines.Exists(l => Speaks(l.Text)) ? lines.Where(l => Speaks(l.Text)).Select(l => l.Line).ToHashSet() : None;

    static readonly FrozenSet<int> None = [];

    public static List<(string Text, int Line)> WithoutSpeakers(List<(string Text, int Line)> lines) =>
        lines.Exists(l => Speaks(l.Text)) ? [.. lines.Select(l => Speaks(l.Text) ? (Speaker().Replace(l.Text, ""), l.Line) : l)] : lines;

    static bool Speaks(string line) => line.AsSpan().TrimStart() is ['[', >= '0' and <= '9', ..] && Speaker().IsMatch(line);

    [GeneratedRegex(
        @"^\s*\[(\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d(:\d\d)?( ?[AaPp]\.?[Mm]\.?)?\]\s+(\*\*|__)?@?\p{L}[\p{L}\p{N}._-]{0,30}( [\p{L}\p{N}._-]{1,30})?(\*\*|__)?\s?:(\*\*|__)?(\s+|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Speaker();
}
