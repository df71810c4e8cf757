using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>Requests whose path is what a variable says that is called an action: <c>requests.get(f"http://h/{action}")</c>; where it stands for a thing it is an
/// ordinary read.</summary>
internal static class NamedActions
{
    static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "action", "command", "cmd", "operation", "op", "verb");

    /// <returns>Null where no address of that kind begins at a place.</returns>
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.String || !tokens[at].Text.Contains("://", StringComparison.Ordinal) || Devices.Tells(tokens, at)) return null;
        var named = tokens[at].Inner.FirstOrDefault(Names.Contains)
            ?? (at + 2 < tokens.Count && tokens[at + 1].Is("+") && tokens[at + 2].Kind == CodeKind.Name && Names.Contains(tokens[at + 2].Text) ? tokens[at + 2].Text : null);
        return named is null ? null : $"what '{named}' says is done there";
    }
}
