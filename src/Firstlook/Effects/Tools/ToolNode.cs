namespace Firstlook.Effects.Tools;

/// <summary>A program, or one of its subcommands: what it does, and which options and operands it may have.</summary>
/// <param name="Path">As a person types it: <c>kubectl rollout history</c>.</param>
internal sealed class ToolNode(string path, ToolNode? parent)
{
    public string Path => path;

    public ToolNode? Parent { get; private set; } = parent;

    /// <summary>File and line of the team's rule that says what it does; empty for the product's own.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The node, hung under another that does not know it yet.</summary>
    public ToolNode Under(ToolNode above)
    {
        Parent = above;
        return this;
    }

    /// <summary>What it does as such; null where a subcommand must decide.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>Where in the program's manual this is told; empty where only <see cref="Parent"/>'s says.</summary>
    public string Source { get; set; } = "";

    public Dictionary<string, OptionRule> Options { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ToolNode> Subcommands { get; } = new(StringComparer.Ordinal);

    /// <summary>Subcommands that are programs of their own, by the program's name.</summary>
    public Dictionary<string, string> Same { get; } = new(StringComparer.Ordinal);

    public List<OperandRule> Operands { get; } = [];

    /// <summary>The name of the code that judges what a table cannot say; null nearly always.</summary>
    public string? Hook { get; set; }

    /// <summary>Long options with one dash, never clustered: find, openssl, terraform, java tools.</summary>
    public bool SingleDash { get; set; }

    /// <summary>Every option that is not listed leaves the effect: for programs that cannot write at all.</summary>
    public bool AnyOption { get; set; }

    /// <summary>Subcommands and operands mean the same in capitals: programs of Windows, cmdlets. Patterns are in small letters or in any.</summary>
    public bool AnyCase { get; set; }

    /// <summary>The program is a script that puts its words into one line, which a shell parts again: a word with blanks becomes several.</summary>
    public bool PartsAgain { get; set; }

    /// <summary>After so many operands a command follows, which runs; -1 where none does.</summary>
    public int WrapsAfter { get; set; } = -1;

    /// <summary>The rule for an option by its exact spelling, here or further up.</summary>
    public OptionRule? Option(string name)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Options.TryGetValue(name, out var rule)) return rule;
        }
        return null;
    }
}

internal enum OptionValue { None, Required, Optional }

/// <param name="Change">Null where the option leaves the effect.</param>
/// <param name="ByValue">Changes that only some values make; the first that matches counts.</param>
internal sealed record OptionRule(OptionValue Value, VerdictChange? Change, List<(string Pattern, VerdictChange Change)> ByValue);

/// <param name="Effect">Null where only tags are added.</param>
/// <param name="Sets">True where the option decides alone (<c>--dry-run</c>); false where it can only make it worse.</param>
/// <param name="Origin">File and line where a team's rule says so; empty for the product's own.</param>
/// <param name="Wholly">Of what decides: what other options would make worse is only shown, too. Of what makes it worse: it is not only shown beside that.</param>
internal sealed record VerdictChange(Effect? Effect, EffectTags Tags, string Why, bool Sets, string Origin = "", bool Wholly = false)
{
    /// <summary>True where the value, or the operand, is the file that is written: one that is named by the time is new (docs/decisions/0010).</summary>
    public bool Writes { get; init; }

    /// <summary>What it changes where that word stands.</summary>
    public VerdictChange At(Argument? word) =>
        Writes && word is { } file && AddedFiles.IsNew(file) ? this with { Effect = Effects.Effect.Reversible, Why = "makes a file that is named by the time" } : this;


    /// <summary>Why, with the team's rule that says so.</summary>
    public string Reason => Origin.Length == 0 ? Why : $"{(Why.Length > 0 ? Why : "does that")} (team rule {Origin})";
}

/// <param name="From">1-based operand that it begins at; 0 for "there is no operand".</param>
/// <param name="To">Inclusive.</param>
/// <param name="Patterns">Empty for any operand.</param>
internal sealed record OperandRule(int From, int To, string[] Patterns, VerdictChange Change);
