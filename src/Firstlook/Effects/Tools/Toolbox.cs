using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>All programs that are known. What is not in it is unknown.</summary>
internal static class Toolbox
{
    static readonly FrozenDictionary<string, ToolNode> Tools = Read();

    public static ToolNode? Find(string name) => Tools.GetValueOrDefault(name);

    public static IEnumerable<KeyValuePair<string, ToolNode>> All => Tools;

    static FrozenDictionary<string, ToolNode> Read()
    {
        var tools = new Dictionary<string, ToolNode>(StringComparer.Ordinal);
        foreach (var table in ToolTables.All) ToolText.Read(table, tools);
        foreach (var tool in tools.Values)
        {
            foreach (var (word, program) in tool.Same) tool.Subcommands[word] = tools[program];
        }
        return tools.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
