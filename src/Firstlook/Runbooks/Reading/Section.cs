namespace Firstlook.Runbooks.Reading;

/// <summary>A stretch of the document under one heading, or under a bold line or label that serves as one.</summary>
internal sealed class Section(Section? parent, int level, Prose title, int line, Item? item)
{
    /// <summary>Of the whole document.</summary>
    public const int Root = 0;

    /// <summary>Of a bold line that stands for a heading. Real headings are 1 to 6.</summary>
    public const int BoldTitle = 7;

    /// <summary>Of a labelled field ("**Symptoms**:"); a field that is a list item stands deeper still.</summary>
    public const int Field = 8;

    public Section? Parent { get; } = parent;

    public int Level { get; } = level;

    public Prose Title { get; } = title;

    // Each is asked by many, and found once.
    string? bare, folded, path, name, id;
    bool? namesIncident, namesCause, isScenario, isTrouble, hasFence, gradesScenarios;
    Purpose? purpose;
    List<Item>? items;
    List<Prose>? entries;
    List<Fence>? allFences;

    public string Bare => bare ??= Words.Bare(Title.Plain);

    /// <summary><see cref="Bare"/> as <see cref="Words.Fold"/> has it.</summary>
    public string Folded => folded ??= Words.Fold(Bare);

    /// <summary>The identifiers of the headings from the document's down to its own, with slashes between them; empty at the root.</summary>
    public string Path => path ??= Level == Root ? "" : Parent is { Level: > Root } around ? $"{around.Path}/{Id}" : Id;

    /// <summary>Its title as an identifier.</summary>
    public string Id => id ??= Words.Id(Title.Plain);

    /// <summary>What <see cref="Titles.Name"/> says of its title, as what follows does.</summary>
    public string Name => name ??= Titles.Name(Title.Plain);

    public bool NamesIncident => namesIncident ??= Titles.NamesIncident(Title.Plain);

    public bool NamesCause => namesCause ??= Titles.NamesCause(Title.Plain);

    public bool IsScenario => isScenario ??= Titles.IsScenario(Title.Plain);

    public bool IsTrouble => isTrouble ??= Titles.IsTrouble(Bare);

    public Purpose Purpose => purpose ??= Purposes.Of(Title.Plain);

    /// <summary>1-based line of the heading or label.</summary>
    public int Line { get; } = line;

    /// <summary>1-based, inclusive: the line before the next section of its rank.</summary>
    public int EndLine { get; set; } = line;

    /// <summary>The list item whose label opened it; null otherwise.</summary>
    public Item? Item { get; } = item;

    /// <summary>What stands beside the label on its line; empty for headings.</summary>
    public Prose Value { get; init; } = Prose.Empty;

    public Role Role { get; init; }

    /// <summary>GitHub's anchor, repetitions numbered; empty for what is no real heading.</summary>
    public string Slug { get; init; } = "";

    public List<Section> Children { get; } = [];

    /// <summary>What stands directly in it, without its children's.</summary>
    public List<Piece> Pieces { get; } = [];

    /// <summary>Of its own pieces these.</summary>
    public List<Paragraph> Paragraphs { get; } = [];

    public List<Table> Tables { get; } = [];

    public List<Fence> Fences { get; } = [];

    public void Add(Piece piece)
    {
        Pieces.Add(piece);
        if (piece is Paragraph paragraph) Paragraphs.Add(paragraph);
        else if (piece is Table table) Tables.Add(table);
        else if (piece is Fence fence) Fences.Add(fence);
    }

    /// <summary>As <see cref="Lists.Items"/> finds them.</summary>
    public List<Item> Items => items ??= [.. Lists.Items(this)];

    /// <summary>As <see cref="Lists.Entries"/> finds them.</summary>
    public List<Prose> Entries => entries ??= [.. Lists.Entries(this)];

    /// <summary>Of the blocks in it and in all below it, in reading order.</summary>
    public List<Fence> AllFences => allFences ??= [.. AllPieces.OfType<Fence>()];

    /// <summary>As <see cref="Regions.GradesScenarios"/> says.</summary>
    public bool GradesScenarios => gradesScenarios ??= Regions.GradesScenarios(this);

    /// <summary>True where something to run stands in it or below it.</summary>
    public bool HasFence => hasFence ??= AllPieces.Any(p =>
        p is Fence || (p is Paragraph paragraph && paragraph.Text.HasCommand) || (p is Table table && table.Rows.Any(r => r.Cells.Any(c => c.HasCommand))));

    public bool IsHeading => Level is > Root and < Field;

    public IEnumerable<Section> Ancestors()
    {
        for (var at = Parent; at is not null; at = at.Parent) yield return at;
    }

    public IEnumerable<Section> AndAncestors()
    {
        for (var at = this; at is not null; at = at.Parent) yield return at;
    }

    /// <summary>True where it has one of these roles, or what it stands in.</summary>
    public bool IsWithin(params ReadOnlySpan<Role> roles)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (roles.Contains(at.Role)) return true;
        }

        return false;
    }

    /// <summary>Those children, with their descendants, that begin on these lines.</summary>
    public IEnumerable<Section> ChildrenWithin(int first, int last)
    {
        var low = 0;
        for (var high = Children.Count; low < high;)
        {
            var middle = (low + high) / 2;
            if (Children[middle].Line < first) low = middle + 1;
            else high = middle;
        }

        return Children.Skip(low).TakeWhile(c => c.Line <= last).SelectMany(c => c.AndDescendants);
    }

    /// <summary>What stands in it and below it on these lines.</summary>
    public IEnumerable<Piece> PiecesWithin(int first, int last)
    {
        var low = 0;
        for (var high = AllPieces.Count; low < high;)
        {
            var middle = (low + high) / 2;
            if (AllPieces[middle].Line < first) low = middle + 1;
            else high = middle;
        }

        return AllPieces.Skip(low).TakeWhile(p => p.Line <= last);
    }

    /// <summary>Itself and all below it, in reading order.</summary>
    public ArraySegment<Section> AndDescendants { get; set; }

    /// <summary>All below it, in reading order.</summary>
    public ArraySegment<Section> Descendants => AndDescendants[1..];

    /// <summary>What stands in it and in all below it, in reading order.</summary>
    public ArraySegment<Piece> AllPieces { get; set; }
}
