using Firstlook.Range.Configuration;

namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddPayments(IServiceCollection services)
    {
        AddOutside(services, "STRIPE", "down", new FaultCard(
            "provider-down",
            "payments",
            "PaymentProcessingFailure",
            "The payment provider answers 503 to everything, as its status page says. ENABLE_STRIPE=false and ENABLE_PAYPAL=true heal the checkout; the provider's recovery heals the rest."));
        AddOutside(services, "STRIPE", "slow", new FaultCard(
            "provider-slow",
            "payments",
            "HighLatencyP95",
            "The payment provider takes over two seconds for each charge. Its recovery heals it, and so does the other provider (ENABLE_STRIPE=false, ENABLE_PAYPAL=true)."));
        AddOutside(services, "DECLINED_BINS", "400005,520082", new FaultCard(
            "card-declines",
            "payments",
            "PaymentProcessingFailure",
            "The provider declines all cards of two BIN ranges. Nothing in the shop is wrong; the provider's correction heals it."));
        services.AddSingleton<IFault, StuckBreaker>();
        AddSetting(services, "IDEMPOTENCY_TTL_SECONDS", "1", new FaultCard(
            "idempotency-expiry",
            "payments",
            "HighIdempotencyKeyExpiry",
            "Idempotency keys are kept for a second instead of a day, so who presses twice is charged twice. IDEMPOTENCY_TTL_SECONDS=86400 heals it."));
    }

    static void AddWebhooks(IServiceCollection services)
    {
        AddOutside(services, "STRIPE_WEBHOOK_SECRET", "whsec_rotated_at_the_provider", new FaultCard(
            "webhook-secret-rotated",
            "webhooks",
            "WebhookVerificationFailure",
            "The webhook secret was rotated at the provider only, so no genuine webhook is believed and orders stay unconfirmed. The same secret on both sides heals it."));
        services.AddSingleton<IFault, WebhookReplay>();
        AddOutside(services, "INTRUDER", "forges", new FaultCard(
            "webhook-forged",
            "webhooks",
            "WebhookVerificationFailure",
            "An intruder floods the shop with webhooks that he signs with a guess. They leave the providers' own little room, so orders are confirmed late. Blocking the sender's address heals it."));
        AddOutside(services, "WEBHOOK_ACCOUNTS", "mixed-up", new FaultCard(
            "webhook-cross-tenant",
            "webhooks",
            "WebhookVerificationFailure",
            "The provider mixed up its accounts and names the wrong brand in its webhooks. Its correction heals it."));
    }

    static void AddPromotions(IServiceCollection services) => services.AddSingleton<IFault, CouponAbuse>();

    static void AddSetting(IServiceCollection services, string name, string bad, FaultCard card) =>
        Add(services, provider => new EditedSetting(card, provider.GetRequiredService<ShopConfiguration>().File, name, bad));

    static void AddOutside(IServiceCollection services, string name, string bad, FaultCard card) =>
        Add(services, provider => new EditedSetting(card, provider.GetRequiredService<OutsideWorld>().File, name, bad));
}
