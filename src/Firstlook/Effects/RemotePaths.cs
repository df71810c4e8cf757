using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Windows opens <c>\\HOST\share</c> by signing in at that machine as this user (learn.microsoft.com, "Naming Files, Paths, and Namespaces", "UNC Names"). A name without
/// a dot is found in the own network alone; one with a dot may be anybody's.
/// </summary>
internal static partial class RemotePaths
{
    /// <summary>Names that Windows has among others.</summary>
    static readonly FrozenSet<string> Shared = FrozenSet.Create(StringComparer.Ordinal, "dir", "type", "more", "tree", "cd", "pushd", "where", "sort", "fc");

    /// <returns>Null where the command opens nothing of the kind.</returns>
    public static Verdict? Problem(Invocation call)
    {
        return (Shared.Contains(call.Name) || call.Scope.Tools.Find(call.Name) is { AnyCase: true }) && call.Words.Skip(1).Any(word => Path().Match(word.Text) is { Success: true } path && !OwnNetwork.Has(path.Groups["host"].Value))
            ? Verdict.Unknown("it signs in at another machine, to open a path there") : null;
    }

    /// <summary>A shell that is none of Windows' leaves one backslash of two, and none before what follows.</summary>
    [GeneratedRegex(@"^\\{1,2}(?<host>[\w-]+(\.[\w-]+)+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
