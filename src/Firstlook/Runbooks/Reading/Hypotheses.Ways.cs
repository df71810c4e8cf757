using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Causes that a document tells in one sentence of reasons, or only by the way out of each.</summary>
internal static partial class Hypotheses
{
    // "#1 → wait ten minutes" below "#1 a rebalance after a deploy": what is done about it.
    static bool AnswersAnother(Draft draft, List<Draft> all) =>
        PointsOn().Match(draft.Title) is { Success: true } points
            && all.Exists(other =>
                other.Line < draft.Line && other.Title.StartsWith(points.Groups["count"].Value + " ", StringComparison.Ordinal) && !PointsOn().IsMatch(other.Title));

    [GeneratedRegex(@"^(\[[ xX]?\]\s*)?(?<count>#?[1-9a-h])\s*(→|->|=>|⇒)", RegexOptions.ExplicitCapture)]
    private static partial Regex PointsOn();

    // "A reassignment eats the network" among the causes, and "Branch C: runaway reassignment" below "Mitigation": the way out of it, which has the steps. A word that only
    // one of the list has says which it is.
    static bool IsMendedBelow(Draft listed, List<Draft> all)
    {
        if (listed is not { Item: not null, Within: { Role: Role.Causes } list }) return false;
        var ways = all.FindAll(d => d.Section is { IsHeading: true, IsScenario: true } way && way.Ancestors().Any(a => a.Role == Role.Action));
        if (ways.Count == 0) return false;
        var others = Introduced(list).Items.Where(i => i != listed.Item).SelectMany(i => Significant(ItemTitle(i.Text))).ToHashSet();
        var own = Significant(listed.Title).Where(word => word.Length > 3 && !others.Contains(word)).ToHashSet();
        return ways.Exists(way => own.Overlaps(Significant(way.Title)));
    }

    // "It fails for one of these reasons: the port is closed, the limit is reached."
    static IEnumerable<Draft> Reasons(Region region, List<Section> sections) =>
        sections.Where(IsOfTheTrouble)
            .SelectMany(s =>
                s.Paragraphs.Where(p => region.Holds(p.Line) && p.Text.Plain.Length < 600)
                    .Select(p => (Paragraph: p, Lead: OneOfReasons().Match(p.Text.Plain))))
            .Where(found => found.Lead.Success).Take(1)
            .SelectMany(found => Lists.Clauses(found.Paragraph.Text.From(found.Lead.Index + found.Lead.Length)) is var clauses && clauses.Skip(1).Any() ? clauses : [])
            .Select(clause => new Draft(clause.Plain, clause.Line, clause.Line, null, null, null, clause));

    // "Possible cause A | etcd lost its quorum", "Causes | the disk is full<br>the token has run out": in a table of fields.
    static IEnumerable<Draft> OfForms(Region region, List<Section> sections) =>
        from section in sections
        from table in section.Tables
        where region.Holds(table.Line) && table.Header.Count == 2
        from row in table.Rows
        where row.Cells is [{ IsEmpty: false }, { IsEmpty: false }] && (row.Cells[0].Role == Role.Causes || CountedCause().IsMatch(row.Cells[0].Folded))
        from cause in row.Cells[0].Role == Role.Causes ? Lists.Clauses(row.Cells[1]) : [row.Cells[1]]
        select new Draft(ItemTitle(cause), row.Line, row.Line, null, null, null, cause, section);

    [GeneratedRegex(@"^((root|likely|probable|possible|known|common) )?(cause|ursache|causa|hypothes[ei]s)( (probable|posible|provavel|possivel))? ?([a-h]|\d)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CountedCause();

    static int CauseColumn(Table table) =>
        table.Header.Index()
            .Where(h => CauseHeader().IsMatch(h.Item.Folded) && (h.Item.Folded is not "what it is" || table.Header.Any(other => other.Role == Role.Symptoms)))
            .Select(h => h.Index).DefaultIfEmpty(IsCounted(table) ? 0 : -1).First();

    // "| | confirm | refute | then |" above "H1 applier stopped", "H2 the clock is lying".
    static bool IsCounted(Table table) =>
        table.Header.Count > 2 && table.Header[0].IsEmpty && table.Rows.Count > 1 && table.Rows.All(r => r.Cells.Count > 1 && CodedCause().IsMatch(r.Cells[0].Plain));

    [GeneratedRegex(@"^H\d{1,2}\s?[:.)–—-]?\s+\p{L}")]
    private static partial Regex CodedCause();

    // "- **H1: election is running**", and below it what confirms and what refutes it; "- H1 the index is locked" above "- H2 cron does not run".
    static IEnumerable<Draft> Coded(Region region, List<Section> sections) =>
        sections.Where(IsOfTheTrouble)
            .Select(s =>
                (Section: s,
                    Items: s.Items
                        .Where(i => region.Holds(i.Line) && i is { Depth: 0, Text.LeadingStrong: { Start: 0 } strong } && CodedCause().IsMatch(strong.Text)).ToList()
                            is { Count: > 1 } bold
                            ? bold : CountedOn([.. s.Items.Where(i => region.Holds(i.Line) && i.Depth == 0)])))
            .Where(found => found.Items.Count > 1).Take(1)
                .SelectMany(found =>
                    found.Items.Select(i =>
                        new Draft((i.Text.LeadingStrong is { Start: 0 } strong && CodedCause().IsMatch(strong.Text)
                            ? CodeOfCause().Replace(strong.Text, "") : ItemTitle(i.Text.From(CodeOfCause().Match(i.Text.Plain).Length))).TrimEnd('.', ':'),
                            i.Line, i.EndLine, null, null, i, i.Text, found.Section)));

    // From H1 on, each with the next number; what begins with H1 again tells what to do about them.
    static List<Item> CountedOn(List<Item> items)
    {
        var found = new List<Item>();
        foreach (var item in items)
        {
            if (CodedCause().IsMatch(item.Text.Plain) && item.Text.Plain.StartsWith($"H{found.Count + 1}", StringComparison.Ordinal)) found.Add(item);
            else if (found.Count > 0) break;
        }

        return found;
    }

    [GeneratedRegex(@"^H\d{1,2}\s?[:.)–—-]?\s+")]
    private static partial Regex CodeOfCause();

    // "├── keys up too ... CAUSE A: real growth": the ends of a tree that was drawn.
    static IEnumerable<Draft> Drawn(Region region, List<Section> sections) =>
        sections.Where(IsOfTheTrouble).SelectMany(s => s.Fences)
            .Where(f => region.Holds(f.Line) && f.Text.Length < LongestTree && f.Text.AsSpan().ContainsAny("│├└|+"))
            .Select(f => f.Text.Split('\n').Index().Select(l => (Line: f.TextLine + l.Index, End: EndOfBranch().Match(l.Item))).Where(l => l.End.Success).ToList())
            .Where(ends => ends.Count > 1).Take(1)
            .SelectMany(ends => ends.Select(l => new Prose(l.End.Groups["cause"].Value.Trim(), l.Line, [])))
            .Select(cause => new Draft(cause.Plain, cause.Line, cause.Line, null, null, null, cause));

    const int LongestTree = 4_000;

    [GeneratedRegex(@"[\s.>→]\(?(cause|hypothesis|ursache|causa|oorzaak)\s([A-H]|\d{1,2})\)?\s?[:=–—-]\s?(?<cause>\S.{2,120})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex EndOfBranch();

    // "o certificado expirou, ou mudaram o formato": "o" is "or" in Spanish and in Italian, and "the" in Portuguese.
    static bool HoldsArticle(Prose clause, Section causes) =>
        clause.Plain.Contains(" o ", StringComparison.Ordinal)
            && Portuguese().IsMatch(causes.Value.IsEmpty ? string.Join(' ', causes.Entries.Select(e => e.Plain)) : $"{causes.Title.Plain} {causes.Value.Plain}");

    [GeneratedRegex(@"\b(ou|não|nao|os|do|um|uma|foi|em|pelo|pela|possíveis|prováveis)\b|ç[ãõ]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Portuguese();

    // "If the reference is set the bank has it already. Sending again pays twice." says what is so.
    [GeneratedRegex(@"\p{L}{2}[.!] \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex SeveralSentences();

    static Draft OfRow(Row row, int column, Section section) =>
        new(CodeOfCause().Replace(ItemTitle(row.Cells[column]), ""), row.Line, row.Line, null, null, null, row.Cells[column], section) { Row = row, Column = column };

    // "## Cause", "There are a few known causes:", and below that line the list.
    static Section Introduced(Section causes) =>
        causes.Items.Count == 0 && causes.Children is [{ Level: Section.Field, Item: null, Value.IsEmpty: true, Role: Role.None or Role.Causes } line]
            && line.Pieces.Any(p => p.Item is not null)
            ? line : causes;

    // "Seen so far:", "It is either", and below it a list: what it can be. Orders are no causes.
    static IEnumerable<Draft> Led(Region region, List<Section> sections)
    {
        foreach (var section in sections.Where(s => IsOfTheTrouble(s) && s.Role is not (Role.Symptoms or Role.Action or Role.Verification or Role.Impact)))
        {
            var lead = section.Pieces.FindIndex(p =>
                p is Paragraph { Item: null, Text.Plain.Length: < 600 } said && region.Holds(said.Line) && LeadsToCauses().IsMatch(said.Text.Plain));
            if (lead < 0) continue;
            var items = section.Pieces.Skip(lead + 1).TakeWhile(p => p.Item is not null).OfType<Paragraph>().Where(p => p is { OpensItem: true, Item.Depth: 0 })
                .Select(p => p.Item!).ToList();
            if (items.Count < 2 || items.Count(i => Purposes.Of(i.Text.Plain) == Purpose.Change) * 2 > items.Count) continue;
            return items.Select(i => new Draft(ItemTitle(i.Text).TrimEnd(',', ';'), i.Line, i.EndLine, null, null, i, i.Text, section));
        }

        return [];
    }

    [GeneratedRegex(
        @"\b(seen so far|so far it (was|has been)|(usual|common|known|typical|frequent|possible|likely) (causes|reasons|culprits|suspects)|"
        + @"(reasons|causes) (seen|known|are|include)|(caused|explained) by|because of|due to|"
        + @"(it is|it's|this is|they are) (usually |mostly |often |always |either )?(one of( these)?|either)|"
        + @"((nearly|almost) always|usually|mostly|probably|likely) one of( these)?|,\s*either|^either|(^|[.;] )(could|may|might|can) be( (one|any) of( (these|them))?)?|"
        + @"\b(two|three|four|zwei|drei|vier|dos|tres|deux|trois|duas|três|due|tre) (possibilities|möglichkeiten|posibilidades|possibilités|possibilidades|possibilità)|"
        + @"\b(this|that|it|which) (can|could|may|might)( either| also| mean| be)*( one of( these)?)?)\s*:?\s*$|"
        + @"\b(possible|known|usual|likely) (causes|reasons)\b[^.:]{0,50}:\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadsToCauses();

    // "### Resolution 1 - locked rows", "**Fix 2: the database refuses**", "**Consumers are gone**" below "Mitigation": each way out names what it is the
    // way out of. Most of them must: where they are orders ("Resolution 1 - restart it") they are steps.
    static IEnumerable<Draft> Mended(Region region, List<Section> sections)
    {
        var ways = sections.Where(s =>
            s != region.Section && s.Item is null && s.Level <= Section.Field && s.Value.IsEmpty && CountedWay().IsMatch(s.Title.Plain)
                && s.AllPieces.Any(p => p is Fence)).ToList();
        var named = ways.Select(s => (Section: s, Name: Words.Bare(CountedWay().Replace(s.Title.Plain, ""))))
            .Where(w => w.Name.Length > 2 && Purposes.Of(w.Name) == Purpose.Unsaid).ToList();
        if (named.Count < 2 || named.Count * 3 < ways.Count * 2 || !named.Exists(w => Titles.IsTrouble(w.Name) || Tells().IsMatch(w.Name))) yield break;
        foreach (var (section, name) in named) yield return new(name, section.Line, section.EndLine, null, section, null, section.Title);
    }

    [GeneratedRegex(
        @"\b(one of (these|the following) (reasons|causes)|l'une des (raisons|causes) suivantes|(une|de ces) (raisons|causes)|"
        + @"(una|uno) de (estas|estos|las siguientes|los siguientes) (causas|motivos|razones)|"
        + @"(uma?|um) d(estas|estes|as seguintes|os seguintes) (causas|motivos|razões)|(einer|einen) der folgenden (gründe|ursachen)|una di queste cause)\s?:\s*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OneOfReasons();

    [GeneratedRegex(
        @"^\W*(resolution|fix|solution|remedy|mitigation|lösung|abhilfe|behebung|solución|solucion|solução|solucao|résolution|soluzione|"
        + @"oplossing)\s*#?\d{1,2}\W*\s[–—:-]?\s*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CountedWay();

    [GeneratedRegex(@"^((root|likely|probable|possible|known|common) )?cause$|^ursache$|^causa( raiz)?$|^cause (racine|probable)$|^hypothes[ei]s?$", RegexOptions.ExplicitCapture)]
    private static partial Regex SingleCause();

    // "P0 (Critical): everything is gone" says how bad it is, not why; "S3 policy changed" speaks of a service.
    [GeneratedRegex(@"^(P|SEV|Sev)[ -]?[0-5]\b|^S[ -]?[0-5](?=\s*($|[(:.,=–—|-]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Level();
}
