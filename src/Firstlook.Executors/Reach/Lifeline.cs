using System.Globalization;

namespace Firstlook.Executors.Reach;

/// <summary>
/// How a program at the other end of a connection is kept from outliving it. ssh, docker exec and kubectl exec can be stopped here, but what
/// they started there goes on; so a fixed script starts it there. It ends the program, and all that the program started, once its own time is over,
/// and once its standard input ends, which comes of a connection that is closed at this end or lost. The program arrives as the
/// script's operands, and nothing of it is read as code.
/// </summary>
internal static class Lifeline
{
    /// <summary>
    /// Past the limit that holds at this end. It covers a connection that takes its time, and says here first why the program was stopped.
    /// </summary>
    static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>
    /// timeout(1) puts the program into a process group of its own, and passes a signal on to the group. Where the other end has none, the
    /// program alone is ended. A signal to the script is one to the program. The program reads nothing; what waits for the end of the script's input holds none of its outputs.
    /// </summary>
    const string Held = Bounded + """
         exec 3<&0; "$@" </dev/null 3<&- & program=$!;
         { read -r end; kill "$program"; } <&3 >/dev/null 2>&1 & line=$!;
         trap 'kill "$program" 2>/dev/null' HUP INT TERM;
         exec 3<&-; wait "$program"; status=$?; kill "$line" 2>/dev/null; exit "$status"
        """;

    /// <summary>For a program that reads its standard input: that ends with the connection, and the program's time is bounded.</summary>
    const string Reading = Bounded + """
         exec "$@"
        """;

    const string Bounded = """
        PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin; limit=$1; shift; command -v timeout >/dev/null && set -- timeout -k 2 "$limit" "$@";
        """;

    /// <param name="words">An absolute path and its arguments.</param>
    /// <param name="limit">How long it may run, as it is bounded at this end.</param>
    /// <param name="reads">Whether it reads its standard input. One that does not needs one that stays open for as long as it may run.</param>
    public static IEnumerable<string> Of(IEnumerable<string> words, TimeSpan limit, bool reads) =>
        ["/bin/sh", "-c", (reads ? Reading : Held).ReplaceLineEndings(" "), "firstlook",
            Math.Ceiling((limit + Slack).TotalSeconds).ToString("0", CultureInfo.InvariantCulture), .. words];
}
