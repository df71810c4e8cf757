using System.Collections.Frozen;
using System.Text;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// UTF-8 that somebody's editor read as MacRoman, Latin-1 or Windows-1252 and saved again. Both tables are those of
/// https://www.unicode.org/Public/MAPPINGS (APPLE/ROMAN.TXT, MICSFT/WINDOWS/CP1252.TXT); what Windows-1252 leaves
/// undefined maps to itself, which makes Latin-1 a part of it.
/// </summary>
internal static class Mojibake
{
    const string MacRoman =
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

    const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Dž\u009F";

    static readonly FrozenDictionary<char, byte> FromMacRoman = MacRoman.Select((c, i) => (c, i)).ToFrozenDictionary(p => p.c, p => (byte)(0x80 + p.i));

    static readonly FrozenDictionary<char, byte> FromWindows1252 =
        Enumerable.Range(0x80, 0x80).Select(b => (Character: (char)b, Byte: (byte)b))
            .Concat(Windows.Select((c, i) => (Character: c, Byte: (byte)(0x80 + i))))
            .Append((Character: (char)0x178, Byte: (byte)0x9F))
            .GroupBy(p => p.Character).ToFrozenDictionary(g => g.Key, g => g.Last().Byte);

    static readonly FrozenDictionary<char, byte>[] Tables = [FromMacRoman, FromWindows1252];

    /// <summary>Repairs what was misread, in the reading that explains most of it; a text without such marks is returned as it is.</summary>
    public static string Repair(string text)
    {
        // A text can be spoilt twice; a third time has not been seen.
        for (var round = 0; round < 2; round++)
        {
            var best = Tables.Select(table => (Table: table, Evidence: Evidence(text, table))).MaxBy(t => t.Evidence);
            if (best.Evidence == 0) return text;
            text = Rewrite(text, best.Table);
        }

        return text;
    }

    public static string FromWindows(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes) text.Append(b is >= 0x80 and < 0xA0 ? Windows[b - 0x80] : (char)b);
        return text.ToString();
    }

    // Two characters in a row that happen to look like UTF-8 occur in honest French and German (“É, Ü”); three do not.
    // Of the pairs only those led by C2 and C3 count, which every misread accented letter makes.
    static int Evidence(string text, FrozenDictionary<char, byte> table)
    {
        var found = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80 || !TrySequence(text, i, table, out var length, out var rune)) continue;
            if (length >= 3 || rune.Value is >= 0xA1 and < 0x100) found += length;
            i += length - 1;
        }

        return found;
    }

    static string Rewrite(string text, FrozenDictionary<char, byte> table)
    {
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsTornSelector(text, i, table))
            {
                i++;
            }
            else if (text[i] >= 0x80 && TrySequence(text, i, table, out var length, out var rune))
            {
                repaired.Append(rune.ToString());
                i += length - 1;
            }
            else
            {
                repaired.Append(text[i]);
            }
        }

        return repaired.ToString();
    }

    // EF B8 8F, the mark that asks for a coloured emoji, often loses its last byte, which Windows-1252 leaves undefined.
    static bool IsTornSelector(string text, int i, FrozenDictionary<char, byte> table) =>
        table == FromWindows1252 && text[i] == 'ï' && i + 1 < text.Length && text[i + 1] == '¸' && !(i + 2 < text.Length && text[i + 2] == '\u008F');

    static bool TrySequence(string text, int start, FrozenDictionary<char, byte> table, out int length, out Rune rune)
    {
        length = 0;
        rune = default;
        if (!table.TryGetValue(text[start], out var lead)) return false;
        var size = lead switch { >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
        if (size == 0 || start + size > text.Length) return false;
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = lead;
        for (var i = 1; i < size; i++)
        {
            // Editors turn the no-break space that ends many misread emoji into a plain one.
            if (i == 2 && text[start + i] == ' ') bytes[i] = 0xA0;
            else if (!table.TryGetValue(text[start + i], out bytes[i]) || (bytes[i] & 0xC0) != 0x80) return false;
        }

        length = size;
        return Rune.DecodeFromUtf8(bytes[..size], out rune, out var used) == System.Buffers.OperationStatus.Done && used == size && rune.Value > 0x9F;
    }
}
