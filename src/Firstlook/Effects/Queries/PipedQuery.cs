using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Queries;

/// <summary>
/// Queries of hosted logs, whose stages are joined by <c>|</c>: Kusto (learn.microsoft.com, "KQL quick reference"), CloudWatch Logs
/// Insights (docs.aws.amazon.com, "CloudWatch Logs Insights language query syntax") and Splunk's SPL (docs.splunk.com, "Search Reference").
/// A person pastes them into the provider's page. Each stage must be known to read only; SPL has some that write, delete and send.
/// </summary>
internal static partial class PipedQuery
{
    static readonly FrozenSet<string> OfKql = WordSet.OfAnyCase("""
        where filter extend project project-away project-keep project-rename project-reorder project-by-names summarize sort order top top-nested top-hitters
        take limit count distinct
        join lookup union mv-expand mvexpand mv-apply make-series parse parse-where parse-kv render sample sample-distinct serialize scan reduce as consume
        getschema search find facet fork
        partition assert-schema
        """);

    // Plugins that compute; others call a database or an address (sql_request, http_request).
    static readonly FrozenSet<string> PluginsOfKql =
        WordSet.OfAnyCase("autocluster basket bag_unpack diffpatterns narrow pivot rolling_percentile funnel_sequence session_count activity_counts_metrics");

    static readonly FrozenSet<string> OfSpl = WordSet.OfAnyCase("""
        search where eval stats chart timechart eventstats streamstats table fields sort head tail top rare dedup rename rex regex spath transaction bin
        bucket discretize fillnull filldown makemv
        mvexpand mvcombine nomv join append appendcols appendpipe lookup inputlookup inputcsv iplocation geostats xyseries untable transpose addtotals
        addcoltotals addinfo convert replace reverse
        return format abstract accum associate autoregress anomalies anomalydetection anomalousvalue cluster concurrency contingency correlate delta diff
        erex extract kv foreach gauge geom highlight
        kmeans kvform loadjob localize makecontinuous metadata metasearch mstats mcatalog multikv multisearch union outlier predict rangemap reltime
        relevancy searchtxn selfjoin set setfields strcat
        tags timewrap trendline tstats typer typeahead x11 xpath rest makeresults eventcount dbinspect fieldsummary fieldformat gentimes datamodel from history
        """);

    [GeneratedRegex(@"(?<!\w)(earliest|latest)\s*=\s*""?rt", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RealTime();

    /// <param name="lines">Without blank lines and comments, trimmed.</param>
    /// <returns>Null where the lines are no such query for sure.</returns>
    public static Language? LanguageOf(IReadOnlyList<string> lines)
    {
        if (SpeaksKql(lines)) return Language.Kql;
        // A shell's "index=orders" with commands below it is no search: every other line must go on where the one above it ended.
        if (lines.Count == 0 || lines.Skip(1).Any(line => !line.StartsWith('|'))) return null;
        var first = lines[0];
        if (SplSearch().IsMatch(first) && lines.SelectMany(line => line.Split('|').Skip(1)) is var stages && stages.Any()
            && stages.All(stage => OfSpl.Contains(stage.Trim().Split(' ')[0]))
            || SplSource().IsMatch(first))
            return Language.Spl;
        if (lines.Count == 1) return null;
        if (InsightsStart().IsMatch(first)) return Language.LogsInsights;
        return KqlTable().IsMatch(first) && KqlStage().IsMatch(lines[1]) ? Language.Kql : null;
    }

    // learn.microsoft.com, "Query statement": statements end with a semicolon, and "let name = ...;" gives a value to those below it.
    static bool SpeaksKql(IReadOnlyList<string> lines)
    {
        var (begins, tables) = (true, 0);
        for (var at = 0; at < lines.Count; at++)
        {
            var named = begins && KqlValue().IsMatch(lines[at]);
            if (begins && !named)
            {
                if (!KqlTable().IsMatch(lines[at]) || at + 1 == lines.Count || !KqlStage().IsMatch(lines[at + 1])) return false;
                tables++;
            }
            else if (!begins && !lines[at].StartsWith('|')) return false;
            begins = lines[at].EndsWith(';');
        }
        return tables > 0;
    }

    // One line each: what a script gives its own names holds calls of objects and words of its own (`new Date()`, `require("fs")`).
    [GeneratedRegex(@"^let\s+\w+\s*=\s*[^;={}]{1,400};$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex KqlValue();

    /// <returns>Null where there is nothing to ask: blanks and comments.</returns>
    public static Verdict? Judge(string source, Language language)
    {
        if (source.Split('\n').All(line => line.Trim() is "" or ['#', ..] or ['/', '/', ..])) return null;
        if (Shell.HiddenCharacters.Any(source)) return Verdict.Unknown("a character that hides or reorders what stands beside it");
        if (Stages(source, language) is not { } stages) return Verdict.Unknown("a quote that is not closed");
        var verdict = Verdict.Read("the query only reads");
        for (var i = 0; i < stages.Count; i++) verdict = verdict.And(Stage(stages[i], i == 0, language));
        if (RowsMade(source, language)) verdict = verdict.And(EffectTags.Hang | EffectTags.Cost);
        // docs.splunk.com, "Specify real-time time range windows": such a search goes on until it is stopped.
        if (language == Language.Spl && RealTime().IsMatch(source)) verdict = verdict.And(EffectTags.Hang);
        return verdict;
    }

    /// <summary>Rows that a query makes of itself, more than anybody waits for (docs.splunk.com, "makeresults", "gentimes"; learn.microsoft.com, "range operator").</summary>
    static bool RowsMade(string source, Language language) => language switch
    {
        Language.Spl => Made().Matches(source).Any(made => CountedLoops.IsMany(made.Groups["number"].Value))
            || Times().Matches(source).Any(times => Number(times, "number") * 86_400 / Math.Max(1, Number(times, "step")) > CountedLoops.Steps),
        Language.Kql => Ranges().Matches(source).Any(range => Math.Abs(Number(range, "to") - Number(range, "from")) / Math.Max(1, Number(range, "step")) > CountedLoops.Steps),
        _ => false,
    };

    static double Number(Match match, string name) =>
        double.TryParse(match.Groups[name].Value,
            System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Abs(number) : 1;

    [GeneratedRegex(@"\bmakeresults\b[^|]*\bcount\s*=\s*(?<number>\d{1,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Made();

    // gentimes start=-30 increment=1s: so many days, each second of them
    [GeneratedRegex(@"\bgentimes\b[^|]*\bstart\s*=\s*-?(?<number>\d{1,40})[^|]*\bincrement\s*=\s*(?<step>\d{1,9})s\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@"\brange\s+\w+\s+from\s+(?<from>-?\d{1,40})\s+to\s+(?<to>-?\d{1,40})\s+step\s+(?<step>\d{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();

    static Verdict Stage(string stage, bool first, Language language)
    {
        var words = stage.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        var word = words.FirstOrDefault() ?? "";
        var name = new string([.. word.TakeWhile(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')]).ToLowerInvariant();
        return language switch
        {
            Language.LogsInsights => name == "unmask" ? Verdict.Unknown("unmask shows what the account's data protection hides")
                : stage.Contains("unmask(", StringComparison.OrdinalIgnoreCase)
                    ? Verdict.Read("unmask() shows what the account's data protection hides", EffectTags.Secret) : Verdict.Read(""),
            Language.Spl => Spl(stage, name, first),
            _ => Kql(stage, name, words, first),
        };
    }

    static Verdict Spl(string stage, string name, bool first)
    {
        if (stage.Contains('`', StringComparison.Ordinal)) return Verdict.Unknown("a macro, which may hold anything");
        // What stands before the first mark is searched for, whatever it says.
        // "from": a saved search may write what it finds.
        if (name == "from" && stage.Contains("savedsearch", StringComparison.OrdinalIgnoreCase)) return Verdict.Unknown("a saved search, which may hold anything");
        if (name == "rest" && !RestPaths.Show(stage)) return Verdict.Read("an endpoint that may show what lets somebody in", EffectTags.Secret);
        if (first || OfSpl.Contains(name)) return Verdict.Read("");
        return name == "delete" ? Verdict.Destructive("delete hides the events that were found for good") : Verdict.Unknown($"{name} is not known to read only");
    }

    static Verdict Kql(string stage, string name, string[] words, bool first)
    {
        if (stage.Contains('`', StringComparison.Ordinal)) return Verdict.Unknown("a text of many lines");
        if (stage.Split('\n').Select(line => line.Trim())
            .FirstOrDefault(line => line.StartsWith('.') && !line.StartsWith(".show ", StringComparison.OrdinalIgnoreCase)) is { } managing)
            return Verdict.Unknown($"{managing.Split(' ')[0]} manages the database");
        if (stage.IndexOf(';') is >= 0 and var next && stage[(next + 1)..].TrimStart() is ['.', ..]) return Verdict.Unknown("a further command follows");
        if (CallsAway().IsMatch(stage)) return Verdict.Unknown("it asks elsewhere");
        if (name == "evaluate")
            return words.Length > 1 && PluginsOfKql.Contains(words[1].Split('(')[0]) ? Verdict.Read("") : Verdict.Unknown("a plugin that is not known to read only");
        return first || OfKql.Contains(name) ? Verdict.Read("") : Verdict.Unknown($"{name} is not known to read only");
    }

    /// <summary>The stages without their strings' contents; null where a string does not end, since then nothing is sure.</summary>
    static List<string>? Stages(string source, Language language)
    {
        var stages = new List<string>();
        var stage = new StringBuilder();
        for (var at = 0; at < source.Length; at++)
        {
            var character = source[at];
            // An apostrophe is no quote in Splunk's searches, and Logs Insights has nothing that a string could hide.
            if (character == '"' || (character == '\'' && language == Language.Kql))
            {
                var end = EndOfString(source, at, verbatim: at > 0 && source[at - 1] == '@');
                if (end < 0) return null;
                at = end;
                stage.Append('"');
            }
            else if (language == Language.Kql && character == '/' && at + 1 < source.Length && source[at + 1] == '/')
            {
                at = source.IndexOf('\n', at) is >= 0 and var end ? end : source.Length;
                stage.Append('\n');
            }
            else if (character == '|' || (character == '[' && language == Language.Spl))
            {
                stages.Add(stage.ToString());
                stage.Clear();
            }
            else
            {
                stage.Append(character);
            }
        }
        stages.Add(stage.ToString());
        return stages;
    }

    static int EndOfString(string source, int start, bool verbatim)
    {
        for (var at = start + 1; at < source.Length; at++)
        {
            if (source[at] == '\\' && !verbatim) at++;
            else if (source[at] == source[start]) return at;
        }
        return -1;
    }

    // Nothing but comparisons up to the first mark: in "index=orders curl ... | sort" a program runs.
    [GeneratedRegex(@"^(search\s+)?(index|sourcetype)\s*=\s*[\w*""-]+(\s+(AND|OR|NOT|[\w.]+\s*(=|!=|<=|>=|<|>)\s*(""[^""|`$]*""|[\w*.:/-]+)))*\s*(\||$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SplSearch();

    [GeneratedRegex(@"^\|\s*(tstats|mstats|inputlookup|makeresults|metadata)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex SplSource();

    [GeneratedRegex(@"^(fields|filter|stats|parse|display)\s.*@(timestamp|message|logStream|log|requestId|duration|type)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex InsightsStart();

    [GeneratedRegex(@"^[A-Za-z_]\w*(\(\))?\s*\|?$", RegexOptions.ExplicitCapture)]
    private static partial Regex KqlTable();

    [GeneratedRegex(@"^\|\s*(where|summarize|project|extend|take|top|join|make-series|order by|mv-expand|distinct|render)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex KqlStage();

    [GeneratedRegex(@"\b(externaldata|external_table|cluster|adx|\w+_request)\s*\(", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CallsAway();
}
