using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>Entries of the timeline that stand together: a run of results is one, and so are previews that failed, wherever they stand; everything else stands alone.</summary>
/// <param name="Failed">The previews that could not be read.</param>
public sealed record TimelineGroup(EquatableArray<Timeline.Entry> Entries, bool Failed = false)
{
    public bool IsRun => Entries.Count > 1;

    public string Summary => Failed ? $"What {Words.Count(Entries.Count, "action")} would touch could not be read" : Words.Count(Entries.Count, "result");

    TimelineGroup With(Timeline.Entry entry) => Entries.Any(told => told.Text == entry.Text) ? this : this with { Entries = Entries.Add(entry) };

    public static EquatableArray<TimelineGroup> Of(IEnumerable<IncidentEvent> events)
    {
        var groups = new List<TimelineGroup>();
        foreach (var happened in events.Index())
        {
            var entry = Timeline.Of(happened.Index + 1, happened.Item);
            var failed = happened.Item is ActionPreviewed previewed && !ActionText.WasRead(previewed.Result);
            if (failed && groups.FindIndex(group => group.Failed) is >= 0 and var at) groups[at] = groups[at].With(entry);
            else if (entry.Kind == "result" && groups is [.., var last] && last.Entries[0].Kind == "result") groups[^1] = new TimelineGroup(last.Entries.Add(entry));
            else groups.Add(new TimelineGroup([entry], failed));
        }

        return groups.ToEquatableArray();
    }
}
