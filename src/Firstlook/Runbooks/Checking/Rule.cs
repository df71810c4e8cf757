namespace Firstlook.Runbooks.Checking;

/// <summary>One thing that <c>check</c> looks for. Its code is stable: teams silence it by name.</summary>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Reason">Why it matters, in the moment of an incident.</param>
/// <param name="Fix">What to do about it; a flaw may say it more exactly.</param>
/// <param name="Before">A small runbook that has the flaw. A test holds that the rule finds it there...</param>
/// <param name="After">... and not here.</param>
internal sealed record Rule(string Code, ProblemSeverity Severity, string Title, string Reason, string Fix, string Before, string After, Func<Subject, IEnumerable<Flaw>> Find)
{
    /// <summary>For what can only be seen over all files together; each flaw names its file.</summary>
    public Func<Library, IEnumerable<Flaw>> FindAcross { get; init; } = _ => [];
}

/// <summary>What a rule found at a place, before it is known under which code and in which file.</summary>
internal sealed record Flaw(int Line, string Message)
{
    /// <summary>1-based, in UTF-16 code units of the displayed line; 0 where the whole line is meant.</summary>
    public int Column { get; init; }

    public int Length { get; init; }

    /// <summary>What to do, where the rule's own words are not exact enough.</summary>
    public string? Fix { get; init; }

    /// <summary>Where it is not that of the rule.</summary>
    public ProblemSeverity? Severity { get; init; }

    public Edit? Edit { get; init; }

    /// <summary>Where it is not the file that was looked at.</summary>
    public string? File { get; init; }
}

/// <summary>A change to one line that mends a flaw without changing what the runbook means.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Old">What stands there; every place where it stands as a word of its own is changed.</param>
public sealed record Edit(int Line, string Old, string New);

/// <summary>What is wrong, where, and what to do.</summary>
/// <param name="Code"><c>FL001</c> and on; its rule says why it matters.</param>
/// <param name="Column">1-based; 0 where the whole line is meant.</param>
/// <param name="Excerpt">The line, secrets replaced by as many asterisks; null where the file's text is not at hand.</param>
/// <param name="Fingerprint">The same while the line's words are, wherever in the file it moves.</param>
public sealed record Finding(string Code, ProblemSeverity Severity, string File, int Line, int Column, int Length, string Message, string Fix, string? Excerpt,
    string Fingerprint, Edit? Edit);
