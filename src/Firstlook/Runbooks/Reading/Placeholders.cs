using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <param name="Name">Without delimiters.</param>
/// <param name="Token">Exactly what stands in the text.</param>
internal sealed record Placeholder(string Name, string Token);

/// <summary>Text that must be replaced before a command can run: <c>&lt;x&gt;</c>, <c>[x]</c>, <c>{x}</c>, <c>YOUR_X</c>, <c>X_HERE</c>, <c>x.x.x.x</c>, a bare
/// <c>PID</c>.</summary>
internal static partial class Placeholders
{
    /// <summary>Each once, in order of appearance.</summary>
    public static IReadOnlyList<Placeholder> In(string text, Language language) => text.Length > LongestRemembered ? Read(text, language) : Known.Of((text, language));

    const int LongestRemembered = 2_000;

    static readonly Remembered<(string Text, Language Language), IReadOnlyList<Placeholder>> Known = new(k => Read(k.Text, k.Language), 16_384);

    static IReadOnlyList<Placeholder> Read(string text, Language language)
    {
        var found = (language is Language.Xml ? [] : Angled(text, language)).Concat(Named(text)).Concat(Addresses(text));
        if (language is Language.Shell or Language.Http or Language.PowerShell)
            found = found.Concat(Bracketed(text).Where(f => language != Language.PowerShell || !IsType(text, f.At + f.Token.Length)))
                .Concat(Braced(text).Where(f => language != Language.PowerShell || !f.Token.Contains(' ', StringComparison.Ordinal))).Concat(Bare(text))
                .Concat(Echoed(text));
        if (language is Language.Redis) found = found.Concat(Bracketed(text)).Concat(Braced(text));
        if (language is Language.Sql) found = found.Concat(Bracketed(text)).Concat(Braced(text)).Concat(BareInSql(text)).Concat(Bound(text));
        if (language is Language.Python or Language.TypeScript or Language.JavaScript or Language.Ruby or Language.Groovy) found = found.Concat(QuotedNames(text));
        if (language is Language.TypeScript or Language.JavaScript)
            found = found.Concat(QuotedBraces().Matches(text).Select(m => (m.Groups["token"].Index, m.Groups["name"].Value, m.Groups["token"].Value)));
        if (language is Language.PromQl or Language.LogQl) found = found.Concat(GrafanaVariables(text)).Concat(QuotedNames(text)).Concat(OwnNames(text));
        return [.. Outermost(found.OrderBy(f => f.At)).Select(f => new Placeholder(f.Name, f.Token)).DistinctBy(p => Words.Id(p.Name))];
    }

    // "<YYYY-MM-DD HH:MM>" is one, though a date stands in it.
    static IEnumerable<(int At, string Name, string Token)> Outermost(IEnumerable<(int At, string Name, string Token)> ordered)
    {
        var end = 0;
        foreach (var one in ordered)
        {
            if (one.At + one.Token.Length <= end) continue;
            end = one.At + one.Token.Length;
            yield return one;
        }
    }

    static IEnumerable<(int At, string Name, string Token)> Angled(string text, Language language)
    {
        if (!text.Contains('<')) yield break;
        var captured = new Spans(MayCapture.Matches(text));
        foreach (Match match in Angle().Matches(text))
        {
            var before = match.Index > 0 ? text[match.Index - 1] : ' ';
            var name = match.Groups["name"].Value;
            if (before is '<' || (language is Language.TypeScript or Language.JavaScript && (char.IsLetterOrDigit(before) || Html.IsTag(name)))) continue;
            // grep '<name>|<state>' looks for tags.
            if ((before == '|' && match.Index > 1 && text[match.Index - 2] == '>')
                || (match.Index + match.Length < text.Length && text[match.Index + match.Length] == '|' && InPattern(text, match.Index))) continue;
            if (captured.Around(match.Index) is not null) continue;
            if (before == '$' || name is "none" or "unknown" or "pending" or "nil" or "null" || name.Contains("  ", StringComparison.Ordinal)
                || name.Contains(" /", StringComparison.Ordinal)) continue;
            yield return (match.Index, name, match.Value);
        }
    }

    // "| pattern `<_> <status> <_>`" names what is captured (grafana.com, Loki, "Pattern", and "Pattern match filter operators").
    static readonly Sieve MayCapture = new([Captures()], "pattern", "|>", "!>");

    /// <summary>What was found in a text, asked for places that only grow: each is looked at once.</summary>
    sealed class Spans(IEnumerable<Match> found)
    {
        readonly IEnumerator<Match> found = found.GetEnumerator();
        Match last = Match.Empty;

        public Match? Around(int at)
        {
            while (last.Index + last.Length <= at && found.MoveNext()) last = found.Current;
            return at >= last.Index && at < last.Index + last.Length ? last : null;
        }
    }

    [GeneratedRegex(@"\|\s?pattern\s*(`[^`]*`|""[^""]*"")|(\|>|!>)\s*(`[^`]*`|""[^""]*"")", RegexOptions.ExplicitCapture)]
    private static partial Regex Captures();

    static IEnumerable<(int At, string Name, string Token)> Named(string text) =>
        MayBeYours.Matches(text).Select(m => (m.Index, m.Value, m.Value));

    static IEnumerable<(int At, string Name, string Token)> Addresses(string text) =>
        Dotted().Matches(text).Select(m => (m.Index, m.Value, m.Value));

    // "[pod]" as a word of its own or a value; "[0-9]", "[5m]", "[ -f x ]" and what stands in a pattern of grep are none.
    static IEnumerable<(int At, string Name, string Token)> Bracketed(string text)
    {
        if (!text.Contains('[')) yield break;
        foreach (Match match in Bracket().Matches(text))
        {
            var name = match.Groups["name"].Value;
            if (IsIdentifier(text, match.Index, name) || Duration().IsMatch(name) || InPattern(text, match.Index) || name.All(char.IsDigit)) continue;
            yield return (match.Index, name, match.Value);
        }
    }

    // "ALTER DATABASE [ERP_PROD]", "dbo.[Ledger]": brackets around a name, as one database writes them.
    static bool IsIdentifier(string text, int at, string name)
    {
        if (name.Any(c => c is not ('_' or '-' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
            || !(name.Contains('_') || name.All(c => !char.IsLower(c))))
            return false;
        var before = text.AsSpan(Math.Max(0, at - 12), Math.Min(12, at));
        var after = at + name.Length + 2;
        if (before.EndsWith("'") && after < text.Length && text[after] == '\'') return false;
        return before.EndsWith(".") || before.EndsWith("'") || before.EndsWith("DATABASE ") || before.EndsWith("USE ") || before.EndsWith("GROUP ")
            || before.EndsWith("TABLE ") || before.EndsWith("FROM ") || before.EndsWith("JOIN ") || before.EndsWith("INTO ") || before.EndsWith("LOGIN ");
    }

    // "[pscustomobject]@{", "[int](...)", "[datetime]::Now"; and "{ Test-X }" is a block.
    static bool IsType(string text, int after) => after < text.Length && text[after] is '@' or ':' or '(' or '$';

    static bool InPattern(string text, int at)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var before = text.AsSpan(lineStart, at - lineStart);
        var quotes = before.Count('\'') % 2 == 1 || before.Count('"') % 2 == 1;
        return quotes && PatternTool().IsMatch(before);
    }

    static IEnumerable<(int At, string Name, string Token)> Braced(string text)
    {
        if (!text.Contains('{')) yield break;
        foreach (Match match in Brace().Matches(text))
        {
            if (InPattern(text, match.Index)) continue;
            yield return (match.Index, match.Groups["name"].Value, match.Value);
        }
    }

    static IEnumerable<(int At, string Name, string Token)> Bare(string text) =>
        BareWords(text).Concat(BesideOthers(text)).Concat(Resources().Matches(text))
            .Where(m => !IsComment(text, m.Index) && !IsInName(text, m.Index, m.Length) && !IsColumn(text, m.Index, m.Length)
                && !(char.IsLower(m.Value[0]) && IsInQuery(text, m.Index)))
            .Select(m => (m.Groups["name"].Index, m.Groups["name"].Value, m.Groups["name"].Value));

    // "deploy/CONTROLLER": no name in a cluster holds a capital (kubernetes.io, "Object Names and IDs").
    [GeneratedRegex(
        @"(?<=\b(deploy(ment)?|po(d)?|svc|service|sts|statefulset|ds|daemonset|job|cj|cronjob|no(de)?|cm|configmap|secret|ing(ress)?|pvc|rs|replicaset|hpa)s?/)"
        + @"(?<name>[A-Z][A-Z0-9]+([_-][A-Z0-9]+)*)(?=$|[\s""'`/:;|)@.])",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Resources();

    // "lock:EVENT_ID:SEAT": beside a part of a key that is to be filled in, what is written like it is to be filled in too.
    static IEnumerable<Match> BesideOthers(string text)
    {
        if (!text.Contains(':')) return [];
        var keys = new Spans(Keys().Matches(text));
        return from part in KeyPart().Matches(text)
               let key = keys.Around(part.Index)
               where key is not null
               group part by key.Index into parts
               where parts.Any(part => BareWord().IsMatch(text, part.Index))
               from part in parts
               select part;
    }

    [GeneratedRegex(@"(?<![\w:])[a-z][\w.-]*(:[\w.*-]+){2,}")]
    private static partial Regex Keys();

    [GeneratedRegex(@"(?<=:)(?<name>[A-Z]{2,}(_[A-Z]+)*)(?=$|[\s""'`:;|)])", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex KeyPart();

    // Name="Broker ID": a word of a quoted name.
    static bool IsInName(string text, int at, int length)
    {
        if (at < 3 || text[at - 1] != ' ' || at + length >= text.Length || text[at + length] != '"') return false;
        var start = at - 2;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start])) start--;
        return start < at - 2 && text[start] == '"' && char.IsAsciiLetterUpper(text[start + 1]) && char.IsAsciiLetterLower(text[start + 2]);
    }

    // "-o NAME,SIZE,LABEL", "-c UUID -c Name": columns that a listing shows.
    static bool IsColumn(string text, int at, int length)
    {
        var before = text.AsSpan(Math.Max(0, at - 16), Math.Min(16, at)).TrimEnd(" \"'=");
        return before.EndsWith("-o") || before.EndsWith("-c") || before.EndsWith("--column") || before.EndsWith("--columns") || before.EndsWith("--fields")
            || before.EndsWith("--output")
            // "-o custom-columns=NAME:.metadata.name"
            || text.AsSpan(at + length).StartsWith(":.")
            || (at > 0 && text[at - 1] == ',' && at > 1 && char.IsLetter(text[at - 2]))
                || (at + length + 1 < text.Length && text[at + length] == ',' && char.IsLetter(text[at + length + 1]));
    }

    // "select table_name, round(...)" typed into a client: a column's name.
    static bool IsInQuery(string text, int at)
    {
        var start = text.LastIndexOfAny([';', '`'], Math.Max(0, at - 1)) + 1;
        return text.AsSpan(start, at - start).Contains("select ", StringComparison.OrdinalIgnoreCase);
    }

    // Few places of a command can begin such a word, and the pattern costs too much to be tried at each.
    static IEnumerable<Match> BareWords(string text)
    {
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (!(char.IsAsciiLetterUpper(text[at]) ? BeginsCapitals(text, at) : char.IsAsciiLetterLower(text[at]) && BeginsThing(text, at))
                || BareWord().Match(text, at) is not { Success: true } match) continue;
            yield return match;
            at += match.Length - 1;
        }
    }

    static bool BeginsCapitals(string text, int at) =>
        (char.IsAsciiLetterUpper(text[at + 1]) || text[at + 1] == '_')
            && (at == 0 || !(char.IsAsciiLetterUpper(text[at - 1]) || char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '$' or '_' or '{' or '%'));

    // "pod-name", "tenant_id", after what may stand before a word.
    static bool BeginsThing(string text, int at)
    {
        if (at == 0 || !(char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '"' or '\'' or '=' or '/' or ':' or '@' or '(')) return false;
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetterLower(text[end])) end++;
        return end < text.Length && text[end] is '_' or '-' && (text.AsSpan(end + 1).StartsWith("name") || text.AsSpan(end + 1).StartsWith("id"));
    }

    // "--msgid MSGID", "--pedido ID_DO_PEDIDO": the option says again what the word stands for.
    static IEnumerable<(int At, string Name, string Token)> Echoed(string text) =>
        OptionValue().Matches(text)
            .Where(m => !IsComment(text, m.Index)
                && (IsAskedFor(m.Groups["name"].Value, m.Groups["option"].Value)
                    || Echoes(m.Groups["name"].Value.Replace("_", "", StringComparison.Ordinal), m.Groups["option"].Value.Replace("-", "", StringComparison.Ordinal))))
            .Select(m => (m.Groups["name"].Index, m.Groups["name"].Value, m.Groups["name"].Value));

    // "--child TUNNELNAME", "--access-key-id AKIA_OLD": what is called a name, and an id that is written as words.
    static bool IsAskedFor(string name, string option) =>
        name.Length > 5 && name.EndsWith("NAME", StringComparison.Ordinal) && !Lists().IsMatch(option)
            || name.Contains('_', StringComparison.Ordinal) && (option == "id" || option.EndsWith("-id", StringComparison.Ordinal)) && !name.Any(char.IsDigit);

    [GeneratedRegex(@"(^|-)(sort|columns?|fields?|order|format|output|group|by|keys?|properties|o|c)(-|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Lists();

    // "--msgid MSGID", and "--configuration-version VERSION", whose last word it is.
    static bool Echoes(string name, string option) =>
        name.Contains(option, StringComparison.OrdinalIgnoreCase) || (name.Length > 3 && option.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    // "where id = :row_id": a variable that the client must be given.
    static IEnumerable<(int At, string Name, string Token)> Bound(string text) =>
        SqlVariable().Matches(text).Where(m => !IsComment(text, m.Index)).Select(m => (m.Index, m.Groups["name"].Value, m.Value));

    // pg_terminate_backend(pid) without a FROM: the column does not exist, the reader must put a number there.
    static IEnumerable<(int At, string Name, string Token)> BareInSql(string text)
    {
        foreach (Match match in SqlBareWord().Matches(text).Where(m => !IsComment(text, m.Index)))
            yield return (match.Groups["name"].Index, match.Groups["name"].Value, match.Groups["name"].Value);
        foreach (Match match in CalledWithColumn().Matches(text))
        {
            var end = text.IndexOf(';', match.Index);
            if (!text.AsSpan(match.Index, (end < 0 ? text.Length : end) - match.Index).Contains("from", StringComparison.OrdinalIgnoreCase))
                yield return (match.Groups["name"].Index, match.Groups["name"].Value, match.Groups["name"].Value);
        }
    }

    static IEnumerable<(int At, string Name, string Token)> QuotedNames(string text) =>
        QuotedName().Matches(text)
            .Concat(ArgumentName().Matches(text)
                .Where(m => !text.Contains(m.Groups["name"].Value + " =", StringComparison.Ordinal)
                    && !text.Contains("import " + m.Groups["name"].Value, StringComparison.Ordinal)))
            .Select(m => (m.Groups["name"].Index, m.Groups["name"].Value, m.Groups["name"].Value));

    static IEnumerable<(int At, string Name, string Token)> GrafanaVariables(string text) =>
        DollarName().Matches(text).Select(m => (m.Index, m.Groups["name"].Value, m.Value));

    // {channel="CHANNEL"}: the label's own name in capitals.
    static IEnumerable<(int At, string Name, string Token)> OwnNames(string text) =>
        CapitalValue().Matches(text).Select(m => m.Groups["name"]).Where(name => !name.Value.Any(char.IsLower)).Select(name => (name.Index, name.Value, name.Value));

    static bool IsComment(string text, int at)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var line = text.AsSpan(lineStart, at - lineStart).TrimStart();
        // "--profile x" on a line of its own goes on with the command above.
        return line.StartsWith("#") || line.StartsWith("-- ");
    }

    const string Things =
        "app|application|service|svc|pod|node|deployment|deploy|container|migration|db|database|table|topic|queue|index|cluster|host|instance|bucket|volume|user|"
            + "job|image|namespace|consumer|group|file|server|worker|release|stack|function|secret|configmap|resource|process|order|transaction|request|trace|tenant|"
            + "customer|account|session|role|schema|column|policy|snapshot|backup|device|disk|interface|branch|tag|zone|region|project|org|team";

    [GeneratedRegex(@"<(?<name>[\p{L}][\p{L}\p{N}_.:/|#@+, -]{0,60}?)(?<! )>", RegexOptions.ExplicitCapture)]
    private static partial Regex Angle();

    static readonly Sieve MayBeYours =
        new([Yours()], "your", "changeme", "change_me", "my_", "my-", "insert", "replace", "_here", "_hier", "_aqui", "_ici", "yyyy", "jjjj", "aaaa", "paste", "xxx", "x.y.z",
            "votre_", "meu_", "minha_", "seu_", "sua_", "tu_", "ihr", "dein");

    [GeneratedRegex(
        @"\b(YOUR|MY|INSERT|REPLACE)[_-][A-Z0-9]+([_-][A-Z0-9]+)*\b|\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)*_(HERE|GOES_HERE|HIER|AQUI|ICI)\b|"
        + @"\byour[_-][a-z0-9]+([_-][a-z0-9]+)*\b|\bREPLACE_?ME\b|\bCHANGE_?ME\b|\b[a-z]{2,6}_YOURS\b|"
        + @"\b(Y{4}|J{4}|A{4})[-/.]?MM([-/.]?(DD|TT|JJ)(T(HH|hh):?(MM|mm)(:?(SS|ss))?Z?)?)?\b|\b[a-z]{2,}(_[a-z]+)*_here\b|\bPASTE(_[A-Z]+)+\b|\b[A-Za-z]{1,12}_PASTE\b|"
        + @"\b([a-z]{1,6}[-_])?X{3,}\b|\b([a-z]{1,6}[-_])?xxx+\b(?!\.)|\bX\.Y\.Z\b|\bx\.y\.z\b|\b(VOTRE|MEU|MINHA|SEU|SUA|TU|IHR[EN]?|DEIN[EN]?)_[A-Z]+(_[A-Z]+)*\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Yours();

    [GeneratedRegex(@"\b(x{1,3}\.){3}x{1,3}\b|\b(X{1,3}\.){3}X{1,3}\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(
        @"(?<=(^|[\s""'=/:,(@._-]))\[(?<name>\p{L}[\p{L}\p{N}_ -]{1,40})\](?=($|[\s""'/:;,).@&-]))|(?<=[A-Za-z0-9][_-]?|=)\[(?<name>[nN])\](?=($|[\s""'/:;,).@-]))|"
        + @"(?<=/dev/[a-z]{1,6})\[(?<name>[A-Z]{1,12})\]",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\d*(ms|s|m|h|d|w|y)$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(grep|egrep|zgrep|rg|sed|awk|jq|tr|perl|find|logcli|yq|jsonpath|go-template|template|format)\b[^|]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex PatternTool();

    [GeneratedRegex(@"(?<![$%{\w@\\])\{\{?\s?(?!(end|else)\s?\})(?<name>[A-Za-z][A-Za-z0-9_-]{1,40})\s?\}\}?(?!\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Brace();

    // Only where it is asked to begin. What ends the path of a name ("--name /prod/MAP_TOKEN"), or is said to have a value, is called so.
    [GeneratedRegex(
        @"\G((?<!--names?[ =]""?(/[\w.-]{1,40}){1,8}/)"
        + @"(?<=[\s""'=/:@(])(?<name>(OLD|NEW|PREVIOUS|CURRENT|LAST|TARGET|SOURCE)(_[A-Z]+)*|NAME|PREV(_[A-Z]+)?|PFAD|REMAINING_[A-Z]+|ID(_[A-Z]+)+|"
        + @"(NUMERO|NUMBER|NUMMER|CODIGO|NOMBRE|NOME)(_[A-Z]+)+|ULID|UUID|GUID|PID|POD|NODE|HOST|HOSTNAME|NAMESPACE|SERVICE|SITE|SLUG|ORG|REPO|BRANCH|BUCKET|IP|ID|"
        + @"USERNAME|PRINTER|CONTROLLER|REVISION|TIMESTAMP|"
        + @"DEPLOYMENT|CONTAINER|TENANT|SHA|[A-Z]+(_[A-Z]+)*_(ID|NAME|TOKEN|SHA|ULID|UUID|IP|HOST|NODE|HASH|NUMBER|ADDRESS|STRING|VALUE|"
        + @"DATE|VERSION|EMAIL)|[A-Z]{2,8}-(NUMBER|NUMMER|NR)|[A-Z]+_(DE|DO|DA|DEL|DES|DU|DER|OF|AL|DELLA|VAN)(_[A-Z]+)+|PAGE|PLUGIN|("
        + Things
        +
            @")[_-](name|id))(?=$|[\s""'/;:,|)@.*\\])(?!\s?[=(])(?![""']?:\s|[""']\s?:)(?!""\s?,\s?""value"")|"
            + @"(?<![A-Z0-9$_{%])(?<name>BENUTZER|NUTZERNAME|KENNUNG|PASSWORT|CLAVE|USUARIO|UTILISATEUR|UTENTE|GEBRUIKER|RECHNER|KNOTEN|SERVIDOR|SERVEUR|NODO|NOEUD|"
            + @"FECHA|DATEI|FICHIER|ARCHIVO|ARQUIVO|DOMINIO|DOMAINE|CLIENTE|KUNDE)(?![A-Z0-9=(}]|_[A-Z])|"
            + @"(?<=[\w]-)(?<name>(OLD|NEW|PREVIOUS|CURRENT)_[A-Z]+)(?=$|[\s""'/;:,|)@.])|"
            // "ss-STORE_NO": no name of a machine holds a capital and a stroke (RFC 1123, 2.1).
            + @"(?<=[\s@/\\=""'][a-z][a-z0-9]{0,20}-)(?<name>[A-Z]{2,}(_[A-Z]{2,})+)(?=$|[\s""'/\\;:,|)@.])|"
            + @"(?<=/[a-z][a-z0-9.-]*/)(?<name>CLIENT|CUSTOMER|DOMAIN|APP|USER|PROJECT|SHOP|STORE|SNAPSHOT|RELEASE|VERSION)(?=[/\s""']|$))",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex BareWord();

    [GeneratedRegex(
        @"(?<=[\s'(=])(?<name>ULID|UUID|GUID|PID|(OLD|NEW|TARGET|SOURCE)_[A-Z_]+|[A-Z]+(_[A-Z]+)*_(HERE|ULID|UUID|ID|NAME))(?=$|"
        + @"[\s');,])(?!\s*(<|>|=|!=|(LIKE|IN|IS|BETWEEN|NOT)\b))",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex SqlBareWord();

    [GeneratedRegex(@"--?(?<option>[a-z][a-z-]{1,30})[ =](?<name>[A-Z][A-Z0-9]+(_[A-Z0-9]+)*)(?=$|[\s""'/:;,|)@.])", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex OptionValue();

    [GeneratedRegex(@"(?<=[\s=(,<>'])(?<![:\w])(?<token>[:&]['""]?(?<name>[A-Za-z_]\w{1,40})['""]?)(?=$|[\s;,)'])", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex SqlVariable();

    [GeneratedRegex(@"\b(pg_terminate_backend|pg_cancel_backend|pg_blocking_pids|kill)\s*\(\s*(?<name>pid|PID|id)\s*\)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CalledWithColumn();

    [GeneratedRegex(@"\b(?<label>[a-z][a-z_]{2,30})\s?=~?\s?""(?<name>(?i:\k<label>))""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CapitalValue();

    [GeneratedRegex(@"(?<=['""])(?<name>(" + Things + @")[_-](name|id))(?=['""])", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedName();

    // { region: "{region}" }: no template literal, which stands between backticks.
    [GeneratedRegex(@"(?<=[""'])(?<token>\{(?<name>[A-Za-z]\w{1,40})\})(?=[""'])", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedBraces();

    // Account.find(ACCOUNT_ID), where no line says what that is.
    [GeneratedRegex(@"(?<=[\w]\(|[\w]=|, )(?<name>OPID|PID|ULID|UUID|[A-Z]+(_[A-Z]+)*_(ID|NO|NAME|UUID|NUMBER|TOKEN|EMAIL))(?=[,)])", RegexOptions.ExplicitCapture)]
    private static partial Regex ArgumentName();

    [GeneratedRegex(@"\$\{?(?<name>(?!__)[a-zA-Z]\w*)\}?", RegexOptions.ExplicitCapture)]
    private static partial Regex DollarName();
}
