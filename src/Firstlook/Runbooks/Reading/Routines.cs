using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Work that comes round: items under "Weekly tasks", "Monthly: rotate the keys", and tables with a frequency.</summary>
internal static partial class Routines
{
    public static IEnumerable<Routine> Of(IEnumerable<Section> sections)
    {
        foreach (var section in sections)
        {
            if (section.Role is Role.Symptoms or Role.SeverityPolicy or Role.Escalation) continue;
            var titled = Every(section.Title.Plain);
            if (titled is { } every && section.Level > Section.Root)
            {
                var items = section.Items.Select(i => i.Text).ToList();
                foreach (var item in items) yield return new(item.Line, every.Word, Words.Unticked(item.Plain));
                if (items.Count == 0 && every.What.Length > 0) yield return new(section.Line, every.Word, every.What);
                else if (items.Count == 0 && !section.Value.IsEmpty) yield return new(section.Line, every.Word, section.Value.Plain);
                continue;
            }

            foreach (var item in section.Items.Where(i => Every(i.Text.Plain) is { What.Length: > 0 }))
                yield return new(item.Line, Every(item.Text.Plain)!.Value.Word, Every(item.Text.Plain)!.Value.What);
            foreach (var table in section.Tables)
            {
                var at = table.Header.ToList().FindIndex(h => Frequency().IsMatch(h.Folded));
                if (at < 0) continue;
                foreach (var row in table.Rows.Where(r => at < r.Cells.Count && r.Cells.Count > 1))
                {
                    if (Every(row.Cells[at].Plain) is { } often) yield return new(row.Line, often.Word, row.Cells[at == 0 ? 1 : 0].Plain);
                }
            }
        }
    }

    /// <summary>Whether a title says how often: "Weekly (Tuesday)", "Every month: rotate the keys".</summary>
    public static bool ComesRound(string title) => Every(title) is not null;

    static (string Word, string What)? Every(string text)
    {
        if (text.Length > 300 || Opening().Match(Words.Unticked(Words.Bare(text))) is not { Success: true } match) return null;
        var every = Words.Fold(match.Groups["every"].Value);
        var word = Rounds.First(r => r.Beginnings.Any(b => every.StartsWith(b, StringComparison.Ordinal))).Word;
        var rest = match.Groups["rest"].Value.Trim();
        return (word, Generic().IsMatch(Words.Fold(rest)) ? "" : rest);
    }

    // The last takes what is left of the words that the pattern below lets through.
    static readonly (string Word, string[] Beginnings)[] Rounds =
    [
        ("quarterly", ["quart", "every q", "trimestr", "vierteljahr"]),
        ("monthly", ["m", "every m"]),
        ("weekly", ["week", "every w", "wochent", "seman", "settiman", "hebdo"]),
        ("daily", ["d", "every d", "tag", "jeden", "quotid", "giorn"]),
        ("yearly", [""]),
    ];

    [GeneratedRegex(
        @"^(?<every>every (day|week|month|quarter|year)|daily|weekly|monthly|quarterly|yearly|annual(ly)?|t[aä]glich\w*|jeden tag|w[oö]chentlich\w*|monatlich\w*|"
        + @"viertelj[aä]hrlich\w*|j[aä]hrlich\w*|diari\w*|semanal\w*|mensual\w*|mensal\w*|trimestr\w*|anual\w*|quotidien\w*|giornalier\w*|settimanal\w*|hebdomadaire\w*|"
        + @"mensuel\w*|annuel\w*)\b[\s:–—-]*(?<rest>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(tasks?|checks?|operations?|routines?|maintenance|activities|jobs?|aufgaben|wartung|tareas|tarefas|taches|checklist|\([^)]*\))*:?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Generic();

    [GeneratedRegex(@"^(frequency|cadence|how often|when|interval|schedule|haufigkeit|turnus|frecuencia|frequencia|frequence|periodicidade?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Frequency();
}
