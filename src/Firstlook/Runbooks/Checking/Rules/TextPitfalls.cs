using System.Text.RegularExpressions;
using static Firstlook.Runbooks.Checking.Rules.Pitfalls;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Programs that search and cut text, used so that they show less than they seem to. Sources: their manuals (grep(1), jq(1), uniq(1), curl(1), find(1)).</summary>
internal static partial class TextPitfalls
{
    public static readonly IReadOnlyList<Rule> All =
    [
        Of("FL050", ProblemSeverity.Warning, "jq on lines that are no JSON",
            "jq stops at the first line that is not JSON: the pipeline shows an error, or nothing.",
                "Search for the JSON field (grep '\"status_code\": *5'), or cut the value out with sed or awk.",
            "grep \"status_code=5\" /var/log/app.log | tail -50 | jq -r '.request_id'", "grep '\"status_code\": *5' /var/log/app.log | tail -50 | jq -r '.request_id'",
            call => call.Of("jq") is { } jq && !jq.Has("-R", "--raw-input")
                && call.Before.FirstOrDefault(b =>
                    b.Of("grep", "egrep", "rg") is { } grep && !grep.Has("-v") && grep.Operands().FirstOrDefault() is { } pattern
                        && KeyValue().IsMatch(pattern)) is { } grep
                ? ("jq", $"jq reads JSON, and \"{grep.Of("grep", "egrep", "rg")!.Operands().First()}\" finds lines of key=value") : null),
        Of("FL051", ProblemSeverity.Info, "jq's objects cut into lines",
            "jq writes one object over many lines; tail, head and grep then show pieces of objects.", "Add -c: one object in each line.",
            "jq 'select(.level == \"ERROR\")' /var/log/app.json | tail -20", "jq -c 'select(.level == \"ERROR\")' /var/log/app.json | tail -20",
            call => call.Of("jq") is { } jq && !jq.Has("-c", "--compact-output", "-r", "--raw-output", "-j") && call.Next.Count > 0
                && call.Next[0].Of("tail", "head", "grep", "wc", "sort", "uniq") is { } next && jq.Operands().FirstOrDefault() is { } filter
                && GivesObjects().IsMatch(filter)
                ? ("jq", $"{next[0]} cuts the objects of this filter into single lines") : null),
        Of("FL052", ProblemSeverity.Warning, "alternatives that grep takes to the letter",
            "Without -E a \"|\" is a plain character: nothing is found, and that looks like good news.", "Add -E, or write \\|.",
            "grep \"ERROR|FATAL\" /var/log/app.log", "grep -E \"ERROR|FATAL\" /var/log/app.log",
            call => call.Words[0] == "grep" && !call.Words.Has("-E", "-P", "-F", "--extended-regexp", "--perl-regexp", "--fixed-strings")
                && call.Words.Operands().FirstOrDefault() is { } pattern && BarePipe().IsMatch(pattern)
                ? (pattern, "grep takes this \"|\" to the letter") : null),
        Of("FL053", ProblemSeverity.Warning, "a class of Perl's that grep does not know",
            "\\d means a plain \"d\" to grep without -P, so that no number is found.", "Add -P, or write [0-9].",
            "grep -E \"took \\d+ms\" /var/log/app.log", "grep -E \"took [0-9]+ms\" /var/log/app.log",
            call => call.Words[0] is "grep" or "egrep" && !call.Words.Has("-P", "-F", "--perl-regexp") && call.Words.Operands().FirstOrDefault() is { } pattern
                && PerlClass().IsMatch(pattern)
                ? (pattern, "grep knows \\d only with -P") : null),
        Of("FL054", ProblemSeverity.Warning, "uniq on what is not sorted",
            "uniq joins only lines that stand side by side: the counts are too small, and of many more lines than there are kinds.", "Put sort before it.",
            "awk '{print $7}' /var/log/nginx/access.log | uniq -c", "awk '{print $7}' /var/log/nginx/access.log | sort | uniq -c",
            call => call.Words[0] == "uniq" && call.Before.Count > 0 && !call.Before.Any(b => b.Words[0] is "sort" or "uniq" || b.Words.Has("sort_by", "unique"))
                ? ("uniq", "uniq stands behind something that does not sort") : null),
        Of("FL055", ProblemSeverity.Error, "brackets that curl expands",
            "curl reads [...] and {...} in an address as ranges and lists: it asks for something else, or ends with \"bad range\".",
                "Add -g; or better -G --data-urlencode 'query=...'.",
            "curl 'http://prometheus:9090/api/v1/query?query=rate(http_requests_total{status=~\"5..\"}[5m])'",
                "curl -G http://prometheus:9090/api/v1/query --data-urlencode 'query=rate(http_requests_total{status=~\"5..\"}[5m])'",
            call => call.Of("curl") is { } curl && !curl.Has("-g", "--globoff")
                && curl.First(w =>
                    w.Contains("://", StringComparison.Ordinal) && w.Contains("query=", StringComparison.Ordinal)
                        && Globbed().IsMatch(w[w.IndexOf('?', StringComparison.Ordinal)..])) is { } url
                ? (url[url.IndexOf('?', StringComparison.Ordinal)..], "curl expands the brackets in this address") : null),
        Of("FL056", ProblemSeverity.Error, "find that deletes before it has chosen",
            "find works from left to right: -delete before -name or -mtime deletes everything below the folder.", "Put -delete last, and try it with -print first.",
            "find /app/logs -delete -name \"*.log\" -mtime +7", "find /app/logs -name \"*.log\" -mtime +7 -delete",
            call => call.Of("find") is { } find && find.ToList().IndexOf("-delete") is >= 0 and var at
                && find.Skip(at + 1).Any(w => w is "-name" or "-iname" or "-mtime" or "-mmin" or "-type" or "-size" or "-user" or "-path" or "-newer")
                ? ("-delete", "-delete stands before what should choose the files") : null),
        Of("FL057", ProblemSeverity.Warning, "sudo that does not reach the redirection",
            "The shell opens the file before sudo runs, without its rights: permission denied.", "Write | sudo tee FILE.",
            "sudo echo 1 > /proc/sys/vm/drop_caches", "echo 1 | sudo tee /proc/sys/vm/drop_caches",
            call => call.Words[0] == "sudo"
                && call.Node.Redirections.FirstOrDefault(r =>
                    r.Operator is Effects.Shell.RedirectionOperator.Output or Effects.Shell.RedirectionOperator.Append && r.Target.Constant is { } file
                        && (file.StartsWith("/etc/", StringComparison.Ordinal) || file.StartsWith("/proc/", StringComparison.Ordinal)
                            || file.StartsWith("/sys/", StringComparison.Ordinal) || file.StartsWith("/var/log/", StringComparison.Ordinal))) is { } to
                ? (to.Target.Constant!, "the shell writes this file, not sudo") : null),
        Of("FL058", ProblemSeverity.Warning, "rm -rf below a variable that may be empty",
            "Where the variable is not set, this deletes from the root.", "Write ${NAME:?}, which stops instead.",
            "rm -rf $DATA_DIR/cache", "rm -rf \"${DATA_DIR:?}/cache\"",
            call => call.Of("rm") is { } rm && rm.Has("-r", "-R", "--recursive") && EmptyRoot().Match(call.Text) is { Success: true } root
                ? (root.Groups["path"].Value, "nothing stops this where the variable is empty") : null),
    ];

    [GeneratedRegex(@"^[\w.]+=[\w.*]+$")]
    private static partial Regex KeyValue();

    [GeneratedRegex(@"^\s*(\.|select\(.*\)|\.\[\]|map\(.*\))\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex GivesObjects();

    // Between two words: in "a\|b" it is an alternative, alone it is looked for.
    [GeneratedRegex(@"\w\s?(?<!\\)\|\s?\w.*(?<!\\)$|^\w+\|\w+")]
    private static partial Regex BarePipe();

    [GeneratedRegex(@"(?<!\\)\\d[+*{\b]|(?<!\\)\\d\\d|(?<!\\)\\d")]
    private static partial Regex PerlClass();

    [GeneratedRegex(@"\{[^}]*[=,][^}]*\}|\[\d+[a-z]\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Globbed();

    [GeneratedRegex(@"\s""?(?<path>\$(\{\w+\}|\w+)/[\w.*-]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyRoot();
}
