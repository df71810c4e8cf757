using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Ruby's names with a capital. A class is called, too: <c>Refund.(1)</c>, <c>Refund[1]</c>, <c>each(&amp;Refund)</c>; and one whose making writes a file is
/// let through only where it stands before the method that it is asked for: <c>F = File</c>, <c>class W &lt; File</c> and <c>File.itself</c> hand it on.
/// </summary>
internal static class RubyClasses
{
    static readonly FrozenSet<string> Acting =
        FrozenSet.Create(StringComparer.Ordinal, "File", "IO", "Tempfile", "PStore", "Logger", "SyslogLogger", "CSV", "WIN32OLE", "TCPServer", "UNIXServer", "HTTPServer",
            "GDBM", "SDBM", "DBM", "GzipWriter", "Ractor");

    /// <summary>Methods that answer the class itself.</summary>
    static readonly FrozenSet<string> Same =
        FrozenSet.Create(StringComparer.Ordinal, "then", "yield_self", "tap", "itself", "dup", "clone", "freeze", "class", "instance_eval", "instance_exec");

    /// <summary>Classes that make a collection, or look something up, in square brackets.</summary>
    static readonly FrozenSet<string> Collections =
        FrozenSet.Create(StringComparer.Ordinal, "Hash", "Set", "SortedSet", "Array", "Dir", "Struct", "Vector", "Matrix", "Settings", "Setting", "Config",
            "Configuration", "Thread", "Mime", "Arel", "Ohai", "Pry");

    public static bool Act(string name) => Acting.Contains(name);

    /// <returns>Why the name at a place may do more than name a class; null where it does not.</returns>
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        var (name, next) = (tokens[at].Text, at + 1 < tokens.Count ? tokens[at + 1] : default);
        if (tokens[at].Is(".") && next.Is("(")) return "what is called is not known by name";
        if (tokens[at].Kind != CodeKind.Name || !char.IsAsciiLetterUpper(name[0])) return null;
        if (name is "Fiddle" or "DL") return $"{name} loads a library";
        if (at > 1 && tokens[at - 1].Is("&") && tokens[at - 1].End == tokens[at].Start
            && (tokens[at - 2].Text is "(" or "," || tokens[at - 2].End < tokens[at - 1].Start))
            return $"{name} is called for each";
        if (next.Is("[") && next.Start == tokens[at].End && name.AsSpan().ContainsAnyInRange('a', 'z') && !Collections.Contains(name)) return $"{name}[] may be a call";
        if (!Acting.Contains(name) || at > 0 && IsAsked(tokens, at)) return null;
        var dot = next.Is("&") ? at + 2 : at + 1;
        if (next.Is(":") && at + 2 < tokens.Count && tokens[at + 2].Is(":")) return null;
        return dot + 1 >= tokens.Count || !tokens[dot].Is(".") || Same.Contains(tokens[dot + 1].Text) ? $"{name} is handed on" : null;
    }

    // x.is_a?(File), when File, rescue IO::TimeoutError
    static bool IsAsked(List<CodeToken> tokens, int at) =>
        tokens[at - 1].Text is "when" or "rescue" || tokens[at - 1].Is("(") && at > 1 && tokens[at - 2].Text is "is_a?" or "kind_of?" or "instance_of?"
            || tokens[at - 1].Is(":") && at > 1 && tokens[at - 2].Is(":") && !(at + 1 < tokens.Count && tokens[at + 1].Is("."));
}
