using Firstlook.Effects;
using Firstlook.Testing;

namespace Firstlook.Tests.Effects;

public sealed class PreviewTests
{
    [Theory]
    [InlineData("find /app/logs -name \"*.log\" -mtime +7 -delete", "find /app/logs -name \"*.log\" -mtime +7 -print | wc -l")]
    [InlineData("kubectl delete pod -l app=x", "kubectl delete --dry-run=server pod -l app=x")]
    [InlineData("kubectl get pods && kubectl delete pod -l app=x", "kubectl delete --dry-run=server pod -l app=x")]
    [InlineData("kubectl apply -f x.yaml", "kubectl apply --dry-run=server -f x.yaml")]
    [InlineData("git clean -fd", "git clean -n -fd")]
    [InlineData("psql -U app -c \"DELETE FROM orders WHERE state = 'old'\"", "psql -U app -c 'SELECT count(*) FROM orders WHERE state = '\\''old'\\'''")]
    [InlineData("rm -rf /srv/data \"/srv/b c\"", "du -sch -- /srv/data \"/srv/b c\"")]
    [InlineData("sudo truncate -s 0 /var/log/app.log", "sudo ls -l -- /var/log/app.log")]
    [InlineData("docker system prune -a --volumes -f", "docker system df")]
    [InlineData("docker restart web", "docker inspect --format '{{.Name}} {{.State.Status}} since {{.State.StartedAt}}' web")]
    [InlineData("docker-compose -f a.yml down -v", "docker-compose -f a.yml ps")]
    [InlineData("kubectl exec redis-0 -n shop -- redis-cli -n 2 FLUSHDB", "kubectl exec redis-0 -n shop -- redis-cli -n 2 DBSIZE")]
    [InlineData("docker-compose exec redis redis-cli -a x DEL a b", "docker-compose exec redis redis-cli -a x EXISTS a b")]
    [InlineData("git reset --hard origin/main", "git diff --stat HEAD")]
    [InlineData("rsync -a --delete a/ b/", "rsync --dry-run -a --delete a/ b/")]
    [InlineData("terraform apply -auto-approve -target=x", "terraform plan -target=x")]
    [InlineData("terraform destroy", "terraform plan -destroy")]
    [InlineData("terraform apply tf.plan", "terraform show tf.plan")]
    [InlineData("helm rollback shop 3 -n x", "helm rollback --dry-run shop 3 -n x")]
    [InlineData("sudo systemctl restart gunicorn", "sudo systemctl status --no-pager gunicorn; sudo systemctl list-dependencies --reverse --no-pager gunicorn")]
    [InlineData("kill -9 42 43", "ps -o pid,user,etime,args -p 42,43")]
    [InlineData("pkill -f worker", "pgrep -af worker")]
    [InlineData("kubectl rollout restart deploy/api -n shop", "kubectl rollout history deploy/api -n shop")]
    [InlineData("kubectl set image deploy/api api=x:2", "kubectl set image --dry-run=server deploy/api api=x:2")]
    [InlineData("aws s3 rm s3://b/x --recursive", "aws s3 rm --dryrun s3://b/x --recursive")]
    [InlineData("crontab -r", "crontab -l")]
    [InlineData("nginx -s reload", "nginx -t")]
    [InlineData("celery -A shop purge", "celery -A shop inspect reserved")]
    [InlineData("sudo -u app rm -rf /srv/data", "sudo -u app du -sch -- /srv/data")]
    [InlineData("truncate /var/log/app.log -s 0", "ls -l -- /var/log/app.log")]
    [InlineData("mv /srv/a /srv/b", "ls -ld -- /srv/a /srv/b")]
    [InlineData("kubectl rollout undo deploy/api -n shop", "kubectl rollout undo --dry-run=server deploy/api -n shop")]
    [InlineData("kubectl drain node-1 --ignore-daemonsets", "kubectl drain --dry-run=server node-1 --ignore-daemonsets")]
    [InlineData("oc scale deploy/api --replicas=0", "oc scale --dry-run=server deploy/api --replicas=0")]
    [InlineData("git push origin main", "git push --dry-run origin main")]
    [InlineData("git checkout -- x", "git diff --stat")]
    [InlineData("git stash drop", "git stash list")]
    [InlineData("git branch -D old", "git log --oneline -5 old")]
    [InlineData("git pull", "git status --short --branch")]
    [InlineData("helm uninstall shop", "helm uninstall --dry-run shop")]
    [InlineData("docker image prune", "docker images -f dangling=true")]
    [InlineData("docker volume prune", "docker volume ls -f dangling=true")]
    [InlineData("docker container prune", "docker ps -a --filter status=exited --filter status=created")]
    [InlineData("docker volume rm data", "docker volume inspect data")]
    [InlineData("docker rmi shop:1", "docker image inspect --format '{{.RepoTags}} {{.Size}}' shop:1")]
    [InlineData("docker compose -f a.yml restart web", "docker compose -f a.yml ps")]
    [InlineData("docker exec -u 0 redis redis-cli DEL a", "docker exec -u 0 redis redis-cli EXISTS a")]
    [InlineData("service nginx restart", "service nginx status")]
    [InlineData("sudo apt-get remove nginx", "sudo apt-get -s remove nginx")]
    [InlineData("supervisorctl restart web", "supervisorctl status web")]
    [InlineData("iptables -F", "iptables -L -n -v --line-numbers")]
    [InlineData("kafka-consumer-groups.sh --group g --reset-offsets --to-latest --topic t --execute", "kafka-consumer-groups.sh --group g --reset-offsets --to-latest --topic t --dry-run")]
    [InlineData("rabbitmqctl purge_queue q", "rabbitmqctl list_queues name messages consumers")]
    [InlineData("sudo -n rm /srv/a", "sudo -n du -sch -- /srv/a")]
    [InlineData("killall gunicorn", "pgrep -a gunicorn")]
    [InlineData("docker-compose exec -T redis redis-cli -h r -p 6380 --user ops DEL a", "docker-compose exec -T redis redis-cli -h r -p 6380 --user ops EXISTS a")]
    [InlineData("kubectl exec redis-0 -n shop -- redis-cli FLUSHALL", "kubectl exec redis-0 -n shop -- redis-cli DBSIZE")]
    [InlineData("sudo apt upgrade", "sudo apt-get -s upgrade")]
    [InlineData("apt-get install nginx", "apt-get -s install nginx")]
    [InlineData("systemctl kill -s HUP web", "systemctl status --no-pager web; systemctl list-dependencies --reverse --no-pager web")]
    [InlineData("aws s3 sync a s3://b --delete", "aws s3 sync --dryrun a s3://b --delete")]
    [InlineData("psql -c 'UPDATE t SET a = 1'", "psql -c 'SELECT count(*) FROM t'")]
    [InlineData("mysql -e \"DELETE FROM t WHERE a = 1\" shop", "mysql -e 'SELECT count(*) FROM t WHERE a = 1' shop")]
    public void A_shell_command_that_is_held_has_a_safe_preview(string command, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(command, Language.Shell))?.Text);

    [Theory]
    [InlineData("FLUSHALL", "DBSIZE")]
    [InlineData("DEL a b", "EXISTS a b")]
    [InlineData("LPOP queue", "LLEN queue")]
    [InlineData("SET a b", "TYPE a")]
    [InlineData("EXPIRE a 5", "TTL a")]
    [InlineData("SREM a b", "SCARD a")]
    [InlineData("ZREM a b", "ZCARD a")]
    [InlineData("HDEL a b", "HLEN a")]
    [InlineData("XTRIM a MAXLEN 5", "XLEN a")]
    [InlineData("CLIENT KILL ID 5", "CLIENT LIST")]
    public void A_redis_command_that_is_held_has_a_safe_preview(string command, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(command, Language.Redis))?.Text);

    [Theory]
    [InlineData("DELETE FROM orders WHERE id < 5;", "SELECT count(*) FROM orders WHERE id < 5")]
    [InlineData("UPDATE shop.orders SET a = 1 WHERE b = 'x' RETURNING id;", "SELECT count(*) FROM shop.orders WHERE b = 'x'")]
    [InlineData("TRUNCATE TABLE t;", "SELECT count(*) FROM t")]
    [InlineData("TRUNCATE shop.t CASCADE;", "SELECT count(*) FROM shop.t")]
    [InlineData("DELETE FROM orders o WHERE o.id IN (SELECT id FROM old WHERE a = 1)", "SELECT count(*) FROM orders o WHERE o.id IN (SELECT id FROM old WHERE a = 1)")]
    [InlineData("DELETE FROM orders", "SELECT count(*) FROM orders")]
    [InlineData("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE state = 'active'", "SELECT pid, usename, application_name, state, now() - query_start AS running, left(query, 80) AS query FROM pg_stat_activity WHERE state = 'active'")]
    [InlineData("SELECT pg_terminate_backend(42);", "SELECT pid, usename, application_name, state, now() - query_start AS running, left(query, 80) AS query FROM pg_stat_activity WHERE pid = 42")]
    public void A_statement_that_is_held_has_a_safe_preview(string statement, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(statement, Language.Sql))?.Text);

    /// <summary>Whoever types stops anywhere: at the name, behind an option, before a value.</summary>
    [Theory]
    [InlineData(Language.Shell)]
    [InlineData(Language.Sql)]
    [InlineData(Language.Redis)]
    public void However_few_of_its_words_a_command_has_its_preview_is_a_read_or_nothing(Language language)
    {
        foreach (var command in Directory.EnumerateFiles(CommandLists, "*.tsv").SelectMany(ListedCommand.Read).Where(command => command.Language == language && command.Class != Effect.Read).Select(command => command.Text).Distinct())
        {
            for (var end = command.IndexOf(' '); end >= 0; end = end + 1 < command.Length ? command.IndexOf(' ', end + 1) : -1)
            {
                if (Previews.Of(Classifier.Whole(command[..end], language)) is { } preview) Assert.Equal(Effect.Read, Classifier.Whole(preview.Text, preview.Language).Effect);
            }
        }
    }

    static string CommandLists => Path.Combine(Repository.Root, "tests/Firstlook.Tests/Effects/commands");

    [Theory]
    [InlineData("rm -rf /srv/data; rm -rf b", Language.Shell)]
    [InlineData("./deploy.sh", Language.Shell)]
    [InlineData("DELETE FROM t WHERE evil()", Language.Sql)]
    [InlineData("DELETE FROM t USING u WHERE t.id = u.id", Language.Sql)]
    [InlineData("UPDATE t SET a = 1 FROM u WHERE t.id = u.id", Language.Sql)]
    [InlineData("DELETE FROM ONLY t", Language.Sql)]
    [InlineData("DELETE FROM t AS a WHERE a.b = 1", Language.Sql)]
    [InlineData("DELETE FROM t; DELETE FROM u", Language.Sql)]
    [InlineData("SELECT pg_terminate_backend()", Language.Sql)]
    [InlineData("DEL", Language.Redis)]
    [InlineData("rm", Language.Shell)]
    [InlineData("rm x > y", Language.Shell)]
    [InlineData("A=1 rm x", Language.Shell)]
    [InlineData("rm x | cat", Language.Shell)]
    [InlineData("kubectl exec db-0 -- rm", Language.Shell)]
    [InlineData("psql -c", Language.Shell)]
    [InlineData("find . -delete -exec rm {} +", Language.Shell)]
    [InlineData("DROP TABLE t", Language.Sql)]
    [InlineData("ls", Language.Shell)]
    public void Where_no_read_would_show_it_there_is_no_preview(string command, Language language) =>
        Assert.Null(Previews.Of(Classifier.Whole(command, language)));
}
