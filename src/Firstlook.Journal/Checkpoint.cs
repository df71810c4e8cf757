namespace Firstlook.Journal;

/// <summary>A seal over all heads. Note its hash somewhere else, and nobody can rewrite what came before it unseen.</summary>
/// <param name="Number">1-based, without gaps.</param>
/// <param name="Position">Of the last event it covers.</param>
/// <param name="Heads">Exact bytes: a line <c>stream version hash</c> for each stream that moved since the checkpoint before.</param>
/// <param name="Previous">Hash of the checkpoint before; 32 zero bytes for the first.</param>
/// <param name="Hash">SHA-256 over previous hash, number, time, position and heads, each length-prefixed.</param>
public sealed record StoredCheckpoint(long Number, DateTimeOffset At, long Position, byte[] Heads, byte[] Previous, byte[] Hash);
