namespace Firstlook.Effects.Queries;

internal enum PromQlType { Scalar, Instant, Range, String, Any }

/// <summary>An expression with its place: offsets into the text, the end exclusive.</summary>
internal abstract record PromQlNode(int Start, int End, PromQlType Type);

internal sealed record NumberNode(int Start, int End) : PromQlNode(Start, End, PromQlType.Scalar);

internal sealed record StringNode(int Start, int End, string Value) : PromQlNode(Start, End, PromQlType.String);

/// <summary>What a dashboard fills in before the query runs.</summary>
internal sealed record TemplateNode(int Start, int End) : PromQlNode(Start, End, PromQlType.Any);

/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>=~</c> or <c>!~</c>.</param>
internal sealed record LabelMatcher(string Name, string Operator, string Value);

/// <param name="Name">Null where only labels choose.</param>
internal sealed record SelectorNode(int Start, int End, PromQlType Type, string? Name, EquatableArray<LabelMatcher> Matchers, bool HasOffset = false, bool HasAt = false)
    : PromQlNode(Start, End, Type);

internal sealed record SubqueryNode(int Start, int End, PromQlNode Inner, bool HasOffset = false, bool HasAt = false) : PromQlNode(Start, End, PromQlType.Range);

internal sealed record UnaryNode(int Start, int End, PromQlNode Inner) : PromQlNode(Start, End, Inner.Type);

internal sealed record BinaryNode(PromQlNode Left, PromQlNode Right, string Operator, PromQlType Type) : PromQlNode(Left.Start, Right.End, Type);

internal sealed record GroupNode(int Start, int End, PromQlNode Inner) : PromQlNode(Start, End, Inner.Type);

internal sealed record CallNode(int Start, int End, string Function, EquatableArray<PromQlNode> Arguments, PromQlType Type) : PromQlNode(Start, End, Type);

internal sealed record AggregationNode(int Start, int End, string Operator, PromQlNode? Parameter, PromQlNode Inner, EquatableArray<string> Labels)
    : PromQlNode(Start, End, PromQlType.Instant);

/// <summary>What a query language's parser answers.</summary>
/// <param name="Problem">Null where the text is an expression.</param>
internal sealed record QueryReading<T>(T? Root, QueryProblem? Problem) where T : class;

/// <param name="At">Offset in the text.</param>
internal sealed record QueryProblem(int At, string Message);
