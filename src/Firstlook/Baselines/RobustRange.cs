namespace Firstlook.Baselines;

/// <summary>Where most of some numbers lie, whatever a few of them do. The order in which they came does not matter.</summary>
/// <param name="Low">Inclusive.</param>
/// <param name="High">Inclusive.</param>
public readonly record struct RobustRange(double Low, double Median, double High)
{
    /// <summary>Makes the median absolute deviation of normally distributed numbers their standard deviation (Hampel 1974).</summary>
    const double Consistent = 1.4826;

    /// <summary>How many of these are still usual (Leys et al. 2013: 3 is the conservative choice).</summary>
    const double Usual = 3;

    /// <summary>
    /// Part of the median that is usual in any case: numbers that were almost equal in peacetime are no law of nature. Nobody is woken for a twentieth.
    /// </summary>
    const double Least = 0.05;

    /// <summary>
    /// The median and three deviations to both sides; wider where more than a tenth of the numbers lie outside of that, as they do where most are
    /// equal and the median absolute deviation is 0. The outermost tenth, at least one number at each end, never widens it.
    /// </summary>
    /// <exception cref="ArgumentException">There is no number.</exception>
    public static RobustRange Of(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        if (sorted.Length == 0) throw new ArgumentException("a range of nothing", nameof(numbers));
        var median = Quantile(sorted, 0.5);
        double[] deviations = [.. sorted.Select(number => Math.Abs(number - median)).Order()];
        var half = Math.Max(Usual * Consistent * SmallSample(sorted.Length) * Quantile(deviations, 0.5), Least * Math.Abs(median));
        var outermost = Math.Min((sorted.Length + 9) / 10, (sorted.Length - 1) / 2);
        var (low, high) = (Math.Min(median - half, sorted[outermost]), Math.Max(median + half, sorted[^(outermost + 1)]));
        // What was never below nought does not come to be so by arithmetic.
        return new RobustRange(sorted[0] >= 0 ? Math.Max(0, low) : low, median, high);
    }

    /// <summary>Linear between the two nearest (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="part">0 to 1.</param>
    public static double Quantile(IReadOnlyList<double> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>The median absolute deviation of few numbers comes out too small (Croux and Rousseeuw 1992, table of b_n).</summary>
    static double SmallSample(int count) => count switch
    {
        < 2 => 1,
        2 => 1.196,
        3 => 1.495,
        4 => 1.363,
        5 => 1.206,
        6 => 1.200,
        7 => 1.140,
        8 => 1.129,
        9 => 1.107,
        _ => count / (count - 0.8),
    };
}
