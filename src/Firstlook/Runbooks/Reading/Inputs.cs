using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>Values that a step needs, and where each may come from.</summary>
internal static partial class Inputs
{
    public static List<Input> Of(string text, IReadOnlyList<Placeholder> placeholders, IReadOnlyList<string> variables)
    {
        var inputs = placeholders.Select(p => new Input(p.Name, "placeholder", p.Token, From(p.Name))).ToList();
        inputs.AddRange(variables.Select(v => new Input(v, "variable", $"${v}", From(v))));
        var tokens = string.Join('\n', inputs.Select(i => i.Token));
        inputs.AddRange(Examples(text).Where(e => !tokens.Contains(e.Token, StringComparison.Ordinal)));
        return inputs;
    }

    /// <summary>Variables read before the same block sets them; quoting, awk and jq programs respected as far as single quotes go.</summary>
    public static List<string> Variables(string text, Language language)
    {
        if (language is not Language.Shell || !text.Contains('$')) return [];
        var set = Assigned().Matches(text).Select(m => (Name: m.Groups["name"].Value, At: m.Index)).GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.Min(m => m.At));
        var read = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var quoted = SingleQuoted(text);
        foreach (Match match in Expanded().Matches(text))
        {
            var name = match.Groups["name"].Value;
            var earlier = set.TryGetValue(name, out var at) && at < match.Index;
            if (!earlier && !quoted[match.Index] && !Ambient.Contains(name)) read.TryAdd(name, match.Index);
        }

        return [.. read.Keys];
    }

    static readonly HashSet<string> Ambient =
        ["HOME", "PWD", "USER", "PATH", "RANDOM", "SECONDS", "SHELL", "HOSTNAME", "UID", "OLDPWD", "LINENO", "IFS", "PPID", "BASHPID", "NF", "NR"];

    static bool[] SingleQuoted(string text)
    {
        var inside = new bool[text.Length];
        var single = false;
        var twofold = false;
        var comment = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') comment = false;
            else if (!single && !twofold && text[i] == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1]))) comment = true;
            if (comment)
            {
                inside[i] = true;
                continue;
            }

            if (text[i] == '\\' && !single)
            {
                i++;
                continue;
            }

            if (text[i] == '\'' && !twofold) single = !single;
            else if (text[i] == '"' && !single) twofold = !twofold;
            inside[i] = single;
        }

        return inside;
    }

    /// <summary>Literals that look real but belong to somebody else's incident.</summary>
    static IEnumerable<Input> Examples(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in AnnouncedExample().Matches(text))
        {
            var token = match.Groups["value"].Value;
            if (token.Length > 2 && text.AsSpan(match.Index + match.Length).Contains(token, StringComparison.Ordinal) && seen.Add(token)) yield return Example(token, text);
        }

        foreach (var match in MayHoldDate(text) ? FixedTime().Matches(text).AsEnumerable() : [])
        {
            if (seen.Add(match.Groups["value"].Value)) yield return new(match.Groups["name"].Value, "example", match.Groups["value"].Value, "the alert's time");
        }

        foreach (var match in MayLookReal.Matches(text))
        {
            if (!IsInComment(text, match.Index) && seen.Add(match.Value)) yield return Example(match.Value, text);
        }
    }

    static readonly Sieve MayLookReal = new([LooksReal()], "123", "456", "789", "001", "42", "xyz", "abc", "changeme") { Or = MayHoldUuid };

    // Hyphens where an identifier has its first three: 8-4-4-.
    static bool MayHoldUuid(string text) => HoldsHyphens(text, before: 8, apart: 5);

    // And where a date has them: 2025-12-16.
    static bool MayHoldDate(string text) => HoldsHyphens(text, before: 4, apart: 3);

    static bool HoldsHyphens(string text, int before, int apart)
    {
        for (var at = text.IndexOf('-', StringComparison.Ordinal); at >= 0 && at + apart < text.Length; at = text.IndexOf('-', at + 1))
        {
            if (at >= before && text[at + apart] == '-') return true;
        }

        return false;
    }

    static bool IsInComment(string text, int at)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        return ContentLanguages.IsComment(text[start..at].TrimStart());
    }

    static Input Example(string token, string text)
    {
        var name = Uuid().IsMatch(token)
            ? NearbyId(text) ?? "id"
            : token == "changeme"
            ? "password"
            : KeyBefore(text, token) ?? token[..Math.Max(1, token.IndexOf('-', StringComparison.Ordinal))];
        return new(name, "example", token, From(name));
    }

    static string? NearbyId(string text) => IdName().Match(text) is { Success: true } id ? id.Value : null;

    static string? KeyBefore(string text, string token)
    {
        var at = text.IndexOf(token, StringComparison.Ordinal);
        return at > 0 && Key().Match(text[Math.Max(0, at - 40)..at]) is { Success: true } key ? key.Groups["name"].Value : null;
    }

    /// <summary>Where a value of this name usually comes from.</summary>
    public static string From(string name)
    {
        var words = Separators().Replace(Words.Fold(name), "_").Trim('_');
        if (Time().IsMatch(words)) return "the alert's time";
        if (Secret().IsMatch(words)) return "a secret of the target";
        foreach (var (pattern, label) in Labels)
        {
            if (pattern.IsMatch(words)) return $"alert label {label}";
        }

        return Earlier().IsMatch(words) ? "an earlier result" : "a person";
    }

    static readonly (Regex Pattern, string Label)[] Labels =
    [
        (Pod(), "pod"), (Namespace(), "namespace"), (Deployment(), "deployment"), (Container(), "container"), (Node(), "node"), (Instance(), "instance"), (Job(), "job"),
        (Cluster(), "cluster"), (Queue(), "queue"), (Topic(), "topic"), (Database(), "database"), (Tenant(), "tenant"), (Mount(), "mountpoint"), (Device(), "device"),
            (Region(), "region"), (Service(), "service"),
    ];

    [GeneratedRegex(@"(?<![\w$.-])(?<name>[A-Za-z_]\w*)=(?!=)|\b(read|for|export|local|declare|readonly)(\s+-\w+)*\s+(?<name>[A-Za-z_]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"(?<!\\)\$\{?(?<name>[A-Za-z_]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Expanded();

    [GeneratedRegex(@"(#|--|//)\s*(Example|E\.g\.|e\.g\.|Ejemplo|Exemplo|Beispiel|z\.B\.)\s*:?\s*(?<value>[\w.:/-]{3,80})", RegexOptions.ExplicitCapture)]
    private static partial Regex AnnouncedExample();

    [GeneratedRegex(@"\b(?<name>[A-Za-z_]{2,30})=[""']?(?<value>\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?)[""']?", RegexOptions.ExplicitCapture)]
    private static partial Regex FixedTime();

    [GeneratedRegex(
        @"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b(tx|txn|abc|xyz|order|ord|user|usr|sale|prod|product|req|request|cust|customer|inv|id|"
        + @"trace|job|acct|payment|pay|sub|ticket)-?_?(123|456|789|1234|12345|001|42|xyz|abc)\b|\bchangeme\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex LooksReal();

    [GeneratedRegex("^[0-9a-f]{8}-")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\b(request|trace|correlation|session|order|sale|user|transaction|payment)_id\b", RegexOptions.ExplicitCapture)]
    private static partial Regex IdName();

    [GeneratedRegex(@"(?<name>[A-Za-z_]{2,30})[""']?\s{0,2}[:=]\s{0,2}[""']?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(start|end|from|to|since|until|begin|date|timestamp|time|start_time|end_time|start_date|end_date|incident_time|alert_time|yyyy_mm_dd|from_time|to_time)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"(token|password|passwd|secret|api_?key|service_key|access_key|credential|auth)", RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(^|_)pods?(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pod();

    [GeneratedRegex(@"(^|_)(namespace|ns)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(^|_)(deployment|deploy)(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Deployment();

    [GeneratedRegex(@"(^|_)container(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Container();

    [GeneratedRegex(@"(^|_)node(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Node();

    [GeneratedRegex(@"(^|_)(instance|host|hostname|server|ip|ip_address|host_name|server_name|broker)(_name)?$|^(x+_){3}x+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Instance();

    [GeneratedRegex(@"(^|_)job(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Job();

    [GeneratedRegex(@"(^|_)cluster(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Cluster();

    [GeneratedRegex(@"(^|_)queue(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Queue();

    [GeneratedRegex(@"(^|_)topic(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Topic();

    [GeneratedRegex(@"(^|_)(database|db|dbname|datname)(_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Database();

    [GeneratedRegex(@"(^|_)(tenant|customer|account|org)(_id|_name)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tenant();

    [GeneratedRegex(@"(^|_)(mountpoint|mount|path)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mount();

    [GeneratedRegex(@"(^|_)(device|disk)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Device();

    [GeneratedRegex(@"(^|_)(region|zone|az)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Region();

    [GeneratedRegex(@"(^|_)(service|svc|app|application|component|servico|servicio|dienst)(_name|_id)?$|^culprit$", RegexOptions.ExplicitCapture)]
    private static partial Regex Service();

    [GeneratedRegex(@"(^|_)(pid|id|uuid|ulid|guid|sha|commit|revision|version|tag|query|offset|partition|digest|key|hash|slow_query|process)(_id)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Earlier();
}
