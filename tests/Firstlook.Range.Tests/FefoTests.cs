using Firstlook.Range.Sales;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Range.Tests;

public sealed class FefoTests
{
    static readonly DateOnly Today = new(2026, 3, 14);

    [Fact]
    public void What_expires_first_goes_first()
    {
        var takes = Fefo.Allocate(7, 5, [Batch(1, 2, daysLeft: 3), Batch(2, 9, daysLeft: 40)], Today);

        Assert.Equal([new Take(1, 1, 2), new Take(2, 2, 3)], takes);
    }

    [Fact]
    public void A_batch_may_be_sold_on_its_last_day_and_not_after_it()
    {
        Assert.Single(Fefo.Allocate(7, 1, [Batch(1, 1, daysLeft: 0)], Today));

        var refused = Assert.Throws<RefusedException>(() => Fefo.Allocate(7, 1, [Batch(1, 1, daysLeft: -1), Batch(2, 9, daysLeft: 40)], Today));
        Assert.Equal(("ExpiredBatchError", "expired_batch"), (refused.Refusal.Type, refused.Refusal.Result));
    }

    [Fact]
    public void An_expired_batch_behind_enough_fresh_pieces_is_not_looked_at()
    {
        Assert.Single(Fefo.Allocate(7, 2, [Batch(1, 2, daysLeft: 3), Batch(2, 9, daysLeft: -1)], Today));
    }

    [Fact]
    public void Too_little_on_the_shelf_takes_nothing_and_names_the_product()
    {
        var refused = Assert.Throws<RefusedException>(() => Fefo.Allocate(7, 4, [Batch(1, 3, daysLeft: 3)], Today));

        Assert.Equal(("InsufficientStockError", 7L), (refused.Refusal.Type, refused.Refusal.ProductId));
    }

    [Fact]
    public void It_takes_exactly_what_is_wanted_and_never_more_than_a_row_holds() =>
        Prop.ForAll<PositiveInt, PositiveInt[]>((wanted, quantities) =>
        {
            var shelf = quantities.Select((quantity, index) => Batch(index + 1, quantity.Get, daysLeft: index)).ToList();
            if (shelf.Sum(row => row.Quantity) < wanted.Get)
            {
                Assert.Throws<RefusedException>(() => Fefo.Allocate(7, wanted.Get, shelf, Today));
                return;
            }
            var takes = Fefo.Allocate(7, wanted.Get, shelf, Today);
            Assert.Equal(wanted.Get, takes.Sum(take => take.Quantity));
            Assert.All(takes, take => Assert.InRange(take.Quantity, 1, shelf.Single(row => row.Id == take.OnHandId).Quantity));
        }).QuickCheckThrowOnFailure();

    static OnHand Batch(long id, int quantity, int daysLeft) => new(id, id, Today.AddDays(daysLeft), quantity);
}
