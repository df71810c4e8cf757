using Firstlook.App.Desk;

namespace Firstlook.App.Senders;

/// <summary>One way to tell people or machines outside. Total: whatever goes wrong is in the delivery.</summary>
public interface ISender
{
    /// <param name="key">Stable over all attempts: the receiver drops what it has seen.</param>
    Task<Delivery> Send(string key, OutgoingNotice notice, CancellationToken cancellation);
}

/// <param name="Retryable">False where the same message would fail again: then it is given up, visibly.</param>
/// <param name="Error">For people, without secrets; empty where done.</param>
/// <param name="RetryAfter">What the receiver asked for.</param>
public sealed record Delivery(bool Done, bool Retryable, string Error, TimeSpan? RetryAfter = null)
{
    public static Delivery Delivered { get; } = new(true, false, "");
}
