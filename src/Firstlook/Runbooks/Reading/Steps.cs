using System.Security.Cryptography;
using System.Text;
using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.Runbooks.Reading;

/// <summary>Every fence, and every inline command that a reader is told to run, as a step in document order.</summary>
internal sealed class Steps(Outline outline, RegionIndex regions, IReadOnlyDictionary<string, IReadOnlyList<Hypothesis>> hypotheses, Toolset tools)
{
    readonly List<Seen> found = [];
    readonly Dictionary<string, int> ordinals = [];
    readonly TypedPrograms typedPrograms = new(outline.Pieces);

    public List<(Step Step, Region? Region)> Read()
    {
        for (var i = 0; i < outline.Pieces.Count; i++)
        {
            var placed = outline.Pieces[i];
            var region = regions.At(placed.Piece.Line);
            switch (placed.Piece)
            {
                case Fence fence:
                    OfFence(fence, placed.Section, region, Context.Of(outline.Pieces, i, region));
                    break;
                case Paragraph paragraph:
                    foreach (var inline in InlineSteps.Of(paragraph, placed.Section, outline.Pieces, i, typedPrograms)) OfInline(inline, placed.Section, region, i, paragraph.Item);
                    break;
                case Table table:
                    foreach (var row in InlineSteps.HasCommandInHead(table) ? table.Rows.Prepend(new(table.Line, table.Header)) : table.Rows)
                    {
                        // The row's command is the first of the section that the row leads to.
                        var home = regions.At(row.Line) ?? regions.OfAnchor(QuickReference.AnchorsOf(row).Concat(outline.NumberedRows.AnchorsOf(row)));
                        foreach (var inline in InlineSteps.Of(table, row, placed.Section)) OfInline(inline, placed.Section, home, i, table.Item);
                    }

                    break;
            }
        }

        return Sequence.Settled(found);
    }

    // A block tagged bash that holds nothing but queries, in comments to be pasted into Grafana.
    static Language? QueriesOf(List<Command> commands) =>
        commands[0].Language is Language.LogQl or Language.PromQl && commands.TrueForAll(c => c.Language == commands[0].Language) ? commands[0].Language : null;

    void OfFence(Fence fence, Section section, Region? region, Context context)
    {
        var language = ContentLanguages.Of(fence) is Language.Shell && SettingsLines.Are(fence, context.Lead) ? Language.Text : ContentLanguages.Of(fence);
        var kind = Kinds.OfContent(fence, language, context);
        var runs = kind is null;
        var typed = Transcripts.TypedIn(fence);
        var placeholders = runs || kind is StepKind.ConfigExample or StepKind.CodeChange ? Placeholders.In(typed, language) : [];
        var variables = runs ? Inputs.Variables(typed, language) : [];
        var inputs = runs ? Inputs.Of(typed, placeholders, variables) : [];
        var commands = runs ? BlockCommands.Of(fence.Text, fence.Typed, language, fence.TextLine, inputs, context, tools) : [];
        var step = Assembled(fence.Line, fence.EndLine, fence.Text, section, region, context, placeholders, variables, inputs, commands) with
        {
            Title = Title(context, section, fence, commands),
            // What a person is told in comments is text, whatever the block is tagged.
            Language = kind switch { StepKind.ExpectedOutput when language is not (Language.Json or Language.Yaml) => Language.Output,
                StepKind.Template => Language.Template, null when commands.Count == 0 => Language.Text,
                null when language is Language.Shell && QueriesOf(commands) is { } query => query, _ => language },
            Kind = kind ?? (commands.Count == 0 ? Kinds.OfManual(fence.Text, context) : Kinds.OfRun(commands, context)),
            Manual = runs && commands.Count == 0,
        };
        if (runs) step = Sharpened(step, outline.AnnotationsOf(fence), region);
        if (step.Kind == StepKind.Template && region is { IsSection: true, Section.Level: <= 1 } && StandsForDocument(section, region)) region = null;
        if (step.Kind == StepKind.ExpectedOutput) Illustrate(step, context, region);
        found.Add(new(step, region, context));
    }

    // "## Message to customers" beside the parts of the one incident: the message is the document's, as its contacts are.
    static bool StandsForDocument(Section section, Region region) =>
        section.AndAncestors().Any(s => s.IsHeading && s.Parent == region.Section && s.Role is Role.Template or Role.Postmortem);

    void OfInline(InlineStep inline, Section section, Region? region, int index, Item? item)
    {
        var context = Context.Of(outline.Pieces, index, region) with { Lead = inline.Lead, AfterStep = false, Column = inline.Column };
        var placeholders = Placeholders.In(inline.Text, inline.Language);
        var variables = Inputs.Variables(inline.Text, inline.Language);
        var inputs = Inputs.Of(inline.Text, placeholders, variables);
        var commands = BlockCommands.Of(inline.Text, [], inline.Language, inline.Line, inputs, context, tools);
        if (commands.Count == 0) return;
        found.Add(new(Assembled(inline.Line, inline.Line, inline.Text, section, region, context, placeholders, variables, inputs, commands) with
        {
            Title = Words.Unticked(inline.Sentence),
            Language = inline.Language,
            Kind = Kinds.OfRun(commands, context),
            Inline = true,
        }, region, context));
    }

    Step Assembled(int line, int endLine, string text, Section section, Region? region, Context context, IReadOnlyList<Placeholder> placeholders, List<string> variables,
        List<Input> inputs, List<Command> commands) =>
        new(Id(section, text), found.Count + 1, line, endLine, "", text, Language.Text, StepKind.Reference,
            commands.Select(c => c.Effect).DefaultIfEmpty(Effect.None).Aggregate(EffectWords.Worst),
            false, false, CauseAt(line, region) ?? CauseThatRefersTo(context, region), context.Heading, null,
            [.. placeholders.Select(p => p.Name)], [.. variables], [.. inputs], [.. commands]);

    // What the team says outright counts more than what we read between its lines.
    Step Sharpened(Step step, Annotations said, Region? region)
    {
        if (said == Annotations.None) return step;
        var hint = said.Expectation(step.Line);
        return step with
        {
            Target = said.Target,
            Undo = said.Undo,
            Cause = region is not null && hypotheses.TryGetValue(regions.IdOf(region), out var causes) && said.CauseAmong(causes) is { } cause ? cause : step.Cause,
            Commands = hint is null ? step.Commands : [.. step.Commands.Select((c, i) => i == step.Commands.Count - 1 ? c with { Hint = hint } : c)],
        };
    }

    string? CauseAt(int line, Region? region) =>
        region is not null && hypotheses.TryGetValue(regions.IdOf(region), out var causes) ? causes.LastOrDefault(c => line >= c.Line && line <= c.EndLine)?.Id : null;

    // "SQL 2: uses by customer" stands below a table whose one row says "SQL 2": then it is that cause's own check.
    string? CauseThatRefersTo(Context context, Region? region)
    {
        if (region is null || !hypotheses.TryGetValue(regions.IdOf(region), out var causes) || causes.Count < 2 || References.NameOf(context.Lead) is not { } name) return null;
        return causes.Where(c => References.Speaks(c, name)).Take(2).ToList() is [var only] ? only.Id : null;
    }

    static string Title(Context context, Section section, Fence fence, List<Command> commands)
    {
        const int LongestTitle = 160;
        if (context.Lead.Trim() is { Length: > 0 and <= LongestTitle } lead
            && Label.Of(Inlines.Read(lead, 1), false)?.Role is null or Role.None) return Words.Unticked(lead).TrimEnd(':', ' ');
        if (commands.Count > 0 && commands[0].Comment is { Length: <= LongestTitle } comment) return comment;
        if (fence.Item is { Text.Plain: { Length: > 0 and <= LongestTitle } item }) return Words.Unticked(item).TrimEnd(':', ' ');
        return section.Bare;
    }

    // Heading path, ordinal under it, and a hash of the content: an edit elsewhere does not touch it.
    string Id(Section section, string text)
    {
        var path = section.Path;
        var ordinal = ordinals[path] = ordinals.GetValueOrDefault(path) + 1;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
        return $"{path}/{ordinal}-{hash}";
    }

    // The sample belongs to what was run right before it.
    void Illustrate(Step sample, Context context, Region? region)
    {
        if (found.Count == 0 || found[^1] is not { Step: { Kind: StepKind.Diagnostic or StepKind.Verification or StepKind.Action } step, Region: var owner }
            || owner != region || step.Sample is not null) return;
        var lead = context.Lead.Length > 0 ? context.Lead : context.Heading ?? "";
        found[^1] = found[^1] with { Step = step with { Sample = new SampleOutput(sample.Text, lead.Trim().TrimEnd(':', ' '), sample.Line) } };
    }
}

/// <summary>Which procedure a line stands in.</summary>
internal sealed class RegionIndex
{
    readonly List<Region> regions;
    readonly int[] starts;
    readonly Dictionary<Region, string> ids = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<string, Region> bySlug = new(StringComparer.Ordinal);

    public RegionIndex(List<Region> regions)
    {
        this.regions = regions;
        starts = [.. regions.Select(r => r.Line)];
        var used = new Dictionary<string, int>();
        foreach (var region in regions)
        {
            var id = Words.Id(region.Title);
            var times = used[id] = used.GetValueOrDefault(id) + 1;
            ids[region] = times == 1 ? id : $"{id}-{times - 1}";
            if (region.IsSection) bySlug.TryAdd(region.Slug, region);
        }
    }

    public IReadOnlyList<Region> All => regions;

    public string IdOf(Region region) => ids[region];

    /// <returns>The section's region that one of the anchors leads to; null where none does.</returns>
    public Region? OfAnchor(IEnumerable<string> anchors) => anchors.Select(bySlug.GetValueOrDefault).FirstOrDefault(r => r is not null);

    public Region? At(int line)
    {
        var at = Array.BinarySearch(starts, line);
        if (at < 0) at = ~at - 1;
        return at >= 0 && regions[at].Holds(line) ? regions[at] : null;
    }
}
