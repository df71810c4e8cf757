using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The titles of a page that lost its marks, where its table of contents names them: a line below that says the same is that title.</summary>
internal sealed partial class ListedTitles
{
    const int LongestTitle = 90;

    /// <summary>A title with its number and mark.</summary>
    const int LongestLine = 120;

    readonly Dictionary<int, string> titles = [];
    int first;
    int last;

    /// <param name="lines">Of the whole page.</param>
    public static ListedTitles Of(string[] lines)
    {
        var listed = new ListedTitles();
        var at = Array.FindIndex(lines, l => l.Length < 40 && Contents().IsMatch(Words.Fold(Words.Bare(l.Trim()))));
        if (at < 0) return listed;
        var below = lines.Skip(at + 1).Select(l => l.Trim()).ToList();
        var start = below.FindIndex(l => l.Length > 0);
        if (start < 0) return listed;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // Where each line stands for the last time: a long list of contents is looked up, not searched.
        var lastLine = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var line = start; line < below.Count; line++)
        {
            if (below[line].Length is > 0 and < LongestLine) lastLine[Name(below[line])] = line;
        }

        var end = start;
        for (; end < below.Count && below[end].Length > 0; end++)
        {
            // An entry once more is the title itself.
            var entries = Entry().Split(below[end]).Select(Name).Where(e => e.Length > 0).ToList();
            if (entries.Count == 0 || entries.Exists(e => e.Length > LongestTitle || e.EndsWith('.')) || entries is [var again] && names.Contains(again)) break;
            // What none of the lines further down repeats ends the list.
            if (!entries.Exists(e => lastLine.TryGetValue(e, out var further) && further > end)) break;
            names.UnionWith(entries);
        }

        if (names.Count < 2) return listed;
        (listed.first, listed.last) = (at + 1, at + 1 + end);
        for (var line = end; line < below.Count; line++)
        {
            if (below[line].Length is > 1 and < LongestTitle && Name(below[line]) is var name && names.Remove(name)) listed.titles[at + 2 + line] = name;
        }

        return listed;
    }

    /// <param name="line">1-based.</param>
    public bool IsContents(int line) => line > first && line <= last;

    /// <param name="line">1-based.</param>
    /// <returns>Null where the line is no title.</returns>
    public string? TitleAt(int line) => titles.GetValueOrDefault(line);

    static string Name(string line) => Number().Replace(line.Trim(), "").Trim();

    [GeneratedRegex(@"^[•*·\-–—\s]*(\d{1,2}(\.\d{1,2})*[.)]?\s+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s*[•·]\s*")]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"^(table of contents|contents|toc|on this page|in this page|conteudo|nesta pagina|sumario|indice|contenidos?|en esta pagina|inhalt|inhaltsverzeichnis|"
        + @"auf dieser seite|sommaire|table des matieres|indice dei contenuti|inhoud|目次|目录|목차|spis tresci|содержание)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Contents();
}
