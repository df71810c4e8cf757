using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Firstlook.App.Accounts;

/// <summary>
/// People and the hashes of their tokens, in one file that only its owner may read. Several processes may share it (the server, and a
/// command that makes a login link): every change reads it again under a lock, and replaces it whole.
/// </summary>
sealed class AccountsFile(string folder)
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    readonly string path = Path.Combine(folder, "accounts.json");
    readonly Lock gate = new();
    (DateTime Written, long Length, AccountsContent Content)? known;

    public bool Exists => File.Exists(path);

    /// <summary>The content as it stands on disk: a change by another process is seen at once.</summary>
    /// <exception cref="InvalidDataException">The file is no such file: the message names it.</exception>
    public AccountsContent Read()
    {
        lock (gate)
        {
            var file = new FileInfo(path);
            if (!file.Exists) return AccountsContent.Empty;
            if (known is { } last && last.Written == file.LastWriteTimeUtc && last.Length == file.Length) return last.Content;
            var content = Parse(File.ReadAllBytes(path));
            known = (file.LastWriteTimeUtc, file.Length, content);
            return content;
        }
    }

    /// <returns>What <paramref name="change"/> made beside the new content.</returns>
    public T Change<T>(Func<AccountsContent, (AccountsContent Content, T Made)> change)
    {
        lock (gate)
        {
            using var held = Hold();
            known = null;
            var before = Read();
            var (after, made) = change(before);
            if (after != before) PrivateFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(after, Options));
            known = null;
            return made;
        }
    }

    /// <summary>The lock between processes. It is held for one small write; whoever waits longer than five seconds is told so.</summary>
    FileStream Hold()
    {
        var started = TimeProvider.System.GetTimestamp();
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return PrivateFile.Open(path + ".lock", FileMode.OpenOrCreate);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5))
            {
                wait.SpinOnce();
            }
        }
    }

    AccountsContent Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<AccountsContent>(bytes, Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"{path} is damaged ({damaged.Message}): restore it, or remove it, which signs everybody out", damaged);
        }
    }
}

/// <param name="People">Who may sign in.</param>
sealed record AccountsContent(ImmutableArray<string> People, ImmutableArray<KeptToken> Tokens)
{
    public static AccountsContent Empty { get; } = new([], []);
}

enum TokenKind { Login, Session, Api }

/// <param name="Hash">SHA-256 of the token, lower-case hexadecimal. The token itself is kept nowhere.</param>
/// <param name="ExpiresAt">Null where it holds until it is revoked.</param>
sealed record KeptToken(TokenKind Kind, string Person, string Hash, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);
