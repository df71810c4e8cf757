using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Faults;

/// <summary>A campaign's coupon is published without a limit of uses, and a forum finds it. Switching it off heals it.</summary>
internal sealed class CouponAbuse(Workers workers, OutsideWorld outside) : IFault
{
    public FaultCard Card { get; } = new(
        "coupon-abuse",
        "promotions",
        "PromotionAbuse",
        "The coupon LAUNCH50 loses its limit of uses and a crowd takes half off everything. BLACKLISTED_COUPONS=LAUNCH50 heals it, and so does range/promotion-admin deactivate LAUNCH50.");

    public async Task<bool> IsActiveAsync(CancellationToken cancellation)
    {
        // Only then is the database asked: the list of faults must come while it has no connection to give.
        if (outside.File["CROWD"] != "coupons")
        {
            return false;
        }
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT is_active AND most_uses IS NULL FROM promotions_coupon WHERE code = 'LAUNCH50'", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task InjectAsync(CancellationToken cancellation)
    {
        await ExecuteAsync("UPDATE promotions_coupon SET most_uses = NULL, is_active = true WHERE code = 'LAUNCH50'", cancellation);
        outside.File.Set("CROWD", "coupons");
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        await ExecuteAsync("UPDATE promotions_coupon SET most_uses = 20, is_active = false WHERE code = 'LAUNCH50'", cancellation);
        outside.File.Set("CROWD", "none");
    }

    async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
#pragma warning disable CA2100 // Literals of this file.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
