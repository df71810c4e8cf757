using System.Globalization;
using System.Text;

namespace Firstlook.Runbooks.Checking;

/// <summary>A file's edits as a unified diff that <c>git apply</c> takes. The file itself is never written.</summary>
public static class Patch
{
    const int Context = 3;

    /// <param name="path">As git calls the file: from the folder in which the patch is applied, with <c>/</c>.</param>
    /// <param name="content">The file, each byte as one character (ISO 8859-1): whatever its encoding, what is not edited stays byte for byte.</param>
    /// <returns>In the same form; empty where no edit fits its line.</returns>
    public static string Of(string path, string content, IEnumerable<Edit> edits)
    {
        var lines = Lines(content);
        var changed = new SortedDictionary<int, string>();
        foreach (var edit in edits)
        {
            var at = edit.Line - 1;
            if (at < 0 || at >= lines.Count || edit.Old.Length == 0) continue;
            var line = changed.GetValueOrDefault(at, lines[at]);
            var mended = Replaced(line, edit);
            if (mended != line) changed[at] = mended;
        }

        if (changed.Count == 0) return "";
        var patch = new StringBuilder().Append(CultureInfo.InvariantCulture, $"--- {Quoted("a/" + path)}\n+++ {Quoted("b/" + path)}\n");
        foreach (var hunk in Hunks([.. changed.Keys], lines.Count)) Write(patch, lines, changed, hunk.First, hunk.Last);
        return patch.ToString();
    }

    // As git writes a name that is not plain (git-config, core.quotePath): its bytes in octal, within quotes.
    static string Quoted(string path)
    {
        if (path.All(c => c is >= ' ' and < '\u007f' and not ('"' or '\\'))) return path;
        var quoted = new StringBuilder("\"");
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            if (octet is (byte)'"' or (byte)'\\') quoted.Append('\\').Append((char)octet);
            else if (octet is >= 0x20 and < 0x7f) quoted.Append((char)octet);
            else quoted.Append('\\').Append(Convert.ToString(octet, 8).PadLeft(3, '0'));
        }

        return quoted.Append('"').ToString();
    }

    // Every place where it stands as a word of its own.
    static string Replaced(string line, Edit edit)
    {
        var mended = new StringBuilder();
        var from = 0;
        for (var at = line.IndexOf(edit.Old, StringComparison.Ordinal); at >= 0; at = line.IndexOf(edit.Old, at + 1, StringComparison.Ordinal))
        {
            if (at < from || IsWord(line, at - 1) && IsWord(line, at) || IsWord(line, at + edit.Old.Length) && IsWord(line, at + edit.Old.Length - 1)) continue;
            mended.Append(line, from, at - from).Append(edit.New);
            from = at + edit.Old.Length;
        }

        return mended.Append(line, from, line.Length - from).ToString();
    }

    static bool IsWord(string line, int at) => at >= 0 && at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] == '_');

    // Every line with its end; the last one may have none.
    static List<string> Lines(string content)
    {
        var lines = new List<string>();
        for (var start = 0; start < content.Length;)
        {
            var end = content.IndexOf('\n', start);
            end = end < 0 ? content.Length : end + 1;
            lines.Add(content[start..end]);
            start = end;
        }

        return lines;
    }

    static IEnumerable<(int First, int Last)> Hunks(List<int> changed, int count)
    {
        var first = Math.Max(0, changed[0] - Context);
        var last = Math.Min(count - 1, changed[0] + Context);
        foreach (var at in changed.Skip(1))
        {
            if (at - Context > last + 1)
            {
                yield return (first, last);
                first = at - Context;
            }

            last = Math.Min(count - 1, at + Context);
        }

        yield return (first, last);
    }

    static void Write(StringBuilder patch, List<string> lines, SortedDictionary<int, string> changed, int first, int last)
    {
        patch.Append(CultureInfo.InvariantCulture, $"@@ -{first + 1},{last - first + 1} +{first + 1},{last - first + 1} @@\n");
        for (var at = first; at <= last; at++)
        {
            if (changed.TryGetValue(at, out var now))
            {
                Line(patch, '-', lines[at]);
                Line(patch, '+', now);
            }
            else
            {
                Line(patch, ' ', lines[at]);
            }
        }
    }

    static void Line(StringBuilder patch, char mark, string line)
    {
        patch.Append(mark).Append(line);
        if (!line.EndsWith('\n')) patch.Append("\n\\ No newline at end of file\n");
    }
}
