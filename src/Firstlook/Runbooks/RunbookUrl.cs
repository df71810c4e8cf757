namespace Firstlook.Runbooks;

/// <summary>
/// The <c>runbook_url</c> annotation of an alert: an address whose path ends in the name of a runbook's file, wherever it is served, and whose
/// anchor is that of a heading, as code hosts make them.
/// </summary>
public static class RunbookUrl
{
    /// <summary>The procedures that it leads to: those under its anchor, or without one the only procedure of the file.</summary>
    public static IEnumerable<(Runbook Runbook, Procedure Procedure)> Procedures(string url, IReadOnlyCollection<Runbook> runbooks)
    {
        var inside = InFile(url, runbooks).SelectMany(runbook => runbook.Procedures.Select(procedure => (runbook, procedure))).ToArray();
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0 && hash + 1 < url.Length) return inside.Where(one => string.Equals(one.procedure.Slug, url[(hash + 1)..], StringComparison.OrdinalIgnoreCase));
        return inside.Length == 1 ? inside : [];
    }

    /// <summary>File and anchor: the rest of an address may hold a token.</summary>
    public static string Shown(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? FileOf(url) : FileOf(url) + url[hash..];
    }

    /// <summary>The runbooks whose file has the name that it ends in.</summary>
    public static IEnumerable<Runbook> InFile(string url, IEnumerable<Runbook> runbooks) =>
        FileOf(url) is { Length: > 0 } file ? runbooks.Where(runbook => Path.GetFileName(runbook.File) == file) : [];

    static string FileOf(string url)
    {
        var path = url.Split('#')[0].Split('?')[0];
        return path[(path.LastIndexOf('/') + 1)..];
    }
}
