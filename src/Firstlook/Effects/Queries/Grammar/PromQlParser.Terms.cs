using System.Text.RegularExpressions;

namespace Firstlook.Effects.Queries;

/// <summary>Selectors, calls, aggregations and what joins two vectors.</summary>
internal sealed partial class PromQlParser
{
    /// <summary>Aggregation operators, with the type of the parameter that some need first.</summary>
    static readonly Dictionary<string, PromQlType?> Aggregations = new(StringComparer.Ordinal)
    {
        ["sum"] = null, ["min"] = null, ["max"] = null, ["avg"] = null, ["group"] = null, ["stddev"] = null, ["stdvar"] = null, ["count"] = null,
        ["count_values"] = PromQlType.String, ["bottomk"] = PromQlType.Scalar, ["topk"] = PromQlType.Scalar, ["quantile"] = PromQlType.Scalar,
            ["limitk"] = PromQlType.Scalar, ["limit_ratio"] = PromQlType.Scalar,
    };

    SelectorNode Selector(string? name, int start)
    {
        List<LabelMatcher> matchers = Next.Is("{") ? Matchers() : [];
        var end = tokens[at - 1].End;
        if (name is not null && matchers.Exists(m => m.Name == "__name__")) throw new QuerySyntaxException(start, "the metric is named twice: before the braces and in them");
        if (name is null && matchers.TrueForAll(MatchesNothing))
            throw new QuerySyntaxException(start, "this selects every series there is: at least one label must not match the empty text");
        return new(start, end, PromQlType.Instant, name, matchers.ToEquatableArray());
    }

    List<LabelMatcher> Matchers()
    {
        Needed("{", "before labels");
        var matchers = new List<LabelMatcher>();
        while (!Next.Is("}"))
        {
            if (Next.Kind is not (QueryKind.Name or QueryKind.String or QueryKind.Template)) throw Unexpected("where a label's name is needed");
            var label = Take();
            if (label.Kind == QueryKind.Name && label.Text.Contains(':')) throw new QuerySyntaxException(label.Start, $"\"{label.Text}\" is no label's name");
            // {"metric.with.dots", job="x"}, since Prometheus 3.
            if (label.Kind == QueryKind.String && (Next.Is(",") || Next.Is("}"))) matchers.Add(new("__name__", "=", label.Text));
            else matchers.Add(Matcher(label));
            if (!Took(",")) break;
        }

        Needed("}", "after a label");
        return matchers;
    }

    LabelMatcher Matcher(QueryToken label)
    {
        if (Next.Kind != QueryKind.Symbol || Next.Text is not ("=" or "!=" or "=~" or "!~")) throw Unexpected($"after the label {label.Text}, where =, !=, =~ or !~ is needed");
        var sign = Take().Text;
        if (Next.Kind == QueryKind.Template) return new(label.Text, sign, "$" + Take().Text);
        if (Next.Kind != QueryKind.String) throw Unexpected("where a label's value in quotes is needed");
        var value = Take();
        if (sign is "=~" or "!~" && LabelPattern.Problem(value.Text) is { } problem) throw new QuerySyntaxException(value.Start, problem);
        return new(label.Text, sign, value.Text);
    }

    static bool MatchesNothing(LabelMatcher matcher) => matcher.Operator switch
    {
        "=" => matcher.Value.Length == 0,
        "!=" => matcher.Value.Length > 0,
        "=~" => LabelPattern.MatchesEmpty(matcher.Value),
        _ => !LabelPattern.MatchesEmpty(matcher.Value),
    };

    CallNode Call(QueryToken name)
    {
        if (PromQlFunctions.Find(name.Text) is not { } function)
            throw new QuerySyntaxException(name.Start,
                $"there is no function \"{name.Text}\"{(PromQlFunctions.Near(name.Text.ToLowerInvariant()) is { } near ? $"; perhaps \"{near}\" is meant" : "")}");
        var arguments = Arguments();
        if (arguments.Count < function.Least || arguments.Count > function.Most)
            throw new QuerySyntaxException(name.Start, $"{name.Text}() takes {Count(function)}, and has {arguments.Count}");
        for (var i = 0; i < arguments.Count; i++) Expect(arguments[i], function.Parameters[Math.Min(i, function.Parameters.Length - 1)], $"{name.Text}()");
        return new(name.Start, tokens[at - 1].End, name.Text, arguments.ToEquatableArray(), function.Returns);
    }

    static string Count(PromQlFunction function) => function switch
    {
        { Most: int.MaxValue } => $"at least {function.Least} arguments",
        _ when function.Least == function.Most => function.Least == 1 ? "one argument" : $"{function.Least} arguments",
        _ => $"{function.Least} or {function.Most} arguments",
    };

    List<PromQlNode> Arguments()
    {
        Needed("(", "before arguments");
        var arguments = new List<PromQlNode>();
        if (Took(")")) return arguments;
        do
        {
            if (arguments.Count > 0 && Next.Is(")")) throw new QuerySyntaxException(Next.Start, "a comma stands behind the last argument");
            arguments.Add(Expression(0));
        }
        while (Took(","));
        Needed(")", "after an argument");
        return arguments;
    }

    AggregationNode Aggregation(QueryToken name, string word, PromQlType? parameter)
    {
        EquatableArray<string> labels = Grouping() ?? [];
        var grouped = tokens[at - 1].Is(")");
        var arguments = Arguments();
        if (!grouped && Grouping() is { } after) labels = after;
        var needed = parameter is null ? 1 : 2;
        if (arguments.Count != needed) throw new QuerySyntaxException(name.Start, $"{word} takes {(needed == 1 ? "one argument" : "two arguments")}, and has {arguments.Count}");
        if (parameter is { } type) Expect(arguments[0], type, word);
        Expect(arguments[^1], PromQlType.Instant, word);
        return new(name.Start, tokens[at - 1].End, word, parameter is null ? null : arguments[0], arguments[^1], labels);
    }

    EquatableArray<string>? Grouping()
    {
        if (!Next.IsWord("by") && !Next.IsWord("without")) return null;
        at++;
        return Labels();
    }

    EquatableArray<string> Labels()
    {
        Needed("(", "before a list of labels");
        var labels = new List<string>();
        while (!Next.Is(")"))
        {
            if (Next.Kind is not (QueryKind.Name or QueryKind.String or QueryKind.Template) || (Next.Kind == QueryKind.Name && Next.Text.Contains(':')))
                throw Unexpected("where a label's name is needed");
            labels.Add(Take().Text);
            if (!Took(",")) break;
        }

        Needed(")", "in a list of labels");
        return labels.ToEquatableArray();
    }

    sealed record Match(bool Bool, bool On, EquatableArray<string>? Labels, bool Grouped, EquatableArray<string> Included);

    Match Matching()
    {
        var isBool = Next.IsWord("bool");
        if (isBool) at++;
        if (!Next.IsWord("on") && !Next.IsWord("ignoring")) return new(isBool, false, null, false, []);
        var on = Take().IsWord("on");
        var labels = Labels();
        if (!Next.IsWord("group_left") && !Next.IsWord("group_right")) return new(isBool, on, labels, false, []);
        at++;
        return new(isBool, on, labels, true, Next.Is("(") ? Labels() : []);
    }

    static BinaryNode Typed(PromQlNode left, PromQlNode right, QueryToken sign, Match match)
    {
        var word = sign.Text.ToLowerInvariant();
        var compares = word is "==" or "!=" or "<" or ">" or "<=" or ">=";
        var isSet = word is "and" or "or" or "unless";
        foreach (var side in new[] { left, right })
        {
            if (side.Type is PromQlType.String or PromQlType.Range)
                throw new QuerySyntaxException(side.Start,
                    $"{Words(side.Type)} stands beside \"{word}\": only numbers and instant vectors can be computed with{(side.Type == PromQlType.Range ? "; rate() and its like make one of a range" : "")}");
        }

        var any = left.Type == PromQlType.Any || right.Type == PromQlType.Any;
        var scalars = left.Type == PromQlType.Scalar && right.Type == PromQlType.Scalar;
        var vectors = left.Type == PromQlType.Instant && right.Type == PromQlType.Instant;
        if (match.Bool && !compares) throw new QuerySyntaxException(sign.Start, "\"bool\" belongs to comparisons alone");
        if (compares && scalars && !match.Bool) throw new QuerySyntaxException(sign.Start, $"two numbers are compared without \"bool\": write \"{word} bool\"");
        if (isSet && !vectors && !any) throw new QuerySyntaxException(sign.Start, $"\"{word}\" joins vectors, not numbers");
        if (isSet && match.Grouped) throw new QuerySyntaxException(sign.Start, $"\"{word}\" takes no group_left or group_right");
        if (!vectors && !any && (match.Grouped || match.Labels is { IsEmpty: false })) throw new QuerySyntaxException(sign.Start, "labels are matched between vectors alone");
        if (match is { On: true, Labels: { } labels } && match.Included.FirstOrDefault(labels.Contains) is { } twice)
            throw new QuerySyntaxException(sign.Start, $"the label \"{twice}\" stands in on() and in the group");
        return new(left, right, word, scalars ? PromQlType.Scalar : any ? PromQlType.Any : PromQlType.Instant);
    }

    static void Expect(PromQlNode node, PromQlType type, string of)
    {
        if (node.Type == type || node.Type == PromQlType.Any) return;
        var hint = (node.Type, type) switch
        {
            (PromQlType.Instant, PromQlType.Range) => "; a range such as [5m] is missing",
            (PromQlType.Range, PromQlType.Instant) => "; rate() and its like make one of a range",
            _ => "",
        };
        throw new QuerySyntaxException(node.Start, $"{of} needs {Words(type)} here, not {Words(node.Type)}{hint}");
    }

    static string Words(PromQlType type) => type switch
    {
        PromQlType.Scalar => "a number",
        PromQlType.Instant => "an instant vector",
        PromQlType.Range => "a range vector",
        PromQlType.String => "a text",
        _ => "a value",
    };
}

/// <summary>Regular expressions of label matchers: RE2, anchored at both ends (github.com/google/re2/wiki/Syntax).</summary>
internal static partial class LabelPattern
{
    const int Longest = 4000;

    /// <summary>What is wrong with it, for people; null where nothing is.</summary>
    public static string? Problem(string pattern)
    {
        if (pattern.Length > Longest || IsTemplate(pattern)) return null;
        try
        {
            _ = Compiled(pattern);
            return null;
        }
        catch (NotSupportedException)
        {
            return $"\"{pattern}\" looks around or back, which these regular expressions cannot";
        }
        catch (ArgumentException)
        {
            return $"\"{pattern}\" is no regular expression";
        }
    }

    public static bool MatchesEmpty(string pattern)
    {
        if (pattern.Length > Longest || IsTemplate(pattern) || Problem(pattern) is not null) return false;
        return Compiled($"^(?:{pattern})$").IsMatch("");
    }

    // What a dashboard fills in may stand for any part of the expression.
    static bool IsTemplate(string pattern) => TemplateMark().IsMatch(pattern);

    static Regex Compiled(string pattern) =>
        new(pattern.Replace("(?P<", "(?<", StringComparison.Ordinal).Replace("\\z", "$", StringComparison.Ordinal),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\$\{?[A-Za-z_]|\[\[|\{\{|<[a-z]", RegexOptions.ExplicitCapture)]
    private static partial Regex TemplateMark();
}
