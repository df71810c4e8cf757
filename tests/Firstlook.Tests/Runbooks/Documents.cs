using System.Text;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Ways to say a document in a test.</summary>
internal static class Documents
{
    public static Runbook Read(string text) => RunbookReader.Read("test.md", Encoding.UTF8.GetBytes(text));

    /// <summary>The one procedure of a document that has one.</summary>
    public static Procedure One(string text) => Assert.Single(Read(text).Procedures);

    public static IEnumerable<Step> AllSteps(this Runbook runbook) => runbook.Procedures.SelectMany(p => p.Steps).Concat(runbook.GeneralSteps).OrderBy(s => s.Ordinal);
}
