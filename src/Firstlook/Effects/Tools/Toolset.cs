using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Firstlook.Effects.Tools;

/// <summary>The programs that are known: those of the product's tables, and what a team's own rules add to them. What is in neither is unknown.</summary>
public sealed class Toolset
{
    /// <summary>The product's own tables alone.</summary>
    public static Toolset BuiltIn { get; } = new(Embedded());

    readonly FrozenDictionary<string, ToolSection> sections;
    readonly Dictionary<string, ToolNode> own;
    readonly ConcurrentDictionary<ToolSection, ToolNode> parsed;

    /// <summary>Whose machines may be asked with what proves who asks.</summary>
    internal OwnNetwork Network { get; } = OwnNetwork.Private;

    /// <exception cref="ToolFormatException">A table is not in its language, or two tell of the same program.</exception>
    internal Toolset(IEnumerable<ToolTable> tables)
    {
        var named = new Dictionary<string, ToolSection>(StringComparer.Ordinal);
        foreach (var section in tables.SelectMany(table => table.Sections))
        {
            foreach (var name in section.Names)
            {
                if (!named.TryAdd(name, section))
                    throw new ToolFormatException(section.File, section.Lines[0].Number, $"'{name}' stands in {named[name].File}:{named[name].Lines[0].Number} already");
            }
        }
        sections = named.ToFrozenDictionary(StringComparer.Ordinal);
        // Each section is cut once, and is its own key: to compare what stands in it would take longer than all else.
        (own, parsed) = ([], new ConcurrentDictionary<ToolSection, ToolNode>(ReferenceEqualityComparer.Instance));
    }

    /// <param name="own">Programs that a team's rules describe, or change; <paramref name="others"/> has all the rest.</param>
    /// <param name="network">Which machines are the organisation's.</param>
    internal Toolset(Toolset others, Dictionary<string, ToolNode> own, OwnNetwork network)
    {
        Network = network;
        (sections, parsed) = (others.sections, others.parsed);
        this.own = own;
    }

    internal ToolNode? Find(string name) =>
        own.TryGetValue(name, out var team) ? team : sections.TryGetValue(name, out var section) ? parsed.GetOrAdd(section, ToolText.Parse) : null;

    internal ToolSection? Section(string name) => sections.GetValueOrDefault(name);

    internal IEnumerable<string> Names => sections.Keys;

    static IEnumerable<ToolTable> Embedded()
    {
        var assembly = typeof(Toolset).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".tools", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            yield return new ToolTable(resource, Text(assembly, resource));
    }

    static string Text(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
