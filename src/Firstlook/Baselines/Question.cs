using System.Security.Cryptography;
using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Baselines;

/// <summary>What a baseline is of: these bytes with these values on this target. An edit of any of them asks something else.</summary>
public static class Question
{
    const int Digits = 24;

    /// <returns>24 hexadecimal digits of SHA-256 over target, its place, language, text and values.</returns>
    public static string Of(Target target, Asked asked) => Digest(target.Name, target.Place, asked.Language.Word(), asked.Text, asked.Values);

    /// <summary>The text alone, wherever it is asked: how a linter that knows no targets finds what was rehearsed.</summary>
    public static string OfText(Language language, string text) => Digest(language.Word(), text.Trim());

    // Each part with its length, so that no two questions are one text.
    static string Digest(params ReadOnlySpan<string> parts)
    {
        var whole = new StringBuilder();
        foreach (var part in parts) whole.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole.ToString())))[..Digits];
    }
}
