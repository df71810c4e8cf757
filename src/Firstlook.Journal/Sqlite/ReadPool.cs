using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Firstlook.Journal.Sqlite;

/// <summary>Connections that only read. In WAL mode they see the last commit and neither wait for the writer nor hold it up.</summary>
internal sealed class ReadPool(string path) : IDisposable
{
    const int MaxIdle = 8;

    readonly ConcurrentBag<Session> idle = [];
    volatile bool closed;

    /// <exception cref="JournalUnavailableException">The file cannot be read now.</exception>
    public T Read<T>(Func<Session, T> query)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        Session? session = null;
        try
        {
            session = idle.TryTake(out var rested) ? rested : Session.Open(path, readOnly: true);
            var answer = query(session);
            Return(session);
            return answer;
        }
        catch (SqliteException e)
        {
            session?.Dispose();
            throw new JournalUnavailableException(Refusal.Of(e) ?? $"The journal cannot be read: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session)) session.Dispose();
    }

    void Return(Session session)
    {
        if (closed || idle.Count >= MaxIdle) session.Dispose();
        else idle.Add(session);
    }
}
