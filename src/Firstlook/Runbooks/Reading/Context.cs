using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What stands around a block, nearest first: the evidence of its purpose.</summary>
/// <param name="Lead">The sentence or label right before it; empty where another block stands there.</param>
/// <param name="Items">Texts of the list items around it, innermost first.</param>
/// <param name="Sections">Sections around it, innermost first, out to that of the procedure.</param>
/// <param name="AfterStep">True where the block before it, with at most a label between, is something to run.</param>
internal sealed partial record Context(string Lead, List<string> Items, List<Section> Sections, bool AfterStep)
{
    /// <summary>True where the block before it opens an editor: what stands here is written there.</summary>
    public bool AfterEditor { get; init; }

    public static Context Of(List<Placed> pieces, int index, Region? region)
    {
        var (piece, section) = pieces[index];
        var previous = index > 0 ? pieces[index - 1] : null;
        var lead = previous switch
        {
            { Piece: Paragraph paragraph } when region is null || region.Holds(paragraph.Line) => paragraph.Text.Plain,
            { Piece: Heading heading } => Words.Bare(heading.Text.Plain),
            _ => "",
        };
        var afterStep = previous?.Piece is Fence
            || (index > 1 && previous?.Piece is Paragraph && pieces[index - 2].Piece is Fence && (region is null || region.Holds(pieces[index - 2].Piece.Line)));
        return new(lead, ItemTexts(piece.Item),
            [.. From(section, piece).AndAncestors().TakeWhile(s => s.Level > Section.Root && (region is null || s == region.Section || s.Line >= region.Section.Line))],
            afterStep)
        {
            AfterEditor = previous?.Piece is Fence { Text: var text } && Editor().IsMatch(text.Length > 400 ? text[^400..] : text),
        };
    }

    // "Expected output:" speaks of the block right below it; what follows belongs to the section around.
    static Section From(Section section, Piece piece) =>
        section is { Role: Role.Expected, Parent: { } around } && section.Pieces.Find(p => p is Fence) is { } first && !ReferenceEquals(first, piece) ? around : section;

    // "Still silence: start the emergency playlist with": what is to be done stands after the condition.
    static string AfterColon(string lead) => lead.TrimEnd(':', ' ').LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? lead[(colon + 2)..] : "";

    static List<string> ItemTexts(Item? item)
    {
        var texts = new List<string>();
        for (var at = item; at is not null; at = at.Parent) texts.Add(at.Text.Plain);
        return texts;
    }

    /// <summary>What the head of a table's column says that its commands are for.</summary>
    public Role Column { get; init; }

    /// <summary>The nearest role that says what the block is for; <see cref="Role.None"/> where none does.</summary>
    public Role Role => Column != Role.None ? Column : Sections.Find(s => SaysPurpose(s.Role))?.Role ?? Role.None;

    static bool SaysPurpose(Role role) =>
        role is not (Role.None or Role.Part or Role.Container or Role.General or Role.Causes or Role.Meaning or Role.Alert or Role.Severity or Role.Symptoms or Role.Impact);

    public bool IsUnder(Role role) => Sections.Exists(s => s.Role == role);

    /// <summary>The label or heading nearest to it.</summary>
    public string? Heading => Sections.Count > 0 ? Sections[0].Bare : null;

    Purpose? purpose, purposeOfLead;
    bool? isExpected, isTemplate;

    /// <summary>What stands here is promised as output.</summary>
    public bool IsExpected => isExpected ??= Kinds.IsExpected(this);

    /// <summary>What stands here is to be sent, or filled in.</summary>
    public bool IsTemplate => isTemplate ??= Kinds.IsTemplate(this);

    public Purpose PurposeOfLead => purposeOfLead ??= Purposes.Of(Lead) is var first && first != Purpose.Unsaid ? first : Purposes.Of(LastSentence(Lead));

    // "The job that turns it is SIS900. Run it once:"
    static string LastSentence(string lead) => lead.TrimEnd(':', ' ').LastIndexOf(". ", StringComparison.Ordinal) is > 0 and var stop ? lead[(stop + 2)..] : "";

    /// <summary>What the words nearest to it tell the reader to do.</summary>
    public Purpose Purpose => purpose ??= PurposeOfLead != Purpose.Unsaid ? PurposeOfLead :
        Items.Prepend(AfterColon(Lead))
            .Concat(Sections.Where(s => s.Role is Role.None or Role.Part or Role.Diagnosis or Role.Action or Role.Verification).Take(2).Select(s => s.Title.Plain))
            .Select(Purposes.Of).FirstOrDefault(p => p != Purpose.Unsaid);

    [GeneratedRegex(@"(^|[\s/])(kubectl( \S+){0,6} edit|oc( \S+){0,6} edit|vim?|nano|emacs|visudo|crontab -e|systemctl edit|sudoedit)( [^\n|;]*)?\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Editor();
}
