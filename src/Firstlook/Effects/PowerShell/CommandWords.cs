using System.Text;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// The commands of a text as a shell's, with the variables in their words: what others may have written is looked for there as it is in a shell's words
/// (<see cref="EmbeddedAnswers"/>, <see cref="ToldTexts"/>). What stands in brackets is a word of all that is in it, and its commands stand before the one around it.
/// </summary>
/// <param name="tells">Whether a command prints what others may have written.</param>
internal sealed class CommandWords(string source, Func<SimpleCommand, bool> tells)
{
    /// <summary>The name of what a command in brackets answers, where others may have written in it.</summary>
    public const string Answer = "$(";

    /// <summary>Brackets in brackets; what is deeper is unknown to the judge.</summary>
    const int Deepest = 12;

    readonly List<(SimpleCommand Command, bool Piped)> commands = [];

    int at;

    /// <summary>Each with whether a pipe leads into it.</summary>
    public List<(SimpleCommand Command, bool Piped)> Read()
    {
        while (at < source.Length) List(0, ends: false);
        return commands;
    }

    /// <summary>What a variable is set to, which a bracket of <c>foreach ($x in ...)</c> ends: its commands, and the parts of what they answer.</summary>
    public (List<(SimpleCommand Command, bool Piped)> Commands, EquatableArray<WordPart> Answer) ReadValue()
    {
        var parts = List(0, ends: true);
        return (commands, parts.ToEquatableArray());
    }

    /// <summary>Reads up to the bracket that closes it, or to the end.</summary>
    /// <returns>All parts of its words.</returns>
    List<WordPart> List(int depth, bool ends)
    {
        var all = new List<WordPart>();
        var element = new Element();
        var (told, closed, counted) = (false, false, false);
        while (at < source.Length && !closed)
        {
            var sign = source[at];
            switch (sign)
            {
                case ')' when ends: (closed, at) = (true, at + 1); break;
                case ' ' or '\t': element.EndWord(); at++; break;
                case ';' or '\r' or '\n' or '{' or '}' or '|' or '&' or ')':
                    End();
                    element.Piped = sign == '|';
                    at++;
                    break;
                case '=' when element.Assigns: element.Clear(); at++; break;
                case '\'': element.Add(new SingleQuoted(default, Plain())); break;
                case '"': element.Add(Expanding(depth)); break;
                case '@' when at + 2 < source.Length && source[at + 1] is '"' or '\'' && source[at + 2] is '\r' or '\n': element.Add(HereString(depth)); break;
                case '`': element.Add(at + 1 < source.Length ? source[at + 1] : ' '); at += 2; break;
                case '(' when depth < Deepest: at++; element.Add(Group(depth)); break;
                case '$': Dollar(element.Add, element.Add, depth); break;
                default: element.Add(sign); at++; break;
            }
        }

        End();
        if (told) all.Add(new Variable(default, Answer, "", default));
        return counted || Counts() ? [] : all;

        void End()
        {
            element.EndWord();
            if (element.Words.Count > 0)
            {
                foreach (var word in element.Words) all.AddRange(word.Parts);
                var command = new SimpleCommand(default, default, element.Words.ToEquatableArray(), default);
                commands.Add((command, element.Piped));
                told |= tells(command);
                counted = command.Words[0].Constant is { } name
                    && (name.Equals("Measure-Object", StringComparison.OrdinalIgnoreCase) || name.Equals("measure", StringComparison.OrdinalIgnoreCase));
            }

            element = new Element();
        }
    }

    DoubleQuoted Group(int depth) => new(default, List(depth + 1, ends: true).ToEquatableArray());

    /// <summary>about_Quoting_Rules: a doubled quotation mark is one.</summary>
    string Plain()
    {
        var from = ++at;
        while (at < source.Length && (source[at] != '\'' || at + 1 < source.Length && source[at + 1] == '\'')) at += source[at] == '\'' ? 2 : 1;
        var text = source[from..Math.Min(at, source.Length)];
        at++;
        return text;
    }

    DoubleQuoted Expanding(int depth)
    {
        at++;
        return Expanded(depth, () => source[at] == '"' && !(at + 1 < source.Length && source[at + 1] == '"'), closing: 1);
    }

    WordPart HereString(int depth)
    {
        var plain = source[at + 1] == '\'';
        at += 2;
        var ends = source.IndexOf(plain ? "\n'@" : "\n\"@", at, StringComparison.Ordinal);
        if (ends < 0) ends = source.Length;
        if (!plain) return Expanded(depth, () => at >= ends, closing: 3);
        var text = source[at..ends];
        at = ends + 3;
        return new SingleQuoted(default, text);
    }

    DoubleQuoted Expanded(int depth, Func<bool> ends, int closing)
    {
        var parts = new List<WordPart>();
        var text = new StringBuilder();
        while (at < source.Length && !ends())
        {
            if (source[at] == '$') Dollar(Add, sign => text.Append(sign), depth);
            else
            {
                // A doubled quotation mark is one; in a here-string each stands for itself.
                if (source[at] == '`' || source[at] == '"' && closing == 1) at++;
                if (at < source.Length) text.Append(source[at++]);
            }
        }

        at += closing;
        Flush();
        return new DoubleQuoted(default, parts.ToEquatableArray());

        void Add(WordPart part)
        {
            Flush();
            parts.Add(part);
        }

        void Flush()
        {
            if (text.Length > 0) parts.Add(new Literal(default, text.ToString()));
            text.Clear();
        }
    }

    /// <summary>$name, ${name}, $( ... ); a sign by itself.</summary>
    void Dollar(Action<WordPart> part, Action<char> literal, int depth)
    {
        at++;
        if (at < source.Length && source[at] == '(' && depth < Deepest)
        {
            at++;
            part(Group(depth));
            return;
        }

        var braced = at < source.Length && source[at] == '{';
        var from = braced ? ++at : at;
        while (at < source.Length
            && (char.IsLetterOrDigit(source[at]) || source[at] is '_' or '?' || source[at] == ':' && at + 1 < source.Length && char.IsLetter(source[at + 1])))
            at++;
        var name = source[from..at].ToLowerInvariant();
        if (braced && at < source.Length && source[at] == '}') at++;
        if (name.Length == 0) literal('$');
        else if (Counts()) literal('0');
        else part(new Variable(default, name[(name.LastIndexOf(':') + 1)..], "", default));
    }

    // $lines.Count, (irm x).StatusCode
    bool Counts() => at < source.Length && source[at] == '.' && Array.Exists(Numbers, number => source.AsSpan(at).StartsWith(number, StringComparison.OrdinalIgnoreCase));

    static readonly string[] Numbers = [".Count", ".Length", ".StatusCode"];

    /// <summary>A command while it is read.</summary>
    sealed class Element
    {
        readonly List<WordPart> parts = [];

        readonly StringBuilder text = new();

        public List<Word> Words { get; } = [];

        public bool Piped { get; set; }

        /// <summary>Whether nothing but a variable stands before.</summary>
        public bool Assigns => Words.Count == 0 && parts is [Variable] && text.Length == 0 || Words is [{ Parts: [Variable] }] && parts.Count == 0 && text.ToString() is "" or "+";

        public void Add(char sign) => text.Append(sign);

        public void Add(WordPart part)
        {
            // [int]$x is a number.
            if (text.ToString() is "[int]" or "[long]" or "[double]" or "[datetime]" or "[guid]" or "[version]") part = new Literal(default, "0");
            Flush();
            parts.Add(part);
        }

        public void EndWord()
        {
            Flush();
            if (parts.Count > 0) Words.Add(new Word(default, parts.ToEquatableArray()));
            parts.Clear();
        }

        public void Clear()
        {
            Words.Clear();
            parts.Clear();
            text.Clear();
        }

        // bash.exe, C:\msys64\usr\bin\bash.exe
        void Flush()
        {
            if (text.Length == 0) return;
            var literal = text.ToString();
            if (Words.Count == 0 && parts.Count == 0 && literal.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)) literal = literal[(literal.LastIndexOf('\\') + 1)..^4];
            parts.Add(new Literal(default, literal));
            text.Clear();
        }
    }
}
