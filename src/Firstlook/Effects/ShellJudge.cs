using System.Runtime.CompilerServices;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>Says what a shell tree does: the worst of its parts, whether or not a branch is taken.</summary>
internal sealed partial class ShellJudge(Scope scope)
{
    public static Verdict Text(string source, Scope outer, Input input)
    {
        if (outer.Depth >= Scope.DeepestText) return Verdict.Unknown("texts of commands are nested too deep");
        var reading = ShellParser.Parse(source);
        if (reading.List.Items.IsEmpty) return Verdict.Read("there is nothing to run");
        var scope = outer.Deeper();
        Variables.Collect(reading.List, scope.Constants);
        OwnThings.Collect(source, reading.List, scope);
        scope.Subscripts |= Subscripts.Stand(reading.List, source);
        var verdict = new ShellJudge(scope).List(reading.List, input);
        Contents.HandUp(scope, outer);
        return verdict;
    }

    public Verdict List(ShellList list, Input input)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "nothing runs");
        foreach (var item in list.Items) verdict = verdict.And(AndOr(item.Command, input));
        return verdict;
    }

    Verdict AndOr(AndOr command, Input input)
    {
        var verdict = Pipeline(command.Pipelines[0], input);
        for (var i = 1; i < command.Pipelines.Count; i++) verdict = verdict.And(Pipeline(command.Pipelines[i], input));
        return verdict;
    }

    /// <summary>What a plain <c>echo</c> or <c>printf '%s'</c> writes; null for anything that is not known to the letter.</summary>
    string? EchoedText(ShellCommand command)
    {
        if (command is SimpleCommand { Words: [{ Constant: "cat" }], Assignments.IsEmpty: true,
            Redirections: [{ Operator: RedirectionOperator.HereDocument or RedirectionOperator.HereString, Descriptor: null } document] }
            && !scope.Shadowed.ContainsKey("cat"))
            return Joined(document.Document ?? document.Target);
        if (command is not SimpleCommand { Words: [{ Constant: "echo" or "printf" } name, ..], Redirections.IsEmpty: true } simple
            || scope.Shadowed.ContainsKey(name.Constant))
            return null;
        var arguments = Arguments(simple.Words);
        if (arguments.Any(argument => !argument.Plain)) return null;
        if (name.Constant == "echo")
        {
            var from = 1;
            while (from < arguments.Count && arguments[from].Text is "-n" or "-e" or "-ne" or "-en") from++;
            var text = string.Join(' ', arguments.Skip(from));
            return from > 1 && arguments.Take(from).Any(argument => argument.Text.Contains('e')) ? Unescaped(text) : IsEscaped(text) ? null : text;
        }
        return arguments.Count switch
        {
            2 when !arguments[1].Text.Contains('%') => Unescaped(arguments[1].Text),
            3 when arguments[1].Text is "%s" or "%s\\n" => arguments[2].Text,
            3 when arguments[1].Text is "%b" or "%b\\n" => Unescaped(arguments[2].Text),
            _ => null,
        };
    }

    List<Argument> Arguments(EquatableArray<Word> words)
    {
        var arguments = new List<Argument>(words.Count);
        foreach (var word in words)
        {
            var before = arguments.Count;
            Argument.Add(word, scope.Constant, arguments);
            if (arguments.Count == before + 1 && !arguments[before].Known && AddedFiles.IsNew(word, scope))
                arguments[before] = arguments[before] with { NamedByTime = true };
        }

        return arguments;
    }

    public Verdict Command(ShellCommand command, Input input)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return Verdict.Unknown("commands are nested too deep");
        if (input.Kind is InputKind.Inherited or InputKind.Empty && scope.Standard is { } standard) input = standard;
        input = RedirectedInput(command.Redirections, input);
        if (command is SimpleCommand { Words: [{ Constant: "exec" }] } && input.Kind != InputKind.Inherited) scope.Standard = input;
        var verdict = command switch
        {
            SimpleCommand simple => Simple(simple, input),
            Subshell group => List(group.Body, input),
            BraceGroup group => List(group.Body, input),
            ForLoop loop => Loop(loop, input),
            ArithmeticFor loop =>
                Rounds(loop, () => Evaluated(loop.Header.Text, loop.Header.Inner, Verdict.Read("arithmetic")).And(List(loop.Body, input)))
                    .And(Endless.Goes(loop) ? EffectTags.Hang : EffectTags.None),
            WhileLoop loop => Rounds(loop, () => List(loop.Condition, input).And(List(loop.Body, input))).And(Endless.Goes(loop) ? EffectTags.Hang : EffectTags.None),
            IfCommand branches => If(branches, input),
            CaseCommand choice => Case(choice, input),
            FunctionDefinition function => Define(function),
            ConditionalExpression condition => Condition(condition),
            ArithmeticCommand arithmetic => Evaluated(arithmetic.Expression.Text, arithmetic.Expression.Inner, Verdict.Read("arithmetic")),
            Unreadable unreadable => Verdict.Unknown($"not understood: {unreadable.Problem}"),
            _ => Verdict.Unknown("not understood"),
        };
        foreach (var redirection in command.Redirections)
        {
            if (redirection.Descriptor is > 2) scope.Descriptors.Add($"{redirection.Descriptor}");
        }

        foreach (var redirection in command.Redirections) verdict = verdict.And(Redirect(redirection, OnlyConnects(command)));
        return verdict;
    }

    string Joined(Word word)
    {
        var arguments = new List<Argument>();
        Argument.Add(word, scope.Constant, arguments);
        return string.Join(' ', arguments);
    }

    string Shown(Word word) => new Argument(Joined(word)).Shown;

    Verdict Loop(ForLoop loop, Input input)
    {
        var verdict = loop.Select ? Verdict.Read("select asks a person", EffectTags.Interactive) : new Verdict(Effect.None, EffectTags.None, "");
        if (DangerousNames.Reason(loop.Variable) is { } reason) verdict = verdict.And(Poison(reason));
        if (loop.Words is { } words)
        {
            foreach (var word in words)
            {
                verdict = verdict.And(Parts(word.Parts, verdict));
                Contents.Take(loop.Variable, word.Parts, scope);
                // The names of a folder's files tell of what lies there.
                if (word.Parts.Any(part => part is Glob) && word.Parts is [Literal { Text: ['/', ..] }, ..]) scope.Carry(loop.Variable);
                if (OpenFolders.Has(Joined(word))) scope.OpenFolders.Add(loop.Variable);
            }
        }
        else
        {
            if (Contents.Carry("@", scope)) scope.Carry(loop.Variable);
            if (Contents.AreForeign("@", scope)) scope.Foreign.Add(loop.Variable);
            if (Contents.AreTold("@", scope)) scope.Told.Add(loop.Variable);
        }

        if (loop.Words is { } named)
            NamedFiles.Keep(loop.Variable, Arguments(named).Concat(named.SelectMany(word => NamedFiles.Meant(word, scope)).Select(name => new Argument(name))), scope);
        var (outer, lister) =
            (scope.Lister, loop.Words is [{ Parts: [CommandSubstitution { Body.Items: [{ Command.Pipelines: [{ Commands: [{ } first, ..] }] }] }] }] ? first : null);
        scope.Lister = lister;
        verdict = verdict.And(Rounds(loop, () => List(loop.Body, input)));
        if (loop.Words is { } listed && TooMany(listed, loop.Body) is { } many) verdict = verdict.And(many);
        scope.Lister = outer;
        return verdict;
    }

    Verdict If(IfCommand branches, Input input)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        foreach (var branch in branches.Branches) verdict = verdict.And(List(branch.Condition, input)).And(List(branch.Body, input));
        return branches.Else is { } otherwise ? verdict.And(List(otherwise, input)) : verdict;
    }

    Verdict Case(CaseCommand choice, Input input)
    {
        var verdict = Parts(choice.Subject.Parts, Verdict.Read("a case"));
        foreach (var item in choice.Items)
        {
            foreach (var pattern in item.Patterns) verdict = verdict.And(Parts(pattern.Parts, verdict));
            verdict = verdict.And(List(item.Body, input));
        }
        return verdict;
    }

    /// <summary><c>-v</c>, <c>-R</c> and the arithmetic comparisons evaluate what their operands say (bash(1), "CONDITIONAL EXPRESSIONS").</summary>
    Verdict Condition(ConditionalExpression condition)
    {
        var verdict = Verdict.Read("a condition");
        var evaluates = false;
        var matches = condition.Words.Any(operation => operation.Constant is "=~");
        foreach (var word in condition.Words)
        {
            verdict = Parts(word.Parts, verdict);
            if (matches) Contents.Take("BASH_REMATCH", word.Parts, scope);
            evaluates |= word.Constant is "-v" or "-R" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge";
        }
        if (!evaluates) return verdict;
        if (scope.Subscripts) return verdict.And(Verdict.Unknown("a comparison would run what stands in a value"));
        foreach (var word in condition.Words)
        {
            if (EvaluatedAnswers.Within(word.Constant ?? "", word.Parts, scope)) return verdict.And(Verdict.Unknown("a comparison evaluates what another machine answers"));
            foreach (var name in ArithmeticNames.Set(Joined(word)))
            {
                if (DangerousNames.Reason(name) is { } reason) return verdict.And(Poison(reason));
            }

            if (Joined(word).Contains('[') && word.Constant is not ("[" or "[[")) return verdict.And(Verdict.Unknown("a subscript in a condition is evaluated"));
        }
        return verdict;
    }

    Verdict Poison(string reason)
    {
        scope.Poisoned ??= reason;
        return Verdict.Unknown(reason);
    }

    Verdict Simple(SimpleCommand simple, Input input)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        foreach (var assignment in simple.Assignments)
        {
            verdict = verdict.And(IsForRead(simple, assignment) ? Verdict.Read("it sets a variable of this shell alone") : Assign(assignment));
            if (!simple.Words.IsEmpty
                && DangerousNames.ReasonBeside(assignment.Name,
                    assignment.Value is { } handed ? (assignment.Append ? $"{Argument.Hole}" : "") + Joined(handed) : null, scope.Tools.Network) is { } beside)
                verdict = verdict.And(Verdict.Unknown(beside));
        }
        // "$(<FILE)" is what the file holds (bash(1), "Command Substitution").
        if (simple.Words.IsEmpty && SecretFiles.Read(input) is { } shown) return verdict.And(Verdict.Read($"'{shown}' may hold secrets", EffectTags.Secret));
        if (simple.Words.IsEmpty && input.File is not null
            && DeviceFiles.WithoutEnd(new Invocation([new Argument("cat")], input, scope), []) is { } endless) return verdict.And(endless);
        if (simple.Words.IsEmpty) return simple.Assignments.IsEmpty ? Verdict.Read("nothing runs") : verdict.And(Verdict.Read("it sets a variable of this shell alone"));
        var substituted = new Verdict(Effect.None, EffectTags.None, "");
        var written = Word.AreWritten(simple.Words);
        foreach (var word in simple.Words) substituted = Parts(word.Parts, substituted);
        if (TooMany(simple.Words, null) is { } many) return many;
        var arguments = Arguments(simple.Words);
        if (arguments.Count == 0) return Verdict.Unknown("the command itself is not known before it runs").And(substituted);
        Contents.Keep(simple, input, scope);
        var call = new Invocation(arguments, input, scope);
        var judged = simple.Words[0].Constant is null && !simple.Words[0].Parts.All(part => part is Tilde or Literal)
            ? Verdict.Unknown($"'{simple.Words[0].Parts[0] switch { Variable v => "$" + v.Name, Placeholder p => p.Text, _ => arguments[0].Shown }}' stands for the command itself")
            : scope.Poisoned is { } poison ? CommandJudge.Judge(call).And(Verdict.Unknown(poison)) : CommandJudge.Judge(call);
        if (judged.Effect is <= Effect.Read or Effect.Unknown && PartedWords.Problem(simple, input, scope) is { } parted) judged = judged.And(parted);
        if (judged.Effect <= Effect.Read && EmbeddedAnswers.Problem(simple, input, scope) is { } embedded) judged = judged.And(Verdict.Unknown(embedded));
        if (judged.Effect <= Effect.Read && !written)
        {
            foreach (var words in NamedFiles.Meant(simple.Words, scope))
            {
                judged = judged.And(scope.Again(simple.Span.Length) ? CommandJudge.Judge(new Invocation(words, input, scope))
                    : Verdict.Unknown("names stand for more than can be followed"));
                if (judged.Effect > Effect.Read) break;
            }
        }
        if (judged.Effect > Effect.Read && OwnThings.Judge(simple, scope) is { } own) judged = own;
        if (SentAway.Problem(simple, scope) is { } problem) judged = judged.And(Verdict.Unknown(problem));
        if (SentAway.SecretIn(simple, scope) is { } secret)
            judged = judged.Effect <= Effect.Read ? new(judged.Effect, judged.Tags | EffectTags.Secret, $"'{secret}' may hold a secret") : judged.And(EffectTags.Secret);
        if (ListedKinds.AreShown(simple, input)) judged = judged.And(EffectTags.Secret);
        return judged.And(verdict).And(substituted);
    }

    /// <summary><c>IFS= read -r line</c>: the builtin alone sees it, and parts its line there (bash(1), "Word Splitting").</summary>
    bool IsForRead(SimpleCommand simple, Assignment assignment) =>
        !scope.Shadowed.ContainsKey("read") && assignment is { Name: "IFS", Value: null or { Constant: not null }, Elements: null }
            && simple.Words is [{ Constant: "read" }, ..];

    // Nobody computes with more.
    const int LongestExpression = 200;

    Verdict Assign(Assignment assignment)
    {
        var verdict = Verdict.Read("it sets a variable of this shell alone");
        if (DangerousNames.Reason(assignment.Name, assignment.Append ? null : assignment.Value?.Constant, scope.Tools.Network) is { } reason) verdict = verdict.And(Poison(reason));
        if (assignment.Value is { } value)
        {
            verdict = Parts(value.Parts, verdict);
            if (OpenFolders.Has(Joined(value))) scope.OpenFolders.Add(assignment.Name);
            // $((x)), ((x)) and [[ x -eq 1 ]] evaluate the subscript in a value, and what is substituted there runs.
            if (value.Constant is { } constant && constant.Contains('[') && (constant.Contains("$(", StringComparison.Ordinal) || constant.Contains('`')))
                verdict = verdict.And(Verdict.Unknown("arithmetic would run what stands in the value"));
            Contents.Take(assignment.Name, value.Parts, scope);
            // m=n: arithmetic finds a name in m, and evaluates that in its turn.
            if (value.Constant is { Length: > 0 and < LongestExpression } named && EvaluatedAnswers.Within(named, [], scope)) scope.Told.Add(assignment.Name);
            if (DangerousNames.IsSecret(assignment.Name) && value.Constant is { Length: > 0 }) verdict = verdict.And(EffectTags.Secret);
        }
        if (assignment.Subscript is { } subscript && EvaluatedAnswers.Within(subscript, [], scope))
            verdict = verdict.And(Verdict.Unknown("a subscript evaluates what others may have written"));
        // What "${!m[@]}" lists are subscripts.
        if (assignment is { Subscript: { } key, Value: { } one }) NamedFiles.Keep(assignment.Name, [new Argument(key), .. Arguments([one])], scope);
        if (assignment.Elements is { } elements)
        {
            if (TooMany(elements, null) is { } many) verdict = verdict.And(many);
            foreach (var element in elements)
            {
                verdict = Parts(element.Parts, verdict);
                Contents.Take(assignment.Name, element.Parts, scope);
            }

            NamedFiles.Keep(assignment.Name, Arguments(elements), scope);
        }
        return verdict;
    }

    Verdict Parts(EquatableArray<WordPart> parts, Verdict verdict)
    {
        foreach (var part in parts)
        {
            verdict = part switch
            {
                CommandSubstitution substitution => verdict.And(List(substitution.Body, Input.Inherited)),
                ProcessSubstitution substitution => verdict.And(List(substitution.Body, substitution.Output ? new Input(InputKind.Pipe) : Input.Inherited)),
                DoubleQuoted quoted => Parts(quoted.Parts, verdict),
                Variable variable => Expand(variable, verdict),
                Arithmetic arithmetic => Evaluated(arithmetic.Text, arithmetic.Inner, verdict),
                _ => verdict,
            };
        }
        return verdict;
    }

    Verdict Expand(Variable variable, Verdict verdict)
    {
        if (variable.Assigns && DangerousNames.Reason(variable.Name) is { } reason) verdict = verdict.And(Poison(reason));
        if (variable.Assigns) Contents.Take(variable.Name, variable.Inner, scope);
        if (variable.Subscript is { } subscript) verdict = Evaluated(subscript, variable.Inner, verdict);
        return variable.Offset is { } offset ? Evaluated(offset, variable.Inner, verdict) : Parts(variable.Inner, verdict);
    }

    /// <summary>Arithmetic evaluates the values of its variables in their turn, subscripts and assignments within them too.</summary>
    Verdict Evaluated(string expression, EquatableArray<WordPart> inner, Verdict verdict)
    {
        verdict = Parts(inner, verdict);
        foreach (var name in ArithmeticNames.Set(expression))
        {
            if (DangerousNames.Reason(name) is { } reason) verdict = verdict.And(Poison(reason));
        }

        Contents.Take(expression, ArithmeticNames.Set(expression), inner, scope);
        if (EvaluatedAnswers.Within(expression, inner, scope)) verdict = verdict.And(Verdict.Unknown("arithmetic evaluates what another machine answers"));
        return scope.Subscripts && (inner.Count > 0 || ArithmeticNames.In(expression).Any())
            ? verdict.And(Verdict.Unknown("arithmetic would run what stands in a value")) : verdict;
    }
}
