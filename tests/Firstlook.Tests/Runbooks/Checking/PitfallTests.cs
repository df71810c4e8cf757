namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>Uses that look like a pitfall and are none: what would annoy a runbook's owner.</summary>
public sealed class PitfallTests
{
    static string Block(string command, string tag = "bash") => $"# QueueFull\n\n**Severity**: high\n\n## Mitigation\n```{tag}\n{command}\n```\n";

    [Theory]
    [InlineData("FL050", "grep ERROR /var/log/app.json | jq .message")]
    [InlineData("FL084", "pg_restore -d shop_restored /backups/shop.dump")]
    [InlineData("FL085", "git push --force-with-lease origin fix")]
    [InlineData("FL085", "git reset HEAD~1")]
    [InlineData("FL086", "docker image prune -a --filter until=168h")]
    [InlineData("FL050", "grep 'code=5' app.log | jq -R 'split(\" \")'")]
    [InlineData("FL051", "jq -r .message app.json | tail -20")]
    [InlineData("FL052", "grep 'ERROR\\|FATAL' app.log")]
    [InlineData("FL052", "grep -F 'a|b' app.log")]
    [InlineData("FL053", "grep -P '\\d+' app.log")]
    [InlineData("FL054", "sort app.log | uniq -c")]
    [InlineData("FL055", "curl -g 'http://p:9090/api/v1/query?query=up{job=\"x\"}'")]
    [InlineData("FL055", "curl 'http://p:9090/api/v1/query?query=up'")]
    [InlineData("FL056", "find /tmp -type f -mtime +7 -print -delete")]
    [InlineData("FL058", "rm -rf /var/cache/shop")]
    [InlineData("FL060", "kubectl logs -l app=x --tail=-1 | grep x")]
    [InlineData("FL060", "kubectl logs -f -l app=x")]
    [InlineData("FL060", "kubectl logs pod-1 | grep x")]
    [InlineData("FL063", "docker system prune -f")]
    [InlineData("FL064", "docker logs web 2>&1 | grep ERROR")]
    [InlineData("FL070", "redis-cli -h queue LLEN jobs\nredis-cli -h cache FLUSHDB")]
    [InlineData("FL072", "celery -A shop purge -Q thumbnails")]
    [InlineData("FL012", "echo \"$(date)\" | tee -a /tmp/x; for i in 1 2; do echo $i; done")]
    [InlineData("FL012", "kubectl get pod <pod-name> -n <namespace> -o json | jq '.status'")]
    [InlineData("FL012", "echo \"${prompt@P}\"")]
    [InlineData("FL012", "coproc sleep 1")]
    [InlineData("FL012", "echo ${!name}")]
    [InlineData("FL005", "curl -H \"Authorization: Bearer $TOKEN\" https://x")]
    [InlineData("FL005", "curl -H \"Authorization: OAuth YOUR_API_KEY\" https://x")]
    [InlineData("FL005", "kubectl get secret shop-db-password -o yaml")]
    [InlineData("FL005", "export PGPASSWORD=$(cat /run/secrets/db)")]
    [InlineData("FL005", "# Open the portal (1Password: \"Acquirer portal\")\ntrue")]
    [InlineData("FL005", "mysqladmin -u root -p processlist")]
    [InlineData("FL005", "runner register --token glrt-XXXXXXXX")]
    [InlineData("FL005", "python3 -c 'es = Search(api_key=open(\"/etc/key\").read())'")]
    [InlineData("FL013", "# Grafana: https://grafana.example.com/d/home\ntrue")]
    [InlineData("FL024", "kubectl rollout restart deployment/x")]
    public void What_is_sound_is_left_alone(string code, string command) => Assert.Empty(Checked.Of(code, Block(command).Replace("Mitigation", code == "FL024" ? "Safe action" : "Mitigation", StringComparison.Ordinal)));

    [Theory]
    [InlineData("FL050", "sudo grep user_id=7 /var/log/app.log | jq .")]
    [InlineData("FL060", "kubectl -n shop logs --selector=app=x | grep x")]
    [InlineData("FL063", "sudo docker volume prune -f")]
    [InlineData("FL070", "kubectl exec -it redis-0 -- redis-cli LLEN q\nkubectl exec -it redis-0 -- redis-cli FLUSHALL")]
    [InlineData("FL071", "docker compose exec redis redis-cli keys '*'")]
    [InlineData("FL075", "sudo kill -9 $(pgrep postgres)")]
    [InlineData("FL005", "curl https://ops:tr0ub4dor@prometheus.example.com/")]
    [InlineData("FL005", "export DB_PASSWORD=tr0ub4dor")]
    [InlineData("FL013", "promtool query instant http://p:9090 'rate(x[5m'")]
    [InlineData("FL013", "curl -G http://p:9090/api/v1/query --data-urlencode 'query=rate(x)'")]
    [InlineData("FL015", "psql -c 'SELECT a, FROM b'")]
    [InlineData("FL016", "psql shop -c \"SELECT mean_time FROM pg_stat_statements\"")]
    public void What_stands_behind_a_wrapper_or_in_a_word_is_seen(string code, string command) => Assert.NotEmpty(Checked.Of(code, Block(command)));

    [Theory]
    [InlineData("json", "{\n  \"status\": \"ok\",\n  ...\n}")]
    [InlineData("json", "{\"a\": <value>}")]
    [InlineData("yaml", "image: {{ .Values.image }}")]
    [InlineData("json", "\"replicas\": 3,")]
    [InlineData("yaml", "replicas: 3\nlabels: {app: shop}")]
    public void A_sketch_of_json_or_yaml_is_no_mistake(string tag, string text) => Assert.Empty(Checked.Of("FL017", Block(text, tag)));

    [Fact]
    public void The_line_of_broken_json_is_told() => Assert.Equal(9, Assert.Single(Checked.Of("FL017", Block("{\n  \"a\": 1\n  \"b\": 2\n}", "json"))).Line);
}
