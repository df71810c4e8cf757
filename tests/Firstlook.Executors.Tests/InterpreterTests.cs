using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors.Tests;

public sealed class InterpreterTests
{
    static readonly InterpreterConnection Python = new(["/usr/bin/python3", "-"], Language.Python, [KeyValuePair.Create("DJANGO_SETTINGS_MODULE", "shop.settings")]);

    public static TheoryData<string> Hostile => ["'; rm -rf / #", "\"); import os; os.system(\"id\") #", "\\", "a\nb", "{x}", "\"\"\"", "ünï 🙂", "007", "1e9", ""];

    [Fact]
    public async Task A_block_runs_with_its_environment_and_returns_lines_and_exit()
    {
        NeedsPython();
        await using var executors = Permits.Executors(Python);
        var result = await executors.Run(Permits.Action("import os, sys\nfor n in range(2):\n    print(n)\n\nprint(os.environ['DJANGO_SETTINGS_MODULE'], 'PATH' in os.environ)\nsys.exit(3)", Language.Python));

        Assert.Equal(["0", "1", "shop.settings True"], result.Output.Lines);
        Assert.Equal(3, result.Outcome.Exit);
    }

    [Fact]
    public async Task An_exception_is_a_failure_with_its_last_line()
    {
        NeedsPython();
        await using var executors = Permits.Executors(Python);
        var result = await executors.Run(Permits.Action("raise ValueError('no batch')", Language.Python));

        Assert.Equal(OutcomeKind.Failed, result.Outcome.Kind);
        Assert.EndsWith("ValueError: no batch", result.Outcome.Message!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_value_arrives_as_that_text(string hostile)
    {
        NeedsPython();
        await using var executors = Permits.Executors(Python);
        foreach (var text in new[] { "print(ascii('<x>'))", "print(ascii(\"<x>\"))", "print(ascii('''<x>'''))", "print(ascii(str(<x>)))", "# <x>\nprint(ascii('[<x>]'[1:-1]))" })
        {
            var result = await executors.Run(Permits.Read(text, Language.Python, values: [Permits.Value("<x>", hostile)]));
            var expected = await executors.Run(Permits.Read($"import base64\nprint(ascii(base64.b64decode('{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(hostile))}').decode()))", Language.Python));
            Assert.Null(result.Outcome.Message);
            Assert.Equal(expected.Output.Lines, result.Output.Lines);
        }
    }

    [Fact]
    public async Task A_value_with_code_in_it_is_refused_where_a_string_is_formatted()
    {
        await using var executors = Permits.Executors(Python);
        foreach (var text in new[] { "print(f'<x>')", "print(r'<x>')" })
            Assert.Equal(OutcomeKind.Refused, (await executors.Run(Permits.Read(text, Language.Python, values: [Permits.Value("<x>", "{__import__('os').system('id')}")]))).Outcome.Kind);
    }

    [Fact]
    public async Task Another_language_is_refused()
    {
        await using var executors = Permits.Executors(Python);
        Assert.Equal(OutcomeKind.Refused, (await executors.Run(Permits.Read("console.log(1)", Language.JavaScript))).Outcome.Kind);
    }

    static void NeedsPython()
    {
        if (!File.Exists("/usr/bin/python3")) Assert.Skip("/usr/bin/python3 is not installed (Debian: python3)");
    }
}
