namespace Firstlook.Runbooks.Reading;

/// <summary>Goes down a page and tells which of its lines stand in a fence or in <c>&lt;pre&gt;</c>: what is typed there stays as it is written.</summary>
internal sealed class TypedLines
{
    readonly FencedLines fenced = new();
    bool preformatted;

    /// <param name="line">Each line of the page, in order.</param>
    /// <returns>True for what stands in a block, and for the marks around it.</returns>
    public bool Holds(string line)
    {
        if (!preformatted && fenced.Holds(line)) return true;
        if (!preformatted && !line.Contains("<pre", StringComparison.OrdinalIgnoreCase)) return false;
        preformatted = !line.Contains("</pre", StringComparison.OrdinalIgnoreCase);
        return true;
    }
}
