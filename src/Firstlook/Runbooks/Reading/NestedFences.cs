using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// A block of text that shows a block of commands with the words around it ("Paste this into the channel:", then the command): what is in
/// the inner block is what gets run, and the words are its comments. A form with headings of its own stays a form.
/// </summary>
internal static partial class NestedFences
{
    public static IReadOnlyList<Piece> Opened(IReadOnlyList<Piece> pieces) =>
        pieces.Any(p => p is Fence fence && HoldsOne(fence)) ? [.. pieces.Select(p => p is Fence fence && HoldsOne(fence) ? Open(fence) : p)] : pieces;

    static bool HoldsOne(Fence fence) =>
        fence.Tag is "text" or "txt" or "markdown" or "md" or "" && fence.Text.Contains("```", StringComparison.Ordinal) && Opening().Count(fence.Text) == 1
            && !Heading().IsMatch(fence.Text);

    static Fence Open(Fence fence)
    {
        var inside = false;
        var lines = fence.Text.Split('\n').Select(line =>
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
                return "";
            }

            return inside || line.Trim().Length == 0 ? line : $"# {line}";
        });
        return new(fence.Line, fence.EndLine, Opening().Match(fence.Text).Groups["tag"].Value, string.Join('\n', lines), fence.TextLine, fence.Form, fence.Item, fence.Quoted);
    }

    [GeneratedRegex(@"^[^\S\n]*```(?<tag>bash|sh|shell|console|powershell|sql)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^#{1,4} \S", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
