using System.Globalization;
using System.Text;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.Bench;

/// <summary>How the time to explain and to check a document grows when it becomes four times as long. Whoever writes a runbook may write any of these; 4 is what it should be, 16 is the square.</summary>
static class Growth
{
    const int Bytes = 100_000;
    const int Times = 4;

    const string Trouble = "# Shop\n\n## QueueFull\n\n**Alert:** `QueueFull`\n\n**Severity:** high\n\n";

    sealed record Shape(string Name, string Before, string Scrap, string After = "");

    static Shape Fence(string name, string tag, string line) => new(name, $"{Trouble}### Investigation\n\n```{tag}\n", line + "\n", "```\n");

    // "@" is a number that is another each time, so that nothing is remembered.
    static readonly Shape[] Shapes =
    [
        Fence("queries that do not parse", "promql", "sum(rate(http_requests_total{job=\"a@\"[5m])) by (job"),
        Fence("statements that do not parse", "sql", "SELEC a@ FROM FROM t WHERE;"), Fence("statements", "sql", "DELETE FROM t@ WHERE a = 'x';"),
        Fence("shell that does not parse", "bash", "if [ x@ = ; then echo ( done"), Fence("values to fill in", "bash", "kubectl logs <pod-@> -n <ns@>"),
        Fence("prompts and output", "bash", "$ kubectl get pods -n ns@\nNAME READY\npod@ 1/1"), Fence("lines that end in a pipe", "bash", "cat x@ | grep a | sort |"),
        Fence("typographic marks", "bash", "echo \"a@ –x “web” 'y"), Fence("loops", "bash", "for i in a@ b; do rm -f $i; done"), Fence("variables", "bash", "x@=$(ls $a@); echo $VAR@"),
        Fence("here-documents", "bash", "cat <<EOF@\nx\nEOF@"), Fence("queries in comments", "bash", "# Query: rate(x@[5m])"), Fence("secrets", "bash", "export TOKEN@=abcdef0123456789@"),
        Fence("Python", "python", "if x@:\n    print(y@)"), Fence("JavaScript", "javascript", "db.orders@.find({a: 1})"), Fence("rules", "yaml", "- alert: A@\n  expr: up == @"),
        Fence("lines without a tag", "", "kubectl get pods @ and so on"),
        new("one pipeline", Trouble + "```bash\n", "ls a@ | ", "cat\n```\n"), new("one list", Trouble + "```bash\n", "test a@ && ", "cat\n```\n"),
        new("statements typed after a client", Trouble + "```bash\npsql -U shop\n", "SELECT count(*) FROM t@;\n", "```\n"),
        new("procedures", "# Shop\n\n", "## S@Down\n\n**Alert:** `S@Down`\n\n**Fires when**: > @\n\n### Investigation\n\n```bash\nkubectl get pods -n shop@\n```\n\nEscalate to @@team after 15 minutes.\n\n"),
        new("hypotheses", Trouble, "### Hypothesis @: disk full\n\nIf the disk is full: delete old logs.\n\n```bash\nrm -rf /var/log/a@\n```\n\n"),
        new("blocks", Trouble, "Delete it @:\n\n```bash\nkubectl delete pod x@ -n shop\n```\n\n"), new("indented blocks", Trouble, "Run it @:\n\n    kubectl delete pod x@ -n shop\n\n"),
        new("commands in items", Trouble, "- run `kubectl get pods -n a@` and `rm -rf b@`\n"), new("branches", Trouble, "If the queue@ is full: restart the worker@.\n\n"),
        new("rows", Trouble + "| Symptom | Check | Action |\n|---|---|---|\n", "| slow @ | `df -h /d@` | `rm -rf /x@` |\n"),
        new("rows of alerts", "# Shop\n\n| Alert | Severity | Section |\n|---|---|---|\n", "| `S@Down` | critical | [go](#s@) |\n"), new("contacts", "# Shop\n\n## Contacts\n\n", "- Person@: @@person, +49 30 1000@\n"),
        new("links", "# Shop\n\n", "## Section @\n\nSee [this](#section-@) and [that](other@.md#x)\n\n"), new("times to respond", "# Shop\n\n## Severity\n\n", "- P1: respond within @ minutes, escalate to Team@ after @ minutes.\n"),
        new("silences", Trouble, "<!-- firstlook: ignore FL017 because @ -->\n", "```bash\nls\n```\n"), new("prohibitions", Trouble + "### NOT safe\n\n", "- Do NOT run `rm -rf x@`\n"),
        new("nested items", Trouble, "- a @\n  - b `ls @`\n    - c\n"), new("headings", "", "# H @\n\n"), new("bold lines", "", "**Alert: H@**\n\n"), new("alerts in the front matter", "---\nalerts:\n", "  - A@\n", "---\n\n# Shop\n"),
        new("one statement", Trouble + "```sql\nSELECT ", "a@, ", "1 FROM t;\n```\n"), new("stars", Trouble + "*open ", "1*2 "), new("links by reference", Trouble, "[a@]: @.md#x\n"),
        new("one paragraph", Trouble, "the service @ is slow and then we restart it. "), new("folds", Trouble, "<details><summary>s@</summary>\n\n- run `ls x@`\n\n</details>\n\n"),
        new("messages", "# Shop\n\n## Communication\n\n", "**Slack @:**\n\n```\nIncident [ID@]: [STATUS]\n```\n\n"), new("phases", Trouble, "### Phase @ (@-15 minutes)\n\n- check `ls a@`\n\n"),
    ];

    public static void Run(TextWriter output)
    {
        foreach (var shape in Shapes) Measure(shape, 1);
        output.WriteLine($"user time for {Bytes / 1000} KB, for {Times} times as much, and how many times as long that takes");
        foreach (var shape in Shapes)
        {
            var (one, more) = (Measure(shape, Math.Max(1, Bytes / shape.Scrap.Length)), Measure(shape, Math.Max(1, Bytes / shape.Scrap.Length) * Times));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{shape.Name,-32} explained {one.Explained,6:F0} ms {more.Explained,6:F0} ms {more.Explained / one.Explained,5:F1}   checked {one.Checked,6:F0} ms {more.Checked,6:F0} ms {more.Checked / one.Checked,5:F1}"));
        }
    }

    static (double Explained, double Checked) Measure(Shape shape, int times)
    {
        var text = new StringBuilder(shape.Before);
        for (var i = 0; i < times; i++) text.Append(shape.Scrap.Replace("@@", "\0", StringComparison.Ordinal).Replace("@", $"{i}", StringComparison.Ordinal).Replace('\0', '@'));
        var bytes = Encoding.UTF8.GetBytes(text.Append(shape.After).ToString());
        Runbook? runbook = null;
        var explained = UserTime(() => Explanation.Json(runbook = RunbookReader.Read("shape.md", bytes)));
        return (explained, UserTime(() => RunbookChecker.Check(new([new(runbook!, null)]))));
    }

    static double UserTime(Action work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.UserTime;
        work();
        return Math.Max(1, (Environment.CpuUsage.UserTime - before).TotalMilliseconds);
    }
}
