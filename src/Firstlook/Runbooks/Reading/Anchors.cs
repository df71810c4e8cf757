using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>"## Queue is stuck {#queue}": the anchor that a writer gives a heading, which is no part of its words.
/// https://docusaurus.io/docs/markdown-features/toc#heading-ids and PHP Markdown Extra, "Special Attributes".</summary>
internal static partial class Anchors
{
    public static Heading Apart(Heading heading) =>
        heading.Text.Plain.EndsWith('}') && Own().Match(heading.Text.Plain) is { Success: true, Index: > 0 } own
            ? heading with { Text = new(heading.Text.Plain[..own.Index], heading.Text.Line, heading.Text.MarksWithin(0, own.Index)), Anchor = own.Groups["anchor"].Value }
            : heading;

    [GeneratedRegex(@"\s*\{#(?<anchor>[\w-]{1,80})\}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
