using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>How many there are of something can be set back, and so can what holds work back for a while; none at all is an interruption.</summary>
public sealed class CapacityTests
{
    [Theory]
    [InlineData("nomad job scale ranker triton 8", Effect.Reversible)]
    [InlineData("nomad job scale ranker triton 0", Effect.Disruptive)]
    [InlineData("nomad job scale ranker triton \"$COUNT\"", Effect.Disruptive)]
    [InlineData("nomad node eligibility -disable 4d2ba53b", Effect.Reversible)]
    [InlineData("aws ecs update-service --cluster front --service gateway --desired-count 48", Effect.Reversible)]
    [InlineData("aws ecs update-service --profile p --region eu-west-1 --cluster=front --service=gateway --desired-count=48", Effect.Reversible)]
    [InlineData("aws ecs update-service --cluster front --service gateway --desired-count 0", Effect.Disruptive)]
    [InlineData("aws ecs update-service --cluster front --service gateway --desired-count $N", Effect.Disruptive)]
    [InlineData("aws ecs update-service --cluster front --service gateway --desired-count 4 --desired-count 0", Effect.Disruptive)]
    [InlineData("aws ecs update-service --cluster front --service gateway --desired-count 4 --force-new-deployment", Effect.Disruptive)]
    [InlineData("aws lambda put-function-concurrency --function-name quote --reserved-concurrent-executions 80", Effect.Reversible)]
    [InlineData("aws lambda put-function-concurrency --function-name quote --reserved-concurrent-executions 0", Effect.Disruptive)]
    [InlineData("aws lambda delete-function-concurrency --function-name quote", Effect.Reversible)]
    [InlineData("aws lambda update-event-source-mapping --uuid 14e0db71 --enabled", Effect.Reversible)]
    [InlineData("aws lambda update-event-source-mapping --uuid 14e0db71 --no-enabled", Effect.Disruptive)]
    [InlineData("aws dynamodb update-table --table-name parcels --provisioned-throughput ReadCapacityUnits=500,WriteCapacityUnits=500", Effect.Reversible)]
    [InlineData("aws dynamodb update-table --table-name parcels --deletion-protection-enabled", Effect.Disruptive)]
    [InlineData("ceph osd set noout", Effect.Reversible)]
    [InlineData("ceph osd unset noout", Effect.Reversible)]
    [InlineData("ceph osd set pause", Effect.Disruptive)]
    [InlineData("ceph osd set \"$FLAG\"", Effect.Disruptive)]
    [InlineData("rabbitmqctl set_vm_memory_high_watermark 0.6", Effect.Reversible)]
    [InlineData("rabbitmqctl set_vm_memory_high_watermark 0.05", Effect.Disruptive)]
    [InlineData("rabbitmqctl set_vm_memory_high_watermark absolute 100MB", Effect.Disruptive)]
    [InlineData("fly scale count 6 --process-group render -a render", Effect.Reversible)]
    [InlineData("fly scale count 0 -a render", Effect.Disruptive)]
    [InlineData("fly scale count web=0 -a render", Effect.Disruptive)]
    [InlineData("fly scale count $N -a render", Effect.Disruptive)]
    [InlineData("nomad job scale ranker 8", Effect.Reversible)]
    [InlineData("nomad job scale 3d-ranker 0", Effect.Disruptive)]
    [InlineData("echo \"set server be/web1 state ready\" | socat stdio /run/haproxy/admin.sock", Effect.Reversible)]
    [InlineData("echo \"enable server be/web1\" | socat stdio /run/haproxy/admin.sock", Effect.Reversible)]
    [InlineData("echo \"set server be/web1 state maint\" | socat stdio /run/haproxy/admin.sock", Effect.Disruptive)]
    [InlineData("echo \"set server be/web1 weight 0\" | socat stdio /run/haproxy/admin.sock", Effect.Disruptive)]
    public void What_can_be_set_back_is_reversible_unless_nothing_is_left(string command, Effect effect) =>
        Assert.Equal(effect, Classifier.Whole(command, Language.Shell).Effect);
}
