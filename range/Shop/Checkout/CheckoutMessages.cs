namespace Firstlook.Range.Checkout;

/// <summary>A gift card is bought: an amount, a card, perhaps a coupon.</summary>
/// <param name="Key">The same key is the same purchase, however often it is asked for.</param>
internal sealed record NewOrder(long CustomerId, decimal Amount, string Bin, string? Coupon, string Key);

internal sealed record PlacedOrder(Guid Reference, decimal Total, decimal Discount);
