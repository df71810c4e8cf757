using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Variables of git that are switches (git(1), "Environment Variables"): with a plain yes or no they name no program, and no file. To the traces 1 and 2 are standard error;
/// any other number is a descriptor, and a path a file. What is kept out of a trace is no such switch: <c>GIT_TRACE_REDACT=0</c> shows credentials, as
/// <c>GIT_CURL_VERBOSE</c> does before git 2.28.
/// </summary>
internal static partial class GitSwitches
{
    public static bool Are(string name, string value) => Switch().IsMatch(name) && OnOrOff().IsMatch(value);

    [GeneratedRegex(
        @"^GIT_(TRACE(2|_PACK_ACCESS|_PERFORMANCE|_REFS|_SETUP|_SHALLOW|2_PERF|2_EVENT)?|TERMINAL_PROMPT|OPTIONAL_LOCKS|FLUSH|NO_REPLACE_OBJECTS|NO_LAZY_FETCH"
            + @"|(LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Switch();

    [GeneratedRegex(@"^(0|1|2|true|false)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OnOrOff();
}
