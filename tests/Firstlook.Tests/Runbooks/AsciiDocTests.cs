using Firstlook.Effects;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages that were AsciiDoc once and are read as Markdown.</summary>
public sealed class AsciiDocTests
{
    const string Page =
        """
        = Build farm

        NOTE: All commands run on the jumpbox.

        == Builds wait for ever

        Symptom::
          Builds stay pending.

        Alert:: `WorkersMissing`

        Severity:: high

        .What do the machines say?
        [source,console]
        ----
        $ systemctl status worker
        ----

        . *Restart the worker.*
        +
        [WARNING]
        ====
        Its cache is lost.
        ====
        +
        ```
        systemctl restart worker
        == not a title
        ```
        """;

    static Runbook Read(string text) => RunbookReader.Read("farm.md", System.Text.Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Titles_fields_and_blocks_are_those_that_a_person_sees()
    {
        var runbook = Read(Page);
        var procedure = Assert.Single(runbook.Procedures);
        Assert.Equal(("Build farm", "Builds wait for ever", "high"), (runbook.Title, procedure.Title, procedure.Severity));
        Assert.Equal(["WorkersMissing"], procedure.Alerts);
        Assert.Equal(["Builds stay pending"], procedure.Symptoms.Select(symptom => symptom.Text));
        Assert.Equal([16, 27], procedure.Steps.Select(step => step.Line));
        Assert.Equal("What do the machines say?", procedure.Steps[0].Title);
        Assert.All(procedure.Steps, step => Assert.Equal(Language.Shell, step.Language));
    }

    [Theory]
    [InlineData("# Queue\n\n====\n\n[NOTE] the queue is small\n")]
    [InlineData("Title\n====\n\nSeverity: high\n")]
    [InlineData("[source](https://example.test)\n\n+ one\n+ two\n")]
    public void What_is_Markdown_stays_as_it_is(string text) => Assert.Same(text, AsciiDoc.AsMarkdown(text));

    [Fact]
    public void Every_line_and_column_stays_where_it_is()
    {
        foreach (var text in new[] { Page, Page.Replace("\n", "\r\n", StringComparison.Ordinal) })
        {
            var written = AsciiDoc.AsMarkdown(text);
            Assert.Equal(text.Split('\n').Select(line => line.Length), written.Split('\n').Select(line => line.Length));
            Assert.Contains("== not a title", written, StringComparison.Ordinal);
        }
    }
}
