using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class PreviewTests
{
    [Theory]
    [InlineData("find /app/logs -name \"*.log\" -mtime +7 -delete", "find /app/logs -name \"*.log\" -mtime +7 -print | wc -l")]
    [InlineData("kubectl delete pod -l app=x", "kubectl delete --dry-run=server pod -l app=x")]
    [InlineData("kubectl apply -f x.yaml", "kubectl apply --dry-run=server -f x.yaml")]
    [InlineData("git clean -fd", "git clean -n -fd")]
    [InlineData("psql -U app -c \"DELETE FROM orders WHERE state = 'old'\"", "psql -U app -c 'SELECT count(*) FROM orders WHERE state = '\\''old'\\'''")]
    public void A_shell_command_that_is_held_has_a_safe_preview(string command, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(command, Language.Shell))?.Text);

    [Theory]
    [InlineData("DELETE FROM orders WHERE id < 5;", "SELECT count(*) FROM orders WHERE id < 5")]
    [InlineData("UPDATE shop.orders SET a = 1 WHERE b = 'x' RETURNING id;", "SELECT count(*) FROM shop.orders WHERE b = 'x'")]
    [InlineData("TRUNCATE TABLE t;", "SELECT count(*) FROM t")]
    [InlineData("SELECT pg_terminate_backend(42);", "SELECT pid, usename, application_name, state, now() - query_start AS running, left(query, 80) AS query FROM pg_stat_activity WHERE pid = 42")]
    public void A_statement_that_is_held_has_a_safe_preview(string statement, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(statement, Language.Sql))?.Text);

    [Theory]
    [InlineData("rm -rf /srv/data", Language.Shell)]
    [InlineData("DELETE FROM t WHERE evil()", Language.Sql)]
    [InlineData("find . -delete -exec rm {} +", Language.Shell)]
    [InlineData("DROP TABLE t", Language.Sql)]
    [InlineData("ls", Language.Shell)]
    public void Where_no_read_would_show_it_there_is_no_preview(string command, Language language) =>
        Assert.Null(Previews.Of(Classifier.Whole(command, language)));
}
