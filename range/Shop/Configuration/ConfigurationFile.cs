using System.Globalization;

namespace Firstlook.Range.Configuration;

/// <summary>
/// NAME=VALUE lines that people edit while the shop runs, as a mounted ConfigMap is edited. Every process of the shop
/// reads the same file, and notices a change within half a second. '#' begins a comment.
/// </summary>
/// <param name="environmentFirst">Whether a variable of the process's environment is stronger than the line of its name, as `kubectl set env` is meant.</param>
internal sealed class ConfigurationFile(string path, TimeProvider clock, bool environmentFirst = false)
{
    static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(500);

    readonly Lock gate = new();
    Dictionary<string, string> values = [];
    long readAt = long.MinValue;

    /// <exception cref="InvalidOperationException">The file holds no such line.</exception>
    public string this[string name] => environmentFirst && Environment.GetEnvironmentVariable(name) is { Length: > 0 } stronger ? stronger : Values().TryGetValue(name, out var value)
        ? value
        : throw new InvalidOperationException($"{path} holds no {name}=; add the line");

    public bool Flag(string name) => this[name] switch
    {
        "true" => true,
        "false" => false,
        var other => throw new InvalidOperationException($"{path}: {name} is \"{other}\"; true or false is expected"),
    };

    public int Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidOperationException($"{path}: {name} is \"{this[name]}\"; a whole number is expected");

    /// <summary>Changes one line and leaves the others as they are; readers see the old file or the new one.</summary>
    public void Set(string name, string value)
    {
        lock (gate)
        {
            var lines = File.ReadAllLines(path).Select(line => Name(line) == name ? $"{name}={value}" : line).ToList();
            File.WriteAllLines(path + ".new", lines);
            File.Move(path + ".new", path, overwrite: true);
            readAt = long.MinValue;
        }
    }

    Dictionary<string, string> Values()
    {
        lock (gate)
        {
            if (readAt == long.MinValue || clock.GetElapsedTime(readAt) > Freshness)
            {
                values = File.ReadLines(path).Where(line => Name(line) is not null)
                    .ToDictionary(line => Name(line)!, line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim(), StringComparer.Ordinal);
                readAt = clock.GetTimestamp();
            }
            return values;
        }
    }

    static string? Name(string line) =>
        line.TrimStart() is { Length: > 0 } text && text[0] != '#' && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var end ? text[..end].Trim() : null;
}

/// <summary>What the shop's people configure: the file `config`.</summary>
internal sealed class ShopConfiguration(string path, TimeProvider clock, bool environmentFirst = false)
{
    public ConfigurationFile File { get; } = new(path, clock, environmentFirst);
}

/// <summary>What people and machines outside the shop do just now, good or bad: the file `outside`, read by the load.</summary>
internal sealed class OutsideWorld(string path, TimeProvider clock)
{
    public ConfigurationFile File { get; } = new(path, clock);
}
