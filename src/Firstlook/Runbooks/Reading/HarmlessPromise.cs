using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>Words before a destructive command that promise a harmless look.</summary>
internal static partial class HarmlessPromise
{
    /// <summary>The heading, the item or the sentence that leads to the command; what the block's own comments say is nobody's promise.</summary>
    /// <returns>Null where the step destroys nothing, or nothing soothes.</returns>
    public static string? Before(Step step) =>
        step.Effect != Effect.Destructive ? null
        : step.Heading is { Length: > 0 } heading && Roles.Of(heading) is Role.Diagnosis or Role.Verification ? heading
        : step.Title.Length > 0 && !step.Inline && !step.Text.Contains(step.Title, StringComparison.Ordinal) && Purposes.Of(step.Title) is Purpose.Learn or Purpose.Confirm
            && Roles.Of(step.Title) != Role.Action && !AlsoActs().IsMatch(step.Title) ? step.Title
        : null;

    public static Command Worst(Step step) => step.Commands.First(command => command.Effect == Effect.Destructive);

    public static string Message(string promise, Command worst) => $"this command is destructive, under \"{promise}\": {worst.Why}";

    // "Find the offset, then skip it" promises no harmless look.
    [GeneratedRegex(@"\b(then|and|or|to do)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AlsoActs();
}
