using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What the comments of a block say, line by line: authors write there how a result is to be read.</summary>
static partial class StepComments
{
    /// <summary>Lines of one block at most.</summary>
    const int Most = 20;

    /// <returns>Empty where the block has several commands: a comment would have to be guessed to belong to one.</returns>
    public static IEnumerable<string> Of(Step step)
    {
        if (step.Commands.Count != 1) return step.Commands.Select(command => command.Comment).Where(comment => comment is not null).Select(comment => comment!).Take(Most);
        var pattern = step.Commands[0].Language == Language.Sql ? Dashes() : Hash();
        return step.Text.Split('\n').Select(line => pattern.Match(line)).Where(match => match.Success).Select(match => match.Groups["said"].Value.Trim())
            .Where(said => said.Length > 0).Take(Most);
    }

    /// <summary>At the start of a line, or behind a command and two blanks.</summary>
    [GeneratedRegex(@"(^|\s)\s*#+\s+(?<said>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();

    [GeneratedRegex(@"--\s+(?<said>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dashes();
}
