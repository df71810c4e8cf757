namespace Firstlook.Effects.Shell;

/// <summary>A stretch of the source, in UTF-16 code units; the end is exclusive.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public static Span Between(int start, int end) => new(start, end - start);

    public string In(string source) => source.Substring(Start, Length);
}

/// <summary>What <see cref="ShellParser.Parse"/> understood of a text, and every place where it did not.</summary>
/// <param name="List">Always whole: a line that was not understood stands in it as an <see cref="Unreadable"/> command.</param>
public sealed record ShellReading(ShellList List, EquatableArray<ShellProblem> Problems);

/// <param name="At">Offset in the source where the grammar was left.</param>
/// <param name="IsBeyond">True where a shell may well read it, and the reader here leaves it out on purpose or cannot tell.</param>
public sealed record ShellProblem(int At, string Message, bool IsBeyond = false);

/// <summary>Commands one after the other, as <c>;</c>, <c>&amp;</c> and line ends separate them.</summary>
public sealed record ShellList(Span Span, EquatableArray<ListItem> Items);

/// <param name="Background">True where <c>&amp;</c> ends it.</param>
public sealed record ListItem(Span Span, AndOr Command, bool Background);

/// <summary>Pipelines joined by <c>&amp;&amp;</c> and <c>||</c>, which bind equally and from the left.</summary>
/// <param name="Operators">One fewer than <paramref name="Pipelines"/>: the operator before each pipeline but the first.</param>
public sealed record AndOr(Span Span, EquatableArray<Pipeline> Pipelines, EquatableArray<AndOrOperator> Operators);

public enum AndOrOperator { And, Or }

/// <param name="Negated">A leading <c>!</c>.</param>
/// <param name="Timed">A leading <c>time</c>, which reports to standard error.</param>
/// <param name="Commands">At least one, but for a bare <c>time</c> or <c>!</c>, which the parser refuses.</param>
/// <param name="PipesError">One fewer than the commands: true where the pipe is <c>|&amp;</c> and carries standard error too.</param>
public sealed record Pipeline(Span Span, bool Negated, bool Timed, EquatableArray<ShellCommand> Commands, EquatableArray<bool> PipesError);

/// <summary>One command of a pipeline. Redirections apply from left to right.</summary>
public abstract record ShellCommand(Span Span, EquatableArray<Redirection> Redirections);

/// <summary>A program or builtin by name, or assignments alone where <paramref name="Words"/> is empty.</summary>
public sealed record SimpleCommand(Span Span, EquatableArray<Assignment> Assignments, EquatableArray<Word> Words, EquatableArray<Redirection> Redirections)
    : ShellCommand(Span, Redirections);

/// <summary><c>( list )</c></summary>
public sealed record Subshell(Span Span, ShellList Body, EquatableArray<Redirection> Redirections) : ShellCommand(Span, Redirections);

/// <summary><c>{ list; }</c></summary>
public sealed record BraceGroup(Span Span, ShellList Body, EquatableArray<Redirection> Redirections) : ShellCommand(Span, Redirections);

/// <summary><c>for x in words; do list; done</c>, and <c>select</c>, which asks a person.</summary>
/// <param name="Words">Null where <c>in</c> is absent: the loop goes over the positional parameters.</param>
public sealed record ForLoop(Span Span, string Variable, EquatableArray<Word>? Words, ShellList Body, bool Select, EquatableArray<Redirection> Redirections)
    : ShellCommand(Span, Redirections);

/// <summary><c>for ((a; b; c)); do list; done</c></summary>
public sealed record ArithmeticFor(Span Span, Arithmetic Header, ShellList Body, EquatableArray<Redirection> Redirections) : ShellCommand(Span, Redirections);

/// <param name="Until">True for <c>until</c>: the loop goes on while the condition fails.</param>
public sealed record WhileLoop(Span Span, bool Until, ShellList Condition, ShellList Body, EquatableArray<Redirection> Redirections)
    : ShellCommand(Span, Redirections);

public sealed record IfCommand(Span Span, EquatableArray<IfBranch> Branches, ShellList? Else, EquatableArray<Redirection> Redirections)
    : ShellCommand(Span, Redirections);

public sealed record IfBranch(ShellList Condition, ShellList Body);

public sealed record CaseCommand(Span Span, Word Subject, EquatableArray<CaseItem> Items, EquatableArray<Redirection> Redirections)
    : ShellCommand(Span, Redirections);

/// <param name="Ending"><c>;;</c>, <c>;&amp;</c>, <c>;;&amp;</c>, or empty for the last one.</param>
public sealed record CaseItem(EquatableArray<Word> Patterns, ShellList Body, string Ending);

public sealed record FunctionDefinition(Span Span, string Name, ShellCommand Body, EquatableArray<Redirection> Redirections)
    : ShellCommand(Span, Redirections);

/// <summary><c>[[ expression ]]</c>, its words and operators in a row, operators as words of one literal.</summary>
public sealed record ConditionalExpression(Span Span, EquatableArray<Word> Words, EquatableArray<Redirection> Redirections)
    : ShellCommand(Span, Redirections);

/// <summary><c>(( expression ))</c></summary>
public sealed record ArithmeticCommand(Span Span, Arithmetic Expression, EquatableArray<Redirection> Redirections) : ShellCommand(Span, Redirections);

/// <summary>Text that is not in the known grammar. What it does is unknown, and no interpreter may run it.</summary>
public sealed record Unreadable(Span Span, string Problem) : ShellCommand(Span, []);

/// <summary><c>NAME=value</c>, <c>NAME+=value</c>, <c>NAME[subscript]=value</c> or <c>NAME=(values)</c>.</summary>
/// <param name="Subscript">Null where there is none; its source text otherwise.</param>
/// <param name="Value">Null for an array.</param>
/// <param name="Elements">Null for a plain value.</param>
public sealed record Assignment(Span Span, string Name, string? Subscript, bool Append, Word? Value, EquatableArray<Word>? Elements);

public enum RedirectionOperator
{
    /// <summary><c>&lt;</c></summary>
    Input,

    /// <summary><c>&gt;</c></summary>
    Output,

    /// <summary><c>&gt;&gt;</c></summary>
    Append,

    /// <summary><c>&gt;|</c></summary>
    Clobber,

    /// <summary><c>&lt;&gt;</c></summary>
    ReadWrite,

    /// <summary><c>&lt;&amp;</c></summary>
    DuplicateInput,

    /// <summary><c>&gt;&amp;</c>: a descriptor, or <c>-</c>, or (both streams) a file.</summary>
    DuplicateOutput,

    /// <summary><c>&amp;&gt;</c></summary>
    OutputBoth,

    /// <summary><c>&amp;&gt;&gt;</c></summary>
    AppendBoth,

    /// <summary><c>&lt;&lt;</c> and <c>&lt;&lt;-</c></summary>
    HereDocument,

    /// <summary><c>&lt;&lt;&lt;</c></summary>
    HereString,
}

/// <param name="Descriptor">The number before the operator; null for the operator's own (0 for inputs, 1 for outputs).</param>
/// <param name="DescriptorVariable">The name in <c>{name}&gt;file</c>; null nearly always.</param>
/// <param name="Target">The file, descriptor, string, or (for a here-document) the delimiter.</param>
public sealed record Redirection(Span Span, int? Descriptor, string? DescriptorVariable, RedirectionOperator Operator, Word Target)
{
    /// <summary>The here-document's body; null for the other operators.</summary>
    public Word? Document { get; internal set; }
}
