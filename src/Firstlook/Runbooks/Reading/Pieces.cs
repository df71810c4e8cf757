namespace Firstlook.Runbooks.Reading;

/// <summary>One block of the document, in reading order, with the list items that it stands in.</summary>
/// <param name="Line">1-based.</param>
/// <param name="EndLine">1-based, inclusive.</param>
/// <param name="Item">The innermost list item around it; null outside lists.</param>
/// <param name="Quoted">True inside a blockquote.</param>
internal abstract record Piece(int Line, int EndLine, Item? Item, bool Quoted);

internal sealed record Heading(int Line, int EndLine, int Level, Prose Text, Item? Item = null, bool Quoted = false) : Piece(Line, EndLine, Item, Quoted)
{
    /// <summary>The anchor that its writer gave it; null where it has GitHub's.</summary>
    public string? Anchor { get; init; }

    /// <summary>True for what a reader unfolds: the title of a part of what stands around it, unless that is the whole document.</summary>
    public bool Folds { get; init; }
}

/// <param name="OpensItem">True for the first paragraph of a list item: it is the item's own text.</param>
internal sealed record Paragraph(int Line, int EndLine, Prose Text, Item? Item, bool Quoted, bool OpensItem) : Piece(Line, EndLine, Item, Quoted)
{
    public Label? Label { get; } = Reading.Label.Of(Text, OpensItem);
}

internal enum FenceForm { Fenced, Indented, Preformatted }

/// <param name="Tag">The info string, as written; empty where there is none.</param>
/// <param name="Text">The content, without fence and without the container's indentation.</param>
/// <param name="TextLine">1-based line of the content's first line.</param>
internal sealed record Fence(int Line, int EndLine, string Tag, string Text, int TextLine, FenceForm Form, Item? Item, bool Quoted) : Piece(Line, EndLine, Item, Quoted)
{
    /// <summary>What was typed at the prompts that it shows; empty where it shows none.</summary>
    public IReadOnlyList<Typed> Typed { get; } = Transcripts.Read(Text);
}

internal sealed record Table(int Line, int EndLine, IReadOnlyList<Prose> Header, IReadOnlyList<Row> Rows, Item? Item, bool Quoted) : Piece(Line, EndLine, Item, Quoted);

internal sealed record Row(int Line, IReadOnlyList<Prose> Cells);

/// <summary>A comment to us above a fence.</summary>
internal sealed record Remark(int Line, Annotations Annotations, Item? Item, bool Quoted) : Piece(Line, Line, Item, Quoted);

/// <summary>The YAML between <c>---</c> lines at the very top, as keys and values; nested values are joined.</summary>
internal sealed record FrontMatter(int Line, int EndLine, IReadOnlyDictionary<string, string> Values) : Piece(Line, EndLine, null, false);

/// <summary>A list item. Its text is that of its first paragraph.</summary>
internal sealed class Item(Item? parent, int line, int? number)
{
    public Item? Parent { get; } = parent;

    public int Line { get; } = line;

    public int EndLine { get; set; } = line;

    /// <summary>Its number in an ordered list; null in a bullet list.</summary>
    public int? Number { get; } = number;

    /// <summary>0 for an item of an outermost list.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public Prose Text { get; set; } = Prose.Empty;

    /// <summary>What marks the items of its list: another mark begins another list.</summary>
    public char Marker { get; init; }

    public Item Outermost => Parent?.Outermost ?? this;

    public bool IsWithin(Item? other)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, other)) return true;
        }

        return false;
    }
}
