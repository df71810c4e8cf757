using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>A function of a shell text, and what was found out about it.</summary>
internal sealed class Function(ShellCommand body)
{
    public ShellCommand Body => body;

    /// <summary>How much was held (<see cref="Scope.Held"/>) when the body was judged last: a call that finds more is judged anew.</summary>
    public int Seen { get; set; } = -1;

    /// <summary>True while its body is judged: it calls itself, by whichever way, and is not followed again.</summary>
    public bool Runs { get; set; }

    /// <summary>What in it prints what a file holds; null where nothing does.</summary>
    public string? Prints { get; set; }

    /// <summary>Whether it prints what another machine answers.</summary>
    public bool Answers { get; set; }

    /// <summary>Whether it prints text in which others may have written.</summary>
    public bool Tells { get; set; }
}
