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
    [InlineData("for ((;1;)); do :; done")]
    [InlineData("for ((i=0;i<10;)); do date; done")]
    [InlineData("for((i=0;i<1;i--)); do :; done")]
    [InlineData("awk 'BEGIN{while(1){}}'")]
    [InlineData("awk 'BEGIN{for(i=0;i>=0;i++){}}'")]
    [InlineData("awk 'function f(){f()} BEGIN{f()}'")]
    [InlineData("sed ':a;G;ba' f")]
    [InlineData("sed ':a;s/^/x/;ta' f")]
    [InlineData("jq -n 'def f: f; f'")]
    [InlineData("jq -n '[range(1e18)]'")]
    [InlineData("echo 'while(1){}' | bc")]
    [InlineData("seq 1 inf | wc -l")]
    public void A_loop_that_waits_for_something_else_hangs(string command) => Assert.Equal((Effect.Read, EffectTags.Hang), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("for i in 1 2 3; do df; sleep 1; done")]
    [InlineData("for ((i=0; i<3; i++)); do date; done")]
    [InlineData("for ((i=10; i>0; i--)); do date; done")]
    [InlineData("for ((i=0; i<$n; i++)); do date; done")]
    [InlineData("for ((i=0; i<5; )); do date; ((i++)); done")]
    [InlineData("awk '{for(i=1;i<=NF;i++) s+=$i} END{print s}' f")]
    [InlineData("awk '{while (match($0, /x/)) $0 = substr($0, RSTART+1); print}' f")]
    [InlineData("awk 'BEGIN{while((getline l < \"f\") > 0) n++; print n}'")]
    [InlineData("awk 'function f(n){return n<2?1:n*f(n-1)} BEGIN{print f(5)}'")]
    [InlineData("sed ':a;N;$!ba;s/\\n/ /g' f")]
    [InlineData("sed -e :a -e 's/^.\\{1,10\\}$/ &/;ta' f")]
    [InlineData("jq 'def sum: if length == 0 then 0 else .[0] + (.[1:] | sum) end; sum' f")]
    [InlineData("jq '[range(10)]' f")]
    [InlineData("echo '2^64' | bc")]
    [InlineData("seq 1 100 | wc -l")]
    [InlineData("i=0; while [ $i -lt 5 ]; do ss -s; sleep 1; i=$((i+1)); done")]
    [InlineData("while (( i < 5 )); do ss -s; (( i++ )); done")]
    [InlineData("until [ $((n -= 1)) -le 0 ]; do ss -s; done")]
    [InlineData("while [ $# -gt 0 ]; do echo $1; shift; done")]
    [InlineData("kubectl get pods -o name | while read -r pod; do kubectl describe $pod; done")]
    [InlineData("while IFS= read -r line; do echo \"$line\"; done < /var/log/app.log")]
    public void A_loop_that_takes_up_what_it_is_given_or_counts_comes_to_its_end(string command) => Assert.Equal((Effect.Read, EffectTags.None), (Verdict(command).Effect, Verdict(command).Tags));

    [Theory]
    [InlineData("echo {1..1000000000}")]
    [InlineData("a=({1..1000000000})")]
    [InlineData("for i in {1..999999999}; do :; done")]
    [InlineData("echo {a..z}{a..z}{a..z}{a..z}{a..z}{a..z}{a..z}")]
    [InlineData("for i in $(seq 1 1000000); do curl -s http://h/ & done")]
    [InlineData("seq 1 1000000 | xargs -P 1000 -I{} curl -s http://h/{}")]
    public void More_than_a_machine_bears_waits(string command) => Assert.Equal(Effect.Unknown, Verdict(command).Effect);

    [Theory]
    [InlineData("IFS=/; ls")]
    [InlineData("IFS=$(cat /tmp/x) read -r a")]
    [InlineData("IFS=: ls")]
    public void A_separator_that_outlives_its_read_leaves_nothing_known(string command) => Assert.Equal(Effect.Unknown, Verdict(command).Effect);
}
