using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>Until when a certificate is valid, as OpenSSL or a probe tells it, and causes that speak of one that has expired or is about to.</summary>
static partial class Certificates
{
    const double Is = 0.6;
    const double IsNot = -0.5;

    /// <summary>A certificate with more than this left is not about to expire (Let's Encrypt renews theirs of 90 days with 30 left).</summary>
    static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Results.Where(observation => observation.Result.Outcome.Kind == OutcomeKind.Succeeded))
        {
            if (Left(observation) is not { } left) continue;
            var bearings = facts.Suspects
                .Select(suspect => (suspect, Said: Said(suspect)))
                .Where(pair => pair.Said is not null)
                .Select(pair => new Bearing(pair.suspect.Id, Strength(pair.Said!.Value.HasExpired, left), pair.Said.Value.Words, pair.suspect.Hypothesis.Line))
                .ToEquatableArray();
            if (bearings.IsEmpty) continue;
            var days = Math.Abs(left.TotalDays).ToString("0.#", CultureInfo.InvariantCulture);
            yield return new Finding(left < TimeSpan.Zero ? $"the certificate expired {days} days ago" : $"the certificate is valid for {days} more days",
                observation.Result.Output.Kind == OutputKind.Samples ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString(),
                facts.Cite(observation), bearings) { Topic = "validity of a certificate" };
            // Every read of it tells the same.
            yield break;
        }
    }

    static double Strength(bool hasExpired, TimeSpan left) => (hasExpired ? left < TimeSpan.Zero : left >= TimeSpan.Zero && left <= Soon) ? Is : IsNot;

    /// <returns>Null where the result tells no validity.</returns>
    static TimeSpan? Left(Observation observation)
    {
        var output = observation.Result.Output;
        if (output.Kind == OutputKind.Samples && ExpiryMetric().IsMatch(observation.Command.Text)
            && output.Samples.Select(sample => sample.Value).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min() is var least && double.IsFinite(least)
            && Math.Abs(least) < 1e9)
            return observation.Command.Text.Contains("86400", StringComparison.Ordinal) ? TimeSpan.FromDays(Math.Clamp(least, -36500, 36500)) : TimeSpan.FromSeconds(least);
        foreach (var line in output.Lines)
            if (NotAfter().Match(line) is { Success: true } match
                && DateTimeOffset.TryParseExact(Blanks().Replace(match.Groups["date"].Value, " "), "MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
                return date - observation.Result.StartedAt;
        return null;
    }

    /// <summary>The title first: what is told below it often speaks of both.</summary>
    static (bool HasExpired, string Words)? Said(Suspect suspect)
    {
        if (!Certificate().IsMatch($"{suspect.Procedure.Title} {suspect.Text}")) return null;
        foreach (var text in suspect.Says.Where(symptom => !symptom.Negative).Select(symptom => symptom.Text).Prepend(suspect.Hypothesis.Title))
        {
            if (Ahead().IsMatch(text)) return (false, text);
            if (Expired().IsMatch(text)) return (true, text);
        }

        return null;
    }

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Seconds or days until the Unix time that exporters tell (blackbox_exporter, cert-manager).</summary>
    [GeneratedRegex(@"\bcert\w*(expir|not_after)\w*|\b\w*(ssl|tls|cert)\w*_(expiry|not_after|expiration)\w*\b(?=.*-\s*time\s*\(\s*\))", Plain | RegexOptions.Singleline)]
    private static partial Regex ExpiryMetric();

    /// <summary>As `openssl x509 -dates` and `-enddate` print it.</summary>
    [GeneratedRegex(@"\bnotAfter\s*=\s*(?<date>[A-Z][a-z]{2}\s+\d{1,2}\s+\d\d:\d\d:\d\d\s+\d{4})\s+GMT", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotAfter();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(certificat|certificado|zertifikat|TLS|SSL|notAfter)", Plain)]
    private static partial Regex Certificate();

    [GeneratedRegex(
        @"\b(expir(y|es|ing)|(about|going) to expire|will expire|ahead|soon|days left|por (vencer|caducar)|a (vencer|expirar|punto de)|caduca|vence|läuft (bald )?ab|"
        + @"bald)\b", Plain)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(expired|in the past|caducado|vencido|expirado|expirou|venció|abgelaufen)\b", Plain)]
    private static partial Regex Expired();
}
