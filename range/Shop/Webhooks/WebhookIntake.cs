using Firstlook.Range.Configuration;

namespace Firstlook.Range.Webhooks;

/// <summary>
/// How many webhooks the shop takes, whoever sends them: WEBHOOKS_A_SECOND, and as many at once. The sender is not known before
/// the signature is checked, so a flood from one leaves no room for the others; but it does not take the shop with it.
/// </summary>
internal sealed class WebhookIntake(ShopConfiguration configuration, TimeProvider clock)
{
    /// <summary>When who was turned away may try again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    double? room;
    long since;

    /// <summary>Whether there is room for one more, which then is taken.</summary>
    public bool Takes()
    {
        var most = configuration.File.Number("WEBHOOKS_A_SECOND");
        lock (gate)
        {
            room = Math.Min(most, (room ?? most) + (clock.GetElapsedTime(since).TotalSeconds * most));
            since = clock.GetTimestamp();
            if (room < 1)
            {
                return false;
            }
            room--;
            return true;
        }
    }
}
