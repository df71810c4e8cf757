using System.Text.RegularExpressions;

namespace Firstlook.Effects.Redis;

/// <summary>A Lua script of one expression that calls Redis by a literal name (redis.io, "Scripting with Lua"): it does what those commands do.</summary>
internal static partial class RedisScript
{
    public static Verdict Judge(string script)
    {
        if (script.Contains(Argument.Hole) || !script.Contains("redis.", StringComparison.Ordinal) || !Plain().IsMatch(script)) return Verdict.Unknown("a script runs more than its words say");
        var verdict = Verdict.Read("the script only asks");
        foreach (Match call in Call().Matches(script)) verdict = verdict.And(RedisJudge.Command([call.Groups["command"].Value, .. call.Groups["sub"].Success ? [call.Groups["sub"].Value] : Array.Empty<string>()]));
        return verdict;
    }

    /// <summary>What a script that may not write does all the same: <c>KEYS</c>, <c>SLOWLOG RESET</c>, texts without end. Null where nothing of the kind stands in it.</summary>
    public static Verdict? Problem(string script)
    {
        var calls = Call().Matches(script);
        if (calls.Count != script.Split("call").Length - 1 || script.Contains("rep(", StringComparison.Ordinal) || script.Contains(":rep", StringComparison.Ordinal) || script.Contains('[') && script.Contains("_G", StringComparison.Ordinal)) return Verdict.Unknown("a script runs more than its words say");
        var verdict = Verdict.Read("the script only asks");
        foreach (Match call in calls) verdict = verdict.And(RedisJudge.Command([call.Groups["command"].Value, .. call.Groups["sub"].Success ? [call.Groups["sub"].Value] : Array.Empty<string>()]));
        return verdict.Effect > Effect.Read ? verdict : null;
    }

    /// <summary><c>return redis.call('LLEN', KEYS[1])</c>: calls with literal commands and plain arguments, joined by operators.</summary>
    [GeneratedRegex("""^\s*return\s+(?:#|tonumber\(|tostring\(|\{|\(|\)|\}|,|[-+*/]|\.\.|\s|[0-9]+|redis\.p?call\(\s*['"][A-Za-z]+['"](?:\s*,\s*(?:(?:KEYS|ARGV)\[[0-9]+\]|[0-9]+|-[0-9]+|'[^'\\]*'|"[^"\\]*"))*\s*\))+;?\s*$""", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    [GeneratedRegex("""redis\.p?call\(\s*['"](?<command>[A-Za-z]+)['"](?:\s*,\s*['"](?<sub>[A-Za-z]+)['"])?""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
