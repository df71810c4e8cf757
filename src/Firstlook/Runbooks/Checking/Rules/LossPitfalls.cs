using System.Text.RegularExpressions;
using Firstlook.Effects;
using static Firstlook.Runbooks.Checking.Rules.Pitfalls;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>
/// What cannot be had back, written as if it could. Sources: PostgreSQL's "pg_restore", docs of mongorestore, git-push and git-reset,
/// docs.docker.com "docker image prune".
/// </summary>
internal static partial class LossPitfalls
{
    static string Leveled(string level) => $"# QueueFull\n\n**Severity**: {level}\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL083", ProblemSeverity.Warning, "a change to every row",
            "Without WHERE it overwrites or deletes the whole table, and what stood there is nowhere else.",
                "Add WHERE, and look at the rows with a SELECT of the same WHERE first.",
            Fenced("UPDATE stock_batch SET is_active = false;", "sql"), Fenced("UPDATE stock_batch SET is_active = false WHERE id = 42;", "sql"), EveryRow),
        Of("FL084", ProblemSeverity.Warning, "a backup restored over what is live",
            "It drops what stands there before it knows that the backup is whole: both may be gone.",
                "Restore it under another name, look at it, then let the application use that one.",
            "pg_restore --clean -d shop /backups/shop.dump", "createdb shop_restored && pg_restore -d shop_restored /backups/shop.dump",
            call => call.Of("pg_restore") is { } restore && restore.Has("--clean", "-c") && !restore.Contains("--list")
                ? (restore.First(w => w is "--clean" or "-c") ?? "pg_restore", "this drops the live objects first")
                : call.Of("mongorestore") is { } mongo && mongo.Has("--drop") ? ("--drop", "this drops the live collections first") : null),
        Of("FL085", ProblemSeverity.Warning, "history that is overwritten",
            "What others have pushed, or what was not committed yet, is gone for them who need it to find the cause.",
                "Push with --force-with-lease, or revert with a new commit; stash before a hard reset.",
            "git push --force origin main", "git revert --no-edit HEAD",
            call => call.Of("git") is { } git && git.Goes("push") && git.Any(w => w is "--force" or "-f")
                ? (git.First(w => w is "--force" or "-f")!, "this overwrites what others have pushed")
                : call.Of("git") is { } reset && reset.Goes("reset") && reset.Has("--hard") ? ("--hard", "what was changed and not committed is lost") : null),
        Of("FL086", ProblemSeverity.Info, "images deleted that a rollback needs",
            "Every image that no container uses at the moment goes, the release before this one included: going back to it must pull it first.",
                "Add --filter until=168h, or remove single images.",
            "docker image prune -a -f", "docker image prune -f",
            call => call.Of("docker", "podman", "nerdctl") is { } docker && (docker.Goes("image", "prune") || docker.Goes("system", "prune")) && docker.Has("-a", "--all")
                && !docker.Has("--filter", "--volumes")
                ? ("prune", "the images of earlier releases go with it") : null),
        new("FL087", ProblemSeverity.Info, "a severity of two levels",
            "Nobody can tell how fast to come; Firstlook takes the level it begins with.", "State the level that it begins with, and in a sentence when it rises.",
            Leveled("warning -> high"), Leveled("high"), TwoLevels),
    ];

    static IEnumerable<Flaw> EveryRow(Subject subject) =>
        subject.Queries.Where(q => q.Language == Language.Sql && q.Text.Length < 20_000).Select(q => (Query: q, Match: Unbounded().Match(Quoted().Replace(q.Text, "''"))))
            .Where(one => one.Match.Success)
            .Select(one => subject.At(one.Query.Line, one.Match.Groups["verb"].Value, "there is no WHERE: this touches every row"));

    static IEnumerable<Flaw> TwoLevels(Subject subject) =>
        subject.Lines.Select((text, index) => (Line: index + 1, Match: text.Length > 400 ? Match.Empty : Levels().Match(text)))
            .Where(one => one.Match.Success && !subject.IsCode[one.Line - 1])
            .Select(one => subject.At(one.Line, one.Match.Groups["levels"].Value, $"\"{one.Match.Groups["levels"].Value}\" is two levels"));

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*((?<verb>UPDATE)\s+[\w.""]+\s+SET\b(?!.*\b(WHERE|FROM|CURRENT OF)\b)|(?<verb>DELETE)\s+FROM\s+[\w.""]+\s*;?\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Unbounded();

    [GeneratedRegex(@"^[\s*_>#-]*severity\W{1,8}(?<levels>(critical|high|warning|medium|low|info|SEV-?\d|P\d)\s*(->|→|–>|=>)\s*(critical|high|warning|medium|low|SEV-?\d|P\d))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Levels();
}
