using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Commands that no fence and no backtick marks, or whose prompt is that of a client with batches.</summary>
public sealed class LostCommandTests
{
    [Fact]
    public void A_bare_line_that_only_a_shell_would_take_is_a_command_where_a_page_has_lost_its_fences()
    {
        var runbook = Documents.Read("Kiln control\n\nLook at the burners first\n\ndocker service ls --filter name=kiln\n\n$ sudo systemctl restart kiln-plc\n\nThe log tells why:\njournalctl -u kiln-plc -n 50\ndocker logs are kept for a week.\n");
        Assert.Equal(["docker service ls --filter name=kiln", "sudo systemctl restart kiln-plc", "journalctl -u kiln-plc -n 50"], runbook.AllSteps().Select(s => s.Text));
        Assert.Equal([5, 7, 10], runbook.AllSteps().Select(s => s.Line));
    }

    [Fact]
    public void Where_there_are_fences_a_bare_line_is_a_sentence() =>
        Assert.Single(Documents.Read("# Kiln\n\nkubectl get pods -n kiln\n\n```bash\nuptime\n```\n").AllSteps());

    [Fact]
    public void The_numbered_lines_of_a_batch_are_statements_up_to_go()
    {
        var step = Assert.Single(Documents.Read("# Presses\n\n```\nPS C:\\> sqlcmd -S PRESS01 -E\n1> SELECT name\n2>   FROM press.jobs;\n3> GO\nname\n----\nj1\n1> DELETE FROM press.jobs\n2> GO\n```\n").AllSteps());
        Assert.Equal(["SELECT name\n  FROM press.jobs;", "DELETE FROM press.jobs"], step.Commands.Where(c => c.Language == Language.Sql).Select(c => c.Text));
        Assert.Equal(Effect.Destructive, step.Effect);
    }

    [Theory]
    [InlineData("ch-s2r1 :)", "SYSTEM DROP REPLICA 'r2' FROM TABLE mart.orders;", Language.Sql)]
    [InlineData("trino:sales>", "DELETE FROM orders;", Language.Sql)]
    [InlineData("MySQL [shop]>", "DELETE FROM orders;", Language.Sql)]
    [InlineData("shop=*#", "DELETE FROM orders;", Language.Sql)]
    [InlineData("root@crdb-1:26257/shop>", "DELETE FROM orders;", Language.Sql)]
    [InlineData("0: jdbc:hive2://hive-1:10000/default>", "DROP TABLE orders;", Language.Sql)]
    [InlineData("redis-cart-1:6379>", "FLUSHALL", Language.Redis)]
    [InlineData("shop-rs:PRIMARY>", "db.orders.deleteMany({})", Language.JavaScript)]
    [InlineData("iex(shop@web-1)1>", "Shop.Repo.delete_all(Shop.Order)", Language.Elixir)]
    public void What_is_typed_at_a_clients_prompt_is_run_whatever_client_it_is(string prompt, string typed, Language language)
    {
        var step = Assert.Single(Documents.Read($"# Orders\n\nClean up:\n\n```\n{prompt} {typed}\nOk.\n```\n").AllSteps());
        var command = Assert.Single(step.Commands);
        Assert.Equal((typed.TrimEnd(';'), language), (command.Text.TrimEnd(';'), command.Language));
        Assert.True(step.Effect is Effect.Destructive or Effect.Unknown, $"{step.Effect}");
    }

    [Theory]
    [InlineData("orders=# SELECT pid\norders-#   FROM pg_stat_activity\norders-#  LIMIT 1;\n pid\n-----\n  7\n(1 row)\norders=# SELECT pg_terminate_backend(7);", "SELECT pid\nFROM pg_stat_activity\nLIMIT 1;|SELECT pg_terminate_backend(7);")]
    [InlineData("ch-1 :) SELECT count() FROM system.parts\n┌─count()─┐\n│ 3       │\n└─────────┘\n1 rows in set. Elapsed: 0.006 sec.\nch-1 :) ALTER TABLE a DROP PARTITION 202412\nOk.", "SELECT count() FROM system.parts|ALTER TABLE a DROP PARTITION 202412")]
    [InlineData("cqlsh:shop> CONSISTENCY QUORUM\nConsistency level set to QUORUM.\ncqlsh:shop> TRUNCATE carts;", "CONSISTENCY QUORUM|TRUNCATE carts;")]
    [InlineData("edge-1#configure terminal\nEnter configuration commands, one per line.\nedge-1(config)#interface Gi0/0/1\nedge-1(config-if)#shutdown\nedge-1#show version", "configure terminal|interface Gi0/0/1|shutdown|show version")]
    public void A_transcript_is_what_was_typed_and_not_what_the_client_answered(string block, string typed)
    {
        var step = Assert.Single(Documents.Read($"# Clients\n\nMake room:\n\n```\n{block}\n```\n").AllSteps());
        Assert.Equal(typed.Split('|'), step.Commands.Select(c => string.Join('\n', c.Text.Split('\n').Select(l => l.Trim()))));
        Assert.True(step.Effect > Effect.Read, $"{step.Effect}");
    }

    [Theory]
    [InlineData("mx-out03 # postqueue -j | head -3\n{\"queue_name\": \"deferred\"}\nmx-out03 # systemctl restart postfix", 2)]
    [InlineData("mx-out1 # systemctl restart rspamd && sleep 5", 2)]
    [InlineData("pmta-a # pmta show vmtas | grep <vmta>\npmta-a # pmta disable source <ip> <vmta>/*", 2)]
    [InlineData("[root@esx07:~] /etc/init.d/hostd restart\nhostd started.\n[root@esx07:~] esxcli network ip connection list | grep 902", 2)]
    public void The_name_of_a_machine_before_roots_mark_is_a_prompt(string block, int commands)
    {
        var step = Assert.Single(Documents.Read($"# Mail\n\nRestart it:\n\n```\n{block}\n```\n").AllSteps());
        Assert.Equal(Language.Shell, step.Language);
        Assert.Equal(commands, step.Commands.Count);
        Assert.True(step.Effect > Effect.Read, $"{step.Effect}");
        Assert.DoesNotContain(step.Commands, c => c.Text.Contains(" # ", StringComparison.Ordinal) || c.Text.StartsWith('['));
    }

    [Fact]
    public void A_remark_behind_a_command_makes_it_no_prompt() =>
        Assert.Equal("apt-get update", Assert.Single(Assert.Single(Documents.Read("# Mail\n\n```\napt-get update # refreshes the lists\n```\n").AllSteps()).Commands).Text.Split(" #")[0]);

    [Theory]
    [InlineData("db.killOp(OPID)", Effect.Disruptive, "OPID")]
    [InlineData("rs.printSecondaryReplicationInfo()", Effect.Read, null)]
    [InlineData("db.jobs.deleteMany({ done: true })", Effect.Destructive, null)]
    public void What_is_typed_into_mongosh_is_a_command_in_a_cell_too(string typed, Effect effect, string? placeholder)
    {
        var step = Assert.Single(Documents.Read($"# Store\n\n| I want to | Type this |\n|---|---|\n| do it | `{typed}` |\n").AllSteps());
        Assert.Equal((Language.JavaScript, effect, placeholder), (step.Language, step.Effect, step.Placeholders is [var first, ..] ? first : null));
    }

    [Theory]
    [InlineData("```csharp\nif (line.Rate == null)\n{\n    continue;\n}\n```", StepKind.CodeChange)]
    [InlineData("```vcl\nsub vcl_recv {\n  if (req.url ~ \"^/x\") { return (pass); }\n}\n```", StepKind.ConfigExample)]
    [InlineData("Raise it in the custom resource:\n\n```yaml\nspec:\n  queue:\n    limits:\n      depth: 5\n```", StepKind.ConfigExample)]
    public void What_is_written_into_a_file_is_nothing_to_run(string block, StepKind kind)
    {
        var step = Assert.Single(Documents.Read($"# Presses\n\n{block}\n").AllSteps());
        Assert.Equal((kind, 0), (step.Kind, step.Commands.Count));
    }

    [Theory]
    [InlineData("Ten minutes later: `await push.resume()` in the same console.", Language.TypeScript)]
    [InlineData("Open the incident with `/incident open sev-1 \"kiln cold\"` in the chat.", Language.Shell)]
    [InlineData("If the editor is gone: `vendor/bin/drush php:eval \"Node::load(1)->save();\"`", Language.Shell)]
    public void What_is_told_to_a_console_or_a_bot_is_something_to_run(string sentence, Language language)
    {
        var step = Assert.Single(Documents.Read($"# Presses\n\n## What to do\n\n{sentence}\n").AllSteps());
        Assert.Equal((language, true), (step.Language, step.Effect > Effect.Read));
    }

    [Fact]
    public void Where_to_log_in_is_told_for_what_is_done_there() =>
        Assert.Equal(StepKind.Action, Assert.Single(Documents.Read("# Zone dead\n\nIf the key is wrong:\n\n```\n# Log in to the registry's portal\n# Domains > kiln.example > DNSSEC > replace DS\n# Two people\n```\n").AllSteps()).Kind);

    [Theory]
    [InlineData("psql -c \"select drop_slot('[slot_name]')\"", "slot_name")]
    [InlineData("slapadd -l /backup/ldap-JJJJ-MM-TT.ldif", "JJJJ-MM-TT")]
    [InlineData("restore --until \"<YYYY-MM-DD HH:MM>\"", "YYYY-MM-DD HH:MM")]
    [InlineData("redis-cli --scan --pattern 'slots:STORE_ID*'", "STORE_ID")]
    public void What_is_to_be_filled_in_is_found_once(string command, string placeholder) =>
        Assert.Equal([placeholder], Assert.Single(Documents.Read($"# Presses\n\n```bash\n{command}\n```\n").AllSteps()).Placeholders);

    [Theory]
    [InlineData("https://rules.example/rules/<rule> -d '{\"mode\":\"shadow\"}'")]
    [InlineData("-u ops https://rules.example/<rule> --fail")]
    public void A_value_to_fill_in_is_no_prompt(string end)
    {
        var step = Assert.Single(Documents.One($"# RuleSlow\n\nAlert: `RuleSlow`\n\n```bash\ncurl -X PATCH \\\n  {end}\nkubectl delete pod x\n```\n").Steps);
        Assert.Equal(2, step.Commands.Count);
        Assert.StartsWith("curl -X PATCH", step.Commands[0].Text);
    }

    [Fact]
    public void What_stands_before_the_first_prompt_was_typed_too() =>
        Assert.Equal(["kubectl delete pod queue-0", "df -h"],
            Documents.One("# QueueStuck\n\nAlert: `QueueStuck`\n\n```\nLast login: Mon Mar 3 on pts/0\nkubectl delete pod queue-0\nroot@web-1:~# df -h\n/dev/sda1 91%\n```\n").Steps[0].Commands.Select(c => c.Text));

    [Theory]
    [InlineData("UPDATE STATISTICS dbo.Kiln WITH FULLSCAN")]
    [InlineData("DBCC SHRINKFILE (kiln_log, 100)")]
    [InlineData("RESTORE DATABASE Kiln FROM DISK = 'k.bak'")]
    [InlineData("FLUSH PRIVILEGES")]
    [InlineData("RESET MASTER")]
    [InlineData("CHANGE REPLICATION SOURCE TO SOURCE_HOST='kiln2'")]
    [InlineData("ALTER EVENT cleanup DISABLE")]
    [InlineData("DISABLE TRIGGER audit ON dbo.Kiln")]
    [InlineData("DROP SUBSCRIPTION kilns")]
    [InlineData("INSERT OVERWRITE TABLE kilns SELECT * FROM kilns_old")]
    [InlineData("DELETE TOP (1000) FROM dbo.Kiln")]
    [InlineData("UPDATE kiln k JOIN kiln_dc d USING (id) SET k.heat = d.heat")]
    [InlineData("ROLLBACK PREPARED 'tx1'")]
    [InlineData("COPY kilns TO '/tmp/k.csv'")]
    public void A_statement_in_capitals_is_no_word_of_a_cell_whatever_dialect_it_is_of(string statement)
    {
        var step = Assert.Single(Documents.Read($"# Kilns\n\n## Kiln is slow\n\n| symptom | action |\n|---|---|\n| it is slow | `{statement}` |\n").AllSteps());
        Assert.Equal((statement, Language.Sql), (step.Text, step.Language));
    }

    [Theory]
    [InlineData("UPDATE FAILED")]
    [InlineData("RESET ALL COUNTERS")]
    [InlineData("CHECK VALVE 7")]
    [InlineData("COPY THAT")]
    [InlineData("DISABLE")]
    public void Other_words_in_capitals_are_none(string words) =>
        Assert.Empty(Documents.Read($"# Kilns\n\n## Kiln is slow\n\n| symptom | action |\n|---|---|\n| it is slow | press `{words}` |\n").AllSteps());

    [Fact]
    public void What_was_typed_at_a_devices_prompt_is_a_command_in_a_sentence_too() =>
        Assert.Equal(["reload in 2", "reload cancel"],
            Documents.Read("# Switches\n\n## Switch hangs\n\n```\nsw-3#reload in 2\nReload scheduled in 2 minutes\n```\n\nand if it recovers, `reload cancel` on the same prompt.\n")
                .AllSteps().SelectMany(s => s.Commands).Select(c => c.Text));

    [Fact]
    public void A_block_that_holds_queries_in_comments_is_of_the_queries_language() =>
        Assert.Equal(Language.LogQl, Assert.Single(Documents.Read("# Kilns\n\n## Kiln is slow\n\n```bash\n# {app=\"kiln\"} |= \"timeout\" | json\n```\n").AllSteps()).Language);
}
