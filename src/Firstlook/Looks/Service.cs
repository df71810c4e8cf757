using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Alerts;
using Firstlook.Effects.Tools;

namespace Firstlook.Looks;

/// <summary>Something a team runs, chosen by the labels of an alert.</summary>
/// <param name="Match">Every one of these labels must have this value; an empty set matches nothing.</param>
/// <param name="Targets">What its runbooks run against, and nothing else.</param>
public sealed record Service(string Name, string Team, LabelSet Match, EquatableArray<Target> Targets)
{
    /// <summary>The programs that the team's runbooks may name: the product's own, and what the team's rules add.</summary>
    public Toolset Tools { get; init; } = Toolset.BuiltIn;

    /// <summary>Where they come from, for the record; null where the team has none of its own.</summary>
    public ToolRules? Rules { get; init; }

    /// <summary>Whose approval its actions need.</summary>
    public ActionPolicy Policy { get; init; } = ActionPolicy.Default;
}

/// <param name="Service">Null where none was chosen.</param>
/// <param name="Why">For a person: what decided.</param>
public sealed record ServiceChoice(Service? Service, string Why)
{
    /// <summary>The service whose labels are all on the alert; the one with more labels where several are. A tie chooses none.</summary>
    public static ServiceChoice For(LabelSet labels, IReadOnlyCollection<Service> services)
    {
        var matching = services
            .Where(service => service.Match.Count > 0 && service.Match.Pairs.All(pair => labels[pair.Key] == pair.Value))
            .GroupBy(service => service.Match.Count)
            .MaxBy(group => group.Key)?.ToArray() ?? [];
        return matching switch
        {
            [] => new(null, $"no service is configured for the alert's labels{Wanted(services)}"),
            [var one] => new(one, $"labels {one.Match}"),
            _ => new(null, $"the alert's labels fit {string.Join(" and ", matching.Select(service => service.Name))} equally"),
        };
    }

    // ": shop needs service=shop": what an alert must have for each of them.
    static string Wanted(IReadOnlyCollection<Service> services)
    {
        const int Most = 3;
        var needs = services.Where(service => service.Match.Count > 0)
            .Select(service => $"{service.Name} needs {string.Join(", ", service.Match.Pairs.Select(pair => $"{pair.Key}={pair.Value}"))}").ToArray();
        return needs.Length == 0 ? "" : $": {string.Join(", ", needs.Take(Most))}{(needs.Length > Most ? $" and {needs.Length - Most} more" : "")}";
    }
}
