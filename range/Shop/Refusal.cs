namespace Firstlook.Range;

/// <summary>
/// Why a request could not be served. <paramref name="Type"/> and <paramref name="Location"/> are the labels of
/// exceptions_total, <paramref name="Result"/> that of the flow it stopped.
/// </summary>
/// <param name="Type">The name of the exception, such as InsufficientStockError.</param>
/// <param name="Location">The function or layer that raised it, such as consume_stock_for_sale.</param>
/// <param name="Result">insufficient_stock, expired_batch, validation_error or error.</param>
/// <param name="StatusCode">What the caller is answered.</param>
/// <param name="Detail">One sentence for people, without personal data.</param>
/// <param name="ProductId">The product concerned, where there is one.</param>
internal sealed record Refusal(
    string Type, string Location, string Result, int StatusCode, string Detail, long? ProductId = null)
{
    const string Consume = "consume_stock_for_sale";

    /// <summary>By type and place, what is known to stop requests: these are counted from the start, so that nought means never.</summary>
    public static IReadOnlyList<(string Type, string Location)> Known { get; } =
    [
        .. At(Consume, "InsufficientStockError", "ExpiredBatchError", "IntegrityError"),
        .. At("django_db", "DatabaseError", "IntegrityError", "ProgrammingError", "OperationalError"),
        .. At("create_sale", "ValidationError"),
        .. At("transition_sale", "ValidationError", "NotFound"),
        .. At("refund_sale", "RefundMismatchError", "ValidationError", "NotFound"),
        .. At("place_order", "ValidationError"),
        .. At("apply_promotion", "CouponRefusedError"),
        .. At("authorize_payment", "CircuitOpenError", "CardDeclinedError", "PaymentProviderError", "ConnectionError", "TimeoutError", "CheckoutDisabledError"),
        .. At("order_journal", "OSError"),
        .. At("shipping_quote", "KeyError", "ConnectionError", "TimeoutError", "DependencyError"),
        .. At("webhooks", "ValidationError", "NotFound"),
        .. At("redis", "ConnectionError", "RedisError"),
        .. At("cache", "ConnectionError", "RedisError", "TenantViolationError"),
        .. At("lead_throttle", "ConnectionError"),
        .. At("mail", "ConnectionError"),
        .. At("sign_in", "ValidationError"),
        .. At("request", "ValidationError"),
    ];

    static IEnumerable<(string, string)> At(string location, params IEnumerable<string> types) => types.Select(type => (type, location));

    public static Refusal InsufficientStock(long productId, int wanted, int left) => new(
        "InsufficientStockError", Consume, "insufficient_stock", StatusCodes.Status409Conflict,
        $"product {productId}: {wanted} wanted, {left} on hand", productId);

    public static Refusal ExpiredBatch(long productId, long? batchId, DateOnly expired) => new(
        "ExpiredBatchError", Consume, "expired_batch", StatusCodes.Status409Conflict,
        $"product {productId}: batch {batchId} expired on {expired:yyyy-MM-dd} and is next in line", productId);

    public static Refusal ContradictoryStock(long productId, int quantity) => new(
        "IntegrityError", Consume, "error", StatusCodes.Status500InternalServerError,
        $"product {productId}: {quantity} pieces on hand; somebody must count before more is sold", productId);

    public static Refusal RefundMismatch(long saleId) => new(
        "RefundMismatchError", "refund_sale", "error", StatusCodes.Status422UnprocessableEntity,
        $"no stock move of sale {saleId} is there, so its goods have no place to go back to");

    public static Refusal Invalid(string location, string detail, long? productId = null) => new(
        "ValidationError", location, "validation_error", StatusCodes.Status400BadRequest, detail, productId);

    public static Refusal NotFound(string location, string detail) => new(
        "NotFound", location, "validation_error", StatusCodes.Status404NotFound, detail);

    public static Refusal Conflict(string location, string detail) => new(
        "ValidationError", location, "validation_error", StatusCodes.Status409Conflict, detail);

    public static Refusal Database(string type, string detail) => new(
        type, "django_db", "error", StatusCodes.Status500InternalServerError, detail);
}

/// <summary>Carries a refusal out of a transaction, which is rolled back on the way.</summary>
internal class RefusedException(Refusal refusal, Exception? cause = null)
    : Exception($"{refusal.Type}: {refusal.Detail}", cause)
{
    public Refusal Refusal { get; } = refusal;
}
