using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Calls that by their name answer what lets somebody in: <c>get_secret_value</c>, <c>get_federation_token</c>, <c>list_namespaced_secret</c>.</summary>
internal static partial class Revealing
{
    public static bool Is(string name) => Name().IsMatch(name);

    // A token of a page is none.
    [GeneratedRegex(@"^(get|fetch|read)_?(?!\w*(next|page|continuation|csrf))\w*(secret(s|_?value|_?string)?|passwords?|password_?data|credentials|(authorization|session|federation|access|refresh|bearer)_?token|api_?keys?|private_?key)$|^(list|read)_(namespaced_)?secret(_for_all_namespaces)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
