using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Executors.Tests.Shell;

/// <summary>Loops, conditions and choices do what bash does with them.</summary>
public sealed class ControlFlowTests
{
    static readonly ShellConnection Here = new() { ReadOnlyView = false };

    static readonly Gen<string> Word = Gen.Elements("a", "b", "ab", "1", "2", "'x y'", "\"a b\"", "$X", "\"$X\"", "''", "'*'");

    static readonly Gen<string> Condition = Gen.OneOf(
        Gen.Elements("true", "false", "[[ -d /etc && ! -f /etc ]]", "[[ -z '' || -n '' ]]", "[[ ! ( a == b || 1 -eq 2 ) ]]", "[[ 07x =~ ^[0-9]+x$ ]]", "[[ abc =~ ^a(b|c){1,2}$ ]]", "[[ axb =~ a'.'b ]]", "test 1 = 1"),
        from left in Word from comparison in Gen.Elements("==", "!=", "=", "<", ">") from right in Gen.OneOf(Word, Gen.Elements("a*", "?", "[ab]*", "\"a*\"")) select $"[[ {left} {comparison} {right} ]]",
        from left in Gen.Choose(-2, 3) from comparison in Gen.Elements("-eq", "-ne", "-lt", "-le", "-gt", "-ge") from right in Gen.Choose(-2, 3) select $"[[ {left} {comparison} {right} ]]");

    /// <summary>A loop counts in a variable of its depth: one that is set anew by a loop within it would never end.</summary>
    static Gen<string> Statement(int depth)
    {
        var plain = Gen.OneOf(
            from words in Word.ListOf(2) select $"echo {string.Join(' ', words)}",
            from value in Gen.Elements("a", "b", "'a b'", "'*'", "1") select $"X={value}",
            from condition in Condition select $"{condition} && echo yes || echo no",
            Condition);
        if (depth == 0) return plain;
        var inner = Statement(depth - 1);
        return Gen.OneOf(
            plain,
            from one in inner from other in inner select $"{one}; {other}",
            from condition in Condition from one in inner from other in inner select $"if {condition}; then {one}; else {other}; fi",
            from words in Word.ListOf(3) from body in inner select $"for X in {string.Join(' ', words)}; do {body}; done",
            from stop in Gen.Elements("i", "ixx", "ixxxx") from body in inner select $"I{depth}=i; until [[ $I{depth} == {stop} ]]; do I{depth}=${{I{depth}}}x; echo \"$I{depth}\"; if [[ $I{depth} == ixxxxx ]]; then I{depth}={stop}; fi; {body}; done",
            from condition in Condition from body in inner select $"J{depth}=; while [[ $J{depth} != xx ]] && {condition}; do J{depth}=${{J{depth}}}x; {body}; done",
            from subject in Word from ending in Gen.Elements(";;", ";&", ";;&") from one in inner from other in inner select $"case {subject} in a*|'x y') {one} {ending} [0-9]) {other} {ending} $X) echo same ;; *) echo other;; esac",
            from words in Word.ListOf(3) select $"for X in {string.Join(' ', words)}; do echo \"$X\"; done | sort -r | head -2",
            from body in inner select $"( {body} )");
    }

    [Fact]
    public async Task Generated_scripts_print_what_bash_prints_and_end_as_bash_ends()
    {
        await using var executors = Permits.Executors(Here);
        foreach (var script in Statement(2).Sample(60, 60).Select(body => $"X=start; {body}"))
        {
            var expected = await RunningProgram.Run("/usr/bin/env", ["-i", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "/bin/bash", "--noprofile", "--norc", "-c", $"{script}\necho \"exit $?\""], check: false, folder: "/");
            var result = await executors.Run(Permits.Read(script, Language.Shell, Limits.Default with { Time = TimeSpan.FromMinutes(2), Processes = 2000 }));

            Assert.True(result.Outcome.Kind == OutcomeKind.Succeeded, $"{script}\n{result.Outcome}");
            Assert.True(expected.TrimEnd('\n') == string.Join('\n', [.. result.Output.Lines, $"exit {result.Outcome.Exit}"]), $"{script}\nbash: {expected}\nours: {string.Join('\n', result.Output.Lines)}\nexit {result.Outcome.Exit}");
        }
    }

    [Theory]
    [InlineData("while true; do echo x; done", "programs")]
    [InlineData("while true; do X=1; done", "rounds")]
    [InlineData("until false; do for i in 1 2 3; do echo $i; done; done", "programs")]
    public async Task A_loop_that_does_not_end_is_ended(string text, string why)
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read(text.Replace("while true", "while [[ 1 == 1 ]]", StringComparison.Ordinal).Replace("until false", "until [[ 1 == 2 ]]", StringComparison.Ordinal), Language.Shell, Limits.Default with { Time = TimeSpan.FromMinutes(2), Processes = 20 }));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        Assert.Contains(why, result.Outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loop_that_only_waits_ends_at_the_time_limit()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("until [[ -e /no/such/file ]]; do sleep 0.1; done", Language.Shell, Limits.Default with { Time = TimeSpan.FromSeconds(1), Processes = 100_000 }));

        Assert.Equal(OutcomeKind.TimedOut, result.Outcome.Kind);
    }

    [Theory]
    [InlineData("case <x> in safe) echo safe;; *) echo other;; esac", "*", "other")]
    [InlineData("case 'anything' in <x>) echo same;; *) echo other;; esac", "*", "other")]
    [InlineData("[[ '<x>' == '*' ]] && echo same || echo other", "*", "same")]
    public async Task A_value_is_text_there_and_never_a_pattern(string text, string value, string printed)
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read(text, Language.Shell, values: [Permits.Value("<x>", value)]));

        Assert.Equal([printed], result.Output.Lines);
    }

    [Theory]
    [InlineData("X='a[$(touch /tmp/firstlook-written)]'; [[ $X -eq 1 ]]", "no plain number")]
    [InlineData("X='('; [[ a =~ $X ]]", "written out plainly")]
    public async Task What_bash_would_calculate_or_read_as_code_is_refused(string text, string why)
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read(text, Language.Shell));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        Assert.Contains(why, result.Outcome.Message!, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/firstlook-written"));
    }

    [Fact]
    public async Task A_program_that_fails_inside_a_loop_before_a_pipe_is_told()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("for f in /no/such/file; do cat $f; done | wc -l", Language.Shell));

        Assert.Equal(OutcomeKind.Failed, result.Outcome.Kind);
        Assert.Contains("/no/such/file", result.Outcome.Message!, StringComparison.Ordinal);
    }

    /// <summary>Lines of blanks, separators and letters, parted by read here and in bash.</summary>
    [Fact]
    public async Task Lines_are_parted_as_bash_parts_them()
    {
        var line = from parts in Gen.Elements("a", "b c", ",", ":", " ", "\t", "é", "").ListOf() select string.Concat(parts);
        var text = from lines in line.ListOf(4) from end in Gen.Elements("\n", "") select string.Join('\n', lines) + end;
        var reader = from separators in Gen.Elements("", "IFS= ", "IFS=, ", "IFS=': ' ", "IFS=:, ") from names in Gen.Elements("", " x", " x y", " x y z") select $"{separators}read -r{names}";
        var print = "printf '<%s>' \"$REPLY\" \"$x\" \"$y\" \"$z\"; echo";
        await using var executors = Permits.Executors(Here);
        foreach (var (given, read) in text.Zip(reader).Sample(60, 80))
        {
            var quoted = $"$'{given.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}'";
            var script = $"REPLY=; x=; y=; z=; printf '%s' {quoted} | while {read}; do {print}; done; echo \"$x\"";
            var expected = await RunningProgram.Run("/usr/bin/env", ["-i", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "/bin/bash", "--noprofile", "--norc", "-c", script], check: false, folder: "/");
            var result = await executors.Run(Permits.Read(script, Language.Shell, Limits.Default with { Time = TimeSpan.FromMinutes(2), Processes = 2000 }));

            Assert.True(result.Outcome.Kind == OutcomeKind.Succeeded, $"{script}\n{result.Outcome}");
            Assert.True(expected == string.Concat(result.Output.Lines.Select(one => one + "\n")), $"{script}\nbash: {expected}\nours: {string.Join('\n', result.Output.Lines)}");
        }
    }

    [Theory]
    [InlineData("X=; while read -r a; do X=\"$X$a\"; done < /etc/hostname-of-test; echo $X", null)]
    [InlineData("while read -r a b; do echo \"$b\"; done <<< 'x y z'", "y z")]
    [InlineData("X=; while read -r a; do X=\"$X$a-\"; done <<EOF\n1\n2\nEOF\necho $X", "1-2-")]
    [InlineData("X=; printf '1\\n2\\n' | while read a; do X=$a; done; echo \"[$X]\"", "[]")]
    [InlineData("printf '1\\n2\\n3' | grep . | while read a; do [[ $a == 2 ]] && echo two || true; done", "two")]
    public async Task A_loop_takes_up_a_pipe_a_file_or_a_text(string text, string? printed)
    {
        using var folder = new TempFolder();
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read(text.Replace("/etc/hostname-of-test", folder.File("lines", "a\nb\nc"), StringComparison.Ordinal), Language.Shell));

        Assert.Equal((OutcomeKind.Succeeded, null), (result.Outcome.Kind, result.Outcome.Message));
        Assert.Equal([printed ?? "ab"], result.Output.Lines);
    }

    [Theory]
    [InlineData("cat /no/such/file | while read -r a; do echo $a; done", OutcomeKind.Failed, "/no/such/file")]
    [InlineData("while read -r a; do echo $a; done < /no/such/file", OutcomeKind.Failed, "/no/such/file")]
    [InlineData("echo 'a\\b' | while read a; do echo $a; done", OutcomeKind.Refused, "read -r")]
    [InlineData("echo --help | while read -r a; do ls $a; done", OutcomeKind.Refused, "as an option")]
    [InlineData("while read -r a; do echo $a; done", OutcomeKind.Refused, "read")]
    [InlineData("echo a | while read -t 5 a; do echo $a; done", OutcomeKind.Refused, "a while loop inside a pipeline")]
    public async Task What_a_loop_is_not_given_or_must_not_do_is_told(string text, OutcomeKind kind, string why)
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read(text, Language.Shell));

        Assert.Equal(kind, result.Outcome.Kind);
        Assert.Contains(why, result.Outcome.Message!, StringComparison.Ordinal);
    }
}
