using Firstlook.Runbooks.Reading;

namespace Firstlook.Tests.Runbooks;

public sealed class RememberedTests
{
    [Fact]
    public void An_answer_is_worked_out_once_until_too_many_are_kept()
    {
        var asked = new List<string>();
        var lengths = new Remembered<int>(text => { asked.Add(text); return text.Length; }, 2);
        Assert.Equal([1, 2, 1, 3, 1], new[] { "a", "bb", "a", "ccc", "a" }.Select(lengths.Of));
        Assert.Equal(["a", "bb", "ccc", "a"], asked);
    }
}
