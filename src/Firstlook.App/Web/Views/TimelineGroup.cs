using Firstlook.Incidents;

namespace Firstlook.App.Web.Views;

/// <summary>
/// Entries of the timeline that stand together: results of a look, alerts that join, actions that the runbook proposes, what is known of their way
/// back, and previews that failed, wherever they stand. These come in among each other, so that none ends a run of another; everything else does, and stands alone.
/// </summary>
public sealed record TimelineGroup(TimelineGroup.Sort Of, EquatableArray<Timeline.Entry> Entries)
{
    public enum Sort { Alone, Results, Joined, Proposed, Undos, Failed }

    public bool IsRun => Entries.Count > 1;

    public string Summary => Of switch
    {
        Sort.Failed => $"What {Wording.Count(Entries.Count, "action")} would touch could not be read",
        Sort.Joined => $"{Wording.Count(Entries.Count, "alert")} joined",
        Sort.Proposed => $"The runbook proposed {Wording.Count(Entries.Count, "action")}",
        Sort.Undos => $"The way back of {Wording.Count(Entries.Count, "action")} was looked for",
        _ => Wording.Count(Entries.Count, "result"),
    };

    TimelineGroup With(Timeline.Entry entry) => Of == Sort.Failed && Entries.Any(told => told.Text == entry.Text) ? this : this with { Entries = Entries.Add(entry) };

    public static EquatableArray<TimelineGroup> In(IEnumerable<IncidentEvent> events)
    {
        var groups = new List<TimelineGroup>();
        foreach (var (index, happened) in events.Index())
        {
            var entry = Timeline.Of(index + 1, happened);
            var sort = SortOf(happened);
            var at = sort == Sort.Alone ? -1 : groups.FindLastIndex(group => group.Of == sort);
            if (at >= 0 && (sort == Sort.Failed || groups.Skip(at + 1).All(group => group.Of != Sort.Alone))) groups[at] = groups[at].With(entry);
            else groups.Add(new TimelineGroup(sort, [entry]));
        }

        return groups.ToEquatableArray();
    }

    static Sort SortOf(IncidentEvent happened) => happened switch
    {
        ResultRecorded => Sort.Results,
        AlertJoined => Sort.Joined,
        ActionProposed { By: ActionProposals.Runbook } => Sort.Proposed,
        UndoPrepared => Sort.Undos,
        ActionPreviewed previewed when !ActionText.WasRead(previewed.Result) => Sort.Failed,
        _ => Sort.Alone,
    };
}
