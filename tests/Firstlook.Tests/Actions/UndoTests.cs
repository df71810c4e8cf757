using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Effects;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Actions;

public sealed class UndoTests
{
    const string Containers = """[{"name":"web","image":"shop/web:1.4","env":[{"name":"MODE","value":"fast lane"},{"name":"KEY","valueFrom":{"secretKeyRef":{"name":"s","key":"k"}}}]},{"name":"log","image":"log:2"}]""";

    static UndoPlan.Reads Plan(string text, Language language = Language.Shell) => Assert.IsType<UndoPlan.Reads>(UndoPlan.For(text, language, []));

    static Undoing Answer(string text, params string[] answers) =>
        Plan(text).Inverse(answers.Select(answer => new Captured(answer.Length == 0 ? [] : answer.Split('\n').ToEquatableArray())).ToEquatableArray());

    static string Inverse(string text, params string[] answers) => Assert.IsType<Undoing.Inverse>(Answer(text, answers)).Undo.Text;

    static string Why(string text, params string[] answers) => Assert.IsType<Undoing.None>(Answer(text, answers)).Why;

    [Theory]
    [InlineData("kubectl scale deployment/web --replicas=5", "3", "kubectl scale deployment/web --replicas=3")]
    [InlineData("kubectl scale deployment/web --replicas=5 && kubectl rollout status deployment/web", "3", "kubectl scale deployment/web --replicas=3")]
    [InlineData("nginx -t && systemctl stop nginx", "active", "systemctl start nginx")]
    [InlineData("kubectl -n shop scale deployment web --replicas 0", "3", "kubectl scale -n shop deployment/web --replicas=3")]
    [InlineData("kubectl rollout undo deployment/web -n shop", """{"deployment.kubernetes.io/revision":"7"}""", "kubectl rollout undo -n shop deployment/web --to-revision=7")]
    [InlineData("kubectl rollout pause deployment/web", "{}", "kubectl rollout resume deployment/web")]
    [InlineData("kubectl set image deployment/web web=shop/web:1.5", Containers, "kubectl set image deployment/web web=shop/web:1.4")]
    [InlineData("kubectl set env deployment/web -c web MODE=safe", Containers, "kubectl set env deployment/web -c web 'MODE=fast lane'")]
    [InlineData("kubectl set env deployment/web NEW=1", Containers, "kubectl set env deployment/web NEW-")]
    [InlineData("kubectl label node n1 drain=yes", """{"zone":"a"}""", "kubectl label node/n1 drain- --overwrite")]
    [InlineData("kubectl annotate deployment/web team=b --overwrite", """{"team":"a'b"}""", "kubectl annotate deployment/web 'team=a'\\''b' --overwrite")]
    [InlineData("kubectl cordon n1", "{}", "kubectl uncordon n1")]
    [InlineData("kubectl uncordon n1", """{"unschedulable":true}""", "kubectl cordon n1")]
    [InlineData("kubectl patch configmap flags --type merge -p '{\"data\":{\"checkout\":\"off\",\"new\":\"1\"}}'", """{"checkout":"on","other":"x"}""", "kubectl patch configmap/flags --type merge -p '{\"data\":{\"checkout\":\"on\",\"new\":null}}'")]
    [InlineData("systemctl stop nginx", "active", "systemctl start nginx")]
    [InlineData("sudo systemctl start nginx", "inactive", "sudo systemctl stop nginx")]
    [InlineData("systemctl enable worker@3.service", "disabled", "systemctl disable worker@3.service")]
    [InlineData("docker stop web", "running", "docker start web")]
    [InlineData("helm rollback web 3 -n shop", """[{"revision":9,"status":"deployed"}]""", "helm rollback web 9 -n shop")]
    [InlineData("mv /etc/nginx/sites-enabled/new /root/new.off", "f /etc/nginx/sites-enabled/new", "mv /root/new.off /etc/nginx/sites-enabled/new")]
    [InlineData("chmod 600 /etc/app.key", "644", "chmod 644 /etc/app.key")]
    [InlineData("sysctl -w vm.swappiness=1", "60", "sysctl -w vm.swappiness=60")]
    [InlineData("redis-cli -n 1 INCR hits", "1", "redis-cli -n 1 DECR hits")]
    [InlineData("redis-cli EXPIRE lock 10", "-1", "redis-cli PERSIST lock")]
    [InlineData("redis-cli EXPIRE lock 10", "1790000000000", "redis-cli PEXPIREAT lock 1790000000000")]
    [InlineData("redis-cli SADD flags beta", "0", "redis-cli SREM flags beta")]
    [InlineData("redis-cli SREM flags beta", "1", "redis-cli SADD flags beta")]
    [InlineData("redis-cli SADD flags beta", "(integer) 0", "redis-cli SREM flags beta")]
    [InlineData("redis-cli --raw -n 1 INCRBY hits 5", "1", "redis-cli --raw -n 1 DECRBY hits 5")]
    [InlineData("redis-cli DECRBY hits 5", "1", "redis-cli INCRBY hits 5")]
    [InlineData("redis-cli DECR hits", "1", "redis-cli INCR hits")]
    [InlineData("redis-cli PERSIST lock", "1790000000000", "redis-cli PEXPIREAT lock 1790000000000")]
    [InlineData("kubectl --namespace=shop scale deployment/web --replicas=5", "0", "kubectl scale --namespace=shop deployment/web --replicas=0")]
    [InlineData("kubectl rollout resume deployment/web", """{"paused":true}""", "kubectl rollout pause deployment/web")]
    [InlineData("kubectl set env deployment/web --containers web MODE-", Containers, "kubectl set env deployment/web -c web 'MODE=fast lane'")]
    [InlineData("kubectl annotate deployment/web team-", """{"team":"a"}""", "kubectl annotate deployment/web team=a --overwrite")]
    [InlineData("kubectl annotate deployment/web note=a=b-", "{}", "kubectl annotate deployment/web note- --overwrite")]
    [InlineData("kubectl patch deployment web -p '{\"spec\":{\"paused\":true}}'", """{"paused":false,"replicas":3}""", "kubectl patch deployment/web --type strategic -p '{\"spec\":{\"paused\":false}}'")]
    [InlineData("kubectl patch route web --type merge --patch '{\"spec\":{\"hosts\":[\"a\"]}}'", """{"hosts":["b","c"]}""", "kubectl patch route/web --type merge -p '{\"spec\":{\"hosts\":[\"b\",\"c\"]}}'")]
    [InlineData("kubectl patch configmap flags --type merge -p '{\"data\":{\"new\":\"1\"}}'", "", "kubectl patch configmap/flags --type merge -p '{\"data\":null}'")]
    [InlineData("systemctl disable worker", "enabled", "systemctl enable worker")]
    [InlineData("docker pause web", "running", "docker unpause web")]
    [InlineData("mv /srv/old /srv/new", "d /srv/old", "mv /srv/new /srv/old")]
    [InlineData("mv /srv/current /srv/held", "l /srv/current", "mv /srv/held /srv/current")]
    [InlineData("chown root:root /etc/app.key", "1000:33", "chown 1000:33 /etc/app.key")]
    public void What_one_read_told_makes_the_exact_inverse(string text, string answer, string inverse) => Assert.Equal(inverse, Inverse(text, answer));

    [Fact]
    public void A_text_in_redis_comes_back_with_its_end_and_a_new_one_goes_away()
    {
        Assert.Equal("redis-cli SET mode 'it'\\''s on' PXAT 1790000000000", Inverse("redis-cli SET mode off", "string", "it's on", "7", "1790000000000"));
        Assert.Equal("redis-cli SET mode on", Inverse("redis-cli DEL mode", "string", "on", "2", "-1"));
        Assert.Equal("redis-cli DEL mode", Inverse("redis-cli SET mode off", "none", "", "0", "-2"));
        Assert.Equal("redis-cli HSET shop open yes", Inverse("redis-cli HSET shop open no", "1", "yes", "3"));
        Assert.Equal("redis-cli HDEL shop open", Inverse("redis-cli HSET shop open no", "0", "", "0"));
        Assert.Contains("nothing that would have to be undone", Why("redis-cli DEL mode", "none", "", "0", "-2"), StringComparison.Ordinal);
        Assert.Contains("nothing that would have to be undone", Why("redis-cli HDEL shop open", "0", "", "0"), StringComparison.Ordinal);
        Assert.Contains("not known", Why("redis-cli HSET shop open no", "?", "yes", "3"), StringComparison.Ordinal);
        Assert.Contains("no plain text", Why("redis-cli HSET shop open no", "1", "yes", "4"), StringComparison.Ordinal);
        Assert.Contains("no plain text", Why("redis-cli DEL mode", "string", "o\u0007", "2", "-1"), StringComparison.Ordinal);
        Assert.Contains("when mode ends is not known", Why("redis-cli DEL mode", "string", "on", "2", "?"), StringComparison.Ordinal);
        Assert.Contains("is a value", Why("redis-cli DEL queue", "WRONGTYPE of something", "", "0", "-1"), StringComparison.Ordinal);
        Assert.Contains("is a list", Why("redis-cli DEL queue", "list", "", "0", "-1"), StringComparison.Ordinal);
        Assert.Contains("no plain text", Why("redis-cli DEL mode", "string", "on", "3", "-1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kubectl scale deployment/web --replicas=5", "5", "already what it would set")]
    [InlineData("kubectl scale deployment/web --replicas=5", "--all", "not known")]
    [InlineData("kubectl set env deployment/web -c web KEY=x", Containers, "comes from a secret")]
    [InlineData("kubectl set env deployment/web MODE=safe", Containers, "differs from container to container")]
    [InlineData("systemctl start nginx", "active", "changes nothing")]
    [InlineData("mv /a/b /c/d", "f /a/b\nf /c/d", "would be lost")]
    [InlineData("mv /a/b /c/d", "f /a/b\nd /c/d", "move into it")]
    [InlineData("mv /a/b /c/d", "", "there is no /a/b")]
    [InlineData("mv /a/b /c/d", "s /a/b", "already, and would be lost")]
    [InlineData("chmod 600 /a", "1000:33", "not known")]
    [InlineData("chown root:root /a", "644", "not known")]
    [InlineData("redis-cli SADD flags beta", "1", "changes nothing")]
    [InlineData("redis-cli SREM flags beta", "0", "changes nothing")]
    [InlineData("redis-cli INCR hits", "?", "not known")]
    [InlineData("redis-cli PERSIST lock", "-1", "changes nothing")]
    [InlineData("redis-cli EXPIRE lock 10", "-2", "there is no lock")]
    [InlineData("kubectl cordon n1", """{"unschedulable":true}""", "already")]
    [InlineData("kubectl rollout pause deployment/web", "", "not known")]
    [InlineData("kubectl set image deployment/web api=shop/api:2", Containers, "no container api")]
    [InlineData("kubectl set env deployment/web -c api MODE=safe", Containers, "not known")]
    [InlineData("kubectl annotate deployment/web team=b", """{"team":"a\u0007c"}""", "control characters")]
    [InlineData("kubectl set env deployment/web MODE=safe", """[{"name":"web","env":[{"name":"MODE","value":"a\u0007c"}]}]""", "control characters")]
    public void Where_nothing_would_be_restored_it_says_why(string text, string answer, string why) => Assert.Contains(why, Why(text, answer), StringComparison.Ordinal);

    [Theory]
    [InlineData("kubectl rollout restart deployment/web")]
    [InlineData("kubectl delete pod web-1")]
    [InlineData("kubectl scale deployment -l app=web --replicas=5")]
    [InlineData("kubectl scale deployment/web deployment/api --replicas=5")]
    [InlineData("kubectl patch deployment web -p '{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\"}]}}}}'")]
    [InlineData("kubectl scale deployment/$NAME --replicas=5")]
    [InlineData("systemctl stop nginx && rm /x")]
    [InlineData("systemctl stop --now nginx")]
    [InlineData("echo 1 > /proc/sys/vm/drop_caches")]
    [InlineData("mv a b")]
    [InlineData("systemctl reload nginx")]
    [InlineData("systemctl reload-or-restart nginx")]
    [InlineData("systemctl --user stop nginx")]
    [InlineData("kubectl set image web web=shop/web:1.5")]
    [InlineData("kubectl patch deployment web -p '{\"spec\":{\"replicas\":1,\"template\":{\"hosts\":[]}}}'")]
    [InlineData("kubectl patch configmap flags --type json -p '[]'")]
    [InlineData("kubectl patch configmap flags --type merge -p '{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1}'")]
    [InlineData("kubectl patch configmap flags --type merge -p '{\"data\":{},\"x.y\":1}'")]
    [InlineData("kubectl scale deployment/web --replicas=5 --replicas=6")]
    [InlineData("redis-cli -n")]
    [InlineData("redis-cli --eval a.lua")]
    [InlineData("redis-cli INCRBY hits 1 2")]
    [InlineData("redis-cli INCRBY hits 1.5")]
    [InlineData("redis-cli FLUSHDB")]
    [InlineData("redis-cli CONFIG SET maxmemory 1gb")]
    [InlineData("ls")]
    public void Where_no_exact_inverse_is_known_there_is_none(string text) => Assert.NotEmpty(Assert.IsType<UndoPlan.None>(UndoPlan.For(text, Language.Shell, [])).Why);

    [Fact]
    public void Every_read_of_a_plan_is_a_read_that_runs_by_itself() =>
        Assert.All(Changing, text => Assert.All(Plan(text).Texts, read => Assert.True(Classifier.Whole(read, Language.Shell).RunsByItself, read)));

    [Theory]
    [InlineData("kubectl rollout undo deployment/web --to-revision=7")]
    [InlineData("kubectl rollout undo -n shop deployment/web --to-revision 7")]
    public void To_go_back_to_a_revision_is_no_read(string text) => Assert.Equal(Effect.Disruptive, Classifier.Whole(text, Language.Shell).Effect);

    [Fact]
    public void An_answer_that_is_not_whole_makes_no_inverse()
    {
        var plan = Plan("kubectl scale deployment/web --replicas=5");
        Assert.Contains("masked", Assert.IsType<Undoing.None>(plan.Inverse([new Captured(["3"], Lost: "it holds values that are masked")])).Why, StringComparison.Ordinal);
        Assert.IsType<Undoing.None>(plan.Inverse([]));
    }

    [Fact]
    public void An_inverse_that_nobody_could_read_through_is_not_offered()
    {
        Assert.Contains("characters", Why("kubectl annotate deployment/web note=x --overwrite", $$"""{"note":"{{new string('a', UndoPlan.LongestText)}}"}"""), StringComparison.Ordinal);
        Assert.Contains("aaa", Inverse("kubectl annotate deployment/web note=x --overwrite", $$"""{"note":"{{new string('a', UndoPlan.LongestText - 100)}}"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_value_stands_in_the_inverse_as_one_word()
    {
        var plan = Assert.IsType<UndoPlan.Reads>(UndoPlan.For("systemctl stop <unit>", Language.Shell, [new Firstlook.Access.Binding("unit", "<unit>", "nginx", "ada")]));
        Assert.Equal(["systemctl show -p ActiveState --value nginx"], plan.Texts);
        Assert.IsType<UndoPlan.None>(UndoPlan.For("systemctl stop <unit>", Language.Shell, [new Firstlook.Access.Binding("unit", "<unit>", "nginx; rm -rf /", "ada")]));
    }

    static readonly string[] Changing =
    [
        "kubectl scale deployment/web --replicas=5", "kubectl rollout undo deployment/web", "kubectl set image deployment/web web=x", "kubectl set env deployment/web A=b", "kubectl label pod/p a=b --overwrite",
        "kubectl annotate pod/p a=b", "kubectl patch configmap c --type merge -p '{\"data\":{\"a\":\"b\"}}'", "kubectl cordon n1", "systemctl stop nginx", "systemctl enable nginx", "docker stop web", "helm rollback web 1",
        "mv /a/b /c/d", "chmod 600 /a", "chown root:root /a", "sysctl -w vm.swappiness=1", "redis-cli SET k v", "redis-cli DEL k", "redis-cli EXPIRE k 5", "redis-cli INCR k", "redis-cli HSET k f v", "redis-cli SADD k m",
    ];

    static readonly Gen<string> Hostile = Gen.Elements(
        "", "0", "1", "3", "-1", "string", "none", "active", "running", "644", "1790000000000", "x", "; rm -rf /", "$(reboot)", "`reboot`", "--all", "-f", "a b", "'; reboot; '", "a\nreboot", "\"", "\\", "{}", "[]", "null",
        """{"a":"; rm -rf / #"}""", """{"a":"--all"}""", """{"a":"$(reboot)"}""", """{"deployment.kubernetes.io/revision":"7; reboot"}""", """{"deployment.kubernetes.io/revision":"7"}""",
        """[{"name":"web","image":"--all","env":[{"name":"A","value":"'; reboot; '"}]}]""", """[{"name":"web","image":"a b"}]""", """[{"name":"web","image":"good:1","env":[{"name":"A","value":"--all -f"}]}]""",
        """[{"revision": 7}]""", """[{"revision": "7"}]""", "f /a/b", "f /a/b ", "d /a/b\nreboot", "\u202e", "😀", "\u0000", "a=b", new string('x', 100));

    /// <summary>Whatever a target answers, the inverse is one command of the same program, and no word of it is an option that the honest inverse would not have.</summary>
    [Fact]
    public void No_answer_becomes_an_option_or_a_second_command()
    {
        string[] options = ["--replicas", "--to-revision", "--overwrite", "--type", "-p", "-w"];
        Prop.ForAll(Gen.Elements(Changing).ToArbitrary(), Hostile.ArrayOf(4).ToArbitrary(), (text, answers) =>
        {
            var plan = Plan(text);
            if (plan.Inverse(plan.Texts.Select((_, index) => new Captured(answers[index].Split('\n').ToEquatableArray())).ToEquatableArray()) is not Undoing.Inverse inverse) return true;
            if (ShellLine.Split(inverse.Undo.Text, []) is not { } words || words[0] != text.Split(' ')[0]) return false;
            // Behind redis-cli's command every word is the server's: a dash there is data.
            var outside = words[0] == "redis-cli" ? words.Take(2) : words;
            return outside.Where(word => word.StartsWith('-')).All(word => options.Contains(word.Split('=')[0]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    /// <summary>The state before, whatever it was, is the state after the action and its inverse; and the inverse of the inverse is the action's own effect again.</summary>
    [Fact]
    public void The_inverse_restores_and_its_own_inverse_restores_what_the_action_did()
    {
        var states = Gen.Elements<string?>(null, "on", "it's", "a b", "--all", "$(x)", "0");
        Prop.ForAll(states.ToArbitrary(), Gen.Elements("SET k 'new value'", "SET k on PX 5000", "DEL k", "SETNX k v").ToArbitrary(), (before, command) =>
        {
            var store = new OneKey(before);
            var text = $"redis-cli {command}";
            if (Prepared(store, text) is not { } inverse)
            {
                // Without an inverse the command must have nothing to undo.
                var now = store.Value;
                store.Run(text);
                return store.Value == now;
            }

            store.Run(text);
            var did = store.Value;
            var back = Prepared(store, inverse);
            store.Run(inverse);
            if (store.Value != before) return false;
            if (back is null) return did == before;
            store.Run(back);
            return store.Value == did;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

        static string? Prepared(OneKey store, string text)
        {
            var plan = Plan(text);
            return plan.Inverse(plan.Texts.Select(read => new Captured(store.Run(read) is { Length: > 0 } line ? [line] : [])).ToEquatableArray()) is Undoing.Inverse inverse ? inverse.Undo.Text : null;
        }
    }

    /// <summary>Redis, as far as one text without an end goes.</summary>
    sealed class OneKey(string? value)
    {
        public string? Value { get; private set; } = value;

        public string Run(string text)
        {
            var words = ShellLine.Split(text, [])!.Value.ToArray();
            switch (words[1])
            {
                case "TYPE": return Value is null ? "none" : "string";
                case "GET": return Value ?? "";
                case "STRLEN": return $"{System.Text.Encoding.UTF8.GetByteCount(Value ?? "")}";
                case "PEXPIRETIME": return Value is null ? "-2" : "-1";
                case "EXISTS": return Value is null ? "0" : "1";
                case "SET": Value = words[3]; return "OK";
                case "SETNX": Value ??= words[3]; return "OK";
                case "DEL": Value = null; return "1";
                default: throw new InvalidOperationException(text);
            }
        }
    }


    static Undoing Told(string text, string undo) => Assert.IsType<UndoPlan.Reads>(UndoPlan.For(text, Language.Shell, [], undo)).Inverse([]);

    [Fact]
    public void How_the_runbook_takes_it_back_counts_where_no_exact_inverse_is_known()
    {
        Assert.IsType<UndoPlan.None>(UndoPlan.For("promotion-admin pause", Language.Shell, []));
        var undo = Assert.IsType<Undoing.Inverse>(Told("promotion-admin pause", "kubectl rollout undo deployment/web")).Undo;
        Assert.Equal(("kubectl rollout undo deployment/web", Effect.Disruptive, "as the runbook says"), (undo.Text, undo.Effect, undo.Sentence));
        // What is there now is restored rather than what the author remembered.
        Assert.NotEmpty(Assert.IsType<UndoPlan.Reads>(UndoPlan.For("kubectl scale deployment/web --replicas=5", Language.Shell, [], "kubectl scale deployment/web --replicas=1")).Texts);
    }

    [Theory]
    [InlineData("frobnicate --back")]
    [InlineData("kubectl get pods")]
    [InlineData("kubectl scale deployment/web --replicas=<before>")]
    [InlineData("systemctl start web; rm -rf /srv")]
    [InlineData("promotion-admin pause")]
    public void An_undo_of_the_runbook_that_is_not_understood_is_none(string undo) => Assert.IsType<Undoing.None>(Told("promotion-admin pause", undo));
}
