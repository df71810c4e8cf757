using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>
/// Options that say by their name that data may be lost (<c>az sql failover-group set-primary --allow-data-loss</c>, <c>prisma db push --accept-data-loss</c>,
/// <c>Switch-SqlAvailabilityGroup -AllowDataLoss</c>): a change that is told so destroys, whatever the table calls it without them.
/// </summary>
internal static partial class DataLoss
{
    /// <returns>The verdict of a tool, worse where one of its options allows a loss.</returns>
    public static Verdict Judged(Verdict verdict, Invocation call) =>
        verdict.Effect > Effect.Read && call.Words.FindIndex(Allows) is >= 0 and var allowed
            ? verdict.And(Verdict.Destructive($"'{call.Words[allowed].Shown}' says that data may be lost")) : verdict;

    static bool Allows(Argument word) => word.IsOption && Option().IsMatch(word.Text);

    [GeneratedRegex(@"^--?([a-z]{1,20}[-_]){0,3}(allow|accept|permit|confirm|force|ignore|tolerate)[-_]?([a-z]{1,20}[-_]){0,3}data[-_]?loss(?![=:]\$?(false|no|0)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
