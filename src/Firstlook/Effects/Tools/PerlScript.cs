using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>
/// Short programs of Perl that compute over lines and print: <c>perl -lane 'print $F[8] if /x/'</c>. Code can hide in strings (<c>"@{[...]}"</c>), subscripts,
/// patterns (<c>(?{...})</c>) and what only seems to be a pattern, so each token must be one that is known here; all else is no read (perlop(1), perlvar(1)).
/// </summary>
internal static partial class PerlScript
{
    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> Known = Set(
        "print printf say if elsif else unless while until for foreach my and or not x eq ne lt gt le ge cmp keys values each exists defined sort reverse scalar split join length substr index rindex lc uc lcfirst ucfirst sprintf push pop shift unshift splice int abs sqrt next last chomp chop grep map undef BEGIN END eof STDERR STDOUT exit die warn localtime gmtime time ord chr hex oct");

    /// <summary>Words and signs behind which a slash begins a pattern, and nothing else.</summary>
    static readonly FrozenSet<string> BeforePattern = Set("if unless and or not split print grep while until ( , ; { ~ ! | & ? : =");

    /// <summary>Words that may follow a term: behind any other, the term is a handle to print to, or a function to sort by.</summary>
    static readonly FrozenSet<string> BehindTerm = Set("x eq ne lt gt le ge cmp and or if unless while until for foreach");

    /// <summary>Loops that nothing ends.</summary>
    [GeneratedRegex(@"\b(?:while|until)\b[\s(]*(?:\)|!|not\b|\d|[""'])|;\s*;")]
    private static partial Regex Endless();

    /// <summary>Variables by which a program reaches its environment, its files and its own code (perlvar(1)).</summary>
    [GeneratedRegex(@"\b(ENV|ARGV|ARGVOUT|SIG|INC|ISA|DB|main|CORE)\b|\n\s*=")]
    private static partial Regex Reaching();

    // A variable in a text: its subscripts must be plain, for any code may stand in them.
    const string Variable = @"(?>\$(?:[A-Za-z_]\w*|\d+|[&.,])(?:\[(?:-?\d+|\$\#?[A-Za-z_]\w*)\]|\{\$?\w+\})*)(?![\[{']|->|::)|(?>@[A-Za-z_]\w*(?:\[[\d,.\s]+\])?)(?![\[{']|->|::)";

    // Behind \c a backslash is a letter, and what follows it is live.
    const string Escape = @"\\[^c]";

    [GeneratedRegex(@"\G""(?>[^""\\$@]|" + Escape + "|" + Variable + @")*""", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\G'(?>[^'\\]|\\.)*'", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\G(?>\$\#?[A-Za-z_]\w*|\$\d+|\$[&.,])(?![\w']|::)")]
    private static partial Regex Scalar();

    [GeneratedRegex(@"\G[@%](?>[A-Za-z_]\w*)(?!'|::)")]
    private static partial Regex Collection();

    [GeneratedRegex(@"\G\d[\d_]*(?:\.\d+)?(?:[eE]\d+)?(?!\w)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\Gm?/(?<body>(?>[^\\/\n@$]|\\.|\$(?=[/)|]))*)/[gimsxoca]*(?!\w)")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\Gs/(?<body>(?>[^\\/\n@$]|\\.|\$(?=[/)|]))*)/(?>[^\\/\n$@]|" + Escape + "|" + Variable + @")*/[gimsxocar]*(?!\w)")]
    private static partial Regex Substitution();

    [GeneratedRegex(@"\G(?:tr|y)/(?>[^\\/\n]|\\.)*/(?>[^\\/\n]|\\.)*/[cdsr]*(?!\w)")]
    private static partial Regex Translation();

    [GeneratedRegex(@"\G(?>[A-Za-z_]\w*)(?!'|::)")]
    private static partial Regex Word();

    /// <summary>True for one replacement of letters and nothing else, with no code in it: <c>s/\.log$/.old/</c>.</summary>
    public static bool IsSubstitution(string text) => Replaced(text, 0) is { } found && found.Length == text.Length;

    /// <summary>True for a program that can do no more than print and die, whatever it reads.</summary>
    public static bool OnlyPrints(string text)
    {
        if (Reaching().IsMatch(text) || Endless().IsMatch(text) || Shell.HiddenCharacters.Any(text)) return false;
        var braces = new Stack<bool>();
        // Whether what came last ends a term, so that an operator follows; unclear behind a block.
        var (term, unclear, last, before, at) = (false, false, ";", ";", 0);
        while (at < text.Length)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
                continue;
            }
            var token = Token(text, at, term, unclear, last);
            if (token.Length == 0 || term && IsTerm(text, at, token, before)) return false;
            at += token.Length;
            var isOperand = letter is '$' or '@' or '"' or '\'' || char.IsAsciiDigit(letter) || letter == '%' && token.Length > 1 || token.Length > 1 && token.Contains('/');
            if (letter == '{') braces.Push(IsSubscript(text, at - 1, last));
            var subscript = letter == '}' && braces.TryPop(out var opened) && opened;
            if (token is not ("++" or "--")) term = isOperand || letter is ')' or ']' || subscript;
            unclear = letter == '}' && !subscript;
            (before, last) = (last, isOperand ? "$" : token);
        }
        return braces.Count == 0;
    }

    /// <summary>
    /// Whether a term may begin behind another: that one is then a handle (<c>print $x /code/</c>) or names a function (<c>sort $x @list</c>). A sign that
    /// touches only what follows it is such a beginning to Perl.
    /// </summary>
    static bool IsTerm(string text, int at, string token, string before)
    {
        var (letter, next) = (text[at], at + 1 < text.Length ? text[at + 1] : ' ');
        if (char.IsAsciiLetter(letter) || letter == '_') return !BehindTerm.Contains(token);
        if (letter == '(') return before is not ("my" or "for" or "foreach");
        if (letter is '/' or '%' or '<' or '*' or '?' or '&') return at > 0 && char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(next) && next is not ('=' or '&') && token != "**";
        return letter is '$' or '@' or '"' or '\'' || char.IsAsciiDigit(letter);
    }

    /// <summary>A brace that touches a variable, or another subscript, begins a subscript; any other a block.</summary>
    static bool IsSubscript(string text, int at, string last) => at > 0 && (last is "$" && text[at - 1] is not ('"' or '\'' or '/') || last == "]") && !char.IsWhiteSpace(text[at - 1]);

    /// <returns>Empty where the token is none of those that are known.</returns>
    static string Token(string text, int at, bool term, bool unclear, string last)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        switch (text[at])
        {
            case '"': return Quoted().Match(text, at).Value;
            case '\'': return at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) ? "" : Literal().Match(text, at).Value;
            case '$': return Scalar().Match(text, at).Value;
            case '@': return Collection().Match(text, at).Value;
            case '%': return term ? "%" : unclear ? "" : Collection().Match(text, at).Value;
            case '/': return unclear ? "" : term ? "/" : BeforePattern.Contains(last) ? Plain(Pattern().Match(text, at)) : "";
            case '<': return term && next != '<' ? "<" : "";
            case '?': return term ? "?" : "";
            case '*': return term ? next == '*' ? "**" : "*" : "";
            case '&': return next == '&' ? "&&" : "";
            case '~': return last is "=" or "!" ? "~" : "";
            case ':': return next == ':' ? "" : ":";
            case '-': return next == '-' ? "--" : next == '>' || !term && char.IsAsciiLetter(next) ? "" : "-";
            case '+': return next == '+' ? "++" : "+";
            case '=' or '!' or '>' or '.' or ',' or ';' or '(' or ')' or '[' or ']' or '{' or '}' or '|': return text[at].ToString();
        }
        if (char.IsAsciiDigit(text[at])) return Number().Match(text, at).Value;
        if (next == '/' && text[at] is 's' or 'y' || string.CompareOrdinal(text, at, "tr/", 0, 3) == 0) return term ? "" : Replaced(text, at) ?? "";
        if (next == '/' && text[at] == 'm') return term ? "" : Plain(Pattern().Match(text, at));
        return Word().Match(text, at).Value is { } word && Known.Contains(word) ? word : "";
    }

    static string? Replaced(string text, int at) => Plain(Substitution().Match(text, at)) is { Length: > 0 } found ? found : Translation().Match(text, at) is { Success: true } letters ? letters.Value : null;

    static string Plain(Match pattern) => pattern.Success && !Coded().IsMatch(pattern.Groups["body"].Value) ? pattern.Value : "";

    // (?{...}) (??{...}), and from 5.38 on (*{...}) (**{...}): perlre(1).
    [GeneratedRegex(@"\([?*]+\{")]
    private static partial Regex Coded();
}
