using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>What a database answers, and what is told of somebody in it: as by a file's content, no request to a machine outside goes by itself that may carry any.</summary>
internal static partial class StoredRows
{
    /// <summary>Calls that answer rows, beside those of <see cref="Requests.Stored"/>.</summary>
    static readonly FrozenSet<string> Answering =
        FrozenSet.Create(StringComparer.Ordinal, "execute", "scalars", "scalar", "fetchval", "fetchrow", "fetch", "read_sql_table", "read_gbq", "hgetall", "hget", "mget",
            "lrange", "smembers", "to_dict", "to_json", "to_csv", "to_records", "find_one", "findById", "findByPk", "aggregate", "query", "scan", "get_item",
            "list_objects");

    /// <summary>Active Record's, of a class.</summary>
    static readonly FrozenSet<string> OfRuby =
        FrozenSet.Create(StringComparer.Ordinal, "first", "last", "all", "find", "find_by", "find_by!", "where", "pluck", "pick", "ids", "find_each", "select",
            "select_all", "exec_query", "find_by_sql", "take", "order", "limit", "joins", "includes", "in_batches");

    public static bool Are(List<CodeToken> tokens, int at, CodeFamily family)
    {
        // for row in cur
        if (at > 0 && tokens[at].Text is "cur" or "cursor" && tokens[at - 1].Text is "in" or "of") return true;
        if (at < 2 || !tokens[at - 1].Is(".")) return false;
        // r.get("session:1"), knex("users").select("*")
        if (tokens[at].Text is "get" or "keys" && tokens[at - 2].Kind == CodeKind.Name
            && (tokens[at - 2].Text is "r" or "cache" || tokens[at - 2].Text.EndsWith("redis", StringComparison.OrdinalIgnoreCase)))
            return true;
        if (family == CodeFamily.JavaScript && tokens[at].Is("select")) return true;
        if (family == CodeFamily.Ruby)
            return OfRuby.Contains(tokens[at].Text) && tokens[at - 2].Kind == CodeKind.Name && char.IsAsciiLetterUpper(tokens[at - 2].Text[0])
                && tokens[at - 2].Text is not ("Dir" or "ENV" or "Process" or "Time" or "Date" or "Etc");
        return Requests.IsStored(tokens, at) || Answering.Contains(tokens[at].Text) && at + 1 < tokens.Count && tokens[at + 1].Is("(");
    }

    /// <summary>Whether a field stands at a place, or in the braces of a text, that tells of a person or lets somebody in: <c>user.email</c>, <c>session["token"]</c>.</summary>
    public static bool IsOfSomebody(List<CodeToken> tokens, int at)
    {
        if (at < 2) return false;
        var (token, before) = (tokens[at], tokens[at - 1]);
        if (token.Kind == CodeKind.Name && Rows.Contains(token.Text) && !before.Is(".") && !(at + 1 < tokens.Count && tokens[at + 1].Text is "=" or ":" or "(")) return true;
        if (token.Inner is { Length: > 0 } inner) return inner.Any(code => Field().Matches(code).Any(field => Tells(field.Groups["name"].Value)));
        return token.Kind == CodeKind.Name && before.Is(".") && !(at + 1 < tokens.Count && tokens[at + 1].Is("(")) && Tells(token.Text)
            || token.Kind == CodeKind.String && before.Is("[") && tokens[at - 2].Kind == CodeKind.Name && Tells(token.Text.Trim('"', '\''));
    }

    /// <summary>What rows are called.</summary>
    static readonly FrozenSet<string> Rows =
        FrozenSet.Create(StringComparer.Ordinal, "rows", "row", "records", "df", "users", "customers", "emails", "passwords", "user", "customer", "email", "password");

    static bool Tells(string name) => SecretFields.Are(name) || Person().IsMatch(name);

    [GeneratedRegex(@"[\w\])](\.|\[[""'])(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(
        "^(\\w+_)?(email|e_?mail_?address|phone|phone_?number|mobile|ssn|iban|card_?number|birth_?date|date_?of_?birth|dob|full_?name|first_?name|last_?name|"
        + "passport|tax_?id|session|cookie|cookies)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
