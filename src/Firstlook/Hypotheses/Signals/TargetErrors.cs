using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>Errors that are themselves evidence: a database that says it has no connection left, a host whose name nobody knows.</summary>
static partial class TargetErrors
{
    /// <summary>The error stands in a log that a read shows: it is the service's own, and not one of the question.</summary>
    const double InLog = 0.7;

    /// <summary>The command filters for it, and cuts the message away.</summary>
    const double Filtered = 0.5;

    /// <param name="Says">What has happened, behind the target's name.</param>
    /// <param name="Codes">SQLSTATE (PostgreSQL manual, appendix A) or MySQL's number.</param>
    /// <param name="Message">How programs word it.</param>
    /// <param name="Cause">How a runbook words it.</param>
    sealed record Kind(string Says, double Strength, string[] Codes, Regex Message, Regex Cause);

    static readonly Kind[] Kinds =
    [
        new("has no connection left", 0.9, ["53300", "1040"], Exhausted(), Connections()),
        new("lacks a table or column", 0.6, ["42P01", "42703"], Missing(), Migrations()),
        new("has no room on its disk", 0.9, ["53100"], NoSpace(), Disk()),
        new("has no memory left", 0.8, ["53200"], NoMemory(), Memory()),
        new("has sessions that wait for each other", 0.7, ["40P01"], Deadlocked(), Deadlocks()),
        new("waits for a lock", 0.7, ["55P03"], Locked(), Locks()),
        new("has a certificate that is not valid", 0.8, [], BadCertificate(), Certificate()),
        new("has a name that does not resolve", 0.8, [], Unresolved(), Names()),
    ];

    public static IEnumerable<Finding> Find(Facts facts) => OfTargets(facts).Concat(InLogs(facts));

    static IEnumerable<Finding> OfTargets(Facts facts)
    {
        foreach (var kind in Kinds)
            foreach (var failed in facts.Results.Where(observation => Is(kind, observation.Result)).GroupBy(observation => observation.Result.Target))
            {
                // Said once for a target, and of its first read in the runbook: ten reads that are refused say no more than one.
                var observation = failed.First();
                var bearings = facts.Suspects
                    .Select(suspect => (suspect, Named: Named(kind, suspect)))
                    .Where(pair => pair.Named is not null)
                    .Select(pair => new Bearing(pair.suspect.Id, kind.Strength, pair.Named!.Value.Text, pair.Named.Value.Line))
                    .ToEquatableArray();
                yield return new Finding($"{observation.Result.Target} {kind.Says}: {Said(observation.Result)}", $"{kind.Says} {observation.Result.Target}",
                    facts.Cite(observation), bearings) { Topic = kind.Says };
            }
    }

    /// <summary>Lines of the last minutes, or lines that were counted, in which the error stands.</summary>
    static IEnumerable<Finding> InLogs(Facts facts)
    {
        foreach (var kind in Kinds)
        {
            var bearings = facts.Suspects
                .Select(suspect => (suspect, Named: Named(kind, suspect)))
                .Where(pair => pair.Named is not null)
                .Select(pair => new Bearing(pair.suspect.Id, InLog, pair.Named!.Value.Text, pair.Named.Value.Line))
                .ToEquatableArray();
            if (bearings.IsEmpty) continue;
            foreach (var observation in facts.Results.Where(observation => observation.Result is { Outcome.Kind: OutcomeKind.Succeeded, Output.Kind: OutputKind.Lines }))
            {
                // `grep 'does not exist'`, and what is cut out of those lines: the command names the error, and in peacetime it found none.
                if (kind.Cause.IsMatch(observation.Command.Text) && Filter().IsMatch(observation.Command.Text) && IsNews(observation))
                {
                    yield return new Finding($"a filter for it finds some, and never did in peacetime ({observation.Result.Target} {kind.Says})", $"log {kind.Says}",
                        facts.Cite(observation), bearings.Select(bearing => bearing with { Strength = Filtered }).ToEquatableArray()) { Topic = kind.Says };
                    break;
                }

                var lines = observation.Result.Output.Lines.Where(line =>
                    kind.Message.IsMatch(line) && !Catalogue().IsMatch(line)
                        && (!LogTime.IsTold(line) || LogTime.IsRecent(line, observation.Result.StartedAt))).ToArray();
                if (lines.Length == 0) continue;
                yield return new Finding($"{lines.Length} of {observation.Result.Output.Lines.Count} lines say: {kind.Message.Match(lines[^1]).Value}",
                    $"log {kind.Says}", facts.Cite(observation), bearings) { Topic = kind.Says };
                break;
            }
        }
    }

    /// <summary>None in peacetime, and some now.</summary>
    static bool IsNews(Observation observation) =>
        Peacetime.Of(observation).Where(one => one.Usual.Quantity is { Kind: Baselines.QuantityKind.Value or Baselines.QuantityKind.Count, Of: "" })
            .ToArray() is { Length: > 0 } known
        && known.Any(one => one.Usual.High == 0 && one.Now > 0);

    static bool Is(Kind kind, Result result) =>
        result.Outcome.Kind is OutcomeKind.Failed or OutcomeKind.Unreachable
        && !(result.Outcome.Message is { } said && Catalogue().IsMatch(said))
        && ((result.Outcome.Code is { } code && kind.Codes.Contains(code)) || (result.Outcome.Message is { } message && kind.Message.IsMatch(message))
            || result.Output.Errors.Any(kind.Message.IsMatch));

    /// <summary>Whether a line is about a view of PostgreSQL's own, which some read has asked for in vain.</summary>
    public static bool IsOfTheCatalogue(string line) => Catalogue().IsMatch(line);

    static string Said(Result result) => result.Outcome.Message ?? (result.Output.Errors is [var first, ..] ? first : "");

    static (string Text, int Line)? Named(Kind kind, Suspect suspect)
    {
        foreach (var symptom in suspect.Says)
            if (!symptom.Negative && kind.Cause.IsMatch(symptom.Text)) return (symptom.Text, symptom.Line);
        return kind.Cause.IsMatch(suspect.Hypothesis.Title) ? (suspect.Hypothesis.Title, suspect.Hypothesis.Line) : null;
    }

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(e|f|z)?grep\b", Plain)]
    private static partial Regex Filter();

    [GeneratedRegex(@"too many (clients|connections)|remaining connection slots|no more connections allowed|connection pool (is )?exhausted", Plain)]
    private static partial Regex Exhausted();

    [GeneratedRegex(
        @"too many (open )?(clients|connections)|connection (pool|slot|limit|leak)|\b(connections?|pool)\b.{0,20}\b(exhaust|saturat|maxed|used up|leak)|"
        + @"\b(exhaust|out of|maximum)\w*.{0,20}\b(connections?|sessions?)\b|\b(conexiones|conexões|sesiones|sessões|verbindungen)\b.{0,30}\b(agotad|esgotad|erschöpft|"
        + @"agot|esgot|límite|limite)|\bmax_connections\b", Plain)]
    private static partial Regex Connections();

    /// <summary>A view of PostgreSQL's own that is not installed is the runbook's trouble, not the shop's.</summary>
    [GeneratedRegex(@"(relation|column) ""?pg_\w+""? does not exist", Plain)]
    private static partial Regex Catalogue();

    [GeneratedRegex(@"relation ""[^""]+"" does not exist|column ""?[\w.]+""? does not exist|no such table|unknown column", Plain)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\bmigra(t|ci|ç)|\bschema\b|does not exist|\besquema\b|no existe|não existe|existiert nicht", Plain)]
    private static partial Regex Migrations();

    [GeneratedRegex(@"no space left on device|disk (is )?full|could not extend file", Plain)]
    private static partial Regex NoSpace();

    [GeneratedRegex(
        @"\b(disk|disco|platte|festplatte|volume|volumen|file ?system|sistema de (ficheros|archivos|arquivos)|partition)\b.{0,25}\b(full|fills?|filling|lleno|cheio|"
        + @"voll|space|left|exhaust|out of)|\b(disk|free|no) space\b|\bspace left\b|\bout of disk\b|\bsin espacio\b|\bsem espaço\b|\bfull disk\b|ENOSPC", Plain)]
    private static partial Regex Disk();

    [GeneratedRegex(@"OOM command not allowed|used memory > 'maxmemory'|out of memory|cannot allocate memory", Plain)]
    private static partial Regex NoMemory();

    [GeneratedRegex(@"\bmaxmemory\b|\bmemory\b|\bOOM\b|\bmemoria\b|\bmemória\b|\bspeicher\b", Plain)]
    private static partial Regex Memory();

    [GeneratedRegex(@"deadlock detected", Plain)]
    private static partial Regex Deadlocked();

    [GeneratedRegex(@"\bdeadlock|\babrazo mortal|\binterbloqueo|\bverklemm", Plain)]
    private static partial Regex Deadlocks();

    [GeneratedRegex(@"lock timeout|could not obtain lock|canceling statement due to lock timeout", Plain)]
    private static partial Regex Locked();

    [GeneratedRegex(@"\bdeadlock|\block(s|ed|ing)?\b|\bblocking\b|\bbloque|\bsperre|\bgesperrt", Plain)]
    private static partial Regex Locks();

    [GeneratedRegex(@"certificate (has )?expired|certificate is not yet valid|certificate verify failed|x509:|self.signed certificate", Plain)]
    private static partial Regex BadCertificate();

    [GeneratedRegex(@"\bcertificates?\b|\bTLS\b|\bSSL\b|\bcert\b|\bcertificado|\bzertifikat", Plain)]
    private static partial Regex Certificate();

    [GeneratedRegex(@"could not resolve|name or service not known|temporary failure in name resolution|no such host|NXDOMAIN|getaddrinfo", Plain)]
    private static partial Regex Unresolved();

    [GeneratedRegex(@"\bDNS\b|\bresolv(e|es|ing|er|ution)\b|\bhost ?names?\b|\bname resolution\b|\bresuelve\b|\bauflös|\bnamensauflösung\b", Plain)]
    private static partial Regex Names();
}
