using Firstlook.Effects;
using Firstlook.Executors.Tests.PromQl;
using Firstlook.Executors.Tests.Sql;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Executors.Tests;

/// <summary>Any text that an alert's label may hold arrives at every target as that text, and does nothing on the way.</summary>
[Collection("database")]
public sealed class HostileValues(Database database, Metrics metrics)
{
    static readonly Gen<string> Labels = Gen.Elements(
        "'", "\"", "`", "\\", "$", "(", ")", "{", "}", "[", "]", "<", ">", "|", "&", ";", "#", "*", "?", "~", "!", "=", "%", "-", "--", "/*", "*/", "\n", "\t", " ", "a", "Z", "0", ".", ",", ":", "@", "/", "^", "+",
        "$(id)", "$x", "${x}", "'; rm -rf / #", "<x>", "$$", "E'", "\u0001", "é", "🙂", "\u2028", "\\u0027", "\\x27", "%s", "{{", "touch /tmp/firstlook-label")
        .ListOf().Select(pieces => string.Concat(pieces));

    [Fact]
    public async Task Through_the_shell()
    {
        await using var executors = Permits.Executors(new ShellConnection { ReadOnlyView = false });
        foreach (var label in Sample(200))
        {
            foreach (var text in new[] { "printf '%s|' '<x>'", "printf '%s|' \"a<x>b\" | cat", "V=\"<x>\"; printf '%s|' \"$V\"" })
            {
                var read = await executors.Run(Permits.Read(text, Language.Shell, values: [Permits.Value("<x>", label)]));
                var act = await executors.Run(Permits.Action(text, Language.Shell, values: [Permits.Value("<x>", label)]));
                var expected = text.Contains("a<x>b", StringComparison.Ordinal) ? $"a{label}b|" : $"{label}|";
                if (read.Outcome.Kind == Looks.OutcomeKind.Refused) Assert.StartsWith("-", label, StringComparison.Ordinal);
                else Assert.Equal(expected, string.Join('\n', read.Output.Lines));
                Assert.Equal(expected, string.Join('\n', act.Output.Lines));
            }
        }

        Assert.False(File.Exists("/tmp/firstlook-label"));
    }

    [Fact]
    public async Task Through_sql()
    {
        await using var executors = Permits.Executors(database.Reader);
        foreach (var label in Sample(300))
        {
            var result = await executors.Run(Permits.Read("SELECT '<x>' AS one, <x>::text AS other, 'a<x>b' AS within, 'it''s <x>' FROM stock WHERE id = 1", Language.Sql, values: [Permits.Value("<x>", label)]));
            Assert.Equal([label, label, $"a{label}b", $"it's {label}"], result.Output.Rows[0]);
        }
    }

    [Fact]
    public async Task Through_promql()
    {
        await using var executors = Permits.Executors(new PrometheusConnection(metrics.Server.Address));
        foreach (var label in Sample(200))
        {
            var result = await executors.Run(Permits.Read("label_replace(label_replace(vector(1), \"a\", \"<x>|\", \"\", \"\"), 'b', '<x>|', '', '')", Language.PromQl, values: [Permits.Value("<x>", label.Replace('$', '_'))]));
            Assert.All(result.Output.Samples[0].Labels, pair => Assert.Equal(label.Replace('$', '_') + "|", pair.Value));
        }
    }

    [Fact]
    public async Task Through_an_interpreter()
    {
        if (!File.Exists("/usr/bin/python3")) Assert.Skip("/usr/bin/python3 is not installed (Debian: python3)");
        await using var executors = Permits.Executors(new InterpreterConnection(["/usr/bin/python3", "-"], Language.Python));
        foreach (var label in Sample(40))
        {
            var result = await executors.Run(Permits.Read("import sys\nsys.stdout.buffer.write(('<x>|' + str(<x>) + '|').encode())", Language.Python, values: [Permits.Value("<x>", label)]));
            Assert.Equal($"{label}|{label}|", string.Join('\n', result.Output.Lines));
        }
    }

    static IEnumerable<string> Sample(int count) => Labels.Sample(count, 12).Where(label => label.Length > 0);
}
