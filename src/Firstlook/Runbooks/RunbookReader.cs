using System.Security.Cryptography;
using Firstlook.Effects.Tools;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks;

/// <summary>Reads a runbook as it is. Never throws on any content and never loses a block.</summary>
public static class RunbookReader
{
    /// <summary>The longest file that is read, in bytes.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <param name="file">The path to show in results; it is not opened.</param>
    /// <param name="bytes">The file's content, at most <see cref="MostBytes"/>.</param>
    /// <param name="tools">The programs that are known to the team that reads it; the product's own where null.</param>
    /// <exception cref="ArgumentException">More bytes than that.</exception>
    public static Runbook Read(string file, ReadOnlySpan<byte> bytes, Toolset? tools = null)
    {
        if (bytes.Length > MostBytes) throw new ArgumentException($"A runbook has at most {MostBytes} bytes; this one has {bytes.Length}.", nameof(bytes));

        var original = Decoding.Decode(bytes);
        var text = Mojibake.Repair(original);
        // What stands where.
        var outline = Outline.Of(Parts.Nested(Structure.Read(text)), text.AsSpan().Count('\n') + 1);
        var zeroBased = Severities.IsZeroBased(text, outline);
        var title = Title(outline, file);
        var regions = new RegionIndex(Regions.Find(outline, title, zeroBased));

        // What it means.
        var hypotheses = regions.All.ToDictionary(regions.IdOf, r => Reading.Hypotheses.Of(r, regions.IdOf(r)));
        var steps = new Steps(outline, regions, hypotheses, tools ?? Toolset.BuiltIn).Read();
        var procedures = new Procedures(outline, regions, new MentionedNames(text, regions), zeroBased);
        var own = steps.Where(s => s.Region is not null).ToLookup(s => regions.IdOf(s.Region!), s => s.Step);
        var read = regions.All.Select(r => procedures.Of(r, hypotheses[regions.IdOf(r)], own[regions.IdOf(r)])).ToList();
        var all = steps.Select(s => s.Step).ToList();
        var stated = SeverityPolicies.All(outline, zeroBased, StatedSeverity(read));
        var policy = SeverityPolicies.Merged(stated);
        var templates = MessageTemplates.Of(outline, all);

        var general = outline.Sections.Prepend(outline.Root).Where(s => regions.At(s.Line) is null).ToList();

        return new(
            file, Convert.ToHexStringLower(SHA256.HashData(bytes)), text, title,
            [.. read],
            [.. steps.Where(s => s.Region is null).Select(s => s.Step)],
            [.. policy],
            [.. Contacts.Of(outline)],
            [.. Escalations.OfDocument(outline, regions, zeroBased)],
            [.. templates],
            PostmortemForms.Of(outline, all),
            [.. Prohibitions.Of(outline, regions, hypotheses)],
            [.. Problems.Of(original, text, outline, read, all, stated)])
        {
            Dashboards = [.. Reading.Dashboards.Of(general)],
            Phases = [.. Reading.Phases.Of(general)],
            Channels = [.. Reading.Channels.Of(outline, zeroBased)],
            Checklists = [.. Reading.Checklists.Of(outline)],
            Metrics = [.. TrackedMetrics.Of(general)],
            Routines = [.. Reading.Routines.Of(general).DistinctBy(r => (r.Line, r.Text))],
        };
    }

    static string Title(Outline outline, string file)
    {
        var matter = outline.Pieces.Select(p => p.Piece).OfType<FrontMatter>().FirstOrDefault();
        var heading = outline.Pieces.Select(p => p.Piece).OfType<Heading>().FirstOrDefault(h => h.Level == 1)
            ?? outline.Pieces.Select(p => p.Piece).OfType<Heading>().FirstOrDefault();
        // Without a heading of the first rank the front matter says what the page is called.
        if (heading is not null && !(heading.Level > 1 && matter?.Values.GetValueOrDefault("title") is { Length: > 0 })) return Words.Bare(heading.Text.Plain);
        return matter is not null && matter.Values.TryGetValue("title", out var title) && title.Length > 0 ? title : Path.GetFileNameWithoutExtension(file);
    }

    // A document whose procedures all have one severity speaks of that severity where it names none.
    static string? StatedSeverity(List<Procedure> procedures) =>
        procedures.Select(p => p.Severity).Distinct().ToList() is [{ } only] ? only : null;
}
