using System.Text;
using Firstlook.Hypotheses;

namespace Firstlook.Tests.Hypotheses;

public sealed class PostedChangesTests
{
    static readonly DateTimeOffset Now = Case.Now;

    static PostedChanges Read(string body) => PostedChanges.Read(Encoding.UTF8.GetBytes(body), Now);

    [Fact]
    public void One_change_and_a_list_of_them_are_read()
    {
        Assert.Equal(new Change(Now.AddMinutes(-1), "flag", "new-checkout on", "shop", "ada"), Assert.Single(Read("""{"kind":"flag","what":"new-checkout on","service":"shop","by":"ada","at":"2026-03-01T11:59:00Z"}""").Changes));
        Assert.Equal(["a", "b"], Read("""[{"what":"a"},{"what":"b"}]""").Changes.Select(change => change.What));
    }

    [Fact]
    public void What_is_not_said_has_a_default() => Assert.Equal(new Change(Now, "deploy", "shop v2", null, null), Assert.Single(Read("""{"what":"shop v2"}""").Changes));

    [Theory]
    [InlineData("{}", "what")]
    [InlineData("""{"what":7}""", "what")]
    [InlineData("""{"what":"x","at":"yesterday"}""", "at")]
    [InlineData("""{"what":"x","at":"2027-01-01T00:00:00Z"}""", "future")]
    [InlineData("""[{"what":"x"},17]""", "[1]")]
    [InlineData("7", "body")]
    [InlineData("{", "JSON")]
    public void What_is_wrong_is_named_and_nothing_is_taken(string body, string named)
    {
        var posted = Read(body);
        Assert.Empty(posted.Changes);
        Assert.Contains(named, string.Join(' ', posted.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_is_bounded()
    {
        Assert.Contains("at most 100", Read($"[{string.Join(',', Enumerable.Repeat("""{"what":"x"}""", 101))}]").Problems[0], StringComparison.Ordinal);
        Assert.Contains("at most 1000", Read($$"""{"what":"{{new string('x', 1001)}}"}""").Problems[0], StringComparison.Ordinal);
    }
}
