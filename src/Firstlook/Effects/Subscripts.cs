using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Text that arithmetic would run: <c>((x))</c> evaluates the value of x, and runs what is substituted in a subscript there: <c>a[$(reboot)]</c> (bash(1), "ARITHMETIC
/// EVALUATION"). A value may come into x by many ways, and in pieces, so what counts is whether such a text stands anywhere among what a source hands on as data.
/// </summary>
internal static partial class Subscripts
{
    /// <summary>Whether a source spells out, as data, what arithmetic would run.</summary>
    /// <param name="text">What <paramref name="list"/> was read from.</param>
    public static bool Stand(ShellList list, string text)
    {
        // A substitution begins with one of these signs, spelt out or as an escape, and what is set stands beside "=", "++" or "--".
        if (!text.AsSpan().ContainsAny(Signs) && !text.Contains("++", StringComparison.Ordinal) && !text.Contains("--", StringComparison.Ordinal)) return false;
        var found = false;
        var functions = Functions(list, text);
        ShellTree.Visit(
            list,
            command => found = found || command switch
            {
                SimpleCommand simple =>
                    Among(simple, functions)
                        || Fed(simple,
                            simple.Words is [{ Constant: { } name }, ..] && !SentAway.IsPrinter(name)
                                && name is not ("read" or "mapfile" or "readarray" or "tr" or "tee")),
                ForLoop loop => loop.Words is { } words && words.Any(IsData) || Fed(loop, program: false),
                CaseCommand choice => IsData(choice.Subject) || Fed(choice, program: false),
                _ => Fed(command, program: false),
            },
            part => found = found
                || part is Variable { Operation: var operation } && operation.AsSpan().IndexOfAny('\'', '\\') >= 0 && operation.AsSpan().IndexOfAny('$', '`') >= 0);
        return found;
    }

    static readonly SearchValues<char> Signs = SearchValues.Create("$`\\=");

    /// <summary>Names of the functions that a source defines, each by <c>name()</c> or by the word <c>function</c>.</summary>
    static HashSet<string> Functions(ShellList list, string text)
    {
        if (!text.Contains('(') && !text.Contains("function", StringComparison.Ordinal)) return None;
        var functions = new HashSet<string>(StringComparer.Ordinal);
        ShellTree.Visit(list, command => { if (command is FunctionDefinition function) functions.Add(function.Name); });
        return functions;
    }

    static readonly HashSet<string> None = [];

    static bool Among(SimpleCommand command, HashSet<string> functions)
    {
        foreach (var assignment in command.Assignments)
        {
            if (assignment.Value is { } value && IsData(value) || assignment.Elements is { } elements && elements.Any(IsData)) return true;
        }

        // Words are data to what prints or keeps them, and to a shell behind the text that it runs; to any other program they may be its own code.
        var data = command.Words is [{ Constant: { } name }, ..]
            && (functions.Contains(name)
                || name is "echo" or "printf" or "set" or "read" or "mapfile" or "readarray" or "export" or "declare" or "typeset" or "local" or "readonly");
        var (shell, texts) = (false, 0);
        foreach (var word in command.Words)
        {
            var text = word.Constant ?? Text(word.Parts);
            if (data || texts > 1 || text.Contains('=') && Assigned().IsMatch(text) ? IsData(word) : text.Contains('[') && Runs().IsMatch(text)) return true;
            if (shell && word.Constant is not ['-', ..]) texts++;
            shell |= word.Constant is { } program && program[(program.LastIndexOf('/') + 1)..] is "bash" or "sh" or "dash" or "zsh" or "ksh" or "ash";
            if (shell && texts == 1) texts = 2;
        }

        return false;
    }

    /// <param name="program">True where what is fed may be the program's own code, as statements are to a client.</param>
    static bool Fed(ShellCommand command, bool program)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection.Operator == RedirectionOperator.HereString && IsData(redirection.Target)) return true;
            if (redirection.Document is { } document && (program ? Runs().IsMatch(Text(document.Parts)) : IsData(document))) return true;
        }

        return false;
    }

    static bool IsData(Word word) => IsData(word.Parts);

    /// <summary>Whether characters that begin a substitution stand in a word and are none there, or an assignment to what chooses the programs that run.</summary>
    static bool IsData(EquatableArray<WordPart> parts)
    {
        foreach (var part in parts)
        {
            if (part is DoubleQuoted quoted
                ? IsData(quoted.Parts)
                : Plain(part) is { } text
                    && (text.AsSpan().IndexOfAny('$', '`') >= 0 || text.Contains('\\') && Escaped().IsMatch(text)
                        || ArithmeticNames.Set(text).Any(name => DangerousNames.Reason(name) is not null)))
                return true;
        }

        return false;
    }

    static string? Plain(WordPart part) =>
        part switch { Literal literal => literal.Text, SingleQuoted single => single.Text, Glob glob => glob.Pattern, BraceExpansion brace => brace.Text, _ => null };

    static string Text(EquatableArray<WordPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part is DoubleQuoted quoted ? Text(quoted.Parts) : Plain(part) ?? Argument.Hole.ToString());
        return text.ToString();
    }

    // x=a[..], behind env and its kin
    [GeneratedRegex(@"^[A-Za-z_]\w*=", RegexOptions.CultureInvariant)]
    private static partial Regex Assigned();

    // a[$(..)], a[`..`], and "a[$" "(..)]" of awk
    [GeneratedRegex(@"\[[^\[\]]*?(\$[""'\s]*\(|`)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    // What echo -e and printf make '$' and '`' of.
    [GeneratedRegex(@"\\(x(24|60)|0?(044|44|140)|[uU]0*(24|60))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
