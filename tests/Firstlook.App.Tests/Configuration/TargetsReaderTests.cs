using Firstlook.App.Cli;
using Firstlook.App.Configuration;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Configuration;

public sealed class TargetsReaderTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public void Every_kind_of_target_and_every_reach_is_read()
    {
        folder.File("kube", "contexts: [ { name: prod, context: { cluster: c, user: u } } ]");
        var targets = Read("""
              metrics: { kind: prometheus, url: "http://user:secret@prometheus:9090/x" }
              logs: { kind: loki, url: "http://loki:3100", headers: { X-Scope-OrgID: shop }, look_back_minutes: 30 }
              db: { kind: postgresql, reader: "Host=db;Database=shop;Username=reader;Password=secret", limits: { seconds: 5, rows: 50, parallel: 2 } }
              cache: { kind: redis, host: redis, user: firstlook, password: secret }
              site: { kind: http, url: "https://shop.example.com" }
              lends: { kind: shell, environment: { CACHE: redis-1, TOKEN: secret }, variables: [CACHE] }
              here: { kind: shell, kubernetes: { kubeconfig: kube, context: prod, namespace: shop }, docker: { host: "unix:///run/docker.sock", compose_file: compose.yml } }
              anywhere: { kind: shell, rollouts: [shop, payments] }
              everywhere: { kind: shell, rollouts: all }
              nowhere: { kind: shell, kubernetes: { kubeconfig: kube, context: prod, namespace: shop }, rollouts: none }
              app: { kind: shell, ssh: { host: app-1, port: 2222, user: deploy, identity: id } }
              box: { kind: shell, container: { name: web } }
              web: { kind: shell, compose: { service: web, file: compose.yml } }
              pod: { kind: shell, pod: { name: deployment/api, container: api, kubeconfig: kube, context: prod, namespace: shop } }
              django: { kind: interpreter, language: python, command: [run] }
            """, out var connections);

        Assert.Equal("prometheus http://prometheus:9090/x", targets["metrics"].Shown);
        Assert.Equal(new Limits(TimeSpan.FromSeconds(5), 256 * 1024, 50), targets["db"].Limits);
        Assert.Equal(2, connections.Find("db")!.Parallel);
        Assert.Equal(["CACHE"], targets["lends"].Variables);
        Assert.Equal("shell on this host, kubectl in prod/shop, docker at unix:///run/docker.sock", targets["here"].Shown);
        Assert.Equal([["shop"], ["shop", "payments"], ["*"], [], []], new[] { "here", "anywhere", "everywhere", "nowhere", "lends" }.Select(name => targets[name].Rollouts));
        Assert.Equal("c", Assert.IsType<ShellConnection>(connections.Find("here")).Cluster!.Cluster);
        Assert.Contains("-ldeploy", Assert.IsType<ShellConnection>(connections.Find("app")).Enter);
        Assert.True(Assert.IsType<ShellConnection>(connections.Find("app")).EnterJoinsWords);
        Assert.Equal(["/usr/bin/docker", "exec", "-i", "web"], Assert.IsType<ShellConnection>(connections.Find("box")).Enter);
        Assert.Equal(["/usr/bin/docker-compose", "--file", Path.Combine(folder.Path, "compose.yml"), "exec", "-T", "web"], Assert.IsType<ShellConnection>(connections.Find("web")).Enter);
        Assert.Equal(["app", "box", "pod", "web"], targets.Keys.Where(name => connections.Find(name) is ShellConnection { Elsewhere: true }).Order(StringComparer.Ordinal));
        Assert.Equal("--context=prod", Assert.IsType<ShellConnection>(connections.Find("pod")).Enter[2]);
        Assert.DoesNotContain(targets.Values, target => target.Shown.Contains("secret", StringComparison.Ordinal));
        Assert.All(targets.Values, target => Assert.All(TargetChecks.Of(target, connections.Find(target.Name)!), check => Assert.Equal(Effect.Read, Classifier.Whole(check.Text, check.Language).Effect)));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_with_its_line_and_key()
    {
        folder.File("kube", "contexts: [ { name: prod, context: { cluster: c, user: u } } ]");
        var (configuration, problems) = ConfigurationReader.Read(Path.Combine(folder.Path, "firstlook.yaml"), """
            targets:
              a: { kind: shell, kubernetes: { kubeconfig: kube, context: stage, namespace: shop } }
              b: { kind: shell, kubernetes: { kubeconfig: absent, context: prod, namespace: shop } }
              c: { kind: shell, ssh: { host: app-1 }, container: { name: web } }
              d: { kind: shell, ssh: { host: app-1 }, kubernetes: { kubeconfig: kube, context: prod, namespace: shop } }
              e: { kind: prometheus, url: "http://p", limits: { seconds: 0, colour: red } }
              f: { kind: redis }
              g: { kind: shell, ssh: { host: -oProxyCommand=evil } }
              h: { kind: shell, environment: { TOKEN: x }, variables: [CACHE] }
              i: { kind: shell, rollouts: [Shop] }
            """, _ => null);

        Assert.Null(configuration);
        Assert.Collection(problems.Select(problem => problem[(problem.IndexOf("line", StringComparison.Ordinal))..]),
            problem => Assert.StartsWith("line 2: targets.a.kubernetes.context: there is no context \"stage\"", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 3: targets.b.kubernetes.kubeconfig: ", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 4: targets.c.container: a target is reached in one way", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 5: targets.d.kubernetes: pins the kubectl of this host", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 6: targets.e.limits.colour: no such key", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 6: targets.e.limits.seconds: a number from 1 to 600", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 7: targets.f.host: is needed", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 8: targets.g.ssh.host: ", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 9: targets.h.variables: CACHE is not set under environment", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("line 10: targets.i.rollouts: \"Shop\" is no namespace", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_team_that_no_channel_tells_and_a_channel_of_no_team_are_told_at_the_start()
    {
        var (configuration, problems) = ConfigurationReader.Read(Path.Combine(folder.Path, "firstlook.yaml"), """
            teams: { shop: { runbooks: [] }, erp: { runbooks: [] } }
            notify:
              chat: { kind: slack, url: "https://chat.example.test", teams: [shop, moon] }
            """, _ => null);
        Assert.Null(configuration);
        Assert.Equal(2, problems.Count);
        Assert.Contains(problems, problem => problem.EndsWith("line 3: notify.chat.teams: there is no team moon", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.EndsWith("no channel tells team erp: each names other teams", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    Dictionary<string, Target> Read(string targets, out TargetConnections connections)
    {
        var yaml = $"""
            teams: {"{"} shop: {"{"} runbooks: [] {"}"} {"}"}
            services: {"{"} shop: {"{"} team: shop, match: {"{"} service: shop {"}"}, targets: [{string.Join(", ", targets.Split('\n').Where(line => line.Contains("kind", StringComparison.Ordinal)).Select(line => line.Trim().Split(':')[0]))}] {"}"} {"}"}
            targets:
            {targets}
            """;
        var (configuration, problems) = ConfigurationReader.Read(Path.Combine(folder.Path, "firstlook.yaml"), yaml, _ => null);
        Assert.Empty(problems);
        connections = configuration!.Connections;
        return configuration.Services[0].Targets.ToDictionary(target => target.Name, StringComparer.Ordinal);
    }
}
