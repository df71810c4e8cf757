using System.Globalization;

namespace Firstlook.Range.Load;

/// <summary>How much is asked of the shop.</summary>
/// <param name="Url">Where the shop is reached, as its customers reach it.</param>
/// <param name="Rate">Requests a second, of all kinds together; 1 to 1000, 20 by default.</param>
/// <param name="Seed">Two runs with the same seed ask for the same things in the same order.</param>
/// <param name="Secure">The shop's public address, over TLS, for those who only look; <paramref name="Url"/> unless told otherwise.</param>
/// <param name="Outside">The file that says what people outside do; without one they behave.</param>
internal sealed record LoadOptions(Uri Url, double Rate, int Seed, string? Outside = null, Uri? Secure = null)
{
    /// <summary>Null, where the words are not understood.</summary>
    public static LoadOptions? Parse(IReadOnlyList<string> words)
    {
        Uri? url = null;
        var rate = 20.0;
        var seed = 1;
        string? outside = null;
        Uri? secure = null;
        for (var i = 0; i < words.Count; i += 2)
        {
            var value = i + 1 < words.Count ? words[i + 1] : "";
            var understood = words[i] switch
            {
                "--url" => Uri.TryCreate(value, UriKind.Absolute, out url),
                "--rate" => double.TryParse(value, CultureInfo.InvariantCulture, out rate) && rate is >= 1 and <= 1000,
                "--seed" => int.TryParse(value, CultureInfo.InvariantCulture, out seed),
                "--secure-url" => Uri.TryCreate(value, UriKind.Absolute, out secure),
                "--outside" => (outside = value).Length > 0,
                _ => false,
            };
            if (!understood)
            {
                return null;
            }
        }
        return url is null ? null : new LoadOptions(url, rate, seed, outside, secure);
    }
}
