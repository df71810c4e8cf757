using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>
/// Operations of AWS that set how much there is of something, and nothing besides (AWS CLI Command Reference): the number that was there can be set again. None at
/// all is an interruption.
/// </summary>
internal static partial class Hooks
{
    /// <summary>Each with the option that says how much, and those that say of what.</summary>
    static readonly FrozenDictionary<string, (string Amount, string[] Of)> Capacities = new Dictionary<string, (string, string[])>(StringComparer.Ordinal)
    {
        ["ecs update-service"] = ("--desired-count", ["--cluster", "--service"]),
        ["lambda put-function-concurrency"] = ("--reserved-concurrent-executions", ["--function-name"]),
        ["dynamodb update-table"] = ("--provisioned-throughput", ["--table-name"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>False where an option says more, where the amount is not known, and where it is nothing.</returns>
    static bool SetsCapacity(string service, string operation, List<Argument> rest)
    {
        if (!Capacities.TryGetValue($"{service} {operation}", out var capacity)) return false;
        var amount = "";
        for (var at = 0; at < rest.Count; at++)
        {
            var (name, value) = Parted(rest[at]);
            if (value is null) value = ++at < rest.Count ? rest[at].Text : "";
            if (name == capacity.Amount && amount.Length == 0) amount = value;
            else if (!AwsGlobals.Contains(name) && !capacity.Of.Contains(name)) return false;
        }

        return IsSome(amount);
    }

    static (string Name, string? Value) Parted(Argument word) =>
        word.Text.IndexOf('=') is > 0 and var equals && word.IsOption ? (word.Text[..equals], word.Text[(equals + 1)..]) : (word.Text, null);

    // "12", "ReadCapacityUnits=500,WriteCapacityUnits=500"; what is to be filled in may be nothing.
    static bool IsSome(string amount) =>
        amount.Split(',').All(part => part[(part.IndexOf('=') + 1)..] is { Length: > 0 } number && number[0] is >= '1' and <= '9' && number.All(char.IsAsciiDigit));
}
