using Npgsql;

namespace Firstlook.Executors.Sql;

/// <summary>Whether the role of a session can do more than read. READ ONLY transactions are no boundary by themselves.</summary>
internal static class SqlRole
{
    // Attributes: manual chapter 22.2; predefined roles: 22.5. pg_signal_backend could end sessions inside a READ ONLY transaction,
    // and reading or writing the server's own files leaves the database altogether.
    public const string Question = """
        SELECT current_user || ' ' || concat_ws(', ',
            CASE WHEN r.rolsuper THEN 'is a superuser' END,
            CASE WHEN r.rolcreaterole THEN 'may create roles' END,
            CASE WHEN r.rolcreatedb THEN 'may create databases' END,
            CASE WHEN r.rolreplication THEN 'may replicate' END,
            (SELECT 'is a member of ' || string_agg(g.rolname, ', ' ORDER BY g.rolname)
               FROM pg_roles g
              WHERE g.rolname IN ('pg_write_all_data', 'pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files',
                                  'pg_signal_backend', 'pg_checkpoint', 'pg_maintain', 'pg_create_subscription')
                AND pg_has_role(r.oid, g.oid, 'MEMBER')),
            (SELECT 'is a member of a superuser: ' || min(g.rolname) FROM pg_roles g WHERE g.rolsuper AND NOT r.rolsuper AND pg_has_role(r.oid, g.oid, 'MEMBER')),
            (SELECT 'may write to ' || min(c.oid::regclass::text)
               FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE NOT r.rolsuper AND c.relkind IN ('r', 'p')
                AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_toast%' AND n.nspname NOT LIKE 'pg\_temp%'
                AND (has_table_privilege(r.oid, c.oid, 'INSERT') OR has_table_privilege(r.oid, c.oid, 'UPDATE')
                     OR has_table_privilege(r.oid, c.oid, 'DELETE') OR has_table_privilege(r.oid, c.oid, 'TRUNCATE'))))
          FROM pg_roles r WHERE r.rolname = session_user
        """;

    /// <returns>Why reads are not run under this role, for a person; null where it can only read.</returns>
    public static async Task<string?> Objection(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Question, session);
        return Understand((string?)await command.ExecuteScalarAsync(cancellation) ?? "") is { } powers
            ? $"reads run only under a role that can do nothing else, and {powers}: give the target a reader role (firstlook targets setup prints its SQL)"
            : null;
    }

    /// <param name="answer">What the question returned: the role's name, a blank, and its powers.</param>
    /// <returns>The role and its powers, for a person; null where it has none above reading. An answer that is none counts as a power.</returns>
    public static string? Understand(string answer)
    {
        var line = answer.Trim('\n', '\r');
        var name = line.IndexOf(' ', StringComparison.Ordinal);
        if (name <= 0) return "its role is not known";
        return name == line.Length - 1 ? null : line;
    }
}
