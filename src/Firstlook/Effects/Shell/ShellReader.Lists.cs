namespace Firstlook.Effects.Shell;

/// <summary>Lists, and-or lists, pipelines (bash(1), "Pipelines" and "Lists").</summary>
internal sealed partial class ShellReader
{
    /// <summary>One line of commands, with all the lines that its compound commands and here-documents take.</summary>
    public ShellList CompleteCommand()
    {
        var start = at;
        var items = new List<ListItem>();
        while (!AtEnd && Current != '\n')
        {
            items.Add(Item());
            SkipBlanks();
        }
        var end = items[^1].Span.End;
        if (!AtEnd) Newline();
        else if (pending.Count > 0) throw Problem("a here-document without a body");
        return new ShellList(Span.Between(start, end), items.ToEquatableArray());
    }

    /// <summary>Commands up to (not over) a character or reserved word that cannot begin one.</summary>
    ShellList CompoundList(params ReadOnlySpan<string> ends)
    {
        Deeper();
        SkipNewlines();
        var start = at;
        var items = new List<ListItem>();
        while (!AtEnd && !IsEnd(ends))
        {
            items.Add(Item());
            SkipNewlines();
        }
        if (items.Count == 0) throw Problem("a list without a command");
        depth--;
        return new ShellList(Span.Between(start, items[^1].Span.End), items.ToEquatableArray());
    }

    bool IsEnd(ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (char.IsAsciiLetter(end[0]) || end == "}" ? IsReserved(end) : Looking(end)) return true;
        }
        return false;
    }

    bool IsReserved(string word) => Looking(word) && IsMeta(Peek(word.Length));

    ListItem Item()
    {
        var command = AndOrList();
        SkipBlanks();
        var background = false;
        if (Current == ';' && Peek() != ';' && Peek() != '&') at++;
        else if (Current == '&' && Peek() != '&')
        {
            background = true;
            at++;
        }
        else if (!AtEnd && !CanEndItem()) throw Problem($"unexpected '{Current}'");
        return new ListItem(command.Span, command, background);
    }

    /// <summary>After a command without a separator only a line end or the end of what encloses it may come.</summary>
    bool CanEndItem() => Current is '\n' or ')' || Looking(";;") || Looking(";&")
        || IsReserved("}") || IsReserved("done") || IsReserved("fi") || IsReserved("esac") || IsReserved("then") || IsReserved("do") || IsReserved("else") || IsReserved("elif");

    AndOr AndOrList()
    {
        var first = Pipeline();
        SkipBlanks();
        if (!Looking("&&") && !Looking("||")) return new AndOr(first.Span, [first], []);

        var pipelines = new List<Pipeline> { first };
        var operators = new List<AndOrOperator>();
        while (Looking("&&") || Looking("||"))
        {
            operators.Add(Current == '&' ? AndOrOperator.And : AndOrOperator.Or);
            at += 2;
            SkipNewlines();
            pipelines.Add(Pipeline());
            SkipBlanks();
        }
        return new AndOr(Span.Between(first.Span.Start, pipelines[^1].Span.End), pipelines.ToEquatableArray(), operators.ToEquatableArray());
    }

    Pipeline Pipeline()
    {
        var start = at;
        bool negated = false, timed = false;
        while (true)
        {
            if (Current == '!' && IsMeta(Peek()) && Peek() != '(')
            {
                negated = !negated;
                at++;
            }
            else if (IsReserved("time"))
            {
                timed = true;
                at += 4;
                SkipBlanks();
                if (Looking("-p") && IsMeta(Peek(2))) at += 2;
            }
            else break;
            SkipBlanks();
        }

        var first = Command();
        SkipBlanks();
        if (Current != '|' || Peek() == '|')
            return new Pipeline(Span.Between(start, first.Span.End), negated, timed, [first], []);

        var commands = new List<ShellCommand> { first };
        var pipesError = new List<bool>();
        while (Current == '|' && Peek() != '|')
        {
            at++;
            var error = Current == '&';
            if (error) at++;
            pipesError.Add(error);
            SkipNewlines();
            if (Current == '!' && IsMeta(Peek())) throw Problem("'!' inside a pipeline");
            commands.Add(Command());
            SkipBlanks();
        }
        return new Pipeline(Span.Between(start, commands[^1].Span.End), negated, timed, commands.ToEquatableArray(), pipesError.ToEquatableArray());
    }
}
