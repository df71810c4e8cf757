namespace Firstlook.Effects.Queries;

/// <summary>Stream selectors and what follows them, stage by stage.</summary>
internal sealed class LogQlPipeline(List<QueryToken> tokens)
{
    public int At { get; private set; }

    QueryToken Next => tokens[At];

    public QueryToken Take() => tokens[At++];

    bool Took(string symbol)
    {
        if (!Next.Is(symbol)) return false;
        At++;
        return true;
    }

    public QueryToken Needed(string symbol, string where) => Next.Is(symbol) ? Take() : throw Unexpected($"{where}, where \"{symbol}\" is needed");

    public QuerySyntaxException Unexpected(string where) => new(Next.Start, $"{Next.Shown} stands {where}");

    public void Text(string where)
    {
        if (Next.Kind is not (QueryKind.String or QueryKind.Template)) throw Unexpected($"{where}, where a text in quotes is needed");
        At++;
    }

    public void Selector()
    {
        var start = Needed("{", "where a stream selector such as {app=\"x\"} is needed").Start;
        var chooses = false;
        while (!Next.Is("}"))
        {
            Name("in a stream selector");
            if (Next.Kind != QueryKind.Symbol || Next.Text is not ("=" or "!=" or "=~" or "!~")) throw Unexpected("after a label, where =, !=, =~ or !~ is needed");
            var sign = Take().Text;
            var value = Next;
            Text("in a stream selector");
            if (sign is "=~" or "!~" && value.Kind == QueryKind.String && LabelPattern.Problem(value.Text) is { } problem) throw new QuerySyntaxException(value.Start, problem);
            chooses |= value.Kind == QueryKind.Template
                || sign switch { "=" => value.Text.Length > 0, "=~" => !LabelPattern.MatchesEmpty(value.Text), "!=" => value.Text.Length == 0,
                    _ => LabelPattern.MatchesEmpty(value.Text) };
            if (!Took(",")) break;
        }

        Needed("}", "in a stream selector");
        if (!chooses) throw new QuerySyntaxException(start, "this selects every stream there is: at least one label must not match the empty text");
    }

    /// <returns>True where the stages unwrap a label into numbers.</returns>
    public bool Stages()
    {
        var unwraps = false;
        while (true)
        {
            if (Next.Kind == QueryKind.Symbol && Next.Text is "|=" or "!=" or "|~" or "!~" or "|>" or "!>" && tokens[At].Kind == QueryKind.Symbol) LineFilter();
            else if (Took("|")) unwraps |= Stage();
            else return unwraps;
        }
    }

    void LineFilter()
    {
        var sign = Take().Text;
        do
        {
            if (Next.IsWord("ip")) Address();
            else
            {
                var value = Next;
                Text($"after {sign}");
                if (sign is "|~" or "!~" && value.Kind == QueryKind.String && LabelPattern.Problem(value.Text) is { } problem) throw new QuerySyntaxException(value.Start, problem);
            }
        }
        while (Next.IsWord("or") && Take().Kind == QueryKind.Name);
    }

    void Address()
    {
        At++;
        Needed("(", "after ip");
        Text("in ip()");
        Needed(")", "in ip()");
    }

    bool Stage()
    {
        var word = Next.Kind == QueryKind.Name ? Next.Text : "";
        var isFilter = tokens[Math.Min(At + 1, tokens.Count - 1)] is { Kind: QueryKind.Symbol, Text: "=" or "!=" or "=~" or "!~" or "==" or "<" or ">" or "<=" or ">=" };
        if (isFilter) word = "";
        switch (word)
        {
            case "json" or "logfmt":
                At++;
                while (Next.Is("-") && tokens[At + 1].Is("-")) Flag();
                Extracted();
                return false;
            case "unpack" or "decolorize":
                At++;
                return false;
            case "pattern" or "regexp" or "line_format":
                At++;
                Text($"after {word}");
                return false;
            case "label_format":
                At++;
                do
                {
                    Name("after label_format");
                    Needed("=", "in label_format");
                    if (Next.Kind is QueryKind.Name or QueryKind.String or QueryKind.Template) At++;
                    else throw Unexpected("in label_format");
                }
                while (Took(","));
                return false;
            case "keep" or "drop" or "distinct":
                At++;
                do
                {
                    Name($"after {word}");
                    if (Next.Kind != QueryKind.Symbol || Next.Text is not ("=" or "!=" or "=~" or "!~")) continue;
                    At++;
                    Text($"after {word}");
                }
                while (Took(","));
                return false;
            case "unwrap":
                At++;
                Name("after unwrap");
                if (Took("("))
                {
                    Name("in a conversion");
                    Needed(")", "in a conversion");
                }

                return true;
            default:
                Filter(0);
                return false;
        }
    }

    void Flag()
    {
        At += 2;
        Name("as an option");
        if (Took("-")) Name("as an option");
    }

    // "| json first="a.b", second", names with or without an expression.
    void Extracted()
    {
        while (Next.Kind == QueryKind.Name && tokens[At + 1] is { Kind: QueryKind.Symbol, Text: "=" or "," or "|" } or { Kind: QueryKind.End } && !IsOperator(Next))
        {
            At++;
            if (Took("=")) Text("as the place of a field");
            if (!Took(",")) return;
        }
    }

    static bool IsOperator(QueryToken token) => token.IsWord("or") || token.IsWord("and") || token.IsWord("unless") || token.IsWord("by") || token.IsWord("without");

    void Filter(int nested)
    {
        const int DeepestFilter = 30;
        if (nested > DeepestFilter) throw new QuerySyntaxException(Next.Start, "this is nested too deeply to read");
        while (true)
        {
            if (Took("("))
            {
                Filter(nested + 1);
                Needed(")", "in a label filter");
            }
            else
            {
                Comparison();
            }

            if (Next.IsWord("and") || Next.IsWord("or") || Next.Is(",")) At++;
            else return;
        }
    }

    void Comparison()
    {
        Name("after |, where a parser, a format or a label filter is needed");
        if (Next.Kind != QueryKind.Symbol || Next.Text is not ("=" or "!=" or "=~" or "!~" or "==" or "<" or ">" or "<=" or ">="))
            throw Unexpected($"after \"{tokens[At - 1].Text}\", which is no parser and no format: a comparison is needed");
        At++;
        if (Next.IsWord("ip")) Address();
        else
        {
            if (Next.Is("-")) At++;
            if (Next.Kind is not (QueryKind.String or QueryKind.Number or QueryKind.Duration or QueryKind.Template))
                throw Unexpected("in a label filter, where a text in quotes, a number, a duration or a size is needed");
            At++;
        }
    }

    void Name(string where)
    {
        if (Next.Kind is not (QueryKind.Name or QueryKind.Template)) throw Unexpected(where);
        At++;
    }

    public void Labels()
    {
        Needed("(", "before a list of labels");
        while (!Next.Is(")"))
        {
            Name("in a list of labels");
            if (!Took(",")) break;
        }

        Needed(")", "in a list of labels");
    }

    public bool Grouping()
    {
        if (!Next.IsWord("by") && !Next.IsWord("without")) return false;
        At++;
        Labels();
        return true;
    }

    public bool Duration()
    {
        if (!Took("[")) return false;
        if (Next.Kind is not (QueryKind.Duration or QueryKind.Template)) throw Unexpected("in a range, where a duration such as 5m is needed");
        At++;
        Needed("]", "in a range");
        Offset();
        return true;
    }

    public void Offset()
    {
        if (!Next.IsWord("offset")) return;
        At++;
        if (Next.Is("-")) At++;
        if (Next.Kind is not QueryKind.Duration) throw Unexpected("after offset, where a duration is needed");
        At++;
    }
}
