using Firstlook.Effects;

namespace Firstlook.Access;

/// <summary>A system that commands run against, by its configured name. Never guessed; how it is reached, and with which credentials, is known to the executors alone.</summary>
/// <param name="Name">The key in the configuration.</param>
/// <param name="Shown">For people, without secrets: <c>prometheus http://127.0.0.1:9090</c>.</param>
/// <param name="Interprets">The language of an interpreter; null for every other kind.</param>
/// <param name="Limits">Bounds of each command there; null for the caller's own.</param>
public sealed record Target(string Name, TargetKind Kind, string Shown, Language? Interprets = null, Limits? Limits = null)
{
    /// <summary>
    /// A digest of where the name leads, without secrets: it changes where the configuration comes to mean another system, and stays where
    /// only a password does. What was approved for one place does not run in another.
    /// </summary>
    public string Place { get; init; } = "";

    /// <summary>
    /// Names of variables of the target's environment that a read may use by their names (<c>$CACHE_HOST</c>). The configuration lists them:
    /// an environment also holds secrets, and what a read's words hold may be sent somewhere.
    /// </summary>
    public EquatableArray<string> Variables { get; init; } = [];

    /// <summary>Namespaces in whose rollouts kubectl there is asked for recent changes; <c>*</c> for all.</summary>
    public EquatableArray<string> Rollouts { get; init; } = [];

    /// <summary>As configured (<c>production</c>): chooses the policy. Null where the configuration names none.</summary>
    public string? Environment { get; init; }
}

public enum TargetKind
{
    Prometheus,

    /// <summary>LogQL: Loki itself, or log files.</summary>
    Loki,
    PostgreSql,
    Redis,

    /// <summary>Programs on a host: local, or entered through a fixed argv prefix (ssh, nsenter, docker exec).</summary>
    Shell,

    /// <summary>A configured program that takes a code block on standard input (Django's shell, node).</summary>
    Interpreter,

    Http,

    /// <summary>Servers that are asked for their certificate.</summary>
    Tls,
}

/// <summary>Bounds of one command. Every one is enforced by the executor, whatever the target does.</summary>
/// <param name="Time">Until it is stopped; default 10 s.</param>
/// <param name="Bytes">Of output kept, standard output and error together; default 256 KiB.</param>
/// <param name="Rows">Rows, samples or lines kept; default 500. The true count is still told where it can be had within <paramref name="Time"/>.</param>
/// <param name="Processes">Programs that one command may start, over all rounds of its loops; default 256.</param>
public sealed record Limits(TimeSpan Time, int Bytes, int Rows, int Processes = 256)
{
    public static Limits Default { get; } = new(TimeSpan.FromSeconds(10), 256 * 1024, 500);
}

/// <summary>A value for one of a command's inputs. It arrives as one word or one SQL parameter, and is never spliced into text.</summary>
/// <param name="Token">Exactly what stands in the command's text: <c>&lt;service-name&gt;</c>, <c>$START</c>.</param>
/// <param name="From">Where the value comes from, for the record: "alert label service", "ada".</param>
public sealed record Binding(string Name, string Token, string Value, string From);

/// <summary>Which command of which step, in this version of the runbook.</summary>
/// <param name="Step">Id of the step.</param>
/// <param name="Index">0-based, among the commands of the step.</param>
public readonly record struct CommandId(string Step, int Index)
{
    public override string ToString() => $"{Step}#{Index}";
}
