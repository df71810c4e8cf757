namespace Firstlook.Access;

/// <summary>
/// How the reasons begin by which a read that waits is told apart later on. A reason is kept with its incident as it was told, so that these words stay as they are.
/// </summary>
public static class Waiting
{
    /// <summary>Somebody has to ask for it.</summary>
    public const string ForClick = "waits for a click";

    /// <summary>Nothing here can run it.</summary>
    public const string NoTarget = "no target";
}
