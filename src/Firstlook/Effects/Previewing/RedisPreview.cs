namespace Firstlook.Effects;

/// <summary>What to ask Redis before a command that writes or deletes.</summary>
internal static class RedisPreview
{
    /// <param name="key">The first word after the command.</param>
    /// <param name="keys">All words after it, as they are written.</param>
    public static (string Command, string Sentence)? Ask(string command, string key, string keys) => command.ToUpperInvariant() switch
    {
        "FLUSHDB" or "FLUSHALL" => ("DBSIZE", "How many keys would be lost."),
        "DEL" or "UNLINK" when keys.Length > 0 => ($"EXISTS {keys}", "How many of these keys there are."),
        "GETDEL" or "SET" or "RENAME" or "RESTORE" or "GETSET" when key.Length > 0 => ($"TYPE {key}", "What the key holds now."),
        "EXPIRE" or "PEXPIRE" or "PERSIST" or "EXPIREAT" when key.Length > 0 => ($"TTL {key}", "How long the key has left."),
        "LPOP" or "RPOP" or "LTRIM" or "LREM" or "LSET" when key.Length > 0 => ($"LLEN {key}", "How long the list is."),
        "SREM" or "SPOP" when key.Length > 0 => ($"SCARD {key}", "How many members the set has."),
        "ZREM" or "ZPOPMIN" or "ZPOPMAX" or "ZREMRANGEBYRANK" or "ZREMRANGEBYSCORE" when key.Length > 0 => ($"ZCARD {key}", "How many members the set has."),
        "HDEL" or "HSET" when key.Length > 0 => ($"HLEN {key}", "How many fields the hash has."),
        "XDEL" or "XTRIM" when key.Length > 0 => ($"XLEN {key}", "How many entries the stream has."),
        "CLIENT" => ("CLIENT LIST", "Who is connected."),
        _ => null,
    };
}
