using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// The programs that the document types elsewhere, its own aliases among them. A code span that begins with one of them is a
/// command too, though nobody here knows the program: "`e member remove <id>`" below a block of "e endpoint health".
/// </summary>
internal sealed partial class TypedPrograms(List<Placed> pieces)
{
    const int LongestSpan = 400;
    const int LongestLine = 2000;

    readonly bool hasElixir = pieces.Any(p => p.Piece is Fence { Tag: var tag } && tag.Split(' ')[0] is "elixir" or "iex");

    Dictionary<string, string>? lines;

    /// <returns>Null where no block begins a line with that word as a command.</returns>
    public Language? LanguageOf(string code)
    {
        var text = code.Trim();
        // "`Races.Pairer.ensure_started()` in the same shell", where the shell is Erlang's.
        if (hasElixir && text.Length < LongestSpan && QualifiedCall().IsMatch(text)) return Language.Elixir;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 1 || text.Length > LongestSpan || !char.IsAsciiLetterLower(text[0]) || text.Contains(" = ", StringComparison.Ordinal)) return null;
        return (lines ??= Lines()).TryGetValue(text[..space], out var line) && (ShellPrograms.Begins(line) || UnknownPrograms.Begins(line))
            && UnknownPrograms.Begins(text)
            ? Language.Shell : null;
    }

    // The first line that each word begins.
    Dictionary<string, string> Lines()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fence in pieces.Select(p => p.Piece).OfType<Fence>())
        {
            // "fh-dist-3#reload in 2": what was typed stands behind the prompt.
            foreach (var typed in fence.Typed.Where(t => t.Text.Length < LongestLine && char.IsAsciiLetterLower(t.Text[0])))
            {
                if (typed.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var verb) found.TryAdd(typed.Text[..verb], typed.Text);
            }

            foreach (var line in fence.Text.AsSpan().EnumerateLines())
            {
                var end = line.Length > LongestLine ? -1 : line.IndexOf(' ');
                if (end <= 0) continue;
                if (char.IsAsciiLetterLower(line[0])) found.TryAdd(line[..end].ToString(), line.ToString());
                // "vendor/bin/drush status" is typed as "drush" too.
                if (line[..end].LastIndexOf('/') is >= 0 and var slash && slash + 1 < end && char.IsAsciiLetterLower(line[slash + 1]))
                    found.TryAdd(line[(slash + 1)..end].ToString(), line[(slash + 1)..].ToString());
            }
        }

        // A cheat sheet may have no block at all, and its other code spans tell.
        foreach (var code in pieces.Select(p => p.Piece).OfType<Paragraph>().SelectMany(p => p.Text.Codes).Where(c => c.Text.Length < LongestSpan))
        {
            var end = code.Text.IndexOf(' ', StringComparison.Ordinal);
            if (end > 0 && char.IsAsciiLetterLower(code.Text[0]) && InlineCommands.LanguageOf(code.Text) is Language.Shell) found.TryAdd(code.Text[..end], code.Text);
        }

        return found;
    }

    [GeneratedRegex(@"^(:[a-z_]+|[A-Z]\w*(\.[A-Z]\w*)+)\.[a-z_]\w*[!?]?\(.*\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex QualifiedCall();
}
