using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>tar, whose operation may stand anywhere among its options.</summary>
internal static partial class Hooks
{
    /// <summary>Letters that take a value (GNU tar manual, "All tar Options"); of these only <c>f C b X</c> leave the effect.</summary>
    const string TarValues = "fCbXNVKHLTIFg";

    const string TarLetters = "tdxcruAOvzjJZapPkmosSUWRBinhGlw";

    /// <summary>GNU tar manual, "The Three Option Styles".</summary>
    static Verdict Tar(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words.Count == 0) return Verdict.Unknown("tar without an operation");
        var (operation, archive, toStdout) = ('\0', (string?)null, false);
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            var old = at == 0 && !word.IsOption;
            if (!old && !word.IsOption) continue;
            if (!word.Known && (old || word.Text.IndexOf(Argument.Hole) < 2)) return Verdict.Unlisted("an option of tar is not known");
            if (word.Text.StartsWith("--", StringComparison.Ordinal))
            {
                if (LongTarOption(words, ref at, ref operation, ref archive, ref toStdout) is { } problem) return Verdict.Unknown(problem);
                continue;
            }
            var letters = old ? word.Text : word.Text[1..];
            for (var i = 0; i < letters.Length; i++)
            {
                var letter = letters[i];
                if (TarValues.Contains(letter))
                {
                    if (letter is not ('f' or 'C' or 'b' or 'X' or 'I')) return Verdict.Unknown($"'-{letter}' of tar may run a program or write a file");
                    // With a dash the rest of the word is the value; without one, the next word is.
                    var glued = !old && i + 1 < letters.Length;
                    var value = glued ? letters[(i + 1)..] : ++at < words.Count ? words[at].Text : "";
                    if (letter == 'I' && !Packer().IsMatch(value)) return Verdict.Unknown("'-I' of tar may run a program or write a file");
                    if (letter == 'f') archive = value;
                    if (glued) break;
                }
                else if (!TarLetters.Contains(letter)) return Verdict.Unlisted($"'-{letter}' of tar is not known");
                else if (letter is 't' or 'x' or 'c' or 'r' or 'u' or 'A' or 'd') operation = letter;
                else if (letter == 'O') toStdout = true;
            }
        }
        // GNU tar manual, "Device": a colon parts a machine from its file, and rsh or ssh is started.
        if (operation is 't' or 'd' or 'x' && archive?.IndexOf(':') is > 0 and var colon && !archive[..colon].Contains('/'))
            return Verdict.Unknown($"the archive '{new Argument(archive).Shown}' is on another machine, at which it signs in");
        return operation switch
        {
            't' => Verdict.Read("tar lists an archive"),
            'd' => Verdict.Read("tar compares an archive"),
            'x' when toStdout => Verdict.Read("tar prints members"),
            'x' => Verdict.Destructive("'x' of tar writes over files"),
            'c' when archive == "-" => Verdict.Read("tar packs to standard output", EffectTags.Cost),
            'c' when archive is { } made && AddedFiles.Keeps(made)
                && words.Exists(word => word.NamedByTime && word.Text.EndsWith(made, StringComparison.Ordinal)) =>
                Verdict.Reversible("tar makes an archive that is named by the time", EffectTags.Cost),
            '\0' => Verdict.Unknown("tar without an operation"),
            _ => Verdict.Destructive($"'{operation}' of tar writes an archive"),
        };
    }

    /// <summary>Packers that work from their standard input to their output, as tar runs them, with options that leave it so (GNU tar manual, "Compression").</summary>
    [GeneratedRegex(
        @"^(un)?(gzip|pigz|bzip2|pbzip2|lbzip2|xz|pixz|lzip|plzip|lzma|lz4|zstd|pzstd|zstdmt)( (-[cdkqv0-9]+|-[Tp] ?\d+|--fast|--best|--ultra|--long(=\d+)?|--threads=\d+))*\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Packer();

    /// <returns>Why it is not known; null where it is.</returns>
    static string? LongTarOption(List<Argument> words, ref int at, ref char operation, ref string? archive, ref bool toStdout)
    {
        var text = words[at].Text;
        var equals = text.IndexOf('=');
        var name = equals < 0 ? text : text[..equals];
        switch (name)
        {
            case "--list": operation = 't'; break;
            case "--extract" or "--get": operation = 'x'; break;
            case "--create" or "--append" or "--update" or "--concatenate" or "--delete": operation = 'c'; break;
            case "--diff" or "--compare": operation = 'd'; break;
            case "--to-stdout": toStdout = true; break;
            case "--verbose" or "--gzip" or "--bzip2" or "--xz" or "--zstd" or "--wildcards" or "--totals" or "--no-recursion" or "--numeric-owner" or "--full-time"
                or "--auto-compress" or "--one-file-system": break;
            case "--use-compress-program":
                var packer = equals >= 0 ? text[(equals + 1)..] : ++at < words.Count ? words[at].Text : "";
                if (!Packer().IsMatch(packer)) return "'--use-compress-program' of tar may run a program or change what it does";
                break;
            case "--file" or "--exclude" or "--directory" or "--strip-components" or "--exclude-from":
                var value = equals >= 0 ? text[(equals + 1)..] : ++at < words.Count ? words[at].Text : "";
                if (name == "--file") archive = value;
                break;
            default: return $"'{name}' of tar may run a program or change what it does";
        }
        // --delete, --append and their kin change the archive in place, whatever -f says.
        if (name is "--append" or "--update" or "--concatenate" or "--delete") operation = 'r';
        return null;
    }
}
