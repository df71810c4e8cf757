using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors.Tests.Sql;

/// <summary>A statement in a program's words runs by itself only where the role that it runs as can do nothing but read.</summary>
[Collection("database")]
public sealed class SqlInArgvTests(Database database)
{
    string Psql(string role) => $"psql -h 127.0.0.1 -p {database.Server.Port} -U {role} -d shop";

    [Theory]
    [InlineData("{psql} -c 'SELECT count(*) FROM stock'")]
    [InlineData("{psql} --command='SELECT count(*) FROM stock'")]
    [InlineData("{psql} -tAc 'SELECT count(*) FROM stock'")]
    [InlineData("echo 'SELECT count(*) FROM stock' | {psql}")]
    [InlineData("{psql} <<< 'SELECT count(*) FROM stock'")]
    [InlineData("env LANG=C {psql} -c 'SELECT count(*) FROM stock'")]
    [InlineData("timeout 5 {psql} -c 'SELECT count(*) FROM stock'")]
    public async Task A_role_that_only_reads_is_verified_by_the_same_way(string text)
    {
        await using var executors = Permits.Executors(new ShellConnection());
        var result = await executors.Run(Permits.Read(text.Replace("{psql}", Psql("reader"), StringComparison.Ordinal), Language.Shell));

        Assert.Equal(OutcomeKind.Succeeded, result.Outcome.Kind);
        Assert.Contains(result.Output.Lines, line => line.Trim() == "1000");
    }

    [Theory]
    [InlineData("{psql} -c 'SELECT 1'", "postgres", "is a superuser")]
    [InlineData("echo 'SELECT 1' | {psql}", "operator", "may write to stock")]
    [InlineData("timeout 5 {psql} -c 'SELECT 1'", "signaller", "pg_signal_backend")]
    [InlineData("sh -c \"{psql} -c 'SELECT 1'\"", "reader", "nobody can be asked")]
    [InlineData("mysql -e 'SELECT 1'", "reader", "nobody can be asked")]
    [InlineData("{psql} -c 'SELECT 1'", "nobody", "could not be asked")]
    public async Task Else_a_person_is_asked_and_the_statement_does_not_run(string text, string role, string why)
    {
        await using var executors = Permits.Executors(new ShellConnection());
        var result = await executors.Run(Permits.Read(text.Replace("{psql}", Psql(role), StringComparison.Ordinal), Language.Shell));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        Assert.StartsWith("waits for a person: ", result.Outcome.Message!, StringComparison.Ordinal);
        Assert.Contains(why, result.Outcome.Message!, StringComparison.Ordinal);
        Assert.Empty(result.Output.Lines);
    }

    [Fact]
    public async Task A_person_who_asks_for_it_gets_it()
    {
        await using var executors = Permits.Executors(new ShellConnection());
        var clicked = new ReadPermit(Permits.Command, $"{Psql("operator")} -Atc 'SELECT 7'", null, Language.Shell, new Target("it", TargetKind.Shell, "it"), [], Limits.Default, [], clicked: true);
        var result = await executors.Run(clicked);

        Assert.Equal(["7"], result.Output.Lines);
    }

    [Fact]
    public async Task The_word_in_another_programs_arguments_is_just_a_word()
    {
        await using var executors = Permits.Executors(new ShellConnection());
        var result = await executors.Run(Permits.Read("echo psql | grep -c psql", Language.Shell));

        Assert.Equal(["1"], result.Output.Lines);
    }
}
