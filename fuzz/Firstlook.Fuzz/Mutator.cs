namespace Firstlook.Fuzz;

/// <summary>Texts made from others by cutting, doubling, joining and strewing in characters that parsers trip over. Deterministic by seed.</summary>
sealed class Mutator(string[] corpus, int seed)
{
    static readonly string[] Pieces =
        ["'", "\"", "`", "$(", ")", "(", "${", "}", "{", "<", ">", "<<E\n", "|", "&", ";", "\\", "\n", "\t", "\0", "\r\n", "/*", "*/", "--", "$$", "E'", "<x>", "[", "]", "#", "\u202e", "\ud800", "é", "\u00a0", "((", "))", "[[", " ]] ", "f\"{", "\"\"\"", "if ", "; fi", "do ", " done", "<(", "=", "~", "!", "*"];

    readonly Random random = new(seed);

    public string Next()
    {
        var text = One();
        for (var changes = random.Next(1, 8); changes > 0; changes--) text = Changed(text);
        return text;
    }

    string One() => corpus[random.Next(corpus.Length)];

    string Changed(string text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, One()),
            3 when text.Length < 20_000 => text + text,
            _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
        };
    }
}
