using Firstlook.Effects.Shell;

namespace Firstlook.Tests.Effects.Shell;

public sealed class BashDifferentialTests
{
    const int Scripts = 700;
    const int Lines = 3000;

    /// <summary>bash 5.2 reads this at the top of a script and refuses the same text inside <c>$(...)</c>.</summary>
    const string BashRefusesInSubstitutions = "time arr=(";

    [Fact]
    public void What_the_parser_accepts_bash_accepts_too()
    {
        Assert.SkipWhen(Bash.Absent, "no /bin/bash here");
        var scripts = Enumerable.Range(0, Scripts).Select(seed => new ScriptMaker(seed).Script()).ToList();
        var theirs = Bash.Accepts(scripts);
        var wrong = scripts.Where((script, i) => ShellParser.Parse(script).Problems.IsEmpty && !theirs[i] && !script.Contains(BashRefusesInSubstitutions)).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Scripts} accepted by us alone:\n" + string.Join("\n---\n", wrong.OrderBy(script => script.Length).Take(8)));
    }

    [Fact]
    public void Nearly_all_that_bash_accepts_the_parser_understands()
    {
        Assert.SkipWhen(Bash.Absent, "no /bin/bash here");
        var scripts = Enumerable.Range(100_000, Scripts).Select(seed => new ScriptMaker(seed).Script()).ToList();
        var theirs = Bash.Accepts(scripts);
        var missed = scripts.Where((script, i) => theirs[i] && !ShellParser.Parse(script).Problems.IsEmpty).ToList();
        Assert.True(missed.Count * 50 < theirs.Count(ok => ok), $"{missed.Count} of {theirs.Count(ok => ok)} not understood:\n"
            + string.Join("\n---\n", missed.GroupBy(script => ShellParser.Parse(script).Problems[0].Message).OrderByDescending(group => group.Count())
                .Select(group => $"{group.Count()} x {group.Key}: " + Around(group.MinBy(script => script.Length)!))));
    }

    [Fact]
    public void Constant_words_are_those_that_bash_hands_to_a_program()
    {
        Assert.SkipWhen(Bash.Absent, "no /bin/bash here");
        var lines = Enumerable.Range(0, Lines).Select(seed => new ScriptMaker(seed).PlainWords()).ToList();
        var theirs = Bash.Words(lines);
        Assert.Equal(lines.Count, theirs.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            var reading = ShellParser.Parse(lines[i]);
            Assert.True(reading.Problems.IsEmpty, lines[i] + " => " + string.Join("; ", reading.Problems));
            var command = Assert.IsType<SimpleCommand>(Assert.Single(reading.List.Items).Command.Pipelines[0].Commands[0]);
            Assert.Equal(theirs[i], command.Words.Select(word => word.Constant ?? $"(not constant: {word.Span.In(lines[i])})"));
        }
    }

    static string Around(string script)
    {
        var at = ShellParser.Parse(script).Problems[0].At;
        return script[Math.Max(0, at - 40)..Math.Min(script.Length, at + 20)].Replace("\n", "\\n");
    }
}
