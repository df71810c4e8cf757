using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs that look into others by a language of their own.</summary>
internal static partial class Hooks
{
    /// <summary>gdb(1): of a core file, or of a program that does not run, it reads; whatever it could attach to stops.</summary>
    static Verdict Gdb(Invocation call, Parsed parsed)
    {
        if (AsksForHelp(call) || parsed.Has("--version", "-version", "-v")) return Verdict.Read("it shows help");
        var stops = Verdict.Disruptive("gdb stops the process it looks into");
        var files = parsed.Operands.Concat(parsed.Values("-c", "-core", "--core"));
        // gdb(1): in a core file's place the number of a process may stand.
        if (!parsed.Has("-batch", "--batch") || parsed.Has("-p", "-pid", "--pid") || parsed.Operands.Count > 2
            || files.Any(file => file.Text.Length == 0 || file.Open || char.IsAsciiDigit(file.Text[0])))
            return stops;
        var other = parsed.Values("-ex", "--ex", "-eval-command", "--eval-command").FirstOrDefault(command => !GdbRead().IsMatch(command.Text.Trim()));
        return other.Text is null
            ? Verdict.Read("it looks into a file, and no process",
                parsed.Values("-ex", "--ex", "-eval-command", "--eval-command")
                    .Any(command => command.Text.Contains("environ", StringComparison.Ordinal) || DangerousNames.IsSecret(command.Text))
                    ? EffectTags.Secret : EffectTags.None)
            : Verdict.Unknown($"'{other.Shown}' may do more than show");
    }

    // No call, no assignment, no convenience function ($_shell): "Debugging with GDB".
    [GeneratedRegex(@"^(?:(?:thread apply (?:all|[\d. -]+) (?:-[a-z]+ )*)?(?:bt|backtrace|where)(?: (?:full|-?\d+|-full|-frame-arguments \w+))*"
        +
            @"|(?:info|i) (?:threads|registers|all-registers|sharedlibrary|shared|proc|frame|locals|args|signals|files|target|program|source|sources|symbol|line|"
            + @"functions|variables|types|auxv)(?: [\w :*.,<>/-]*)?"
        + @"|(?:frame|f|thread|up|down)(?: \d+)?|(?:list|l|disassemble|disas|x|print|p|ptype|whatis)(?:/\w+)?(?: (?:[\w :*.,<>/\[\]&-]|\$[a-z])*)?"
        + @"|set (?:pagination|confirm|height|width|verbose|print [a-z-]+) (?:on|off|\d+|unlimited)|quit|q)$")]
    private static partial Regex GdbRead();

    static Verdict BpfTrace(Invocation call, Parsed parsed)
    {
        if (AsksForHelp(call)) return Verdict.Read("it shows help");
        if (parsed.Has("-l", "-V", "--info", "--version")) return Neutral;
        return parsed.Operands.Count == 0 && parsed.Values("-e").ToList() is [{ Known: true } program] && OnlyTraces(program.Text)
            ? Verdict.Read("it traces, and acts on nothing", EffectTags.Cost | EffectTags.Hang) : Verdict.Unknown("bpftrace runs a program in the kernel");
    }

    /// <summary>Functions that count, format and print; <c>system</c>, <c>signal</c>, <c>override</c>, <c>cat</c> and <c>skboutput</c> are none (bpftrace(8),
    /// "Functions").</summary>
    static readonly FrozenSet<string> Tracing = FrozenSet.Create(StringComparer.Ordinal,
        "printf", "print", "str", "kstr", "ustr", "count", "sum", "avg", "min", "max", "stats", "hist", "lhist", "delete", "clear", "zero", "exit", "time", "strftime",
            "ksym", "usym", "kaddr", "uaddr", "reg", "kstack", "ustack", "ntop", "macaddr", "cgroupid", "buf", "join", "strncmp", "strcontains", "sizeof", "offsetof",
            "kptr", "uptr", "bswap", "len", "has_key", "nsecs", "if", "while", "for", "unroll");

    static bool OnlyTraces(string program)
    {
        var code = BpfText().Replace(program, "\"\"");
        return !code.Contains("//", StringComparison.Ordinal) && !code.Contains("/*", StringComparison.Ordinal) && code.AsSpan().IndexOfAny("#'`\\") < 0
            && code.Count(letter => letter == '"') % 2 == 0
            && !BpfOther().IsMatch(code) && BpfCall().Matches(code).All(called => Tracing.Contains(called.Groups["name"].Value));
    }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""", RegexOptions.Singleline)]
    private static partial Regex BpfText();

    [GeneratedRegex(@"\b(?:config|import|macro|fn|unsafe|let)\b")]
    private static partial Regex BpfOther();

    [GeneratedRegex(@"(?<name>\w+)\s*\(")]
    private static partial Regex BpfCall();
}
