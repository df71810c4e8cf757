using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Items and questions that tell a person to look or act, and give nothing to run.</summary>
internal static partial class ManualChecks
{
    public static IEnumerable<ManualCheck> Of(Region region, List<Section> sections, IReadOnlyList<Hypothesis> hypotheses, string procedure)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var branches = hypotheses.Select(h => h.Line).ToHashSet();
        foreach (var section in sections.Where(s => s.AndAncestors().TakeWhile(a => a != region.Section.Parent).All(a => TellsToAct(a.Role))))
        {
            var blocks = section.Pieces.Where(p => p is Fence or Table && p.Item is not null).Select(p => p.Item!).ToHashSet();
            for (var i = 0; i < section.Pieces.Count; i++)
            {
                if (section.Pieces[i] is not Paragraph paragraph || !region.Holds(paragraph.Line) || branches.Contains(paragraph.Line)) continue;
                var introduces = i + 1 < section.Pieces.Count && section.Pieces[i + 1] is Fence or Table || (paragraph.Item is { } item && blocks.Contains(item));
                if (introduces || Kind(paragraph, section) is not { } kind) continue;
                var text = Words.Unticked(paragraph.Text.Plain);
                yield return new(Id(text), paragraph.Line, text, kind, hypotheses.LastOrDefault(h => paragraph.Line >= h.Line && paragraph.Line <= h.EndLine)?.Id);
            }
        }

        string Id(string text)
        {
            var id = $"{procedure}/check/{Words.Id(text.Length > LongestName ? text[..LongestName] : text)}";
            var times = used[id] = used.GetValueOrDefault(id) + 1;
            return times == 1 ? id : $"{id}-{times}";
        }
    }

    /// <summary>Of a check's words, so many characters name it.</summary>
    const int LongestName = 60;

    static bool TellsToAct(Role role) => role is Role.None or Role.Diagnosis or Role.Action or Role.Verification or Role.Part or Role.Container or Role.Alert;

    // A sentence of the running text is a remark, unless it asks; an item is a point to tick where it asks, commands, is numbered or has a box.
    static StepKind? Kind(Paragraph paragraph, Section section)
    {
        var text = paragraph.Text;
        if (text.Codes.Any(c => InlineCommands.LanguageOf(c.Text) is not null) || Branch().IsMatch(text.Plain) || text.Plain.EndsWith(':')) return null;
        var asks = text.Plain.EndsWith('?');
        if (!asks && paragraph is not { OpensItem: true }) return null;
        var purpose = Purposes.Of(Words.Unticked(text.Plain));
        if (!asks && purpose == Purpose.Unsaid && paragraph.Item?.Number is null && !Words.HasTickBox(text.Plain)) return null;
        return purpose switch
        {
            Purpose.Change => StepKind.Action,
            Purpose.Confirm => StepKind.Verification,
            Purpose.Learn => section.Role == Role.Verification ? StepKind.Verification : StepKind.Diagnostic,
            _ => section.AndAncestors().Select(s => s.Role)
                .FirstOrDefault(r => r is Role.Action or Role.Verification) switch { Role.Action when !asks => StepKind.Action,
                    Role.Verification => StepKind.Verification, _ => StepKind.Diagnostic },
        };
    }

    // "Q: Which of the two is it?" is answered below itself.
    [GeneratedRegex(@"^(if|when|wenn|falls|si|se|als)\s|^[qfpd]\s?\d{0,2}[:.)]\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Branch();
}
