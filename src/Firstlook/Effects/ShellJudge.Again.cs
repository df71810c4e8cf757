using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>What runs more than once, and finds there what came after it in the text: bodies of loops and functions.</summary>
internal sealed partial class ShellJudge
{
    /// <summary>What a round leaves behind, the next one finds: it is judged until nothing is added.</summary>
    Verdict Rounds(ShellCommand loop, Func<Verdict> round)
    {
        var verdict = new Verdict(Effect.None, Endless.Doubles(loop) ? EffectTags.Hang | EffectTags.Cost : EffectTags.None, "");
        while (true)
        {
            var held = scope.Held;
            verdict = verdict.And(round());
            if (scope.Held == held) return verdict;
            if (!scope.Again(loop.Span.Length)) return verdict.And(Verdict.Unknown("a loop leaves more behind than can be followed"));
        }
    }

    /// <summary>A definition counts as running it: whoever reads on may take the name for a program.</summary>
    Verdict Define(FunctionDefinition function)
    {
        scope.Functions[function.Name] = new(function.Body);
        return Body(function.Name, scope.Functions[function.Name], Input.Inherited);
    }

    Verdict Body(string name, Function function, Input input)
    {
        if (scope.Calls >= Scope.DeepestCall) return Verdict.Unknown("functions call one another too deep to be followed");
        scope.Shadowed[name] = Verdict.Unknown($"the function {name} calls itself");
        function.Seen = scope.Held;
        (function.Runs, scope.Calls) = (true, scope.Calls + 1);
        var body = Command(function.Body, input);
        (function.Runs, scope.Calls) = (false, scope.Calls - 1);
        function.Prints = SentAway.PrintedWithin(function.Body, scope);
        function.Answers = EvaluatedAnswers.GoesThrough(function.Body, false, scope);
        function.Tells = EvaluatedAnswers.GoesThrough(function.Body, false, scope, told: true);
        scope.Shadowed[name] = body with { Why = $"the function {name}: {body.Why}" };
        return body;
    }

    /// <summary>What a function does where it is called: with what has been opened and taken up since, with what it is fed and what it is handed.</summary>
    public static Verdict Call(Invocation call, Verdict defined)
    {
        if (!call.Scope.Functions.TryGetValue(call.Name, out var function) || function.Runs
            || function.Seen == call.Scope.Held && call.Input.Kind is InputKind.Inherited or InputKind.Empty)
            return defined;
        if (!call.Scope.Again(function.Body.Span.Length)) return defined.And(Verdict.Unknown("functions are called too often to be followed"));
        return defined.And(new ShellJudge(call.Scope).Body(call.Name, function, call.Input)) is { Effect: Effect.Unknown } deep && call.Scope.Calls >= Scope.DeepestCall
            ? deep : call.Scope.Shadowed[call.Name];
    }
}
