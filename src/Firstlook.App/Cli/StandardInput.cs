using System.Text;

namespace Firstlook.App.Cli;

/// <summary>What a verb is given on standard input; a folder or a broken device in its place is a mistake of the caller's, told as one.</summary>
sealed class StandardInput : IDisposable
{
    readonly StreamReader reader = new(Console.OpenStandardInput(), new UTF8Encoding(false));

    /// <returns>The next line; null at the end.</returns>
    /// <exception cref="Stop">It cannot be read.</exception>
    public string? Line() => Read(reader.ReadLine);

    /// <exception cref="Stop">It cannot be read.</exception>
    public string Rest() => Read(reader.ReadToEnd)!;

    public void Dispose() => reader.Dispose();

    static string? Read(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new Stop(Exit.Failed, $"standard input cannot be read ({failed.Message.TrimEnd('.')}): give a file's text, as in \"firstlook … < FILE\", or a pipe");
        }
    }
}
