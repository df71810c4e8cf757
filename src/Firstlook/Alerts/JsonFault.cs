using System.Text;
using System.Text.Json;

namespace Firstlook.Alerts;

/// <summary>Why a body could not be read as JSON, for whoever sent it.</summary>
static class JsonFault
{
    /// <returns>"the body is no JSON: ...", with the line and the column from which it is none, both 1-based.</returns>
    public static string Of(JsonException exception, ReadOnlySpan<byte> body)
    {
        if (body.Trim(" \t\r\n"u8).IsEmpty) return "the body is no JSON: it is empty";
        var line = (int)(exception.LineNumber ?? 0);
        var before = body;
        for (var left = line; left > 0; left--) before = before[(before.IndexOf((byte)'\n') + 1)..];
        var column = Encoding.UTF8.GetCharCount(before[..Math.Min(before.Length, (int)(exception.BytePositionInLine ?? 0))]);
        return $"the body is no JSON: it ends too early, does not fit or is nested too deep at line {line + 1}, column {column + 1}";
    }
}
