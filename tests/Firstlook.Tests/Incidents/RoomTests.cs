using Firstlook.Incidents;
using Firstlook.Postmortems;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

public sealed class RoomTests
{
    [Fact]
    public void The_first_look_as_a_terminal_shows_it() =>
        Golden.Matches(RoomText.Of(new Story().Opens().Looks(1, 0.05, 2.5, 10).Room, Minute(1)), "goldens/first-look.txt");

    [Fact]
    public void The_whole_incident_as_a_terminal_shows_it() => Golden.Matches(RoomText.Of(Story.Whole().Room, Minute(40)), "goldens/whole.txt");

    [Fact]
    public void The_timeline_in_sentences() =>
        Golden.Matches(string.Join('\n', Timeline.Of(Story.Whole().Events).Select(entry => $"{entry.Version,2} {entry.At:HH:mm:ss} {entry.Kind,-6} {entry.By,-5} {entry.Text}")), "goldens/timeline.txt");

    [Fact]
    public void Every_event_has_a_sentence() =>
        Assert.All(SomeEvents.Examples, happened => Assert.NotEmpty(Timeline.Of(1, happened).Text));

    /// <summary>An alert that nobody wrote a procedure for is the one that most needs a look.</summary>
    [Fact]
    public void Where_no_procedure_answers_the_causes_of_the_whole_library_compete_and_nothing_is_proposed()
    {
        var room = new Story().OpensUnanswered().Looks(1, 0.05, 2.5, 10).Room;
        Assert.Null(room.Procedure);
        Assert.Equal("Expired batches", room.Ranking!.Leader!.Hypothesis.Title);
        Assert.Equal(["Stock is short", "Expired batches"], room.Ranking.Hypotheses.Select(one => one.Hypothesis.Title).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["Breakdown of failures", "Expired batches"], room.Besides.Select(card => card.Step.Title));
        Assert.Empty(room.Cards);
        Assert.Empty(room.Incident.Actions);
        Assert.Contains("No procedure: no procedure names PaymentsFail", RoomText.Of(room, Minute(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_alerts_the_terminal_tells_how_many_and_who_has_them_in_hand_and_until_when()
    {
        var story = new Story().Opens();
        story.Then(AlertDecisions.Receive(story.Incident, Fires("b"), Minute(1)));
        var text = RoomText.Of(story.Room, Minute(2));
        Assert.Contains("payments fail (one of 2 alerts)", text, StringComparison.Ordinal);
        Assert.Contains(" left to acknowledge (", text, StringComparison.Ordinal);
        Assert.Contains("Overdue to acknowledge (", RoomText.Of(story.Room, Minute(600)), StringComparison.Ordinal);
        story.Then(Response.IsAcknowledged(story.Incident, "ada", Minute(3)));
        text = RoomText.Of(story.Room, Minute(4));
        Assert.Contains("acknowledged, ada has it", text, StringComparison.Ordinal);
        Assert.DoesNotContain("to acknowledge (", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_alerts_differ_in_a_label_the_number_of_its_values_is_told()
    {
        var story = new Story().Opens(Fires("a", more: ("zone", "z1")));
        story.Then(AlertDecisions.Receive(story.Incident, Fires("b", more: ("zone", "z1")), Minute(1)));
        Assert.Equal(["instance=2 values", "zone=z1"], AlertText.Scope(story.Incident).Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal("2 alerts, 2 firing", AlertText.Firing(story.Incident));
    }

    [Fact]
    public void After_an_action_the_page_shows_before_and_after()
    {
        var room = Story.Whole().Room;
        var changed = room.Cards.Where(card => card.HasChanged).ToArray();
        Assert.Equal(["Breakdown of failures", "Expired batches"], changed.Select(card => card.Step.Title));
        Assert.Equal("count = 10", changed[1].Earlier!.Summary);
        Assert.Equal("count = 0", changed[1].Result!.Summary);
        Assert.Null(room.Ranking!.Leader);
        Assert.Equal("expired", room.FirstRanking!.Leader!.Hypothesis.Id);
    }

    [Fact]
    public void What_speaks_of_the_cause_that_led_is_compared_first_and_the_causes_tell_how_they_stood()
    {
        var comparison = BeforeAndAfter.Of(Story.Whole().Room)!;
        Assert.Equal(1, comparison.Action.Number);
        Assert.Equal(["Breakdown of failures", "Expired batches"], comparison.Changed.Select(card => card.Step.Title));
        var moved = comparison.Moved.Single(one => one.Hypothesis == "expired");
        Assert.Equal((true, false, 1), (moved.Led, moved.Leads, moved.WasPlace));
        Assert.NotEqual(moved.Was, moved.Is);
        Assert.Null(BeforeAndAfter.Of(new Story().Opens().Looks(1, 0.05, 2.5, 10).Room));
    }

    /// <summary>Otherwise whoever runs all reads again would be told that nothing has changed.</summary>
    [Fact]
    public void A_look_that_a_person_asks_for_later_is_still_held_against_the_one_before_the_action()
    {
        var story = Story.Healing().Looks(2, minute: 6.1, failing: 0, expired: 0);
        story.Then(ResponderDecisions.LookAgain(story.Incident, "ada", Minute(9))).Looks(3, minute: 9.1, failing: 0, expired: 0);
        Assert.Equal(1, story.Room.Before!.Number);
        Assert.Equal(2, BeforeAndAfter.Of(story.Room)!.Changed.Count);
    }

    /// <summary>The breakdown is a rate over five minutes, the action ended at 5.2: until 10.2 it measures what was before.</summary>
    [Fact]
    public void A_read_over_a_range_that_reaches_back_to_before_the_action_is_told_apart_and_the_cause_from_before_stays()
    {
        var story = Story.Healing().Looks(2, minute: 6.1, failing: 0, expired: 0);
        var early = BeforeAndAfter.Of(story.Room)!;
        Assert.Equal(["Breakdown of failures"], early.Early.Select(card => card.Step.Title));
        Assert.Equal(Minute(5.2).AddMinutes(5), early.EarlyUntil);
        Assert.Equal("expired", story.Room.Decisive!.Leader!.Hypothesis.Id);

        story.Then(ResponderDecisions.LookAgain(story.Incident, "ada", Minute(11))).Looks(3, minute: 11, failing: 0, expired: 0);
        Assert.Empty(BeforeAndAfter.Of(story.Room)!.Early);
        Assert.Equal(story.Room.Ranking, story.Room.Decisive);
    }

    [Fact]
    public void What_led_before_the_action_that_ended_it_is_the_cause_of_an_incident_that_is_over() =>
        Assert.Equal(("expired", null), (Story.Whole().Room.Decisive!.Leader!.Hypothesis.Id, Story.Whole().Room.Ranking!.Leader));

    [Fact]
    public void Without_evidence_kept_the_figures_stay_and_the_ranking_claims_nothing()
    {
        var story = new Story().Opens().Looks(1, 0.05, 2.5, 10);
        var room = Room.Of(Run, story.Events, story.Room.Runbook, _ => null);
        Assert.Null(room.Ranking!.Leader);
        Assert.Contains(room.Cards, card => card.Result?.Summary == "count = 10");
    }

    [Fact]
    public void Every_claim_on_the_page_cites_a_result_that_is_in_the_record()
    {
        var room = Story.Whole().Room;
        var results = room.Look!.Results.Select(result => result.Command).ToHashSet();
        Assert.All(room.Ranking!.Hypotheses.SelectMany(one => one.For.Concat(one.Against)), finding => Assert.True(finding.Citation.Record is not null || results.Contains(finding.Citation.Command!.Value)));
    }

    [Fact]
    public void Escape_sequences_and_marks_that_turn_text_round_do_not_reach_a_terminal()
    {
        var text = RoomText.Of(new Story().Opens(Fires(more: ("alertname", "Pay\u001b[2J\u001b]0;owned\u0007ments\u202Eliaf"))).Room, Minute(1));
        Assert.DoesNotContain(text, c => c is '\u001b' or '\u0007' or '\u202E');
        Assert.Contains("Pay�[2J", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_was_recorded_can_be_shown_told_and_remembered()
    {
        Prop.ForAll(SomeEvents.Any.ListOf().Select(list => list.ToArray()).ToArbitrary(), history =>
        {
            var room = Room.Of(Run, [.. history], null, _ => null);
            var incident = Incident.Empty;
            foreach (var happened in history)
            {
                incident = incident.Apply(happened);
                Firstlook.Notices.Notices.For(happened, incident, "x");
            }

            return RoomText.Of(room, Noon).Length > 0 && Postmortem.Of(room).StartsWith("# Postmortem", StringComparison.Ordinal) && Timeline.Of(history).Count() == history.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
