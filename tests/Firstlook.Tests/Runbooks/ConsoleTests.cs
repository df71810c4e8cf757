using Firstlook.Effects;

namespace Firstlook.Tests.Runbooks;

/// <summary>Consoles whose prompts are less usual: which lines were typed, and what goes on in the next.</summary>
public sealed class ConsoleTests
{
    [Theory]
    [InlineData(">>> for o in Order.objects.all():\n...     o.delete()", "for o in Order.objects.all():\n    o.delete()", Effect.Destructive)]
    [InlineData("test> db.orders.find({})\n... .forEach(d => db.orders.deleteOne(d))", "db.orders.find({})\n.forEach(d => db.orders.deleteOne(d))", Effect.Destructive)]
    [InlineData("irb(main):001:0> User.where(id: 1)\nirb(main):002:0*   .delete_all", "User.where(id: 1)\n  .delete_all", Effect.Destructive)]
    public void A_statement_goes_on_behind_its_clients_further_prompt(string console, string typed, Effect effect)
    {
        var step = Documents.Read($"# Alert: X\n\n```console\n{console}\n```\n").AllSteps().Single();
        Assert.Equal(typed, Assert.Single(step.Commands).Text);
        Assert.Equal(effect, step.Effect);
    }

    [Fact]
    public void A_mark_below_a_client_that_was_opened_is_its_prompt_and_no_redirection()
    {
        var step = Documents.Read("# Alert: X\n\n```\nredis-cli -h cache.internal\n> GET otp:1\n> TTL otp:1\n```\n").AllSteps().Single();
        Assert.Equal(["redis-cli -h cache.internal", "GET otp:1", "TTL otp:1"], step.Commands.Select(c => c.Text));
        Assert.Equal(Effect.Read, step.Effect);
    }

    [Fact]
    public void A_statement_of_PowerShell_goes_on_at_its_further_prompt()
    {
        var step = Documents.Read("# Alert: X\n\n```console\nPS C:\\> Get-Service shop |\n>> Stop-Service\n```\n").AllSteps().Single();
        Assert.Equal(Effect.Disruptive, step.Effect);
    }

    [Theory]
    [InlineData("db1:6379> GET x\ndb1:6379(TX)> DEL x\ndb1:6379(TX)> EXEC", Effect.Destructive)]
    [InlineData("redis-cli -h cache.internal\n> DEL x", Effect.Destructive)]
    [InlineData("$ psql -h db -d shop\n> DELETE FROM orders;", Effect.Destructive)]
    [InlineData("redis-cli -h cache.internal INFO\n> DEL x", Effect.Destructive)]
    [InlineData("127.0.0.1:6379[3]> MULTI\n127.0.0.1:6379[3](TX)> FLUSHDB", Effect.Destructive)]
    [InlineData("$ kubectl get pods\n/ # rm -rf /data", Effect.Destructive)]
    [InlineData("$ uptime\nvirsh # destroy vm1", Effect.Destructive)]
    [InlineData("$ uptime\nlvm> lvremove data/old", Effect.Destructive)]
    [InlineData("edge-1# show version\n<HUAWEI> reset saved-configuration", Effect.Destructive)]
    [InlineData("edge-1# show version\nFGT # execute factoryreset", Effect.Destructive)]
    [InlineData("$ uptime\nhbase(main):001:0> drop 'x'", Effect.Destructive)]
    public void What_is_typed_at_a_tools_own_prompt_is_no_answer_of_the_command_above(string console, Effect effect) =>
        Assert.Equal(effect, Documents.Read($"# Alert: X\n\n```console\n{console}\n```\n").AllSteps().Single().Effect);

    [Theory]
    [InlineData("grub> ls", Effect.Unknown)]
    [InlineData("hbase:001:0> history", Effect.Unknown)]
    [InlineData("lvm> lvs", Effect.Read)]
    [InlineData("/ # ls", Effect.Read)]
    public void What_a_tool_of_its_own_is_told_is_no_read_of_the_shell_that_is_called_the_same(string typed, Effect effect) =>
        Assert.Equal(effect, Documents.Read($"# Alert: X\n\n```console\n$ uptime\n{typed}\n```\n").AllSteps().Single().Commands[^1].Effect);

    [Theory]
    [InlineData("ops@h ~/x (main) $ uptime", "uptime")]
    [InlineData("ops@h:~/x (fix/a-1)$ uptime", "uptime")]
    [InlineData("[10:22:01] ops@h:~$ uptime", "uptime")]
    [InlineData("[10:22] root@h:/srv# uptime", "uptime")]
    [InlineData("root@:26257/defaultdb> select 1;", "select 1")]
    [InlineData("root@localhost:26257/defaultdb> select 1;", "select 1")]
    [InlineData("demo@127.0.0.1:26257/movr  OPEN> select 1;", "select 1")]
    public void A_prompt_may_tell_the_time_a_branch_or_a_database_without_a_host(string console, string typed)
    {
        var command = Assert.Single(Documents.Read($"# Alert: X\n\n```console\n{console}\n```\n").AllSteps().Single().Commands);
        Assert.Equal((typed, Effect.Read), (command.Text.TrimEnd(';'), command.Effect));
    }

    [Fact]
    public void What_changes_data_at_the_prompt_of_a_database_without_a_host_is_no_redirection() =>
        Assert.Equal(Effect.Destructive, Documents.Read("# Alert: X\n\n```console\nroot@:26257/shop> delete from orders;\n```\n").AllSteps().Single().Effect);

    [Theory]
    [InlineData("$ kubectl get cm shop -o yaml\ndata:\n  mode: ...\n... 3 more\nkind: ConfigMap")]
    [InlineData("$ cat /etc/motd\n# welcome\n<STRONG> Reset your password.\nUse% Mounted on")]
    public void What_a_command_printed_stays_its_answer(string console) => Assert.Single(Documents.Read($"# Alert: X\n\n```console\n{console}\n```\n").AllSteps().Single().Commands);

    [Fact]
    public void A_stroke_in_a_cell_may_be_written_by_its_number()
    {
        var step = Documents.Read("# Alert: X\n\n| Check | Command |\n|---|---|\n| a | `df -h &#124; xargs rm` |\n").AllSteps().Single();
        Assert.Equal("df -h | xargs rm", Assert.Single(step.Commands).Text);
        Assert.Equal(Effect.Destructive, step.Effect);
    }
}
