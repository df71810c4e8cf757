using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary><c>/healthz/join-probe</c>: below a check of a service's health, the name of what is checked. The word before it is a thing there, and no order.</summary>
internal static partial class Probes
{
    /// <summary>Whether a path asks a check, and has no word that acts but in what is checked.</summary>
    public static bool Are(string path) => Check().IsMatch(path);

    [GeneratedRegex(
        @"^/(api/|v\d+/|internal/|-/)*(health|healthz|healthcheck|readyz|ready|readiness|livez|live|liveness)/(join|sync|lock|lease|backup|import|cron|build)"
        + @"-(probe|check|status|health|lag|age)/?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Check();
}
