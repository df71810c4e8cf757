using Firstlook.Alerts;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Drills;

/// <summary>The way of an alert from a recorded case: matched, planned, answered by the recording, ranked. No target is touched.</summary>
public static class Replay
{
    /// <param name="library">The team's runbooks.</param>
    /// <param name="peace">What is normal; <see cref="RecordedPeace.None"/> where nothing was rehearsed.</param>
    public static Replayed Of(RecordedCase recorded, IReadOnlyCollection<Runbook> library, RecordedPeace peace)
    {
        var alert = new Alert(recorded.Labels, recorded.Annotations, recorded.At, null, true, null);
        var match = Matching.Find(alert, library);
        var found = match as ProcedureMatch.Found ?? Library.Nobody(match.Why);
        var service = new Service("recorded", "recorded", recorded.Labels, recorded.Targets);
        var besides = Library.Besides(found, recorded.Labels, recorded.Annotations, library)
            .Select(one => Library.Consider(one.Runbook, one.Procedure, found.Runbook.File)).ToEquatableArray();
        var own = Planning.Plan(found.Procedure, service, recorded.Labels, Access.Limits.Default);
        var commands = own.Commands.Concat(Library.Plan(own, besides, service, recorded.Labels, Access.Limits.Default)).ToArray();
        var asked = commands.Where(command => command.Permit is not null)
            .Select(command => (command, Answer: recorded.Answers.GetValueOrDefault(RecordedCase.QuestionOf(Asked.Of(command.Step, command.Command, recorded.Labels)))))
            .ToArray();
        var evidence = Placement.Of(
            found.Procedure, besides, recorded.Labels,
            [.. asked.Where(pair => pair.Answer is not null).Select(pair => pair.Answer!.For(pair.command.Id, pair.command.Command.Text))],
            own.Commands.Where(command => command.Permit is null).Select(command => (command.Id, command.Waits ?? ""))
                .Concat(asked.Where(pair => pair.Answer is null).Select(pair => (pair.command.Id, "it was not asked when the case was recorded")))) with
        {
            Annotations = recorded.Annotations,
            At = recorded.At,
            Changes = recorded.Changes,
        };
        evidence = evidence with
        {
            Observations =
                evidence.Observations.Select(observation =>
                    observation with { Normally =
                        peace.Of(RecordedCase.QuestionOf(Asked.Of(observation.Step, observation.Command, recorded.Labels)), observation.Command.Text) })
                .ToEquatableArray(),
        };
        return new Replayed(match as ProcedureMatch.Found, evidence, asked.Length, asked.Count(pair => pair.Answer is null));
    }
}

/// <param name="Found">Null where no procedure answers the alert, or several do: then the whole library is looked at.</param>
/// <param name="Asked">Reads that would run.</param>
/// <param name="Unanswered">Of those, the ones that the recording does not have.</param>
public sealed record Replayed(ProcedureMatch.Found? Found, Evidence Evidence, int Asked, int Unanswered);
