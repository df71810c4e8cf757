using Firstlook.Runbooks.Checking;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>What stands on a line is found as fast in a long document, and is what going through all of it would find.</summary>
public sealed class ByLineTests
{
    sealed record Stretch(int First, int Last);

    static readonly Gen<Stretch[]> Stretches =
        Gen.Choose(-2, 40).Two().Select(two => new Stretch(Math.Min(two.Item1, two.Item2), Math.Max(two.Item1, two.Item2))).ArrayOf();

    [Fact]
    public void Between_two_lines_is_all_that_begins_there_and_in_order() =>
        Prop.ForAll(
            Arb.From(Stretches), Arb.From(Gen.Choose(-3, 45).Two()),
            (all, lines) => new ByLine<Stretch>(all, s => s.First).Between(lines.Item1, lines.Item2)
                .SequenceEqual(all.Where(s => s.First >= lines.Item1 && s.First <= lines.Item2).OrderBy(s => s.First)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_belongs_to_the_last_told_stretch_that_holds_it() =>
        Prop.ForAll(
            Arb.From(Stretches), Arb.From(Gen.Choose(0, 30)),
            (all, lines) =>
            {
                var innermost = new Innermost<Stretch>(all, s => s.First, s => s.Last, lines);
                return Enumerable.Range(0, lines + 1).All(line => innermost.At(line) == all.LastOrDefault(s => s.First <= line && line <= s.Last));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Beyond_the_document_there_is_none()
    {
        var innermost = new Innermost<Stretch>([new(1, 100)], s => s.First, s => s.Last, 10);
        Assert.NotNull(innermost.At(10));
        Assert.Null(innermost.At(11));
        Assert.Null(innermost.At(-1));
    }
}
