using Firstlook.Range.Database;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Sales;

/// <summary>/api/sales/: parse, do, count, answer.</summary>
internal static class SaleEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/sales/", CreateAsync);
        routes.MapPost("/api/sales/{id}/transition/", TransitionAsync);
        routes.MapPost("/api/sales/{id}/refunds/", RefundAsync);
    }

    static async Task<IResult> CreateAsync(NewSale sale, SaleCreation sales, CancellationToken cancellation)
    {
        if (sale.Lines is not { Count: > 0 and <= 50 } || sale.Lines.Any(line => line.Quantity is < 1 or > 1000))
        {
            throw new RefusedException(Refusal.Invalid("create_sale", "a sale has 1 to 50 lines of 1 to 1000 pieces"));
        }
        var created = await sales.CreateAsync(sale, cancellation);
        return Results.Json(created, ShopJson.Default.CreatedSale, statusCode: StatusCodes.Status201Created);
    }

    static async Task<IResult> TransitionAsync(
        long id, NewTransition wanted, SalePayment payment, ShopMetrics metrics, ShopLog log, HttpContext http, CancellationToken cancellation)
    {
        try
        {
            if (wanted.ToStatus != "paid")
            {
                throw new RefusedException(Refusal.Invalid("transition_sale", "to_status must be paid"));
            }
            var sale = await payment.PayAsync(id, cancellation);
            Note(sale.FromStatus, sale.Result, null);
            return Results.Json(new TransitionedSale(id, "paid", sale.Result), ShopJson.Default.TransitionedSale);
        }
        catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
        {
            Note("draft", refusal.Result, refusal);
            throw;
        }

        void Note(string fromStatus, string result, Refusal? refusal)
        {
            metrics.SaleTransitions.Increment("paid", result);
            log.Write(new LogEntry
            {
                Timestamp = log.Now(),
                Level = refusal is null ? "INFO" : "ERROR",
                Event = "sale.transition",
                RequestId = RequestObservation.Id(http),
                Message = $"sale_id={id} {fromStatus} -> paid: {result}{(refusal is null ? "" : ", " + refusal.Detail)}",
                SaleId = id,
                FromStatus = fromStatus,
                ToStatus = "paid",
                Result = result,
                ProductId = refusal?.ProductId,
                ExceptionType = refusal?.Type,
            });
        }
    }

    static async Task<IResult> RefundAsync(
        long id, NewRefund wanted, Refunds refunds, ShopMetrics metrics, ShopLog log, HttpContext http, CancellationToken cancellation)
    {
        try
        {
            var refund = await refunds.RefundAsync(id, wanted, cancellation);
            metrics.Refunds.Increment(refund.Repeated ? "idempotent" : "success");
            if (refund.Repeated)
            {
                NoteRepeated("same refund, answered again");
            }
            return Results.Json(
                new RefundedSale(refund.Id, id, refund.Amount),
                ShopJson.Default.RefundedSale,
                statusCode: refund.Repeated ? StatusCodes.Status200OK : StatusCodes.Status201Created);
        }
        catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
        {
            metrics.Refunds.Increment("failure");
            if (refusal.StatusCode == StatusCodes.Status409Conflict)
            {
                NoteRepeated(refusal.Detail);
            }
            throw;
        }

        void NoteRepeated(string detail) => log.Write(new LogEntry
        {
            Timestamp = log.Now(),
            Level = "WARNING",
            Event = "refund.idempotency_conflict",
            RequestId = RequestObservation.Id(http),
            Message = $"sale_id={id}: {detail}",
            SaleId = id,
            IdempotencyKey = wanted.IdempotencyKey,
        });
    }
}
