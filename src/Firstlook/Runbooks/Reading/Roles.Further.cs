using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Further words of the roles whose patterns are as large as the runtime optimises.</summary>
internal static partial class Roles
{
    [GeneratedRegex(
        @"^how (do|can|would) (i|you|we) (know|tell) (that |whether |if )?(it|this) is (this|it|that)( one)?$|^how (it|this) feels$|^(the )?clues$|"
        + @"^what (the )?(student|user|customer|guest|player|patient|driver|caller|shop|store|client|merchant)s? (tell|say|report|describe)s?( (you|us|the \w+))?$|"
        + @"^(it |this |that )?(would|will|should|may|might) look like( this)?$|^what (you|we|people|users)( will|'ll| may| might) (see|notice)$|"
        + @"^what the (?!(alert|alarm|rule|log|page|graph|dashboard|monitor|metric)s?\b)[\w-]+ tells?( you| us| me)?$|"
        + @"^player[- ]visible symptoms?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SymptomsInOtherWords();

    [GeneratedRegex(
        @"^((mogliche|haufige|wahrscheinliche|bekannte) )?grunde$|^(possible|possivel|posible|possibile|moglich|verdachtig|suspeito|sospechoso)$|"
        + @"^(maybe|perhaps|vielleicht|talvez|quizas?|tal vez|forse|misschien)$|^why,? so far$|^(le )?(possibili )?ipotesi$|"
        + @"^(les )?hypotheses( possibles)?$|^hypoteser$|^hipotezy$|"
        + @"^(ladder of )?(hypotheses|causes)( ladder)?$|^hypothes[ei]s ladder$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CausesInOtherWords();
}
