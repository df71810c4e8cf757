using Firstlook.Range.Configuration;
using Firstlook.Range.Releases;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Payments;

/// <summary>The providers that the shop may use; two flags say which of them it does, the first that is on.</summary>
internal sealed class PaymentProviders : IDisposable
{
    readonly HttpClient http;
    readonly ShopConfiguration configuration;

    public PaymentProviders(ShopConfiguration configuration, DeployedRelease release, ShopMetrics metrics, TimeProvider clock)
    {
        this.configuration = configuration;
        // Short-lived connections, so that a change in the name service is noticed.
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(3) };
        All =
        [
            new PaymentProvider("stripe", new Uri("https://api.stripe.com"), http, new CircuitBreaker(() => release.Current.Breaker, clock)),
            new PaymentProvider("paypal", new Uri("https://api.paypal.com"), http, new CircuitBreaker(() => release.Current.Breaker, clock)),
        ];
        metrics.Add(new LabelledGauge("circuit_breaker_state", "0 closed, 1 half-open, 2 open.", "service"))
            .Follow(() => [.. All.Select(each => (new[] { each.Name }, (double)each.Breaker.State))]);
    }

    public IReadOnlyList<PaymentProvider> All { get; }

    public PaymentProvider? Find(string name) => All.FirstOrDefault(each => each.Name == name);

    /// <exception cref="RefusedException">None is enabled: the checkout is switched off.</exception>
    public PaymentProvider Choose() =>
        All.FirstOrDefault(each => configuration.File.Flag($"ENABLE_{each.Name.ToUpperInvariant()}"))
        ?? throw new RefusedException(PaymentRefusals.NoProvider());

    public void Dispose() => http.Dispose();
}
