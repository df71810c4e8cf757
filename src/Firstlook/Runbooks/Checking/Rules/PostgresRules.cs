using Firstlook.Effects;
using Firstlook.Effects.Sql;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>SQL that PostgreSQL refuses: grammar, and names that it no longer has.</summary>
internal static class PostgresRules
{
    static string Sql(string text) => Samples.Fenced(text, "sql", title: "SlowQueries");

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL015", ProblemSeverity.Error, "SQL that does not parse",
            "The database answers with a syntax error instead of the rows.", "Correct it; psql shows the same place.",
            Sql("SELECT pid, state, FROM pg_stat_activity;"), Sql("SELECT pid, state FROM pg_stat_activity;"), Syntax),
        new("FL016", ProblemSeverity.Warning, "a name that PostgreSQL no longer has",
            "The query fails with \"does not exist\" on every server since that version.", "Use the name it has now; check --postgresql VERSION says what your servers have.",
            Sql("SELECT query, mean_time FROM pg_stat_statements ORDER BY mean_time DESC LIMIT 10;"),
                Sql("SELECT query, mean_exec_time FROM pg_stat_statements ORDER BY mean_exec_time DESC LIMIT 10;"), Gone),
    ];

    static IEnumerable<Flaw> Syntax(Subject subject)
    {
        foreach (var use in Uses(subject))
        {
            if (SqlSyntax.Problem(use.Text) is { } problem) yield return subject.At(use.Line, use.Text, problem.At, problem.Message);
        }
    }

    static IEnumerable<Flaw> Gone(Subject subject)
    {
        foreach (var use in Uses(subject))
        {
            var tokens = new SqlLexer(use.Text).Read().Tokens;
            var words = tokens.Where(t => t.Kind is SqlKind.Word or SqlKind.Quoted).Select(t => t.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var relations = Relations(tokens);
            foreach (var change in PostgresChanges.All)
            {
                if (change.Relation is not null ? !relations.Contains(change.Relation) || !words.Contains(change.Old) : !words.Contains(change.Old)) continue;
                // "total_time" of another table, or an alias that the query gives itself.
                if (change.Relation is not null && tokens.Zip(tokens.Skip(1)).Any(p => p.First.Is("as") && p.Second.Text == change.Old)) continue;
                foreach (var token in tokens.Where(t => t.Kind is SqlKind.Word or SqlKind.Quoted && t.Text.Equals(change.Old, StringComparison.OrdinalIgnoreCase)))
                {
                    if (Found(subject, use, change, token) is { } flaw) yield return flaw;
                }
            }
        }
    }

    static Flaw? Found(Subject subject, QueryUse use, PostgresChange change, SqlToken token)
    {
        if (subject.Request.PostgreSql is { } version && version < change.Since) return null;
        var of = change.Relation is null ? "" : $" of {change.Relation}";
        var now = change.New is null ? "is gone" : $"is {change.New}";
        var message = $"{change.Old}{of} {now} since PostgreSQL {change.Since}";
        // Within a command's word the query has lost its place: there the name itself is looked for.
        var at = use.Step.Commands.Any(c => c.Text == use.Text) ? subject.At(use.Line, use.Text, token.Start, message) : subject.At(use.Line, change.Old, message);
        return at with
        {
            Length = change.Old.Length,
            Severity = subject.Request.PostgreSql is null ? null : ProblemSeverity.Error,
            Fix = change.New is null ? change.Instead : $"Write {change.New}.",
            Edit = change.New is { } name && at.Column > 0 ? new(at.Line, change.Old, name) : null,
        };
    }

    static HashSet<string> Relations(List<SqlToken> tokens)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (!tokens[i].Is("from") && !tokens[i].Is("join") && !tokens[i].Is(",")) continue;
            var at = i + 1;
            if (at + 2 < tokens.Count && tokens[at + 1].Is(".")) at += 2;
            if (tokens[at].Kind is SqlKind.Word or SqlKind.Quoted) names.Add(tokens[at].Text);
        }

        return names;
    }

    static IEnumerable<QueryUse> Uses(Subject subject) =>
        subject.Queries.Where(q => q.Language == Language.Sql && !q.HasHoles && !Others.Any(w => q.Text.Contains(w, StringComparison.OrdinalIgnoreCase)));

    // Words by which another database is told.
    static readonly string[] Others =
        ["information_schema.innodb", "performance_schema", "show processlist", "show full processlist", "show engine", "\\G", "show slave", "show replica", "sys.schema",
            "v$", "dbms_", "sqlite_", "pragma ", "nolock", "sys.dm_", "system.", "from dual", "`"];
}
