using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Blocks;

/// <summary>
/// A shell block as its commands: pipelines, each on its own; a loop, branch, group or function is one command with its bodies.
/// Statements that are typed after opening a client belong to the client's language.
/// </summary>
internal static class ShellBlock
{
    public static EquatableArray<Classified> Commands(string source, Tools.Toolset tools) =>
        Read(BrokenLines.Carried(source, text => Read(text, tools)), tools);

    static EquatableArray<Classified> Read(string source, Tools.Toolset tools)
    {
        var commands = new List<Classified>();
        foreach (var segment in Sessions.Split(source))
        {
            if (segment.Language != Language.Shell)
            {
                foreach (var inner in Classifier.Block(source[segment.Start..segment.End], segment.Language, tools))
                    commands.Add(inner with { Start = inner.Start + segment.Start, DependsOn = [] });
                continue;
            }
            if (Shown(source, segment, tools, commands)) continue;
            // Prompts become blanks, so that every offset stays what it was.
            Shell(BrokenLines.Joined(BrokenLines.WithoutRemarks(WithoutPrompts(source[segment.Start..segment.End])), tools), source, segment.Start, tools, commands);
        }
        return commands.ToEquatableArray();
    }

    /// <summary>A session of a network device, whose filters a shell would part.</summary>
    /// <returns>False where the segment is none, or holds nothing that would be parted.</returns>
    static bool Shown(string source, Segment segment, Tools.Toolset tools, List<Classified> commands)
    {
        var text = source[segment.Start..segment.End];
        if (DeviceLine.InSession(text, tools) is not { Count: > 0 } lines) return false;
        var from = 0;
        foreach (var (start, end) in lines)
        {
            if (start > from) Shell(text[from..start], source, segment.Start + from, tools, commands);
            var line = text[start..end];
            var (first, last) = (segment.Start + start + line.Length - line.TrimStart().Length, segment.Start + start + line.TrimEnd().Length);
            var judged = Classifier.Whole(DeviceLine.Quoted(line.Trim(), tools)!, Language.Shell, tools);
            commands.Add(Classifier.Classify(source, first, last, Language.Shell, new Verdict(judged.Effect, judged.Tags, judged.Why)));
            from = end;
        }
        if (from < text.Length) Shell(text[from..], source, segment.Start + from, tools, commands);
        return true;
    }

    /// <summary>Commands of one block, each of which may need all before it; a block of more is one command that is not known.</summary>
    const int MostCommands = 1_000;

    static void Shell(string text, string source, int offset, Tools.Toolset tools, List<Classified> commands)
    {
        var reading = ShellParser.Parse(text);
        if (Count(reading.List) > MostCommands)
        {
            commands.Add(Classifier.Classify(source, offset, offset + text.Length, Language.Shell, Verdict.Unknown($"more than {MostCommands} commands in one block")));
            return;
        }

        var scope = new Scope { Tools = tools, Subscripts = Subscripts.Stand(reading.List, text) };
        Variables.Collect(reading.List, scope.Constants);
        OwnThings.Collect(text, reading.List, scope);
        var judge = new ShellJudge(scope);
        var settings = new ShellSettings();
        foreach (var item in reading.List.Items)
        {
            var first = commands.Count;
            for (var i = 0; i < item.Command.Pipelines.Count; i++)
            {
                var pipeline = item.Command.Pipelines[i];
                var verdict = judge.Pipeline(pipeline, item.Background ? new Input(InputKind.Empty) : Input.Inherited);
                var used = Variables.Used(pipeline);
                var set = Variables.Set(pipeline);
                var (start, end) = (pipeline.Span.Start, EndWithDocuments(pipeline, text));
                var needed = settings.Needed(pipeline, used, verdict.Effect > Effect.Read, commands);
                var guard = i == 0 ? null : new Guard(first + i - 1, item.Command.Operators[i - 1] == AndOrOperator.And);
                commands.Add(new(text[start..end], offset + start, end - start, Language.Shell, verdict.Effect, verdict.Tags, verdict.Reason,
                    Read(used, set, pipeline, settings), needed, guard)
                {
                    Sets = !item.Background && settings.Add(commands.Count, pipeline, set) && (verdict.Effect <= Effect.Read || !ShellSettings.Substitutes(pipeline)),
                });
            }

            if (commands.Count - first == 1) continue;
            Join(text, offset, first, commands);
            if (item.Command.Pipelines.Any(ShellSettings.MayEnd)) settings.Guard(Enumerable.Range(first, commands.Count - first));
        }
    }

    static int Count(ShellList list)
    {
        var count = 0;
        foreach (var item in list.Items) count += item.Command.Pipelines.Count;
        return count;
    }

    /// <summary>Names of variables among those used that nothing before has set, nor the compound command itself.</summary>
    static EquatableArray<string> Read(List<string> used, List<string> set, Pipeline pipeline, ShellSettings settings)
    {
        var names = used.FindAll(name => !name.EndsWith("()", StringComparison.Ordinal));
        return names.Count == 0 ? [] : names.Where(name => !settings.Knows(name) && !(set.Contains(name) && IsCompound(pipeline))).ToEquatableArray();
    }

    static void Join(string text, int offset, int first, List<Classified> commands)
    {
        var start = commands[first].Start - offset;
        var end = commands.Skip(first).Max(command => command.Start + command.Length) - offset;
        var list = text[start..end];
        for (var i = first; i < commands.Count; i++) commands[i] = commands[i] with { List = list };
    }

    static bool IsCompound(Pipeline pipeline) => pipeline.Commands.Any(command => command is not SimpleCommand);

    /// <summary>A here-document is part of the command that reads it, though it stands on the lines below.</summary>
    static int EndWithDocuments(Pipeline pipeline, string text)
    {
        var end = pipeline.Span.End;
        if (!text.Contains("<<", StringComparison.Ordinal)) return end;
        foreach (var command in pipeline.Commands)
        {
            ShellTree.Visit(command, inner =>
            {
                foreach (var redirection in inner.Redirections)
                {
                    if (redirection.Document is { } body && redirection.Target.Constant is { } delimiter) end = Math.Max(end, body.Span.End + delimiter.Length);
                }
            });
        }
        return end;
    }

    /// <summary>A leading <c>$ </c> (or <c>&gt; </c> on a continuation of one) is a prompt: its characters become blanks.</summary>
    static string WithoutPrompts(string text)
    {
        if (!text.StartsWith("$ ", StringComparison.Ordinal) && !text.Contains("\n$ ", StringComparison.Ordinal)) return text;
        var characters = text.ToCharArray();
        for (var at = 0; at + 1 < characters.Length; at++)
        {
            if (characters[at] == '$' && characters[at + 1] == ' ' && (at == 0 || characters[at - 1] == '\n')) characters[at] = ' ';
        }
        return new string(characters);
    }
}
