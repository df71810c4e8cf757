using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Queries;

/// <summary>
/// Flux of InfluxDB 2 (docs.influxdata.com, "Flux language specification" and "Flux standard library"). A script only reads where each function that it
/// calls is known to: <c>to</c>, <c>http.post</c>, <c>sql.to</c> and others write or send.
/// </summary>
internal static partial class FluxQuery
{
    static readonly FrozenSet<string> Reading = FrozenSet.ToFrozenSet("""
        from range filter yield aggregateWindow window group keep drop rename map reduce fill sort limit tail top bottom first last distinct unique count sum mean median mode min max spread stddev
        quantile derivative difference nonNegativeDerivative increase cumulativeSum movingAverage timedMovingAverage exponentialMovingAverage elapsed stateDuration stateCount stateTracking histogram
        histogramQuantile pivot join union duplicate set timeShift truncateTimeColumn integral keys keyValues buckets columns sample lowestMin lowestCurrent lowestAverage highestMax highestCurrent
        highestAverage covariance cov pearsonr contains exists length string int uint float bool time duration bytes now today tableFind findColumn findRecord getColumn getRecord display hourSelection
        skew chandeMomentumOscillator relativeStrengthIndex tripleEMA doubleEMA kaufmansAMA kaufmansER holtWinters toString toInt toUInt toFloat toBool toTime isType
        influxdb.cardinality influxdb.from influxdb.buckets schema.measurements schema.tagKeys schema.tagValues schema.fieldKeys schema.fieldsAsCols schema.measurementTagKeys schema.measurementTagValues
        schema.measurementFieldKeys v1.measurements v1.tagKeys v1.tagValues v1.fieldKeys v1.fieldsAsCols v1.measurementTagKeys v1.measurementTagValues v1.measurementFieldKeys array.from array.map array.concat
        array.filter join.inner join.left join.right join.full join.time join.tables
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Packages whose functions all compute and nothing else.
    static readonly FrozenSet<string> Computing = FrozenSet.ToFrozenSet(["strings", "math", "date", "regexp", "dict", "types", "json", "timezone", "system", "geo"]);

    /// <param name="lines">Without blank lines and comments, trimmed.</param>
    /// <returns>True where the lines are Flux for sure.</returns>
    public static bool Speaks(IReadOnlyList<string> lines) => lines.Count > 0 && Opening().IsMatch(lines[0]) && lines.Any(line => line.Contains("|>", StringComparison.Ordinal) || Opening().IsMatch(line) && line[0] != 'i');

    /// <returns>Null where there is nothing to ask: blanks and comments.</returns>
    public static Verdict? Judge(string source)
    {
        if (Shell.HiddenCharacters.Any(source)) return Verdict.Unknown("a character that hides or reorders what stands beside it");
        var code = Beside().Replace(source, match => match.ValueSpan[0] == '"' ? "\"\"" : " ");
        if (string.IsNullOrWhiteSpace(code)) return null;
        if (code.Count('"') % 2 > 0) return Verdict.Unknown("a quote that is not closed");
        var own = Defined().Matches(code).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (Match called in Called().Matches(code))
        {
            var name = called.Groups["name"].Value;
            if (!Reading.Contains(name) && !own.Contains(name) && !(name.Split('.') is [var package, _] && Computing.Contains(package))) return Verdict.Unknown($"{name} is not known to read only");
        }

        // What is called by another name than its own is not seen above, and an option may set what functions do.
        return Redefined().IsMatch(code) || Renamed().IsMatch(code) ? Verdict.Unknown("a function by another name") : Verdict.Read("the query only reads");
    }

    [GeneratedRegex(@"^(import ""[\w/]+""$|(\w+ = )?from\(\s*bucket\s*:|(schema|influxdb|v1)\.\w+\()", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    // Strings with what their escapes hide, and comments; `${...}` within a string calls functions, too, and is left unread.
    [GeneratedRegex(@"""(\\.|[^""\\$]|\$(?!\{))*""|//[^\n]*", RegexOptions.ExplicitCapture)]
    private static partial Regex Beside();

    [GeneratedRegex(@"(?<name>\b[A-Za-z_]\w*(\s*\.\s*[A-Za-z_]\w*)*)\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Called();

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z_]\w*)\s*=\s*\([^()]*\)\s*=>", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Defined();

    // "import strings "http"", "f = (math=http) => ...": a package by the name of another.
    [GeneratedRegex(@"\bimport\s+\w+\s*""""|\b(strings|math|date|regexp|dict|types|json|timezone|system|geo|schema|v1|influxdb|array|join)\s*[=:]", RegexOptions.ExplicitCapture)]
    private static partial Regex Renamed();

    // "write = to", "f = http.post", "option task = ...", `"${...}"`, a function that is handed over: names of functions that stand without a call.
    [GeneratedRegex(@"^\s*option\b|\$\{|\b(to|wideTo)\b(?!\s*[:=])|\b(http|sql|slack|pagerduty|monitor|experimental|requests|mqtt|kafka|bigtable|tasks|secrets|socket|csv|opsgenie|discord|telegram|teams|webexteams|victorops|servicenow|zenoss|sensu|pushbullet)\s*\.|=\s*[A-Za-z_]\w*\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Redefined();
}
