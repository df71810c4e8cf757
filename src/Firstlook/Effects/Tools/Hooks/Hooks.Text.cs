using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs whose first operand is a program in a language of its own.</summary>
internal static partial class Hooks
{
    /// <summary>sed(1), COMMAND SYNOPSIS: reads unless a command writes (<c>w</c>, <c>s///w</c>) or executes (<c>e</c>, <c>s///e</c>).</summary>
    static Verdict Sed(Invocation call, Parsed parsed)
    {
        var scripts = parsed.Values("-e", "--expression").ToList();
        if (scripts.Count == 0)
        {
            if (parsed.Operands.Count == 0) return Verdict.Unknown("sed without a script");
            scripts.Add(parsed.Operands[0]);
        }
        var verdict = Verdict.Read("sed prints an edited stream");
        var replaces = true;
        foreach (var script in scripts)
        {
            verdict = verdict.And(SedScript.Judge(script.Text, out var onlyReplaces));
            replaces &= onlyReplaces;
        }
        if (SedLoops.AreIn(string.Join('\n', scripts))) verdict = verdict.And(EffectTags.Hang);
        if (!parsed.Has("-i", "-I", "--in-place")) return verdict;
        // Settings are changed so every day, and back; lines that are cut out are gone, unless a copy is kept.
        var keeps = parsed.Values("-i", "-I", "--in-place").Any();
        return verdict.And(keeps
            ? Verdict.Reversible("'-i' edits the file, and keeps a copy")
            : replaces
            ? Verdict.Reversible("'-i' replaces text in the file")
            : Verdict.Destructive("'-i' writes the file"));
    }

    /// <summary>perlop(1), "I/O Operators": <c>while (&lt;&gt;)</c> runs a name that ends or begins with a bar, and writes one that begins with an arrow.</summary>
    static Verdict PerlFiles(Invocation call, Parsed parsed) =>
        parsed.Operands.Find(operand => operand.Text.Trim() is ['|' or '>', ..] or [.., '|']) is { Text: { } name }
            ? Verdict.Unknown($"'{new Argument(name).Shown}' is a command to Perl") : Neutral;

    /// <summary>gawk(1): reads unless it calls <c>system</c>, pipes, or redirects.</summary>
    static Verdict Awk(Invocation call, Parsed parsed)
    {
        foreach (var value in parsed.Values("-v", "--assign", "-F", "--field-separator"))
        {
            if (value.Open) return Verdict.Unlisted("an option of awk is not known");
        }
        var scripts = parsed.Values("-e", "--source").ToList();
        if (scripts.Count == 0)
        {
            if (parsed.Operands.Count == 0) return Verdict.Unknown("awk without a program");
            scripts.Add(parsed.Operands[0]);
        }
        var verdict = Verdict.Read("awk computes over lines");
        // What awk prints may be whatever a file holds, or others have written.
        var fed = call with { Input = new Input(InputKind.Pipe, FromFile: true, Foreign: true, Told: true) };
        foreach (var script in scripts) verdict = verdict.And(AwkScript.Judge(script.Text, command => CommandJudge.Script(command, fed)))
            .And(ScriptLoops.OfAwk(script.Text) ? EffectTags.Hang : EffectTags.None)
            .And(ScriptLoops.FillMemory(script.Text) ? EffectTags.Hang | EffectTags.Cost : EffectTags.None);
        return verdict;
    }

    /// <summary>jq manual: the language has no way to write or run; <c>env</c> and <c>$ENV</c> show the environment.</summary>
    static Verdict Jq(Invocation call, Parsed parsed)
    {
        var operands = WithoutValues(call, parsed.Operands);
        if (call.Name == "yq" && operands.Count > 0 && operands[0].Text.Contains("load", StringComparison.Ordinal))
            return Verdict.Unknown("yq reads files that its expression names");
        // mikefarah.gitbook.io/yq, "Eval": the text that a document holds is run, with env() and load() in reach.
        if (call.Name == "yq" && call.Words.Skip(1).Any(word => Evaluating().IsMatch(word.Text))) return Verdict.Unknown("yq runs the expression that a document holds");
        // jq manual, "MODULES": definitions of a file, which the next may write.
        if (operands.Exists(operand => Module().IsMatch(operand.Text))) return Verdict.Unknown("jq runs what stands in a module");
        if (operands is [{ } program, ..] && !program.Known && program.Open) return Verdict.Unknown("jq's program is not known");
        // mikefarah.gitbook.io/yq, "Env Variable Operators"; "yq eval EXPRESSION" names what it does first.
        if (call.Name == "yq" && call.Words.Skip(1).Any(word => OfEnvironment().IsMatch(word.Text)))
            return Verdict.Read("yq shows variables of the environment", EffectTags.Secret);
        var secret = operands.Count > 0 && ((operands[0].Text.Contains("$ENV", StringComparison.Ordinal) || Environment().IsMatch(operands[0].Text)));
        return Verdict.Read("jq computes over JSON", secret ? EffectTags.Secret : EffectTags.None)
            .And(operands.Exists(operand => JqLoops.AreIn(operand.Text)) ? EffectTags.Hang : EffectTags.None)
            .And(operands.Exists(operand => JqLoops.FillMemory(operand.Text)) ? EffectTags.Cost : EffectTags.None);
    }

    // jq manual, "Invoking jq": "--arg name value" and its kin take two words, and the second is no program.
    static List<Argument> WithoutValues(Invocation call, IReadOnlyList<Argument> operands)
    {
        var left = operands.ToList();
        for (var at = 1; at + 2 < call.Words.Count; at++)
        {
            if (call.Words[at].Text is not ("--arg" or "--argjson" or "--slurpfile" or "--rawfile" or "--argfile")) continue;
            var value = left.FindIndex(operand => operand.Text == call.Words[at + 2].Text);
            if (value >= 0) left.RemoveAt(value);
        }

        return left;
    }

    /// <summary>Interpreters: a program given as text may do anything; one that plainly destroys is called so.</summary>
    static Verdict Interpreter(Invocation call, Parsed parsed)
    {
        if (parsed.Operands.Count == 1 && parsed.Operands[0].Text is "-v" or "-V" or "--version" or "-version" or "version") return Verdict.Read("it shows its version");
        // node -p TEXT: plain reads of the language itself; whatever loads a module, but for those that node brings and files of data, is code of somebody's own.
        if (call.Name == "node" && parsed.Operands is [{ Text: "-p" or "-e" or "--print" or "--eval" }, { Known: true } script]
            && !(call.Scope.InOpenFolder ? OwnModule() : OwnModuleOrData()).Replace(script.Text, "").Contains("require", StringComparison.Ordinal)
            && !script.Text.Contains("import", StringComparison.Ordinal))
            return Code.CodeBlocks.Statements(script.Text, Code.CodeFamily.JavaScript)
                .Aggregate(Verdict.Read("it computes"), (verdict, statement) => verdict.And(statement.Verdict));
        if (call.Name == "ruby" && RubyText(parsed.Operands) is { } ruby && Ruby(ruby) is { Effect: <= Effect.Read } reads) return reads;
        if (call.Name == "php" && parsed.Operands is [{ Known: true } file, ..] && PhpProgram(file.Text) is { } program)
            return CommandJudge.Judge(call.Inner([new Argument(program), .. parsed.Operands.Skip(1)]));
        if (call.Name == "php" && parsed.Operands is [{ Text: "-l" }, { Known: true }]) return Verdict.Read("'-l' checks a file");
        if (call.Name == "php" && parsed.Operands is [{ Text: "-m" or "-i" or "--ini" }])
            return Verdict.Read("it shows settings", parsed.Operands[0].Text == "-i" ? EffectTags.Secret : EffectTags.None);
        if (call.Name == "go" && parsed.Operands is [{ Text: "tool" }, { Text: "pprof" }, ..]
            && parsed.Operands.Skip(2).All(word => !word.IsOption || ProfileOptions.Contains(word.Text.TrimStart('-').Split('=')[0])))
            return Verdict.Read("it samples or shows a profile",
                parsed.Operands.Any(word =>
                    word.Text.TrimStart('-') is "top" or "text" or "raw" or "tree" or "traces" || word.Text.TrimStart('-').StartsWith("peek", StringComparison.Ordinal))
                    ? EffectTags.Cost : EffectTags.Cost | EffectTags.Interactive);
        // learn.microsoft.com, "dotnet command"
        if (call.Name == "dotnet" && parsed.Operands is [{ Text: "--info" or "--list-sdks" or "--list-runtimes" }]) return Verdict.Read("it shows what is installed");
        if (call.Name == "java" && parsed.Operands.Count > 0 && parsed.Operands[0].Text == "-version") return Verdict.Read("it shows its version");
        foreach (var operand in parsed.Operands)
        {
            if (Destroys(operand.Text) is { } word) return Verdict.Destructive($"'{word}' in the program deletes or writes");
        }
        return parsed.Operands.Count == 0
            ? Verdict.Unknown($"{call.Name} opens a session or runs what it is fed", EffectTags.Interactive) : Verdict.Unknown($"{call.Name} runs a program");
    }

    /// <summary>The text of <c>ruby -ryaml -e TEXT</c>, of which no more is loaded than libraries that Ruby brings; null where it is another program.</summary>
    static string? RubyText(IReadOnlyList<Argument> operands)
    {
        var at = 0;
        while (at < operands.Count && RubyLibrary().IsMatch(operands[at].Text)) at++;
        return operands.Count == at + 2 && operands[at].Text == "-e" && operands[at + 1].Known ? operands[at + 1].Text : null;
    }

    [GeneratedRegex("^-r(yaml|json|time|date|set|csv|uri|socket|digest|etc|pp|bigdecimal)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RubyLibrary();

    static Verdict Ruby(string code) =>
        Code.CodeBlocks.Statements(code, Code.CodeFamily.Ruby).Aggregate(Verdict.Read("it runs code"), (verdict, statement) => verdict.And(statement.Verdict));

    [GeneratedRegex(@"(?<![\w.""$])eval\s*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Evaluating();

    [GeneratedRegex(@"^\s*(#[^\n]*\n\s*|module\s[^;]*;\s*)*(include|import)\s+""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Module();

    // nodejs.org/api: no folder's module stands before these.
    [GeneratedRegex(@"(?<![\w$.])require\(\s*(?<quote>['""])(node:)?(fs|os|path|url|util|dns|dns/promises)\k<quote>\s*\)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OwnModule();

    /// <summary>nodejs.org/api, "Modules", "File modules": a file of the folder that ends in <c>.json</c> is parsed, and nothing of it runs.</summary>
    [GeneratedRegex(@"(?<![\w$.])require\(\s*(?<quote>['""])((node:)?(fs|os|path|url|util|dns|dns/promises)|\./([\w-]+/)*[\w-]+(\.[\w-]+)?\.json)\k<quote>\s*\)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OwnModuleOrData();

    [GeneratedRegex(@"(?<![\w.""])(str)?env\s*\(|\benvsubst\b|\$ENV\b", RegexOptions.ExplicitCapture)]
    private static partial Regex OfEnvironment();

    // jq 1.7 Manual, "$ENV, env": a word of its own, and no field.
    [GeneratedRegex(@"(?<![\w.$""])env(?![\w""])", RegexOptions.ExplicitCapture)]
    private static partial Regex Environment();

    /// <summary>Those of pprof that print; the others draw into files, or open a browser (pprof README).</summary>
    static readonly HashSet<string> ProfileOptions =
        new(StringComparer.Ordinal) { "top", "text", "raw", "tree", "traces", "peek", "list", "seconds", "sample_index", "nodecount", "cum", "flat", "lines", "functions",
            "unit", "base", "diff_base", "timeout", "inuse_space", "inuse_objects", "alloc_space", "alloc_objects", "focus", "ignore" };

    /// <summary>Scripts of well-known frameworks, which have a table, wherever they lie.</summary>
    static string? PhpProgram(string path) => path[(path.LastIndexOf('/') + 1)..] switch
    {
        "artisan" => "artisan",
        "console" => "bin/console",
        "occ" => "occ",
        "magento" => "bin/magento",
        "wp-cli.phar" or "wp" => "wp",
        "drush" => "drush",
        "composer.phar" or "composer" => "composer",
        _ => null,
    };

    static readonly string[] Destructions =
        ["unlink", "rmtree", "rm -rf", "os.remove", "shutil.rmtree", "fs.rm", "File.delete", "FileUtils.rm", "truncate", "DROP TABLE", "DELETE FROM", "flushall",
            "FLUSHALL", "deleteMany", "dropDatabase"];

    static string? Destroys(string text) => Array.Find(Destructions, word => text.Contains(word, StringComparison.Ordinal));

    static Verdict Python(Invocation call, Parsed parsed)
    {
        var words = call.Words;
        var at = 1;
        while (at < words.Count && words[at].Text is "-u" or "-B" or "-E" or "-I" or "-s" or "-S" or "-O") at++;
        if (at >= words.Count)
            return call.Input is { Kind: InputKind.Text, Text: { } fed }
                ? Code.PythonCode.Judge(fed)
                : call.Input.Kind == InputKind.Inherited
                ? Verdict.Read("it opens a session", EffectTags.Interactive)
                : Verdict.Unknown($"{call.Name} runs what it is fed");
        var first = words[at].Text;
        if (first is "-V" or "--version") return Verdict.Read("it shows its version");
        if (first == "-c") return at + 1 < words.Count ? Code.PythonCode.Judge(words[at + 1].Text) : Verdict.Unknown("python -c without a text");
        if (first == "-m" && at + 1 < words.Count)
            return words[at + 1].Text is "json.tool" && words.Count <= at + 3
                ? Verdict.Read("it formats JSON") : Verdict.Unknown($"'-m {words[at + 1].Shown}' runs a module");
        var file = first[(first.LastIndexOf('/') + 1)..];
        if (file == "manage.py") return ManageCommand(call, words.Skip(at + 1).ToList());
        return Destroys(string.Join(' ', words)) is { } word ? Verdict.Destructive($"'{word}' deletes") : Verdict.Unknown($"{call.Name} runs '{words[at].Shown}'");
    }

    /// <summary>rails runner: a text of Ruby; a file's content is not known.</summary>
    static Verdict RailsRunner(Invocation call, Parsed parsed)
    {
        if (parsed.Operands is not [{ } code] || code.Text.EndsWith(".rb", StringComparison.Ordinal) || code.Text is "-" || !code.Known)
            return Verdict.Unknown("it runs code that is not known");
        return Ruby(code.Text);
    }

    static Verdict Manage(Invocation call, Parsed parsed) => ManageCommand(call, parsed.Operands);

    /// <summary>Django, "django-admin and manage.py".</summary>
    static Verdict ManageCommand(Invocation call, List<Argument> words)
    {
        words = words.Where(word =>
            !word.Text.StartsWith("--settings", StringComparison.Ordinal) && !word.Text.StartsWith("--verbosity", StringComparison.Ordinal)
                && word.Text is not ("--no-color" or "-v2" or "-v3")).ToList();
        if (words.Count == 0) return Verdict.Read("it lists its commands");
        bool Has(string option) => words.Any(word => word.Text == option);
        return words[0].Text switch
        {
            "showmigrations" or "check" or "diffsettings" or "inspectdb" or "sqlmigrate" or "sqlsequencereset" or "version" or "help" or "findstatic" or "show_urls"
                or "print_settings" or "validate_templates" or "list_model_info" =>
                Verdict.Read($"'{words[0].Text}' only shows", words[0].Text is "diffsettings" or "print_settings" ? EffectTags.Secret : EffectTags.None),
            "migrate" when Has("--plan") || Has("--check") => Verdict.Read("it shows which migrations are pending"),
            "migrate" when Has("--fake") || Has("--fake-initial") => Verdict.Disruptive("'--fake' records a migration that did not run"),
            "migrate" => Verdict.Disruptive("'migrate' changes the schema as the pending migrations say"),
            // With --check alone, versions before 4.2 write.
            "makemigrations" when Has("--dry-run") => Verdict.Read("it shows what would be written"),
            "collectstatic"
                when words.TrueForAll(word =>
                    word.Text is "collectstatic" or "--dry-run" or "-n" or "--clear" or "-c" or "--noinput" or "--no-input" or "--link" or "-l" or "--no-post-process")
                    && (Has("--dry-run") || Has("-n")) =>
                Verdict.Read("it shows what would be written"),
            "makemigrations" or "collectstatic" or "compilemessages" or "makemessages" or "createsuperuser" or "createcachetable" or "loaddata" or "changepassword" =>
                Verdict.Disruptive($"'{words[0].Text}' writes"),
            "dumpdata" => Verdict.Read("it prints all data", EffectTags.Cost | EffectTags.Secret),
            "flush" or "clearsessions" or "remove_stale_contenttypes" or "reset_db" or "clear_cache" or "delete_stale" => Verdict.Destructive($"'{words[0].Text}' deletes"),
            "sqlflush" => Verdict.Read("it prints statements"),
            "shell" or "shell_plus" => DjangoShell(call, words),
            "dbshell" => DatabaseShell(call, words),
            // waffle.readthedocs.io, "Managing from the command line".
            "waffle_switch" or "waffle_flag" or "waffle_sample" when words is [_, { Text: "-l" or "--list" }] => Verdict.Read("it lists flags"),
            "waffle_switch" or "waffle_flag" or "waffle_sample" => Verdict.Reversible($"'{words[0].Text}' sets a flag"),
            "waffle_delete" => Verdict.Destructive("it deletes flags"),
            _ => Verdict.Unknown($"'{words[0].Shown}' is a command of the project's own"),
        };
    }

    static Verdict DjangoShell(Invocation call, List<Argument> words)
    {
        Verdict? verdict = null;
        for (var at = 1; at < words.Count; at++)
        {
            var word = words[at].Text;
            if (word is "--no-startup" or "--plain" or "--ipython" or "--bpython" or "--print-sql" or "--quiet-load" or "--no-imports"
                || word.StartsWith("--interface=", StringComparison.Ordinal)) continue;
            if (word is "-i" or "--interface") at++;
            else
            {
                var code = word is "-c" or "--command" && at + 1 < words.Count
                    ? words[++at].Text
                    : word.StartsWith("--command=", StringComparison.Ordinal)
                    ? word[10..]
                    : word is ['-', 'c', _, ..]
                    ? word[2..]
                    : null;
                if (code is null) return Verdict.Unlisted($"'{words[at].Shown}' of the shell is not known");
                var judged = Code.PythonCode.Judge(code);
                verdict = verdict is { } before ? before.And(judged) : judged;
            }
        }
        return verdict ?? call.Input switch
        {
            { Kind: InputKind.Text, Text: { } text } => Code.PythonCode.Judge(text),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive),
            _ => Verdict.Unknown("it runs what it is fed"),
        };
    }

    static Verdict DatabaseShell(Invocation call, List<Argument> words)
    {
        // What follows the dashes goes to the client; of it one text of statements is known.
        var given = words.Skip(1).Where(word => !word.Text.StartsWith("--database=", StringComparison.Ordinal)).ToList();
        if (given is [{ Text: "--database" }, _, .. var others]) given = others;
        if (given is [{ Text: "--" }, .. var client]) given = client;
        if (given is [{ Text: "-c" }, { } statements]) return Sql.SqlJudge.Judge(statements.Text);
        if (given.Count > 0) return Verdict.Unlisted($"'{given[0].Shown}' of the database's client is not known");
        return call.Input switch
        {
            { Kind: InputKind.Text, Text: { } text } => Sql.SqlJudge.Judge(text),
            { Kind: InputKind.Inherited } => Verdict.Read("it opens a session", EffectTags.Interactive),
            _ => Verdict.Unknown("it runs what it is fed"),
        };
    }
}
