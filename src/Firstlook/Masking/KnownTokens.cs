using System.Buffers;

namespace Firstlook.Masking;

/// <summary>Tokens that say by their first letters what they are, as their makers document.</summary>
internal static class KnownTokens
{
    /// <param name="Least">Characters after the prefix.</param>
    sealed record Shape(string Prefix, int Least, string Kind);

    static readonly Shape[] Shapes =
    [
        new("AKIA", 16, "AWS key"), new("ASIA", 16, "AWS key"),
        new("ghp_", 30, "GitHub token"), new("gho_", 30, "GitHub token"), new("ghu_", 30, "GitHub token"), new("ghs_", 30, "GitHub token"),
            new("ghr_", 30, "GitHub token"), new("github_pat_", 22, "GitHub token"),
        new("glpat-", 20, "GitLab token"),
        new("xoxb-", 10, "Slack token"), new("xoxp-", 10, "Slack token"), new("xoxa-", 10, "Slack token"), new("xoxr-", 10, "Slack token"),
            new("xoxs-", 10, "Slack token"), new("xapp-", 10, "Slack token"),
        new("sk_live_", 16, "Stripe key"), new("sk_test_", 16, "Stripe key"), new("rk_live_", 16, "Stripe key"), new("rk_test_", 16, "Stripe key"), new("whsec_", 16, "Stripe key"),
        new("AIza", 35, "Google key"), new("npm_", 36, "npm token"), new("sk-", 32, "API key"), new("SG.", 40, "SendGrid key"), new("hvs.", 24, "Vault token"),
            new("dop_v1_", 60, "DigitalOcean token"),
        new("eyJ", 17, "JWT"),
    ];

    /// <summary>A longer run of such characters is no token. It also bounds the work where many beginnings stand in one run.</summary>
    const int Longest = 8 * 1024;

    const string SlackHook = "hooks.slack.com/services/";

    static readonly SearchValues<string> Beginnings = SearchValues.Create([.. Shapes.Select(shape => shape.Prefix), SlackHook], StringComparison.Ordinal);

    public static void Find(string line, List<MaskedSpan> spans)
    {
        var runEnd = 0;
        for (var at = 0; at < line.Length;)
        {
            var found = line.AsSpan(at).IndexOfAny(Beginnings);
            if (found < 0) return;
            found += at;
            if (runEnd <= found) runEnd = Run(line, found);
            at = End(line, found, runEnd, spans);
        }
    }

    /// <returns>Where to look on.</returns>
    static int End(string line, int start, int end, List<MaskedSpan> spans)
    {
        if (string.CompareOrdinal(line, start, SlackHook, 0, SlackHook.Length) == 0)
        {
            var secret = start + SlackHook.Length;
            if (end > secret) spans.Add(new MaskedSpan(secret, end, "Slack webhook"));
            return end;
        }

        var shape = Array.Find(Shapes, shape => string.CompareOrdinal(line, start, shape.Prefix, 0, shape.Prefix.Length) == 0)!;
        if (start > 0 && (char.IsAsciiLetterOrDigit(line[start - 1]) || line[start - 1] == '_')) return start + 1;
        if (end - start > Longest) return start + 1;
        var token = line.AsSpan(start, end - start).TrimEnd("./");
        if (token.Length < shape.Prefix.Length + shape.Least) return start + 1;
        if (shape.Kind == "JWT" && token.Count('.') is not (2 or 4)) return start + 1;
        if (shape.Kind == "AWS key" && token.IndexOfAnyInRange('a', 'z') >= 0) return start + 1;
        if (token.IndexOfAnyInRange('0', '9') < 0 && shape.Kind != "JWT") return start + 1;
        spans.Add(new MaskedSpan(start, start + token.Length, shape.Kind));
        return end;
    }

    static int Run(string line, int at)
    {
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] is '_' or '-' or '.' or '/')) at++;
        return at;
    }
}
