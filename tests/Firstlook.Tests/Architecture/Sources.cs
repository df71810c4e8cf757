using System.Text.RegularExpressions;

namespace Firstlook.Tests.Architecture;

/// <summary>The repository's own files.</summary>
internal static partial class Sources
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Every C# file of a project, with its path from the project's folder, with <c>/</c>.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string project)
    {
        var folder = Path.Combine(Root, "src", project);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => !file.Item1.StartsWith("obj/", StringComparison.Ordinal) && !file.Item1.StartsWith("bin/", StringComparison.Ordinal));
    }

    public static IEnumerable<string> Projects => Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>The code without its comments and texts, so that a word in a sentence is no use of it.</summary>
    public static string Code(string text) => Prose().Replace(text, " ");

    static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Firstlook.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException($"no Firstlook.slnx above {from}");
    }

    [GeneratedRegex("\"\"\".*?\"\"\"|//[^\n]*|/\\*.*?\\*/|@\"(\"\"|[^\"])*\"|\"(\\\\.|[^\"\\\\\n])*\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Prose();
}
