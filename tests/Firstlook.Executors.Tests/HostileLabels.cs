using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Executors.Tests;

/// <summary>What an alert's label may hold: quotes and operators of every language that a value meets, options, line ends, text that runs from right to left, and much of it.</summary>
static class HostileLabels
{
    /// <summary>A file that one of the labels would write, were it read as code.</summary>
    public const string Trace = "/tmp/firstlook-label";

    static readonly Gen<string> Labels = Gen.Elements(
        "'", "\"", "`", "\\", "$", "(", ")", "{", "}", "[", "]", "<", ">", "|", "&", ";", "#", "*", "?", "~", "!", "=", "%", "-", "--", "/*", "*/", "\n", "\t", "\r", " ", "a", "Z", "0", ".", ",", ":", "@", "/", "^", "+",
        "$(id)", "`id`", "$x", "${x}", "'; rm -rf / #", "<x>", "$$", "E'", "\u0001", "é", "🙂", "\u2028", "\u202eexe.", "\u200b", "\\u0027", "\\x27", "%s", "{{", "{{.app}}", "<_>", "-o", "--option=x", "-oProxyCommand=id", $"touch {Trace}", $"$(touch {Trace})", $"'; touch {Trace} #")
        .ListOf().Select(pieces => string.Concat(pieces));

    /// <summary>Always among them: what a generator may miss.</summary>
    static readonly string[] Always = ["'; rm -rf / #", $"$(touch {Trace})", $"`touch {Trace}`", "-o", "--option", "a\nb", "\u202egnp.exe", new string('x', 30_000) + "'\"$(id)", "..", "a/../../b", "%2e%2e%2f", "a?b=c&d#e"];

    /// <returns>None is empty, and none holds a null character, which no target's text can: that is refused, and tested apart.</returns>
    public static IEnumerable<string> Sample(int count) => Always.Concat(Labels.Sample(count, 12).Where(label => label.Length > 0));
}
