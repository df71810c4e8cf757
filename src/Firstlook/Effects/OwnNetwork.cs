using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Which machines are surely of the own network, by their names: a name without a dot, which no public registry gives out; one under a suffix that is kept for networks
/// of one's own (RFC 6762, appendix G; ICANN's "internal"); an address of a private network (RFC 1918) or of this machine. Any other name may be anybody's.
/// </summary>
internal static partial class OwnNetwork
{
    public static bool Has(string host) => Own().IsMatch(host);

    [GeneratedRegex(@"^[^.]+$|\.(local|lan|corp|internal|intranet|home|intra|localdomain)$|^(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
