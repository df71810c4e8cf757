namespace Firstlook.Actions;

/// <summary>The policy for a service's actions, as an incident keeps it from its opening on.</summary>
/// <param name="Environments">Rules of targets that are configured to lie in an environment, complete in themselves.</param>
public sealed record ActionPolicy(ActionRules Rules, EquatableArray<EnvironmentRules> Environments = default)
{
    public static ActionPolicy Default { get; } = new(ActionRules.Default);

    /// <summary>
    /// The environment is the target's, from the configuration. An alert's own label counts for nothing here: whoever sends alerts could
    /// choose a milder policy by it.
    /// </summary>
    public ActionRules For(string? environment) => Environments.FirstOrDefault(one => one.Environment == environment)?.Rules ?? Rules;

    /// <summary>Where it is milder than the default, for the start and the record.</summary>
    public IEnumerable<string> Milder() =>
        Rules.Milder().Concat(Environments.SelectMany(one => one.Rules.Milder().Except(Rules.Milder()).Select(milder => $"{milder} in {one.Environment}")));
}

public sealed record EnvironmentRules(string Environment, ActionRules Rules);
