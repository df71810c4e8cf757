namespace Firstlook;

/// <summary>How sentences for people are put together.</summary>
public static class Wording
{
    /// <summary><c>1 read</c>, <c>3 reads</c>; with its plural told, <c>2 queries</c>.</summary>
    public static string Count(long count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";
}
