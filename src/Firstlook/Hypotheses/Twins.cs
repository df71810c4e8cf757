using Firstlook.Looks;

namespace Firstlook.Hypotheses;

/// <summary>One cause that two procedures name ("Connection pool exhausted", "Database connection pool exhausted"): neither is the other's rival.</summary>
static class Twins
{
    /// <summary>Of the words of both titles, as many as this are common (Jaccard).</summary>
    const double Alike = 0.5;

    public static bool Are(Suspect one, Suspect other)
    {
        // Within a procedure the author has told them apart.
        if (one.Procedure.Id == other.Procedure.Id) return false;
        var (left, right) = (Words.Of(one.Hypothesis.Title), Words.Of(other.Hypothesis.Title));
        var common = left.Count(right.Contains);
        return common > 0 && common >= Alike * (left.Count + right.Count - common);
    }
}
