using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Firstlook.App.Tests.Web;

/// <summary>A page as it is, compared with the one that was accepted. <c>FIRSTLOOK_ACCEPT=1</c> accepts what is rendered now.</summary>
static partial class PageGolden
{
    public static void Check(string name, string html, [CallerFilePath] string here = "")
    {
        var accepted = Path.Combine(Path.GetDirectoryName(here)!, "Goldens", $"{name}.html");
        var received = Path.ChangeExtension(accepted, ".received.html");
        // The hash in an asset's address changes with every edit of the asset, and says nothing about the page.
        var text = Hash().Replace(Blank().Replace(html.ReplaceLineEndings("\n"), "\n"), "/assets/HASH/").Trim() + "\n";
        if (Environment.GetEnvironmentVariable("FIRSTLOOK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(accepted)!);
            File.WriteAllText(accepted, text);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(accepted) ? File.ReadAllText(accepted) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{name} is not as accepted: compare {accepted} with {received}, and run with FIRSTLOOK_ACCEPT=1 if it is right");
    }

    [GeneratedRegex("/assets/[0-9a-f]{12}/")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\n\s*\n+")]
    private static partial Regex Blank();
}
