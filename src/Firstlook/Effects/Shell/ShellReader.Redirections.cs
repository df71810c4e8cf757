namespace Firstlook.Effects.Shell;

/// <summary>Redirections and here-documents (bash(1), "REDIRECTION").</summary>
internal sealed partial class ShellReader
{
    sealed record PendingDocument(Redirection Redirection, string Delimiter, bool Quoted, bool StripTabs);

    static readonly (string Text, RedirectionOperator Operator)[] Operators =
    [
        ("<<<", RedirectionOperator.HereString),
        ("<<", RedirectionOperator.HereDocument),
        ("<&", RedirectionOperator.DuplicateInput),
        ("<>", RedirectionOperator.ReadWrite),
        ("<", RedirectionOperator.Input),
        ("&>>", RedirectionOperator.AppendBoth),
        ("&>", RedirectionOperator.OutputBoth),
        (">>", RedirectionOperator.Append),
        (">|", RedirectionOperator.Clobber),
        (">&", RedirectionOperator.DuplicateOutput),
        (">", RedirectionOperator.Output),
    ];

    /// <summary>The redirection at the place, or null with the place unchanged.</summary>
    Redirection? TryRedirection()
    {
        if (Current is not ('<' or '>' or '&' or '{') && !char.IsAsciiDigit(Current)) return null;
        var start = at;
        int? descriptor = null;
        string? variable = null;
        if (char.IsAsciiDigit(Current))
        {
            var end = at;
            while (end < limit && char.IsAsciiDigit(source[end])) end++;
            if (end - at > 4 || end >= limit || source[end] is not ('<' or '>')) return null;
            descriptor = int.Parse(source.AsSpan(at, end - at));
            at = end;
        }
        else if (Current == '{')
        {
            at++;
            variable = NameHere();
            if (variable is null || Current != '}' || Peek() is not ('<' or '>'))
            {
                at = start;
                return null;
            }
            at++;
        }
        if (descriptor is null && variable is null && StartsWordAnyway()) return null;
        foreach (var (text, op) in Operators)
        {
            if (!Looking(text)) continue;
            at += text.Length;
            return op == RedirectionOperator.HereDocument ? HereDocument(start, descriptor, variable) : ToWord(start, descriptor, variable, op);
        }
        at = start;
        return null;
    }

    Redirection ToWord(int start, int? descriptor, string? variable, RedirectionOperator op)
    {
        SkipBlanks();
        if (AtEnd || (IsMeta(Current) && !StartsWordAnyway())) throw Problem("a redirection without a target");
        var target = Word();
        return new Redirection(Span.Between(start, at), descriptor, variable, op, target);
    }

    Redirection HereDocument(int start, int? descriptor, string? variable)
    {
        var strip = Current == '-';
        if (strip) at++;
        SkipBlanks();
        if (AtEnd || IsMeta(Current)) throw Problem("a here-document without a delimiter");
        var delimiter = Word();
        var text = delimiter.Constant ?? throw Problem("a here-document's delimiter that expands");
        var redirection = new Redirection(Span.Between(start, at), descriptor, variable, RedirectionOperator.HereDocument, delimiter);
        pending.Add(new PendingDocument(redirection, text, !delimiter.IsBare, strip));
        return redirection;
    }

    /// <summary>Bodies follow the line on which their redirections stand.</summary>
    void ReadDocuments()
    {
        var waiting = pending.ToArray();
        pending.Clear();
        foreach (var document in waiting) document.Redirection.Document = DocumentBody(document);
    }

    Word DocumentBody(PendingDocument document)
    {
        var start = at;
        while (true)
        {
            if (AtEnd) throw Problem($"the here-document's end '{document.Delimiter}' is missing");
            var line = at;
            while (!AtEnd && Current != '\n') at++;
            var text = source.AsSpan(line, at - line).TrimEnd('\r');
            if (document.StripTabs) text = text.TrimStart('\t');
            if (text.SequenceEqual(document.Delimiter))
            {
                var after = at < limit ? at + 1 : at;
                var body = Span.Between(start, line);
                var word = document.Quoted
                    ? new Word(body, [new SingleQuoted(body, Stripped(body.In(source), document.StripTabs))])
                    : ExpandedBody(body);
                at = after;
                return word;
            }
            if (!AtEnd) at++;
        }
    }

    static string Stripped(string body, bool tabs) =>
        tabs ? string.Join('\n', body.Split('\n').Select(line => line.TrimStart('\t'))) : body;

    Word ExpandedBody(Span body)
    {
        var outer = limit;
        var keptPending = pending.ToArray();
        pending.Clear();
        limit = body.End;
        at = body.Start;
        Deeper();
        var parts = QuotedParts('\0');
        depth--;
        limit = outer;
        pending.AddRange(keptPending);
        return new Word(body, [new DoubleQuoted(body, parts)]);
    }
}
