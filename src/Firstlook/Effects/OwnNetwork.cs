using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Which machines are surely of the own network, by their names: a name without a dot, which no public registry gives out; one under a suffix that is kept for networks
/// of one's own (RFC 6762, appendix G; ICANN's "internal"); an address of a private network (RFC 1918) or of this machine; one under a domain that an administrator
/// calls the organisation's own. Any other name may be anybody's.
/// </summary>
internal sealed partial class OwnNetwork
{
    /// <summary>What holds everywhere, and no domain besides.</summary>
    public static OwnNetwork Private { get; } = new([]);

    readonly FrozenSet<string> domains;

    /// <param name="domains">Each with a dot in it, such as <c>example.com</c>: the name itself and all below it.</param>
    public OwnNetwork(IEnumerable<string> domains) => this.domains = domains.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Has(string host) => Kept().IsMatch(host) || domains.Count > 0 && IsBelow(host);

    bool IsBelow(string host)
    {
        // What is not known before the command runs may hold the slash or the @ behind which another machine begins.
        if (!Name().IsMatch(host)) return false;
        for (var name = host; ; name = name[(name.IndexOf('.') + 1)..])
        {
            if (domains.Contains(name)) return true;
            if (!name.Contains('.')) return false;
        }
    }

    [GeneratedRegex(@"^[^.]+$|\.(local|lan|corp|internal|intranet|home|intra|localdomain)$|^(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
