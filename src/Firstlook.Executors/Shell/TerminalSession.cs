using Firstlook.Access;

namespace Firstlook.Executors.Shell;

/// <summary>An approved shell command as a person's own terminal runs it: the same bytes and the same binding of values as anywhere else, and no target of ours.</summary>
/// <param name="Text">For <c>bash -c</c>; values stand in it as variables.</param>
/// <param name="Variables">Those variables.</param>
/// <param name="Problem">Why it cannot be run, for a person; null where it can.</param>
public sealed record TerminalSession(string Text, EquatableArray<KeyValuePair<string, string>> Variables, string? Problem)
{
    public static TerminalSession Of(string text, EquatableArray<Access.Binding> values)
    {
        var bound = ShellActionBinding.Bind(text, values);
        return new TerminalSession(bound.Text, bound.Variables, bound.Problem);
    }
}
