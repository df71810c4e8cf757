using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>Entries of the timeline that stand together: a run of results is one, everything else stands alone.</summary>
public sealed record TimelineGroup(EquatableArray<Timeline.Entry> Entries)
{
    public bool IsRun => Entries.Count > 1;

    public static EquatableArray<TimelineGroup> Of(IEnumerable<IncidentEvent> events)
    {
        var groups = new List<TimelineGroup>();
        foreach (var entry in Timeline.Of(events))
        {
            if (entry.Kind == "result" && groups is [.., var last] && last.Entries[0].Kind == "result") groups[^1] = new TimelineGroup(last.Entries.Add(entry));
            else groups.Add(new TimelineGroup([entry]));
        }

        return groups.ToEquatableArray();
    }
}
