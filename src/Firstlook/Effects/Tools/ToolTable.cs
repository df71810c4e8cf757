namespace Firstlook.Effects.Tools;

/// <summary>One file of rules, cut into the programs it tells of; each is parsed when it is first asked for.</summary>
/// <param name="Name">What errors and reasons call it: the file's name, without its folder.</param>
/// <param name="ofTeam">True where each reason is to name file and line of its rule.</param>
internal sealed class ToolTable(string name, string text, bool ofTeam = false)
{
    public string Name => name;

    /// <summary>The programs that the file tells of, in its order.</summary>
    /// <exception cref="ToolFormatException">A line belongs to no program, or a name stands twice.</exception>
    public IReadOnlyList<ToolSection> Sections { get; } = Cut(name, text, ofTeam);

    static List<ToolSection> Cut(string file, string text, bool ofTeam)
    {
        var sections = new List<ToolSection>();
        var source = "";
        var anyCase = false;
        List<(int, string)>? lines = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            // A comment after a rule stands behind two blanks, so that '-#' stays an option.
            var line = (raw.IndexOf("  # ", StringComparison.Ordinal) is > 0 and var comment ? raw[..comment] : raw).TrimEnd();
            if (line.Length == 0 || line.AsSpan().TrimStart()[0] == '#') continue;
            if (line[0] == ' ')
            {
                if (lines is null) throw new ToolFormatException(file, number, "a line that belongs to no program");
                lines.Add((number, line));
            }
            else if (line.StartsWith("source ", StringComparison.Ordinal)) source = line[7..];
            else if (line == "any-case") anyCase = true;
            else sections.Add(new ToolSection(file, source, lines = [(number, line)], ofTeam, anyCase));
        }
        return sections;
    }
}

/// <summary>The lines that tell of one program, or of several that take the same arguments.</summary>
/// <param name="Source">The manual that the file names for all its programs.</param>
/// <param name="AnyCase">True where the file says that its programs take their words in any spelling.</param>
/// <param name="Lines">With their 1-based numbers; the first names the programs.</param>
internal sealed record ToolSection(string File, string Source, IReadOnlyList<(int Number, string Text)> Lines, bool OfTeam, bool AnyCase = false)
{
    public IReadOnlyList<string> Names { get; } = ToolText.Names(Lines[0].Text);
}

/// <summary>A table says something that is not in its language. The message names file and line.</summary>
internal sealed class ToolFormatException(string file, int line, string what) : FormatException($"{file}:{line}: {what}");
