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
    public void A_shell_command_that_is_held_has_a_safe_preview(string command, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(command, Language.Shell))?.Text);

    [Theory]
    [InlineData("FLUSHALL", "DBSIZE")]
    [InlineData("DEL a b", "EXISTS a b")]
    [InlineData("LPOP queue", "LLEN queue")]
    public void A_redis_command_that_is_held_has_a_safe_preview(string command, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(command, Language.Redis))?.Text);

    [Theory]
    [InlineData("DELETE FROM orders WHERE id < 5;", "SELECT count(*) FROM orders WHERE id < 5")]
    [InlineData("UPDATE shop.orders SET a = 1 WHERE b = 'x' RETURNING id;", "SELECT count(*) FROM shop.orders WHERE b = 'x'")]
    [InlineData("TRUNCATE TABLE t;", "SELECT count(*) FROM t")]
    [InlineData("SELECT pg_terminate_backend(42);", "SELECT pid, usename, application_name, state, now() - query_start AS running, left(query, 80) AS query FROM pg_stat_activity WHERE pid = 42")]
    public void A_statement_that_is_held_has_a_safe_preview(string statement, string preview) =>
        Assert.Equal(preview, Previews.Of(Classifier.Whole(statement, Language.Sql))?.Text);

    [Theory]
    [InlineData("rm -rf /srv/data; ls", Language.Shell)]
    [InlineData("./deploy.sh", Language.Shell)]
    [InlineData("DELETE FROM t WHERE evil()", Language.Sql)]
    [InlineData("find . -delete -exec rm {} +", Language.Shell)]
    [InlineData("DROP TABLE t", Language.Sql)]
    [InlineData("ls", Language.Shell)]
    public void Where_no_read_would_show_it_there_is_no_preview(string command, Language language) =>
        Assert.Null(Previews.Of(Classifier.Whole(command, language)));
}
