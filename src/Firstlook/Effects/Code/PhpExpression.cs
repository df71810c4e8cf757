using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// One-line questions to a Laravel application: <c>echo App\Models\Order::where('status', 'stuck')->count();</c>. Every name that is called must be one of
/// the query builder's that read; nothing is assigned, loaded or made (laravel.com/docs, "Database: Query Builder").
/// </summary>
internal static partial class PhpExpression
{
    static readonly FrozenSet<string> Reads = FrozenSet.Create(StringComparer.Ordinal,
        "query", "where", "whereNot", "whereIn", "whereNotIn", "whereNull", "whereNotNull", "whereBetween", "whereDate", "whereColumn", "orWhere", "whereHas", "has", "doesntHave", "orderBy", "orderByDesc", "latest", "oldest", "limit", "take", "skip", "offset", "select", "distinct", "with", "withCount", "withTrashed", "onlyTrashed", "groupBy", "having", "join", "leftJoin", "on",
        "count", "sum", "avg", "max", "min", "exists", "doesntExist", "first", "find", "get", "all", "value", "pluck", "toSql", "toArray", "toJson", "isEmpty", "isNotEmpty", "table", "size", "now", "today", "subDay", "subDays", "subHour", "subHours", "subMinute", "subMinutes", "subWeek", "subWeeks", "subMonth", "subMonths", "startOfDay", "endOfDay", "toDateTimeString");

    /// <summary>Functions, which no class stands before.</summary>
    static readonly FrozenSet<string> Functions = FrozenSet.Create(StringComparer.Ordinal, "now", "today", "print_r", "var_dump", "dump", "dd", "json_encode", "echo", "print");

    static readonly string[] Losses = ["delete", "forceDelete", "truncate", "destroy", "flush", "purge"];

    public static Verdict Judge(string code)
    {
        // A quote that begins no plain text becomes a sign that no question holds.
        var names = Texts().Replace(code, text => text.Length > 1 ? "''" : "?");
        if (Called().Matches(names).Select(call => call.Groups["name"].Value).FirstOrDefault(name => Array.Exists(Losses, loss => name.Equals(loss, StringComparison.OrdinalIgnoreCase))) is { } lost) return Verdict.Destructive($"{lost}() deletes");
        return Shape().IsMatch(names) && !Callable().IsMatch(Lists().Replace(names, "${call}''")) && names.Contains("::", StringComparison.Ordinal) && Words().Matches(names).All(word => IsPlain(names, word)) ? Verdict.Read("it asks the application's database", DangerousNames.IsSecret(code) ? EffectTags.Secret : EffectTags.None) : Verdict.Unknown("it runs code that is not known to read only");
    }

    /// <summary>A model or the database before <c>::</c>, a method that reads, a column behind <c>-></c>, or one of the few words of the language that show.</summary>
    static bool IsPlain(string code, Match word)
    {
        var before = code.AsSpan(0, word.Index);
        var next = code.AsSpan(word.Index + word.Length).TrimStart();
        // DB::select() and its kin take a statement as it stands.
        if (next.StartsWith("::")) return word.Value is "DB" ? next.StartsWith("::table(") : word.Value is "Queue" ? next.StartsWith("::size(") : word.Value.Contains("Models\\", StringComparison.Ordinal);
        var member = before.EndsWith("->") || before.EndsWith("::");
        return next is ['(', ..] ? (member ? Reads : Functions).Contains(word.Value) : before.EndsWith("->") && Column().IsMatch(word.Value) || word.Value is "echo" or "print" or "true" or "false" or "null";
    }

    // A text with '$', '{' or an escape in double quotes may hold code.
    [GeneratedRegex(@"'[^'\\]*'|""[^""\\${]*""|['""]")]
    private static partial Regex Texts();

    [GeneratedRegex(@"^[\w\s\\:>(),;.'\[\]-]*$")]
    private static partial Regex Shape();

    /// <summary>What is called without a name of its own, a function that <c>first()</c> calls, and a list, which may name a method: <c>[$x, 'delete']</c>.</summary>
    [GeneratedRegex(@"['\])]\s*\(|\bfirst\s*\((?!\s*\))|\[|(?<![\w)])\d+\s*\(")]
    private static partial Regex Callable();

    // Lists of columns and values, where no function is taken.
    [GeneratedRegex(@"(?<call>->(?:(?:whereIn|whereNotIn|whereBetween)\s*\(\s*''\s*,|(?:select|get)\s*\()\s*|::(?:(?:whereIn|whereNotIn|whereBetween)\s*\(\s*''\s*,|(?:select|with|withCount)\s*\()\s*)\[(?:\s*(?:''|\d+)\s*,?)*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Lists();

    // Any other name may be a method of the model, which is called to look for a relation (laravel.com/docs, "Eloquent: Relationships").
    [GeneratedRegex(@"^(?:id|uuid|name|email|status|state|type|title|slug|key|queue|connection|attempts|amount|total|count|quantity|version|[a-z_]+_(?:at|id|count|status|state|type|total))$")]
    private static partial Regex Column();

    [GeneratedRegex(@"(?<name>\w+)\s*\(")]
    private static partial Regex Called();

    // A class with its namespace is one word.
    [GeneratedRegex(@"\\?[A-Za-z_][\w\\]*")]
    private static partial Regex Words();
}
