using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Tools;

/// <summary>
/// xargs(1): each line of input becomes operands at the end, or takes the place of the <c>-I</c> text. Nobody stands between it and the program that it
/// starts, so what it reads may be an option, or an address of somebody else's choice.
/// </summary>
internal static partial class Hooks
{
    static Verdict Xargs(Invocation call, Parsed parsed)
    {
        if (parsed.Inner is not { Count: > 0 } inner) return Verdict.Read("xargs prints its input");
        var replace = parsed.Values("-I", "--replace").Select(value => value.Text).FirstOrDefault() ?? (parsed.Has("-i", "--replace") ? "{}" : null);
        var words = new List<Argument>();
        foreach (var word in inner)
        {
            words.Add(replace is { Length: > 0 } && word.Text.Contains(replace, StringComparison.Ordinal)
                ? new Argument(word.Text.Replace(replace, Argument.Hole.ToString()), Plain: word.Text != replace) { Answered = word.Text == replace } : word);
        }
        if (parsed.Values("-P", "--max-procs").Any(value => !int.TryParse(value.Text, out var most) || most is 0 or > MostAtOnce)
            && words.Exists(word => SentAway.IsSender(word.Text)))
            return Verdict.Unknown("so many requests at once may be more than the other side bears");
        Verdict Started() => CommandJudge.Judge(call.Inner(words) with { Input = new Input(InputKind.Empty) });
        if (Spliced(words) is { } spliced) return Started().And(Verdict.Unknown($"what xargs reads becomes code of {spliced}"));
        // xargs -I{} curl http://host/{}: what a file or a database holds stands in an address, and goes there.
        var holdsFile = call.Input.HoldsFile && !SameServer.Receives(words, call.Input.Server) || parsed.Has("-a", "--arg-file");
        if (replace is not null && holdsFile
            && words.Exists(word =>
                !word.Known && !word.Answered && word.Text[0] != Argument.Hole && !HoleIsHost().IsMatch(word.Text) && !OfThisMachine().IsMatch(word.Text))
            && words.Exists(word => SentAway.IsSender(word.Text)))
            return Started().And(Verdict.Unknown("what a file holds is sent to another machine"));
        if (replace is not null && holdsFile
            && (words.Exists(word => DomainOfHole().IsMatch(word.Text)) && words.Exists(word => SentAway.IsSender(word.Text) || SentAway.IsAsker(word.Text))
                || words.Exists(word =>
                    !word.Known && !word.Answered
                        && (word.Text.Contains("://", StringComparison.Ordinal) && !HoleIsHost().IsMatch(word.Text)
                            || word.Text.Contains(Argument.Hole + "@", StringComparison.Ordinal)))
                    && words.Exists(word => SentAway.IsAsker(word.Text))))
            return Started().And(Verdict.Unknown("what a file holds is sent to another machine in a name"));
        if (replace is null && call.Input is { HoldsFile: true, Writer: SimpleCommand { Words: [{ Constant: "sed" or "awk" or "gawk" }, ..] edited } }
            && !Carriers.KeepsHere(words[0].Text) && edited.Any(word => word.Constant is { } script && DomainInScript().IsMatch(script)))
            return Started().And(Verdict.Unknown("what a file holds is sent to another machine in a name"));
        // cat names | xargs dig @HOST, | xargs whois -h HOST: each line goes to a machine that may be anybody's; and so does what sed makes a name there of.
        if (holdsFile && !Carriers.KeepsHere(words[0].Text)
            && (words.Skip(1).Any(word => Carriers.IsAbroad(word.Text.TrimStart('@'), call.Scope.Tools.Network))
                || replace is not null && call.Input.Writer is SimpleCommand { Words: [{ Constant: "sed" or "awk" or "gawk" }, ..] made }
                    && made.Any(word => word.Constant is { } script && DomainInScript().IsMatch(script))))
            return Started().And(Verdict.Unknown("what a file holds is sent to another machine"));
        if (DeviceFiles.Opens(words[0].Text) && NamedFiles.PrintedBy(call.Input, call.Scope) is { Count: > 0 } names
            && NamedFiles.Judge(call with { Input = new Input(InputKind.Empty) }, words, names) is { } named && (named.Effect > Effect.Read || named.Tags != EffectTags.None))
            return Started().And(named);
        if (replace is null) words.AddRange(SpeltOut(call.Input, parsed) ?? [new Argument(Argument.Hole.ToString(), Plain: false) { Answered = true }]);
        if (replace is null && call.Input.Text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(word => word.TrimStart('"', '\'').StartsWith('-')) == true
            && words.Exists(word => word.Open))
            return Started().And(Verdict.Unknown("xargs hands on words that are options"));
        if (call.Input.IsTold && words.Exists(word => word.Open) && !YieldsNames(call.Input, parsed) && words.Select(BareName).FirstOrDefault(ToldTexts.MayBeOption) is { } told)
            return Started().And(Verdict.Unknown($"xargs hands {told} text that others may have written, and that may be an option"));
        if (DeletesData(call.Input, words)) return Started().And(Verdict.Destructive("it deletes data with the objects that are listed before it"));
        return words.Exists(word => word.Open) && words.Select(BareName).FirstOrDefault(ActByOptions.Contains) is { } name && !YieldsNames(call.Input, parsed)
            ? Started().And(Verdict.Unknown($"xargs hands {name} words that may be options")) : Started();
    }

    /// <summary>Requests that one machine may send at once without anybody noticing.</summary>
    const int MostAtOnce = 64;

    [GeneratedRegex(@"^https?://(localhost|127\.0\.0\.1)(:\d+)?/", RegexOptions.ExplicitCapture)]
    private static partial Regex OfThisMachine();

    // awk '{print $1".example.com"}', sed 's|$|.example.com|'
    [GeneratedRegex(@"[""|/#,]\.[\w-]+(\.[\w-]+)*[""|/#,]", RegexOptions.ExplicitCapture)]
    private static partial Regex DomainInScript();

    [GeneratedRegex("^(https?://)?\uFFFC[:/]", RegexOptions.ExplicitCapture)]
    private static partial Regex HoleIsHost();

    [GeneratedRegex("\uFFFC[\\w-]*\\.[a-zA-Z]", RegexOptions.ExplicitCapture)]
    private static partial Regex DomainOfHole();

    // "kubectl get pvc -o name | xargs kubectl delete": what is deleted stands before the pipe.
    static bool DeletesData(Input input, List<Argument> words) =>
        words.Exists(word => BareName(word) is "kubectl" or "oc") && words.Exists(word => word.Text == "delete")
        && ((Listing(input.Writer) ?? Listing(input.First)) is { } listed ? NamesData(listed) : !NamesKind(words));

    static IEnumerable<Word>? Listing(ShellCommand? command) =>
        command is SimpleCommand { Words: [{ Constant: "kubectl" or "oc" }, ..] words } && words.Any(word => word.Constant == "get") ? words : null;

    // "cat names | xargs kubectl delete -n etl": what is deleted may be anything.
    static bool NamesKind(List<Argument> words) =>
        words.FindIndex(word => word.Text == "delete") is var verb
            && Enumerable.Range(verb + 1, words.Count - verb - 1)
                .Any(i => words[i] is { Open: false } word && !word.Text.StartsWith('-')
                    && !(words[i - 1].Text.StartsWith('-') && !words[i - 1].Text.Contains('=', StringComparison.Ordinal)));

    static bool NamesData(IEnumerable<Shell.Word> listed) => listed.Any(word => word.Constant is { } named && named.Split(',').Any(DataObjects.Contains));

    static readonly FrozenSet<string> DataObjects = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "pvc", "persistentvolumeclaim", "persistentvolumeclaims", "pv", "persistentvolume", "persistentvolumes", "ns", "namespace",
            "namespaces", "crd", "crds", "customresourcedefinition", "customresourcedefinitions",
        "secret", "secrets", "cm", "configmap", "configmaps", "sts", "statefulset", "statefulsets", "volumesnapshot", "volumesnapshots", "all");

    static string BareName(Argument word) => word.Text[(word.Text.LastIndexOf('/') + 1)..];

    // Programs that read, but for an option that writes, runs something or changes the system.
    internal static readonly FrozenSet<string> ActByOptions =
        FrozenSet.Create(StringComparer.Ordinal, "sort", "sed", "awk", "gawk", "mawk", "tar", "git", "yq", "uniq", "rg", "file", "journalctl", "ss", "dmesg", "date",
            "hostname", "sysctl", "find", "fd", "fdfind", "xxd", "ethtool", "split", "ifconfig", "route", "arp", "tcpdump", "man", "smartctl", "udevadm", "openssl",
            "zpool");

    // Paths as find prints them begin as its start does; no name of an object, number or identifier begins with a dash.
    static bool YieldsNames(Input input, Parsed xargs) =>
        !xargs.Has("-a", "--arg-file") && input.Writer is SimpleCommand { Words: [{ Constant: { } program }, ..] words } && program switch
        {
            "find" => !words.Any(word =>
                word.Constant is null || word.Constant.Contains("print", StringComparison.Ordinal) && word.Constant is not ("-print" or "-print0")
                    || word.Constant.StartsWith("-exec", StringComparison.Ordinal) || word.Constant.StartsWith("-ok", StringComparison.Ordinal)),
            "kubectl" or "oc" => words.Any(word => word.Constant is "name" or "-oname" or "-o=name" or "--output=name"),
            "docker" or "podman" or "crictl" => words.Any(word => word.Constant is "-q" or "-aq" or "-qa" or "--quiet"),
            "pgrep" or "pidof" or "seq" => true,
            _ => false,
        };

    // Words that the source spells out before the pipe, parted and handed on as they stand there.
    static IEnumerable<Argument>? SpeltOut(Input input, Parsed xargs) =>
        input is { Kind: InputKind.Text, Text: { Length: < 10_000 } text } && text.AsSpan().IndexOfAny(Unclear) < 0
            && xargs.Options.TrueForAll(option => option.Name is "-r" or "-t" or "--no-run-if-empty" or "--verbose")
            ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new Argument(word)) : null;

    static readonly SearchValues<char> Unclear = SearchValues.Create("\"'\\" + Argument.Hole);
}
