using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>Things that are made and cannot be taken back: money that moves (docs.stripe.com, "Refunds", "Payouts", "Transfers"), and messages to people (twilio.com,
/// "Messages").</summary>
internal static class Sendings
{
    public const string Why = "it moves money, or tells people";

    static readonly FrozenSet<string> Kinds =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "refund", "refunds", "payout", "payouts", "charge", "charges", "transfer", "transfers", "topup", "topups",
            "payment_intents", "paymentIntent", "paymentIntents", "messages", "calls", "sms");

    /// <param name="at">The name of what makes one: <c>create</c>.</param>
    public static bool Are(List<CodeToken> tokens, int at) => at > 1 && tokens[at - 1].Is(".") && Kinds.Contains(tokens[at - 2].Text);
}
