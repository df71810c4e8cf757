namespace Firstlook.Effects;

internal enum InputKind
{
    /// <summary>Whatever the caller has: a terminal, or nothing.</summary>
    Inherited,

    /// <summary><c>/dev/null</c></summary>
    Empty,

    /// <summary>A file, whose content is not known.</summary>
    File,

    /// <summary>The output of another command.</summary>
    Pipe,

    /// <summary>A here-document, a here-string, or the output of a plain <c>echo</c>: known to the letter, but for holes.</summary>
    Text,
}

/// <summary>What a program reads on standard input.</summary>
/// <param name="Writer">For pipes: the command that writes into it.</param>
/// <param name="First">For pipes: the command with which the pipeline begins.</param>
/// <param name="File">For files: the name, as far as it is known.</param>
/// <param name="FromFile">For pipes: what comes through is what a file or the environment holds.</param>
/// <param name="Server">For pipes: the server whose answer, and nothing else, comes through (<see cref="SameServer"/>).</param>
/// <param name="Foreign">What comes through is what another machine answers, or anybody's file holds.</param>
/// <param name="Told">What comes through is text that a log, a database or a name server holds, in which others may have written.</param>
internal readonly record struct Input(InputKind Kind, string? Text = null, Shell.ShellCommand? Writer = null, string? File = null, bool FromFile = false,
    bool Foreign = false, Shell.ShellCommand? First = null, bool Told = false, string? Server = null)
{
    /// <summary>Whether what is read here is text that others may have written, by whichever way.</summary>
    public bool IsTold => Told || IsForeign;

    public bool IsForeign => Foreign || Kind == InputKind.File && EvaluatedAnswers.IsAnybodys(File);

    /// <summary>Whether what is read here may be what a file or the environment holds.</summary>
    public bool HoldsFile => FromFile || Kind == InputKind.File || Kind == InputKind.Text && Text?.Contains(Argument.Hole) != false;

    /// <summary>True for what plainly is a dump of a database: a file of that name, or the program that makes or unpacks one.</summary>
    public bool IsDump => File is { } file ? NamesDump(file)
        : Writer is Shell.SimpleCommand writer
            && writer.Words.Any(word =>
                word.Constant is { } constant ? NamesDump(constant) : word.Parts.Any(part => part is Shell.Literal literal && NamesDump(literal.Text)));

    static bool NamesDump(string text) =>
        text.Contains(".sql", StringComparison.OrdinalIgnoreCase) || text.Contains("dump", StringComparison.OrdinalIgnoreCase)
            || text.Contains("backup", StringComparison.OrdinalIgnoreCase);

    public static readonly Input Inherited = new(InputKind.Inherited);
}

/// <summary>A program with its arguments, and where it stands.</summary>
/// <param name="Words">The program's name first.</param>
internal sealed record Invocation(List<Argument> Words, Input Input, Scope Scope)
{
    public string Name => Words[0].Text;

    /// <summary>How many programs started this one: <c>sudo timeout 5 ls</c> starts <c>ls</c> at 2.</summary>
    public int Depth { get; init; }

    public Invocation Inner(List<Argument> words) => this with { Words = words, Depth = Depth + 1 };
}

/// <summary>A program's arguments, sorted into options and operands as its table says.</summary>
/// <param name="Inner">For programs that run another: that command; null for others.</param>
/// <param name="Dashes">How many operands came before <c>--</c>; -1 where there is none.</param>
internal sealed record Parsed(Tools.ToolNode Node, List<(string Name, Argument? Value)> Options, List<Argument> Operands, List<Argument>? Inner, int Dashes)
{
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in Options)
        {
            if (names.Contains(name)) return true;
        }
        return false;
    }

    public IEnumerable<Argument> Values(params string[] names) =>
        Options.Where(option => option.Value is not null && names.Contains(option.Name)).Select(option => option.Value!.Value);
}

/// <summary>What earlier commands of the same source have set, and how deep texts are nested in one another.</summary>
/// <remarks>Most sources set nothing, so that each collection is made when it is first asked for.</remarks>
internal sealed class Scope
{
    /// <summary>Texts in texts (<c>ssh h "sh -c '...'"</c>); deeper than this is unknown.</summary>
    public const int DeepestText = 6;

    public int Depth { get; init; }

    /// <summary>Functions that call functions; deeper than this is unknown, so that no text can take more than the stack holds.</summary>
    public const int DeepestCall = 24;

    /// <summary>How many functions are being judged, one inside the other.</summary>
    public int Calls { get; set; }

    /// <summary>The programs that are known here.</summary>
    public Tools.Toolset Tools { get; init; } = Effects.Tools.Toolset.BuiltIn;

    /// <summary>Variables that the source sets once, to a constant, on its straight way; null for those set otherwise.</summary>
    public Dictionary<string, string?> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>Descriptors beyond the standard ones that the source itself opens.</summary>
    public HashSet<string> Descriptors => field ??= new(StringComparer.Ordinal);

    /// <summary>Words that arrays were given, as far as they are known.</summary>
    public Dictionary<string, List<string>> Elements => field ??= new(StringComparer.Ordinal);

    /// <summary>Functions and aliases, which shadow programs of the same name.</summary>
    public Dictionary<string, Verdict> Shadowed { get; } = new(StringComparer.Ordinal);

    /// <summary>The same functions, with what they do.</summary>
    public Dictionary<string, Function> Functions => field ??= new(StringComparer.Ordinal);

    /// <summary>Variables that hold what a file holds (<c>X=$(cat key)</c>).</summary>
    public HashSet<string> Carried => field ??= new(StringComparer.Ordinal);

    /// <summary>Of those, the ones that hold what one server answered, and nothing else; null for one that may hold more (<see cref="SameServer"/>).</summary>
    public Dictionary<string, string?> Servers => field ??= new(StringComparer.Ordinal);

    public void Carry(string name, string? server = null)
    {
        Servers[name] = Carried.Add(name) || Servers.GetValueOrDefault(name) == server ? server : null;
    }

    public void Carry(IEnumerable<string> names, string? server = null)
    {
        foreach (var name in names) Carry(name, server);
    }

    /// <summary>True where something in the source may set variables that it does not spell out (<see cref="OwnThings"/>).</summary>
    public bool Opaque => opaque ??= Source is { } source && OwnThings.IsOpaque(source);

    bool? opaque;

    /// <summary>All that is judged with these variables.</summary>
    public Shell.ShellList? Source
    {
        get;
        set => (field, opaque) = (value, null);
    }

    /// <summary>Variables that hold the number of a job which the source put into the background.</summary>
    public HashSet<string> OwnJobs => field ??= new(StringComparer.Ordinal);

    /// <summary>Variables that hold a file which the source makes by mktemp, and where it does so (<see cref="OwnThings"/>).</summary>
    public Dictionary<string, int> OwnFiles => field ??= new(StringComparer.Ordinal);

    /// <summary>Variables that hold the time, or a name with it, and what they are set to (<see cref="OwnThings"/>).</summary>
    public Dictionary<string, Shell.Word> Timed => field ??= new(StringComparer.Ordinal);

    /// <summary>True once the shell stands in a folder where anybody may write: a file there may have the name of an option.</summary>
    public bool InOpenFolder { get; set; }

    /// <summary>The folder that the shell went to, by whole or by parts; null while that is not known.</summary>
    public string? Folder { get; set; }

    /// <summary>Variables that were set to such a folder, on whichever way.</summary>
    public HashSet<string> OpenFolders => field ??= new(StringComparer.Ordinal);

    /// <summary>Variables that hold what another machine answered, or a file where anybody may write.</summary>
    public HashSet<string> Foreign => field ??= new(StringComparer.Ordinal);

    /// <summary>Variables that hold text of a log, a database or a name server, in which others may have written.</summary>
    public HashSet<string> Told => field ??= new(StringComparer.Ordinal);

    /// <summary>Variables that hold what one of a secret's name held.</summary>
    public HashSet<string> Secrets => field ??= new(StringComparer.Ordinal);

    /// <summary>True where a source spells out what arithmetic would run (<see cref="Effects.Subscripts"/>).</summary>
    public bool Subscripts { get; set; }

    /// <summary>True while a command is judged one of whose words carries what a file holds.</summary>
    public bool HandsCarried { get; set; }

    /// <summary>True while a command is judged one of whose words is what another machine answered.</summary>
    public bool HandsForeign { get; set; }

    /// <summary>What this shell reads since <c>exec &lt; file</c>; null while that is what its caller reads.</summary>
    public Input? Standard { get; set; }

    /// <summary>Grows with whatever a command leaves behind for which an earlier one, run again, would be judged otherwise.</summary>
    public int Held => Carried.Count + Servers.Values.Count(server => server is null)
        + Foreign.Count + Told.Count + Secrets.Count + (Connected ? 1 : 0) + (InOpenFolder ? 1 : 0) + OpenFolders.Count + (Standard is null ? 0 : 1);

    /// <summary>How much may be judged again: bodies of loops and functions, in characters, so that a source is judged in a time that grows with its length.</summary>
    sealed class Patience
    {
        int left = 2 * Classifier.LongestText;

        public bool Takes(int length) => (left -= length + 1) >= 0;
    }

    Patience patience = new();

    /// <summary>Whether a body of a length may be judged once more.</summary>
    public bool Again(int length) => patience.Takes(length);

    /// <summary>True once a plan was written that destroys what it plans for.</summary>
    public bool PlansDestruction { get; set; }

    /// <summary>What names the things that the loop around a command goes through (<c>for p in $(kubectl get pods -o name)</c>); null outside such a loop.</summary>
    public Shell.ShellCommand? Lister { get; set; }

    /// <summary>True while a command is judged behind whose pipe a part is taken and the rest left (<c>| head -c 16</c>): it ends with that.</summary>
    public bool Cut { get; set; }

    /// <summary>True once the shell holds a connection open, through which a later command may send.</summary>
    public bool Connected { get; set; }

    /// <summary>True for the words of a PowerShell command, whose blocks have been judged beside it.</summary>
    public bool PowerShell { get; init; }

    /// <summary>Why nothing that follows can be known (a changed PATH, a sourced file); null while all is well.</summary>
    public string? Poisoned { get; set; }

    public string? Constant(string name) => Constants.GetValueOrDefault(name);

    public Scope Deeper()
    {
        var inner = new Scope { Depth = Depth + 1, Calls = Calls, Tools = Tools, Connected = Connected, Subscripts = Subscripts,
            InOpenFolder = InOpenFolder, Folder = Folder, patience = patience };
        Contents.HandDown(this, inner);
        return inner;
    }
}
