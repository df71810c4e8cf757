namespace Firstlook.Masking;

/// <summary>Names whose values are secrets, or that a team wants masked.</summary>
internal sealed class SensitiveNames(EquatableArray<string> fields)
{
    /// <summary>Endings of names, without <c>-</c> and <c>_</c>. Not <c>key</c> alone: people search by idempotency keys.</summary>
    static readonly (string Ending, string Kind)[] Secrets =
    [
        ("password", "password"), ("passwd", "password"), ("pwd", "password"), ("passphrase", "password"), ("dbpass", "password"), ("userpass", "password"),
            ("requirepass", "password"),
        ("secret", "secret"), ("secretkey", "secret"), ("secretaccesskey", "secret"), ("clientsecret", "secret"),
        ("token", "token"), ("apikey", "key"), ("accesskey", "key"), ("privatekey", "key"), ("signingkey", "key"), ("encryptionkey", "key"), ("masterkey", "key"),
        ("authorization", "authorization"), ("cookie", "cookie"), ("credential", "credentials"), ("credentials", "credentials"),
    ];

    const int LongestName = 128;

    readonly Dictionary<string, string> named = fields.Where(field => field.Length > 0)
        .GroupBy(Bare, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <returns>What the values of this name are; null where they may be shown.</returns>
    public string? KindOf(ReadOnlySpan<char> name)
    {
        Span<char> room = stackalloc char[LongestName];
        var bare = room[..Bare(name, room)];
        if (Named(bare) is { } field) return field;
        if (bare is "pwd" or "oldpwd") return null;
        foreach (var (ending, kind) in Secrets)
        {
            if (bare.EndsWith(ending, StringComparison.Ordinal)) return kind;
        }

        return null;
    }

    /// <summary>Whether a team named it: then the value may be of several words.</summary>
    public bool IsNamed(ReadOnlySpan<char> name)
    {
        Span<char> room = stackalloc char[LongestName];
        return Named(room[..Bare(name, room)]) is not null;
    }

    string? Named(ReadOnlySpan<char> bare) =>
        named.Count > 0 && named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare, out var field) ? field : null;

    static string Bare(string name)
    {
        Span<char> room = stackalloc char[LongestName];
        return new string(room[..Bare(name, room)]);
    }

    static int Bare(ReadOnlySpan<char> name, Span<char> bare)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (c is '-' or '_' or ' ') continue;
            if (length == bare.Length) break;
            bare[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }
}
