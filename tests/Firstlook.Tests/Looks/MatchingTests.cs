using Firstlook.Alerts;
using Firstlook.Looks;
using Firstlook.Runbooks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Looks;

public sealed class MatchingTests
{
    static Procedure Named(string title, params string[] alerts) =>
        Procedure() with { Id = title, Slug = title.ToLowerInvariant().Replace(' ', '-'), Title = title, Alerts = [.. alerts] };

    static Runbook File(string file, params Procedure[] procedures) => Runbook(procedures) with { File = "runbooks/" + file };

    static Alert Alert(string name, string? url = null, string summary = "") => new(
        LabelSet.From(("alertname", name)), LabelSet.From(("runbook_url", url ?? ""), ("summary", summary)), Noon, null, true, null);

    static readonly Runbook[] Library =
    [
        File("shop.md", Named("Payments fail", "PaymentsFail"), Named("Disk is full", "NodeDiskFull")),
        File("queue.md", Named("Queue grows", "QueueTooLong", "QueueDepth")),
        File("other.md", Named("Everything else", "PaymentsFail2")),
    ];

    static string Found(Alert alert, params Runbook[] library)
    {
        var found = Assert.IsType<ProcedureMatch.Found>(Matching.Find(alert, library.Length == 0 ? Library : library));
        Assert.Contains(found.Procedure, found.Runbook.Procedures);
        return $"{found.Procedure.Title}: {found.Why}";
    }

    [Fact]
    public void The_exact_name_of_the_alert() =>
        Assert.Equal("Queue grows: it names the alert QueueDepth", Found(Alert("QueueDepth")));

    [Theory]
    [InlineData("https://git.example.test/ops/blob/main/runbooks/shop.md#disk-is-full")]
    [InlineData("https://git.example.test/ops/blob/main/runbooks/shop.md?plain=1#disk-is-full")]
    [InlineData("runbooks/shop.md#Disk-Is-Full")]
    [InlineData("shop.md#disk-is-full")]
    public void The_link_of_the_alert_comes_before_its_name(string url) =>
        Assert.Equal($"Disk is full: runbook_url {url}", Found(Alert("PaymentsFail", url)));

    [Fact]
    public void A_link_to_a_file_with_one_procedure_needs_no_anchor() =>
        Assert.Equal("Queue grows: runbook_url https://x/queue.md", Found(Alert("PaymentsFail", "https://x/queue.md")));

    [Theory]
    [InlineData("https://x/gone.md#disk-is-full")]
    [InlineData("https://x/shop.md#gone")]
    [InlineData("https://x/shop.md")]
    [InlineData("https://x/")]
    [InlineData("#")]
    public void A_link_that_leads_nowhere_is_said_and_the_name_decides(string url) =>
        Assert.Equal($"Payments fail: it names the alert PaymentsFail; runbook_url {url} leads to no procedure here", Found(Alert("PaymentsFail", url)));

    [Theory]
    [InlineData("payments_fail")]
    [InlineData("Payments-Fail")]
    [InlineData("PAYMENTSFAIL")]
    public void The_name_written_another_way(string name) =>
        Assert.Equal($"Payments fail: it names Payments fail, the same words as {name}", Found(Alert(name)));

    [Theory]
    [InlineData("ShopPaymentFailing", "Payments are failing in the shop")]
    [InlineData("HighDiskUsageFull", "Disk is full")]
    public void Words_decide_where_no_name_does(string name, string title)
    {
        var found = Assert.IsType<ProcedureMatch.Found>(Matching.Find(Alert(name), [File("a.md", Named(title), Named("Certificate expires"))]));
        Assert.Equal(title, found.Procedure.Title);
        Assert.StartsWith("its title shares the words ", found.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_words_in_common_are_no_match()
    {
        var none = Assert.IsType<ProcedureMatch.None>(Matching.Find(Alert("CertificateExpiresSoonOnEdge"), Library));
        Assert.Equal("no procedure names CertificateExpiresSoonOnEdge, nor shares enough words with it", none.Why);
    }

    [Fact]
    public void Two_that_fit_equally_are_a_tie_and_both_are_shown()
    {
        var tie = Assert.IsType<ProcedureMatch.Tie>(Matching.Find(Alert("PaymentsFail"), [File("a.md", Named("One", "PaymentsFail")), File("b.md", Named("Two", "PaymentsFail"))]));
        Assert.Equal(["One", "Two"], tie.Candidates.Select(candidate => candidate.Procedure.Title));
        Assert.Equal("it names the alert PaymentsFail", tie.Why);
    }

    [Fact]
    public void Of_several_that_name_an_alert_the_one_decides_that_speaks_of_what_it_tells() =>
        Assert.StartsWith("Payments are refused: it names the alert PaymentsFail, as 1 more do", Found(Alert("PaymentsFail"), File("a.md", Named("Disk is slow", "PaymentsFail")), File("b.md", Named("Payments are refused", "PaymentsFail"))), StringComparison.Ordinal);

    [Fact]
    public void Of_several_that_speak_of_it_alike_the_one_decides_that_names_the_fewest_alerts() =>
        Assert.StartsWith("Two: ", Found(Alert("PaymentsFail"), File("a.md", Named("One", "PaymentsFail", "QueueTooLong")), File("b.md", Named("Two", "PaymentsFail"))), StringComparison.Ordinal);

    [Fact]
    public void A_link_breaks_a_tie_of_names() =>
        Assert.Equal("Two: runbook_url x/b.md#two", Found(Alert("PaymentsFail", "x/b.md#two"), File("a.md", Named("One", "PaymentsFail")), File("b.md", Named("Two", "PaymentsFail"), Named("Three"))));

    [Fact]
    public void An_empty_library_says_so() =>
        Assert.Equal("the team has no procedure in its runbooks", Assert.IsType<ProcedureMatch.None>(Matching.Find(Alert("A"), [])).Why);

    [Fact]
    public void An_alert_without_letters_in_its_name_finds_nothing_and_harms_nothing()
    {
        Assert.IsType<ProcedureMatch.None>(Matching.Find(Alert("💥"), [File("a.md", Named("!!!"), Named("???"))]));
        Assert.Equal("the alert has no name to go by", Assert.IsType<ProcedureMatch.None>(Matching.Find(new Alert(LabelSet.From(("a", "b")), default, Noon, null, true, null), Library)).Why);
        Assert.Equal("no procedure names NotAnAlert, and none of its words tells one alert from another", Assert.IsType<ProcedureMatch.None>(Matching.Find(Alert("NotAnAlert"), Library)).Why);
    }

    [Fact]
    public void A_runbook_whose_prose_names_the_alert_answers_by_the_procedure_it_stands_in()
    {
        var pages = File("pages.md", Named("Provider is down") with { Line = 10, EndLine = 20 }, Named("Declines of one card") with { Line = 21, EndLine = 30 }) with { Text = $"Alerts: `PaymentsFail`{new string('\n', 24)}CardsDeclined fires first.\n" };
        Assert.StartsWith("Declines of one card: pages.md names CardsDeclined in line 25", Found(Alert("CardsDeclined"), pages), StringComparison.Ordinal);
        Assert.StartsWith("Provider is down: pages.md names PaymentsFail in line 1", Found(Alert("PaymentsFail"), pages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_another_name_is_no_mention() =>
        Assert.IsType<ProcedureMatch.None>(Matching.Find(Alert("QueueStuck"), [File("a.md", Named("Mail is late")) with { Text = "See QueueStuckForever and Old_QueueStuck.\n" }]));
}
