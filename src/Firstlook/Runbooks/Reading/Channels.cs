using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Where a response is talked about: rooms and media in lists, and the channel that a table gives to each severity.</summary>
internal static partial class Channels
{
    public static IEnumerable<Channel> Of(Outline outline, bool zeroBased)
    {
        foreach (var (piece, section) in outline.Pieces)
        {
            if (piece is Table table)
            {
                foreach (var channel in OfTable(table, zeroBased)) yield return channel;
            }
            else if (piece is Paragraph paragraph
                && section.AndAncestors().Any(s => s.Role is Role.Contacts or Role.Template or Role.Escalation || Title().IsMatch(s.Folded))
                && OfItem(paragraph, zeroBased) is { } channel)
            {
                yield return channel;
            }
        }
    }

    static IEnumerable<Channel> OfTable(Table table, bool zeroBased)
    {
        var headers = table.Header.Select(h => h.Folded).ToList();
        var at = headers.FindIndex(h => ChannelColumn().IsMatch(h));
        if (at < 0) yield break;
        var level = headers.FindIndex(h => Roles.Of(h) == Role.Severity || h is "level" or "sev" or "stufe" or "nivel" or "niveau");
        foreach (var row in table.Rows.Where(r => at < r.Cells.Count && r.Cells[at].Plain.Any(char.IsLetterOrDigit)))
        {
            var of = level >= 0 && level < row.Cells.Count ? Severities.Of(row.Cells[level].Plain, zeroBased) : null;
            var purpose = of is null && at > 0 ? row.Cells[0].Plain : of is null && row.Cells.Count > 1 ? row.Cells[1].Plain : null;
            yield return new(row.Line, row.Cells[at].Plain, of, purpose);
        }
    }

    // "- Slack: #incidents", "- SEV1: #inc-sev1", "**War room**: https://..."
    static Channel? OfItem(Paragraph paragraph, bool zeroBased)
    {
        const int LongestName = 60;
        var text = paragraph.Text.Plain;
        var name = paragraph.Label?.Name ?? (text.IndexOf(": ", StringComparison.Ordinal) is > 1 and < LongestName and var colon ? text[..colon] : "");
        if (name.Length == 0) return null;
        var value = (paragraph.Label?.Value.Plain ?? text[(name.Length + 1)..]).Trim();
        if (value.Length == 0) return null;
        if (Severities.OfTitle(name, zeroBased) is { } level && Room().Match(value) is { Success: true } room) return new(paragraph.Line, room.Value, level, null);
        return Medium().IsMatch(Words.Fold(name)) ? new(paragraph.Line, Room().Match(value) is { Success: true } named ? named.Value : value, null, name) : null;
    }

    [GeneratedRegex(@"^(slack )?channels?$|^(communication|notification|comms|escalation) (channels?|method)$|^kanal$|^canal$|^canale$|^where$|^comms$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ChannelColumn();

    [GeneratedRegex(@"\bchannels?\b|\bkanale?\b|\bcanales\b|\bcanais\b|\bcanaux\b|^(war ?room|bridge)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<![\w/])#[\w-]{2,60}|https?://\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex Room();

    [GeneratedRegex(
        @"\bchannels?\b|^(slack|pager ?duty|teams|ms teams|opsgenie|telegram|whatsapp|zoom|bridge|incident bridge|conference bridge|war ?room|hotline|canal|kanal|"
        + @"status ?page|discord|mattermost|victorops|chat)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Medium();
}
