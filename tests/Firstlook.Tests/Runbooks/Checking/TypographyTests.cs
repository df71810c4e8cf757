using System.Text;
using Firstlook.Runbooks.Checking;

namespace Firstlook.Tests.Runbooks.Checking;

/// <summary>What a word processor makes of a command.</summary>
public sealed class TypographyTests
{
    static string Block(string command, string tag = "bash") => $"# QueueFull\n\n**Severity**: high\n\n## Diagnosis\n```{tag}\n{command}\n```\n";

    [Theory]
    [InlineData("az webapp show –n app", "–n", "-n")]
    [InlineData("az webapp show ––query state", "––query", "--query")]
    [InlineData("kubectl logs shop-0 –-tail=200", "–-tail=200", "--tail=200")]
    [InlineData("az account set --subscription “pw-prod-01”", "“pw-prod-01”", "\"pw-prod-01\"")]
    [InlineData("curl -s -w ‘%{http_code}’ https://shop.example/", "‘%{http_code}’", "'%{http_code}'")]
    [InlineData("az\u00A0login", "az\u00A0login", "az login")]
    [InlineData("kubectl get\u200B pods", "get\u200B", "get")]
    public void A_typographic_mark_is_found_and_mended(string command, string word, string mended)
    {
        var finding = Assert.Single(Checked.Of("FL089", Block(command)));
        Assert.Equal((7, word.Length, new Edit(7, word, mended)), (finding.Line, finding.Length, finding.Edit));
    }

    [Theory]
    [InlineData("echo \"it’s – well – done\"")]
    [InlineData("grep 'café “x”' /var/log/app.log")]
    [InlineData("kubectl get pods -n shop")]
    [InlineData("echo a – b")]
    public void What_is_said_or_searched_for_between_plain_quotes_is_no_mistake(string command) => Assert.Empty(Checked.Of("FL089", Block(command)));

    [Fact]
    public void One_option_that_begins_another_is_mended_too() =>
        Assert.Equal(["--namespace-name", "--name"], Checked.Of("FL089", Block("az servicebus queue show ––namespace-name sb ––name orders")).Select(f => f.Edit!.New));

    [Fact]
    public void Behind_what_is_quoted_every_word_is_looked_at() =>
        Assert.Equal(["-–max", "“b”"], Checked.Of("FL089", Block("echo 'a – “x” b' -–max ok “b”")).Select(f => f.Edit!.Old));

    [Fact]
    public void PowerShell_reads_them_as_the_plain_ones() => Assert.Empty(Checked.Of("FL089", Block("Get-Service –Name “Spooler”", "powershell")));

    [Fact]
    public void A_statement_with_curly_quotes_is_found() => Assert.Single(Checked.Of("FL089", Block("SELECT * FROM jobs WHERE state = ‘stuck’;", "sql")));
}
