namespace Firstlook.Range.Sales;

/// <summary>Some pieces of one product at one location; from no batch when they were never batched.</summary>
internal sealed record OnHand(long Id, long? BatchId, DateOnly? ExpiryDate, int Quantity);

/// <summary>How many pieces to take from which on-hand row.</summary>
internal sealed record Take(long OnHandId, long? BatchId, int Quantity);

/// <summary>First expired, first out.</summary>
internal static class Fefo
{
    /// <summary>
    /// Takes <paramref name="wanted"/> pieces from the rows in the order given: by expiry date, unbatched last.
    /// A batch that is next in line but expired before <paramref name="today"/> is refused rather than passed over:
    /// somebody must look at goods that should have left the shelf.
    /// </summary>
    /// <exception cref="RefusedException">The next batch has expired, or too little is left.</exception>
    public static IReadOnlyList<Take> Allocate(long productId, int wanted, IReadOnlyList<OnHand> shelf, DateOnly today)
    {
        var takes = new List<Take>();
        var missing = wanted;
        foreach (var row in shelf)
        {
            if (missing == 0)
            {
                break;
            }
            if (row.ExpiryDate < today)
            {
                throw new RefusedException(Refusal.ExpiredBatch(productId, row.BatchId, row.ExpiryDate.Value));
            }
            var quantity = Math.Min(missing, row.Quantity);
            takes.Add(new Take(row.Id, row.BatchId, quantity));
            missing -= quantity;
        }
        return missing == 0
            ? takes
            : throw new RefusedException(Refusal.InsufficientStock(productId, wanted, wanted - missing));
    }
}
