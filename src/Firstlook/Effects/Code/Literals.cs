using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Literals that do not begin with a quote: regular expressions, Ruby's <c>%Q(...)</c> and <c>?x</c>. Where the language decides by what it knows of a name
/// whether one begins, and it would hide or show code, the text is not understood (ECMA-262, "Lexical Goal Symbols"; docs.ruby-lang.org, "Literals").
/// </summary>
internal static partial class Literals
{
    const string NotKnown = "a slash or a percent sign that may begin a literal with quotes in it";

    static readonly System.Buffers.SearchValues<char> Hiding = System.Buffers.SearchValues.Create("'\"`#\\/");

    /// <param name="before">The tokens before the sign.</param>
    /// <returns>The end of the literal that begins at a place and the code inside it; an end of -1 where none does; a problem where it is not known.</returns>
    public static (int End, string Text, bool Expands, string? Problem) At(string source, int at, List<CodeToken> before, CodeFamily family, ref bool? shadowed)
    {
        var none = (-1, "", false, (string?)null);
        if (family == CodeFamily.Python) return none;
        if (family == CodeFamily.Ruby && source[at] is '/' or '%' && Named(before, at) is { } named) return named ? none : (-1, "", false, NotKnown);
        if (source[at] == '/') return Expression(source, at, before, family, family == CodeFamily.Ruby && IsShadowed(source, before, ref shadowed));
        if (family != CodeFamily.Ruby) return none;
        // ?' is a character, and begins no string.
        if (source[at] == '?' && at + 1 < source.Length && source[at + 1] is '\'' or '"' or '`' or '#' or '/' or '%') return (-1, "", false, "'?' with a quote behind it");
        // $' and $" are variables, $: is where code is loaded from.
        if (source[at] == '$' && at + 1 < source.Length
            && source[at + 1] is '\'' or '"' or '`' or ':' or '/' or ';' or ',' or '\\' or '<' or '>' or '.' or '*' or '+' or '-')
            return (-1, "", false, "a variable of the interpreter");
        if (source[at] == '$' && Loading().Match(source, at) is { Success: true } loading && (loading.Groups["adds"].Success || !IsShown(before)))
            return (-1, "", false, "what is loaded may come from elsewhere");
        return source[at] == '%' && Percent().Match(source, at) is { Success: true } percent
            ? Delimited(source, at, percent.Length, before, IsShadowed(source, before, ref shadowed)) : none;
    }

    /// <summary>$: and $" by their names (Ruby, "Pre-defined global variables").</summary>
    [GeneratedRegex(@"\G\$(LOAD_PATH|LOADED_FEATURES)\b(?<adds>\s*<<)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Loading();

    /// <summary>Whether what stands next is printed or asked, and not kept under another name.</summary>
    static bool IsShown(List<CodeToken> before) => before.Count == 0 || before[^1] is { Kind: CodeKind.Newline } or { Text: "puts" or "p" or "pp" or "print" or "(" or ";" };

    /// <summary>Whether an operand may stand behind a token: 0 for no, 1 for yes, and what is between is the language's to know.</summary>
    static double Begins(List<CodeToken> before, CodeFamily family)
    {
        if (family == CodeFamily.JavaScript) return BeginsInJavaScript(before);
        if (before.Count == 0) return 1;
        var last = before[^1];
        return last.Kind switch
        {
            CodeKind.Newline => 1,
            CodeKind.Number or CodeKind.String => 0,
            CodeKind.Symbol => last.Text is ")" or "]" or "}" ? 0 : 1,
            _ => OfRuby.Contains(last.Text) && !(before.Count > 1 && before[^2].Is(".")) ? 1 : 0.5,
        };
    }

    /// <summary>Those of Ruby, and what prints: any other word may be a variable, by which a slash divides.</summary>
    static readonly FrozenSet<string> OfRuby =
        FrozenSet.Create(StringComparer.Ordinal, "return", "case", "in", "yield", "when", "if", "unless", "and", "or", "not", "else", "do", "then", "puts", "p", "pp",
            "print", "elsif", "while", "until", "begin", "ensure");

    /// <summary>Whether the word before a sign prints, and is the name of a value, too: <c>p = 4; p / 2</c>.</summary>
    static bool IsShadowed(string source, List<CodeToken> before, ref bool? shadowed) =>
        before.Count > 0 && before[^1].Text is "puts" or "p" or "pp" or "print" && (shadowed ??= Shadowing().IsMatch(source));

    [GeneratedRegex(@"(?<![\w.:@$])(puts|pp?|print)[ \t]*([^\w\s'""]{0,2}=(?![=~>])|[,|)])|([|(,*&]|=>|\b(for|in|def[ \t]+\w+))[ \t]*(puts|pp?|print)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shadowing();

    /// <summary>Whether a sign is the name of an operator: behind a dot, and in the symbols <c>:/</c> and <c>:%</c>; false where it may be, null where it is none.</summary>
    static bool? Named(List<CodeToken> before, int at)
    {
        if (before.Count == 0 || before[^1].End != at || before[^1].Text is not ("." or ":")) return null;
        if (before[^1].Is(".")) return before.Count > 1 && before[^2].Is(".") ? null : true;
        // "x ? 1 :/y/" is a condition, and "f a:/y/" has a name before it.
        return before.Count == 1 || before[^2].Kind is CodeKind.Symbol or CodeKind.Newline && before[^2].Text is not (")" or "]" or "}");
    }

    /// <summary>Reserved words of JavaScript behind which an operand stands (ECMA-262, "Keywords and Reserved Words").</summary>
    static readonly FrozenSet<string> Reserved =
        FrozenSet.Create(StringComparer.Ordinal, "return", "typeof", "case", "in", "else", "do", "void", "delete", "throw", "new", "instanceof", "default");

    /// <summary>Words that name a variable elsewhere, and statements that end with the line.</summary>
    static readonly FrozenSet<string> Either = FrozenSet.Create(StringComparer.Ordinal, "of", "await", "yield", "let", "break", "continue", "debugger");

    // A slash divides over the end of a line, too ("Rules of Automatic Semicolon Insertion").
    static double BeginsInJavaScript(List<CodeToken> before)
    {
        var at = before.Count - 1;
        while (at >= 0 && before[at].Kind == CodeKind.Newline) at--;
        if (at < 0) return 1;
        var (last, member) = (before[at], at > 0 && before[at - 1].Is("."));
        return last.Kind switch
        {
            CodeKind.Number or CodeKind.String => 0,
            CodeKind.Name => member ? 0 : Reserved.Contains(last.Text) ? 1 : Either.Contains(last.Text) ? 0.5 : 0,
            _ => last.Text switch
            {
                ")" => ClosesCondition(before, at),
                "]" => 0,
                "}" => 0.5,
                // n++ / 2
                "+" or "-" => at > 0 && before[at - 1].Is(last.Text) && before[at - 1].End == last.Start ? 0 : 1,
                _ => 1,
            },
        };
    }

    // "if (x) /y/.test(z)": a statement begins behind the bracket; "for await (x of y)" is a call of "await" elsewhere.
    static double ClosesCondition(List<CodeToken> before, int close)
    {
        var depth = 0;
        for (var at = close; at >= 0; at--)
        {
            if (close - at > Paths.MostInBrackets) return 0.5;
            if (before[at].Is(")")) depth++;
            else if (before[at].Is("(") && --depth == 0)
                return at == 0 || at > 1 && before[at - 2].Is(".")
                    ? 0
                    : before[at - 1].Text is "if" or "while" or "for" or "with"
                    ? 1
                    : before[at - 1].Is("await")
                    ? 0.5
                    : 0;
        }

        return 0;
    }

    static (int, string, bool, string?) Expression(string source, int at, List<CodeToken> before, CodeFamily family, bool shadowed)
    {
        var begins = shadowed ? 0.5 : Begins(before, family);
        if (begins <= 0) return (-1, "", false, null);
        var line = source.IndexOf('\n', at);
        var limit = line < 0 ? source.Length : line;
        var (end, inClass) = (at + 1, false);
        while (end < limit && (source[end] != '/' || inClass))
        {
            if (source[end] == '\\') end++;
            else if (source[end] == '[') inClass = true;
            else if (source[end] == ']') inClass = false;
            end++;
        }

        var text = source[(at + 1)..Math.Min(end, limit)];
        if (begins < 1)
            return (-1, "", false,
                end < limit && text.AsSpan().IndexOfAny(Hiding) >= 0
                    && (family == CodeFamily.JavaScript || before[^1].Kind != CodeKind.Name || at + 1 < source.Length && source[at + 1] is not (' ' or '='))
                    ? NotKnown : null);
        if (end >= limit) return (-1, "", false, "a regular expression that does not end");
        if (family == CodeFamily.Ruby && HidesCode(text)) return (-1, "", false, NotKnown);
        end++;
        while (end < source.Length && char.IsAsciiLetter(source[end])) end++;
        return (end, text, family == CodeFamily.Ruby, null);
    }

    static (int, string, bool, string?) Delimited(string source, int at, int length, List<CodeToken> before, bool shadowed)
    {
        var open = source[at + length - 1];
        var close = open switch { '(' => ')', '[' => ']', '{' => '}', '<' => '>', _ => open };
        var (end, depth) = (at + length, 1);
        for (; end < source.Length; end++)
        {
            if (source[end] == '\\') end++;
            else if (source[end] == close && --depth == 0) break;
            else if (source[end] == open && open != close) depth++;
        }

        if (end >= source.Length) return (-1, "", false, NotKnown);
        var text = source[(at + length)..end];
        // x %(y) divides where x is a variable.
        if (shadowed || Begins(before, CodeFamily.Ruby) < 1) return (-1, "", false, text.AsSpan().IndexOfAny(Hiding) >= 0 ? NotKnown : null);
        var expands = length < 3 || source[at + 1] is 'Q' or 'W' or 'I' or 'r';
        return expands && HidesCode(text) ? (-1, "", false, NotKnown) : (end + 1, text, expands, null);
    }

    static readonly System.Buffers.SearchValues<char> MoreThanPlain = System.Buffers.SearchValues.Create("{'\"`#/%\\?");

    /// <summary>Whether the braces of a literal hold more than a plain expression, so that it may end elsewhere than it seems to.</summary>
    static bool HidesCode(string text)
    {
        for (var at = text.IndexOf("#{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("#{", at + 2, StringComparison.Ordinal))
        {
            if (text.IndexOf('}', at) is var close && (close < 0 || text.AsSpan(at + 2, close - at - 2).IndexOfAny(MoreThanPlain) >= 0)) return true;
        }

        return false;
    }

    // %x runs a command, and is seen as that elsewhere.
    [GeneratedRegex(@"\G%[QqWwIisr]?[^\w\s=]", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();
}
