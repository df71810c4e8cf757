using System.Globalization;

namespace Firstlook.Range.Checkout;

/// <summary>
/// Each order is noted in a file before any money moves, as the tax office wants it. An order that cannot be noted is refused.
/// The file stands on a small file system of its own.
/// </summary>
internal sealed class OrderJournal(TimeProvider clock) : IDisposable
{
    /// <summary>The range mounts a small tmpfs there.</summary>
    public const string Folder = "/var/spool";

    readonly SemaphoreSlim gate = new(1);

    public async Task NoteAsync(PlacedOrder order, string tenant, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            await File.AppendAllTextAsync(
                Path.Combine(Folder, "orders.journal"),
                string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():O} {tenant} {order.Reference} {order.Total} {order.Discount}\n"),
                cancellation);
        }
        catch (IOException full)
        {
            throw new RefusedException(new Refusal("OSError", "order_journal", "error", StatusCodes.Status500InternalServerError, full.Message), full);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
