using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Firstlook.Journal;

/// <summary>
/// The hashes of the record. Every field goes in as its length in bytes (4 bytes, big-endian) and then its bytes, so that no two
/// different records have the same input. Described for other tools in docs/decisions/0002-journal.md.
/// </summary>
internal static class Chain
{
    /// <summary>What the first event of a stream, and the first checkpoint, have before them: 32 zero bytes.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    public static byte[] OfEvent(ReadOnlySpan<byte> previous, Guid stream, int version, string type, DateTimeOffset at, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, previous);
        Add(hash, Bytes(stream));
        Add(hash, version);
        Add(hash, Encoding.UTF8.GetBytes(type));
        Add(hash, Ticks(at));
        Add(hash, payload);
        return hash.GetHashAndReset();
    }

    public static byte[] OfCheckpoint(ReadOnlySpan<byte> previous, long number, DateTimeOffset at, long position, ReadOnlySpan<byte> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, previous);
        Add(hash, number);
        Add(hash, Ticks(at));
        Add(hash, position);
        Add(hash, heads);
        return hash.GetHashAndReset();
    }

    /// <summary>Lower-case hexadecimal, as evidence is named.</summary>
    public static string OfEvidence(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The 16 bytes in the order in which the UUID is written.</summary>
    public static byte[] Bytes(Guid stream) => stream.ToByteArray(bigEndian: true);

    public static Guid Stream(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);

    /// <summary>Whole 100 ns since 1970-01-01T00:00:00Z; negative before.</summary>
    public static long Ticks(DateTimeOffset at) => at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;

    public static DateTimeOffset Time(long ticks) => DateTimeOffset.UnixEpoch.AddTicks(ticks);

    static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Add(hash, bytes);
    }

    static void Add(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        hash.AppendData(length);
        hash.AppendData(field);
    }
}
