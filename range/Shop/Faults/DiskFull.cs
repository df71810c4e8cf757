using Firstlook.Range.Checkout;

namespace Firstlook.Range.Faults;

/// <summary>A core dump fills the file system of the orders' journal, so that no order can be noted, and none is taken. Deleting it heals it.</summary>
internal sealed class DiskFull : IFault
{
    const int Piece = 64 * 1024;
    const int MostPieces = 4096;

    static readonly string Dump = Path.Combine(OrderJournal.Folder, "core.4711");

    public FaultCard Card { get; } = new(
        "disk-full",
        "machine",
        "DiskSpaceLow",
        "A core dump fills the file system that orders are noted on, so the checkout answers 500: No space left on device. Deleting /var/spool/core.4711 heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(File.Exists(Dump));

    public async Task InjectAsync(CancellationToken cancellation)
    {
        await using var dump = new FileStream(Dump, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        // In pieces down to single bytes, so that not one more line fits.
        for (var (size, pieces) = (Piece, 0); size > 0 && pieces < MostPieces; pieces++)
        {
            try
            {
                await dump.WriteAsync(new byte[size], cancellation);
            }
            catch (IOException)
            {
                size /= 8;
            }
        }
    }

    public Task HealAsync(CancellationToken cancellation)
    {
        File.Delete(Dump);
        return Task.CompletedTask;
    }
}
