namespace Firstlook.Effects.Tools;

/// <summary>What an administrator allows the rules of a team's own.</summary>
/// <param name="Lowest">The mildest effect that a rule may claim.</param>
/// <param name="Replaces">Built-in rules that a rule may weaken, by their path: <c>kubectl drain</c>, or with the option at its end, <c>kubectl get --watch</c>.</param>
public sealed record ToolGrant(Effect Lowest, EquatableArray<string> Replaces)
{
    /// <summary>Domains of the organisation (<c>example.com</c>): what proves who asks may go to each machine below one. Valid as <see cref="IsDomain"/> has it.</summary>
    public EquatableArray<string> OwnDomains { get; init; } = [];


    /// <summary>
    /// Whether a text can be such a domain: names of letters, digits and dashes with dots between (RFC 1035, section 2.3.1), at least two, and the last with a letter. One
    /// name alone, such as <c>com</c>, is everybody's.
    /// </summary>
    public static bool IsDomain(string text) =>
        text.Length <= 253 && text.Split('.') is [_, _, ..] names
            && names.All(name => name.Length is > 0 and <= 63 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') && name[0] != '-')
            && names[^1].Any(char.IsAsciiLetter);

    /// <summary>Nothing below <see cref="Effect.Reversible"/>, and no built-in rule weakened.</summary>
    public static ToolGrant Default { get; } = new(Effect.Reversible, []);
}

/// <summary>
/// A team's own tables laid over the built-in ones. Of a program that is built in they may raise what is there and describe what is not;
/// each reason names the rule's file and line, so that the record says who decided.
/// </summary>
public static class TeamRules
{
    /// <param name="tables">Name and text of each file, in the language of docs/tool-tables.md.</param>
    /// <returns>The toolset with every rule that is allowed, and all problems, each with file and line.</returns>
    public static (Toolset Tools, EquatableArray<string> Problems) Read(IEnumerable<(string File, string Text)> tables, ToolGrant grant)
    {
        var overlay = new Overlay(grant);
        foreach (var (file, text) in tables)
        {
            try
            {
                foreach (var section in new ToolTable(file, text, ofTeam: true).Sections) overlay.Add(section);
            }
            catch (ToolFormatException problem)
            {
                overlay.Problems.Add(problem.Message);
            }
        }
        return (new Toolset(Toolset.BuiltIn, overlay.Programs, new OwnNetwork(grant.OwnDomains)), overlay.Problems.ToEquatableArray());
    }

    sealed class Overlay(ToolGrant grant)
    {
        readonly Dictionary<ToolSection, ToolNode> merged = [];

        public Dictionary<string, ToolNode> Programs { get; } = new(StringComparer.Ordinal);

        public List<string> Problems { get; } = [];

        /// <summary>Lays one section over what is there. A section with a problem is left out as a whole.</summary>
        public void Add(ToolSection section)
        {
            var before = Problems.Count;
            try
            {
                var own = ToolText.Parse(section);
                Check(own);
                foreach (var name in section.Names)
                {
                    if (Toolset.BuiltIn.Section(name) is not { } builtIn)
                    {
                        if (!Programs.TryAdd(name, own)) Problem(own, $"'{name}' stands in {Programs[name].Origin} already");
                        continue;
                    }
                    if (!merged.TryGetValue(builtIn, out var into)) into = ToolText.Parse(builtIn);
                    Merge(into, own);
                    if (Problems.Count > before) return;
                    merged[builtIn] = into;
                    foreach (var alias in builtIn.Names) Programs[alias] = into;
                }
            }
            catch (ToolFormatException problem)
            {
                Problems.Add(problem.Message);
            }
        }

        void Problem(ToolNode node, string what) => Problems.Add($"{node.Origin}: {what}");

        void Problem(VerdictChange change, ToolNode node, string what) => Problems.Add($"{(change.Origin.Length > 0 ? change.Origin : node.Origin)}: {what}");

        bool MayReplace(string path) => grant.Replaces.Contains(path);

        /// <summary>What no rule of a team may say, wherever it stands.</summary>
        void Check(ToolNode node)
        {
            if (node.Hook is not null) Problem(node, "'hook' belongs to the built-in tables");
            if (node.Verdict is { } verdict && verdict.Effect < grant.Lowest)
                Problem(node, $"calls '{node.Path}' {verdict.Effect.Word()}; an administrator allows this team nothing below {grant.Lowest.Word()}");
            foreach (var (name, change) in Changes(node))
            {
                if (change is { Sets: true } && (change.Effect ?? Effect.Read) < grant.Lowest)
                    Problem(change, node,
                        $"lets '{name}' make '{node.Path}' {(change.Effect ?? Effect.Read).Word()}; an administrator allows this team nothing below {grant.Lowest.Word()}");
            }
            foreach (var sub in node.Subcommands.Values) Check(sub);
        }

        static IEnumerable<(string Name, VerdictChange Change)> Changes(ToolNode node)
        {
            foreach (var (name, rule) in node.Options)
            {
                if (rule.Change is { } change) yield return (name, change);
                foreach (var (pattern, byValue) in rule.ByValue) yield return ($"{name}={pattern}", byValue);
            }
            foreach (var rule in node.Operands) yield return ("@", rule.Change);
        }

        void Merge(ToolNode into, ToolNode own)
        {
            if (own.WrapsAfter >= 0 || own.AnyOption || own.SingleDash || own.Same.Count > 0)
                Problem(own, $"'{own.Path}' is built in: only subcommands, options and operands can be added to it");
            if (Hooks.TakesWholeLine(into.Hook)) Problem(own, $"'{into.Path}' is judged by code that reads its whole line; rules cannot be added to it");
            if (own.Verdict is { } verdict) MergeVerdict(into, own, verdict);
            foreach (var (name, rule) in own.Options) MergeOption(into, own, name, rule);
            foreach (var rule in own.Operands)
            {
                if (rule.Change.Sets && !MayReplace(into.Path))
                    Problem(rule.Change, own, $"lets an operand decide alone on '{into.Path}', which is built in; only an administrator can allow it, under replaces");
                else into.Operands.Add(rule);
            }
            foreach (var (name, sub) in own.Subcommands)
            {
                if (into.Subcommands.TryGetValue(name, out var known)) Merge(known, sub);
                else if (into.Same.ContainsKey(name)) Problem(sub, $"'{sub.Path}' is a program of its own here");
                else AddSubcommand(into, name, sub);
            }
        }

        void MergeVerdict(ToolNode into, ToolNode own, Verdict verdict)
        {
            // A first line that only names the program again says nothing of it.
            var weaker = into.Verdict is { } there ? verdict.Effect < there.Effect || (verdict.Tags & there.Tags) != there.Tags : true;
            if (weaker && !MayReplace(into.Path))
                Problem(own,
                    into.Verdict is { } held
                        ? $"calls '{into.Path}' {verdict.Effect.Word()}, and the built-in rule says "
                            + $"{held.Effect.Word()}{string.Concat(held.Tags.Words().Select(tag => "+" + tag))}; only an administrator can allow it, under replaces"
                        : $"gives everything below '{into.Path}' one effect; only an administrator can allow it, under replaces");
            else (into.Verdict, into.Origin) = (verdict, own.Origin);
        }

        void MergeOption(ToolNode into, ToolNode own, string name, OptionRule rule)
        {
            var path = $"{into.Path} {name}";
            if (into.Option(name) is not { } known)
            {
                if (Effective(into) < grant.Lowest)
                    Problem(rule.Change ?? rule.ByValue[0].Change, own,
                        $"lets '{path}' stay {Effective(into).Word()}; an administrator allows this team nothing below {grant.Lowest.Word()}");
                else into.Options[name] = rule;
                return;
            }
            var raises = rule.Value == known.Value && rule.Change is null or { Sets: false, Effect: not null }
                && (rule.Change?.Effect ?? Effect.Read) >= (known.Change?.Effect ?? Effect.Read) && known.Change is not { Sets: true }
                && rule.ByValue.TrueForAll(one => !one.Change.Sets);
            if (!raises && !MayReplace(path))
                Problem(rule.Change ?? rule.ByValue[0].Change, own, $"weakens the built-in rule of '{path}'; only an administrator can allow it, under replaces");
            else into.Options[name] = rule with { Change = rule.Change ?? known.Change, ByValue = MayReplace(path) ? rule.ByValue : [.. rule.ByValue, .. known.ByValue] };
        }

        /// <summary>What the program does as such where an option that leaves the effect is added to it.</summary>
        static Effect Effective(ToolNode node)
        {
            for (var above = node; above is not null; above = above.Parent)
            {
                if (above.Verdict is { } verdict) return verdict.Effect;
            }
            return Effect.Read;
        }

        void AddSubcommand(ToolNode into, string name, ToolNode sub)
        {
            if (into.WrapsAfter >= 0)
            {
                Problem(sub, $"'{into.Path}' takes a command, and no subcommands");
                return;
            }
            for (var above = into; above is not null; above = above.Parent)
            {
                if (above.Verdict is not { } verdict || verdict.Effect <= Weakest(sub) || verdict.Effect <= Effect.Read || MayReplace(sub.Path)) continue;
                Problem(sub,
                    $"calls '{sub.Path}' {Weakest(sub).Word()}, and the built-in rule for all of '{above.Path}' says {verdict.Effect.Word()}; "
                    + "only an administrator can allow it, under replaces");
                return;
            }
            into.Subcommands[name] = sub.Under(into);
        }

        static Effect Weakest(ToolNode node)
        {
            var own = node.Verdict?.Effect ?? Effect.Destructive;
            foreach (var sub in node.Subcommands.Values) own = (Effect)Math.Min((int)own, (int)Weakest(sub));
            return own;
        }
    }
}
