using Firstlook.Range.Configuration;
using Firstlook.Range.Webhooks;

namespace Firstlook.Range.Faults;

/// <summary>Somebody captured webhooks on their way and floods the shop with them. Blocking the sender heals it.</summary>
internal sealed class WebhookReplay(OutsideWorld outside, RecentWebhooks recent, ShopSettings settings) : IFault
{
    const string Setting = "INTRUDER";

    public FaultCard Card { get; } = new(
        "webhook-replay",
        "webhooks",
        "WebhookReplayAttack",
        "An intruder floods the shop with captured webhooks; each has a right signature and was seen before. They leave the providers' own little room, so orders are confirmed late. Blocking the sender's address heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(outside.File[Setting] == "replays");

    public async Task InjectAsync(CancellationToken cancellation)
    {
        if (recent.All() is not { Count: > 0 } messages)
        {
            throw new InvalidOperationException("no webhook was received yet, so there is none to capture; try again in a few seconds");
        }
        await File.WriteAllLinesAsync(Path.Combine(Path.GetDirectoryName(settings.OutsideFile)!, "captured"), messages.Select(each => $"{each.Signature} {each.Body}"), cancellation);
        outside.File.Set(Setting, "replays");
    }

    public Task HealAsync(CancellationToken cancellation)
    {
        if (outside.File[Setting] == "replays")
        {
            outside.File.Set(Setting, "none");
        }
        return Task.CompletedTask;
    }
}
