using Firstlook.Journal.Sqlite;

namespace Firstlook.Journal;

/// <summary>What an append must be like before it may be queued. A violation is a mistake of the program, not of the world.</summary>
public static class Acceptable
{
    /// <summary>Bytes of one piece of evidence or one event's payload, inclusive.</summary>
    public const int MaxBytes = 1 << 20;

    internal static void Check(Append append)
    {
        foreach (var added in append.Events)
        {
            if (added.Type.Length == 0 || !added.Type.All(c => char.IsBetween(c, '!', '~')))
                throw new ArgumentException($"'{added.Type}' is no event type: one to many visible ASCII characters.", nameof(append));
            Require(added.Payload.Length, added.Type);
        }

        foreach (var evidence in append.Evidence)
        {
            Require(evidence.Bytes.Length, "evidence");
            if (evidence.Hash != Chain.OfEvidence(evidence.Bytes.Span))
                throw new ArgumentException($"Evidence {evidence.Hash} is not the hash of its bytes.", nameof(append));
        }
    }

    internal static int Weight(Append append)
    {
        // What a small append costs beside its bytes.
        var weight = 512;
        foreach (var added in append.Events) weight += added.Payload.Length;
        foreach (var evidence in append.Evidence) weight += evidence.Bytes.Length;
        foreach (var message in append.Messages) weight += message.Body.Length;
        return weight;
    }

    static void Require(int length, string what)
    {
        if (length > MaxBytes) throw new ArgumentException($"{what}: {length} bytes are more than {MaxBytes}.", nameof(length));
    }
}
