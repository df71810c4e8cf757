using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>The page for a person leaves out nothing that the JSON tells.</summary>
public sealed class ExplanationTextTests
{
    const string Everything = """
        # Shop runbook

        ## Severity levels

        | Severity | Response | Resolution |
        |---|---|---|
        | P1 | 15 minutes | 4 hours |

        ## CheckoutSlow

        **Alert**: `CheckoutSlow`
        **Severity**: P1
        **Meaning**: Baskets wait.
        **Impact**: Nobody can pay.

        ### Symptoms

        - baskets take `timeout` seconds

        ### Diagnosis

        - [ ] Was there a deployment today?

        Sessions of <database>, which should be below 90:

        ```sql
        SELECT count(*) FROM pg_stat_activity WHERE datname = '<database>';
        ```

        See [the board](https://grafana.shop.example/d/1).

        ### Possible causes

        #### Pool exhausted

        Do NOT restart the database.

        ```bash
        kubectl rollout restart deployment/checkout
        ```

        ### Escalation

        After 30 minutes: payments lead

        ## Contacts

        | Role | Phone |
        |---|---|
        | Payments lead | 555 |

        ## Communication channels

        - Slack: #shop-incidents

        ## Status page template

        ```
        We are looking into {problem}. Next update at {time}.
        ```

        ## Weekly tasks

        - rotate the keys

        ## Metrics to track

        - MTTA: below 5 minutes

        ## Post-incident checklist

        - [ ] Write the report
        """;

    [Theory]
    [InlineData("CheckoutSlow  [critical]")]
    [InlineData("alerts    CheckoutSlow")]
    [InlineData("Baskets wait.")]
    [InlineData("Nobody can pay.")]
    [InlineData("baskets take timeout seconds")]
    [InlineData("Was there a deployment today?  (diagnostic)")]
    [InlineData("SELECT count(*) FROM pg_stat_activity WHERE datname = '<database>';")]
    [InlineData("read        needs a value  on the database")]
    [InlineData("needs <database>, from alert label database")]
    [InlineData("the board  https://grafana.shop.example/d/1")]
    [InlineData("Pool exhausted")]
    [InlineData("Do NOT restart the database  (for Pool exhausted)")]
    [InlineData("kubectl rollout restart deployment/checkout")]
    [InlineData("after 30 min to payments lead")]
    [InlineData("P1 (critical): acknowledge within 15 min, resolve within 4 h")]
    [InlineData("Payments lead: 555")]
    [InlineData("#shop-incidents")]
    [InlineData("(fields: problem, time)")]
    [InlineData("weekly: rotate the keys")]
    [InlineData("MTTA: below 5 minutes")]
    [InlineData("Post-incident checklist: Write the report")]
    [InlineData("FL002")]
    public void Everything_that_was_found_stands_on_the_page(string told) => Assert.Contains(told, Explanation.Text(Documents.Read(Everything)));
}
