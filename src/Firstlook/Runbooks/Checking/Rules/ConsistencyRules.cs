using System.Text.RegularExpressions;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>A command that does not fit the rest of its own document.</summary>
internal static partial class ConsistencyRules
{
    const string Namespaced = """
        # CheckoutSlow

        **Severity**: high

        ## Diagnosis
        ```bash
        kubectl get pods -n shop
        kubectl describe deployment checkout -n shop
        kubectl top pods -n shop
        kubectl logs -l app=checkout --tail=200 WHERE
        ```
        """;

    const string Forbidden = "# CheckoutSlow\n\n**Severity**: high\n\nDo NOT use `exec` on production pods.\n\n## Diagnosis\n```bash\nkubectl COMMAND -n shop checkout-0\n```\n";

    static string Promised(string time) => $"# Operations\n\n## Severity levels\n\n| Level | Acknowledge |\n|---|---|\n| P1 | 5 min |\n| P2 | 15 min |\n| P3 | {time} |\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL038", ProblemSeverity.Info, "a step that the document itself forbids",
            "Whoever follows both sentences stands still; whoever follows one breaks the other.", "Choose another command, or say in which case the step is allowed.",
            Forbidden.Replace("COMMAND -n shop checkout-0", "exec -n shop checkout-0 -- ps aux", StringComparison.Ordinal),
                Forbidden.Replace("COMMAND", "describe pod", StringComparison.Ordinal), Against),
        new("FL088", ProblemSeverity.Info, "a time that is not understood",
            "No clock runs for this level: nobody is reminded, and nothing says that the promise was broken.", "Write a length of time, such as 30 min, 4 hours or 1 business day.",
            Promised("as fast as we can"), Promised("30 min"),
                s => s.Outline.Tables.SelectMany(PolicyTables.Unread)
                    .Select(cell => s.At(cell.Line, cell.Text, $"no time is understood in \"{cell.Text}\""))),
        new("FL049", ProblemSeverity.Warning, "a kubectl command without the namespace that all others name",
            "It looks into whatever namespace the reader's context has, and finds nothing there: that looks like good news.", "Name the namespace with -n, as the others do.",
            Namespaced.Replace(" WHERE", "", StringComparison.Ordinal), Namespaced.Replace("WHERE", "-n shop", StringComparison.Ordinal), WithoutNamespace),
    ];

    static IEnumerable<Flaw> Against(Subject subject)
    {
        foreach (var prohibition in subject.Runbook.Prohibitions.Where(p => p.Line <= subject.Lines.Length))
        {
            foreach (var word in Code().Matches(subject.Lines[prohibition.Line - 1]).Select(m => m.Groups["code"].Value.Trim()).Where(w => w.Length > 2 && !IsFile(w)))
            {
                var path = word.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (var call in subject.Calls.Where(c =>
                    c.Command.Line != prohibition.Line && Begins(c.Words, path) && !HasWhatItMustHave(c.Words, subject.Lines[prohibition.Line - 1])))
                    yield return call.At(subject, path[^1], $"line {prohibition.Line} says not to: \"{prohibition.Text}\"");
            }
        }
    }

    // "Do not commit `fcm-key.json`" forbids nothing that is done with the file elsewhere.
    static bool IsFile(string code) => !code.Contains(' ', StringComparison.Ordinal) && code.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < code.Length - 1;

    // "Never without `--readOnly`": with it the command is as it should be.
    static bool HasWhatItMustHave(IReadOnlyList<string> words, string prohibition) =>
        Without().Match(prohibition) is { Success: true } without && words.Contains(without.Groups["option"].Value, StringComparer.Ordinal);

    // The forbidden words open the command, or follow its program: "exec", "kubectl exec".
    static bool Begins(IReadOnlyList<string> words, string[] path) =>
        words.Take(path.Length).SequenceEqual(path, StringComparer.Ordinal) || words.Skip(1).Take(path.Length).SequenceEqual(path, StringComparer.Ordinal);

    const int Enough = 3;

    static IEnumerable<Flaw> WithoutNamespace(Subject subject)
    {
        var calls = subject.Calls.Select(c => (Call: c, Words: c.Of("kubectl", "oc"))).Where(c => c.Words is not null && IsNamespaced(c.Words!)).ToList();
        var bare = calls.Where(c =>
            !c.Words!.Any(w =>
                w is "-n" or "-A" or "--all-namespaces" || w.StartsWith("--namespace", StringComparison.Ordinal)
                    || (w.StartsWith("-n", StringComparison.Ordinal) && w.Length > 2))).ToList();
        var named = calls.Count - bare.Count;
        if (named < Enough || named < bare.Count * 2 || subject.Calls.Any(c => c.Words.Any(w => w is "set-context" or "kubens" or "--current"))) yield break;
        foreach (var (call, words) in bare) yield return call.At(subject, words![1], $"{named} other kubectl commands of this document name a namespace, and this one does not");
    }

    static readonly HashSet<string> Verbs = ["get", "describe", "logs", "exec", "rollout", "scale", "delete", "edit", "patch", "set", "top", "port-forward", "debug"];

    static readonly string[] OfTheCluster =
        ["node", "namespace", "ns", "pv", "persistentvolume", "storageclass", "sc", "crd", "customresource", "clusterrole", "clusterissuer", "apiservice", "cs",
            "componentstatus", "all", "validatingwebhook", "mutatingwebhook", "priorityclass", "ingressclass", "csr"];

    static bool IsNamespaced(IReadOnlyList<string> words)
    {
        var operands = words.Skip(1).Where(w => !w.StartsWith('-')).Take(3).ToList();
        if (operands.Count < 2 && !words.Any(w => w is "-l" or "--selector") || operands.Count == 0 || !Verbs.Contains(operands[0])
            || words.Any(w => w is "-f" or "--raw"))
            return false;
        return operands.Count < 2
            || !Array.Exists(OfTheCluster,
                kind => operands[1] == kind || operands[1].StartsWith(kind + "s", StringComparison.Ordinal)
                    || operands[1].StartsWith(kind + "/", StringComparison.Ordinal));
    }

    [GeneratedRegex("\\b(without|ohne|sin|sem|sans|senza|без) `(?<option>-[^`]{1,40})`", RegexOptions.ExplicitCapture)]
    private static partial Regex Without();

    [GeneratedRegex("`(?<code>[^`]{2,40})`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
