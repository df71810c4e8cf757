namespace Firstlook.Executors.Sql;

/// <summary>The role that reads run as, as SQL for the database's administrator. The tests of what a read may do run as the role that this makes.</summary>
public static class ReaderRole
{
    /// <param name="role">Its name.</param>
    /// <param name="sessions">Sessions that reads may take at once; an incident needs the others itself.</param>
    /// <returns>PostgreSQL 14 or newer (pg_read_all_data). Without a password: set one by psql's <c>\password</c>, which keeps it out of the server's log.</returns>
    public static string Sql(string role, int sessions)
    {
        var name = $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return $"""
            CREATE ROLE {name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT {sessions};
            GRANT pg_read_all_data, pg_monitor TO {name};
            ALTER ROLE {name} SET default_transaction_read_only = on;
            ALTER ROLE {name} SET statement_timeout = '60s';
            ALTER ROLE {name} SET lock_timeout = '2s';
            ALTER ROLE {name} SET idle_in_transaction_session_timeout = '15s';

            """;
    }
}
