using Firstlook.Actions;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Actions;

public sealed class ForbiddingTests
{
    [Theory]
    [InlineData("do not set stock quantities by hand", "UPDATE stock SET quantity = 5 WHERE id = 3")]
    [InlineData("manually adjusting on-hand stock quantities", "UPDATE stock_items SET on_hand = 7")]
    [InlineData("Never run FLUSHALL on the shared cache", "redis-cli FLUSHALL")]
    [InlineData("The carts live in Redis. Never run FLUSHALL there", "redis-cli FLUSHALL")]
    [InlineData("Don't restart the database", "systemctl restart database")]
    [InlineData("never delete pods of the payment service", "kubectl delete pod payment-7f")]
    [InlineData("NEVER use kubectl delete here", "kubectl delete deployment web")]
    [InlineData("do not use pg_terminate_backend on replication sessions", "SELECT pg_terminate_backend(41)")]
    [InlineData("must not kill workers", "pkill -f worker")]
    [InlineData("no vacuum full in the evening", "VACUUM FULL orders")]
    [InlineData("exec into production unless necessary", "kubectl exec -it web-1 -- sh")]
    public void A_command_that_does_what_is_forbidden_is_named_with_sentence_and_line(string sentence, string command) =>
        Assert.Equal([new NamedProhibition(12, sentence)], Forbidding.Of(command, Language.Shell, [new Prohibition(12, sentence, null, null)]));

    [Theory]
    [InlineData("do not set stock quantities by hand", "UPDATE carts SET total = 5")]
    [InlineData("Do not change on_hand by hand. Every piece is explained by a row of stock_move.", "UPDATE stock SET is_active = false")]
    [InlineData("Don't restart the database", "systemctl restart nginx")]
    [InlineData("never delete pods of the payment service", "kubectl scale deployment/web --replicas=3")]
    [InlineData("do not restart Kafka", "kafka-topics.sh --list")]
    [InlineData("never restart the api", "systemctl restart web")]
    [InlineData("never log on the primary", "echo working on the replica")]
    [InlineData("never kill a batch", "echo a batch")]
    [InlineData("logging personal data while investigating", "systemctl restart nginx")]
    public void A_command_that_does_something_else_or_to_something_else_is_not(string sentence, string command) =>
        Assert.Empty(Forbidding.Of(command, Language.Shell, [new Prohibition(12, sentence, null, null)]));
}
