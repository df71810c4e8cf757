using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class OwnThingsTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("T=$(mktemp); grep x log > \"$T\"; wc -l \"$T\"; rm -f \"$T\"")]
    [InlineData("D=\"$(mktemp -d /tmp/look.XXXXXX)\"; rm -rf -- \"$D\"")]
    public void A_file_that_the_text_itself_makes_can_be_taken_back(string command) => Assert.Equal(Effect.Reversible, Of(command));

    [Theory]
    [InlineData("T=$(mktemp -u); grep x log > \"$T\"")]
    [InlineData("T=$(mktemp); T=/etc/passwd; rm -f \"$T\"")]
    [InlineData("T=$(mktemp); eval T=/etc/passwd; rm -f \"$T\"")]
    [InlineData("T=$(mktemp); read T < f; rm -f \"$T\"")]
    [InlineData("T=$(mktemp); printf -v T /etc/passwd; rm -f \"$T\"")]
    [InlineData("T=$(mktemp); declare -n R=T; R=/etc/passwd; rm -f \"$T\"")]
    [InlineData("T=$(mktemp); for T in /data; do rm -rf \"$T\"; done")]
    [InlineData("rm -f \"$T\"; T=$(mktemp)")]
    [InlineData("(T=$(mktemp)); rm -f \"$T\"")]
    [InlineData("if false; then T=$(mktemp); fi; rm -rf \"$T\"")]
    [InlineData("T=$(mktemp -d); rm -rf \"$T\"/../x")]
    [InlineData("T=$(mktemp); rm -f $T")]
    [InlineData("T=$(mktemp); rm -rf \"$T\" /data")]
    [InlineData("mktemp(){ echo /etc/passwd; }; T=$(mktemp); rm -f \"$T\"")]
    [InlineData("grep x log > /tmp/fixed")]
    public void Any_other_file_is_somebodys(string command) => Assert.Equal(Effect.Destructive, Of(command));

    [Theory]
    [InlineData("sleep 3 & kill $!")]
    [InlineData("sleep 3 & P=$!; sleep 1; kill $P")]
    [InlineData("(kubectl port-forward svc/p 9090:9090 >/dev/null & P=$!; sleep 3; curl -s localhost:9090/-/ready; kill $P)")]
    public void A_job_that_the_text_itself_began_may_be_ended(string command) => Assert.Equal(Effect.Read, Of(command));

    [Theory]
    [InlineData("kill $!")]
    [InlineData("P=$!; kill $P")]
    [InlineData("sleep 3 & P=$!; P=1; kill $P")]
    [InlineData("sleep 3 & P=$!; eval P=1; kill $P")]
    [InlineData("sleep 3 & P=$!; ((P=1)); kill $P")]
    [InlineData("sleep 3 & P=$!; x='P=1'; [[ $x -eq 1 ]]; kill $P")]
    [InlineData("sleep 3 & PF=$!; declare \"P\"\"F=1\"; kill $PF")]
    [InlineData("sleep 3 & P=$!; export P=1; kill $P")]
    [InlineData("sleep 3 & P=$!; read P < f; kill $P")]
    [InlineData("sleep 3 & P=$!; wait -p P; kill $P")]
    [InlineData("sleep 3 & for P in 1; do kill $P; done")]
    [InlineData("sleep 3 & kill $! 1")]
    [InlineData("sleep 3 & kill -- -$!")]
    [InlineData("systemctl restart nginx & kill $!")]
    public void Any_other_process_is_somebodys(string command) => Assert.True(Of(command) > Effect.Read);
}
