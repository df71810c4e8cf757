using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Shell;

public sealed class PipelineTests : IDisposable
{
    readonly TempFolder folder = new();

    public PipelineTests()
    {
        var log = Enumerable.Range(1, 300).Select(n =>
            $$"""{"timestamp":"2025-12-16T10:0{{n % 6}}:00Z","level":"{{(n % 3 == 0 ? "ERROR" : "INFO")}}","request_id":"550e8400-e29b-41d4-a716-4466554400{{n % 40:00}}","status":{{(n % 7 == 0 ? 500 : 200)}},"event":"sale.transition","result":"{{(n % 5 == 0 ? "insufficient_stock" : "success")}}"}""");
        folder.File("app.log", string.Join('\n', log) + "\n");
        folder.File("access.log", string.Join('\n', Enumerable.Range(1, 120).Select(n => $"10.0.0.{n % 9} - - GET /public/leads/{n} {200 + n % 3 * 100} {n * 17}")) + "\n");
        folder.File("logs/a-1.log", "one ERROR\ntwo\n");
        folder.File("logs/a-2.log", "three ERROR\nfour\n");
        folder.File("logs/b.txt", "five ERROR\n");
        folder.File("logs/.hidden.log", "six ERROR\n");
        folder.File("logs/with space.log", "seven ERROR\n");
        folder.File("empty", "");
    }

    public static TheoryData<string> Reads =>
    [
        "grep ERROR app.log | tail -5",
        "grep 'status\":500' app.log | tail -50 | jq -r '.request_id'",
        "grep \"sale.transition\" app.log \\\n  | jq 'select(.result == \"insufficient_stock\")' \\\n  | tail -20",
        "jq -r 'select(.level == \"ERROR\") | .request_id' < app.log | sort -u",
        "jq -r .result app.log | sort | uniq -c | sort -rn",
        "jq -r 'select(.level == \"ERROR\")' < app.log | wc -l",
        "tail -100 access.log | grep \"/public/leads/\"",
        "awk '{print $1}' access.log | sort | uniq -c | sort -rn | head -5",
        "awk '$7 >= 400 {n++} END {print n}' access.log",
        "cat logs/*.log",
        "cat logs/a-?.log | grep -c ERROR",
        "grep -l ERROR logs/*",
        "ls logs/*.nothing 2>/dev/null || echo none",
        "ls logs/[ab]*",
        "ls logs/[!a]*",
        "ls */a-*.log",
        "echo *.log",
        "echo '*.log' \"*.log\" \\*.log",
        "grep nothing app.log",
        "grep -q ERROR app.log && echo found || echo lost",
        "grep -q nothing app.log && echo found || echo lost",
        "! grep -q nothing app.log && echo absent",
        "false; echo after",
        "true && echo a && echo b",
        "cat missing.log 2>&1 | sed 's/.*cat/cat/'",
        "cat missing.log app.log 2>/dev/null | head -1",
        "head -3 app.log | cut -d, -f1",
        "sort -t' ' -k8 -n access.log | tail -3",
        "yes | head -3",
        "seq 1 100000 | tail -1",
        "wc -l < app.log",
        "tr a-z A-Z <<< 'some words'",
        "cat <<EOF\nline one\nline two\nEOF",
        "X=5; echo \"$X\" $X '$X'",
        "START=\"2025-12-16T10:01:00Z\"\nEND=\"2025-12-16T10:02:00Z\"\njq -r 'select(.timestamp >= \"'$START'\" and .timestamp <= \"'$END'\" and .level == \"ERROR\") | .request_id' < app.log",
        "P='a b  c'; printf '%s\\n' $P \"$P\"",
        "N=$(wc -l < app.log); echo \"lines: $N\"",
        "echo \"last: $(tail -1 access.log | awk '{print $NF}')\"",
        "A=1; export B=2; C=3; export C; D=4 env | grep -E '^[A-D]=' | sort",
        "for f in logs/a-*.log 'x y' $(echo p q); do echo \"<$f>\"; done",
        "for f in logs/*; do grep -q three \"$f\" && echo \"$f\"; done",
        "if grep -q ERROR app.log; then echo yes; else echo no; fi",
        "if grep -q nothing app.log; then echo yes; elif test -f empty; then echo file; else echo no; fi",
        "(cd logs; X=1; ls); pwd | sed 's/.*firstlook-test-.*/here/'; echo \"${X:-unset}\"",
        "{ echo a; echo b; }; ! { false; } && echo c",
        "echo \"${NAMESPACE:-default} ${N-none}\"; N=; echo \"[${N:-empty}] [${N-none}]\"",
        "X=1; Y=$(X=2; cd logs; echo $X); echo $X $Y; ls a* 2>/dev/null | head -1",
        "E=''; echo a $E b \"$E\" c",
        "cd logs && ls *.log",
        "find . -name '*.log' -type f | sort",
        "sed -n '2,4p' access.log",
        "grep -E '(200|300) ' access.log | wc -l",
        "cat app.log > /dev/null; echo quiet",
        "ls missing &>/dev/null; echo \"exit $?\"",
        "paste -d, logs/a-1.log logs/a-2.log",
        "grep ERROR logs/a-1.log logs/a-2.log | cut -d: -f2 | tee /dev/null",
        "cat empty | wc -c",
        "comm -12 logs/a-1.log logs/a-1.log",
        "date -u -d @0 +%Y-%m-%d",
        "xargs -n1 echo < logs/b.txt",
        "echo a\\ b 'c  d' \"e'f\" 'g\"h'",
        "printf '%s|' a \"\" 'b c' d\\ e",
        "echo $'tab\\there'",
    ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_prints_what_bash_prints(string text)
    {
        var bash = await RunningProgram.Run("/usr/bin/env", ["-i", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "/bin/bash", "--noprofile", "--norc", "-c", text], folder: folder.Path, check: false);
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path));
        var result = await executors.Run(Permits.Read(text, Language.Shell));

        Assert.Null(result.Outcome.Message);
        Assert.Equal(bash.TrimEnd('\n'), string.Join('\n', result.Output.Lines).TrimEnd('\n'));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_prints_the_same_in_an_entered_target(string text)
    {
        await using var outside = Permits.Executors(new ShellConnection(Folder: folder.Path));
        await using var entered = Permits.Executors(new ShellConnection(["/usr/bin/nsenter", "--mount=/proc/self/ns/mnt", "--"], Folder: folder.Path));
        var one = await outside.Run(Permits.Read(text, Language.Shell));
        var other = await entered.Run(Permits.Read(text, Language.Shell));

        Assert.Null(other.Outcome.Message);
        Assert.Equal(one.Output.Lines, other.Output.Lines);
    }

    public void Dispose() => folder.Dispose();
}
