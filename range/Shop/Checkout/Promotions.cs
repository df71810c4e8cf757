using Firstlook.Range.Configuration;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Checkout;

/// <summary>Applies a coupon to an order, in the order's transaction, and counts what it costs.</summary>
internal sealed class Promotions(ShopConfiguration configuration, ShopMetrics metrics, ShopLog log)
{
    readonly Counter applied = metrics.Add(new Counter("promotion_applied_total", "Coupons applied, by code.", "code"));
    readonly Counter discount = metrics.Add(new Counter("discount_total_cents", "DiscountTotal: what coupons took off, in cents.", "code"));

    /// <returns>What the coupon takes off the amount.</returns>
    /// <exception cref="RefusedException">The coupon is unknown, used up, switched off or blacklisted.</exception>
    public async Task<decimal> ApplyAsync(NpgsqlConnection connection, string code, decimal amount, string requestId, CancellationToken cancellation)
    {
        if (configuration.File["BLACKLISTED_COUPONS"].Split(',', StringSplitOptions.TrimEntries).Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedException(Refused(code, "is blacklisted"));
        }
        await using var use = new NpgsqlCommand(
            "UPDATE promotions_coupon SET uses = uses + 1 WHERE code = $1 AND is_active AND (most_uses IS NULL OR uses < most_uses) RETURNING percent", connection);
        use.Parameters.AddWithValue(code);
        if (await use.ExecuteScalarAsync(cancellation) is not int percent)
        {
            throw new RefusedException(Refused(code, "does not exist or is used up"));
        }
        var off = Math.Round(amount * percent / 100, 2);
        applied.Increment(code);
        discount.Add((long)(off * 100), code);
        log.Write(new LogEntry
        {
            Timestamp = log.Now(),
            Level = "INFO",
            Event = "checkout.promotion",
            RequestId = requestId,
            Message = $"ApplyPromotion code={code} percent={percent} discount={off}",
            Coupon = code,
        });
        return off;
    }

    static Refusal Refused(string code, string why) =>
        new("CouponRefusedError", "apply_promotion", "coupon_refused", StatusCodes.Status409Conflict, $"coupon {code} {why}");
}
