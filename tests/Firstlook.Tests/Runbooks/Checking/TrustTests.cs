namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>What is dangerous to trust is told by explain and by check in the same words, of the same lines.</summary>
public sealed class TrustTests
{
    static readonly string[] Codes = ["FL003", "FL004", "FL005"];

    [Theory]
    [InlineData("## Safeguards\n```bash\nredis-cli FLUSHALL\nexport DB_PASSWD=tr0ub4dor9\n```\n", "FL005 6")]
    [InlineData("## Diagnosis\n```bash\nredis-cli INFO memory\nredis-cli FLUSHALL\n```\n", "FL004 6")]
    [InlineData("## Diagnosis\n```bash\ncurl -s http://shop/admin/feature/<flavour>\n```\n", "FL003 5")]
    [InlineData("The last column is called `<flavour>`.\n\n## Diagnosis\n```bash\ncurl -s http://shop/admin/feature/<flavour>\n```\n", "")]
    [InlineData("Ask for ghp_0123456789abcdefghijABCDEFGHIJ012345 at the desk.\n", "FL005 3")]
    [InlineData("## Diagnosis\n```bash\nredis-cli -a \"$REDIS_PASSWORD\" LLEN jobs\n```\n", "")]
    public void Explain_and_check_agree_on_what_is_not_to_be_trusted(string text, string told)
    {
        var document = $"# QueueFull\n\n{text}";
        var explained = Documents.Read(document).Problems.Where(problem => Codes.Contains(problem.Code)).Select(problem => $"{problem.Code} {problem.Line}: {problem.Message}").ToList();

        Assert.Equal(told, string.Join("; ", explained.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])));
        Assert.Equal(explained, Codes.SelectMany(code => Checked.Of(code, document)).Select(found => $"{found.Code} {found.Line}: {found.Message}"));
    }
}
