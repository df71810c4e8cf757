using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class AskedThroughProxyTests
{
    static Classified Of(string target) => Classifier.Whole($"kubectl get --raw '{target}'", Language.Shell);

    [Theory]
    [InlineData("/api/v1/namespaces/monitoring/services/http:alertmanager-main:9093/proxy/api/v2/alerts?active=true&silenced=false")]
    [InlineData("/api/v1/namespaces/monitoring/services/prometheus:web/proxy/api/v1/query?query=up")]
    [InlineData("/api/v1/namespaces/shop/services/web/proxy/healthz")]
    public void A_service_behind_the_proxy_is_asked_as_it_would_be_by_itself(string target) =>
        Assert.Equal((Effect.Read, EffectTags.None), (Of(target).Effect, Of(target).Tags));

    [Theory]
    [InlineData("/api/v1/namespaces/shop/services/web:8080/proxy/admin/restart")]
    [InlineData("/api/v1/namespaces/shop/services/web:8080/proxy/a/../admin/restart")]
    [InlineData("/api/v1/namespaces/shop/services/web:8080/proxy/%61dmin/restart")]
    [InlineData("/api/v1/namespaces/shop/services/web:8080/proxy/actuator/env")]
    [InlineData("/api/v1/namespaces/default/services/https:kubernetes:443/proxy/api/v1/namespaces/shop/pods/web/exec?command=id")]
    [InlineData("/api/v1/namespaces/default/services/https:kubernetes:443/proxy/api/v1/namespaces/shop/secrets")]
    [InlineData("/api/v1/namespaces/shop/pods/web-1:8080/proxy/healthz")]
    [InlineData("/api/v1/nodes/node-1/proxy/run/shop/web/web?cmd=id")]
    [InlineData("/api/v1/namespaces/shop/services/$NAME/proxy/healthz")]
    public void What_may_act_or_show_a_secret_there_is_not_known(string target) =>
        Assert.Equal(Effect.Unknown, Classifier.Whole($"kubectl get --raw \"{target}\"", Language.Shell).Effect);
}
