using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Access;
using Firstlook.Looks;

namespace Firstlook.Executors.Shell;

/// <summary>What programs print: the first bytes kept, all lines counted.</summary>
internal sealed partial class Capture(Limits limits)
{
    /// <summary>Of output read at most, kept or not: a program that prints more is stopped.</summary>
    const long MostRead = 64L * 1024 * 1024;

    readonly ArrayBufferWriter<byte> output = new();
    readonly ArrayBufferWriter<byte> errors = new();
    long read;
    long lines;
    bool endsInLine;
    bool cut;

    /// <summary>True once so much was printed that nobody will want the rest.</summary>
    public bool Overflows => read > MostRead;

    /// <summary>True once something was not kept.</summary>
    public bool Cut => cut;

    public bool HasErrors => errors.WrittenCount > 0;

    public void Output(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        read += bytes.Length;
        lines += bytes.Count((byte)'\n');
        endsInLine = bytes[^1] != '\n';
        Keep(output, bytes);
    }

    public void Error(ReadOnlySpan<byte> bytes)
    {
        read += bytes.Length;
        Keep(errors, bytes);
    }

    public void Error(string line) => Error(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Standard output as text, for a value; the line ends at its end dropped, as <c>$(...)</c> does.</summary>
    public string Text => Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd('\n');

    public ReadOnlySpan<byte> Bytes => output.WrittenSpan;

    /// <summary>The last line of standard error that is not blank; null where there is none.</summary>
    public string? LastError => Short(Said().LastOrDefault(line => !string.IsNullOrWhiteSpace(line)));

    // It is told in a sentence, and kept with each result: a line of a whole document is no last word.
    static string? Short(string? line)
    {
        const int Longest = 300;
        return line is null || line.Length <= Longest ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest), "…");
    }

    /// <summary>Bytes of standard output that are kept by now.</summary>
    public int Printed => output.WrittenCount;

    /// <summary>The last line of standard output that is not blank, of what came after <see cref="Printed"/> was so much; null where there is none, and where what came
    /// last was not kept.</summary>
    public string? LastPrinted(int after = 0) =>
        cut || Overflows ? null : Short(Lines(output.WrittenSpan[after..]).Select(line => line.TrimEnd('\r')).LastOrDefault(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>The last line of standard error that names an error, as interpreters end or begin what they say of one; else the last line of all.</summary>
    public string? LastNamedError => Short(Said().LastOrDefault(NamedError().IsMatch)) ?? LastError;

    /// <summary>"ValueError: no batch", "Uncaught ReferenceError: x is not defined", "django.db.utils.OperationalError: ..."</summary>
    [GeneratedRegex(@"^(Uncaught )?[\w.:]*(Error|Exception)\b[^:]*: ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedError();

    public Output ToOutput()
    {
        var count = lines + (endsInLine ? 1 : 0);
        var kept = Lines(output.WrittenSpan);
        var shown = kept.Count > limits.Rows ? kept.Take(limits.Rows) : kept;
        var said = Said().Take(limits.Rows).ToList();
        if (Overflows) said.Add($"stopped after {MostRead / 1024 / 1024} MiB of output: the count is of what was read until then");
        return new Output(OutputKind.Lines, count, cut || kept.Count > limits.Rows || Overflows, Lines: shown.ToEquatableArray(), Errors: said.ToEquatableArray());
    }

    void Keep(ArrayBufferWriter<byte> kept, ReadOnlySpan<byte> bytes)
    {
        var room = (int)Math.Max(0, limits.Bytes - output.WrittenCount - errors.WrittenCount);
        cut |= bytes.Length > room;
        kept.Write(bytes[..Math.Min(room, bytes.Length)]);
    }

    static List<string> Lines(ReadOnlySpan<byte> kept)
    {
        if (kept.IsEmpty) return [];
        var text = Encoding.UTF8.GetString(kept);
        return [.. (text[^1] == '\n' ? text[..^1] : text).Split('\n')];
    }

    /// <summary>
    /// Lines of standard error as a terminal shows them in the end: a carriage return begins one anew, as the meters of curl and dd do.
    /// Not so of standard output, which is evidence: what a log line holds before such a character is not hidden by it.
    /// </summary>
    IEnumerable<string> Said() => Lines(errors.WrittenSpan).Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]);
}
