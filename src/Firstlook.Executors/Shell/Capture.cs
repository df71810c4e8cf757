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
    public string Text => Decode(output).TrimEnd('\n');

    public ReadOnlySpan<byte> Bytes => output.WrittenSpan;

    /// <summary>The last line of standard error; null where there is none.</summary>
    public string? LastError => Lines(errors).LastOrDefault(line => line.Length > 0);

    /// <summary>The last line of standard error that names an error, as interpreters end or begin what they say of one; else the last line of all.</summary>
    public string? LastNamedError => Lines(errors).LastOrDefault(NamedError().IsMatch) ?? LastError;

    /// <summary>"ValueError: no batch", "Uncaught ReferenceError: x is not defined", "django.db.utils.OperationalError: ..."</summary>
    [GeneratedRegex(@"^(Uncaught )?[\w.:]*(Error|Exception)\b[^:]*: ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedError();

    public Output ToOutput()
    {
        var count = lines + (endsInLine ? 1 : 0);
        var kept = Lines(output);
        var shown = kept.Count > limits.Rows ? kept.Take(limits.Rows) : kept;
        var said = Lines(errors).Take(limits.Rows).ToList();
        if (Overflows) said.Add($"stopped after {MostRead / 1024 / 1024} MiB of output: the count is of what was read until then");
        return new Output(OutputKind.Lines, count, cut || kept.Count > limits.Rows || Overflows, Lines: shown.ToEquatableArray(), Errors: said.ToEquatableArray());
    }

    void Keep(ArrayBufferWriter<byte> kept, ReadOnlySpan<byte> bytes)
    {
        var room = (int)Math.Max(0, limits.Bytes - output.WrittenCount - errors.WrittenCount);
        cut |= bytes.Length > room;
        kept.Write(bytes[..Math.Min(room, bytes.Length)]);
    }

    static string Decode(ArrayBufferWriter<byte> kept) => Encoding.UTF8.GetString(kept.WrittenSpan);

    static List<string> Lines(ArrayBufferWriter<byte> kept)
    {
        if (kept.WrittenCount == 0) return [];
        var text = Decode(kept);
        return [.. (text[^1] == '\n' ? text[..^1] : text).Split('\n')];
    }
}
