using Firstlook.Baselines;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A result beside what is normal, for signals that look at its parts.</summary>
static class Peacetime
{
    /// <summary>What is unusual first; empty where it was never rehearsed, or too seldom.</summary>
    public static EquatableArray<Comparison> Of(Observation observation) => observation.Normally?.Compare(observation.Result, observation.Command.Text) ?? [];

    /// <summary>What speaks for a cause as loudly in peacetime says this little of what it says.</summary>
    public const double Usual = 0.3;

    /// <summary>
    /// How far outside of what was usual: just outside of it is hardly unusual, in full from three widths of it on, a quarter of the bound or
    /// one thing at least. 0 where it is inside.
    /// </summary>
    public static double Extent(Comparison compared)
    {
        if (!compared.IsOutside) return 0;
        if (compared.IsNew) return 1;
        var (low, high) = (compared.Usual.Low, compared.Usual.High);
        var width = Math.Max(Math.Max(high - low, 0.25 * Math.Abs(compared.Now > high ? high : low)), compared.Usual.Quantity.Kind == QuantityKind.Count ? 1 : 0);
        var excess = compared.Now > high ? compared.Now - high : low - compared.Now;
        return width <= 0 ? 1 : Math.Clamp(excess / (3 * width), 0.1, 1);
    }

    /// <summary>What is left of a word that some parts of a result have: all where there is more of them than ever by far, or nothing is known of them; less the more
    /// usual they are.</summary>
    public static double Weight(IEnumerable<Comparison> parts)
    {
        var known = parts.ToArray();
        return known.Length == 0 ? 1 : Usual + ((1 - Usual) * known.Max(part => part.Now > part.Usual.High ? Extent(part) : 0));
    }

    /// <summary>True where the result as a whole is as it ever was: its one number, or how much there is of it.</summary>
    public static bool IsAsEver(Observation observation)
    {
        // One series is told by its value, under whatever labels; that there is one says nothing.
        var isOne = observation.Result.Output is { Kind: Looks.OutputKind.Samples, Samples: [_] };
        var whole = Of(observation)
            .Where(one => one.Usual.Quantity is { Kind: QuantityKind.Count or QuantityKind.Value, Of: "" } || (isOne && one.Usual.Quantity.Kind == QuantityKind.Value))
            .ToArray();
        return whole.Length > 0 && whole.All(one => !one.IsOutside);
    }

    /// <summary>Labels of the part that is compared; none where it is the result as a whole.</summary>
    public static IEnumerable<(string Label, string Value)> Labels(Comparison compared) =>
        compared.Usual.Quantity.Of.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));

    /// <summary>Whether there is more than ever of some of the parts.</summary>
    /// <returns>Null where nothing is known of them.</returns>
    public static bool? IsMore(IEnumerable<Comparison> parts)
    {
        bool? more = null;
        foreach (var part in parts) more = more == true || (part.IsOutside && part.Now > part.Usual.High);
        return more;
    }
}
