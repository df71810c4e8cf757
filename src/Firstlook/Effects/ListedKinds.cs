using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Objects of every kind that a cluster has, shown whole: <c>kubectl api-resources -o name | xargs -n1 kubectl get -o yaml</c>, <c>kubectl get $(kubectl api-resources ...)
/// -o yaml</c>. Secrets are among them.
/// </summary>
internal static class ListedKinds
{
    public static bool AreShown(SimpleCommand command, Input input)
    {
        var asks = command.Words.Any(word => word.Constant is "kubectl" or "oc" or "k") && command.Words.Any(word => word.Constant is "get")
            && command.Words.Any(word => word.Constant is { } text && IsWhole(text));
        return asks && (input.First is { } first && Lists(first) || command.Words.Any(word => Holds(word.Parts)));
    }

    // kubectl-get(1), "-o"
    static bool IsWhole(string text) => text is "yaml" or "json" or "-oyaml" or "-ojson" or "-o=yaml" or "-o=json" or "--output=yaml" or "--output=json";

    static bool Holds(EquatableArray<WordPart> parts) =>
        parts.Any(part => part switch
        {
            CommandSubstitution substitution => substitution.Body.Items.Any(item => item.Command.Pipelines.Any(pipeline => pipeline.Commands.Any(Lists))),
            DoubleQuoted quoted => Holds(quoted.Parts),
            _ => false,
        });

    static bool Lists(ShellCommand command) => command is SimpleCommand simple && simple.Words.Any(word => word.Constant is "api-resources");
}
