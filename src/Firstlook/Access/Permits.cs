using System.Security.Cryptography;
using System.Text;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Access;

/// <summary>
/// Authority to run exactly these bytes on exactly this target. There is no public way to make one:
/// a <see cref="ReadPermit"/> comes from <see cref="ReadPolicy"/>, an <see cref="ActionPermit"/> from the record of an
/// incident in which the action is approved and its start is committed.
/// </summary>
public abstract class Permit
{
    private protected Permit(string text, Language language, Target target, EquatableArray<Binding> values, Limits limits) =>
        (Text, Language, Target, Values, Limits) = (text, language, target, values, limits);

    /// <summary>The exact text that runs.</summary>
    public string Text { get; }

    public Language Language { get; }

    public Target Target { get; }

    public EquatableArray<Binding> Values { get; }

    public Limits Limits { get; }
}

/// <summary>Permits a read. Holds commands that set variables the read uses, in the order in which they run first.</summary>
public sealed class ReadPermit : Permit
{
    internal ReadPermit(CommandId command, string text, string? rewrite, Language language, Target target, EquatableArray<Binding> values, Limits limits,
        EquatableArray<string> before, bool clicked = false)
        : base(text, language, target, values, limits) => (Command, Rewrite, Before, Clicked) = (command, rewrite, before, clicked);

    public CommandId Command { get; }

    /// <summary>The sentence of the rewrite that the text has undergone; null where it is the runbook's own.</summary>
    public string? Rewrite { get; }

    /// <summary>Assignments of the same block that run before it, in order: shell only, reads or assignments themselves.</summary>
    public EquatableArray<string> Before { get; }

    /// <summary>True where a person asked for it: then it need not prove more about itself than its text does.</summary>
    public bool Clicked { get; }
}

/// <summary>Permits an approved action, once: the incident's record has its start, and will never give a second one.</summary>
public sealed class ActionPermit : Permit
{
    internal ActionPermit(int action, string text, Language language, Target target, EquatableArray<Binding> values, Limits limits, DateTimeOffset until)
        : base(text, language, target, values, limits) => (Action, Until) = (action, until);

    /// <summary>Exclusive. What has not begun by then does not begin.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>1-based, in the incident.</summary>
    public int Action { get; }
}

/// <summary>What an approval binds to.</summary>
public static class ActionHash
{
    /// <summary>How long an approval counts: part of what is approved (practice.md 4: "expiry 15 min").</summary>
    public static TimeSpan ApprovalLasts { get; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// SHA-256 over language, target and its place, the exact text, the values, how long an approval counts, and the undo, each with its
    /// length before it, in lower-case hexadecimal.
    /// </summary>
    /// <param name="place">The target's <see cref="Target.Place"/>.</param>
    /// <param name="undo">Text of the command that takes it back; null where there is none.</param>
    public static string Of(string text, Language language, string target, EquatableArray<Binding> values, string? place = null, string? undo = null)
    {
        var parts = new StringBuilder();
        Append(language.Word());
        Append(target);
        Append(place ?? "");
        Append(text);
        Append(ApprovalLasts.ToString("c", System.Globalization.CultureInfo.InvariantCulture));
        Append(undo ?? "");
        foreach (var value in values)
        {
            Append(value.Token);
            Append(value.Value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));

        void Append(string part) => parts.Append(Encoding.UTF8.GetByteCount(part)).Append(':').Append(part).Append('\n');
    }
}
