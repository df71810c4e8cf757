using Firstlook.Runbooks.Reading;

namespace Firstlook.Tests.Runbooks;

public sealed class RememberedTests
{
    [Fact]
    public void An_answer_is_worked_out_once_until_two_generations_have_passed_without_a_question()
    {
        var asked = new List<string>();
        var lengths = new Remembered<string, int>(text => { asked.Add(text); return text.Length; }, 2);
        Assert.Equal([1, 2, 1, 3, 1, 2], new[] { "a", "bb", "a", "ccc", "a", "bb" }.Select(lengths.Of));
        Assert.Equal(["a", "bb", "ccc", "bb"], asked);
    }

    [Fact]
    public void Whatever_many_threads_ask_at_once_they_get_the_answer_of_the_function()
    {
        var squares = new Remembered<int, long>(number => (long)number * number, 100);
        Parallel.For(0, 40_000, i => Assert.Equal((long)(i % 350) * (i % 350), squares.Of(i % 350)));
    }
}
