using Firstlook.Drills;

namespace Firstlook.Tests.Drills;

public sealed class RecordedPeaceTests
{
    [Fact]
    public void What_is_normal_can_be_asked_from_many_threads_at_once()
    {
        var peace = new RecordedPeace([]);
        Parallel.For(0, 200_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number => Assert.Null(peace.Of($"question {number % 50_000}", "SELECT 1")));
    }
}
