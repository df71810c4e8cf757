using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>Finds the procedure that answers an alert, and says why it is this one.</summary>
public static class Matching
{
    /// <summary>
    /// In this order, the first that finds anything decides: the <c>runbook_url</c> annotation (path and anchor), the exact alert name,
    /// the name written another way, a runbook whose prose names the alert, words of the title and the symptoms. Of several that name the alert the one decides that shares most of
    /// its words, or names the fewest alerts beside it. Several that fit equally are a tie, which runs nothing.
    /// </summary>
    public static ProcedureMatch Find(Alert alert, IReadOnlyCollection<Runbook> runbooks)
    {
        var all = runbooks.SelectMany(runbook => runbook.Procedures.Select(procedure => new Candidate(runbook, procedure))).ToArray();
        if (all.Length == 0) return new ProcedureMatch.None("the team has no procedure in its runbooks");
        var notes = "";
        if (alert.Annotations["runbook_url"] is { } url)
        {
            var named = RunbookUrl.Procedures(url, runbooks).Select(found => new Candidate(found.Runbook, found.Procedure)).ToArray();
            if (named.Length > 0) return Decided(named, $"runbook_url {url}");
            notes = $"; runbook_url {url} leads to no procedure here";
        }

        var exact = all.Where(candidate => candidate.Procedure.Alerts.Contains(alert.Name)).ToArray();
        var folded = Fold(alert.Name);
        // A procedure may mention an alert that another one is about.
        if (exact.Length > 1 && exact.Where(candidate => Fold(candidate.Procedure.Title) == folded).ToArray() is [var about])
            return Decided([about], $"it is about {alert.Name}{notes}");
        if (exact.Length > 1 && Fitting.Best(alert, exact) is { } fitting)
            return Decided([fitting], $"it names the alert {alert.Name}, as {exact.Length - 1} more do, and speaks most of what it tells{notes}");
        if (exact.Length > 0) return Decided(exact, $"it names the alert {alert.Name}{notes}");

        var alias = all.Where(candidate => folded.Length > 0 && candidate.Procedure.Alerts.Append(candidate.Procedure.Title).Any(name => Fold(name) == folded)).ToArray();
        if (alias.Length > 0) return Decided(alias, $"it names {alias[0].Procedure.Title}, the same words as {alert.Name}{notes}");

        return ByMention(alert, runbooks, notes) ?? ByWords(alert, all, notes);
    }

    /// <summary>
    /// "Alerts that lead here: `SlowQuery`" above several procedures, or in a sentence of one: the procedure that the sentence stands in
    /// answers, else the one of that file which speaks most of what the alert tells.
    /// </summary>
    static ProcedureMatch.Found? ByMention(Alert alert, IReadOnlyCollection<Runbook> runbooks, string notes)
    {
        if (alert.Name.Length < ShortestMention) return null;
        var mentions = runbooks
            .Select(runbook => (Runbook: runbook, Lines: LinesNaming(runbook.Text, alert.Name)))
            .Where(one => one.Lines.Length > 0 && !one.Runbook.Procedures.IsEmpty)
            .ToArray();
        if (mentions.Length == 0) return null;
        var inside =
            mentions.SelectMany(one =>
                one.Runbook.Procedures.Where(procedure => one.Lines.Any(line => line >= procedure.Line && line <= procedure.EndLine))
                    .Select(procedure => new Candidate(one.Runbook, procedure))).ToArray();
        var above = mentions.SelectMany(one => one.Runbook.Procedures.Select(procedure => new Candidate(one.Runbook, procedure))).ToArray();
        // Where one is as fit as another the document's order decides: its author put it first.
        var best = Fitting.First(alert, inside.Length > 0 ? inside : above);
        var line = mentions.First(one => one.Runbook == best.Runbook).Lines[0];
        return new ProcedureMatch.Found(best.Runbook, best.Procedure, $"{Path.GetFileName(best.Runbook.File)} names {alert.Name} in line {line}{notes}");
    }

    /// <summary>A shorter name may be any word of a sentence.</summary>
    const int ShortestMention = 6;

    /// <returns>1-based lines in which the name stands as a word of its own.</returns>
    static int[] LinesNaming(string text, string name)
    {
        var lines = new List<int>();
        var (line, from) = (1, 0);
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            line += text.AsSpan(from, at - from).Count('\n');
            from = at;
            var end = at + name.Length;
            if ((at == 0 || !IsPartOfName(text[at - 1])) && (end == text.Length || !IsPartOfName(text[end]))) lines.Add(line);
        }

        return [.. lines];
    }

    static bool IsPartOfName(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    /// <summary>At least this share of the alert's own words must stand in a title for words alone to decide.</summary>
    const double EnoughWords = 0.6;

    static ProcedureMatch ByWords(Alert alert, Candidate[] all, string notes)
    {
        var wanted = Words.Meanings(alert.Name);
        if (alert.Labels["alertname"] is null) return new ProcedureMatch.None($"the alert has no name to go by{notes}");
        if (wanted.Count == 0) return new ProcedureMatch.None($"no procedure names {alert.Name}, and none of its words tells one alert from another{notes}");
        if (wanted.All(Vocabulary.IsAQuality)) return new ProcedureMatch.None($"no procedure names {alert.Name}, whose name tells how something is and not what{notes}");
        var scored = all
            .Select(candidate => (Candidate: candidate, Score: Score(wanted, alert, candidate.Procedure)))
            .Where(scored => scored.Score >= EnoughWords)
            .ToArray();
        if (scored.Length == 0) return new ProcedureMatch.None($"no procedure names {alert.Name}, nor shares enough words with it{notes}");
        var best = scored.Max(pair => pair.Score);
        var first = scored.Where(pair => pair.Score > best - 0.01).Select(pair => pair.Candidate).ToArray();
        var title = Words.Meanings(first[0].Procedure.Title);
        var shared = Words.Of(alert.Name).Where(word => title.Contains(Vocabulary.MeaningOf(word)));
        return Decided(first, $"its title shares the words {string.Join(", ", shared)} with {alert.Name}{notes}");
    }

    static double Score(IReadOnlySet<string> wanted, Alert alert, Procedure procedure)
    {
        var title = Words.Meanings(procedure.Title);
        var symptoms = Words.Meanings(string.Join(' ', procedure.Symptoms.Select(symptom => symptom.Text)));
        var inTitle = wanted.Count(title.Contains) / (double)wanted.Count;
        if (inTitle == 0) return 0;
        var summary = Words.Meanings(alert.Annotations["summary"] ?? "");
        var told = summary.Count == 0 ? 0 : summary.Count(symptoms.Contains) / (double)summary.Count;
        return inTitle + 0.1 * wanted.Count(symptoms.Contains) / wanted.Count + 0.1 * told;
    }

    static ProcedureMatch Decided(Candidate[] candidates, string why) =>
        candidates is [var one]
            ? new ProcedureMatch.Found(one.Runbook, one.Procedure, why)
            : new ProcedureMatch.Tie(candidates.ToEquatableArray(), why);

    static string Fold(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}

/// <param name="Runbook">The runbook that <paramref name="Procedure"/> stands in.</param>
public sealed record Candidate(Runbook Runbook, Procedure Procedure);

public abstract record ProcedureMatch(string Why)
{
    public sealed record Found(Runbook Runbook, Procedure Procedure, string Why) : ProcedureMatch(Why);

    /// <summary>Several fit equally: a person chooses, nothing runs.</summary>
    public sealed record Tie(EquatableArray<Candidate> Candidates, string Why) : ProcedureMatch(Why);

    public sealed record None(string Why) : ProcedureMatch(Why);
}
