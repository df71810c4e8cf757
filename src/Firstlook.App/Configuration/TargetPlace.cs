using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.App.Configuration;

/// <summary>
/// A digest of where a target's name leads, as it is configured: of everything but its secrets and limits, so that another host, database or
/// role is another place, and a new password is not.
/// </summary>
static partial class TargetPlace
{
    /// <returns>SHA-256, the first 16 bytes in lower-case hexadecimal.</returns>
    public static string Of(YamlField target)
    {
        var parts = new StringBuilder();
        foreach (var (key, text) in target.Leaves().Where(leaf => !Secret().IsMatch(leaf.Key) && !leaf.Key.Contains(".limits.", StringComparison.Ordinal))
            .OrderBy(leaf => leaf.Key, StringComparer.Ordinal))
        {
            Append(key);
            Append(Password().Replace(UserInfo().Replace(text, "://"), ""));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())).AsSpan(0, 16));

        void Append(string part) => parts.Append(part.Length).Append(':').Append(part).Append('\n');
    }

    /// <summary>Keys whose value is a credential, by the names that the configuration and environments use.</summary>
    [GeneratedRegex(@"(password|passwd|secret|token|credential|headers|api_?key|private_?key)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    /// <summary>In a connection string (Npgsql: <c>Password</c>, <c>Passfile</c>, <c>PSW</c>, <c>PWD</c>).</summary>
    [GeneratedRegex(@"\b(password|passfile|psw|pwd)\s*=\s*('[^']*'|""[^""]*""|[^;]*);?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Password();

    [GeneratedRegex(@"://[^/@\s]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
