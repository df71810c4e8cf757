using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class EndlessLoopTests
{
    static Classified Verdict(string command) => Classifier.Whole(command, Language.Shell);

    [Theory]
    [InlineData("while true; do df -h; sleep 5; done")]
    [InlineData("while :; do ss -s; done")]
    [InlineData("while sleep 1; do date; done")]
    [InlineData("while [ -e /tmp/go ]; do sleep 0.1; done")]
    [InlineData("until curl -sf http://shop/health; do sleep 1; done")]
    [InlineData("while [ $n -lt 5 ]; do ss -s; done")]
    [InlineData("for ((;;)); do ss -s; done")]
    public void A_loop_that_waits_for_something_else_hangs(string command) => Assert.Equal((Effect.Read, EffectTags.Hang), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("for i in 1 2 3; do df; sleep 1; done")]
    [InlineData("for ((i=0; i<3; i++)); do date; done")]
    [InlineData("i=0; while [ $i -lt 5 ]; do ss -s; sleep 1; i=$((i+1)); done")]
    [InlineData("while (( i < 5 )); do ss -s; (( i++ )); done")]
    [InlineData("until [ $((n -= 1)) -le 0 ]; do ss -s; done")]
    [InlineData("while [ $# -gt 0 ]; do echo $1; shift; done")]
    [InlineData("kubectl get pods -o name | while read -r pod; do kubectl describe $pod; done")]
    [InlineData("while IFS= read -r line; do echo \"$line\"; done < /var/log/app.log")]
    public void A_loop_that_takes_up_what_it_is_given_or_counts_comes_to_its_end(string command) => Assert.Equal((Effect.Read, EffectTags.None), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("IFS=/; ls")]
    [InlineData("IFS=$(cat /tmp/x) read -r a")]
    [InlineData("IFS=: ls")]
    public void A_separator_that_outlives_its_read_leaves_nothing_known(string command) => Assert.Equal(Effect.Unknown, Verdict(command).Effect);
}
