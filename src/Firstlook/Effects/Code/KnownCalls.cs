using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Calls that are told to read by what stands beside their name: a hash that takes its text up (nodejs.org, "Crypto"), a command of Amazon's clients that only asks
/// (docs.aws.amazon.com, "AWS SDK for JavaScript v3"), what Stripe's resources give by <c>retrieve</c> and <c>list</c> (docs.stripe.com, "API reference").
/// </summary>
internal static partial class KnownCalls
{
    public static bool Read(List<CodeToken> tokens, int at)
    {
        if (at < 2 || !tokens[at - 1].Is(".") || at + 1 >= tokens.Count || !tokens[at + 1].Is("(")) return false;
        return tokens[at].Text switch
        {
            "update" => IsHash(tokens, at - 2),
            "send" => at + 4 < tokens.Count && tokens[at + 2].Is("new") && tokens[at + 4].Is("(")
                && Asking().IsMatch(tokens[at + 3].Text) && !Telling().IsMatch(tokens[at + 3].Text),
            "retrieve" or "list" or "search" => IsOfStripe(tokens, at),
            _ => false,
        };
    }

    // createHash("md5").update("x")
    static bool IsHash(List<CodeToken> tokens, int close)
    {
        for (var (open, depth) = (close, 0); open > 0; open--)
        {
            if (tokens[open].Is(")")) depth++;
            else if (tokens[open].Is("(") && --depth == 0) return tokens[open - 1].Text is "createHash" or "createHmac";
            else if (depth == 0) return false;
        }

        return false;
    }

    // stripe.charges.list(), Stripe::Charge.retrieve()
    static bool IsOfStripe(List<CodeToken> tokens, int at)
    {
        var start = at - 2;
        while (start > 1 && (tokens[start - 1].Is(".") || tokens[start - 1].Is(":")))
            start -= tokens[start - 1].Is(":") && start > 2 && tokens[start - 2].Is(":") ? 3 : 2;
        return start >= 0 && tokens[start].Text is "stripe" or "Stripe";
    }

    [GeneratedRegex("^(Get|List|Describe|Head|BatchGet|Query|Scan|Filter|Lookup)[A-Z]\\w*Command$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    // What lets somebody in, and what is handed out once.
    [GeneratedRegex("Secret|Password|Token|Credential|Parameter|Key|Login|Authorization|Random|Message|Certificate|ActivityTask|Federation|Identity|Id[A-Z]|OpenId|Url",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
