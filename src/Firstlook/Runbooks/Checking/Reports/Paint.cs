namespace Firstlook.Runbooks.Checking;

/// <summary>Colours of a text for a terminal, as marks of Unicode's private use until the very end.</summary>
public static class Paint
{
    const char Strong = '\uE0F0', Dim = '\uE0F1', Red = '\uE0F2', Yellow = '\uE0F3', Cyan = '\uE0F4', Plain = '\uE0F5';

    /// <summary>The marks as escape sequences (ECMA-48, SELECT GRAPHIC RENDITION).</summary>
    public static string Escaped(string text) => text
        .Replace(Strong.ToString(), "\u001b[1m", StringComparison.Ordinal).Replace(Dim.ToString(), "\u001b[2m", StringComparison.Ordinal)
        .Replace(Red.ToString(), "\u001b[31m", StringComparison.Ordinal).Replace(Yellow.ToString(), "\u001b[33m", StringComparison.Ordinal)
        .Replace(Cyan.ToString(), "\u001b[36m", StringComparison.Ordinal).Replace(Plain.ToString(), "\u001b[0m", StringComparison.Ordinal);

    internal static string Bold(string text, bool color) => color ? $"{Strong}{text}{Plain}" : text;

    internal static string Faint(string text, bool color) => color ? $"{Dim}{text}{Plain}" : text;

    internal static string Severity(ProblemSeverity severity, bool color)
    {
        var word = severity.Word().PadRight(7);
        return !color ? word : $"{(severity switch { ProblemSeverity.Error => Red, ProblemSeverity.Warning => Yellow, _ => Cyan })}{word}{Plain}";
    }
}
