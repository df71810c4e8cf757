namespace Firstlook.Effects.Tools;

/// <summary>
/// Reads tables of programs:
/// <code>
/// # comment
/// grep egrep : read searches text          names, effect, +tags, reason; no effect where a subcommand decides
///   source grep(1), OPTIONS
///   -i -v --count                          options that leave the effect
///   -e= --color?                           with a value; with an optional one (only after = or glued)
///   -o= : destructive sends a file         makes it worse; ": +hang why" only adds a tag
///   -o= : writes a file                    destructive, but for a file that is named by the time; so is "@2 : writes"
///   --dry-run=server => read shows it      decides alone; "=text" limits the line to a value (* matches anything)
///   --host=&lt;own&gt;                           the value is the address of a machine of the own network
///   --raw= :: destructive sends it           makes it worse, and beside "==>" as well
///   --dry-run ==> read shows it            decides alone, and over what other options make worse; the product's own tables only
///   @2+ : destructive the output file      operands from the second on; @none when there is none; @~secret*
///   > rollout history | rollout status : read ...   subcommands; deeper lines belong to them
///   same compose docker-compose             a subcommand that is another program
///   hook find | wraps 1 | single-dash | any-option | any-case | parts-again
/// </code>
/// A <c>source</c> line at the margin holds, and so does <c>any-case</c>, for all programs below it in the file.
/// </summary>
internal static class ToolText
{
    /// <exception cref="ToolFormatException">A line is not understood.</exception>
    public static ToolNode Parse(ToolSection section)
    {
        var tool = new ToolNode(section.Names[0], null) { Source = section.Source, AnyCase = section.AnyCase };
        List<ToolNode> current = [tool];
        foreach (var (number, line) in section.Lines)
        {
            try
            {
                var content = line.TrimStart();
                var indent = line.Length - content.Length;
                var origin = section.OfTeam ? $"{section.File}:{number}" : "";
                if (indent == 0) (tool.Verdict, tool.Origin) = (Split(content, origin).Change is { } change ? Verdict(change) : null, origin);
                else if (content[0] == '>') current = Subcommands(content[1..], tool, origin);
                else Apply(content, indent <= 2 ? [tool] : current, origin);
            }
            catch (Exception exception) when (exception is FormatException or IndexOutOfRangeException)
            {
                throw new ToolFormatException(section.File, number, $"{exception.Message}: {line.Trim()}");
            }
        }
        return tool;
    }

    /// <summary>The names that a program's first line gives it.</summary>
    public static IReadOnlyList<string> Names(string line) => Words(Halves(line).Head);

    static List<ToolNode> Subcommands(string line, ToolNode tool, string origin)
    {
        var (head, change) = Split(line, origin);
        var nodes = new List<ToolNode>();
        foreach (var path in head.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var node = tool;
            foreach (var word in Words(path))
            {
                if (!node.Subcommands.TryGetValue(word, out var next)) node.Subcommands[word] = next = new ToolNode(node.Path + " " + word, node) { Origin = origin };
                node = next;
            }
            if (change is not null) (node.Verdict, node.Origin) = (Verdict(change), origin);
            nodes.Add(node);
        }
        return nodes;
    }

    static void Apply(string line, List<ToolNode> nodes, string origin)
    {
        foreach (var node in nodes) Apply(line, node, origin);
    }

    static void Apply(string line, ToolNode node, string origin)
    {
        var words = Words(line);
        switch (words[0])
        {
            case "source": node.Source = line[7..]; return;
            case "hook": node.Hook = words[1]; return;
            case "single-dash": node.SingleDash = true; return;
            case "any-option": node.AnyOption = true; return;
            case "parts-again": node.PartsAgain = true; return;
            case "any-case": node.AnyCase = true; return;
            case "same": node.Same[words[1]] = words[2]; return;
            case "wraps": node.WrapsAfter = int.Parse(words[1]); return;
        }
        var (head, change) = Split(line, origin);
        if (head[0] == '@') node.Operands.AddRange(Operands(head, change ?? throw new FormatException("an operand needs an effect")));
        else if (head[0] is '-' or '+') foreach (var option in Words(head)) AddOption(option, change ?? Neutral(origin), node.Options);
        else throw new FormatException("this is neither option nor operand, subcommand nor setting");
    }

    /// <summary>Of a team's rule the record is to name the line, even where it leaves the effect.</summary>
    static VerdictChange? Neutral(string origin) => origin.Length == 0 ? null : new VerdictChange(null, EffectTags.None, "leaves the effect", Sets: false, origin);

    static IEnumerable<OperandRule> Operands(string head, VerdictChange change)
    {
        foreach (var word in Words(head))
        {
            if (word == "@none") yield return new OperandRule(0, 0, [], change);
            else if (word.StartsWith("@~", StringComparison.Ordinal)) yield return new OperandRule(1, int.MaxValue, word[2..].Split('|'), change);
            else if (word.EndsWith('+')) yield return new OperandRule(int.Parse(word.AsSpan(1, word.Length - 2)), int.MaxValue, [], change);
            else
            {
                var parts = word[1..].Split('~');
                var at = int.Parse(parts[0]);
                yield return new OperandRule(at, at, parts.Length > 1 ? parts[1].Split('|') : [], change);
            }
        }
    }

    static void AddOption(string option, VerdictChange? change, Dictionary<string, OptionRule> options)
    {
        var equals = option.IndexOf('=');
        if (equals > 0 && equals < option.Length - 1)
        {
            var name = option[..equals];
            if (!options.TryGetValue(name, out var known)) options[name] = known = new OptionRule(OptionValue.Required, null, []);
            known.ByValue.Add((option[(equals + 1)..], change ?? new VerdictChange(null, EffectTags.None, "", Sets: false)));
            return;
        }
        var value = option[^1] switch { '=' => OptionValue.Required, '?' when option.Length > 2 => OptionValue.Optional, _ => OptionValue.None };
        var bare = value == OptionValue.None ? option : option[..^1];
        var byValue = options.TryGetValue(bare, out var before) ? before.ByValue : [];
        options[bare] = new OptionRule(value, change, byValue);
    }

    static Verdict Verdict(VerdictChange change) => new(change.Effect ?? Effect.Read, change.Tags, change.Reason);

    /// <summary>The names before <c>:</c> or <c>=&gt;</c>, and the change after it.</summary>
    static (string Head, VerdictChange? Change) Split(string line, string origin)
    {
        var (head, rest, sets, wholly) = Halves(line);
        if (wholly && sets && origin.Length > 0) throw new FormatException("'==>' is for the product's own tables");
        if (rest.Length == 0) return (head, null);
        var blank = rest.IndexOf(' ');
        var word = blank < 0 ? rest : rest[..blank];
        var why = blank < 0 ? "" : rest[(blank + 1)..];
        Effect? effect = null;
        var (tags, writes) = (EffectTags.None, false);
        foreach (var piece in word.Split('+'))
        {
            if (piece.Length == 0) continue;
            if (piece == "writes") (effect, why, writes) = (Effect.Destructive, "writes " + why, true);
            else if (Enum.TryParse<EffectTags>(piece, ignoreCase: true, out var tag)) tags |= tag;
            else if (Enum.TryParse<Effect>(piece, ignoreCase: true, out var parsed)) effect = parsed;
            else throw new FormatException($"'{piece}' is neither effect nor tag");
        }
        return (head, new VerdictChange(effect, tags, why, sets, origin, wholly) { Writes = writes });
    }

    static (string Head, string After, bool Sets, bool Wholly) Halves(string line)
    {
        if (line.EndsWith(" :", StringComparison.Ordinal)) return (line[..^2].Trim(), "", false, false);
        // The first character may be the builtin ':' itself.
        var raise = line.IndexOf(" : ", 1, StringComparison.Ordinal);
        var firm = line.IndexOf(" :: ", StringComparison.Ordinal);
        if (firm >= 0 && (raise < 0 || firm < raise)) return (line[..firm].Trim(), line[(firm + 4)..].Trim(), false, true);
        var wholly = line.IndexOf(" ==> ", StringComparison.Ordinal);
        if (wholly >= 0 && (raise < 0 || wholly < raise)) return (line[..wholly].Trim(), line[(wholly + 5)..].Trim(), true, true);
        var set = line.IndexOf(" => ", StringComparison.Ordinal);
        var sets = set >= 0 && (raise < 0 || set < raise);
        var at = sets ? set : raise;
        return at < 0 ? (line, "", false, false) : (line[..at].Trim(), line[(at + (sets ? 4 : 3))..].Trim(), sets, false);
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
