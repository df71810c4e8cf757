namespace Firstlook.Effects;

/// <summary>
/// One command (a simple shell command or pipeline, an SQL statement, an expression, a top-level statement of code)
/// with what it does and why we say so.
/// </summary>
/// <param name="Text">The command's exact characters in the source, comments and prompts around it dropped, continuation lines kept.</param>
/// <param name="Start">Offset of the first character in the source that was given; <c>Start + Length</c> never exceeds it.</param>
/// <param name="Length">Length in the source. May exceed <c>Text.Length</c> where prompts were dropped inside.</param>
/// <param name="Language">What runs it: SQL typed after <c>psql</c> in a shell block is <see cref="Effects.Language.Sql"/>.</param>
/// <param name="Why">For a person, without tags: which token decides. Never empty.</param>
/// <param name="Reads">Names of variables that it expands and that the same source did not set before it.</param>
/// <param name="DependsOn">
/// Indexes, in the list it came in and in its order, of earlier commands of the block that set what it runs with: variables that it uses, its folder,
/// what is exported to it; where it is above read every other setting of the shell besides. It runs after them. Theirs are among them.
/// </param>
/// <param name="Guard">Null where it always runs; else it runs only if another command of the block went as said (<c>&amp;&amp;</c>, <c>||</c>).</param>
public sealed record Classified(
    string Text,
    int Start,
    int Length,
    Language Language,
    Effect Effect,
    EffectTags Tags,
    string Why,
    EquatableArray<string> Reads = default,
    EquatableArray<int> DependsOn = default,
    Guard? Guard = null)
{
    /// <summary>The whole <c>&amp;&amp;</c> and <c>||</c> list that it is part of, as it is written; null where it stands alone.</summary>
    public string? List { get; init; }

    /// <summary>True where all that it does is to set the shell for what follows it in the block: <c>cd</c>, <c>export</c>, an assignment.</summary>
    public bool Sets { get; init; }

    /// <summary>True where it may run with nobody watching: a read that no tag holds back.</summary>
    public bool RunsByItself => Effect == Effect.Read && Tags == EffectTags.None;
}

/// <summary>The left side of <c>&amp;&amp;</c> or <c>||</c>. A command that did not run passes on the outcome that kept it from running.</summary>
/// <param name="Command">Index, in the same list, of the command whose outcome decides.</param>
/// <param name="Succeeds">True for <c>&amp;&amp;</c>: this one runs if that one succeeded; false for <c>||</c>.</param>
public sealed record Guard(int Command, bool Succeeds);
