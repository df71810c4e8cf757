using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Firstlook.Journal;

/// <param name="Position">Of the last event that was committed together.</param>
/// <param name="Missed">Announcements before this one were dropped because the follower was slow: read everything again.</param>
public readonly record struct Announced(Guid Stream, long Position, bool Missed);

/// <summary>Tells followers what was committed. It never waits for one: who is slow loses the oldest, and is told so.</summary>
internal sealed class Announcer
{
    const int MaxWaiting = 256;

    readonly ConcurrentDictionary<Follower, byte> followers = new();

    public void Announce(Guid stream, long position)
    {
        foreach (var follower in followers.Keys) follower.Tell(new Announced(stream, position, Missed: false));
    }

    /// <summary>Everything announced from this call on, until cancelled or the journal closes.</summary>
    public IAsyncEnumerable<Announced> Follow(CancellationToken cancellation)
    {
        var follower = new Follower();
        followers.TryAdd(follower, 0);
        var registration = cancellation.UnsafeRegister(_ => Leave(follower), null);
        return Read(follower, registration, cancellation);
    }

    public void Close()
    {
        foreach (var follower in followers.Keys) Leave(follower);
    }

    async IAsyncEnumerable<Announced> Read(
        Follower follower, CancellationTokenRegistration registration, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var announced in follower.Told(cancellation)) yield return announced;
        }
        finally
        {
            await registration.DisposeAsync();
            Leave(follower);
        }
    }

    void Leave(Follower follower)
    {
        followers.TryRemove(follower, out _);
        follower.End();
    }

    sealed class Follower
    {
        readonly Channel<Announced> waiting;
        int dropped;

        public Follower() => waiting = Channel.CreateBounded<Announced>(
            new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true, SingleReader = true },
            _ => Interlocked.Exchange(ref dropped, 1));

        public void Tell(Announced announced) => waiting.Writer.TryWrite(announced);

        public void End() => waiting.Writer.TryComplete();

        public async IAsyncEnumerable<Announced> Told([EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var announced in waiting.Reader.ReadAllAsync(cancellation))
                yield return announced with { Missed = Interlocked.Exchange(ref dropped, 0) == 1 };
        }
    }
}
