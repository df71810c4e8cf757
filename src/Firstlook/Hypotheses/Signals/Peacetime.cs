using Firstlook.Baselines;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A result beside what is normal, for signals that look at its parts.</summary>
static class Peacetime
{
    /// <summary>What is unusual first; empty where it was never rehearsed, or too seldom.</summary>
    public static EquatableArray<Comparison> Of(Observation observation) => observation.Normally?.Compare(observation.Result, observation.Command.Text) ?? [];

    /// <summary>What speaks for a cause as loudly in peacetime says this little of what it says.</summary>
    public const double Usual = 0.3;

    /// <summary>True where the result as a whole is as it ever was: its one number, or how much there is of it.</summary>
    public static bool IsAsEver(Observation observation)
    {
        var whole = Of(observation).Where(one => one.Usual.Quantity is { Kind: QuantityKind.Count or QuantityKind.Value, Of: "" }).ToArray();
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
