using Firstlook.Effects;

namespace Firstlook.Runbooks;

/// <summary>A Markdown file as an experienced engineer understands it. Nothing in the file is lost: what belongs to no procedure is in <see cref="GeneralSteps"/>.</summary>
/// <param name="File">The path as it was given; shown, never opened again.</param>
/// <param name="Hash">SHA-256 of the file's bytes, lower-case hexadecimal: which version of the runbook was used.</param>
/// <param name="Text">The text as displayed: mojibake repaired, line ends as <c>\n</c>; its line numbers are those of the file.</param>
public sealed record Runbook(
    string File,
    string Hash,
    string Text,
    string Title,
    EquatableArray<Procedure> Procedures,
    EquatableArray<Step> GeneralSteps,
    EquatableArray<SeverityLevel> SeverityPolicy,
    EquatableArray<Contact> Contacts,
    EquatableArray<EscalationRule> Escalations,
    EquatableArray<MessageTemplate> Templates,
    PostmortemForm? PostmortemForm,
    EquatableArray<Prohibition> Prohibitions,
    EquatableArray<Problem> Problems)
{
    /// <summary>Those that belong to no procedure.</summary>
    public EquatableArray<Dashboard> Dashboards { get; init; } = [];

    /// <summary>Those of the response in general, which belong to no procedure.</summary>
    public EquatableArray<Phase> Phases { get; init; } = [];

    public EquatableArray<Channel> Channels { get; init; } = [];

    public EquatableArray<Checklist> Checklists { get; init; } = [];

    public EquatableArray<TrackedMetric> Metrics { get; init; } = [];

    public EquatableArray<Routine> Routines { get; init; } = [];
}

/// <summary>What answers one alert or incident type.</summary>
/// <param name="Id">Stable while the heading is: made from the heading path alone.</param>
/// <param name="Slug">GitHub's anchor of the heading, for <c>FILE#SECTION</c> and <c>runbook_url</c>.</param>
/// <param name="Line">1-based line of the heading (or table row, or list item) that opens it.</param>
/// <param name="EndLine">1-based, inclusive.</param>
/// <param name="Severity"><c>critical</c>, <c>high</c>, <c>medium</c>, <c>low</c>, or null where the text states none.</param>
/// <param name="Meaning">What the alert means, in the runbook's words; null where it says nothing.</param>
public sealed record Procedure(
    string Id,
    string Slug,
    string Title,
    int Line,
    int EndLine,
    EquatableArray<string> Alerts,
    string? Severity,
    string? Meaning,
    string? Impact,
    EquatableArray<Symptom> Symptoms,
    EquatableArray<Hypothesis> Hypotheses,
    EquatableArray<Step> Steps,
    EquatableArray<EscalationRule> Escalations,
    EquatableArray<Dashboard> Dashboards)
{
    /// <summary>What its prose tells beside the symptoms, where it names no hypothesis.</summary>
    public EquatableArray<Symptom> Told { get; init; } = [];

    /// <summary>What it, and what stands above all procedures of its document, says before the first block.</summary>
    public string Opening { get; init; } = "";

    /// <summary>True where it only names an alert and says what it means: what is to be done stands under other headings of the document.</summary>
    public bool OnlyNames { get; init; }

    /// <summary>Headings below it with checks of their own, where it names no hypothesis: each may be what is wrong. At least two, or none.</summary>
    public EquatableArray<Hypothesis> Parts { get; init; } = [];

    public EquatableArray<Phase> Phases { get; init; } = [];

    /// <summary>Names of the form of an alert's in its first lines, or in what the document says outside its procedures: "alerts that lead here".</summary>
    public EquatableArray<string> OpensWith { get; init; } = [];

    /// <summary>Names of that form further down: of alerts that it is about, and of others.</summary>
    public EquatableArray<string> SpeaksOf { get; init; } = [];

    /// <summary>What a person looks at or does by hand, beside the steps that run.</summary>
    public EquatableArray<ManualCheck> Checks { get; init; } = [];

    /// <summary>What a person finds out by hand and says yes or no to, in the runbook's order: blocks of instructions, and checks in its lists and sentences.</summary>
    public IEnumerable<ManualCheck> ByHand =>
        Steps.Where(step => step.Manual).Select(step => new ManualCheck(step.Id, step.Line, step.Title, step.Kind, step.Cause))
            .Concat(Checks.Where(check => check.Kind != StepKind.Action))
            .OrderBy(check => check.Line);
}

/// <summary>Something that is seen when it is so.</summary>
/// <param name="Literals">What stands in code spans or quotes, as it would appear in results: exception names, <c>result="expired_batch"</c>, paths.</param>
/// <param name="Negative">True for "no database issues": seeing it speaks against.</param>
public sealed record Symptom(string Text, int Line, EquatableArray<string> Literals = default, bool Negative = false);

/// <summary>A possible cause that the runbook names.</summary>
/// <param name="Id">Heading path alone, so that an edit does not lose what was learnt.</param>
/// <param name="When">A condition of applicability ("If using cert-manager"); null where there is none.</param>
/// <param name="Advice">What the runbook says to do that is no command: bullets under "Safe Action", "Mitigation", "Fix".</param>
public sealed record Hypothesis(
    string Id,
    string Title,
    int Line,
    int EndLine,
    string? When,
    EquatableArray<Symptom> Symptoms,
    EquatableArray<Advice> Advice)
{
    /// <summary>What the prose under it tells beside its symptoms, sentence by sentence: there too stands what would be seen.</summary>
    public EquatableArray<Symptom> Told { get; init; } = [];

    /// <summary>True where a table has a column of symptoms, and this is one of its rows.</summary>
    public bool InTable { get; init; }
}

/// <summary>A thing for a person to do, in the runbook's words.</summary>
public sealed record Advice(string Text, int Line);

public enum StepKind { Diagnostic, Action, Verification, ExpectedOutput, Template, ConfigExample, CodeChange, Reference }

/// <summary>One thing to run or do: a fence, an inline command, or a manual check.</summary>
/// <param name="Id">Heading path, ordinal and content hash.</param>
/// <param name="Ordinal">1-based, through the document.</param>
/// <param name="Line">1-based: the opening fence, <c>&lt;pre&gt;</c>, the first indented line, or the inline command.</param>
/// <param name="EndLine">1-based, inclusive.</param>
/// <param name="Text">The content, without fence and indentation of the container.</param>
/// <param name="Cause">Id of the hypothesis it stands under; null where it serves the whole procedure.</param>
/// <param name="Effect">The worst of its commands.</param>
/// <param name="Heading">The nearest label or heading it stands under ("Safe Action"), evidence of purpose and never of effect.</param>
/// <param name="Sample">The expected output that stands right after it, as the runbook shows it; null where there is none.</param>
/// <param name="Manual">True for a check that a person ticks ("Recent deployments?"), or a block of comments only.</param>
public sealed record Step(
    string Id,
    int Ordinal,
    int Line,
    int EndLine,
    string Title,
    string Text,
    Language Language,
    StepKind Kind,
    Effect Effect,
    bool Inline,
    bool Manual,
    string? Cause,
    string? Heading,
    SampleOutput? Sample,
    EquatableArray<string> Placeholders,
    EquatableArray<string> Variables,
    EquatableArray<Input> Inputs,
    EquatableArray<Command> Commands)
{
    /// <summary>The target that an annotation names; null where there is none, and the configuration decides.</summary>
    public string? Target { get; init; }

    /// <summary>The command that takes the action back, where an annotation names it.</summary>
    public string? Undo { get; init; }
}

/// <summary>Output that a runbook shows for a command: an example's numbers, and the form and the words that its author knows it by.</summary>
/// <param name="Lead">The sentence or label before it ("Healthy output:"); empty where there is none.</param>
/// <param name="Line">1-based: where it begins.</param>
public sealed record SampleOutput(string Text, string Lead, int Line);

/// <summary>A value that must be known before a command can run.</summary>
/// <param name="Kind"><c>placeholder</c>, <c>variable</c>, or <c>example</c> (a literal that looks real and must be changed).</param>
/// <param name="Token">Exactly what stands in the text: <c>&lt;service-name&gt;</c>, <c>$START</c>, <c>tx-123</c>.</param>
/// <param name="From">Where it may come from ("alert label service", "a person"); null where nothing is known.</param>
public sealed record Input(string Name, string Kind, string Token, string? From);

/// <summary>What runs, is approved and is hashed.</summary>
/// <param name="Text">Exact characters, as they would run.</param>
/// <param name="Line">1-based line of its first character.</param>
/// <param name="Comment">The comment above it in the block, which says what it is for; null where there is none.</param>
/// <param name="Inputs">Names of the step's inputs that this command needs before it can run.</param>
/// <param name="After">0-based indexes, in the step, of commands that must have run before, since they set what it runs with: variables, its folder, what is exported.</param>
/// <param name="Hint">What the text expects of the result ("should be &gt; 0"); null where it says nothing.</param>
public sealed record Command(
    string Text,
    int Line,
    Language Language,
    Effect Effect,
    EffectTags Tags,
    string Why,
    string? Comment,
    EquatableArray<string> Inputs,
    EquatableArray<int> After,
    Expectation? Hint)
{
    /// <summary>The whole <c>&amp;&amp;</c> and <c>||</c> list that it is part of, as it is written; null where it stands alone.</summary>
    public string? List { get; init; }

    /// <summary>True where it goes on with the list of the command before it.</summary>
    public bool Joined { get; init; }

    /// <summary>True where all that it does is to set the shell for what follows it in the step.</summary>
    public bool Sets { get; init; }

    /// <summary>The answer to "does it run?" in the public contract: <c>by itself</c>, <c>after a click</c>, <c>needs a value</c>, <c>after approval</c>, <c>nothing to
    /// run</c>.</summary>
    public string Runs => Effect switch
    {
        Effect.None => "nothing to run",
        Effect.Read when !Inputs.IsEmpty => "needs a value",
        Effect.Read when Tags != EffectTags.None => "after a click",
        Effect.Read => "by itself",
        _ => "after approval",
    };
}

/// <summary>What a result should be when all is well, read out of the runbook's own words.</summary>
/// <param name="Kind">How it is judged.</param>
/// <param name="Number">For <see cref="ExpectationKind.Above"/> and its kin; null otherwise.</param>
/// <param name="Literal">For <see cref="ExpectationKind.Shows"/>; null otherwise.</param>
/// <param name="Quote">The words it was read from, for the citation.</param>
/// <param name="Line">1-based line of those words.</param>
public sealed record Expectation(ExpectationKind Kind, double? Number, string? Literal, string Quote, int Line);

public enum ExpectationKind
{
    /// <summary>The value is above <see cref="Expectation.Number"/> ("should be &gt; 0").</summary>
    Above,
    AtLeast,
    Below,
    AtMost,
    Equal,

    /// <summary>No row, no line, or a count of nought: a query for what should not exist ("should find nothing", "check for negative stock").</summary>
    Nothing,

    /// <summary>The output shows <see cref="Expectation.Literal"/> ("Should show: [A, B]").</summary>
    Shows,
}

/// <param name="AfterMinutes">0 for "immediately"; null where the text gives no time.</param>
/// <param name="Condition">In the runbook's words; null for an unconditional rule.</param>
/// <param name="Target">Who; null where the text does not say.</param>
public sealed record EscalationRule(int Line, int? AfterMinutes, string? Condition, string? Target)
{
    /// <summary>The one level that it is for, of the four of <see cref="Procedure.Severity"/>; null for any.</summary>
    public string? Severity { get; init; }
}

/// <param name="Panels">What to look at on it, each in the runbook's words.</param>
/// <param name="Expect">What should be seen on it, in the runbook's words; null where it says nothing.</param>
public sealed record Dashboard(string Title, string? Url, EquatableArray<string> Panels, int Line, string? Expect = null);

/// <param name="Level"><c>critical</c>, <c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Label">As the document calls it (<c>P0</c>).</param>
/// <param name="RespondMinutes">Until it is acknowledged; null where none is given; a counted business day has 24 hours, and "next business day" is no length of time.</param>
/// <param name="RespondBusinessDays">1 for "next business day"; null where no business day is named.</param>
public sealed record SeverityLevel(int Line, string Level, string Label, int? RespondMinutes, int? ResolveMinutes, int? UpdateMinutes = null,
    int? RespondBusinessDays = null, int? ResolveBusinessDays = null);

public sealed record Contact(int Line, string Role, string? Reach, string? When);

public sealed record MessageTemplate(int Line, string Purpose, string Text, EquatableArray<string> Fields);

/// <summary>What the team asks of itself when an incident is over.</summary>
/// <param name="Line">1-based line of the block or heading that holds it.</param>
public sealed record PostmortemForm(int Line, EquatableArray<FormSection> Sections);

/// <param name="Title">Empty for what stands above the first heading.</param>
/// <param name="Fields">Labels, questions and columns to fill in, in the form's order.</param>
public sealed record FormSection(string Title, EquatableArray<string> Fields);

/// <param name="Procedure">Id of the procedure it stands in; null for the whole document.</param>
/// <param name="Cause">Id of the hypothesis it stands under; null where it serves the whole procedure.</param>
public sealed record Prohibition(int Line, string Text, string? Procedure, string? Cause);

public enum ProblemSeverity { Info, Warning, Error }

/// <summary>Something in the file that we did not understand, or that its owner should mend.</summary>
/// <param name="Code">Stable: <c>FL001</c> and on.</param>
public sealed record Problem(string Code, ProblemSeverity Severity, int Line, string Message);
