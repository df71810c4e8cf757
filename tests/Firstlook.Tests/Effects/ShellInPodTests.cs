using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Whatever stands behind the name of a pod may be the command's, options too; and a shell's text stands behind its own options alone.</summary>
public sealed class ShellInPodTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("kubectl exec pod sh -c 'rm -rf /data'")]
    [InlineData("kubectl exec -it pod bash -c 'rm -rf /data'")]
    [InlineData("kubectl exec sh sh -c 'rm -rf /data' -n x")]
    [InlineData("kubectl -n exec exec exec sh -c 'rm -rf /data'")]
    [InlineData("kubectl exec -c sh sh sh -c 'rm -rf /data'")]
    [InlineData("kubectl exec pod sh -i -c 'rm -rf /data'")]
    [InlineData("kubectl exec -i pod psql -c 'DROP TABLE x'")]
    [InlineData("kubectl exec pod psql -- -c 'DROP TABLE x'")]
    [InlineData("oc rsh pod sh -c 'rm -rf /data'")]
    [InlineData("oc -n etcd rsh -c etcdctl etcd-1 sh -c 'unset X; etcdctl --endpoints=https://localhost:2379 defrag'")]
    [InlineData("oc rsh pod -- rm x")]
    [InlineData("sh ls -c")]
    [InlineData("bash -x ls -c")]
    [InlineData("bash -o pipefail ls -c")]
    [InlineData("bash -euo pipefail ls -c")]
    [InlineData("sh -- -c")]
    public void What_the_words_behind_a_pod_or_a_shell_may_run_counts(string command) => Assert.True(Of(command) > Effect.Read);

    [Theory]
    [InlineData("kubectl exec pod ls -t /usr")]
    [InlineData("kubectl exec -n a pod -c b -- sh -c 'ls'")]
    [InlineData("kubectl exec -it pod")]
    [InlineData("oc rsh pod ls -t")]
    [InlineData("oc rsh -c x pod sh -c 'ls'")]
    [InlineData("oc rsh pod")]
    [InlineData("oc -n a rsh pod etcdctl endpoint status")]
    [InlineData("bash -o pipefail -c 'ls'")]
    [InlineData("bash -euo pipefail -c 'ls | wc -l'")]
    [InlineData("bash -lc 'ls'")]
    public void Reads_there_stay_reads(string command) => Assert.Equal(Effect.Read, Of(command));
}
