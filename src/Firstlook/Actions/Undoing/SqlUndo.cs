using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Effects.Sql;

namespace Firstlook.Actions;

/// <summary>
/// The undo of an UPDATE of one table with a WHERE (PostgreSQL): the rows that it selects are read with their primary key and the columns that it sets,
/// and each set of old values becomes an UPDATE by key. Values stand as texts without a type, which the server reads as the column's own.
/// </summary>
static class SqlUndo
{
    /// <summary>Most rows, and most different sets of old values: who approves the inverse has to be able to read it.</summary>
    public const int MostRows = 200;

    const int MostGroups = 20;

    public static UndoPlan Of(string text, EquatableArray<Binding> values)
    {
        if (!values.IsEmpty) return new UndoPlan.None("an undo of a statement with bound values is not known");
        var lexer = new SqlLexer(text).Read();
        var tokens = lexer.Tokens.Where(token => !token.Is(";")).ToList();
        if (lexer.Problem is not null || SqlJudge.Statements(text).Count != 1 || tokens.Count < 6 || !tokens[0].Is("update")) return new UndoPlan.None(UndoPlan.Unknown);
        if (Table(text, tokens) is not { } table) return new UndoPlan.None("its table is not one plain name");
        var (set, where) = (Top(tokens, 1, "set"), Top(tokens, 1, "where"));
        if (where < 0) return new UndoPlan.None("it has no WHERE: which rows it changes is not said");
        if (Top(tokens, 1, "from") >= 0 || Top(tokens, 1, "returning") >= 0) return new UndoPlan.None("it joins other tables, or returns rows");
        if (set != table.Next || Columns(text, tokens, set + 1, where) is not { Count: > 0 } columns) return new UndoPlan.None("the columns that it sets are not plain names");
        var condition = text[tokens[where + 1].Start..tokens[^1].End];
        var shown = string.Join(", ", columns.Select(column => $"{column}::text"));
        // The key's columns come with the rows, so that one read tells all; a table without a primary key gives none.
        var named = table.Alias == table.Name ? table.Name : $"{table.Name} AS {table.Alias}";
        var read =
            "SELECT (SELECT jsonb_agg(jsonb_build_array(quote_ident(firstlook_a.attname), "
            + $"to_jsonb({table.Alias}) ->> firstlook_a.attname) ORDER BY firstlook_a.attnum)::text "
            + "FROM pg_index AS firstlook_i "
            + "JOIN pg_attribute AS firstlook_a ON firstlook_a.attrelid = firstlook_i.indrelid AND firstlook_a.attnum = ANY (firstlook_i.indkey) "
            + $"WHERE firstlook_i.indrelid = '{table.Name.Replace("'", "''", StringComparison.Ordinal)}'::regclass AND firstlook_i.indisprimary) AS firstlook_key, "
            + $"{shown} FROM {named} WHERE {condition} ORDER BY 1 LIMIT {MostRows + 1}";
        return UndoPlan.Read(text, Language.Sql, [read], captured => Inverse(table.Name, columns, captured[0].Rows));
    }

    static Undoing Inverse(string table, List<string> columns, EquatableArray<EquatableArray<string?>> rows)
    {
        if (rows.IsEmpty) return new Undoing.None("no row is selected now: there is nothing to undo");
        if (rows.Count > MostRows) return new Undoing.None($"it selects more than {MostRows} rows");
        if (rows.Any(row => row.Count != columns.Count + 1)) return new Undoing.None("the rows did not come back as they were asked for");
        if (rows.Any(row => row[0] is null || Key(row[0]!) is null)) return new Undoing.None($"{table} has no primary key to find its rows by");
        var keyed = rows.Select(row => (Key: Key(row[0]!)!.Value, Old: row.Skip(1).ToEquatableArray())).ToArray();
        if (keyed[0].Key.Select(pair => pair.Column).Any(columns.Contains)) return new Undoing.None("it changes the primary key itself");
        var groups = keyed.GroupBy(row => row.Old).ToArray();
        if (groups.Length > MostGroups) return new Undoing.None($"its rows hold more than {MostGroups} different sets of values");
        return Undoing.Of(string.Join(";\n", groups.Select(group => Update(group.Key, [.. group.Select(row => row.Key)]))), Language.Sql,
            $"{Wording.Count(rows.Count, "row gets", "rows get")} back what {string.Join(", ", columns)} {(columns.Count == 1 ? "holds" : "hold")} now, by primary key");

        string Update(EquatableArray<string?> values, EquatableArray<(string Column, string Value)>[] keys) =>
            $"UPDATE {table} SET {string.Join(", ", columns.Zip(values, (column, old) => $"{column} = {Literal(old)}"))} WHERE {Rows(keys)}";
    }

    static string Rows(EquatableArray<(string Column, string Value)>[] keys) => keys[0].Count == 1
        ? $"{keys[0][0].Column} IN ({string.Join(", ", keys.Select(key => Literal(key[0].Value)))})"
        : string.Join(" OR ", keys.Select(key => $"({string.Join(" AND ", key.Select(pair => $"{pair.Column} = {Literal(pair.Value)}"))})"));

    /// <summary>A text constant that needs no settings to be read (manual, 4.1.2.1): quotes doubled, and no backslash, which old settings take for an escape.</summary>
    static string Literal(string? value) => value is null ? "NULL" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Columns of the primary key with their values; null where any is not plain.</summary>
    static EquatableArray<(string Column, string Value)>? Key(string json)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(json);
            var pairs = document.RootElement.EnumerateArray().Select(pair => (Column: pair[0].GetString() ?? "", Value: pair[1].GetString() ?? "")).ToEquatableArray();
            return pairs.IsEmpty || pairs.Any(pair => !IsName(pair.Column) || pair.Value.Length == 0 || pair.Value.Contains('\\', StringComparison.Ordinal)) ? null : pairs;
        }
        catch (Exception strange) when (strange is System.Text.Json.JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            // The target answered something else than was asked for.
            return null;
        }
    }

    /// <summary>As <c>quote_ident</c> writes it.</summary>
    static bool IsName(string name) => name is ['"', .. var inside, '"']
        ? inside.Length > 0 && !inside.Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal)
        : name.Length > 0 && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_') && !char.IsAsciiDigit(name[0]);

    /// <param name="Next">Index of the token after name and alias.</param>
    static (string Name, string Alias, int Next)? Table(string text, List<SqlToken> tokens)
    {
        var end = 1;
        if (tokens[1].Kind is not (SqlKind.Word or SqlKind.Quoted) || tokens[1].Is("only")) return null;
        while (end + 2 < tokens.Count && tokens[end + 1].Is(".") && tokens[end + 2].Kind is SqlKind.Word or SqlKind.Quoted) end += 2;
        var name = text[tokens[1].Start..tokens[end].End];
        if (tokens[end + 1].Is("set")) return (name, text[tokens[end].Start..tokens[end].End], end + 1);
        var alias = tokens[end + 1].Is("as") ? end + 2 : end + 1;
        return alias + 1 < tokens.Count && tokens[alias].Kind == SqlKind.Word && tokens[alias + 1].Is("set")
            ? (name, text[tokens[alias].Start..tokens[alias].End], alias + 1) : null;
    }

    static List<string>? Columns(string text, List<SqlToken> tokens, int from, int to)
    {
        var columns = new List<string>();
        var (open, begins) = (0, true);
        for (var at = from; at < to; at++)
        {
            if (begins)
            {
                if (tokens[at].Kind is not (SqlKind.Word or SqlKind.Quoted) || at + 1 >= to || !tokens[at + 1].Is("=")) return null;
                columns.Add(text[tokens[at].Start..tokens[at].End]);
                begins = false;
            }
            else if (tokens[at].Is("(")) open++;
            else if (tokens[at].Is(")")) open--;
            else if (tokens[at].Is(",") && open == 0) begins = true;
        }

        return begins ? null : columns;
    }

    /// <summary>The first such word outside parentheses; -1 where there is none.</summary>
    static int Top(List<SqlToken> tokens, int from, string word)
    {
        var open = 0;
        for (var at = from; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) open++;
            else if (tokens[at].Is(")")) open--;
            else if (open == 0 && tokens[at].Is(word)) return at;
        }

        return -1;
    }
}
