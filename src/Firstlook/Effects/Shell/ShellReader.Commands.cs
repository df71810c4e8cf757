using System.Collections.Frozen;

namespace Firstlook.Effects.Shell;

/// <summary>Simple and compound commands (bash(1), "Simple Commands", "Compound Commands", "Shell Function Definitions").</summary>
internal sealed partial class ShellReader
{
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Reserved =
        FrozenSet.Create(StringComparer.Ordinal, "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac", "select", "function", "{", "}",
            "[[", "coproc").GetAlternateLookup<ReadOnlySpan<char>>();

    ShellCommand Command()
    {
        var start = at;
        if (Current == '(') return Looking("((") && ArithmeticEnds() is { } end ? ArithmeticCommand(end) : Parenthesised();
        if (ReservedWord() is not { } word) return SimpleOrFunction();
        Deeper();
        ShellCommand command = word switch
        {
            "{" => Group(),
            "if" => If(),
            "for" => For(select: false),
            "select" => For(select: true),
            "while" => While(until: false),
            "until" => While(until: true),
            "case" => Case(),
            "function" => Function(),
            "[[" => Conditional(),
            "coproc" => throw Beyond($"unexpected '{word}'"),
            _ => throw Problem($"unexpected '{word}'"),
        };
        depth--;
        return WithRedirections(command, start);
    }

    /// <summary>The reserved word at the place, or null. <c>in</c> is one only where a loop or case asks for it.</summary>
    string? ReservedWord()
    {
        if (!char.IsAsciiLetter(Current) && Current is not ('{' or '}' or '[')) return null;
        var end = at;
        while (end < limit && !IsMeta(source[end])) end++;
        if (end - at > 8) return null;
        return Reserved.TryGetValue(source.AsSpan(at, end - at), out var word) ? word : null;
    }

    void Expect(string word)
    {
        SkipNewlines();
        if (char.IsAsciiLetter(word[0]) || word == "}" ? !IsReserved(word) : !Looking(word))
            throw Problem(AtEnd ? $"'{word}' is missing" : $"'{word}' expected");
        at += word.Length;
    }

    ShellCommand WithRedirections(ShellCommand command, int start)
    {
        var redirections = Redirections();
        var end = redirections.Count > 0 ? redirections[^1].Span.End : at;
        var span = Span.Between(start, end);
        if (redirections.Count == 0 && command.Span == span) return command;
        return command with { Span = span, Redirections = redirections.ToEquatableArray() };
    }

    List<Redirection> Redirections()
    {
        var redirections = new List<Redirection>();
        while (true)
        {
            var before = at;
            SkipBlanks();
            if (TryRedirection() is { } redirection) redirections.Add(redirection);
            else
            {
                at = before;
                return redirections;
            }
        }
    }

    ShellCommand Parenthesised()
    {
        var start = at++;
        Deeper();
        var body = CompoundList(")");
        Expect(")");
        depth--;
        return WithRedirections(new Subshell(Span.Between(start, at), body, []), start);
    }

    BraceGroup Group()
    {
        var start = at++;
        var body = CompoundList("}");
        Expect("}");
        return new BraceGroup(Span.Between(start, at), body, []);
    }

    IfCommand If()
    {
        var start = at;
        at += 2;
        var branches = new List<IfBranch>();
        ShellList? otherwise = null;
        while (true)
        {
            var condition = CompoundList("then");
            Expect("then");
            branches.Add(new IfBranch(condition, CompoundList("elif", "else", "fi")));
            if (IsReserved("elif"))
            {
                at += 4;
                continue;
            }
            if (IsReserved("else"))
            {
                at += 4;
                otherwise = CompoundList("fi");
            }
            Expect("fi");
            return new IfCommand(Span.Between(start, at), branches.ToEquatableArray(), otherwise, []);
        }
    }

    WhileLoop While(bool until)
    {
        var start = at;
        at += 5;
        var condition = CompoundList("do");
        var body = DoGroup();
        return new WhileLoop(Span.Between(start, at), until, condition, body, []);
    }

    ShellList DoGroup()
    {
        Expect("do");
        var body = CompoundList("done");
        Expect("done");
        return body;
    }

    ShellCommand For(bool select)
    {
        var start = at;
        at += select ? 6 : 3;
        SkipBlanks();
        if (!select && Looking("((")) return ArithmeticLoop(start);
        var name = NameHere() ?? throw Problem("a name expected after 'for'");
        EquatableArray<Word>? words = null;
        SkipNewlines();
        if (IsReserved("in"))
        {
            at += 2;
            words = WordsToLineEnd();
        }
        SkipBlanks();
        if (Current == ';') at++;
        var body = DoGroup();
        return new ForLoop(Span.Between(start, at), name, words, body, select, []);
    }

    ArithmeticFor ArithmeticLoop(int start)
    {
        var end = ArithmeticEnds() ?? throw Problem("'))' is missing");
        var header = ArithmeticBody(end, at);
        SkipBlanks();
        if (Current == ';') at++;
        var body = DoGroup();
        return new ArithmeticFor(Span.Between(start, at), header, body, []);
    }

    EquatableArray<Word> WordsToLineEnd()
    {
        var words = new List<Word>();
        while (true)
        {
            SkipBlanks();
            if (AtEnd || Current is ';' or '\n') return words.ToEquatableArray();
            words.Add(Word());
        }
    }

    string? NameHere()
    {
        var end = at;
        while (end < limit && IsNamePart(source[end])) end++;
        if (end == at || !IsNameStart(Current)) return null;
        var name = source[at..end];
        at = end;
        return name;
    }

    CaseCommand Case()
    {
        var start = at;
        at += 4;
        SkipBlanks();
        var subject = Word();
        Expect("in");
        SkipNewlines();
        var items = new List<CaseItem>();
        while (!IsReserved("esac"))
        {
            if (AtEnd) throw Problem("'esac' is missing");
            items.Add(CaseItem());
            SkipNewlines();
        }
        at += 4;
        return new CaseCommand(Span.Between(start, at), subject, items.ToEquatableArray(), []);
    }

    CaseItem CaseItem()
    {
        if (Current == '(') at++;
        var patterns = new List<Word>();
        while (true)
        {
            SkipBlanks();
            patterns.Add(Word());
            SkipBlanks();
            if (Current != '|') break;
            at++;
        }
        Expect(")");
        SkipNewlines();
        var empty = new ShellList(new Span(at, 0), []);
        var body = Looking(";;") || Looking(";&") || IsReserved("esac") ? empty : CompoundList(";;&", ";;", ";&", "esac");
        var ending = Looking(";;&") ? ";;&" : Looking(";;") ? ";;" : Looking(";&") ? ";&" : "";
        at += ending.Length;
        return new CaseItem(patterns.ToEquatableArray(), body, ending);
    }

    FunctionDefinition Function()
    {
        var start = at;
        at += 8;
        SkipBlanks();
        var name = Word().Constant ?? throw Problem("a function without a plain name");
        SkipBlanks();
        if (Current == '(')
        {
            at++;
            Expect(")");
        }
        return FunctionBody(start, name);
    }

    FunctionDefinition FunctionBody(int start, string name)
    {
        SkipNewlines();
        Deeper();
        var body = Command();
        depth--;
        if (body is SimpleCommand or FunctionDefinition) throw Problem("a function's body is a compound command");
        return new FunctionDefinition(Span.Between(start, at), name, body, []);
    }

    ShellCommand SimpleOrFunction()
    {
        var start = at;
        var end = at;
        var assignments = new List<Assignment>();
        var words = new List<Word>();
        var redirections = new List<Redirection>();
        while (true)
        {
            SkipBlanks();
            if (AtEnd) break;
            if (TryRedirection() is { } redirection) redirections.Add(redirection);
            else if (Current == '(' && words.Count == 1 && assignments.Count == 0 && redirections.Count == 0 && words[0].IsBare)
            {
                at++;
                Expect(")");
                return FunctionBody(start, words[0].Constant!);
            }
            else if (IsMeta(Current) && !StartsWordAnyway()) break;
            else if (words.Count == 0 && TryAssignment() is { } assignment) assignments.Add(assignment);
            else words.Add(words.Count > 0 && IsDeclaration(words[0]) ? DeclarationWord() : Word());
            end = at;
        }
        if (words.Count == 0 && assignments.Count == 0 && redirections.Count == 0)
            throw Problem(AtEnd ? "a command is missing" : $"unexpected '{Current}'");
        return new SimpleCommand(Span.Between(start, end), assignments.ToEquatableArray(), words.ToEquatableArray(), redirections.ToEquatableArray());
    }

    /// <summary>Builtins whose operands are assignments; there <c>x=(a b)</c> is an array (bash(1), "PARAMETERS").</summary>
    static bool IsDeclaration(Word word) =>
        word.IsBare && word.Constant is "declare" or "typeset" or "local" or "export" or "readonly";

    Word DeclarationWord()
    {
        var start = at;
        if (TryAssignment() is { Elements: not null }) throw Problem("an array in a declaration");
        at = start;
        return Word();
    }

    ConditionalExpression Conditional()
    {
        var start = at;
        at += 2;
        var words = new List<Word>();
        var open = 0;
        while (true)
        {
            SkipNewlines();
            if (AtEnd) throw Problem("']]' is missing");
            if (IsReserved("]]") || (Looking("]]") && Peek(2) is ')' or '\0')) break;
            var from = at;
            if (Looking("&&") || Looking("||")) at += 2;
            else if (Current is '(' or ')' or '<' or '>')
            {
                if (Current == '(') open++;
                if (Current == ')' && --open < 0) throw Problem("unexpected ')'");
                at++;
            }
            else
            {
                words.Add(words.Count > 0 && words[^1].IsBare && words[^1].Constant == "=~" ? Regex() : Word());
                continue;
            }
            var span = Span.Between(from, at);
            words.Add(new Word(span, [new Literal(span, span.In(source))]));
        }
        if (words.Count == 0 || open != 0) throw Problem("an empty or unbalanced condition");
        at += 2;
        return new ConditionalExpression(Span.Between(start, at), words.ToEquatableArray(), []);
    }
}
