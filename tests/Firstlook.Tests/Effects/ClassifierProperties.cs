using Firstlook.Effects;
using Firstlook.Effects.PowerShell;
using Firstlook.Effects.Shell;
using Firstlook.Tests.Effects.Shell;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Effects;

public sealed class ClassifierProperties
{
    static readonly Language[] All = Enum.GetValues<Language>();

    static readonly string[] Separators = [" ; ", " && ", " || ", " | ", "\n", " & "];

    static readonly string[] Wrappers = ["( {0} )", "{{ {0}; }}", "if true; then {0}; fi", "for i in 1; do {0}; done", "echo \"$( {0} )\"", "f() {{ {0}; }}; f", "! {0}"];

    /// <summary>Filters of network consoles, which are nothing by themselves.</summary>
    static readonly string[] PipedOnly = ["match x", "trim"];

    static readonly string[] Listed = Commands();

    static string[] Commands()
    {
        var folder = Path.Combine(CommandYardstickTests.Root(), "tests", "Firstlook.Tests", "Effects", "commands");
        return [.. Directory.EnumerateFiles(folder, "*.tsv").SelectMany(ListedCommand.Read).Where(command => command.Language == Language.Shell).Select(command => command.Text)];
    }

    [Fact]
    public void Composing_commands_never_lowers_the_effect()
    {
        var pairs = from left in Gen.Elements(Listed) from right in Gen.Elements(Listed).Where(command => !PipedOnly.Contains(command)) from between in Gen.Elements(Separators) select (left, between, right);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(pairs.ToArbitrary(), pair => (Lowered(pair.left, pair.between, pair.right) is null).Label(Lowered(pair.left, pair.between, pair.right) ?? "")));
    }

    [Fact]
    public void No_listed_command_is_less_behind_another_or_before_it() =>
        Assert.Empty(Listed.AsParallel().Where(command => !PipedOnly.Contains(command)).SelectMany(command => Separators.SelectMany(between => new[] { Lowered("ls", between, command), Lowered(command, between, "true") })).OfType<string>());

    [Fact]
    public void Wrapping_a_command_never_lowers_the_effect() =>
        Assert.Empty(Listed.AsParallel().SelectMany(command => Wrappers.Select(wrapper => LoweredWithin(wrapper, command))).OfType<string>());

    /// <summary>Says where two commands together are less than the worse of them; null where they are not.</summary>
    static string? Lowered(string left, string between, string right)
    {
        // A comment would swallow the other command.
        if (left.Contains('#')) return null;
        var text = left + between + right;
        var whole = Classifier.Whole(text, Language.Shell).Effect;
        var parts = IsRead(text) ? Alone(left).Worst(Alone(right)) : Effect.Unknown;
        return whole >= parts ? null : $"{text}: {whole} below {parts}";

        // Alone, a reader of standard input waits for a person; in a pipe it may read what is unknown, which is never less.
        static Effect Alone(string command) => IsRead(command) ? Classifier.Whole(command, Language.Shell).Effect : Effect.None;
    }

    /// <summary>Whether a shell reads it: the one that it is listed for, or the one whose cmdlets it calls.</summary>
    static bool IsRead(string text) => ShellParser.Parse(text).Problems.IsEmpty || PowerShellJudge.Speaks(text);

    static string? LoweredWithin(string wrapper, string command)
    {
        if (!ShellParser.Parse(command).Problems.IsEmpty || command.StartsWith("! ", StringComparison.Ordinal) || command.EndsWith('&') || command.Contains('#')) return null;
        var text = string.Format(wrapper, command);
        var (whole, alone) = (Classifier.Whole(text, Language.Shell).Effect, Classifier.Whole(command, Language.Shell).Effect);
        return whole >= alone ? null : $"{text}: {whole} below {alone}";
    }

    [Fact]
    public void Any_text_gets_an_answer_whose_spans_stay_inside_it()
    {
        var texts = Gen.OneOf(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get), Gen.Choose(0, int.MaxValue - 1).Select(seed => new ScriptMaker(seed).Script()), Mutated());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            foreach (var language in All)
            {
                var whole = Classifier.Whole(text, language);
                Assert.NotEmpty(whole.Why);
                foreach (var command in Classifier.Block(text, language))
                {
                    Assert.InRange(command.Start, 0, text.Length);
                    Assert.InRange(command.Start + command.Length, command.Start, text.Length);
                    Assert.NotEmpty(command.Why);
                    Assert.True(whole.Effect >= command.Effect);
                }
            }
        }));
    }

    /// <summary>Real commands with characters dropped, doubled or replaced.</summary>
    static Gen<string> Mutated() =>
        from command in Gen.Elements(Listed)
        from at in Gen.Choose(0, Math.Max(0, command.Length - 1))
        from piece in Gen.Elements("", "'", "\"", "$(", ")", "`", ";", "\\", "{", "}", "<", "> ", "\u202e", "\n", "&", "|", "<x>")
        select command[..at] + piece + command[Math.Min(command.Length, at + (piece.Length == 0 ? 1 : 0))..];

    [Fact]
    public void A_block_of_more_commands_than_anybody_writes_is_one_that_is_not_known()
    {
        Assert.Equal(1_000, Classifier.Block(string.Concat(Enumerable.Repeat("uptime\n", 1_000)), Language.Shell).Count);
        Assert.Equal(Effect.Unknown, Assert.Single(Classifier.Block(string.Concat(Enumerable.Repeat("uptime\n", 1_001)), Language.Shell)).Effect);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("`")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("$(")]
    [InlineData("${")]
    [InlineData("\"$(")]
    [InlineData("((")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{a,")]
    [InlineData("<<a\n")]
    [InlineData("a[")]
    [InlineData("if ")]
    [InlineData("case x in ")]
    [InlineData("a;")]
    [InlineData("a|")]
    [InlineData("a=")]
    [InlineData("\"\n")]
    [InlineData(")\n")]
    [InlineData("$((")]
    [InlineData("<(")]
    [InlineData("sh -c '")]
    [InlineData("<a")]
    [InlineData("\\")]
    [InlineData("/*")]
    [InlineData("$a$")]
    [InlineData("f'{")]
    [InlineData("a | ")]
    [InlineData("sudo ")]
    [InlineData("echo a ")]
    [InlineData("timeout 1 ")]
    [InlineData("export A=b; ")]
    [InlineData("alias a=b; ")]
    public void Hostile_text_is_answered_soon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var before = ThreadTime.Now;
        ShellParser.Parse(text);
        foreach (var language in All)
        {
            Classifier.Whole(text, language);
            Classifier.Whole(text[..50_000], language);
        }
        // What grows with the square of the length takes minutes.
        var took = ThreadTime.Now - before;
        Assert.True(took < TimeSpan.FromSeconds(5), $"{took} for a million characters of {piece}");
    }
}
