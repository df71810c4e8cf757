namespace Firstlook.App.Configuration;

/// <summary>How reads are tried in peacetime.</summary>
/// <param name="Every">Pause from the end of one rehearsal to the next in <c>serve</c>; null where there is none by itself, which is the default: nothing asks production
/// at night that nobody asked for.</param>
/// <param name="Pace">Pause between two reads on one target, half as long to half as long again; default 1 s.</param>
public sealed record RehearsalConfiguration(TimeSpan? Every, TimeSpan Pace)
{
    public static RehearsalConfiguration Default { get; } = new(null, TimeSpan.FromSeconds(1));

    static readonly TimeSpan LeastEvery = TimeSpan.FromSeconds(1);
    static readonly TimeSpan MostEvery = TimeSpan.FromDays(30);
    static readonly TimeSpan MostPace = TimeSpan.FromMinutes(10);

    internal static RehearsalConfiguration Read(YamlField field)
    {
        if (!field.Exists) return Default;
        field.Knows("every", "pace");
        return new RehearsalConfiguration(field["every"].Duration(LeastEvery, MostEvery), field["pace"].Duration(TimeSpan.Zero, MostPace) ?? Default.Pace);
    }
}
