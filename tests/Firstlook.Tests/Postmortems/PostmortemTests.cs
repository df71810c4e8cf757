using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Postmortems;
using Firstlook.Testing;
using Firstlook.Tests.Incidents;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Postmortems;

public sealed class PostmortemTests
{
    [Fact]
    public void A_whole_incident_is_remembered() => Golden.Matches(Postmortem.Of(Story.Whole().Room), "goldens/whole.md");

    [Fact]
    public void An_incident_without_a_procedure_is_remembered_too()
    {
        EquatableArray<IncidentEvent> events = [.. Events(AlertDecisions.Open(8, Fires(), new ServiceChoice(null, "no service is configured for the alert's labels"), new ProcedureMatch.None("no procedure names PaymentsFail"), null, Noon))];
        Golden.Matches(Postmortem.Of(Room.Of(Run, events, null, _ => null)), "goldens/no-procedure.md");
    }

    [Fact]
    public void What_the_teams_own_form_asks_is_not_forgotten()
    {
        var room = new Story().Opens().Room;
        room = room with { Runbook = room.Runbook! with { PostmortemForm = new(400, [new("", ["Author"]), new("Impact <b>", ["Users affected", "Revenue"]), new("Lessons", [])]) } };
        Assert.EndsWith(
            """
            ## Asked by the team's own form (runbook line 400)

            - [ ] At the top: Author
            - [ ] Impact \<b\>: Users affected; Revenue
            - [ ] Lessons

            """.Replace("\r", "", StringComparison.Ordinal), Postmortem.Of(room), StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_in_the_form_is_no_question_of_it() =>
        Assert.Equal(
            [("Root Cause", ""), ("Impact", "Users affected; How long?")],
            Runbooks.Documents.Read("# Book\n\n## Postmortem template\n\n```markdown\n# Postmortem: [title]\n## Root Cause\nThe pool of the shop was exhausted due to:\n1. load\n## Impact\n- **Users affected:** 120\n- How long?\n```\n")
                .PostmortemForm!.Sections.Select(section => (section.Title, string.Join("; ", section.Fields))));

    [Fact]
    public void A_clock_that_ran_out_before_it_opened_again_is_not_forgotten()
    {
        var story = new Story().Opens();
        story.Then(ClockDecisions.Due(story.Incident, "acknowledge", Minute(15)));
        story.Then(AlertDecisions.Receive(story.Incident, Ended(at: 20), Minute(20)));
        story.Then(AlertDecisions.Receive(story.Incident, Fires(starts: 25), Minute(25)));
        Assert.Contains("Clocks ran out (acknowledge)", Postmortem.Of(story.Room), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_alerts_do_not_bury_what_happened()
    {
        var story = new Story().Opens(Fires("0"));
        for (var one = 1; one < 100; one++) story.Then(AlertDecisions.Receive(story.Incident, Fires($"{one}", starts: one / 10.0), Minute(one / 10.0)));
        var markdown = Postmortem.Of(story.Room);
        Assert.Equal(5, markdown.Split("- Alert `").Length - 1);
        Assert.Contains("- And 95 more (100 alerts, 100 firing); the last began at 2026-", markdown, StringComparison.Ordinal);
        Assert.Contains(" — 99 alerts joined until 2026-", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("} joined", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string hostile = "x\n# Heading\n<script>alert(1)</script> [link](http://evil.test) ![img](http://evil.test) `code` **bold** | cell \u001b[2J \u202Eliaf\n```\nfence";
        var story = new Story().Opens(Fires(summary: hostile, more: ("instance", hostile)));
        story.Then(ResponderDecisions.Note("ada", hostile, Minute(1)));
        story.Then(ResponderDecisions.ByHand("<b>eve</b>", hostile, null, 0, Minute(1)));
        story.Then(ActionProposals.Propose(story.Incident, new OwnCommand("ada", $"UPDATE a\n{hostile}", Firstlook.Effects.Language.Sql, hostile), Shop, [], Minute(1)));
        story.Then(ActionDecisions.Withdraw(story.Incident, 1, "ada", hostile, Minute(2)));
        var markdown = Postmortem.Of(story.Room);
        var lines = OutsideFences(markdown);
        Assert.DoesNotContain(lines, line => line.StartsWith("# Heading", StringComparison.Ordinal) || line.StartsWith("```", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotMatch(@"(?<!\\)<(script|b)>|(?<!\\)\[link|(?<!\\)\*\*bold", WithoutCode(line)));
        Assert.DoesNotContain(markdown, c => c is '\u001b' or '\u202E');
    }

    static string[] OutsideFences(string markdown)
    {
        var outside = new List<string>();
        string? fence = null;
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = new string([.. line.TakeWhile(c => c == '`')]);
            if (fence is null && ticks.Length >= 3) fence = ticks;
            else if (fence is not null && ticks.Length >= fence.Length && line.Trim('`').Length == 0) fence = null;
            else if (fence is null) outside.Add(line);
        }

        Assert.Null(fence);
        return [.. outside];
    }

    /// <summary>What stands between two backticks that nothing escapes is code, and text whatever it holds.</summary>
    static string WithoutCode(string line) => System.Text.RegularExpressions.Regex.Replace(line, @"(?<!\\)`[^`]*`", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
