using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Lines that are picked out of a whole definition because they name a secret or the environment: <c>docker inspect x | grep -i pass</c>,
/// <c>systemctl show x | grep Environ</c> (docs.docker.com, "docker inspect"; systemd.exec(5), "Environment=").
/// </summary>
internal static partial class PickedSecrets
{
    public static bool AreShown(Pipeline pipeline)
    {
        if (pipeline.Commands.Count < 2 || pipeline.Commands[0] is not SimpleCommand { Words: [_, _, ..] words } || !IsWhole([.. words.Select(Text)])) return false;
        return pipeline.Commands.Skip(1).Any(filter => filter is SimpleCommand { Words: [{ Constant: { } name }, ..] picking } && Filters().IsMatch(name)
            && picking.Skip(1).All(word => !Counts().IsMatch(Text(word))) && picking.Skip(1).Any(word => Secret().IsMatch(Text(word))));
    }

    static string Text(Word word) => word.Constant ?? "";

    static bool IsWhole(List<string> words)
    {
        if (words[0] is "sudo") words.RemoveAt(0);
        return words[0] switch
        {
            "docker" or "podman" or "nerdctl" => words.Contains("inspect") && !words.Exists(word => word is "-f" || word.StartsWith("--format", StringComparison.Ordinal)),
            "systemctl" => words.Contains("show") && !words.Exists(word => Properties().IsMatch(word)),
            _ => false,
        };
    }

    [GeneratedRegex("^(grep|egrep|fgrep|rg|ag|awk|sed)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Filters();

    [GeneratedRegex("^(-[A-Za-z]*[cqlLv][A-Za-z]*|--count|--quiet|--silent|--invert-match)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Counts();

    [GeneratedRegex("^(-p|-P|--property)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Properties();

    [GeneratedRegex("pass|pwd|secret|token|api_?key|credential|environ|(?<![a-z])env(?![a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
