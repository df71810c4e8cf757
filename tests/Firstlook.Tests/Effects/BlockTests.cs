using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>How blocks fall apart into commands, language by language.</summary>
public sealed class BlockTests
{
    static IEnumerable<string> Told(string source, Language language) =>
        Classifier.Block(source, language).Select(command => $"{command.Language.Word()} {command.Effect.Word()} {command.Text.ReplaceLineEndings(" ")}");

    [Fact]
    public void Calls_typed_into_a_mongo_shell_are_its_language_up_to_the_line_that_leaves_it() =>
        Assert.Equal(
            ["shell read mongosh shop", "javascript read show dbs", "javascript read db.orders.find()", "javascript read rs.status()", "javascript destructive db.orders.drop()", "shell read uptime"],
            Told("mongosh shop\nshow dbs\ndb.orders.find()\nrs.status()\ndb.orders.drop()\nquit()\nuptime", Language.Shell));

    [Fact]
    public void A_statement_over_several_lines_belongs_to_the_client_up_to_its_semicolon() =>
        Assert.Equal(
            ["shell read psql -U app", "sql destructive DELETE FROM t  WHERE a = 1;", "shell read uptime"],
            Told("psql -U app\n-- the old ones\nDELETE FROM t\n WHERE a = 1;\nuptime", Language.Shell));

    [Fact]
    public void What_is_typed_into_clickhouse_is_SQL() =>
        Assert.Equal(["shell read clickhouse-client -h ch1 --user oncall", "sql read SELECT 1;"], Told("clickhouse-client -h ch1 --user oncall\nSELECT 1;", Language.Shell));

    [Fact]
    public void What_is_typed_behind_a_client_that_is_given_its_statement_is_a_statement_by_itself() =>
        Assert.Equal(["shell read psql -c 'SELECT 1'", "sql read SELECT 2;"], Told("psql -c 'SELECT 1'\nSELECT 2;", Language.Shell));

    [Fact]
    public void Requests_begin_with_their_methods_and_marks_part_them() =>
        Assert.Equal(
            ["http read GET /api/v2/alerts HTTP/1.1 Host: am ", "http reversible POST /api/v2/silences  {\"a\": 1}", "http destructive DELETE /orders/_doc/1"],
            Told("@host = am\n# the alerts\nGET /api/v2/alerts HTTP/1.1\nHost: am\n\n### a silence\nPOST /api/v2/silences\n\n{\"a\": 1}\nDELETE /orders/_doc/1\n", Language.Http));

    [Theory]
    [InlineData("files = !rm -rf x")]
    [InlineData("shown = %sx rm x")]
    [InlineData("!rm x")]
    public void A_line_for_the_notebooks_own_shell_is_no_assignment(string source) => Assert.Equal(Effect.Unknown, Classifier.Whole(source, Language.Python).Effect);

    [Theory]
    [InlineData("rest = 5 % 2")]
    [InlineData("same = a != b")]
    [InlineData("a %= 2")]
    public void Remainders_and_comparisons_are_none(string source) => Assert.Equal(Effect.Read, Classifier.Whole(source, Language.Python).Effect);

    [Theory]
    [InlineData("MKCOL /a\nGET /api/v2/alerts")]
    [InlineData("GET /api/v2/alerts\nLOCK /a")]
    [InlineData("PROPPATCH /a")]
    public void A_method_that_is_not_known_is_no_read_wherever_it_stands(string source) =>
        Assert.Contains(Classifier.Block(source, Language.Http), command => command.Effect > Effect.Read);

    [Theory]
    [InlineData("# nothing to ask")]
    [InlineData("\n \n")]
    public void Comments_alone_are_no_request(string source) => Assert.Empty(Classifier.Block(source, Language.Http));

    [Theory]
    [InlineData("LLEN queue\u202e", Language.Redis)]
    [InlineData("Get-Process \u202ename", Language.PowerShell)]
    [InlineData("ls \u202e/srv", Language.Shell)]
    [InlineData("SELECT 1 \u202e", Language.Sql)]
    [InlineData("GET /api/v2/alerts\u202e", Language.Http)]
    [InlineData("print(1) # \u202e", Language.Python)]
    [InlineData("sum(up) \u202e", Language.PromQl)]
    public void A_character_that_reorders_what_is_shown_leaves_nothing_known(string source, Language language)
    {
        Assert.Equal(Effect.Unknown, Assert.Single(Classifier.Block(source, language)).Effect);
        Assert.Equal(Effect.Unknown, Classifier.Whole(source, language).Effect);
    }

    [Fact]
    public void Lines_of_redis_keep_their_places()
    {
        var commands = Classifier.Block("# the queue\n  LLEN queue\n\nFLUSHALL\n", Language.Redis);
        Assert.Equal([("LLEN queue", 14), ("FLUSHALL", 26)], commands.Select(command => (command.Text, command.Start)));
    }

    [Fact]
    public void Lines_of_shell_part_code_and_a_name_that_only_begins_like_one_does_not() =>
        Assert.Equal(
            ["python read print(1)", "shell read kubectl get pods", "python read git = 1", "shell read tail -5 /var/log/a.log", "python read print(git)"],
            Told("print(1)\nkubectl get pods\ngit = 1\ntail -5 /var/log/a.log\nprint(git)", Language.Python));

    [Theory]
    [InlineData("x = '''; import os; os.remove(1)'''; print(x)")]
    [InlineData("print(\"\"\"a\"\"\" + str(1))")]
    [InlineData("df.to_csv()")]
    [InlineData("shutil.disk_usage('/')")]
    [InlineData("# a note\nprint(1)  # os.remove(1)")]
    public void A_text_or_a_note_that_speaks_of_an_act_is_none(string source) => Assert.Equal(Effect.Read, Classifier.Whole(source, Language.Python).Effect);

    [Theory]
    [InlineData("db.orders.find() // drop()")]
    [InlineData("/* db.orders.drop() */ db.orders.find()")]
    [InlineData("db.orders.find({a: /x[/]y/})")]
    public void Notes_and_patterns_of_javascript_are_no_calls(string source) => Assert.Equal(Effect.Read, Classifier.Whole(source, Language.JavaScript).Effect);

    [Fact]
    public void A_document_is_part_of_the_command_that_reads_it_also_within_a_group()
    {
        const string source = "{ psql -U app <<EOF\nSELECT 1;\nEOF\n}\nuptime";
        Assert.Equal(["shell read { psql -U app <<EOF SELECT 1; EOF }", "shell read uptime"], Told(source, Language.Shell));
    }

    [Fact]
    public void A_command_in_the_background_reads_nothing_that_is_typed() =>
        Assert.Equal(["shell read cat", "shell read ls"], Told("cat & ls", Language.Shell));

    [Theory]
    [InlineData("BEGIN\n  DBMS_SCHEDULER.DISABLE('A');\n  DBMS_SCHEDULER.STOP_JOB('A', force => TRUE);\nEND;\n/", "disruptive")]
    [InlineData("BEGIN NULL; END;", "read")]
    [InlineData("BEGIN DELETE FROM t; END;", "destructive")]
    [InlineData("BEGIN IF 1 = 1 THEN DELETE FROM t; END IF; END;", "unknown")]
    [InlineData("BEGIN dbms_output.put_line(own.pay()); END;", "unknown")]
    [InlineData("BEGIN own.dbms_output.put_line('x'); END;", "unknown")]
    [InlineData("BEGIN x := own.pay(); END;", "unknown")]
    public void A_block_of_Oracle_is_one_statement_and_does_what_its_statements_do(string block, string effect) =>
        Assert.Equal([$"sql {effect} {block.ReplaceLineEndings(" ")}", "sql read SELECT 1 FROM dual;"], Told($"{block}\nSELECT 1 FROM dual;", Language.Sql));

    [Fact]
    public void What_begins_a_transaction_is_no_block_of_code() =>
        Assert.Equal(["sql read BEGIN;", "sql destructive DELETE FROM t;", "sql read END;"], Told("BEGIN;\nDELETE FROM t;\nEND;", Language.Sql));

    [Fact]
    public void A_second_slash_would_run_the_block_again() =>
        Assert.Equal(["sql disruptive BEGIN DBMS_SCHEDULER.RUN_JOB('A'); END; /", "sql unknown /"], Told("BEGIN DBMS_SCHEDULER.RUN_JOB('A'); END;\n/\n/", Language.Sql));

    [Theory]
    [InlineData("cat /etc/wireguard/wg0.conf")]
    [InlineData("cat /etc/shadow.bak")]
    [InlineData("jq .outputs terraform.tfstate")]
    [InlineData("kubectl get cm,secret,pod -o yaml")]
    [InlineData("pm2 env 0")]
    [InlineData("az iot hub connection-string show -n x")]
    [InlineData("az signalr key list -n x -g y")]
    [InlineData("aws apigateway get-api-keys --include-values")]
    [InlineData("aws ec2 describe-vpn-connections")]
    public void What_shows_secrets_is_a_read_that_says_so(string command) =>
        Assert.Equal((Effect.Read, EffectTags.Secret), (Classifier.Whole(command, Language.Shell).Effect, Classifier.Whole(command, Language.Shell).Tags & EffectTags.Secret));
}
