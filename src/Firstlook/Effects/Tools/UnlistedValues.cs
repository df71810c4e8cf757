using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>
/// What the value of an option gives away that a table lets through without naming it: an address of another network, to which what proves who asks may go
/// (<c>rclone lsd x: --webdav-url http://h</c>), or a path behind an option that speaks of output (<c>dbt source freshness -o /etc/x</c>).
/// </summary>
internal static partial class UnlistedValues
{
    static readonly FrozenSet<string> Servers =
        FrozenSet.Create(StringComparer.Ordinal, "host", "hosts", "hostname", "server", "servers", "proxy", "endpoint", "url", "uri", "auth", "addr", "address", "api",
            "registry", "gateway", "broker", "amqurl", "bootstrap");

    static readonly FrozenSet<string> Outputs =
        FrozenSet.Create(StringComparer.Ordinal, "output", "out", "outfile", "outdir", "log", "logs", "logfile", "logdir", "logdest", "logname", "errorlogname",
            "errorlog", "dest", "destination", "plot", "cache", "trace", "record", "target");

    /// <param name="joined">Whether the value is surely the option's own; a word behind it may be an operand (<c>--short https://h</c>).</param>
    /// <returns>Null where the value gives nothing away.</returns>
    public static string? Problem(string option, string? value, bool joined, OwnNetwork network)
    {
        if (value is not { Length: > 0 }) return null;
        var words = ActingWords.Split(option);
        var serves = words.Exists(Servers.Contains);
        var address = joined || serves ? Address().Match(value) : Match.Empty;
        if (!address.Success && serves) address = Name().Match(value);
        if (address.Success && address.Groups["host"].Value is var host && !host.Contains(Argument.Hole) && !network.Has(host))
            return $"'{option} {new Argument(value).Shown}' may send what proves who asks to another network";
        return (option is "-o" or "-O" || words.Exists(Outputs.Contains)) && value is ['/' or '~', ..] or ['.', '/' or '.', ..]
            && value is not "/dev/null" and not "/dev/stdout"
            ? $"'{option} {new Argument(value).Shown}' may write a file" : null;
    }

    /// <summary>Whether a value names a machine that may be another network's; one that is known only when it runs is a person's to fill in.</summary>
    public static bool LeadsAway(string value, OwnNetwork network) => value.Split(',').Any(one =>
        (Address().Match(one) is { Success: true } address ? address : Name().Match(one)) is { Success: true } match
            && match.Groups["host"].Value is var host && !host.Contains(Argument.Hole) && !network.Has(host));

    [GeneratedRegex(@"^[\w,.+-]*\w://([^\s/@]*@)?\[?(?<host>[^\s/:,\]]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^([^\s/@]+@)?(?<host>([\w-]+\.)+([a-zA-Z][\w-]*|(?<=\d\.\d+\.\d+\.)\d+))\.?(:\d+)?(/|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
