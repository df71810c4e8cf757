using System.Net;
using Firstlook.Actions;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Serving;

/// <summary>An alert whose labels choose no service is answered all the same, once a person has said by what.</summary>
public sealed class ChoosingTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    const string Unlabelled = """[{"labels":{"alertname":"Down"}}]""";

    string Yaml => $"""
        teams:
          night: {"{"} runbooks: [{folder.Path}/runbooks] {"}"}
          day: {"{"} runbooks: [{folder.Path}/runbooks] {"}"}
        services:
          shop: {"{"} team: night, match: {"{"} service: shop {"}"}, targets: [host] {"}"}
          mail: {"{"} team: day, match: {"{"} service: mail {"}"}, targets: [host], policy: {"{"} destructive: never {"}"} {"}"}
        targets:
          host: {"{"} kind: shell {"}"}

        """;

    [Fact]
    public async Task A_person_names_the_service_and_the_procedure_by_its_alert_and_its_reads_run()
    {
        folder.File("marks", "one\n");
        folder.File("runbooks/down.md", $"# Down\n\n**Alert**: `Down`\n\n```bash\nwc -l {folder.Path}/marks\n```\n");
        await using var server = await Server.Start(folder, Yaml, cancellation: Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAlerts(Unlabelled)).StatusCode);
        var opened = await server.Incident(1);
        Assert.Equal("no service is configured for the alert's labels: shop needs service=shop, mail needs service=mail", opened.GetProperty("serviceWhy").GetString());
        Assert.DoesNotContain("has no procedure", opened.GetRawText(), StringComparison.Ordinal);

        Assert.Contains("there is down.md#down", await Refused(server, "Nothing"), StringComparison.Ordinal);
        Assert.Contains("shop: down.md#down or mail: down.md#down", await Refused(server, "down"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Server.Post(server.Ada, "/api/incidents/1/choose", new { to = "mail: down" })).StatusCode);
        var looked = await server.Eventually(1, incident => incident.GetRawText().Contains($"1 {folder.Path}/marks", StringComparison.Ordinal));
        Assert.Equal(("mail", "ada chose it"), (looked.GetProperty("service").GetString(), looked.GetProperty("serviceWhy").GetString()));
        // The service's own policy holds from then on, not the one of an incident without a service.
        var (_, incident) = server.Service<Desk.Records>().All.Select(record => (record.Id, record.Incident)).Single();
        Assert.Equal(ApprovalRule.Never, incident.Policy.Rules.Destructive);
    }

    static async Task<string> Refused(Server server, string said)
    {
        var answer = await Server.Post(server.Ada, "/api/incidents/1/choose", new { to = said });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
