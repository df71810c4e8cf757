using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>"## C) The database is full", "### D) Labels do not print", "## E. The portal is empty": a heading that goes on counting where its neighbours of a higher rank
/// leave a gap is one of them.</summary>
internal static partial class Ranks
{
    public static IReadOnlyList<Piece> Restore(IReadOnlyList<Piece> pieces)
    {
        var counted = pieces.Index().Where(p => p.Item is Heading { Item: null })
            .Select(p => (p.Index, Heading: (Heading)p.Item, Count: CountOf(((Heading)p.Item).Text.Plain))).ToList();
        List<Piece>? restored = null;
        for (var i = 1; i + 1 < counted.Count; i++)
        {
            if (counted[i].Count is not { } count) continue;
            var level = counted[i].Heading.Level;
            var above = counted.FindLastIndex(i - 1, h => h.Heading.Level < level);
            if (above < 0 || counted[above].Count is not { } before || before.Sort != count.Sort || before.Value != count.Value - 1) continue;
            var below = counted.FindIndex(i + 1, h => h.Heading.Level < level);
            if (below < 0 || counted[below].Heading.Level != counted[above].Heading.Level || counted[below].Count is not { } after || after.Sort != count.Sort
                || after.Value != count.Value + 1) continue;
            // Among several that are counted below one heading each is a part of it.
            if (counted.Skip(above + 1).Take(below - above - 1).Count(h => h.Count is not null && h.Heading.Level == level) > 1) continue;
            restored ??= [.. pieces];
            restored[counted[i].Index] = counted[i].Heading with { Level = counted[above].Heading.Level };
            counted[i] = counted[i] with { Heading = (Heading)restored[counted[i].Index] };
        }

        return restored ?? pieces;
    }

    static (char Sort, int Value)? CountOf(string title) =>
        Counted().Match(title) is not { Success: true } counted
            ? null
            : counted.Groups["letter"] is { Success: true } letter
            ? ('A', letter.Value[0])
            : ('1', int.Parse(counted.Groups["number"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\W{0,4}((?<letter>[A-Z])|(?<number>\d{1,2}))\s?[.):]\s", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
