using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Firstlook.App.Configuration;

/// <summary>A value in the configuration that knows its place, so that all that is wrong can be said at once, each with its line and key.</summary>
sealed class YamlField(YamlNode? node, string key, YamlReading reading, Mark? near)
{
    public bool Exists => node is not null && node is not YamlScalarNode { Value: null or "" or "~" };

    public string Key => key;

    Mark Mark => node?.Start ?? near ?? Mark.Empty;

    public YamlField this[string name]
    {
        get
        {
            var child = node is YamlMappingNode mapping ? mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: var text } && text == name).Value : null;
            return new YamlField(child, key.Length == 0 ? name : $"{key}.{name}", reading, node?.Start ?? near);
        }
    }

    /// <summary>A value may be read more than once; what is wrong with it is said once.</summary>
    public void Problem(string what)
    {
        var problem = new ConfigurationProblem(Mark.Line, $"{reading.File} line {Mark.Line}: {(key.Length == 0 ? "the file" : key)}: {what}");
        if (!reading.Problems.Contains(problem)) reading.Problems.Add(problem);
    }

    /// <summary>Says of every key that is not in the list that nobody knows it.</summary>
    public YamlField Knows(params ReadOnlySpan<string> names)
    {
        if (node is not YamlMappingNode mapping)
        {
            if (Exists) Problem("a mapping of keys to values is needed");
            return this;
        }

        foreach (var child in mapping.Children.Keys)
            if (child is YamlScalarNode scalar && !names.Contains(scalar.Value ?? ""))
                reading.Problems.Add(new(child.Start.Line,
                    $"{reading.File} line {child.Start.Line}: {(key.Length == 0 ? "" : key + ".")}{scalar.Value}: no such key; there are {string.Join(", ", names.ToArray())}"));
        return this;
    }

    public IEnumerable<(string Name, YamlField Field)> Entries()
    {
        if (!Exists) yield break;
        if (node is not YamlMappingNode mapping)
        {
            Problem("a mapping of names is needed");
            yield break;
        }

        foreach (var (name, value) in mapping.Children)
        {
            if (name is not YamlScalarNode { Value: { Length: > 0 } text }) continue;
            // A name may be a path, and none has it.
            if (text.Contains('\0')) Problem("a name in it holds a NUL character, which no name may");
            else yield return (text, new YamlField(value, key.Length == 0 ? text : $"{key}.{text}", reading, name.Start));
        }
    }

    /// <summary>Every value in it and below, with its key; nothing is said of what is wrong, since whoever reads the value does.</summary>
    public IEnumerable<(string Key, string Text)> Leaves()
    {
        var told = reading.Problems.Count;
        var leaves = node switch
        {
            YamlMappingNode mapping =>
                mapping.Children.Where(pair => pair.Key is YamlScalarNode)
                    .SelectMany(pair => new YamlField(pair.Value, $"{key}.{((YamlScalarNode)pair.Key).Value}", reading, pair.Key.Start).Leaves()),
            YamlSequenceNode sequence => sequence.Children.SelectMany((child, index) => new YamlField(child, $"{key}[{index}]", reading, child.Start).Leaves()),
            _ => Text() is { } text ? [(key, text)] : [],
        };
        var read = leaves.ToArray();
        reading.Problems.RemoveRange(told, reading.Problems.Count - told);
        return read;
    }

    public EquatableArray<string> Texts()
    {
        if (!Exists) return [];
        if (node is YamlScalarNode) return Text() is { } one ? [one] : [];
        if (node is YamlSequenceNode sequence)
            return sequence.Children.Select((child, index) => new YamlField(child, $"{key}[{index}]", reading, child.Start).Text()).Where(text => text is not null)
                .Select(text => text!).ToEquatableArray();
        Problem("a list is needed");
        return [];
    }

    /// <returns>The text with <c>${NAME}</c> and <c>${NAME:-default}</c> replaced; null where it is missing, or a name is unknown: then a problem says so.</returns>
    public string? Text()
    {
        if (!Exists) return null;
        if (node is not YamlScalarNode scalar)
        {
            Problem("one value is needed, not a list or a mapping");
            return null;
        }

        var text = scalar.Value!;
        if (text.Contains('\0'))
        {
            Problem("holds a NUL character, which no value may");
            return null;
        }

        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", start, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                Problem("\"${\" without \"}\"");
                return null;
            }

            var name = text[(start + 2)..end];
            string? otherwise = null;
            if (name.IndexOf(":-", StringComparison.Ordinal) is > 0 and var split) (name, otherwise) = (name[..split], name[(split + 2)..]);
            if ((reading.Variable(name) ?? otherwise) is not { } value)
            {
                Problem($"the environment has no {name}");
                return null;
            }

            text = text[..start] + value + text[(end + 1)..];
            start += value.Length;
        }

        return text;
    }

    public string? Needed()
    {
        if (!Exists) Problem("is needed");
        return Text();
    }

    public Uri? Address(params ReadOnlySpan<string> schemes)
    {
        if (Needed() is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme)) return uri;
        // The value is not repeated: an address may hold a secret.
        Problem($"an address that begins with {string.Join(" or ", schemes.ToArray().Select(scheme => scheme + "://"))} is needed");
        return null;
    }

    public int? Number(int least, int most)
    {
        if (Text() is not { } text) return null;
        if (int.TryParse(text, out var number) && number >= least && number <= most) return number;
        Problem($"a number from {least} to {most} is needed, not \"{text}\"");
        return null;
    }

    /// <summary>A number with its unit: <c>500ms</c>, <c>30s</c>, <c>15m</c>, <c>6h</c>, <c>2d</c>.</summary>
    /// <param name="least">Inclusive.</param>
    /// <param name="most">Inclusive.</param>
    public TimeSpan? Duration(TimeSpan least, TimeSpan most)
    {
        if (Text() is not { } text) return null;
        var unit = text.TrimStart("0123456789");
        double? milliseconds = unit switch { "ms" => 1, "s" => 1000, "m" => 60_000, "h" => 3_600_000, "d" => 86_400_000, _ => null };
        if (milliseconds is { } one && uint.TryParse(text.AsSpan(0, text.Length - unit.Length), out var number) && TimeSpan.FromMilliseconds(number * one) is var span
            && span >= least && span <= most)
            return span;
        Problem($"a time such as 500ms, 30s, 15m, 6h or 2d is needed, of {Shown(least)} to {Shown(most)}, not \"{text}\"");
        return null;
    }

    /// <summary>As it would be written: in the largest unit that it is a whole number of.</summary>
    static string Shown(TimeSpan span) => span.Ticks switch
    {
        0 => "0s",
        var ticks when ticks % TimeSpan.TicksPerDay == 0 => $"{ticks / TimeSpan.TicksPerDay}d",
        var ticks when ticks % TimeSpan.TicksPerHour == 0 => $"{ticks / TimeSpan.TicksPerHour}h",
        var ticks when ticks % TimeSpan.TicksPerMinute == 0 => $"{ticks / TimeSpan.TicksPerMinute}m",
        var ticks when ticks % TimeSpan.TicksPerSecond == 0 => $"{ticks / TimeSpan.TicksPerSecond}s",
        var ticks => $"{ticks / TimeSpan.TicksPerMillisecond}ms",
    };

    public string? OneOf(params ReadOnlySpan<string> allowed)
    {
        if (Needed() is not { } text) return null;
        if (allowed.Contains(text)) return text;
        Problem($"\"{text}\" is none of {string.Join(", ", allowed.ToArray())}");
        return null;
    }
}

/// <param name="Variable">Value of an environment variable; null where there is none.</param>
sealed record YamlReading(string File, List<ConfigurationProblem> Problems, Func<string, string?> Variable);

/// <param name="Line">1-based, so that all are told in the file's order.</param>
/// <param name="Text">With file, line and key.</param>
readonly record struct ConfigurationProblem(long Line, string Text);
