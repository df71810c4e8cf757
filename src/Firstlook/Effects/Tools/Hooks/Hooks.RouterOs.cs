using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>The command line of MikroTik's RouterOS.</summary>
internal static partial class Hooks
{
    /// <summary>Square brackets run a command wherever a value stands, and in a text behind <c>$</c> (MikroTik, "Scripting", "Command substitution"); <c>find</c> alone
    /// only looks.</summary>
    static Verdict Bracketed(Invocation call, Parsed parsed) =>
        parsed.Operands.Exists(word => RunsInside().IsMatch(word.Text)) ? Verdict.Unknown("what stands in brackets runs") : new Verdict(Effect.None, EffectTags.None, "");

    // Behind a letter, as before a digit, it is a pattern's: name~"ether[0-9]".
    [GeneratedRegex(@"(?<![A-Za-z0-9])\[(?!find\b(?!-)|[\d^]|$)|\$\[", RegexOptions.CultureInvariant)]
    private static partial Regex RunsInside();
}
