using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Messages without a fence, and whom a sentence or a matrix calls when.</summary>
public sealed class MessagesAndCallsTests
{
    const string Trouble = "# Shop\n\n## Site down\n\nSymptoms:\n- pages hang\n\n```\ndf -h\n```\n\n";

    static IReadOnlyList<EscalationRule> Rules(string text) => Documents.Read(Trouble + text).Escalations;

    [Theory]
    [InlineData("## Part C\n\nCustomer message, first:\n\n> We have a disturbance on [service] since [time].\n\nCustomer message, end:\n\n> The disturbance on [service] is over.\n", 2)]
    [InlineData("## Bellen\n\nTekst voor de statuspagina (aanpassen!):\n\n*Op dit moment ondervinden klanten op server [naam] hinder.*\n", 1)]
    [InlineData("## What to tell people\n\nPost in #status. No theories.\n\n**Late data**\n\n:hourglass: Data for AREA is late today. We expect to be caught up by ETA.\n\n**Wrong data**\n\n:warning: Numbers in BOARD between FROM and TO are wrong.\n", 2)]
    [InlineData("## SMS to subscribers\n\n> Nett: we have a fault in [area] since [time].\n\n## Fault closed\n\n> Nett: the fault in [area] is corrected as of [time].\n", 2)]
    public void A_message_needs_no_fence(string text, int messages) => Assert.Equal(messages, Documents.Read(Trouble + text).Templates.Count);

    [Fact]
    public void Columns_of_a_matrix_take_their_unit_from_the_first() =>
        Assert.Equal([("critical", 0, "Primary"), ("critical", 15, "Lead"), ("high", 0, "Primary"), ("high", 30, "Lead")],
            Rules("# Escalation matrix\n\n| | 0 min | +15 | +30 |\n|---|---|---|---|\n| SEV1 | Primary | Lead | |\n| SEV2 | Primary | | Lead |\n\nSEV3/4: nobody, a ticket is enough.\n").Select(r => (r.Severity!, r.AfterMinutes!.Value, r.Target!)));

    [Fact]
    public void Each_sentence_of_a_ladder_is_a_rule() =>
        Assert.Equal([(30, "2nd line"), (60, "duty manager"), (120, "head of operations")],
            Rules("# Who\n\nEscalation of Critical: not understood after 30 minutes → 2nd line. Still open after 60 minutes → duty manager. Still open after 2 hours → head of operations.\n").Select(r => (r.AfterMinutes!.Value, r.Target!)));

    [Fact]
    public void Sentences_with_times_below_the_numbers_say_when_and_name_nobody_new()
    {
        var read = Documents.Read(Trouble + "# Bellen\n\n| Wie | Nummer |\n|---|---|\n| Joris | 06-5550 1188 |\n| Annemiek | 06-5550 1190 |\n\nKlant na een half uur nog plat: Joris bellen. Na een uur en meer dan 50 klanten: Annemiek.\n");
        Assert.Equal(["Joris", "Annemiek"], read.Contacts.Select(c => c.Role));
        Assert.Equal([30, 60], read.Escalations.Select(r => r.AfterMinutes!.Value));
    }

    [Fact]
    public void The_hours_of_an_office_are_no_time_to_wait() =>
        Assert.Empty(Rules("# Contacts\n\n| Role | How |\n|---|---|\n| Finance | pay@x.example (07-18h) |\n| Desk | 0800 555 019 |\n"));

    [Fact]
    public void A_range_within_a_query_calls_nobody() =>
        Assert.Empty(Documents.One("# Cards fail\n\n1. Look: run `sum by (code) (rate(auth{code!=\"00\"}[5m]))` in Grafana → Explore.\n").Escalations);

    [Theory]
    [InlineData("5. after 20 min without a primary: Wout, any hour.")]
    [InlineData("4. Real → Compliance officer at once, and the bank.")]
    [InlineData("Items lost: call the economy team and community management right away.")]
    public void A_name_behind_a_time_is_called(string text) => Assert.NotEmpty(Documents.One($"# Ledger is off\n\n```\ndf -h\n```\n\n{text}\n").Escalations);

    [Fact]
    public void What_speaks_for_a_hypothesis_is_its_sign() =>
        Assert.Equal(2, Documents.One("# Alert: ApiSlow\n\nSymptoms: slow\n\n## Hypothesis 1: the pool is empty\n\nWhat speaks for it:\n\n- clients wait\n- the database is bored\n\n```\ndf -h\n```\n\n## Hypothesis 2: a lock\n\n```\ndf -h\n```\n").Hypotheses[0].Symptoms.Count);
}
