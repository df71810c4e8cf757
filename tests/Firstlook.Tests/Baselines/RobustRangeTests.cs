using Firstlook.Baselines;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Baselines;

public sealed class RobustRangeTests
{
    static readonly Gen<double[]> Numbers = Gen.Choose(-100_000, 100_000).Select(number => number / 64.0).NonEmptyListOf().Select(list => list.ToArray());

    [Fact]
    public void The_order_in_which_numbers_came_does_not_matter() =>
        Prop.ForAll(Numbers.SelectMany(numbers => Gen.Shuffle(numbers).Select(shuffled => (numbers, shuffled))).ToArbitrary(), pair =>
            RobustRange.Of(pair.numbers) == RobustRange.Of(pair.shuffled)).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_range_holds_its_median_and_most_of_what_it_was_made_of() =>
        Prop.ForAll(Numbers.ToArbitrary(), numbers =>
        {
            var range = RobustRange.Of(numbers);
            var inside = numbers.Count(number => number >= range.Low - 1e-9 && number <= range.High + 1e-9);
            return range.Low <= range.Median && range.Median <= range.High && inside >= numbers.Length - (2 * ((numbers.Length + 9) / 10));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void One_number_however_far_out_moves_the_median_no_further_than_to_its_neighbour_and_never_sets_a_bound() =>
        Prop.ForAll(Numbers.Where(numbers => numbers.Length >= 5).ToArbitrary(), Gen.Elements(1e9, -1e9, 1e300).ToArbitrary(), (numbers, far) =>
        {
            double[] sorted = [.. numbers.Order()];
            var range = RobustRange.Of([.. numbers, far]);
            var middle = sorted.Length / 2;
            return range.Median >= sorted[Math.Max(0, middle - 1)] && range.Median <= sorted[Math.Min(sorted.Length - 1, middle + 1)] && Math.Abs(range.High) < 1e8 && Math.Abs(range.Low) < 1e8;
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(new[] { 0.0, 0, 0, 0, 0 }, 0, 0)]
    [InlineData(new[] { 100.0, 100, 100 }, 95, 105)]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 40 }, 0, 3)]
    public void What_is_always_the_same_is_usual_with_a_twentieth_to_both_sides(double[] numbers, double low, double high)
    {
        var range = RobustRange.Of(numbers);
        Assert.Equal((low, high), (range.Low, range.High));
    }

    [Fact]
    public void What_was_never_negative_is_not_usual_below_nought() => Assert.Equal(0, RobustRange.Of([1, 8, 2, 30, 4, 5, 9]).Low);

    [Fact]
    public void Normally_distributed_numbers_are_usual_within_about_three_standard_deviations()
    {
        var random = new System.Random(7);
        var numbers = Enumerable.Range(0, 2000).Select(_ => 50 + (4 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))).ToArray();
        var range = RobustRange.Of(numbers);
        Assert.Equal(50, range.Median, 0.5);
        Assert.Equal(38, range.Low, 1.0);
        Assert.Equal(62, range.High, 1.0);
    }

    [Fact]
    public void Nothing_has_no_range() => Assert.Throws<ArgumentException>(() => RobustRange.Of([]));
}
