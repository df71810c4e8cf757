using Firstlook.Effects;
using Firstlook.Effects.Shell;
using Firstlook.Tests.Effects.Shell;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Effects;

public sealed class ClassifierProperties
{
    static readonly Language[] All = Enum.GetValues<Language>();

    static Gen<string> Listed()
    {
        var folder = Path.Combine(CommandYardstickTests.Root(), "tests", "Firstlook.Tests", "Effects", "commands");
        var commands = Directory.EnumerateFiles(folder, "*.tsv").SelectMany(ListedCommand.Read).Where(command => command.Language == Language.Shell).Select(command => command.Text).ToArray();
        return Gen.Elements(commands);
    }

    [Fact]
    public void Composing_commands_never_lowers_the_effect()
    {
        var pairs = from left in Listed() from right in Listed() from between in Gen.Elements(" ; ", " && ", " || ", " | ", "\n", " & ") select (left, between, right);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            // A comment would swallow the other command.
            if (pair.left.Contains('#')) return true.Label("");
            var text = pair.left + pair.between + pair.right;
            var whole = Classifier.Whole(text, Language.Shell).Effect;
            if (!ShellParser.Parse(text).Problems.IsEmpty) return (whole >= Effect.Unknown).Label(text);
            var parts = Parts(pair.left).Worst(Parts(pair.right));
            return (whole >= parts).Label($"{pair.left}{pair.between}{pair.right}: {whole} below {parts}");
        }));

        // Alone, a reader of standard input waits for a person; in a pipe it may read what is unknown, which is never less.
        static Effect Parts(string command) => ShellParser.Parse(command).Problems.IsEmpty ? Classifier.Whole(command, Language.Shell).Effect : Effect.None;
    }

    [Fact]
    public void Wrapping_a_command_never_lowers_the_effect()
    {
        var wrapped = from command in Listed() from wrapper in Gen.Elements("( {0} )", "{{ {0}; }}", "if true; then {0}; fi", "for i in 1; do {0}; done", "echo \"$( {0} )\"", "f() {{ {0}; }}; f", "! {0}") select (command, wrapper);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(wrapped.ToArbitrary(), pair =>
        {
            if (!ShellParser.Parse(pair.command).Problems.IsEmpty || pair.command.StartsWith("! ", StringComparison.Ordinal) || pair.command.EndsWith('&') || pair.command.Contains('#')) return true.Label("");
            var text = string.Format(pair.wrapper, pair.command);
            var whole = Classifier.Whole(text, Language.Shell).Effect;
            var alone = Classifier.Whole(pair.command, Language.Shell).Effect;
            return (whole >= alone).Label($"{text}: {whole} below {alone}");
        }));
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
        from command in Listed()
        from at in Gen.Choose(0, Math.Max(0, command.Length - 1))
        from piece in Gen.Elements("", "'", "\"", "$(", ")", "`", ";", "\\", "{", "}", "<", "> ", "\u202e", "\n", "&", "|", "<x>")
        select command[..at] + piece + command[Math.Min(command.Length, at + (piece.Length == 0 ? 1 : 0))..];

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
