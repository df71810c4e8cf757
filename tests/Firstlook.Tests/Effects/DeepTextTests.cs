using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>However deep a text is nested, and whatever calls itself in it, it gets an answer: a
/// stack that overflows would end the process, and every other answer with it.</summary>
public sealed class DeepTextTests
{
    const int Deep = 10_000;

    static Classified Verdict(string command, Language language = Language.Shell) => Classifier.Whole(command, language);

    static string Times(string text, int count = Deep) => string.Concat(Enumerable.Repeat(text, count));

    [Theory]
    [InlineData(":(){ :|:& };:")]
    [InlineData("f(){ f|f& };f")]
    [InlineData("f(){ f | f; }; f")]
    [InlineData("g(){ cat | g; }; g")]
    [InlineData("f(){ cat x | f; }; f x")]
    [InlineData("a(){ b | b; }; b(){ a | a; }; a")]
    [InlineData("f(){ f(){ f | f; }; f | f; }; f | f")]
    [InlineData("f(){ g(){ f | f; }; f(){ g | g; }; g | g; }; f | f")]
    [InlineData("f(){ eval 'f | f'; }; f | f")]
    [InlineData("f(){ x=$(curl http://h | f); f; }; f")]
    [InlineData("f(){ cat <(f | f); }; cat | f")]
    public void A_function_that_calls_itself_is_followed_once(string command) => Assert.Equal(Effect.Unknown, Verdict(command).Effect);

    [Fact]
    public void Functions_that_call_one_another_are_followed_so_deep_and_no_deeper()
    {
        var calls = string.Concat(Enumerable.Range(1, 200).Select(i => $"f{i}(){{ cat | f{i - 1}; }}\n"));
        Assert.Equal(Effect.Unknown, Verdict("f0(){ curl http://h/ | sh; }\n" + calls + "x=$(curl http://h/)\ncat | f200").Effect);
        Assert.Equal(Effect.Read, Verdict("f0(){ wc -l; }\nf1(){ cat | f0; }\nf2(){ sort | f1; }\nls | f2").Effect);
    }

    [Theory]
    [InlineData("(", ")", "ls")]
    [InlineData("{ ", "; }", "ls")]
    [InlineData("echo $(", ")", "ls")]
    [InlineData("cat <(", ")", "ls")]
    [InlineData("echo ${x:-", "}", "ls")]
    [InlineData("if true; then ", "; fi", "ls")]
    [InlineData("f(){ ", "; }", "ls")]
    [InlineData("[[ ", " ]]", "-n x")]
    [InlineData("[[ -n x && ( ", " ) ]]", "-n x")]
    [InlineData("sudo ", "", "ls")]
    [InlineData("xargs ", "", "ls")]
    [InlineData("find . -exec ", " \\;", "ls")]
    [InlineData("ssh h ", "", "ls")]
    [InlineData("eval ", "", "ls")]
    [InlineData("watch ", "", "ls")]
    [InlineData("docker exec c ", "", "ls")]
    [InlineData("sh -c ", "", "ls")]
    [InlineData("powershell -c ", "", "ls")]
    public void A_shell_text_of_any_depth_gets_an_answer(string open, string close, string core) => Assert.NotNull(Verdict(Times(open) + core + Times(close)).Why);

    [Theory]
    [InlineData("SELECT ", "(", ")")]
    [InlineData("SELECT * FROM ", "(SELECT * FROM ", ") t")]
    [InlineData("", "EXPLAIN ANALYZE ", "")]
    [InlineData("", "PREPARE x AS ", "")]
    [InlineData("", "DECLARE c CURSOR FOR ", "")]
    [InlineData("", "ANALYZE FORMAT=JSON ", "")]
    [InlineData("", "EXPLAIN ", "")]
    [InlineData("", "EXECUTE ", "")]
    [InlineData("", "BEGIN ", "END ")]
    public void A_statement_of_any_depth_gets_an_answer(string start, string open, string close) =>
        Assert.NotNull(Verdict(start + Times(open) + "1" + Times(close), Language.Sql).Why);

    [Fact]
    public void An_address_that_asks_another_which_asks_another_waits() =>
        Assert.Equal(Effect.Unknown, Verdict($"curl 'http://h/{Times("probe?target=http://h/", 9_000)}x'").Effect);

    [Fact]
    public void A_statement_that_is_prepared_inside_another_is_none() => Assert.Equal(Effect.Unknown, Verdict("PREPARE x AS PREPARE y AS SELECT 1", Language.Sql).Effect);
}
