using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Baselines;

/// <summary>What a rehearsal runs: every read of every runbook that would run by itself in a first look, each question once.</summary>
/// <param name="Waiting">Reads that do not run by themselves, with the reason.</param>
/// <param name="Runbooks">Every file that was looked through.</param>
public sealed record RehearsalPlan(EquatableArray<PlannedRead> Reads, EquatableArray<WaitingRead> Waiting, EquatableArray<string> Runbooks)
{
    /// <summary>Of one rehearsal; what is beyond is told as waiting.</summary>
    public const int MostReads = 5000;

    /// <param name="libraries">Each service with its team's runbooks. Values for inputs come from the labels that choose the service, since no alert is there to give
    /// others.</param>
    public static RehearsalPlan Of(IEnumerable<(Service Service, IReadOnlyList<Runbook> Library)> libraries)
    {
        var reads = new Dictionary<string, PlannedRead>(StringComparer.Ordinal);
        var waiting = new List<WaitingRead>();
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (service, library) in libraries)
            foreach (var runbook in library)
            {
                files.Add(runbook.File);
                foreach (var (procedure, steps) in runbook.Procedures.Select(one => ((string?)one.Title, one.Steps)).Append((null, runbook.GeneralSteps)))
                    foreach (var planned in Planning.Plan(steps, service, service.Match, Limits.Default).Commands.Where(planned => planned.Command.Effect == Effect.Read))
                        Add(new Place(runbook.File, procedure, planned.Step.Title, planned.Command.Line), planned, service);
            }

        return new RehearsalPlan(reads.Values.ToEquatableArray(), waiting.Distinct().ToEquatableArray(), files.ToEquatableArray());

        void Add(Place place, PlannedCommand planned, Service service)
        {
            if (planned.Permit is null || planned.Target is not { } target)
            {
                waiting.Add(new WaitingRead(place, planned.Waits ?? "it has no target"));
                return;
            }

            var key = Question.Of(target, Asked.Of(planned.Step, planned.Command, service.Match));
            if (reads.TryGetValue(key, out var known)) reads[key] = known.Places.Contains(place) ? known : known with { Places = known.Places.Add(place) };
            else if (reads.Count < MostReads) reads[key] = new PlannedRead(key, planned, service.Name, service.Team, [place]);
            else waiting.Add(new WaitingRead(place, $"a rehearsal runs {MostReads} reads at most"));
        }
    }
}

/// <param name="Key">Its <see cref="Question"/>.</param>
/// <param name="Places">Everywhere that asks it.</param>
public sealed record PlannedRead(string Key, PlannedCommand Planned, string Service, string Team, EquatableArray<Place> Places)
{
    public Target Target => Planned.Permit!.Target;

    public Command Command => Planned.Command;
}

public sealed record WaitingRead(Place Place, string Why);

/// <param name="Procedure">Title of the procedure; null where the step belongs to none.</param>
/// <param name="Step">Title of the step.</param>
/// <param name="Line">1-based line of the command.</param>
public sealed record Place(string Runbook, string? Procedure, string Step, int Line);
