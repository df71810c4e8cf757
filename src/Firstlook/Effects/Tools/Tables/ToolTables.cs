namespace Firstlook.Effects.Tools;

/// <summary>The tables of programs, in the language of <see cref="ToolText"/>. A name that stands in two of them has the meaning of the later one.</summary>
internal static partial class ToolTables
{
    public static readonly string[] All =
        [Builtins, Wrappers, Coreutils, Text, Processes, Network, Databases, Queues, Kubernetes, Docker, Git, Clouds, Development];
}
