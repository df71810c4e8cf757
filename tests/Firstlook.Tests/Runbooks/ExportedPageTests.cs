using System.Text;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages that came out of a wiki or an editor: HTML where Markdown has marks, marks where Markdown has none.</summary>
public sealed class ExportedPageTests
{
    static Runbook Read(string text) => Documents.Read(text);

    [Fact]
    public void A_table_of_html_is_a_table()
    {
        var runbook = Read("""
            # Orders

            ## Priorities

            <table>
            <tbody>
            <tr><th>Prio</th><th>Means</th><th>Reaction</th><th>Restore</th></tr>
            <tr><td><strong>1</strong></td><td>no orders,<br>anywhere</td><td>5&nbsp;min</td><td>1&nbsp;hour</td></tr>
            <tr><td><strong>2</strong></td><td>one shop</td><td>30&nbsp;min</td><td>4&nbsp;hours</td></tr>
            <tr><td><strong>3</strong></td><td>the rest</td><td>4&nbsp;h</td><td>2&nbsp;days</td></tr>
            </tbody>
            </table>

            <details>
            <summary>Contacts</summary>

            <table>
            <tr><th>Role</th><th>Phone</th></tr>
            <tr><td>Desk</td><td>5510</td></tr>
            <tr><td>Lead &amp; deputy</td><td>+44 20 7946 0101</td></tr>
            </table>
            </details>
            """);
        Assert.Equal([("critical", 5, 60), ("high", 30, 240), ("medium", 240, 2880)], runbook.SeverityPolicy.Select(row => (row.Level, row.RespondMinutes ?? -1, row.ResolveMinutes ?? -1)));
        Assert.Equal(["Desk", "Lead & deputy"], runbook.Contacts.Select(contact => contact.Role));
    }

    [Fact]
    public void Commands_in_cells_of_html_are_steps_and_none_is_overlooked()
    {
        var runbook = Read("""
            # Shop

            ## Job failed

            <p><strong>Prio:</strong> 2 &nbsp; <strong>Event:</strong> <code>JobFailed</code></p>

            <p><strong>Symptoms</strong></p>
            <ul>
            <li>the queue grows</li>
            <li>no mail goes out</li>
            </ul>

            <table>
            <tr><th>RC</th><th>Meaning</th><th>Action</th></tr>
            <tr><td>8</td><td>disk full</td><td>clean:<br><code>find /srv/work -name '*.tmp' -mtime +2 -delete</code></td></tr>
            <tr><td>9</td><td>stuck</td><td><code>kubectl logs deploy/&lt;name&gt; | tail</code></td></tr>
            </table>
            """);
        var procedure = Assert.Single(runbook.Procedures);
        Assert.Equal(("high", "JobFailed"), (procedure.Severity, Assert.Single(procedure.Alerts)));
        Assert.Equal(["the queue grows", "no mail goes out"], procedure.Symptoms.Select(symptom => symptom.Text));
        Assert.Equal(["find /srv/work -name '*.tmp' -mtime +2 -delete", "kubectl logs deploy/<name> | tail"], procedure.Steps.SelectMany(step => step.Commands).Select(command => command.Text));
        Assert.Equal(Effect.Destructive, procedure.Steps[0].Effect);
    }

    [Theory]
    [InlineData("<table><tr><td>a")]
    [InlineData("</table></ul></li></code>")]
    [InlineData("<ul><li><table><tr><td><table><tr><td>x</td></tr></table></ul>")]
    [InlineData("<td>x</td><tr></tr><code>")]
    [InlineData("<table><tr><th></th></tr></table>")]
    public void Html_that_is_not_closed_loses_nothing_and_ends_with_its_block(string html)
    {
        var runbook = Read($"# A\n\n## Alert: DiskFull\n\n{html}\n\n```bash\ndf -h\n```\n");
        Assert.Equal("df -h", Assert.Single(Assert.Single(runbook.Procedures).Steps[^1].Commands).Text);
    }

    [Fact]
    public void A_counted_title_above_a_line_of_dashes_is_a_heading()
    {
        var runbook = Read("DATABASE\n========\n\n1. TOO MANY SESSIONS\n--------------------\n\nAlert: `SessionsHigh` (P1)\n\n```sql\nSELECT 1;\n```\n\n2. REPLICA LAGS\n---------------\n\nAlert: `ReplicaLag` (P2)\n\n```sql\nSELECT 2;\n```\n");
        Assert.Equal([("TOO MANY SESSIONS", "critical"), ("REPLICA LAGS", "high")], runbook.Procedures.Select(procedure => (procedure.Title, procedure.Severity ?? "")));
    }

    [Fact]
    public void A_list_above_a_rule_stays_a_list()
    {
        var runbook = Read("# Shop\n\n## Alert: DiskFull\n\n1. look at it\n2. clean it\n---\n\n```bash\ndf -h\n```\n");
        Assert.Single(runbook.Procedures);
    }

    [Fact]
    public void What_an_editor_escaped_is_read_as_it_is_shown_and_names_in_italics_are_names()
    {
        var runbook = Read("# Guide\n\n### **1\\. Cards are declined**\n\nUsually Sev 2\\. Alert is *approval\\_rate\\_low*.\n\n```bash\nkubectl get pods\n```\n\n## Contacts\n\n- Desk: \\+44 20 7946 0112\n- Lead: \\+44 20 7946 0113\n");
        var procedure = Assert.Single(runbook.Procedures);
        Assert.Equal(["approval_rate_low"], procedure.Alerts);
        Assert.Equal(["+44 20 7946 0112", "+44 20 7946 0113"], runbook.Contacts.Select(contact => contact.Reach ?? ""));
    }

    [Fact]
    public void A_row_of_a_table_is_a_procedure_whatever_its_first_column_counts()
    {
        var runbook = Read("""
            # Sheet

            sev: **P0** all out, **P1** one region

            | # | Sev | Problem | You see | Check | Fix |
            |---|---|---|---|---|---|
            | A1 | P0 | Nobody gets in | the queue stands still | `kubectl -n live logs deploy/gate --since=5m` | `kubectl -n live rollout restart deploy/gate` |
            | A2 | P1 | One node is bad | lag on that node, reports from there | `kubectl describe node n1` | `kubectl cordon n1` |
            """);
        Assert.Equal([("Nobody gets in", "critical", 1), ("One node is bad", "high", 2)], runbook.Procedures.Select(procedure => (procedure.Title, procedure.Severity ?? "", procedure.Symptoms.Count)));
        Assert.All(runbook.Procedures, procedure => Assert.Equal(2, procedure.Steps.Count));
    }

    [Fact]
    public void A_table_that_names_its_sections_gives_them_their_alerts_and_levels()
    {
        var runbook = Read("""
            # Platform

            | # | Scenario | Alert | Typical sev |
            |---|---|---|---|
            | 1 | A node is down | `NodeDown` | P2 |
            | 2 | Consumers lag | `ConsumerLag` | P3 |

            ## Scenario 1. A node is down

            ```bash
            kubectl get nodes
            ```

            ## Scenario 2. Consumers lag

            ```bash
            kubectl get pods
            ```
            """);
        Assert.Equal([("NodeDown", "high"), ("ConsumerLag", "medium")], runbook.Procedures.Select(procedure => (Assert.Single(procedure.Alerts), procedure.Severity ?? "")));
    }

    [Fact]
    public void A_term_above_what_it_means_is_a_label()
    {
        var runbook = Read("""
            # Process

            ## Classification

            MI-1
            : Nothing works. Respond: immediate. Restore: 60 minutes.

            MI-2
            : One station. Respond: 15 min. Restore: 4 h.

            ## Scenario A: the link is down

            Class: MI-1

            ```bash
            systemctl status link
            ```
            """);
        Assert.Equal([("critical", 0, 60), ("high", 15, 240)], runbook.SeverityPolicy.Select(row => (row.Level, row.RespondMinutes ?? -1, row.ResolveMinutes ?? -1)));
        Assert.Equal("critical", Assert.Single(runbook.Procedures).Severity);
    }

    [Fact]
    public void Dashes_that_no_list_begins_with_are_a_list()
    {
        var runbook = Read("# Fiches\n\n## Fiche 1 · Le site est lent\n\nGravité : haute\n\n**Je vois**\n– page d'accueil > 4 s\n– la file monte\n\n**Pourquoi** : soit le cache est vide, soit la base est lente.\n\n**Je fais**\n\n```\nsystemctl reload nginx\n```\n\n**Toujours lent après 30 min** → astreinte N2.\n");
        var procedure = Assert.Single(runbook.Procedures);
        Assert.Equal(2, procedure.Symptoms.Count);
        Assert.Equal(2, procedure.Hypotheses.Count);
        Assert.NotEmpty(procedure.Escalations);
    }

    [Fact]
    public void People_whom_sentences_name_with_their_numbers_are_contacts()
    {
        var runbook = Read("# Guide\n\n## Who is who\n\nFor the ledger call Tamsin Okereke on +44 7700 900411, at any hour. If she does not answer, try Leo Brandsma, +44 7700 900186. For cards it is Yewande Castellan (chat first; +44 7700 900702).\n\n## Disk full\n\n```bash\ndf -h\n```\n");
        Assert.Equal(["Tamsin Okereke", "Leo Brandsma", "Yewande Castellan"], runbook.Contacts.Select(contact => contact.Role));
    }

    [Theory]
    [InlineData("```\n(\n  max_over_time(queue_highest_timestamp_seconds[5m])\n  - max_over_time(queue_sent_timestamp_seconds[5m])\n)\n```", Language.PromQl)]
    [InlineData("```logql\nsum by (id) (rate(errors_total[5m])) > 0\n```", Language.PromQl)]
    [InlineData("```logql\nsum by (id) (rate({app=\"x\"} |= \"error\" [5m]))\n```", Language.LogQl)]
    [InlineData("```sql\nexceptions\n| where timestamp > ago(20m)\n| summarize n = count() by type\n```", Language.Kql)]
    [InlineData("```\n# . /root/.rc\n# etcdctl endpoint status -w table\n```", Language.Shell)]
    public void A_block_is_what_it_holds(string block, Language language) =>
        Assert.Equal(language, Assert.Single(Assert.Single(Read($"# A\n\n## Alert: DiskFull\n\n{block}\n").Procedures).Steps).Language);

    [Fact]
    public void Lines_of_source_that_go_and_come_are_a_change_of_code() =>
        Assert.Equal(StepKind.CodeChange, Assert.Single(Assert.Single(Read("# A\n\n## Alert: DiskFull\n\n```ts\n// feed.ts\n-  const items = await Promise.all(ids.map(get));\n+  const items = await getAll(ids);\n```\n").Procedures).Steps).Kind);
}
