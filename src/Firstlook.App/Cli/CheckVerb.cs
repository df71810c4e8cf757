using System.CommandLine;
using System.Text;
using Firstlook.App.Cli.Checking;
using Firstlook.App.Configuration;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.App.Cli;

/// <summary>The linter that a team puts into its CI. Reads files, and writes none but the baseline it is asked for.</summary>
static class CheckVerb
{
    public static System.CommandLine.Command Command()
    {
        var paths = new Argument<string[]>("PATHS") { Description = "Runbook files and folders (default: those of the configuration, or this folder)",
            Arity = ArgumentArity.ZeroOrMore };
        var rules = new Option<string[]>("--rules") { Description =
            "Prometheus rule files, folders, or patterns such as 'rules/*.yml': alerts and procedures are held against each other",
            AllowMultipleArgumentsPerToken = true };
        var team = new Option<string?>("--team") { Description = "The files are one team's: what they promise is compared between them (default: as configured)" };
        var postgres = new Option<int?>("--postgresql") { Description = "Major version of the PostgreSQL that the runbooks speak to" };
        var failOn =
            new Option<string?>("--fail-on") { Description = "error, warning, note or never: findings from here on end with exit code 3 (default: as configured, or warning)" };
        var severity = new Option<string?>("--severity") { Description = "error, warning or note: findings below are not told (default: as configured, or note)" };
        var exclude = new Option<string[]>("--exclude") { Description = "Rules that are not asked, such as FL022,FL025, besides those of the configuration", AllowMultipleArgumentsPerToken = true };
        var standardName = new Option<string>("--stdin-name") { Description = "What the runbook is called that - reads from standard input", DefaultValueFactory = _ => "stdin.md" };
        var brief = new Option<bool>("--brief") { Description = "Print a line a finding, as compilers do: FILE:LINE:COLUMN: SEVERITY CODE MESSAGE" };
        var sarif = new Option<bool>("--sarif") { Description = "Print SARIF 2.1.0" };
        var baseline = new Option<string?>("--baseline") { Description = "A file of findings that are accepted for now: only others are told" };
        var write = new Option<bool>("--write-baseline") { Description = "Write what is found now into the file of --baseline" };
        var fix = new Option<bool>("--fix") { Description = "Print a patch for git apply; no file is touched" };
        var explain = new Option<string?>("--explain") { Description = "Explain a rule, such as FL017; \"all\" explains every one in Markdown" };
        var (json, configurationFile) = (Options.Json(), Options.Configuration());
        var data = new Option<string?>("--data") { Description = "Data folder whose rehearsals are looked into: reads that failed there are told (default: as configured)" };
        var command =
            new System.CommandLine.Command("check",
                "Finds what is wrong with runbooks: commands that do not parse, secrets, dead links, contradictions, unsafe \"safe actions\"")
        {
            paths, rules, team, postgres, failOn, severity, exclude, baseline, write, fix, explain, brief, json, sarif, standardName, configurationFile, data,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(explain) is { } code) return Explained(code);
            var named = parsed.GetValue(paths) ?? [];
            var configuration = CheckSources.Configured(named, parsed.GetValue(configurationFile));
            var set = configuration?.Check ?? CheckConfiguration.Default;
            var least = Least("--fail-on", parsed.GetValue(failOn) ?? set.FailOn ?? "warning");
            var told = Least("--severity", parsed.GetValue(severity) ?? set.Severity ?? "note")
                ?? throw new Stop(Exit.Usage, "--severity: \"never\" is none of error, warning, note");
            var unasked = Excluded([.. parsed.GetValue(exclude) ?? [], .. set.Exclude]);
            var accepted = parsed.GetValue(baseline) ?? set.Baseline;
            if (new[] { brief, json, sarif, fix, write }.Count(parsed.GetValue) > 1)
                throw new Stop(Exit.Usage, "--brief, --json, --sarif, --fix and --write-baseline exclude one another");
            if (parsed.GetValue(write) && accepted is null) throw new Stop(Exit.Usage, "--write-baseline needs --baseline FILE");
            if (parsed.GetValue(postgres) is < CheckConfiguration.OldestPostgreSql or > CheckConfiguration.NewestPostgreSql) throw new Stop(Exit.Usage, "--postgresql: a major version such as 15 is needed");
            using var input = Console.OpenStandardInput();
            var sources = new CheckSources(input, parsed.GetValue(standardName)!);
            var asked = parsed.GetValue(rules) is { Length: > 0 } given ? given : [.. set.Rules.Select(CheckSources.FromHere)];
            var request = sources.Request(named, asked, parsed.GetValue(team), parsed.GetValue(postgres) ?? set.PostgreSql, configuration, parsed.GetValue(data));
            var report = RunbookChecker.Check(request).Of(told, unasked);
            if (parsed.GetValue(write)) return Written(report, accepted!);
            if (accepted is not null) report = Without(report, accepted);
            if (parsed.GetValue(fix)) return Patched(report);
            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(CheckJson.Of(report));
            else if (parsed.GetValue(sarif)) Terminal.Standard.Output.WriteLine(Sarif.Of(report, Version()));
            else if (parsed.GetValue(brief)) Terminal.Standard.Result(CheckText.Brief(report));
            else Terminal.Standard.Painted((color, columns) => CheckText.Of(report, color, columns));
            return report.Findings.Any(finding => least is { } level && finding.Severity >= level) ? Exit.Finding : Exit.Done;
        });
        return command;
    }

    static HashSet<string> Excluded(string[] named)
    {
        var codes = named.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(code => code.ToUpperInvariant()).ToHashSet();
        foreach (var code in codes.Where(code => Catalogue.Explain(code) is null))
            throw new Stop(Exit.NotFound, $"--exclude: there is no rule {code}; firstlook check --explain all shows those that there are");
        return codes;
    }

    static ProblemSeverity? Least(string option, string word) => word switch
    {
        "error" => ProblemSeverity.Error,
        "warning" => ProblemSeverity.Warning,
        "note" => ProblemSeverity.Info,
        "never" => null,
        _ => throw new Stop(Exit.Usage, $"{option}: \"{word}\" is none of error, warning, note, never"),
    };

    static int Explained(string code)
    {
        if (code == "all") Terminal.Standard.Result(Catalogue.Markdown());
        else Terminal.Standard.Result(Catalogue.Explain(code)
            ?? throw new Stop(Exit.NotFound, $"there is no rule {code}; firstlook check --explain all shows those that there are"));
        return Exit.Done;
    }

    static int Written(CheckReport report, string baseline)
    {
        File.WriteAllText(baseline, Baseline.Write(report, PathFrom(baseline)), new UTF8Encoding(false));
        Terminal.Standard.Say($"{baseline}: {report.Findings.Count} findings are accepted from now on");
        return Exit.Done;
    }

    static CheckReport Without(CheckReport report, string baseline)
    {
        if (!File.Exists(baseline)) throw new Stop(Exit.NotFound, $"there is no baseline {baseline}; --write-baseline writes one");
        var left = Baseline.Without(report, File.ReadAllText(baseline), PathFrom(baseline), out var problem);
        return problem is null ? left : throw new Stop(Exit.Usage, $"{baseline} is no baseline: {problem}");
    }

    static Func<string, string> PathFrom(string baseline)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(baseline)) ?? "/";
        return file => Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace('\\', '/');
    }

    // Bytes pass through as they are: a patch in another encoding than the file's would not apply.
    static int Patched(CheckReport report)
    {
        using var output = Console.OpenStandardOutput();
        var fixes = 0;
        foreach (var file in report.Findings.Where(finding => finding.Edit is not null).GroupBy(finding => finding.File, StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(".", file.Key).Replace('\\', '/');
            if (path.StartsWith("../", StringComparison.Ordinal) || !File.Exists(file.Key))
            {
                Terminal.Standard.Say($"{file.Key} is left out: a patch is for files below the folder that it is made in");
                continue;
            }

            var patch = Patch.Of(path, Encoding.Latin1.GetString(File.ReadAllBytes(file.Key)),
                file.Select(finding => InBytes(finding.Edit!)));
            output.Write(Encoding.Latin1.GetBytes(patch));
            if (patch.Length > 0) fixes++;
        }

        Terminal.Standard.Say(fixes == 0 ? "nothing can be mended without a person" : $"a patch for {Wording.Count(fixes, "file")}; git apply takes it");
        return Exit.Done;
    }

    // What is edited, as the file's own bytes say it in UTF-8; in another encoding it is not found, and nothing is changed.
    static Edit InBytes(Edit edit) =>
        edit with { Old = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(edit.Old)), New = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(edit.New)) };

    static string Version() => typeof(CheckVerb).Assembly.GetName().Version is { } version ? $"{version.Major}.{version.Minor}.{Math.Max(0, version.Build)}" : "0.0.0";
}
