namespace Firstlook.Range.Sales;

internal sealed record NewSale(long CustomerId, string Location, IReadOnlyList<NewSaleLine> Lines);

internal sealed record NewSaleLine(long ProductId, int Quantity);

internal sealed record CreatedSale(long Id, string SaleNumber, string Status, decimal Total);

internal sealed record NewTransition(string ToStatus);

internal sealed record TransitionedSale(long Id, string Status, string Result);

internal sealed record NewRefund(decimal Amount, string IdempotencyKey);

internal sealed record RefundedSale(long Id, long SaleId, decimal Amount);
