using System.Text.Json.Serialization;
using Firstlook.Looks;

namespace Firstlook.Baselines;

/// <summary>What one command returned in rehearsals, in few numbers. A command whose text changes has another.</summary>
/// <param name="Output">Of the last one.</param>
/// <param name="Runs">From how many it was learnt.</param>
/// <param name="Dropped">True where there was more to measure than is kept.</param>
/// <param name="Recent">When it was last rehearsed, as far back as <see cref="Unsettled"/> before the last time.</param>
public sealed record Baseline(OutputKind Output, int Runs, bool Dropped, EquatableArray<Course> Courses, EquatableArray<DateTimeOffset> Recent)
{
    /// <summary>Trouble begins before anybody is told of it: what was measured so shortly before an incident may be its beginning.</summary>
    public static TimeSpan Unsettled { get; } = TimeSpan.FromHours(1);

    /// <summary>Times kept; where it is rehearsed more often, the values of an hour are fewer than that in any case.</summary>
    const int MostRecent = 60;

    /// <summary>Quantities kept; with <see cref="Course.MostPerHour"/> it bounds a baseline to some 4000 numbers.</summary>
    public const int MostCourses = 24;

    /// <summary>Runs after which a quantity that did not come again makes room: a pod that is gone, a queue that was renamed.</summary>
    const int Forgotten = 50;

    /// <summary>An hour is told apart from this many numbers in it and outside of it on.</summary>
    const int EnoughInHour = 5;

    /// <summary>Runs below which nothing is usual yet.</summary>
    public const int Enough = 3;

    public static Baseline Nothing { get; } = new(OutputKind.None, 0, false, [], []);

    public Baseline Learn(OutputKind output, EquatableArray<Measured> measured, DateTimeOffset at)
    {
        var hour = at.UtcDateTime.Hour;
        var now = measured.DistinctBy(one => one.Quantity).ToDictionary(one => one.Quantity, one => one.Value);
        var known = Courses
            .Where(course => now.ContainsKey(course.Quantity) || Runs - course.LastRun < Forgotten)
            .Select(course => now.TryGetValue(course.Quantity, out var value) ? course.Add(value, hour, Runs + 1) : course).ToArray();
        var news = now.Where(one => known.All(course => course.Quantity != one.Key))
            .Select(one => new Course(one.Key, Runs + 1, Course.NoHours).Add(one.Value, hour, Runs + 1)).ToArray();
        var room = Math.Max(0, MostCourses - known.Length);
        return new Baseline(output, Runs + 1, Dropped || news.Length > room, known.Concat(news.Take(room)).ToEquatableArray(),
            Recent.Where(run => at - run <= Unsettled).Append(at).TakeLast(MostRecent).ToEquatableArray());
    }

    /// <summary>What is usual at this hour of the day.</summary>
    /// <param name="trouble">When trouble was seen, where there is some: what was measured within <see cref="Unsettled"/> before it does not count, where enough older is
    /// known.</param>
    public Normal At(DateTimeOffset now, DateTimeOffset? trouble = null)
    {
        var unsettled = Recent.Where(run => trouble - run <= Unsettled).ToLookup(run => run.UtcDateTime.Hour);
        return new Normal(
            Output, Runs, !Dropped,
            Courses.Select(course => course.Without(unsettled) is { Count: >= Enough } settled ? settled : course).Where(course => course.Count >= Enough)
                .Select(course => At(course, now.UtcDateTime.Hour)).ToEquatableArray());
    }

    static Usual At(Course course, int hour)
    {
        var own = course.Hours[hour];
        double[] others = [.. course.Hours.Where((_, at) => at != hour).SelectMany(values => values).Order()];
        if (own.Count < EnoughInHour || others.Length < EnoughInHour) return Of(course.All, null);
        // The hour matters where its median is not among the middle half of the other hours.
        var ofHour = RobustRange.Of(own);
        var differs = ofHour.Median < RobustRange.Quantile(others, 0.25) || ofHour.Median > RobustRange.Quantile(others, 0.75);
        return differs ? Of(own, hour) : Of(course.All, null);

        Usual Of(IEnumerable<double> values, int? hour)
        {
            var all = values.ToArray();
            var range = RobustRange.Of(all);
            // Rows come whole, and so does what was whole in every rehearsal.
            return course.Quantity.Kind is QuantityKind.Count or QuantityKind.Value && all.All(double.IsInteger)
                ? new Usual(course.Quantity, Math.Ceiling(range.Low), range.Median, Math.Floor(range.High), all.Length, hour)
                : new Usual(course.Quantity, Course.Rounded(range.Low), Course.Rounded(range.Median),
                    Course.Rounded(course.Quantity.Kind == QuantityKind.Share ? Math.Min(1, range.High) : range.High), all.Length, hour);
        }
    }
}

/// <summary>One quantity over rehearsals.</summary>
/// <param name="LastRun">Number of the run that it was last measured in.</param>
/// <param name="Hours">The latest values of each hour of the day (UTC), 24 lists.</param>
public sealed record Course(Quantity Quantity, int LastRun, EquatableArray<EquatableArray<double>> Hours)
{
    /// <summary>Values kept of one hour of the day: a week of hourly rehearsals.</summary>
    public const int MostPerHour = 7;

    /// <summary>Significant digits that are kept.</summary>
    const int Digits = 4;

    public static EquatableArray<EquatableArray<double>> NoHours { get; } = Enumerable.Repeat(default(EquatableArray<double>), 24).ToEquatableArray();

    [JsonIgnore]
    public int Count => Hours.Sum(values => values.Count);

    [JsonIgnore]
    public IEnumerable<double> All => Hours.SelectMany(values => values);

    public Course Add(double value, int hour, int run) => this with
    {
        LastRun = run,
        Hours = Hours.Select((values, at) => at == hour ? values.Add(Rounded(value)).TakeLast(MostPerHour).ToEquatableArray() : values).ToEquatableArray(),
    };

    /// <summary>Without the last values of each hour, as many as there are runs in it.</summary>
    public Course Without(ILookup<int, DateTimeOffset> runs) =>
        runs.Count == 0 ? this : this with { Hours = Hours.Select((values, hour) => values.SkipLast(runs[hour].Count()).ToEquatableArray()).ToEquatableArray() };

    public static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        var places = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (places is > 15 or < -300) return value;
        if (places >= 0) return Math.Round(value, places);
        var scale = Math.Pow(10, -places);
        return Math.Round(value / scale) * scale;
    }
}
