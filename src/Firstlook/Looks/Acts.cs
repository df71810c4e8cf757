using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>
/// Puts a step's commands together as they would run. What is approved runs in a shell of its own, so it takes along what its block had set for it (the folder,
/// variables, what is exported), and a list of <c>&amp;&amp;</c> and <c>||</c> is one act: approved by halves, its second half would run in the wrong place, or
/// although the first had failed. Reads stay as they are: what they need runs before each of them.
/// </summary>
static class Acts
{
    public static IEnumerable<Unit> Of(Step step)
    {
        var commands = step.Commands;
        var acts = Grouped(commands).ToList();
        var within = acts.SelectMany(act => act).ToHashSet();
        var others = commands.Any(command => !command.Sets);
        for (var i = 0; i < commands.Count; i++)
        {
            if (acts.Find(act => Leader(act, commands) == i) is { } act) yield return new Unit(new CommandId(step.Id, i), step, Whole(act, commands));
            // What changes nothing but the shell tells nothing by itself: others take it along. A read may be looked at by itself, too.
            else if (IsPlainRead(i, commands) ? (!commands[i].Sets || !others) && !Ends(commands[i].Text) : !within.Contains(i))
                yield return new Unit(new CommandId(step.Id, i), step, commands[i]);
        }
    }

    /// <summary>Indexes of the commands that are one act, in order, with those that it needs: one array for each act.</summary>
    static IEnumerable<int[]> Grouped(EquatableArray<Command> commands)
    {
        var lists = new int[commands.Count];
        for (var i = 0; i < commands.Count; i++) lists[i] = i > 0 && commands[i].Joined ? lists[i - 1] : i;
        var members = Enumerable.Range(0, commands.Count).ToLookup(i => lists[i]);
        var groups = new List<SortedSet<int>>();
        for (var i = 0; i < commands.Count; i++)
        {
            if (!IsAct(i, commands) || groups.Exists(group => group.Contains(i))) continue;
            var group = new SortedSet<int>();
            var wanted = new Stack<int>(members[lists[i]]);
            while (wanted.TryPop(out var next))
            {
                if (!group.Add(next)) continue;
                foreach (var needed in commands[next].After) wanted.Push(needed);
                if (Changes(next, commands)) foreach (var beside in members[lists[next]]) wanted.Push(beside);
            }

            // What needs the outcome of an earlier act is one act with it: run once more, that would change something once more.
            foreach (var earlier in groups.Where(earlier => earlier.Any(one => Changes(one, commands) && group.Contains(one))).ToList())
            {
                group.UnionWith(earlier);
                groups.Remove(earlier);
            }

            groups.Add(group);
        }

        return groups.Select(group => group.ToArray());
    }

    /// <summary>Whether it changes something besides the shell.</summary>
    static bool Changes(int index, EquatableArray<Command> commands) => commands[index].Effect > Effect.Read && !commands[index].Sets;

    /// <summary>Above read, or a read that needs what is; a shell's settings alone are none, unless nothing follows them.</summary>
    static bool IsAct(int index, EquatableArray<Command> commands) =>
        commands[index].Sets
            ? commands[index].Effect > Effect.Read && !commands.AsSpan().ToArray().Any(command => command.After.AsSpan().Contains(index))
            : commands[index].Effect > Effect.Read || commands[index].After.Any(needed => commands[needed].Effect > Effect.Read);

    static bool IsPlainRead(int index, EquatableArray<Command> commands) =>
        commands[index].Effect <= Effect.Read && commands[index].After.All(needed => commands[needed].Effect <= Effect.Read);

    /// <summary>The command under whose place the act is known: the first that changes something, else the first that needs what does.</summary>
    static int Leader(int[] act, EquatableArray<Command> commands) =>
        act.Where(i => Changes(i, commands)).Append(act.LastOrDefault(i => !IsPlainRead(i, commands), act[^1])).First();

    static Command Whole(int[] act, EquatableArray<Command> commands)
    {
        var parts = act.Select(i => commands[i]).ToArray();
        if (parts.Length == 1) return parts[0] with { After = [] };
        var worst = parts.Aggregate(Effect.None, (worst, part) => worst.Worst(part.Effect));
        var leader = commands[Leader(act, commands)];
        return leader with
        {
            Text = Text(act, commands),
            Line = parts[0].Line,
            Effect = worst,
            Tags = parts.Aggregate(EffectTags.None, (all, part) => all | part.Tags),
            Why = parts.First(part => part.Effect == worst).Why,
            Comment = leader.Comment ?? parts.Select(part => part.Comment).FirstOrDefault(comment => comment is not null),
            Inputs = parts.SelectMany(part => part.Inputs).Distinct().ToEquatableArray(),
            After = [],
        };
    }

    /// <summary>The commands in their order. Where one fails that others need, those do not run: pasted by hand they would, in the wrong folder or with an empty value.</summary>
    static string Text(int[] act, EquatableArray<Command> commands)
    {
        var whole = new StringBuilder();
        for (var at = 0; at < act.Length; at++)
        {
            var text = commands[act[at]].Text;
            var ends = false;
            // A list stands whole where all of it belongs to the act, not where the act needs only the assignment at its head.
            var last = act[at];
            while (last + 1 < commands.Count && commands[last + 1].Joined) last++;
            if (commands[act[at]] is { List: { } list, Joined: false } && last > act[at] && at + last - act[at] < act.Length && act[at + last - act[at]] == last)
            {
                text = list;
                for (var first = act[at]; first < last; first++) ends |= Ends(commands[act[++at]].Text);
            }

            if (at == act.Length - 1) return whole.Append(text).ToString();
            // "[ -z "$POD" ] && exit" says itself when to stop, and has failed where it goes on.
            whole.Append(ends ? text : text.Contains('\n', StringComparison.Ordinal) ? $"{{ {text}\n}} || exit" : $"{text} || exit").Append('\n');
        }

        return whole.ToString();
    }

    static bool Ends(string command) => command.Split(' ')[0] is "exit" or "return";
}
