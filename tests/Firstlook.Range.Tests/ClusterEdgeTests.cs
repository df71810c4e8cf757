using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Range.Tests;

/// <summary>What stands between the public and the pods, and what is counted of them: ingress, certificate, metrics.</summary>
[Collection(nameof(RangeToSteer))]
public sealed partial class ClusterEdgeTests(RangeToSteer range)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task The_ingress_names_the_service_whose_pods_nginx_sends_quotes_to()
    {
        range.SkipIfUnfit();
        var described = await range.KubectlAsync("describe", "ingress", "festivals-ingress");
        Assert.Matches(@"/api/shipping/\s+festivals-api:80", described);
        Assert.Contains(range["RANGE_PUBLIC_ADDRESS"], await range.KubectlAsync("get", "ingress"), StringComparison.Ordinal);
        await QuotedAsync();
    }

    [Fact]
    public async Task A_rate_limit_of_the_ingress_turns_those_away_who_ask_too_often()
    {
        range.SkipIfUnfit();
        var url = range["RANGE_WEB_URL"] + "/api/shipping/quote/";
        await range.KubectlAsync("annotate", "ingress", "festivals-ingress", "nginx.ingress.kubernetes.io/limit-rps=1");
        try
        {
            await Eventually.HoldsAsync("some are turned away", Patience, async () => (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => range.StatusAsync(url)))).Contains(503));
        }
        finally
        {
            await range.KubectlAsync("annotate", "ingress", "festivals-ingress", "nginx.ingress.kubernetes.io/limit-rps-");
        }
        await Eventually.HoldsAsync("nobody is turned away", Patience, async () => (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => range.StatusAsync(url)))).All(status => status == 200));
    }

    [Fact]
    public async Task The_ingress_controller_can_be_restarted()
    {
        range.SkipIfUnfit();
        await range.KubectlAsync("rollout", "restart", "deployment/ingress-nginx-controller", "-n", "ingress-nginx");
        await range.KubectlAsync("rollout", "status", "deployment/ingress-nginx-controller", "-n", "ingress-nginx", "--timeout=60s");
        await QuotedAsync();
    }

    [Fact]
    public async Task The_certificate_says_what_browsers_see_and_is_renewed_when_it_is_deleted()
    {
        range.SkipIfUnfit();
        await CertificateIsAsync("True");
        await range.ActAsync("certificate-expired", "inject");
        try
        {
            await CertificateIsAsync("False");
            Assert.Contains("Certificate expired on", await range.KubectlAsync("describe", "certificate", "festivals-tls"), StringComparison.Ordinal);
            await range.KubectlAsync("delete", "certificate", "festivals-tls");
            await CertificateIsAsync("True");
            Assert.False(await range.IsActiveAsync("certificate-expired"));
            await Eventually.HoldsAsync("browsers come in", Patience, async () => await range.ValueAsync("min(probe_ssl_earliest_cert_expiry) - time()") > 80 * 86400);
        }
        finally
        {
            await range.ActAsync("certificate-expired", "heal");
        }
    }

    [Fact]
    public async Task A_certificate_that_is_put_into_the_secret_is_the_one_that_is_used()
    {
        range.SkipIfUnfit();
        var names = (await range.KubectlAsync("get", "certificate", "festivals-tls", "-o", "jsonpath={.spec.dnsNames[*]}")).Split(' ');
        var folder = Directory.CreateTempSubdirectory("firstlook-certificate-").FullName;
        try
        {
            var made = await Command.RunAsync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "7", "-subj", "/CN=by hand", "-addext", "subjectAltName=" + string.Join(',', names.Select(name => "DNS:" + name)),
                "-keyout", folder + "/key.pem", "-out", folder + "/crt.pem"], range.Settings, "", TestContext.Current.CancellationToken);
            Assert.Equal(0, made.Exit);
            var yaml = await range.KubectlAsync("create", "secret", "tls", "festivals-tls", $"--cert={folder}/crt.pem", $"--key={folder}/key.pem", "--dry-run=client", "-o", "yaml");
            await File.WriteAllTextAsync(folder + "/secret.yaml", yaml, TestContext.Current.CancellationToken);
            await range.KubectlAsync("apply", "-f", folder + "/secret.yaml");
            await Eventually.HoldsAsync("nginx shows it", Patience, async () => (await Command.RunAsync("sh", ["-c", $"openssl s_client -connect {range["RANGE_PUBLIC_ADDRESS"]}:443 </dev/null 2>/dev/null | openssl x509 -noout -subject"],
                range.Settings, "", TestContext.Current.CancellationToken)).Output.Contains("by hand", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            await range.KubectlAsync("delete", "certificate", "festivals-tls");
        }
        await CertificateIsAsync("True");
    }

    [Fact]
    public async Task What_pods_use_is_what_their_processes_use()
    {
        range.SkipIfUnfit();
        var told = "";
        await Eventually.HoldsAsync("all pods have figures", Patience, async () => (told = (await range.TryKubectlAsync("top", "pods")).Output).Contains("festivals-worker", StringComparison.Ordinal));
        var megabytes = int.Parse(Figure().Match(told).Groups["megabytes"].Value, CultureInfo.InvariantCulture);
        var own = await range.ValueAsync("max(process_resident_memory_bytes{job=\"worker\"})") / 1024 / 1024;
        // Beside the worker's process there are two small ones that keep its log.
        Assert.InRange(megabytes, own * 0.8, (own * 1.25) + 16);
        await Eventually.HoldsAsync("the autoscaler has a figure", Patience, async () => Percent().IsMatch(await range.KubectlAsync("get", "hpa")));
    }

    [GeneratedRegex(@"^festivals-worker-\S+\s+\d+m\s+(?<megabytes>\d+)Mi", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\d+%/80%")]
    private static partial Regex Percent();

    Task<TimeSpan> QuotedAsync() => Eventually.HoldsAsync("there is a quote", Patience, async () => await range.StatusAsync(range["RANGE_WEB_URL"] + "/api/shipping/quote/") == 200);

    Task<TimeSpan> CertificateIsAsync(string ready) => Eventually.HoldsAsync($"the certificate's Ready is {ready}", Patience, async () =>
        (await range.TryKubectlAsync("get", "certificates", "festivals-tls", "-o", "jsonpath={.status.conditions[0].status}")).Output.Trim() == ready);
}
