using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Functions of awk and jq that call themselves, or each other, and nowhere choose whether to.</summary>
internal static partial class Functions
{
    /// <summary>More of them are in no script.</summary>
    const int Most = 100;

    public static bool CallThemselves(IEnumerable<(string Name, string Body)> all)
    {
        var functions = all.Take(Most + 1).ToList();
        if (functions.Count == 0) return false;
        if (functions.Count > Most) return true;
        // One that calls itself twice for its answer calls itself so many times that 60 steps take years.
        if (functions.Exists(function => Branches().Split(function.Body).Any(branch => ArithmeticNames.In(branch).Count(name => name == function.Name) > 1))) return true;
        var plain = functions.FindAll(function => !Choosing().IsMatch(Always().Replace(function.Body, "")));
        return plain.Exists(function => Reaches(function.Name, function.Name, plain, []));
    }

    static bool Reaches(string from, string to, List<(string Name, string Body)> functions, HashSet<string> seen)
    {
        foreach (var (name, body) in functions.Where(function => function.Name == from))
        {
            foreach (var other in ArithmeticNames.In(body).Distinct(StringComparer.Ordinal))
            {
                if (other == to) return true;
                if (functions.Exists(function => function.Name == other) && seen.Add(other) && Reaches(other, to, functions, seen)) return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(then|elif|else|end)\b|[?:;{},]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Branches();

    [GeneratedRegex(@"\b(if|while|for|select|empty|first|limit)\b|\?|//|\.\[", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Choosing();

    // if (1), if true then
    [GeneratedRegex(@"\bif\s*\(\s*[1-9]\d*\s*\)|\bif\s+true\s+then\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Always();
}
