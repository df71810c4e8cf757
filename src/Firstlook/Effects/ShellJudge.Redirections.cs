using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

// What a command reads from, writes to and connects with.
internal sealed partial class ShellJudge
{
    Input RedirectedInput(EquatableArray<Redirection> redirections, Input input)
    {
        foreach (var redirection in redirections)
        {
            var source = (redirection.Document ?? redirection.Target).Parts;
            var (foreign, told) = (EvaluatedAnswers.IsForeign(source, scope), EvaluatedAnswers.IsTold(source, scope));
            if (redirection.Descriptor is not (null or 0))
            {
                if (redirection.Operator != RedirectionOperator.DuplicateInput && (foreign || EvaluatedAnswers.IsAnybodys(redirection.Target.Constant)
                    || IsConnection(redirection)))
                    scope.Foreign.Add(Contents.Opened);
                continue;
            }

            input = redirection.Operator switch
            {
                RedirectionOperator.Input =>
                    redirection.Target.Constant == "/dev/null"
                        ? new Input(InputKind.Empty)
                        : new Input(InputKind.File, File: NamedFiles.Below(scope.Folder, Joined(redirection.Target)), Foreign: foreign, Told: told),
                RedirectionOperator.HereString => new Input(InputKind.Text, Joined(redirection.Target), Foreign: foreign, Told: told),
                RedirectionOperator.DuplicateInput when redirection.Target.Constant is not ("0" or "-") =>
                    new Input(InputKind.File, Foreign: scope.Foreign.Contains(Contents.Opened)),
                RedirectionOperator.HereDocument =>
                    redirection.Document is { } body ? new Input(InputKind.Text, Joined(body), Foreign: foreign, Told: told) : new Input(InputKind.File),
                _ => input,
            };
        }
        return input;
    }

    /// <summary>bash(1), REDIRECTION: <c>/dev/tcp/host/port</c>.</summary>
    bool IsConnection(Redirection redirection) =>
        Joined(redirection.Target) is var target && target.StartsWith("/dev/tcp/", StringComparison.Ordinal) && target.AsSpan()["/dev/tcp/".Length..].Count('/') == 1
            && !target.Contains("..", StringComparison.Ordinal);

    /// <summary>True for what sends nothing through a connection, or the end of a line alone: a probe of a port.</summary>
    static bool OnlyConnects(ShellCommand command) => command is SimpleCommand simple
        && (simple.Words.IsEmpty || simple.Words is [{ Constant: ":" or "true" or "echo" }]
            || simple.Words is [{ Constant: "exec" }] && simple.Redirections.All(redirection => redirection.Descriptor is >= 3)
            || simple.Words is [{ Constant: "cat" }]
                && simple.Redirections.Any(redirection => redirection.Target.Constant == "/dev/null" && redirection.Operator == RedirectionOperator.Input));

    Verdict Redirect(Redirection redirection, bool connects)
    {
        var parts = Parts(redirection.Target.Parts, Verdict.Read("a redirection"));
        if (redirection.Document is { } body) parts = parts.And(Parts(body.Parts, Verdict.Read("a here-document")));
        if (redirection.DescriptorVariable is { } name && DangerousNames.Reason(name) is { } reason) parts = parts.And(Poison(reason));
        var target = redirection.Target.Constant;
        switch (redirection.Operator)
        {
            case RedirectionOperator.HereDocument or RedirectionOperator.HereString or RedirectionOperator.DuplicateInput:
                return parts;
            case RedirectionOperator.Input:
                target = target is null ? null : NamedFiles.Below(scope.Folder, target);
                if (TakingFiles.Reading(target ?? "") is { } taken) return parts.And(taken);
                if (connects && IsConnection(redirection)) return parts.And(Connect(redirection));
                if (Joined(redirection.Target).StartsWith("/dev/tcp/", StringComparison.Ordinal)
                    || Joined(redirection.Target).StartsWith("/dev/udp/", StringComparison.Ordinal))
                    return parts.And(Verdict.Unknown($"'<{Shown(redirection.Target)}' opens a connection"));
                return target is not null && target.StartsWith("/dev/", StringComparison.Ordinal) && target is not ("/dev/null" or "/dev/stdin" or "/dev/zero" or "/dev/urandom")
                    ? parts.And(Verdict.Unknown($"'<{target}' opens a device or connection")) : parts;
            case RedirectionOperator.DuplicateOutput when scope.Connected && target is not ("-" or "1" or "2"):
                return parts.And(Verdict.Unknown($"'>&{Shown(redirection.Target)}' may send through a connection"));
            // An earlier command may have opened a connection there.
            case RedirectionOperator.DuplicateOutput when target is { Length: > 0 } and not ("-" or "0" or "1" or "2")
                && target.All(char.IsAsciiDigit) && !scope.Descriptors.Contains(target):
                return parts.And(Verdict.Unknown($"'>&{target}' goes wherever an earlier command opened that descriptor"));
            case RedirectionOperator.DuplicateOutput when target is "-" || (target is not null && target.All(char.IsAsciiDigit)):
                return parts;
        }
        if (target is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/fd/1" or "/dev/fd/2" or "/dev/tty") return parts;
        if (redirection.Target.Parts is [ProcessSubstitution]) return parts;
        if (connects && IsConnection(redirection)) return parts.And(Connect(redirection));
        if (KernelSettings.Are(Joined(redirection.Target))) return parts.And(Verdict.Disruptive($"'> {Shown(redirection.Target)}' changes a setting of the kernel"));
        var adds = redirection.Operator is RedirectionOperator.Append or RedirectionOperator.AppendBoth;
        if (OwnThings.IsFile(redirection.Target, scope)) return parts.And(Verdict.Reversible("it writes into a file that the text itself made"));
        var keeps = AddedFiles.Keeps(Joined(redirection.Target));
        if (adds) return parts.And(keeps
            ? Verdict.Reversible($"'>> {Shown(redirection.Target)}' adds to a file") : Verdict.Destructive($"'>> {Shown(redirection.Target)}' adds to a file"));
        return parts.And(AddedFiles.IsNew(redirection.Target, scope)
            ? Verdict.Reversible($"'> {Shown(redirection.Target)}' makes a file that is named by the time")
            : Verdict.Destructive($"'> {Shown(redirection.Target)}' overwrites a file"));
    }

    Verdict Connect(Redirection redirection)
    {
        scope.Connected |= redirection.Descriptor is >= 3;
        return Verdict.Read("it only connects");
    }
}
