using Firstlook.Effects;
using Firstlook.Executors.Tests.PromQl;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Executors.Logs;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests;

/// <summary>Any text that an alert's label may hold arrives at every target as that text, and does nothing on the way.</summary>
[Collection("database")]
public sealed class HostileValues(Database database, Metrics metrics)
{
    [Fact]
    public async Task Through_the_shell()
    {
        await using var executors = Permits.Executors(new ShellConnection { ReadOnlyView = false });
        foreach (var label in HostileLabels.Sample(200))
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

        Assert.False(File.Exists(HostileLabels.Trace));
    }

    [Fact]
    public async Task Through_sql()
    {
        await using var executors = Permits.Executors(database.Reader);
        foreach (var label in HostileLabels.Sample(300))
        {
            var result = await executors.Run(Permits.Read("SELECT '<x>' AS one, <x>::text AS other, 'a<x>b' AS within, 'it''s <x>' FROM stock WHERE id = 1", Language.Sql, values: [Permits.Value("<x>", label)]));
            Assert.Equal([label, label, $"a{label}b", $"it's {label}"], result.Output.Rows[0]);
        }
    }

    [Fact]
    public async Task Through_promql()
    {
        await using var executors = Permits.Executors(new PrometheusConnection(metrics.Server.Address));
        foreach (var label in HostileLabels.Sample(200))
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
        foreach (var label in HostileLabels.Sample(40))
        {
            var result = await executors.Run(Permits.Read("import sys\nsys.stdout.buffer.write(('<x>|' + str(<x>) + '|').encode())", Language.Python, values: [Permits.Value("<x>", label)]));
            Assert.Equal($"{label}|{label}|", string.Join('\n', result.Output.Lines));
        }
    }

    [Fact]
    public async Task Through_redis()
    {
        if (RedisServer.Missing is { } missing) Assert.Skip(missing);
        await using var server = await RedisServer.Start();
        await using var executors = Permits.Executors(new RedisConnection("127.0.0.1", server.Port));
        foreach (var label in HostileLabels.Sample(100).Append("a\0b"))
        {
            EquatableArray<Access.Binding> values = [Permits.Value("<x>", label)];
            Assert.Equal(["OK"], (await executors.Run(Permits.Action("SET key-<x> \"v <x>\"", Language.Redis, values: values))).Output.Lines);
            // What is shown are lines: their own ends, and those after the last, are no part of them.
            Assert.Equal($"v {label}".Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n'), string.Join('\n', (await executors.Run(Permits.Read("GET 'key-<x>'", Language.Redis, values: values))).Output.Lines).Replace("\r", "", StringComparison.Ordinal));
            Assert.Equal(["1"], (await executors.Run(Permits.Action("DEL key-<x>", Language.Redis, values: values))).Output.Lines);
        }

        Assert.Equal(["0"], (await executors.Run(Permits.Read("DBSIZE", Language.Redis))).Output.Lines);
    }

    [Fact]
    public async Task Through_http()
    {
        using var web = new HttpStandIn(_ => (200, ""));
        await using var executors = Permits.Executors(new HttpConnection(web.Address));
        foreach (var label in HostileLabels.Sample(100))
        {
            var before = web.Requests.Count;
            var result = await executors.Run(Permits.Read("GET /things/<x>/state?name=<x>&n=1", Language.Http, values: [Permits.Value("<x>", label)]));
            if (result.Outcome.Kind == Looks.OutcomeKind.Refused)
            {
                Assert.Equal(before, web.Requests.Count);
                Assert.True(label.Trim('.').Length == 0 || label.AsSpan().IndexOfAny('\r', '\n') >= 0, result.Outcome.Message);
                continue;
            }

            Assert.Equal(Looks.Outcome.Succeeded, result.Outcome);
            var target = web.Requests[^1].Target;
            Assert.Equal(["", "things", label, "state"], target[..target.IndexOf('?', StringComparison.Ordinal)].Split('/').Select(Uri.UnescapeDataString));
            Assert.Equal([$"name={label}", "n=1"], target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(Uri.UnescapeDataString));
        }
    }

    /// <summary>In a header a value is sent as it is or not at all, and its target is not taken for one that is away.</summary>
    [Fact]
    public async Task Through_a_header_of_http()
    {
        using var web = new HttpStandIn(_ => (200, ""));
        await using var executors = Permits.Executors(new HttpConnection(web.Address));
        foreach (var label in HostileLabels.Sample(100).Append("a\0b").Where(label => label.Length < 8000))
        {
            var result = await executors.Run(Permits.Read("GET /\nX-Trace: [<x>]", Language.Http, values: [Permits.Value("<x>", label)]));
            if (result.Outcome.Kind == Looks.OutcomeKind.Refused) Assert.True(label.Any(c => c is not (>= ' ' and <= '~' or '\t')) || label.Trim('.').Length == 0, result.Outcome.Message);
            else
            {
                Assert.Equal(Looks.Outcome.Succeeded, result.Outcome);
                Assert.Equal($"[{label}]", web.Requests[^1].Headers["X-Trace"]);
            }

            Assert.True(web.Requests.All(asked => asked.Headers.Keys.All(name => name is "Host" or "X-Trace")));
        }
    }

    [Fact]
    public async Task Through_log_files()
    {
        using var folder = new TempFolder();
        foreach (var label in HostileLabels.Sample(60).Append("a\0b"))
        {
            var now = TimeProvider.System.GetUtcNow();
            var line = System.Text.Json.JsonSerializer.Serialize(new { time = now, name = label });
            var plain = label.Any(char.IsControl) ? "" : $"{now:O} >{label}<\n";
            await using var executors = Permits.Executors(new LogFilesConnection([new LogFileSet(folder.File("app.log", $"{line}\n{{\"time\":\"{now:O}\",\"name\":\"another\"}}\n{plain}"), [KeyValuePair.Create("app", "shop")])]));
            Task<Looks.Result> Ask(string query) => executors.Run(Permits.Read(query, Language.LogQl, values: [Permits.Value("<x>", label)]));

            Assert.Equal([line], (await Ask("{app=\"shop\"} | json | name=\"<x>\"")).Output.Lines);
            Assert.Equal(0, (await Ask("{app=\"shop\", app=\"<x>\"}")).Output.Count);
            if (plain.Length == 0) continue;
            Assert.Contains(plain.TrimEnd('\n'), (await Ask("{app=\"shop\"} |= \"><x><\"")).Output.Lines);
            if (label.Length > 10_000)
            {
                // A regular expression has its bounds; what is beyond them is told, and evaluates nothing.
                Assert.Equal("query", (await Ask("{app=~\"shop\"} |~ \"<x>\"")).Outcome.Code);
                continue;
            }

            Assert.Contains(plain.TrimEnd('\n'), (await Ask("{app=~\"shop\"} |~ \"^[^>]*><x><$\"")).Output.Lines);
            Assert.Contains(plain.TrimEnd('\n'), (await Ask("{app=\"shop\"} | regexp \"(?P<rest>><x><)\" | rest=\"><x><\"")).Output.Lines);
        }
    }

    /// <summary>Which server is asked is not left to a label.</summary>
    [Fact]
    public async Task Through_the_certificate_check_nothing_goes_at_all()
    {
        await using var executors = Permits.Executors(new TlsConnection());
        foreach (var label in HostileLabels.Sample(20).Append("localhost"))
        {
            var result = await executors.Run(Permits.Read("openssl s_client -connect <x>:443", Language.Shell, values: [Permits.Value("<x>", label)]));
            Assert.Equal(Looks.OutcomeKind.Refused, result.Outcome.Kind);
        }
    }
}
