using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>less(1) and its kin, which take commands behind a plus sign.</summary>
internal static partial class Hooks
{
    /// <summary>less(1), "+cmd": a place, a search or the end. Any other may run a program, and so may what stands behind a sign that ends a search.</summary>
    static Verdict Pages(Invocation call, Parsed parsed)
    {
        var verdict = Neutral;
        foreach (var operand in parsed.Operands.Where(operand => operand.Text.StartsWith('+')))
        {
            if (!Place().IsMatch(operand.Text)) return Verdict.Unknown("'+' runs a command of the pager");
            if (operand.Text.EndsWith('F') && !operand.Text.Contains('/')) verdict = verdict.And(EffectTags.Hang);
        }
        return verdict;
    }

    [GeneratedRegex(@"^\+{1,2}(\d*[gGF]?|[/?][ -~]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
