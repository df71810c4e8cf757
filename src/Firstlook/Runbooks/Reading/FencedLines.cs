namespace Firstlook.Runbooks.Reading;

/// <summary>Goes down a page and tells which of its lines belong to a fence: what is written over by Markdown elsewhere stays as it is there.</summary>
internal sealed class FencedLines
{
    (char Mark, int Length, string Tag)? open;

    /// <param name="line">Each line of the page, in order.</param>
    /// <returns>True for what stands in a fence, and for the marks around it.</returns>
    public bool Holds(string line)
    {
        if (open is { } opening)
        {
            if (FenceScan.Closes(line, opening.Mark, opening.Length)) open = null;
            return true;
        }

        open = FenceScan.Opening(line);
        return open is not null;
    }
}
