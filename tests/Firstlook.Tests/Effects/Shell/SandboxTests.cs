using Firstlook.Effects;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Effects.Shell;

/// <summary>
/// Scripts that are taken for reads, put before the programs themselves in their sandbox mode (sed(1) and gawk(1), <c>--sandbox</c>), which ends
/// with an error where a script would run a command or write a file. Nothing generated can do either there.
/// </summary>
public sealed class SandboxTests
{
    const int Scripts = 4000;

    static Gen<string> Sed
    {
        get
        {
            var name = Gen.Elements("a", "w", "e", "x1", "e/x/#w", "a}");
            var address = Gen.Elements("", "", "1", "$", "/x/", "1,/y/", "\\,w,", "/[/]w/I", "2!", "0~2 ");
            var command = Gen.OneOf(
                Gen.Elements("p", "d", "N", "h", "G", "x", "=", "q", "q5", "l 3", "y/ab/we/", "s/a/w/", "s/w\\/e/b/g", "s,a,e,2p", "s/[/w]/e/", "}", "{p", "{", "#w x", "s/x"),
                from label in name from verb in Gen.Elements(":", "b ", "b", "t ", "T\t", ": ") select verb + label,
                from text in Gen.Elements("w y", "x", "e ls", "", "x\\", "x\\\\", "\\", " ") from verb in Gen.Elements("a ", "i\\\n", "c\\\n", "a\\", "i", "c\\ \n") select verb + text,
                from verb in Gen.Elements("w ", "W", "e ", "e", "s/a/b/w ", "s/a/b/e", "s/a/b/ge") select verb + "y");
            var piece = from place in address from what in command select place + what;
            return from pieces in Gen.Zip(piece, Gen.Elements(";", "\n", " ", "}", " ;", "\n\n", "")).ListOf(5) select string.Concat(pieces.Select(pair => pair.Item1 + pair.Item2));
        }
    }

    static Gen<string> Awk
    {
        get
        {
            var value = Gen.Elements("1", "\"a\"", "x", "$1", "\"/y\"", "(1)", "/w\\//", "x++", "(x > 1)", "length(x)", "x ~ /[/]/");
            var sign = Gen.Elements(" + ", " / ", " > ", " ", ", ", " ? 1 : ", " >> ", " | ", " || ", " ~ ", " < ", "\n");
            var expression = from first in value from rest in Gen.Zip(sign, value).ListOf(2) select first + string.Concat(rest.Select(pair => pair.Item1 + pair.Item2));
            var statement = Gen.OneOf(
                from what in expression from verb in Gen.Elements("print ", "print(", "printf ", "x = ", "y = x / ", "") select verb + what + (verb.EndsWith('(') ? ")" : ""),
                from what in value select $"print > {what}",
                Gen.Elements("system(\"true\")", "getline", "\"true\" | getline", "close(\"x\")", "# print > \"y\"\nx = 1", "if (1) print 1", "for (;;) break", "x = 1", "y[x]", "print x", "printf \"%s\", x", "z = x / 2 / 3"));
            return from statements in statement.ListOf(3) from between in Gen.Elements("; ", "\n") select $"BEGIN {{ {string.Join(between, statements)} }}";
        }
    }

    [Fact]
    public void A_script_of_sed_that_is_a_read_neither_runs_nor_writes() => Hold("sed", "sed --sandbox -n", Sed.Where(script => !script.Contains('r')));

    [Theory]
    [InlineData("/x/T e/x/#w\ni\\\nw y")]
    [InlineData("a foo\\\\\nw y")]
    [InlineData("a\\ \ns/x\nw y\n/z/")]
    [InlineData("b a}w y")]
    public void Where_a_label_or_a_text_ends_is_known_or_the_script_is_no_read(string script) => Assert.NotEqual(Effect.Read, Classifier.Whole($"sed {Quoted(script)} /dev/null", Language.Shell).Effect);

    [Fact]
    public void A_program_of_awk_that_is_a_read_neither_runs_nor_writes()
    {
        Assert.SkipWhen(!File.Exists("/usr/bin/gawk"), "gawk is not installed: ./dev packages does it");
        Hold("awk", "timeout 5 gawk --sandbox", Awk);
    }

    [Theory]
    [InlineData("BEGIN { x = x ? 1 : /w/ / (1); print > length(x); z = x / 2 / 3 }")]
    [InlineData("{ n = /a/ / 2; print > $1; m = 1 / 2 }")]
    public void What_stands_behind_a_pattern_of_awk_divides(string program) => Assert.NotEqual(Effect.Read, Classifier.Whole($"awk {Quoted(program)} /dev/null", Language.Shell).Effect);

    static void Hold(string program, string sandbox, Gen<string> generator)
    {
        var reads = generator.Sample(Scripts, 50).Distinct(StringComparer.Ordinal).Where(script => Classifier.Whole($"{program} {Quoted(script)} /dev/null", Language.Shell).Effect == Effect.Read).ToList();
        using var folder = new TempFolder();
        foreach (var (index, script) in reads.Index()) folder.File($"{index:D6}", script);
        var refused = Bash.Run($"cd '{folder.Path}' && for f in *; do {sandbox} \"$(cat $f)\" /dev/null 2>&1 >/dev/null </dev/null | grep -q 'sandbox mode' && echo $f; done; true");
        Assert.True(reads.Count > Scripts / 40, $"only {reads.Count} of {Scripts} are reads");
        Assert.True(refused.Length == 0, string.Join("\n---\n", refused.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(5).Select(file => reads[int.Parse(file, System.Globalization.CultureInfo.InvariantCulture)])));
    }

    static string Quoted(string script) => $"'{script.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
