using System.Text;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>Ways to check a text in a test.</summary>
internal static class Checked
{
    public static CheckedFile File(string text, string name = "test.md", string? team = null) => new(RunbookReader.Read(name, Encoding.UTF8.GetBytes(text.Replace("\r", "", StringComparison.Ordinal))), team);

    public static CheckReport Report(string text) => RunbookChecker.Check(new([File(text)]));

    public static EquatableArray<Finding> Findings(string text) => Report(text).Findings;

    public static IEnumerable<Finding> Of(string code, string text) => Findings(text).Where(finding => finding.Code == code);
}
