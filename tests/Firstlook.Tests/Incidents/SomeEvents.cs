using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Alerts;
using Firstlook.Baselines;
using Firstlook.Effects;
using Firstlook.Escalation;
using Firstlook.Hypotheses;
using Firstlook.Incidents;
using Firstlook.Looks;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Incidents;

/// <summary>Any event that there can be, and one fixed example of each type.</summary>
internal static class SomeEvents
{
    static readonly Gen<string> Text = Gen.Elements("", "a", "ada", "grace", "database", "acknowledge", "escalate:1", "resolve", "ümlaut — dash", "日本\n語", "<b>&\"'\\", "\u0000\u001f\u2028", "😀", "0");

    static readonly Gen<string?> Perhaps = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    static readonly Gen<DateTimeOffset> Time = Gen.Choose(0, 200_000).Select(ticks => Given.Noon.AddMilliseconds(ticks).AddTicks(ticks % 7));

    static readonly Gen<TimeSpan> Span = Gen.Choose(0, 1_000_000).Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds));

    static readonly Gen<int> Number = Gen.Choose(0, 3);

    static Gen<EquatableArray<T>> Some<T>(Gen<T> one) => one.ListOf().Select(list => list.Take(3).ToEquatableArray());

    static Gen<T> OneOf<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    static readonly Gen<LabelSet> Labels = Gen.Zip(Text, Text).ListOf().Select(list => LabelSet.From(list.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))));

    static readonly Gen<SeenAlert> Alert =
        from labels in Labels
        from annotations in Labels
        from at in Time
        from url in Perhaps
        select new SeenAlert(labels.Key, labels, annotations, at, url);

    static readonly Gen<Clock> AClock =
        from kind in Gen.Elements("acknowledge", "resolve", "escalate:1", "escalate:2", "other")
        from after in Span
        from condition in Perhaps
        from target in Perhaps
        select new Clock(kind, after, condition, target, "runbook.md line 3");

    static readonly Gen<ChosenProcedure> Chosen =
        from id in Perhaps
        from tied in Some(Text)
        from line in Number
        select new ChosenProcedure(id, id, id, id, id is null ? null : line, "because", tied);

    static readonly Gen<CommandId> Command = Gen.Zip(Text, Number).Select(pair => new CommandId(pair.Item1, pair.Item2));

    static readonly Gen<CommandNormal> ANormal =
        from command in Command
        from output in OneOf<OutputKind>()
        from kind in OneOf<QuantityKind>()
        from of in Text
        from runs in Number
        from low in Gen.Choose(-1000, 1000)
        from whole in Gen.Elements(true, false)
        select new CommandNormal(command, new Normal(output, runs, whole, [new Usual(new Quantity(kind, of), low / 8.0, low, low + 3.5, runs, whole ? null : runs)]));

    static readonly Gen<Firstlook.Looks.Outcome> AnOutcome =
        from kind in OneOf<OutcomeKind>()
        from message in Perhaps
        from code in Perhaps
        from exit in Number
        select new Firstlook.Looks.Outcome(kind, message, exit == 0 ? null : exit, code);

    static readonly Gen<RecordedResult> Result =
        from command in Command
        from ran in Text
        from at in Time
        from duration in Span
        from outcome in AnOutcome
        from kind in OneOf<OutputKind>()
        from count in Number
        from rewrite in Perhaps
        select new RecordedResult(command, "database", ran, rewrite, at, duration, outcome, kind, count, count > 2, count, ran, "c0ffee");

    static readonly Gen<ProposedAction> Action =
        from number in Number
        from text in Text
        from language in OneOf<Language>()
        from effect in OneOf<Effect>()
        from target in Perhaps
        from values in Some(Gen.Two(Text).Select(pair => new Binding(pair.Item1, pair.Item2, pair.Item1, pair.Item2)))
        from cause in Perhaps
        from rule in OneOf<ApprovalRule>()
        from needs in Some(Text)
        select new ProposedAction(
            number, cause is null ? null : new CommandId(cause, number), text, text, language, target, effect, "why", values, "hash", cause, number == 0 ? null : number,
            target, cause, number == 0 ? null : rule, number == 1 ? needs : [], number == 2 ? [new NamedProhibition(number, text)] : [], number == 3 ? 1 : null, null, cause);

    static readonly Gen<ActionPolicy> Policy =
        from one in OneOf<ApprovalRule>()
        from other in OneOf<ApprovalRule>()
        from prohibitions in OneOf<ProhibitionRule>()
        from environment in Text
        select new ActionPolicy(new ActionRules(one, other, one, other, one == other, prohibitions), [new EnvironmentRules(environment, ActionRules.Default)]);

    static readonly Gen<Change> AChange =
        from at in Time
        from kind in Gen.Elements("deploy", "flag", "config")
        from what in Text
        from service in Perhaps
        from who in Perhaps
        select new Change(at, kind, what, service, who);

    public static readonly Gen<IncidentEvent> Any = Gen.OneOf(
        from at in Time from number in Number from text in Text from maybe in Perhaps from alert in Alert from chosen in Chosen from clocks in Some(AClock)
        select (IncidentEvent)new Opened(at, number, text, "high", "nobody", maybe, maybe, text, alert, chosen, clocks),
        from at in Time from alert in Alert select (IncidentEvent)new AlertJoined(at, alert),
        from at in Time from alert in Alert select (IncidentEvent)new AlertChanged(at, alert),
        from at in Time from alert in Alert from why in Text select (IncidentEvent)new AlertEnded(at, alert.Key, why),
        from at in Time from who in Text from chosen in Chosen from clocks in Some(AClock) from service in Perhaps select (IncidentEvent)new ProcedureChosen(at, who, chosen, clocks) { Service = service, Team = service },
        from at in Time from look in Number from reason in Text from who in Perhaps select (IncidentEvent)new LookRequested(at, look, reason, who),
        from at in Time from look in Number from running in Number from waiting in Some(from command in Command from target in Perhaps from why in Text select new WaitingCommand(command, target, why))
        select (IncidentEvent)new LookStarted(at, look, running, waiting),
        from at in Time from look in Number from runbooks in Some(Text) from changes in Some(AChange) from earlier in Some(from text in Text from number in Number from at in Time select new EarlierCause(text, number, at))
        select (IncidentEvent)new LookConsidered(at, look, runbooks.Select(file => new ConsideredRunbook(file, "ab12")).ToEquatableArray(), changes, earlier),
        from at in Time from look in Number from normals in Some(ANormal) select (IncidentEvent)new NormalsRecalled(at, look, normals),
        from at in Time from change in AChange select (IncidentEvent)new ChangeReported(at, change),
        from at in Time from who in Text from kind in OneOf<VerdictKind>() from maybe in Perhaps from title in Text select (IncidentEvent)new VerdictGiven(at, who, kind, maybe, maybe, maybe, title),
        from at in Time from who in Text from step in Text from found in Gen.Elements(true, false) select (IncidentEvent)new CheckAnswered(at, who, step, step, found),
        from at in Time from look in Number from result in Result select (IncidentEvent)new ResultRecorded(at, look, result),
        from at in Time from look in Number select (IncidentEvent)new LookFinished(at, look),
        from at in Time from who in Text select (IncidentEvent)new Acknowledged(at, who),
        from at in Time from clock in Text from due in Time from late in Span select (IncidentEvent)new ClockExpired(at, clock, due, late),
        from at in Time from who in Perhaps from to in Perhaps from reason in Text select (IncidentEvent)new Escalated(at, who, to, reason),
        from at in Time from who in Text from text in Text select (IncidentEvent)new NoteAdded(at, who, text),
        from at in Time from who in Text from text in Text select (IncidentEvent)new UpdatePosted(at, who, text),
        from at in Time from who in Text from what in Text from output in Perhaps from masked in Number select (IncidentEvent)new DoneByHand(at, who, what, output, masked),
        from at in Time from who in Text from action in Action select (IncidentEvent)new ActionProposed(at, who, action),
        from at in Time from policy in Policy select (IncidentEvent)new PolicyAdopted(at, policy),
        from at in Time from name in Text from lowest in OneOf<Effect>() select (IncidentEvent)new RulesAdopted(at, new ToolRules([new ToolRuleFile(name, name)], lowest, [name]) { OwnDomains = name.Length % 2 == 0 ? default : [name] }),
        from at in Time from action in Number from who in Text from typed in Perhaps select (IncidentEvent)new ActionApproved(at, action, who, "hash", typed is null ? null : at.AddMinutes(15), typed, typed),
        from at in Time from action in Number from who in Text from reason in Text select (IncidentEvent)new GlassBroken(at, action, who, "hash", at.AddMinutes(15), reason, null, null),
        from at in Time from action in Number from why in Text select (IncidentEvent)new ApprovalsLapsed(at, action, why),
        from at in Time from action in Number from who in Text from value in Text from rule in OneOf<ApprovalRule>() select (IncidentEvent)new ValuesBound(at, action, who, [new Binding(value, value, value, who)], Effect.Disruptive, "why", rule, "hash"),
        from at in Time from action in Number from why in Perhaps select (IncidentEvent)new UndoPrepared(at, action, why is null ? new PreparedUndo("x", Effect.Reversible, "y") : null, why, "hash"),
        from at in Time from action in Number from result in Result select (IncidentEvent)new ActionPreviewed(at, action, result),
        from at in Time from action in Number from who in Text from note in Text select (IncidentEvent)new ActionSettled(at, action, who, action > 1, note),
        from at in Time from action in Number from who in Text from reason in Text select (IncidentEvent)new ActionWithdrawn(at, action, who, reason),
        from at in Time from action in Number select (IncidentEvent)new ActionStarted(at, action, Given.Run),
        from at in Time from action in Number from result in Result select (IncidentEvent)new ActionFinished(at, action, result),
        from at in Time from action in Number from why in Text select (IncidentEvent)new ActionLost(at, action, why),
        from at in Time from who in Text select (IncidentEvent)new Mitigated(at, who),
        from at in Time from who in Perhaps from why in Text select (IncidentEvent)new Resolved(at, who, why),
        from at in Time from why in Text select (IncidentEvent)new Reopened(at, why),
        from at in Time from why in Text select (IncidentEvent)new Closed(at, why));

    /// <summary>One of each type, whose bytes stand in <c>events/</c> for ever.</summary>
    public static IEnumerable<IncidentEvent> Examples
    {
        get
        {
            var at = Given.Noon.AddMilliseconds(250);
            var alert = SeenAlert.Of(Given.Fires());
            var chosen = new ChosenProcedure("runbooks/shop.md", "ab12", "payments-fail", "Payments fail", 10, "it names the alert PaymentsFail");
            Clock clock = new("escalate:1", TimeSpan.FromMinutes(30), "errors persist", "backend lead", "shop.md line 80");
            yield return new Opened(at, 7, "PaymentsFail", "critical", "the procedure", "store", "shop", "labels {service=\"shop\"}", alert, chosen, [clock]);
            yield return new AlertJoined(at, alert);
            yield return new AlertChanged(at, alert);
            yield return new AlertEnded(at, alert.Key, "its sender resolved it");
            yield return new ProcedureChosen(at, "ada", chosen with { Tied = ["a.md#x", "b.md#y"] }, [clock]);
            yield return new LookRequested(at, 1, "the alert fired", null);
            yield return new LookStarted(at, 1, 3, [new WaitingCommand(new CommandId("step", 0), "database", "waits for approval: reversible")]);
            var change = new Change(Given.Minute(-7), "deploy", "shop 4f1c2d", "shop", "ci");
            yield return new LookConsidered(at, 1, [new ConsideredRunbook("runbooks/shop.md", "ab12")], [change], [new EarlierCause("payments-fail/expired", 3, Given.Minute(-1000))]);
            yield return new NormalsRecalled(at, 1, [new CommandNormal(new CommandId("step", 0), new Normal(OutputKind.Rows, 12, true, [new Usual(new Quantity(QuantityKind.Share, "result=expired_batch"), 0.01, 0.02, 0.05, 7, 14)]))]);
            yield return new ChangeReported(at, change);
            yield return new VerdictGiven(at, "ada", VerdictKind.Confirmed, "redis.md#redis-full", "runbooks/redis.md", "redis-full", "Redis is full");
            yield return new CheckAnswered(at, "ada", "step", "Recent deployments?", true);
            yield return new ResultRecorded(at, 1, Given.Recorded());
            yield return new LookFinished(at, 1);
            yield return new Acknowledged(at, "ada");
            yield return new ClockExpired(at, "acknowledge", Given.Minute(-1), TimeSpan.FromSeconds(60.25));
            yield return new Escalated(at, null, "backend lead", "nobody acknowledged within 15 minutes");
            yield return new NoteAdded(at, "ada", "It began with the deploy — \"v2\"\nsecond line");
            yield return new UpdatePosted(at, "ada", "Payments fail; we are on it");
            yield return new DoneByHand(at, "ada", "kubectl rollout undo deploy/shop", "c0ffee", 2);
            yield return new ActionProposed(at, "the runbook", Given.Proposal() with { Command = new CommandId("step", 1), Values = [new Binding("id", "<id>", "7", "alert label id")], Cause = "payments-fail/expired", Place = "ab12", Environment = "production", Rule = ApprovalRule.TwoPeople, Needs = ["<pod>"], Forbidden = [new NamedProhibition(70, "change batches by hand")], Repeats = 2, Key = "page:ada:12", Terminal = true });
            yield return new PolicyAdopted(at, new ActionPolicy(ActionRules.Default with { Destructive = ApprovalRule.OnePersonTyping }, [new EnvironmentRules("production", ActionRules.Default with { BreakGlass = false, Prohibitions = ProhibitionRule.Refuse })]));
            yield return new RulesAdopted(at, new ToolRules([new ToolRuleFile("shop.tools", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00")], Effect.Read, ["kubectl drain"]));
            yield return new ActionApproved(at, 1, "ada", "c0ffee", at.AddMinutes(15), "database", "page:ada:12");
            yield return new GlassBroken(at, 1, "ada", "c0ffee", at.AddMinutes(15), "nobody else answers the phone", "database", "page:ada:12");
            yield return new ApprovalsLapsed(at, 1, "database is held by action 2 of incident #3 (grace) since 12:00:00 UTC: wait for its end");
            yield return new ValuesBound(at, 1, "ada", [new Binding("pod", "<pod>", "web-1", "ada")], Effect.Disruptive, "'kubectl delete pod' ends a pod", ApprovalRule.OnePersonTyping, "c0ffee");
            yield return new UndoPrepared(at, 1, new PreparedUndo("kubectl scale deployment/web --replicas=3", Effect.Reversible, "deployment/web has 3 replicas now, and gets them again"), null, "c0ffee");
            yield return new ActionPreviewed(at, 1, Given.Recorded("count = 3"));
            yield return new ActionSettled(at, 1, "ada", true, "the rows are gone");
            yield return new ActionWithdrawn(at, 1, "ada", "too early");
            yield return new ActionStarted(at, 1, Given.Run);
            yield return new ActionFinished(at, 1, Given.Recorded("failed: it broke", OutcomeKind.Failed));
            yield return new ActionLost(at, 1, "the server stopped while it ran");
            yield return new Mitigated(at, "ada");
            yield return new Resolved(at, null, "every alert has ended");
            yield return new Reopened(at, "PaymentsFail fires again");
            yield return new Closed(at, "quiet for 30 minutes");
        }
    }
}
