using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Whether a network device shows its settings with the passwords, communities and keys in them: as a whole, or a part of that kind. Short words do, as everywhere on
/// such a device (Cisco IOS, "Using the Command-Line Interface"; Junos OS, "show configuration"; Huawei VRP, "display current-configuration").
/// </summary>
internal static partial class DeviceSettings
{
    public static bool AreShown(Pipeline pipeline) =>
        pipeline.Commands[0] is SimpleCommand { Words: [{ Constant: "write" or "wr" or "show" or "sh" or "display" or "dis" }, _, ..] words }
            && pipeline.Commands.Skip(1).All(filter => filter is SimpleCommand { Words: [{ Constant: not null }, ..] })
            && AreShown([.. words.Select(Text)], pipeline.Commands.Skip(1).Select(filter => ((SimpleCommand)filter).Words.Select(Text).ToList()));

    static string Text(Word word) => word.Constant ?? "";

    /// <param name="words">What the device is asked.</param>
    /// <param name="filters">What its answer goes through.</param>
    public static bool AreShown(string[] words, IEnumerable<List<string>> filters) => words switch
    {
        ["write" or "wr", { Length: > 0 } what] when "terminal".StartsWith(what, StringComparison.Ordinal) => Remain([], filters),
        ["show" or "sh", "snmp", "community" or "communities", ..] => true,
        ["show" or "sh", { } what, ..] when OfShow().IsMatch(what) => Remain(words.Skip(2), filters),
        ["display" or "dis", { } what, ..] when OfDisplay().IsMatch(what) => Remain(words.Skip(2), filters),
        _ => false,
    };

    /// <summary>Whether nothing narrows what is shown, or what does so names such secrets.</summary>
    static bool Remain(IEnumerable<string> parts, IEnumerable<List<string>> filters)
    {
        var narrowing = parts.Where(part => !Wholly().IsMatch(part)).ToList();
        foreach (var filter in filters)
        {
            if (Counting().IsMatch(filter[0])) return false;
            if (!Passing().IsMatch(filter[0])) narrowing.AddRange(filter.Skip(1).Where(word => word is not ['-', ..]));
        }

        return narrowing.Count == 0 || narrowing.Exists(word => Secret().IsMatch(word) || Anything().IsMatch(word));
    }

    [GeneratedRegex("^(run(ning(-config)?)?|start(up(-config)?)?|config(uration)?|full-configuration)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfShow();

    [GeneratedRegex("^(cur(rent(-configuration)?)?|saved(-configuration)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfDisplay();

    /// <summary>Words that leave all the settings in.</summary>
    [GeneratedRegex("^(all|full|brief|complete|linenum|detail|details|expanded|view|verbose|no-header|json|(bgp|ospf6?|ripn?g?|isis|eigrp|ldp|zebra)d?)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Wholly();

    /// <summary>Filters that show all, or all but some lines.</summary>
    [GeneratedRegex("^(display|no-more|cat|less|more|tail|head|exclude|exc|except|begin|beg|nz|trim|resolve|last|find)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Passing();

    [GeneratedRegex("^(count|wc)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    /// <summary>Parts of the settings that hold passwords, hashes, communities or keys, by what they are called.</summary>
    [GeneratedRegex(@"user|communit|passw|secret|(^|[\s|^-])(pre-shared-)?keys?\b|key-?string|"
        + @"psk|snmp|^enable|\|enable|aaa|tacacs|radius|crypto|isakmp|login|authentication|^line$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^[.*^$|+]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Anything();
}
