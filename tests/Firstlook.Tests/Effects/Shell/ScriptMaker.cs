using System.Text;

namespace Firstlook.Tests.Effects.Shell;

/// <summary>Makes shell text from a seed: mostly grammatical, at times broken by a stray or missing token.</summary>
sealed class ScriptMaker(int seed)
{
    readonly Random random = new(seed);

    static readonly string[] Plain = ["ls", "echo", "a", "b1", "x=1", "-n", "--all", "/tmp/a.b", "k=v", "#no", "a#b", "%", "1", "22", "if", "done", "in", "{", "}", "!", "[", "]", "time", "then", "a,b", "=", "+", "case"];

    string One(params string[] choices) => choices[random.Next(choices.Length)];

    public string Script(int depth = 2)
    {
        var text = List(depth);
        return random.Next(8) switch
        {
            0 => Broken(text),
            _ => text,
        };
    }

    string Broken(string text)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(2) == 0 || at == text.Length
            ? text.Insert(at, One(";", "&&", "|", "(", ")", "'", "\"", "`", "fi", " done ", "}", "{", "<", ">", "\n", "\\"))
            : text.Remove(at, 1);
    }

    string List(int depth)
    {
        var text = new StringBuilder(AndOr(depth));
        for (var i = random.Next(3); i > 0; i--) text.Append(One("; ", "\n", " & ", " # note\n")).Append(AndOr(depth));
        return text.ToString();
    }

    string AndOr(int depth)
    {
        var text = new StringBuilder(Pipeline(depth));
        for (var i = random.Next(4) == 0 ? 1 : 0; i > 0; i--) text.Append(One(" && ", " || ", "&&", "||\n")).Append(Pipeline(depth));
        return text.ToString();
    }

    string Pipeline(int depth)
    {
        var text = new StringBuilder(One("", "", "", "", "! ", "time ") + Command(depth));
        for (var i = random.Next(4) == 0 ? 1 : 0; i > 0; i--) text.Append(One(" | ", "|", " |& ")).Append(Command(depth));
        return text.ToString();
    }

    string Command(int depth) => depth <= 0 ? Simple(0) : random.Next(14) switch
    {
        0 => $"( {List(depth - 1)} )",
        1 => $"{{ {List(depth - 1)}; }}",
        2 => $"if {List(depth - 1)}; then {List(depth - 1)}; fi",
        3 => $"for i in {Word(depth - 1)} {Word(depth - 1)}; do {List(depth - 1)}; done",
        4 => $"while {List(depth - 1)}\ndo {List(depth - 1)}\ndone",
        5 => $"case {Word(depth - 1)} in a|b) {List(depth - 1)};; *) ;; esac",
        6 => $"f{random.Next(3)}() {{ {List(depth - 1)}; }}",
        7 => $"[[ {One("-n", "-f", "!")} {Operand()} {One("&&", "||")} {Operand()} == {Operand()} ]]",
        8 => $"if {List(depth - 1)}; then {List(depth - 1)}; elif {List(depth - 1)}; then {List(depth - 1)}; else {List(depth - 1)}; fi",
        9 => $"(( i {One("<", "+=", "==")} {random.Next(9)} ))",
        _ => Simple(depth),
    };

    string Operand() => One("a", "\"$x\"", "$y", "'b c'", "${z:-1}", "x*", "\\(");

    string Simple(int depth)
    {
        var text = new StringBuilder(One("", "", "", "A=b ", "A=$x B='c' ", "arr=(1 2 'x y') ") + One("ls", "echo", "cat", "./run", "$x", "g"));
        for (var i = random.Next(4); i > 0; i--) text.Append(' ').Append(Word(depth - 1));
        if (random.Next(5) == 0) text.Append(' ').Append(One("> out", "2>&1", "< in", ">>log", "2>/dev/null", "<<< word", "&> all", ">| x", "3<&-", ">&2"));
        return text.ToString();
    }

    public string Word(int depth)
    {
        var text = new StringBuilder(Piece(depth));
        for (var i = random.Next(3) == 0 ? 1 : 0; i > 0; i--) text.Append(Piece(depth));
        return text.ToString();
    }

    string Piece(int depth) => random.Next(depth > 0 ? 16 : 10) switch
    {
        0 or 1 or 2 or 3 => One(Plain),
        4 => "'" + One("", "a b", "$x", "\"", "\\", "# (", "`") + "'",
        5 => "\"" + One("", "a b", "it's", "\\\"", "\\\\", "$x ${y}", "# (", "\\$z") + "\"",
        6 => One("$x", "${x}", "${x:-d}", "${#x}", "${x%%.*}", "${x/a/b}", "$1", "$@", "$?"),
        7 => One("\\ ", "\\;", "\\'", "\\\"", "\\\\", "\\a", "\\$"),
        8 => One("*", "?.log", "[ab]*", "{a,b}", "{1..3}", "~/x"),
        9 => One("$'a\\tb'", "$'it\\'s'", "\"$x\"", "$"),
        10 or 11 => $"$({List(depth - 1)})",
        12 => $"\"$({List(depth - 1)})\"",
        13 => $"$(( {random.Next(9)} + {random.Next(9)} ))",
        14 => $"<({List(depth - 1)})",
        _ => $"${{x:-{Word(0).Replace("}", "")}}}",
    };

    /// <summary>Words without anything to expand, in every kind of quote.</summary>
    public string PlainWords()
    {
        var text = new StringBuilder("w");
        for (var i = 1 + random.Next(5); i > 0; i--)
        {
            text.Append(' ', 1 + random.Next(2));
            for (var j = 1 + random.Next(3); j > 0; j--) text.Append(PlainPiece());
        }
        return text.ToString();
    }

    string PlainPiece() => random.Next(8) switch
    {
        0 => One("abc", "-x", "--y=z", "a/b", "1.2", "a:b", "@", "%", "ü", "}", "=", "+", "^", "x{y", "{", "!", "日本"),
        1 => "'" + One("", " ", "a b", "$x", "\"q\"", "\\n", "`c`", "\n") + "'",
        2 => "\"" + One("", " ", "a  b", "it's", "\\\"", "\\\\", "\\$x", "\\`", "\\n", "\\ ", "a\\\nb") + "\"",
        3 => One("\\ ", "\\;", "\\'", "\\\"", "\\\\", "\\a", "\\$", "\\*", "\\|", "\\<", "\\#"),
        4 => "$'" + One("a\\tb", "\\x41", "\\101", "it\\'s", "\\\\", "\\u00e9", "\\q", "\\n", "\\\"") + "'",
        5 => One("a\\\nb", "plain"),
        _ => One("foo", "bar", "2", "x"),
    };
}
