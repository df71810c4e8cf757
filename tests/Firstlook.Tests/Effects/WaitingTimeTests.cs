using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Waits that a command bounds itself: what nobody would sit through hangs.</summary>
public sealed class WaitingTimeTests
{
    static EffectTags Tags(string command) => Classifier.Whole(command, Language.Shell) is { Effect: Effect.Read } read ? read.Tags : throw new InvalidOperationException($"no read: {command}");

    [Theory]
    [InlineData("sleep 86400")]
    [InlineData("sleep 5000m")]
    [InlineData("sleep 3000 1200")]
    [InlineData("timeout 1d tail -f x")]
    [InlineData("timeout 86400 tail -f x")]
    [InlineData("kubectl wait --for=condition=Ready pod/x --timeout=24h")]
    [InlineData("kubectl rollout status ds/x --timeout=86400s")]
    [InlineData("curl --rate 1/d http://h/ http://g/")]
    [InlineData("curl --limit-rate 1 http://h/")]
    [InlineData("wget -qO- --tries=0 http://h/")]
    [InlineData("wget -qO- -t inf http://h/")]
    [InlineData("kubectl get --raw '/api/v1/pods?watch'")]
    [InlineData("kubectl get --raw '/api/v1/namespaces/x/pods/y/log?follow=1'")]
    [InlineData("awk 'FNR==1{ARGV[ARGC++]=FILENAME}{print}' f")]
    [InlineData("jq '.a|test(\"^(a+)+$\")' f")]
    [InlineData("awk 'function f(n){return n<2?n:f(n-1)+f(n-2)} BEGIN{print f(60)}'")]
    public void A_wait_beyond_an_hour_hangs(string command) => Assert.True(Tags(command).HasFlag(EffectTags.Hang));

    [Theory]
    [InlineData("sleep 30")]
    [InlineData("timeout 1h tail -f x")]
    [InlineData("kubectl wait --for=condition=Ready pod/x --timeout=300s")]
    [InlineData("kubectl rollout status deploy/x --timeout=10m")]
    [InlineData("curl --rate 1/d http://h/")]
    [InlineData("curl --limit-rate 100k http://h/")]
    [InlineData("wget -qO- -t 3 http://h/")]
    [InlineData("kubectl get --raw '/api/v1/pods?watch=false'")]
    [InlineData("kubectl get --raw '/readyz?verbose'")]
    [InlineData("awk 'BEGIN{ARGV[1]=\"/var/log/syslog\"; ARGC=2}{print}'")]
    [InlineData("jq -r 'def f(x): x|tostring; f(.a) + f(.b)' f")]
    public void A_shorter_one_runs(string command) => Assert.Equal(EffectTags.None, Tags(command) & EffectTags.Hang);
}
