using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a block is for. The heading is evidence, not the verdict: reads under "Safe Action" are diagnostic.</summary>
internal static partial class Kinds
{
    /// <summary>The kind as far as content and surroundings tell without knowing what its commands do.</summary>
    /// <returns>Null for what is there to be run.</returns>
    public static StepKind? OfContent(Fence fence, Language language, Context context)
    {
        var text = fence.Text;
        if (language is Language.Template) return context.IsExpected ? StepKind.ExpectedOutput : StepKind.Template;
        if (language is Language.Json or Language.Yaml) return OfData(text, language, context);
        if (language is Language.Output or Language.Text && PostmortemLead().IsMatch(LastSentence(context.Lead)) && !IsLog(text)) return StepKind.Template;
        if (language is Language.Output) return context.IsTemplate && !context.IsExpected ? StepKind.Template : StepKind.ExpectedOutput;
        if (language.IsInert()) return OfText(fence, language, context);
        if (IsSymptom(fence, language, context)) return StepKind.ExpectedOutput;
        if (context.IsExpected && !IsProgram(fence, language) && !IsQuery(fence, language) && (!IsAllCommands(fence, language) || IsSampleOf(fence, context))
            && !IsToBeTyped(fence, context) && !(fence.Typed.Count == 0 && CertainlyChanges(text, language)))
            return StepKind.ExpectedOutput;
        if (context.IsTemplate && !IsAllCommands(fence, language) && !IsQuery(fence, language) && language is Language.Sql or Language.Http
            && !CertainlyChanges(text, language))
            return StepKind.Template;
        if (IsPatch(text, language) || language == Language.Sql && DbtModel().IsMatch(text)) return StepKind.CodeChange;
        // "# /etc/gitlab/gitlab.rb": settings that are written in a language.
        if (language is Language.Ruby or Language.Python or Language.JavaScript or Language.Php && (SettingsFile().IsMatch(text) || IsForTheRecord(text, language, context)))
            return StepKind.ConfigExample;
        if (language is Language.Ruby or Language.Python or Language.JavaScript or Language.TypeScript or Language.Php or Language.Groovy or Language.Elixir
            && fence.Typed.Count == 0 && WrittenInto(text, context) is { } written)
            return written;
        // Of a compiled language a fragment is source, unless it is there to look at something with.
        if (language is Language.Java or Language.Go)
            return (context.PurposeOfLead is Purpose.Learn or Purpose.Confirm || InConsole().IsMatch(text)) && !IsSourceToEdit(text, context)
                ? null : StepKind.CodeChange;
        return language is Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby or Language.Groovy or Language.Php or Language.Elixir
            && IsSourceToEdit(text, context)
            ? StepKind.CodeChange : null;
    }

    // "### Puma config, for the record", and nothing else: how it is set, not what to do.
    static bool IsForTheRecord(string text, Language language, Context context) =>
        context.Heading is { } heading && context.Lead == heading && ForTheRecord().IsMatch(heading) && Purposes.Of(heading) == Purpose.Unsaid && !CertainlyChanges(text, language);

    // "Raise the limit in `config/queue.php`:", "The real fix goes into `app/Jobs/Send.php`:" above a fragment: it is written there, and runs nowhere by itself. A whole
    // program, and what the words tell to run, may be typed.
    static StepKind? WrittenInto(string text, Context context) =>
        context.Lead.Length is > 0 and < LongestLead && SourceFile().Match(context.Lead) is { Success: true } file && !RunsIt().IsMatch(context.Lead)
            && !text.Split('\n').Any(l => ImportLine().IsMatch(l) || l.StartsWith("#!", StringComparison.Ordinal) || l.StartsWith("<?php", StringComparison.Ordinal))
            ? Configures().IsMatch(file.Groups["file"].Value) ? StepKind.ConfigExample : StepKind.CodeChange
            : null;

    // One command with what came back, among the symptoms: how it looks, not what to do.
    static bool IsSymptom(Fence fence, Language language, Context context) =>
        fence.Typed is [{ Line: 0 } typed] && fence.Text.AsSpan().TrimEnd().Count('\n') > typed.Text.AsSpan().Count('\n')
        && context.Sections.FirstOrDefault(s => s.Role.IsField())?.Role == Role.Symptoms && !CertainlyChanges(typed.Text, language);

    // Lines of source that go and lines that come, below whatever says where.
    static bool IsPatch(string text, Language language)
    {
        if (language is not (Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby or Language.Groovy or Language.Php or Language.Sql)) return false;
        var lines = text.Split('\n').Where(l => l.Trim().Length > 0 && !ContentLanguages.IsComment(l.Trim())).ToList();
        return lines.Exists(l => l.StartsWith('-')) && lines.Exists(l => l.StartsWith('+')) && lines.TrueForAll(l => l[0] is '-' or '+' or ' ' or '@');
    }

    /// <summary>The kind of what is there to be run, by what it does; where that is not known, by what the words around it say.</summary>
    public static StepKind OfRun(IReadOnlyList<Command> commands, Context context)
    {
        var changes = commands.Where(c => c.Effect > Effect.Read && !KeepsWhatItReads(c)).ToList();
        if (changes.Count == 0) return IsVerification(context) ? StepKind.Verification : StepKind.Diagnostic;
        var effect = changes.Select(c => c.Effect).Aggregate(EffectWords.Worst);
        if (changes.All(c => c.Effect == Effect.Unknown)) return OfUnknown(changes, context);
        if (effect == Effect.Destructive) return StepKind.Action;
        if (changes.All(c => IsMeansOfDiagnosis(c, context))) return StepKind.Diagnostic;
        // A light load test among the reads that confirm a repair confirms it too.
        // A test message under "Verification" is sent to confirm.
        if (context.Role == Role.Verification && effect == Effect.Reversible && changes.All(c => TestSent().IsMatch(c.Text))) return StepKind.Verification;
        return IsVerification(context) && changes.Count < commands.Count && !changes.Any(c => Purposes.Of(c.Comment) == Purpose.Change || Verbs.Of(c) == Purpose.Change)
            ? StepKind.Verification : StepKind.Action;
    }

    /// <summary>The kind of a block that only tells a person what to do.</summary>
    public static StepKind OfManual(string text, Context context)
    {
        var said = text.Split('\n').Select(BlockCommands.Uncommented).Select(Purposes.Of).Where(p => p != Purpose.Unsaid).ToList();
        if (Places().Count(text) is > 0 and var places
            && (places > text.AsSpan().Trim().Count('\n') || places * 2 > text.AsSpan().Trim().Count('\n') + 1 && said.Count == 0))
            return StepKind.Reference;
        if (ToBeDone().IsMatch(text)) return StepKind.Reference;
        if (context.Role != Role.Action && ByHand().IsMatch(LastSentence(context.Lead))) return IsVerification(context) ? StepKind.Verification : StepKind.Diagnostic;
        if (said.Contains(Purpose.Change) || context.Role == Role.Action || Handwork().IsMatch(text)) return StepKind.Action;
        // Where one logs in is told for what is done there.
        var lines = text.Split('\n').Count(l => l.Trim().Length > 0);
        if (said.Count > 0 && (said.Count * 2 > lines || context.Role is Role.Diagnosis)) return IsVerification(context) ? StepKind.Verification : StepKind.Diagnostic;
        return context.Purpose is Purpose.Learn or Purpose.Confirm || (context.Purpose == Purpose.Unsaid && context.Role is Role.Diagnosis) ? StepKind.Diagnostic : StepKind.Action;
    }

    static StepKind OfUnknown(List<Command> unknown, Context context)
    {
        if (unknown.All(ReadsByItsWords)) return IsVerification(context) ? StepKind.Verification : StepKind.Diagnostic;
        var said = unknown.Select(c => Purposes.Of(c.Comment)).Where(p => p != Purpose.Unsaid).ToList();
        if (said.Contains(Purpose.Change)) return StepKind.Action;
        var verbs = unknown.Select(Verbs.Of).ToList();
        if (verbs.Contains(Purpose.Change)) return StepKind.Action;
        if (verbs.All(v => v == Purpose.Learn)) return IsVerification(context) ? StepKind.Verification : StepKind.Diagnostic;
        // What a bot is told in a chat it does.
        if (unknown.All(c => ContentLanguages.IsToldToBot(c.Text))) return StepKind.Action;
        if (IsVerification(context)) return StepKind.Verification;
        if (said.Count > 0) return StepKind.Diagnostic;
        if (unknown.Any(c => ChangingWord().IsMatch(c.Text) || (Sends().IsMatch(c.Text) && context.Role != Role.Diagnosis))) return StepKind.Action;
        return (context.Purpose, context.Role) switch
        {
            (Purpose.Change, _) => StepKind.Action,
            (Purpose.Learn or Purpose.Confirm, _) => StepKind.Diagnostic,
            (_, Role.Action) => StepKind.Action,
            _ => StepKind.Diagnostic,
        };
    }

    static bool ReadsByItsWords(Command command) =>
        command.Language is Language.PromQl or Language.LogQl
            || (command.Language == Language.Sql && Selects().IsMatch(command.Text) && !ChangingWord().IsMatch(command.Text))
            || (command.Language == Language.Sql && command.Text.TrimStart().StartsWith("EXPLAIN", StringComparison.OrdinalIgnoreCase));

    // "kubectl describe nodes > nodes.txt": what one looks at is kept for later. A dump of the data is an end of its own.
    static bool KeepsWhatItReads(Command command) =>
        command.Language == Language.Shell && command.Effect is Effect.Reversible or Effect.Destructive or Effect.Unknown && (Fetches().IsMatch(command.Text) || KeepsIn(command));

    static bool KeepsIn(Command command) =>
        command.Text.Contains('>', StringComparison.Ordinal)
        && Kept().Match(command.Text) is { Success: true } kept && !Written().IsMatch(kept.Groups["read"].Value)
            && Classifier.Whole(kept.Groups["read"].Value, Language.Shell).Effect == Effect.Read;

    // A debug pod, a probe by POST, a key written to see whether the cache takes it: the change is how one learns.
    static bool IsMeansOfDiagnosis(Command command, Context context)
    {
        // A message that is taken to be looked at.
        if (command.Effect is Effect.Disruptive) return context.Purpose == Purpose.Learn && Peeks().IsMatch(command.Text);
        if (DebugTool().IsMatch(command.Text)) return true;
        if (Repairs().IsMatch(command.Text)) return false;
        var purpose = Purposes.Of(command.Comment);
        if (purpose != Purpose.Unsaid) return purpose is Purpose.Learn or Purpose.Confirm;
        return context.Role is Role.Diagnosis && context.Purpose is Purpose.Learn or Purpose.Confirm;
    }

    static bool IsVerification(Context context) =>
        context.Role == Role.Verification || context.Sections.Take(1).Any(s => s.Role == Role.Part && s.Purpose == Purpose.Confirm)
            || (context.Role is not Role.Diagnosis && context.PurposeOfLead == Purpose.Confirm);

    /// <summary>Ask <see cref="Context.IsExpected"/>, which remembers the answer.</summary>
    public static bool IsExpected(Context context) =>
        context.Sections.Count > 0 && context.Sections[0].Role == Role.Expected || ExpectedLead().IsMatch(LastSentence(context.Lead));

    /// <summary>Ask <see cref="Context.IsTemplate"/>, which remembers the answer.</summary>
    public static bool IsTemplate(Context context) => context.IsUnder(Role.Template) || context.IsUnder(Role.Postmortem) || IsMessageLead(context.Lead);

    // "It is either a key that expired, or a template that somebody edited, ...": a long sentence that leads to nothing is no lead.
    public static bool IsMessageLead(string lead) => LastSentence(lead) is var sentence && (sentence.Length < 140 || lead.EndsWith(':')) && TemplateLead().IsMatch(sentence);

    // Words that promise a picture; where something to run stands below them, they are not enough.
    static bool Shows(Context context) => context.IsExpected || ShowsLead().IsMatch(LastSentence(context.Lead));

    // What certainly changes something is there to be run, whatever the words around it promise.
    static bool CertainlyChanges(string text, Language language) => Classifier.Whole(text, language).Effect is > Effect.Read and not Effect.Unknown;

    static string LastSentence(string text)
    {
        var at = text.TrimEnd(':', '.', ' ').LastIndexOfAny(['.', '\n']);
        return at < 0 ? text : text[(at + 1)..];
    }

    // A lead as short as this is one sentence, whatever points stand in it: "Fragment (etc/groups.json)".
    const int LongestLead = 120;

    static StepKind OfData(string text, Language language, Context context)
    {
        if (language is not Language.Yaml && IsForm(text)) return StepKind.Template;
        if (NamesItsFile().IsMatch(text) || AlertRule().IsMatch(text) || Prescribes().IsMatch(context.Lead.Length < LongestLead ? context.Lead : LastSentence(context.Lead)))
            return StepKind.ConfigExample;
        if (Shows(context) && !FileLead().IsMatch(context.Lead)) return StepKind.ExpectedOutput;
        if (context.IsTemplate) return StepKind.Template;
        if (ConfigLead().IsMatch(context.Lead) || context.Items.Any(i => ConfigLead().IsMatch(i)) || Manifest().IsMatch(text)) return StepKind.ConfigExample;
        if (context.Role is Role.Action or Role.Prevention || OfFile().IsMatch(context.Lead)) return StepKind.ConfigExample;
        return context.AfterStep || LogRecord().IsMatch(text) || context.Role is Role.Diagnosis or Role.Verification ? StepKind.ExpectedOutput : StepKind.ConfigExample;
    }

    static StepKind? OfText(Fence fence, Language language, Context context)
    {
        var text = fence.Text;
        var tag = Words.FirstWord(fence.Tag.ToLowerInvariant());
        if (language is Language.Diff || tag is "kotlin" or "scala" or "rust" or "c" or "cpp" or "csharp" or "cs" or "perl" or "lua" or "swift" or "dart")
            return StepKind.CodeChange;
        if (ApacheBlock().IsMatch(text)) return StepKind.ConfigExample;
        if (tag is "mermaid" or "plantuml" or "dot" or "ascii") return StepKind.Reference;
        if (tag is "ini" or "toml" or "conf" or "cfg" or "nginx" or "hcl" or "terraform" or "tf" or "dockerfile" or "docker" or "xml" or "properties" or "env" or "dotenv"
            or "systemd" or "apache" or "haproxy" or "makefile" or "vcl" or "protobuf" or "proto" or "pbtxt" or "caddyfile" or "jsonnet" or "bicep")
            return StepKind.ConfigExample;
        if (!context.IsExpected && IsInstructed(text)) return null;
        if (Shows(context) || Printouts.Shows(LastSentence(context.Lead), text)) return StepKind.ExpectedOutput;
        if (IsForm(text)) return StepKind.Template;
        if (Tree().IsMatch(text)) return StepKind.Reference;
        if (context.IsTemplate) return StepKind.Template;
        if (IsLog(text)) return StepKind.ExpectedOutput;
        if (context.AfterEditor || Braced().IsMatch(text)
            || language is Language.Ini or Language.Toml or Language.Hcl or Language.Nginx or Language.Haproxy or Language.Apache or Language.Vcl or Language.Caddyfile
                or Language.Xml)
            return StepKind.ConfigExample;
        if (Message().Count(text) >= 2 || IsFormOfWords(text)) return StepKind.Template;
        if (ConfigLead().IsMatch(context.Lead) || Setting().IsMatch(text)) return StepKind.ConfigExample;
        return context.AfterStep ? StepKind.ExpectedOutput : StepKind.Reference;
    }

    // "what we saw:" above "since:" above "what we tried:", or lines with ____ in them: somebody fills this in and sends it.
    static bool IsForm(string text)
    {
        const int LongestForm = 40;
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        if (lines.Count is 0 or > LongestForm) return false;
        var empty = lines.Count(l => EmptyField().IsMatch(l));
        return (empty >= 3 && empty * 2 >= lines.Count) || lines.Sum(l => Blank().Count(l)) >= 2;
    }

    // "1. Open Backups", "2. Press "Restore"": what a person does in a console of the web, counted.
    static bool IsInstructed(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
        return lines.Count >= 2 && lines.Index().All(l => l.Item.StartsWith($"{l.Index + 1}.", StringComparison.Ordinal))
            && lines.Count(l => OnScreen().IsMatch(l)) * 2 >= lines.Count;
    }

    // Prose with gaps to fill: "Since {time} the {function} is not available."
    static bool IsFormOfWords(string text) =>
        (Gap().IsMatch(text) || Blank().IsMatch(text)) && Prose().IsMatch(text) && text.Count(c => c == ' ') >= 6 && !text.Contains(';', StringComparison.Ordinal)
            && !text.TrimStart().StartsWith('/');

    static bool IsLog(string text) => LogLine().IsMatch(text) || ColumnHeads().IsMatch(text);

    // Under "Expected output" stands output, unless every line is plainly something to type.
    static bool IsAllCommands(Fence fence, Language language)
    {
        var lines = fence.Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return language == Language.Shell && fence.Typed.Count == 0 && lines.All(l => ContentLanguages.IsComment(l) || ShellPrograms.Begins(l)) && lines.Any(ShellPrograms.Begins);
    }

    // "This should show the index:" above a SELECT tells what its rows are; no output of anything is a whole query.
    static bool IsQuery(Fence fence, Language language) =>
        fence.Typed.Count == 0
            && (language == Language.Sql ? Query().IsMatch(fence.Text) : language is Language.PromQl or Language.LogQl && Aggregated().IsMatch(fence.Text))
            && Classifier.Whole(fence.Text, language).Effect == Effect.Read;

    // "Expected:" between a step and a block that changes nothing: "echo 1: rc=00" is what one sees, though echo is a program.
    static bool IsSampleOf(Fence fence, Context context) =>
        context.AfterStep && Words.Fold(context.Lead).TrimEnd(':', ' ') is "expected" or "expected output" or "output" or "erwartet" or "esperado" or "attendu"
            && fence.Text.Contains(':', StringComparison.Ordinal) && fence.Text.Contains('=', StringComparison.Ordinal);

    // "Keep dry_run until you have read the output:" above a script.
    static bool IsProgram(Fence fence, Language language) =>
        language is Language.Python or Language.Ruby or Language.TypeScript or Language.JavaScript or Language.Php or Language.Groovy && fence.Typed.Count == 0
            && fence.Text.Split('\n').Any(l => ImportLine().IsMatch(l));

    // "The output should be similar to this" above a transcript: what stands at its prompts is typed all the same. Only a
    // sample below the step that it belongs to, which changes nothing, is a mere picture.
    static bool IsToBeTyped(Fence fence, Context context)
    {
        // "Paste of a quiet Sunday, nothing to type": what changes something is typed whatever the words say.
        if (NothingToType().IsMatch(context.Lead)) return fence.Typed.Any(t => Classifier.Whole(t.Text, t.Language).Effect > Effect.Read);
        return fence.Typed.Count > 0 && !fence.Typed.All(t => t.Language == Language.Elixir)
            && (!context.AfterStep || NothingCameBack(fence) || OwnStep().IsMatch(context.Lead) || fence.Typed.Any(t => Classifier.Whole(t.Text, t.Language).Effect > Effect.Read));
    }

    // "admin=# SHOW POOLS;" and no line besides: where nothing is shown there is no picture.
    static bool NothingCameBack(Fence fence) =>
        fence.Text.Split('\n').Count(l => !string.IsNullOrWhiteSpace(l)) == fence.Typed.Sum(t => t.Text.Split('\n').Count(l => !string.IsNullOrWhiteSpace(l)));

    static bool IsSourceToEdit(string text, Context context)
    {
        var defines = Definition().Count(text);
        var runs = text.Split('\n')
            .Count(l => l.Length > 0 && !char.IsWhiteSpace(l[0]) && l[0] is not ('{' or '}' or ')' or ']' or '#' or '@' or '/') && !Definition().IsMatch(l)
                && !ImportLine().IsMatch(l));
        return (defines > 0 && runs == 0) || CodeLead().IsMatch(context.Lead) || context.Items.Take(1).Any(i => CodeLead().IsMatch(i));
    }
}
