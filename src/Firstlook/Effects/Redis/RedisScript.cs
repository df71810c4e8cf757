using System.Text.RegularExpressions;

namespace Firstlook.Effects.Redis;

/// <summary>A Lua script of one expression that calls Redis by a literal name (redis.io, "Scripting with Lua"): it does what those commands do.</summary>
internal static partial class RedisScript
{
    public static Verdict Judge(string script)
    {
        if (script.Contains(Argument.Hole) || !script.Contains("redis.", StringComparison.Ordinal) || !Plain().IsMatch(script))
            return Verdict.Unknown("a script runs more than its words say");
        var verdict = Verdict.Read("the script only asks");
        foreach (Match call in Call().Matches(script)) verdict = verdict.And(RedisJudge.Command([call.Groups["command"].Value, .. Arguments(call.Groups["rest"].Value)]));
        return verdict;
    }

    /// <summary>What a script that may not write does all the same: <c>KEYS</c>, <c>SLOWLOG RESET</c>, texts without end. Null where nothing of the kind stands in it.</summary>
    public static Verdict? Problem(string script)
    {
        if (script.Contains("load", StringComparison.Ordinal) || script.Contains("while", StringComparison.Ordinal)
            || script.Contains("dofile", StringComparison.Ordinal))
            return Verdict.Unknown("a script may run a text, or without end");
        var calls = Call().Matches(script);
        if (calls.Count != script.Split("call").Length - 1 || script.Contains("rep(", StringComparison.Ordinal) || script.Contains(":rep", StringComparison.Ordinal)
            || script.Contains('[') && script.Contains("_G", StringComparison.Ordinal))
            return Verdict.Unknown("a script runs more than its words say");
        var verdict = Verdict.Read("the script only asks");
        foreach (Match call in calls) verdict = verdict.And(RedisJudge.Command([call.Groups["command"].Value, .. Arguments(call.Groups["rest"].Value)]));
        return verdict.Effect > Effect.Read ? verdict : null;
    }

    /// <summary>The literal arguments behind a command's name; what is handed to the script is a key or a value.</summary>
    static IEnumerable<string> Arguments(string rest) =>
        rest.Split(',').Skip(1).Select(argument => argument.Trim())
            .Select(argument =>
                argument.Length > 1 && argument[0] is '\'' or '"'
                    ? argument[1..^1]
                    : argument.Length > 0 && (char.IsAsciiDigit(argument[0]) || argument[0] == '-')
                    ? argument
                    : "x");

    /// <summary><c>return redis.call('LLEN', KEYS[1])</c>: calls with literal commands and plain arguments, joined by operators.</summary>
    [GeneratedRegex("""^\s*return\s+(?:#|tonumber\(|tostring\(|\{|\(|\)|\}|,|[-+*/]|\.\.|\s|[0-9]+|redis\.p?call\(\s*['"][A-Za-z]+['"](?:\s*,\s*(?:(?:KEYS|ARGV)\[[0-9]+\]|[0-9]+|-[0-9]+|'[^'\\]*'|"[^"\\]*"))*\s*\))+;?\s*$""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    [GeneratedRegex("""redis\.p?call\(\s*['"](?<command>[A-Za-z]+)['"](?<rest>[^)]*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
