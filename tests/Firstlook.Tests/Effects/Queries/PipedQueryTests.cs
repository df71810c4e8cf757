using Firstlook.Effects;
using Firstlook.Runbooks;
using Firstlook.Tests.Runbooks;

namespace Firstlook.Tests.Effects.Queries;

/// <summary>Queries of hosted logs are pasted by a person, who is told what they do.</summary>
public sealed class PipedQueryTests
{
    [Theory]
    [InlineData(Language.Kql, "exceptions\n| where timestamp > ago(30m) and outerMessage has \"| evaluate\"\n| summarize n = count() by type\n| order by n desc")]
    [InlineData(Language.Kql, "let window = 15m;\nAppRequests // all of them\n| where TimeGenerated > ago(window)\n| evaluate autocluster()")]
    [InlineData(Language.Kql, ".show queries")]
    [InlineData(Language.LogsInsights, "fields @timestamp, @message\n| filter @message like /timeout|refused/\n| stats count(*) by bin(5m)")]
    [InlineData(Language.Spl, "index=web status>=500 user's | stats count by host | sort - count")]
    [InlineData(Language.Spl, "index=web [search index=auth action=failure | fields user] | timechart span=1m count")]
    [InlineData(Language.Spl, "| tstats count where index=web by host")]
    public void A_query_whose_stages_all_read_is_a_read(Language language, string query) => Assert.Equal(Effect.Read, Classifier.Whole(query, language).Effect);

    [Theory]
    [InlineData(Language.Kql, ".drop table Requests")]
    [InlineData(Language.Kql, "Requests\n| evaluate http_request('https://example.com')")]
    [InlineData(Language.Kql, "Requests | where name == @\"c:\\\" | evaluate sql_request('a', 'b')")]
    [InlineData(Language.Kql, "externaldata(a:string)[h@'https://example.com/a']")]
    [InlineData(Language.Kql, "Requests | where name == 'open")]
    [InlineData(Language.Kql, "Requests | frobnicate")]
    [InlineData(Language.LogsInsights, "fields @message | unmask @message")]
    [InlineData(Language.Spl, "index=web | outputlookup hosts.csv")]
    [InlineData(Language.Spl, "index=web | sendemail to=a@example.com")]
    [InlineData(Language.Spl, "index=web `quietly`")]
    [InlineData(Language.Spl, "index=web user's | collect index=summary")]
    [InlineData(Language.Spl, "index=web [inputlookup a | outputcsv b]")]
    public void A_stage_that_is_not_known_to_read_only_is_unknown(Language language, string query) => Assert.Equal(Effect.Unknown, Classifier.Whole(query, language).Effect);

    [Fact]
    public void Splunk_deletes_what_it_found() => Assert.Equal(Effect.Destructive, Classifier.Whole("index=web user=1 | delete", Language.Spl).Effect);

    [Theory]
    [InlineData("", "exceptions\n| where timestamp > ago(30m)\n| take 20", "kql")]
    [InlineData("kusto", "exceptions", "kql")]
    [InlineData("", "fields @timestamp, status\n| filter status >= 500", "logsinsights")]
    [InlineData("text", "index=web status>=500 | stats count by host", "spl")]
    public void They_are_known_by_their_tag_and_by_their_looks(string tag, string query, string language)
    {
        var step = Assert.Single(Documents.Read($"# Down\n\n**Alert**: `Down`\n\n## Diagnosis\n\n```{tag}\n{query}\n```\n").AllSteps());
        Assert.Equal((language, StepKind.Diagnostic, Effect.Read), (step.Language.Word(), step.Kind, step.Effect));
    }

    [Theory]
    [InlineData("", "index=orders-2024\ncurl -X DELETE http://es:9200/$index")]
    [InlineData("bash", "index=orders\nteamctl purge $index | sort")]
    [InlineData("", "index=orders curl -X DELETE http://es:9200/orders | sort")]
    [InlineData("", "exceptions\n| take 20\nrm -rf /srv/data")]
    [InlineData("", "fields @timestamp\n| limit 5\nkubectl delete pod x")]
    public void Commands_beside_what_looks_like_a_query_are_not_taken_for_a_read(string tag, string text)
    {
        var steps = Documents.Read($"# Down\n\n**Alert**: `Down`\n\n## Diagnosis\n\n```{tag}\n{text}\n```\n").AllSteps();
        Assert.All(steps, step => Assert.NotEqual(Effect.Read, step.Effect));
    }
}
