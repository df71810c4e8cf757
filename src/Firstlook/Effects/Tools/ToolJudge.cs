using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>Says what a program does by its table, and by its hook where a table does not suffice.</summary>
internal static partial class ToolJudge
{
    public static Verdict Judge(Invocation call)
    {
        if (Locate(call.Name, call.Scope.Tools) is not { } tool) return UnlistedPrograms.Judge(call);
        return Judge(tool, call);
    }

    public static Verdict Judge(ToolNode tool, Invocation call)
    {
        if (tool.PartsAgain && call.Words.Any(word => word.Text.Any(char.IsWhiteSpace)))
            call = call.Inner([.. call.Words.SelectMany(word => word.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
                (word, piece) => word with { Text = piece })]);
        var scan = new Scan(tool, call.Name, call.Scope.Tools);
        scan.All(call.Words);
        var parsed = scan.Parsed;
        var verdict = scan.Verdict();
        if (scan.Failed) return verdict;
        if (parsed.Node.Hook is { } hook)
        {
            var judged = Hooks.Find(hook)(call, parsed);
            verdict = scan.Decides && judged.Effect <= Effect.Read
                ? verdict.And(judged.Tags)
                : scan.Decides
                ? verdict.And(judged)
                : verdict.Effect == Effect.None
                ? judged.And(verdict.Tags)
                : judged.And(verdict);
        }
        else if (parsed.Inner is { Count: > 0 } inner && !scan.Decides) verdict = verdict.And(CommandJudge.Judge(call.Inner(inner)));
        return scan.Decides ? verdict : DataLoss.Judged(verdict, call);
    }

    sealed class Scan(ToolNode program, string called, Toolset tools)
    {
        readonly ToolNode tool = program;
        readonly List<(string, Argument?)> options = [];
        List<(string Name, Argument? Value, Argument Word)>? taken;
        readonly List<Argument> operands = [];
        readonly List<(string Token, VerdictChange Change)> changes = [];
        List<Argument>? inner;
        ToolNode node = program;
        Reason? refused;
        int dashes = -1;

        public Parsed Parsed => new(node, options, operands, inner, dashes);

        /// <summary>True where an option alone says what the program does.</summary>
        public bool Decides => changes.Exists(change => change.Change.Sets);

        /// <summary>True where the arguments do not fit the table, and a hook would judge by halves.</summary>
        public bool Failed => refused is not null && node.Verdict is null;

        public void All(List<Argument> words)
        {
            for (var at = 1; at < words.Count && refused is null; at++)
            {
                var word = words[at];
                if (Hooks.TakesWholeLine(node.Hook)) operands.Add(word);
                else if (dashes < 0 && word.Text == "--")
                {
                    dashes = operands.Count;
                    if (node.WrapsAfter >= 0 && operands.Count >= node.WrapsAfter)
                    {
                        inner = [.. words.Skip(at + 1)];
                        return;
                    }
                }
                else if (dashes < 0 && word.IsOption) at = Option(words, at);
                else if (word.Text == "-" && tool.Path == "env") continue;
                else if (node.WrapsAfter >= 0 && operands.Count >= node.WrapsAfter && !IsOwnAssignment(word))
                {
                    inner = [.. words.Skip(at)];
                    return;
                }
                else Operand(word);
            }
        }

        bool IsOwnAssignment(Argument word)
        {
            if (tool.Path is not ("env" or "sudo")) return false;
            var equals = word.Text.IndexOf('=');
            if (equals <= 0 || !word.Text.Take(equals).All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return false;
            if (DangerousNames.ReasonHanded(word.Text[..equals], word.Text[(equals + 1)..], tools.Network) is { } reason) refused = reason;
            return true;
        }

        /// <summary>What the program does as such, where that is worse than reading: a word that is not listed does that too.</summary>
        Verdict? Inherited
        {
            get
            {
                for (var above = node.Parent; above is not null; above = above.Parent)
                {
                    if (above.Verdict is { Effect: > Effect.Read } verdict) return verdict;
                }
                return null;
            }
        }

        /// <summary>Where the program's own verdict holds, so does what makes it worse wherever it stands among the operands.</summary>
        IEnumerable<OperandRule> Above
        {
            get
            {
                var above = node;
                while (above.Verdict is null && above.Parent is { } parent) above = parent;
                return above == node ? [] : above.Operands.Where(rule => !rule.Change.Sets && rule is { From: 1, To: int.MaxValue });
            }
        }

        void Operand(Argument word)
        {
            if (AwaitsSubcommand)
            {
                if (word.Known && Subcommand(word.Text) is { } sub)
                {
                    node = sub;
                    Again();
                    return;
                }
                if (node.Hook is null && (node.Verdict is null ? Inherited is null : node.Verdict.Value.Effect <= Effect.Read))
                {
                    refused = Reason.Unlisted($"'{Name} {word.Shown}' is not known");
                    return;
                }
            }
            if (operands.Count == 0 && node is { Parent: not null, Verdict.Effect: <= Effect.Read } && ChangingWords.MayBeSubcommand(node.Path, word.Text)
                && !node.Operands.Exists(rule => Tells(rule, word)))
            {
                refused = $"'{Name} {word.Shown}' may be a command of its own";
                return;
            }
            operands.Add(word);
        }

        /// <summary>True where the table itself says what the first operand does.</summary>
        static bool Tells(OperandRule rule, Argument word) =>
            rule is { From: 1, Change: { Sets: true } or { Effect: > Effect.Read } }
                && (rule.Patterns.Length == 0 || Array.Exists(rule.Patterns, pattern => Patterns.Matches(pattern, word.Text)));

        /// <summary>A long option before the subcommand counts as it would behind it (<c>systemctl --dry-run reboot</c>); one letter may mean two things.</summary>
        void Again()
        {
            foreach (var (name, value, word) in taken ?? [])
            {
                if (node.Options.TryGetValue(name, out var own)) Weigh(name, own, value, word);
            }
        }

        ToolNode? Subcommand(string name) =>
            node.Subcommands.GetValueOrDefault(name) ?? (tool.AnyCase ? node.Subcommands.GetValueOrDefault(name.ToLowerInvariant()) : null)
                ?? (node.Same.TryGetValue(name, out var program) ? tools.Find(program) : null);

        int Option(List<Argument> words, int at)
        {
            var word = words[at];
            var text = word.Text;
            if (text.StartsWith("--", StringComparison.Ordinal) || node.SingleDash || tool.SingleDash)
            {
                var equals = text.IndexOf('=');
                var name = equals < 0 ? text : text[..equals];
                // Go's flags, and HTCondor's, take two dashes as well as one (pkg.go.dev/flag).
                if (name.StartsWith("--", StringComparison.Ordinal) && node.Option(name) is null && node.Option(name[1..]) is not null) name = name[1..];
                if (node.Option(name) is not { } rule)
                {
                    var next = Undeclared(word, name, at, equals >= 0 ? text[(equals + 1)..] : Behind(words, at));
                    if (equals < 0) unlistedAt = at + 1;
                    return next;
                }
                current = at;
                if (equals >= 0) Take(name, rule, new Argument(text[(equals + 1)..]) { NamedByTime = word.NamedByTime }, word);
                else if (rule.Value == OptionValue.Required)
                {
                    at++;
                    Take(name, rule, at < words.Count ? words[at] : null, word);
                }
                else Take(name, rule, null, word);
                return at;
            }
            if (text.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false && node.Option(text) is null && node.Option("-#") is { } number)
            {
                current = at;
                Take("-#", number, null, word);
                return at;
            }
            return Cluster(words, at);
        }

        int Cluster(List<Argument> words, int at)
        {
            var text = words[at].Text;
            current = at;
            for (var i = 1; i < text.Length; i++)
            {
                var name = "-" + text[i];
                if (node.Option(name) is not { } rule)
                {
                    Undeclared(words[at], name, at, i + 1 < text.Length ? text[(i + 1)..].TrimStart('=') : Behind(words, at));
                    unlistedAt = i + 1 < text.Length ? at : at + 1;
                    continue;
                }
                if (rule.Value == OptionValue.None)
                {
                    // pflag: "-w=false" takes the letter back.
                    var given = text[(i + 1)..] is "=false" or "=true";
                    Take(name, rule, given ? new Argument(text[(i + 2)..]) : null, words[at]);
                    if (given) return at;
                    continue;
                }
                var rest = text[(i + 1)..];
                if (rest.Length > 0) Take(name, rule, new Argument(rest[0] == '=' && rest.Length > 1 ? rest[1..] : rest) { NamedByTime = words[at].NamedByTime }, words[at]);
                else if (rule.Value == OptionValue.Optional) Take(name, rule, null, words[at]);
                else
                {
                    at++;
                    Take(name, rule, at < words.Count ? words[at] : null, words[at - 1]);
                }
                return at;
            }
            return at;
        }

        static string? Behind(List<Argument> words, int at) => at + 1 < words.Count && !words[at + 1].IsOption ? words[at + 1].Text : null;

        int Undeclared(Argument word, string name, int at, string? value)
        {
            // Behind an option that is not listed the word may be that option's value (pflag, getopt).
            // "core update --version=6.1" says which one to take: only a program by itself tells its own, and no value goes with that.
            var asks = (name is "--help" || (name is "--version" && !node.Path.Contains(' ', StringComparison.Ordinal))) && word.Text == name && (at != unlistedAt || IsCmdlet);
            if (asks && word.Known) changes.Add((name, new VerdictChange(null, EffectTags.None, "", false)));
            else if (node.AnyOption && (name.Length > 3 || IsCmdlet && name.Length > 1) && Abbreviated(name, value) is { } change) changes.Add((name, change));
            else if (node.AnyOption && (Redirecting.Contains(name.TrimStart('-')) || ActingWords.Split(name) is [.., "endpoint"])
                && !(value is not null && DangerousNames.IsOwn(value, tools.Network)))
                undeclared ??= $"'{name}' sends what proves who asks to another address";
            else if (node.AnyOption && name.Length > 2 && ActingWords.Say(name)) unlisted ??= $"the option '{name}' of {Name} says that it does more than show";
            else if (!word.Known && (!node.AnyOption || name.Contains(Argument.Hole)) || name.Length < 3 && !node.AnyOption)
                undeclared ??= Reason.Unlisted(word.Known ? $"the option '{name}' of {Name} is not known" : $"an option of {Name} is not known before it runs");
            else if (!node.AnyOption) unlisted ??= Reason.Unlisted($"the option '{name}' of {Name} is not known");
            if (ActingWords.SayInRehearsal(name)) undeclared ??= unlisted;
            if (node.AnyOption && !IsCmdlet) undeclared ??= UnlistedValues.Problem(name, value, word.Text.Length > name.Length, tools.Network);
            helps |= asks;
            return at;
        }

        /// <summary>GNU programs take any unambiguous beginning of a long option, PowerShell in capitals, too (about_Parameters).</summary>
        VerdictChange? Abbreviated(string name, string? value)
        {
            for (var above = node; above is not null; above = above.Parent)
            {
                foreach (var (option, rule) in above.Options)
                {
                    if (!option.StartsWith(name, IsCmdlet ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)) continue;
                    if (rule.Change is { } change && !(change.Sets && change.Effect <= Effect.Read)) return change;
                    if (rule.ByValue.Find(one => !one.Change.Sets && one.Change.Effect > Effect.Read) is { Change: { } some }) return some;
                }
            }
            return ActingWords.Follow(name, value);
        }

        /// <summary>Why it cannot be a read, whatever the other options say.</summary>
        Reason? undeclared;

        /// <summary>Why it cannot be a read, unless it only shows what it would do.</summary>
        Reason? unlisted;

        /// <summary>The word that is looked at, and the one that the unlisted option before it may take as its value.</summary>
        int current, unlistedAt = -1;

        bool helps;

        void Take(string name, OptionRule rule, Argument? value, Argument word)
        {
            options.Add((name, value));
            if (name.Length > 2 && AwaitsSubcommand) (taken ??= []).Add((name, value, word));
            // Of an option that decides and is given twice, the last value counts, or the first, as the program likes.
            if ((rule.Change is { Sets: true } || rule.ByValue.Exists(one => one.Change.Sets)) && options.Count(option => option.Item1 == name) > 1
                && options.Where(option => option.Item1 == name).Select(option => option.Item2?.Text).Distinct().Count() > 1)
                undeclared ??= $"'{name}' is given twice";
            // PowerShell takes no word with a dash for a value (about_Parameters).
            if (current == unlistedAt && !IsCmdlet && (rule.Change is { Sets: true } || rule.ByValue.Exists(one => one.Change.Sets)))
                undeclared ??= $"'{word.Shown}' may be the value of the option before it";
            Weigh(name, rule, value, word);
        }

        bool IsCmdlet => char.IsAsciiLetterUpper(tool.Path[0]) && tool.Path.Contains('-');
        bool AwaitsSubcommand => operands.Count == 0 && node.Subcommands.Count + node.Same.Count > 0;

        string? decided, takenBack;

        /// <summary>What an option of that value changes.</summary>
        void Weigh(string name, OptionRule rule, Argument? value, Argument word)
        {
            var switchedOff = rule.Value == OptionValue.None && value is { Text: "false" };
            if (rule.Value == OptionValue.None && value is { } given && given.Text is not ("true" or "false"))
            {
                if (given.Known && rule.ByValue.Find(one => Patterns.Matches(one.Pattern, given.Text)) is { Change: { } named })
                {
                    changes.Add((word.Shown, named));
                    return;
                }
                undeclared ??= $"'{word.Shown}' takes no value";
                return;
            }
            if (value is { } text)
            {
                foreach (var (pattern, change) in rule.ByValue)
                {
                    // What a person fills in begins with no sign that a server keeps for itself: "$share/".
                    if (!text.Known && pattern != Patterns.Foreign && pattern[0] != '$' ? !change.Sets : Patterns.MatchesValue(pattern, text.Text, tools.Network))
                    {
                        changes.Add((word.Shown, change.At(text)));
                        if (text.Known || pattern == Patterns.Foreign) return;
                    }
                }
            }
            else if (rule.Value == OptionValue.Required) undeclared ??= $"'{word.Shown}' lacks its value";
            if (rule.Change is { Sets: true })
            {
                // "-s --no-act=false": of two that decide, one is taken back.
                if (switchedOff ? decided is not null : takenBack is not null) undeclared ??= $"'{word.Shown}' and '{decided ?? takenBack}' contradict each other";
                if (switchedOff) takenBack = word.Shown;
                else decided = word.Shown;
            }

            if (rule.Change is { } always && !switchedOff) changes.Add((name, (ActingWords.Write(name, rule) ? always with { Wholly = true } : always).At(value)));
        }

        public Verdict Verdict()
        {
            if (refused is not null) return refused.Verdict;
            foreach (var rule in node.Operands) Match(rule, Decides);
            foreach (var rule in Above) Match(rule, Decides);
            if (helps && operands.Count == 0 && inner is null && (node.Hook is null || node.Verdict is not null)) return Effects.Verdict.Read("it shows help");
            Verdict? verdict = null;
            foreach (var (token, change) in changes)
            {
                if (!change.Sets) continue;
                var set = new Verdict(change.Effect ?? Effect.Read, change.Tags, Because(token, change.Reason));
                verdict = verdict is { } before ? before.And(set) : set;
            }
            var result = verdict ?? ((node.Verdict ?? Inherited) is { } own ? own with { Why = Because(Name, own.Why) }
                : node.Hook is null ? Effects.Verdict.Unlisted($"'{Name}' by itself is not known") : new Verdict(Effect.None, EffectTags.None, ""));
            var wholly = changes.Exists(change => change.Change is { Wholly: true, Sets: true });
            foreach (var (token, change) in changes)
            {
                if (change.Sets || wholly && !change.Wholly && change.Effect is Effect.Reversible or Effect.Disruptive or Effect.Destructive) continue;
                if (change.Effect is { } effect) result = result.And(new Verdict(effect, change.Tags, Because(token, change.Reason)));
                else if (change.Origin.Length > 0 && change.Tags == EffectTags.None) result = result with { Why = $"{result.Why}; {Because(token, change.Reason)}" };
                else if (change.Tags != EffectTags.None)
                    result = result.And(change.Tags) with { Why = result.Effect <= Effect.Read && change.Why.Length > 0 ? Because(token, change.Reason) : result.Why };
            }
            if (!wholly) undeclared ??= unlisted;
            if (undeclared is not null && result.Effect <= Effect.Read) result = result.And(undeclared.Verdict);
            return result.Why.Length > 0 ? result : result with { Why = Because(Name, "does that") };
        }

        /// <summary>The reason with the token that decides, for a person who asks which word it was.</summary>
        static string Because(string token, string why) => why.Length == 0 || why[0] == '\'' ? why : $"'{token}' {why}";

        /// <summary>The program as it was called, with its subcommand.</summary>
        string Name => node.Parent is null ? called : called + node.Path[node.Path.IndexOf(' ')..];

        void Match(OperandRule rule, bool decided)
        {
            // Where an option decides (--dry-run, --list), what the operands name is only shown; a further command among them runs all the same.
            if (decided && rule.Change.Effect is Effect.Reversible or Effect.Disruptive or Effect.Destructive) return;
            if (rule.From == 0)
            {
                if (operands.Count == 0 && inner is null or { Count: 0 }) changes.Add((node.Path, rule.Change));
                return;
            }
            if (Hides(rule))
            {
                changes.Add((operands.Find(operand => !operand.Plain).Shown, rule.Change));
                return;
            }
            // What only may show a secret is not to be missed for its capitals: the client of Kubernetes takes "sECRETS".
            var anyCase = tool.AnyCase || rule.Change.Tags.HasFlag(EffectTags.Secret);
            for (var i = rule.From - 1; i < operands.Count && i < rule.To; i++)
            {
                if (rule.Patterns.Length > 0 && !Array.Exists(rule.Patterns, pattern => Patterns.Matches(pattern, operands[i].Text, anyCase))) continue;
                changes.Add((operands[i].Shown, rule.Change.At(operands[i])));
                if (changes[^1].Change == rule.Change) return;
            }
        }

        /// <summary>Whether the operand that a rule holds back may be one of those that a pattern or a list without quotation marks becomes: <c>uniq *.log</c>.</summary>
        bool Hides(OperandRule rule) =>
            rule is { From: > 1, Patterns.Length: 0, Change: { Sets: false, Effect: > Effect.Read } } && operands.Count > 0 && operands.Count < rule.From
                && operands.Exists(operand => !operand.Plain);
    }
}
