using System.Collections.Immutable;
using System.Text;

namespace Firstlook.App.Accounts;

/// <summary>
/// Who may come in, and by which token. People are names; what they hold is a single-use login link, then a session, and for the command
/// line an API token. Nothing here can be read back: only hashes are kept. Safe for use by many threads and several processes at once.
/// </summary>
sealed class Accounts
{
    /// <summary>The person of a first start, before any is configured.</summary>
    public const string FirstPerson = "admin";

    public const int LongestName = 64;

    public static TimeSpan LoginLinkLasts { get; } = TimeSpan.FromHours(24);

    /// <summary>From its last use.</summary>
    public static TimeSpan SessionLasts { get; } = TimeSpan.FromHours(12);

    /// <summary>A session's end moves at most this often, so that not every request writes a file.</summary>
    static readonly TimeSpan SlidesEvery = TimeSpan.FromMinutes(5);

    readonly AccountsFile file;
    readonly TimeProvider time;

    Accounts(string folder, AccountsFile file, TimeProvider time) =>
        (Folder, this.file, this.time) = (folder, file, time);

    public string Folder { get; }

    /// <summary>True where the folder knew nobody before: the caller prints a login link for <see cref="FirstPerson"/>.</summary>
    public bool IsFirstStart { get; private init; }

    public ImmutableArray<string> People => file.Read().People;

    /// <summary>
    /// What Prometheus or Alertmanager shows to be let in. It stands in the file <see cref="IntakeTokenFile"/> in plain text, so that
    /// <c>credentials_file</c> can point there; it lets nobody read or decide anything.
    /// </summary>
    public string IntakeToken { get; private init; } = "";

    public string IntakeTokenFile => Path.Combine(Folder, "intake-token");

    /// <param name="folder">Made where it is missing, for its owner alone.</param>
    /// <exception cref="InvalidDataException">What is kept there is damaged; the message names the file.</exception>
    public static Accounts Open(string folder, TimeProvider time)
    {
        folder = Path.GetFullPath(folder);
        PrivateFile.MakeFolder(folder);
        var kept = new AccountsFile(folder);
        var first = kept.Change(content => content.People.IsEmpty ? (content with { People = [FirstPerson] }, true) : (content, false));
        return new Accounts(folder, kept, time) { IsFirstStart = first, IntakeToken = OpenIntakeToken(Path.Combine(folder, "intake-token")) };
    }

    /// <summary>Letters of an intake token, at least: shorter ones can be guessed.</summary>
    public const int ShortestIntakeToken = 16;

    static string OpenIntakeToken(string path)
    {
        if (!File.Exists(path)) PrivateFile.Write(path, Encoding.UTF8.GetBytes(Tokens.New() + "\n"));
        var token = File.ReadAllText(path).Trim();
        return token.Length >= ShortestIntakeToken
            ? token : throw new InvalidDataException($"{path} holds no token of at least {ShortestIntakeToken} characters: remove it, and a new one is made");
    }

    /// <summary>The people of the configuration; none leaves <see cref="FirstPerson"/>. Whoever is no longer among them loses every token.</summary>
    /// <exception cref="ArgumentException">A name is blank, too long or holds control characters.</exception>
    public void Admit(IEnumerable<string> people)
    {
        var names = people.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        foreach (var name in names)
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
                throw new ArgumentException($"'{name}' is no name for a person: 1 to {LongestName} characters are needed, without control characters", nameof(people));
        if (names.IsEmpty) names = [FirstPerson];
        file.Change(content =>
        {
            var tokens = content.Tokens.RemoveAll(token => !names.Contains(token.Person));
            return content.People.SequenceEqual(names) && tokens.Length == content.Tokens.Length ? (content, 0) : (new AccountsContent(names, tokens), 0);
        });
    }

    /// <summary>A link that signs in once, within <see cref="LoginLinkLasts"/>. The one before it no longer works.</summary>
    /// <exception cref="ArgumentException">There is no such person.</exception>
    public string LoginLink(string person, Uri baseUri) =>
        new Uri(baseUri, $"/login?token={Make(TokenKind.Login, person, LoginLinkLasts, replaces: true)}").AbsoluteUri;

    /// <summary>For the command line: sent as <c>Authorization: Bearer</c>, it holds until the person is signed out everywhere.</summary>
    /// <exception cref="ArgumentException">There is no such person.</exception>
    public string ApiToken(string person) => Make(TokenKind.Api, person, null, replaces: false);

    /// <returns>Whom the link would sign in; null where it was used or is too old. Looking does not use it up.</returns>
    public string? PersonOfLogin(string token) => Find(TokenKind.Login, token)?.Person;

    /// <summary>Uses a login link up.</summary>
    /// <returns>Null where it was used or is too old.</returns>
    public Session? SignIn(string token)
    {
        var hash = Tokens.HashOf(token);
        return file.Change<Session?>(content =>
        {
            var now = time.GetUtcNow();
            if (content.Tokens.FirstOrDefault(kept => kept.Kind == TokenKind.Login && kept.Hash == hash && kept.ExpiresAt > now) is not { } link) return (content, null);
            var session = Tokens.New();
            return (content with
            {
                Tokens = Living(content.Tokens, now).Remove(link).Add(new KeptToken(TokenKind.Session, link.Person, Tokens.HashOf(session), now, now + SessionLasts)),
            }, new Session(link.Person, session));
        });
    }

    /// <param name="slid">True where its end has moved: the cookie is to be sent again.</param>
    /// <returns>Null where it ended or was revoked.</returns>
    public string? PersonOfSession(string token, out bool slid)
    {
        slid = false;
        if (Find(TokenKind.Session, token) is not { } session) return null;
        var now = time.GetUtcNow();
        if (session.ExpiresAt - now > SessionLasts - SlidesEvery) return session.Person;
        slid = file.Change(content =>
        {
            var index = content.Tokens.IndexOf(session);
            return index < 0 ? (content, false) : (content with { Tokens = content.Tokens.SetItem(index, session with { ExpiresAt = now + SessionLasts }) }, true);
        });
        // Another process may have revoked it between the two.
        return slid || Find(TokenKind.Session, token) is not null ? session.Person : null;
    }

    public string? PersonOfApiToken(string token) => Find(TokenKind.Api, token)?.Person;

    public bool IsIntakeToken(string token) => Tokens.AreSame(token, IntakeToken);

    public void SignOut(string session)
    {
        var hash = Tokens.HashOf(session);
        file.Change(content => (content with { Tokens = content.Tokens.RemoveAll(kept => kept.Kind == TokenKind.Session && kept.Hash == hash) }, 0));
    }

    /// <summary>Ends every session, login link and API token of a person.</summary>
    public void SignOutEverywhere(string person) =>
        file.Change(content => (content with { Tokens = content.Tokens.RemoveAll(kept => kept.Person == person) }, 0));

    string Make(TokenKind kind, string person, TimeSpan? lasts, bool replaces)
    {
        var token = Tokens.New();
        file.Change(content =>
        {
            if (!content.People.Contains(person)) throw new ArgumentException($"there is nobody called '{person}': people are {string.Join(", ", content.People)}", nameof(person));
            var now = time.GetUtcNow();
            var tokens = Living(content.Tokens, now);
            if (replaces) tokens = tokens.RemoveAll(kept => kept.Kind == kind && kept.Person == person);
            return (content with { Tokens = tokens.Add(new KeptToken(kind, person, Tokens.HashOf(token), now, now + lasts)) }, 0);
        });
        return token;
    }

    static ImmutableArray<KeptToken> Living(ImmutableArray<KeptToken> tokens, DateTimeOffset now) => tokens.RemoveAll(kept => kept.ExpiresAt <= now);

    KeptToken? Find(TokenKind kind, string token)
    {
        var hash = Tokens.HashOf(token);
        var now = time.GetUtcNow();
        return file.Read().Tokens.FirstOrDefault(kept => kept.Kind == kind && kept.Hash == hash && !(kept.ExpiresAt <= now));
    }
}

/// <param name="Token">Goes into the cookie, and is kept nowhere else.</param>
sealed record Session(string Person, string Token);
