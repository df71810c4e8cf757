using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddRefunds(IServiceCollection services)
    {
        Add(services, provider => new BadRelease<RefundRules>(
            new FaultCard(
                "refunds-too-strict",
                "refunds",
                "RefundFailures",
                "A release gives back nine tenths of a sale at most, so rightful refunds are refused. Reverting it heals it."),
            provider.GetRequiredService<Deployment>(),
            "Refunds keep a tenth for handling",
            release => release.Refunds,
            (release, refunds) => release with { Refunds = refunds },
            refunds => refunds with { MostOfTotal = 0.9m }));
        AddSetting(services, "ARCHIVE_MOVES_AFTER_DAYS", "0", new FaultCard(
            "refund-in-mismatch",
            "refunds",
            "RefundFailures",
            "Stock moves are archived at once instead of after a year, so refunds find no move to take the goods back by. ARCHIVE_MOVES_AFTER_DAYS=400 heals it."));
        AddOutside(services, "REFUND_KEYS", "hour", new FaultCard(
            "idempotency-collision",
            "refunds",
            "RefundFailures",
            "A new version of the tills makes the key of a refund from the hour instead of the sale, so keys collide. Putting the tills' version back heals it."));
    }
}
