namespace Firstlook.Effects.Shell;

/// <summary>The reader's place in the source, and what all its parts share: blanks, comments, line ends, here-documents to come.</summary>
internal sealed partial class ShellReader(string source)
{
    readonly List<Span> comments = [];
    readonly List<PendingDocument> pending = [];
    int at;
    int depth;

    /// <summary>Where a nested reader must stop: the end of a backquoted part, else the end of the source.</summary>
    int limit = source.Length;

    public int At => at;

    // How often the source may be looked at before its reading counts as endless: several times what the deepest nesting takes for each character.
    readonly long patience = 2_000 + 400L * source.Length;
    long looks;

    bool AtEnd => Look() >= limit;

    // Each round of a loop asks whether the end is reached, so that alone is counted.
    char Current => at < limit ? source[at] : '\0';

    // No text is known to make the reader stand still. Should one be found, it is a text that is not understood, not a server that hangs.
    int Look() => ++looks <= patience ? at : throw new ShellSyntaxException(Math.Min(at, limit), "this cannot be read to its end");

    char Peek(int ahead = 1) => at + ahead < limit ? source[at + ahead] : '\0';

    bool Looking(string text) => at + text.Length <= limit && source.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    /// <summary>Goes to the first character of the next command, over blanks, comments and line ends.</summary>
    /// <returns>False at the end of the source.</returns>
    public bool SkipToCommand()
    {
        SkipNewlines();
        return !AtEnd;
    }

    /// <summary>Forgets everything half-read and goes on from an offset.</summary>
    public void Resume(int offset)
    {
        at = offset;
        depth = 0;
        looks = 0;
        limit = source.Length;
        pending.Clear();
    }

    public bool IsComment(int offset)
    {
        for (var i = comments.Count - 1; i >= 0; i--)
        {
            if (offset >= comments[i].End) return false;
            if (offset >= comments[i].Start) return true;
        }
        return false;
    }

    ShellSyntaxException Problem(string message) => new ShellSyntaxException(Math.Min(at, limit), message);

    ShellSyntaxException Beyond(string message) => new ShellSyntaxException(Math.Min(at, limit), message, isBeyond: true);

    void Deeper()
    {
        if (++depth > ShellParser.DeepestNesting) throw Beyond($"nested more than {ShellParser.DeepestNesting} levels deep");
    }

    void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (Current is ' ' or '\t') at++;
            else if (Current == '\\' && Peek() == '\n') at += 2;
            else if (Current == '\\' && Peek() == '\r' && Peek(2) == '\n') at += 3;
            else if (Current == '\r' && Peek() == '\n') at++;
            else if (Current == '#') SkipComment();
            else return;
        }
    }

    void SkipComment()
    {
        var start = at;
        while (!AtEnd && Current != '\n') at++;
        comments.Add(Span.Between(start, at));
    }

    /// <summary>Over blanks and any number of line ends; here-documents that wait for the line end are read.</summary>
    void SkipNewlines()
    {
        SkipBlanks();
        while (!AtEnd && Current == '\n')
        {
            Newline();
            SkipBlanks();
        }
    }

    void Newline()
    {
        at++;
        if (pending.Count > 0) ReadDocuments();
    }

    static bool IsMeta(char character) => character is ' ' or '\t' or '\n' or '|' or '&' or ';' or '(' or ')' or '<' or '>' or '\0';

    static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    static bool IsName(string text) => text.Length > 0 && IsNameStart(text[0]) && text.All(IsNamePart);
}
