using Firstlook.Actions;

namespace Firstlook.App.Configuration;

/// <summary>
/// Reads <c>policy:</c>, the common one and those of services. What is nearer speaks: a service's rule comes before the common one. An
/// environment, which is a set of targets, adds its own; where it and the service both name a rule, the stricter holds.
/// </summary>
sealed class PolicyReader
{
    readonly ActionRules common;
    readonly List<(string Name, EquatableArray<string> Targets, YamlField Field)> environments;

    PolicyReader(ActionRules common, List<(string Name, EquatableArray<string> Targets, YamlField Field)> environments) =>
        (this.common, this.environments) = (common, environments);

    public static PolicyReader Read(YamlField field, IReadOnlyCollection<string> targets)
    {
        field.Knows([.. Keys, "environments"]);
        var read = new List<(string Name, EquatableArray<string> Targets, YamlField Field)>();
        foreach (var (name, environment) in field["environments"].Entries())
        {
            environment.Knows([.. Keys, "targets"]);
            if (!environment["targets"].Exists) environment["targets"].Problem("is needed: which of the targets lie in it");
            var named = environment["targets"].Texts();
            foreach (var target in named.Where(target => !targets.Contains(target))) environment["targets"].Problem($"there is no target \"{target}\" under targets");
            foreach (var target in named)
                if (read.FirstOrDefault(one => one.Targets.Contains(target)) is { Name: { } other }) environment["targets"].Problem($"target \"{target}\" is in {other} already");
            // Read once here, so that what is wrong is told also where no service is.
            _ = Rules(environment, ActionRules.Default);
            read.Add((name, named, environment));
        }

        return new PolicyReader(Rules(field, ActionRules.Default), read);
    }

    static readonly string[] Keys = ["reversible", "disruptive", "unknown", "destructive", "break_glass", "prohibitions"];

    public string? EnvironmentOf(string target) => environments.FirstOrDefault(one => one.Targets.Contains(target)).Name;

    /// <param name="service">The service's own <c>policy:</c>.</param>
    public ActionPolicy For(YamlField service)
    {
        service.Knows(Keys);
        var rules = Rules(service, common);
        return new ActionPolicy(rules, environments.Select(one => new EnvironmentRules(one.Name, In(one.Field, service, rules))).ToEquatableArray());
    }

    ActionRules In(YamlField environment, YamlField service, ActionRules rules) => Combined(Rules(environment, common), rules, environment, service);

    /// <summary>Of each rule the environment's where it names one, the stricter where the service names one too, the service's or common one else.</summary>
    static ActionRules Combined(ActionRules environment, ActionRules service, YamlField inEnvironment, YamlField inService)
    {
        var both = environment.And(service);
        return new ActionRules(
            Of("reversible", rules => rules.Reversible), Of("disruptive", rules => rules.Disruptive), Of("unknown", rules => rules.Unknown),
                Of("destructive", rules => rules.Destructive),
            Of("break_glass", rules => rules.BreakGlass), Of("prohibitions", rules => rules.Prohibitions));

        T Of<T>(string key, Func<ActionRules, T> rule) => rule(!inEnvironment[key].Exists ? service : !inService[key].Exists ? environment : both);
    }

    static ActionRules Rules(YamlField field, ActionRules otherwise) => new(
        Rule(field["reversible"]) ?? otherwise.Reversible,
        Rule(field["disruptive"]) ?? otherwise.Disruptive,
        Rule(field["unknown"]) ?? otherwise.Unknown,
        Rule(field["destructive"]) ?? otherwise.Destructive,
        field["break_glass"].Exists ? field["break_glass"].OneOf("true", "false") != "false" : otherwise.BreakGlass,
        field["prohibitions"].Exists ? field["prohibitions"].OneOf("warn", "refuse") == "refuse" ? ProhibitionRule.Refuse : ProhibitionRule.Warn : otherwise.Prohibitions);

    static ApprovalRule? Rule(YamlField field) => field.Exists && field.OneOf(ApprovalRules.Words.AsSpan()) is { } word ? ApprovalRules.TryParse(word) : null;
}
