using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class RewriteTests
{
    [Theory]
    [InlineData("kubectl exec -it redis-0 -n shop -- redis-cli LLEN q", "kubectl exec redis-0 -n shop -- redis-cli LLEN q")]
    [InlineData("docker exec -ti db psql -c 'SELECT 1'", "docker exec db psql -c 'SELECT 1'")]
    [InlineData("kubectl logs -f api-0 -n shop", "kubectl logs --tail=100 api-0 -n shop")]
    [InlineData("docker-compose logs --tail=100 -f web", "docker-compose logs --tail=100 web")]
    [InlineData("docker-compose exec redis redis-cli PING", "docker-compose exec -T redis redis-cli PING")]
    [InlineData("docker compose exec -u 0 web ps -t", "docker compose exec -T -u 0 web ps -t")]
    [InlineData("kubectl logs api-0 --follow | grep ERROR", "kubectl logs api-0 --tail=100 | grep ERROR")]
    [InlineData("tail -f /var/log/app.log", "tail /var/log/app.log")]
    [InlineData("sudo tail -fn 50 /var/log/app.log | grep x", "sudo tail -n 50 /var/log/app.log | grep x")]
    [InlineData("ping example.com", "ping -c 4 example.com")]
    [InlineData("sudo ping example.com", "sudo ping -c 4 example.com")]
    [InlineData("kubectl exec -i -t redis-0 -- redis-cli LLEN q", "kubectl exec -i redis-0 -- redis-cli LLEN q")]
    [InlineData("docker exec --tty -e A=1 db ls", "docker exec -e A=1 db ls")]
    [InlineData("kubectl logs api-0 -f", "kubectl logs api-0 --tail=100")]
    [InlineData("docker exec -u 0 -it web ps", "docker exec -u 0 web ps")]
    [InlineData("docker exec -w /srv --env A=1 -t web ps", "docker exec -w /srv --env A=1 web ps")]
    [InlineData("docker exec -d --user 0 --workdir /srv -t web ps", "docker exec -d --user 0 --workdir /srv web ps")]
    [InlineData("docker-compose exec --index 2 web cut -d : -f 1 /etc/hosts", "docker-compose exec -T --index 2 web cut -d : -f 1 /etc/hosts")]
    [InlineData("sudo docker-compose exec web ps; ls", "sudo docker-compose exec -T web ps; ls")]
    [InlineData("nice tail -f /var/log/a.log", "nice tail /var/log/a.log")]
    [InlineData("kubectl logs api-0 --since=1h -f | tail -5", "kubectl logs api-0 --since=1h | tail -5")]
    [InlineData("kubectl logs api-0 --since=1h -f", "kubectl logs api-0 --since=1h")]
    [InlineData("tail /var/log/a.log -F", "tail /var/log/a.log")]
    [InlineData("tail -f /var/log/a.log | grep x | tail -f", "tail /var/log/a.log | grep x | tail")]
    [InlineData("kubectl exec api-0 -- tail -f /var/log/a.log", "kubectl exec api-0 -- tail /var/log/a.log")]
    public void A_listed_rule_makes_a_read_end_by_itself(string before, string after)
    {
        var rewrites = Rewrites.Of(before);
        Assert.Equal(after, rewrites[^1].Text);
        Assert.True(Classifier.Whole(after, Language.Shell).RunsByItself);
        Assert.All(rewrites, rewrite => Assert.NotEmpty(rewrite.Sentence));
    }

    [Theory]
    [InlineData("ls -it")]
    [InlineData("ping -c 2 example.com")]
    [InlineData("grep -f patterns x")]
    [InlineData("echo 'kubectl logs -f x'")]
    [InlineData("kubectl exec x -- tar -t -f a.tar")]
    [InlineData("docker exec web tar -t -f a.tar")]
    [InlineData("kubectl apply -f x.yaml")]
    [InlineData("tail -20 x")]
    [InlineData("tail")]
    [InlineData("ping")]
    [InlineData("ping -w 5 example.com")]
    [InlineData("echo tail -f x")]
    [InlineData("docker compose exec --detach web ps")]
    [InlineData("docker-compose exec -T web ps")]
    [InlineData("docker-compose exec -e A=1 -T web ps")]
    [InlineData("docker-compose exec -u 0 -w /srv -d web ps")]
    [InlineData("ping6 -c 4 example.com")]
    [InlineData("kubectl exec (")]
    public void Nothing_else_is_rewritten(string command) => Assert.Empty(Rewrites.Of(command));

    [Fact]
    public void A_rewrite_never_makes_an_action_a_read()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CommandYardstickTests.Root(), "tests", "Firstlook.Tests", "Effects", "commands"), "*.tsv"))
        {
            foreach (var command in ListedCommand.Read(file).Where(command => command.Language == Language.Shell && command.Class != Effect.Read))
            {
                if (Rewrites.Of(command.Text) is { IsEmpty: false } rewrites) Assert.NotEqual(Effect.Read, Classifier.Whole(rewrites[^1].Text, Language.Shell).Effect);
            }
        }
    }

    [Theory]
    [InlineData("kubectl exec -it redis-0 -n shop -- redis-cli FLUSHDB", "kubectl exec redis-0 -n shop -- redis-cli FLUSHDB")]
    [InlineData("docker-compose exec redis redis-cli FLUSHDB", "docker-compose exec -T redis redis-cli FLUSHDB")]
    public void An_action_inside_a_container_is_proposed_without_a_terminal(string before, string after) => Assert.Equal(after, Rewrites.OfAction(before)[^1].Text);

    [Theory]
    [InlineData("sudo certbot renew --force-renewal && systemctl reload nginx", "sudo certbot renew --no-random-sleep-on-renew --force-renewal && systemctl reload nginx")]
    [InlineData("docker-compose run certbot certbot renew", "docker-compose run certbot certbot renew --no-random-sleep-on-renew")]
    public void A_renewal_does_not_wait_for_the_night(string before, string after) => Assert.Equal(after, Rewrites.OfAction(before)[^1].Text);

    [Theory]
    [InlineData("certbot renew --dry-run")]
    [InlineData("certbot certonly -d shop.example.com")]
    [InlineData("echo 'certbot renew' >> /etc/cron.d/renew")]
    [InlineData("kubectl exec -it redis-0 -n shop -- redis-cli LLEN q")]
    [InlineData("kubectl exec -it redis-0 -n shop -- bash")]
    [InlineData("kubectl delete pod x")]
    [InlineData("kubectl debug -it pod --image=busybox")]
    public void Reads_what_a_person_types_into_and_all_other_actions_are_proposed_as_they_stand(string command) => Assert.Empty(Rewrites.OfAction(command));
}
