using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>What somebody typed at a prompt, and what came back.</summary>
/// <param name="Language">What the prompt belongs to.</param>
/// <param name="Text">The typed lines, prompts removed, continuation lines joined by newlines.</param>
/// <param name="Offset">Where the typed text begins in the block.</param>
/// <param name="Line">0-based line in the block.</param>
internal sealed record Typed(Language Language, string Text, int Offset, int Line)
{
    /// <summary>True where a tool takes it that is no shell, and has words of its own that may be called like programs: <c>grub> ls</c>.</summary>
    public bool AtTool { get; init; }
}

/// <summary>Console transcripts: prompts, commands and output in one block.</summary>
internal static partial class Transcripts
{
    /// <summary>The commands typed, in order; empty where the block shows no prompt.</summary>
    public static IReadOnlyList<Typed> Read(string text)
    {
        // Every prompt ends in one of these.
        if (text.AsSpan().IndexOfAny(PromptMarks) < 0) return [];
        var typed = new List<Typed>();
        var lines = text.Split('\n');
        var rootPrompts = HashIsPrompt(lines);
        var batches = text.Contains('>') && BatchEnd().IsMatch(text);
        var box = BoxOf(lines);
        var prompts = lines.Select(l => (batches ? BatchPrompt(l) : null) ?? BoxPrompt(l, box) ?? Prompt(l, rootPrompts)).ToList();
        BelowOpenedClients(lines, prompts);
        var firstPrompt = prompts.FindIndex(p => p is not null);
        if (firstPrompt < 0) return typed;
        var bareShell = !prompts.Any(p => p is { Language: Language.Shell });
        var offset = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var start = offset;
            offset += lines[i].Length + 1;
            // Only the client's prompt was copied: what stands around it without one was typed at a shell. Before the first prompt nothing has answered yet.
            if ((prompts[i] ?? ((bareShell && ShellPrograms.Begins(lines[i]) && !IsDocument(lines[i]))
                || (i < firstPrompt && ShellPrograms.BeginsUnmistakably(lines[i])) ? (0, Language.Shell) : null))
                is not { } prompt) continue;
            var first = i;
            var last = lines[i][prompt.Length..];
            if (batches && IsBatchEnd(last)) continue;
            var content = new StringBuilder(last);
            var heredoc = HeredocEnd(last, prompt.Language);
            while (i + 1 < lines.Length
                && (MorePrompt(lines[i + 1], prompt.Language) is not null
                    || (prompts[i + 1] is null && (heredoc is not null || (Continues(last, prompt.Language) && !IsAnswer(lines[i + 1], prompt.Language))))))
            {
                i++;
                offset += lines[i].Length + 1;
                last = MorePrompt(lines[i], prompt.Language) is { } more ? lines[i][more..] : ContinuationPrompt().Replace(lines[i], "");
                content.Append('\n').Append(last);
                if (heredoc is null) heredoc = HeredocEnd(last, prompt.Language);
                else if (last.Trim() == heredoc) break;
            }

            // "1> SELECT 1" goes on at "2> FROM x", up to its semicolon or "GO".
            while (batches && prompt.Language == Language.Sql && !last.TrimEnd().EndsWith(';') && i + 1 < lines.Length && BatchPrompt(lines[i + 1]) is { } more
                && !IsBatchEnd(lines[i + 1][more.Length..]))
            {
                i++;
                offset += lines[i].Length + 1;
                last = lines[i][more.Length..];
                content.Append('\n').Append(last);
            }

            typed.Add(new(prompt.Language, content.ToString().TrimEnd(), start + prompt.Length, first) { AtTool = ToolsOwn().IsMatch(lines[first][..prompt.Length]) });
        }

        return typed;
    }

    /// <summary>What the reader would type: the commands of a transcript, or the whole text where it is none.</summary>
    public static string TypedIn(Fence fence) => fence.Typed.Count > 0 ? string.Join('\n', fence.Typed.Select(t => t.Text)) : fence.Text;

    static readonly System.Buffers.SearchValues<char> PromptMarks = System.Buffers.SearchValues.Create("$#%>❯➜:");

    static (int Length, Language Language)? Prompt(string line, bool rootPrompts)
    {
        if (line.Length > 2000 || line.AsSpan().IndexOfAny(PromptMarks) < 0) return null;
        if (ShellPrompt().Match(line) is { Success: true } shell) return (shell.Length, Language.Shell);
        if (rootPrompts && HashPrompt().Match(line) is { Success: true } hash) return (hash.Length, Language.Shell);
        if (DevicePrompt().Match(line) is { Success: true } device) return (device.Length, Language.Shell);
        if (ToolPrompt().Match(line) is { Success: true } tool) return (tool.Length, Language.Shell);
        if (ClientPrompt().Match(line) is not { Success: true } client) return null;
        var language = client.Groups["sql"].Success ? Language.Sql : client.Groups["redis"].Success ? Language.Redis : client.Groups["python"].Success ? Language.Python
            : client.Groups["powershell"].Success
                ? Language.PowerShell
                : client.Groups["ruby"].Success
                ? Language.Ruby
                : client.Groups["elixir"].Success
                ? Language.Elixir
                : Language.JavaScript;
        return (client.Length, language);
    }

    // "mx-out03 # postqueue -p": the name of a machine, and root's mark. "uptime # how long" is a command and a remark.
    static string? BoxOf(string[] lines)
    {
        var named = lines.Where(l => l.Length < 2000 && l.Contains(" # ", StringComparison.Ordinal)).Select(l => BoxName().Match(l)).Where(m => m.Success).ToList();
        return named.Count > 0 && named[0].Groups["box"].Value is var box && named.TrueForAll(m => m.Groups["box"].Value == box) && !ShellPrograms.IsKnown(box)
            && (named.Count > 1 || ShellPrograms.Begins(named[0].Groups["typed"].Value)) ? box : null;
    }

    static (int Length, Language Language)? BoxPrompt(string line, string? box) =>
        box is not null && line.StartsWith(box, StringComparison.Ordinal) && BoxName().Match(line) is { Success: true } named
            ? (named.Groups["typed"].Index, Language.Shell) : null;

    [GeneratedRegex(@"^(?<box>[a-z][a-z0-9.]*(\d|-[a-z0-9])[a-z0-9.-]{0,40}) #\s+(?<typed>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex BoxName();

    // sqlcmd and its kin number the lines of a batch: "1> EXEC sp_who2", "2> GO".
    static (int Length, Language Language)? BatchPrompt(string line) =>
        line.Length < 2000 && NumberedPrompt().Match(line) is { Success: true } numbered ? (numbered.Length, Language.Sql) : null;

    static bool IsBatchEnd(string typed) => typed.AsSpan().Trim().Equals("GO", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*\d{1,3}> ?")]
    private static partial Regex NumberedPrompt();

    [GeneratedRegex(@"^[^\S\n]*\d{1,3}>\s*go\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex BatchEnd();

    // "# systemctl restart x" is a root prompt where every such line is a command and none is a remark.
    static bool HashIsPrompt(string[] lines)
    {
        var marked = lines.Where(l => l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l[2..]).ToList();
        // "# /etc/postfix/transport_rates" says into which file the lines below it are written.
        if (marked.Count == 0 || marked.Exists(m => FileName().IsMatch(m))) return false;
        var others = lines.Where(l => l.Trim().Length > 0 && !l.StartsWith('#')).ToList();
        if (others.Any(l => ContentLanguages.IsPython(l) || ContentLanguages.IsSql(l) || Call().IsMatch(l.Length > 400 ? "" : l))) return false;
        // After "$ ssh box" or "$ sudo -i" the prompt is root's, whatever is typed at it.
        if (others.Any(l => l.Length < 2000 && ShellPrompt().Match(l) is { Success: true } prompt && Shell().IsMatch(l[prompt.Length..])))
            return marked.All(m => m is [>= 'a' and <= 'z', ..] && !IsSentence(m));
        // Nothing but such lines, each by a program that we know or with an option, a path or a quoted word, and one of them both.
        if (others.Count == 0 && marked.All(m => m is [>= 'a' and <= 'z', ..] && !IsSentence(m) && (Operand().IsMatch(m) || ShellPrograms.BeginsUnmistakably(m)))
            && marked.Exists(m => Operand().IsMatch(m) && ShellPrograms.Begins(m)))
            return true;
        return marked.Count > 0 && marked.All(m => ShellPrograms.Begins(m) && !IsSentence(m)) && !others.Any(ShellPrograms.Begins)
            && (others.Count > 0 || marked.All(m => m.Contains(' ', StringComparison.Ordinal) && ShellPrograms.BeginsUnmistakably(m))
                || marked.Any(m => m.Contains(" -", StringComparison.Ordinal) || m.Contains(" /", StringComparison.Ordinal) || m.Contains('|')));
    }

    [GeneratedRegex(@"^(/etc/(?!init\.d/|rc\.d/)\S+|(~|\.{1,2})?/?[\w./-]+\.(conf|cnf|cfg|ini|ya?ml|toml|json|properties|env|service|timer))$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\s(-{1,2}[A-Za-z]|/\w|""|')")]
    private static partial Regex Operand();

    /// <summary>How long the mark is by which a client says that the statement goes on; null where the line has none.</summary>
    static int? MorePrompt(string line, Language language)
    {
        if (line.Length is 0 or > 2000 || !line.AsSpan().ContainsAny('.', '>', '*')) return null;
        var mark = language switch
        {
            Language.Python => PythonGoesOn(),
            Language.JavaScript => MongoGoesOn(),
            Language.Ruby => RubyGoesOn(),
            Language.PowerShell => PowerShellGoesOn(),
            Language.Elixir => ElixirGoesOn(),
            _ => null,
        };
        return mark?.Match(line) is { Success: true } found ? found.Length : null;
    }

    // docs.python.org, "Interactive Mode": the secondary prompt; IPython sets "   ...:".
    [GeneratedRegex(@"^\s*\.\.\.:?( |$)", RegexOptions.ExplicitCapture)]
    private static partial Regex PythonGoesOn();

    [GeneratedRegex(@"^\s*\.\.\. ?")]
    private static partial Regex MongoGoesOn();

    // "irb(main):002:0*", "irb(main):002*", "irb(main):002:1>" is the next of a statement that is not whole; pry says "[2] pry(main)*".
    [GeneratedRegex(@"^\s*(irb\([^)\n]{0,60}\):\d{1,5}(:\d{1,3})?\*|\[\d{1,5}\] pry\([^)\n]{0,60}\)\*) ?", RegexOptions.ExplicitCapture)]
    private static partial Regex RubyGoesOn();

    [GeneratedRegex(@"^\s*>> ?")]
    private static partial Regex PowerShellGoesOn();

    // "...(3)>" behind "iex(3)>".
    [GeneratedRegex(@"^\s*\.{3}\([^)\n]{0,60}\)\d{0,4}> ?")]
    private static partial Regex ElixirGoesOn();

    static bool IsSentence(string text) => SentenceWords().IsMatch(text) || text.EndsWith('.') || text.EndsWith(':');

    static bool Continues(string content, Language language) =>
        language is Language.Shell
            ? content.EndsWith('\\') || content.EndsWith('|') || content.EndsWith("&&", StringComparison.Ordinal)
            : language is Language.Sql && content.AsSpan().TrimEnd() is not ([.., ';'] or [.., '\\', 'G' or 'g']) && !content.StartsWith('\\') && !Whole().IsMatch(content)
                && !ClosedBeforeRemark().IsMatch(content);

    // "SELECT pg_cancel_backend(20117);   -- it stayed": the semicolon stands before the remark.
    [GeneratedRegex(@";\s*--\s[^'\n]*$")]
    private static partial Regex ClosedBeforeRemark();

    // "{ ok: 1 }", "[ 'node-1', 0 ]": what a client prints, though shell has words of one brace and one bracket.
    static bool IsDocument(string line) => line.Length < 2000 && Document().IsMatch(line);

    [GeneratedRegex(@"^\s*(\{\s*([""']?[\w$]+[""']?\s*:|\}?$)|\[\s*(['""{]|\d+\s*[,\]]|\]?$))", RegexOptions.ExplicitCapture)]
    private static partial Regex Document();

    // cqlsh's own commands need no semicolon.
    [GeneratedRegex(@"^\s*(serial\s+)?(consistency|tracing|paging|expand)(\s+\w+)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    // A statement that was typed without its semicolon ends where the client's table begins.
    static bool IsAnswer(string line, Language language) =>
        language == Language.Sql
            && (line.AsSpan().Trim() is [] or ['+', '-', ..] or ['|', ..] or ['-', '-', '-', ..] or ['*', '*', '*', ..] or ['┌' or '┏' or '│' or '┃' or '└' or '╔', ..]
                || line.Length < 2000 && Answer().IsMatch(line));

    // What clients say of a statement: "Ok.", "Query OK, 0 rows affected", "2 rows in set", "Consistency level set to QUORUM.", "ERROR 1045 (28000)".
    [GeneratedRegex(@"^\s*(Ok\.|Query OK\b|\(?\d+ rows?\b|Empty set\b|Consistency level\b|ERROR\b|DB::Exception|Code: \d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Answer();

    // The body of a heredoc carries no prompts.
    static string? HeredocEnd(string line, Language language) =>
        language == Language.Shell && line.Length < 2000 && HeredocStart().Match(line) is { Success: true } start ? start.Groups["end"].Value : null;

    [GeneratedRegex(@"<<-?\s?[""']?(?<end>[A-Za-z_]\w{0,40})", RegexOptions.ExplicitCapture)]
    private static partial Regex HeredocStart();

    // cockroachlabs.com, "cockroach sql": USER@HOST:PORT/DATABASE, of a server on this machine without a host, and how the transaction stands.
    const string Cockroach = @"[\w-]{1,40}@[\w.-]{0,60}:\d{2,5}/\w{0,40}( {1,2}[A-Z]{2,8}\??)?>";

    // A time, or a branch of git in brackets, may stand around what a prompt says.
    // The mark that closes a value to fill in ("https://rules/<rule> -d x") ends no prompt.
    [GeneratedRegex(
        @"^\s*(\[\d{1,2}:\d\d(:\d\d)?\]\s?)?(\([\w.-]{1,30}\)\s?)?(?!" + Cockroach + ")"
        + @"((?!cqlsh|trino|presto|hive|redis|mongo|sqlite)[a-z][\w.-]{1,39}:[a-z]\w{1,20}( \d{1,4})?>(?= \S)|"
        + @"[\w.-]{1,40}@[\w.-]{1,60}[: ][~/][^\s$#<>%()]{0,60} \([\w./-]{1,60}\) ?[$#%]|"
        + @"\[?[\w.-]{1,40}@[\w.-]{1,60}[:\s]?[^\s$#<>%]{0,60}\]?\s?[$#%>]|[\w.-]{2,40}:[~/][^\s$#<>]{0,60}[$#>]|[\w.-]{2,40}::[\w:*-]{0,30}>|[A-Z]:\\[^<>\n]{0,60}>|"
        + @"(RMAN|DGMGRL|ASMCMD|GGSCI|LSNRCTL)>|[\w.-]{1,39}\w(\(conf[\w-]{0,20}\))?#|[a-z][\w.-]{1,39}\$|\[[\w.-]{1,40}@[\w.-]{1,60}:[~/][^\]\s]{0,60}\]|\$|❯|"
        + @"➜)\s+(?=\S)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ShellPrompt();

    // "edge-1#show interfaces", "edge-1(config-if)#shutdown", "RP/0/RP0/CPU0:edge-1#clear bgp": a switch puts no blank behind its name.
    [GeneratedRegex(
        @"^(\*?[AB]:([\w.-]{1,40}@)?[\w.-]{1,40}(>[\w>-]{1,60})?[#$]\s?(?=\S)|(R?S?P|LC)/\d/\w{1,5}/CPU\d:[\w.-]{1,40}(\([\w-]{1,40}\))?#\s?(?=\S)|"
        + @"[A-Za-z][\w.-]{1,39}(\(conf[\w-]{0,20}\)#(?=\S)|[#>](?=(show|ping|traceroute|clear|conf(igure)?|copy|write|reload|debug|undebug|terminal|enable|disable|"
        + @"exit|end|do|no|display|undo|admin|save|quit|interface)\b)))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex DevicePrompt();

    // What is typed into a tool of its own is no program of a shell: unknown, unless it is called as one.
    [GeneratedRegex(
        @"^\s*((/|~) #|virsh #|(lvm|gluster|ksql|scala|DISKPART|grub|[\w.-]{1,40}\*CLI)>|\((parted|gdb|Pdb)\)|hbase(\(\w{1,20}\))?:\d{1,5}(:\d{1,5})?>|"
        + @"<[A-Z][\w.-]{1,40}>(?=\s(display|reset|undo|save|reboot|system-view|ping|tracert|dir|delete|startup|clear|terminal)\b)|"
        + @"[A-Z][\w.-]{1,40}( \([\w.-]{1,40}\))? #(?=\s(execute|get|show|diagnose|diag|config|set|end|next|edit|unset|delete|purge)\b))\s+(?=\S)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ToolPrompt();

    // Those of the prompts above at which neither a shell nor a device listens, nor lvm(8), whose commands are programs, too.
    [GeneratedRegex(@"^\s*(virsh #|(gluster|ksql|scala|DISKPART|grub|[\w.-]{1,40}\*CLI)>|\((parted|gdb|Pdb)\)|hbase(\(\w{1,20}\))?:\d{1,5}(:\d{1,5})?>)\s+$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ToolsOwn();

    [GeneratedRegex(@"^(sudo )?(ssh|su|telnet)\b|^sudo -(i|s)\b|^(docker|podman|kubectl)\b.*\bexec\b.*\b(bash|sh)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^#\s+(?=\S)")]
    private static partial Regex HashPrompt();

    [GeneratedRegex(
        @"^\s*((?<sql>\w{1,40}=[*!^]?[#>]|mysql>|(MariaDB|MySQL) \[[^\]]{0,40}\]>|sqlite>|SQL>|cqlsh(:\w+)?>|[\w.-]{1,60} :\)|(trino|presto)(:[\w.]{1,60})?>|"
        + @"(\d+: )?jdbc:\w+://[^>\s]{0,120}>|(hive|spark-sql)( \([\w.]{1,40}\))?>|" + Cockroach + @")|"
        + @"(?<redis>redis(-cli)?>|[\w.-]{2,60}:\d{2,5}(\[\d+\])?(\(TX\))?>)|(?<python>>>>|In \[\d+\]:|wls:/[^>]{0,60}>)|(?<powershell>PS( [^>]{0,60})?>)|"
        + @"(?<ruby>irb[^>]{0,30}>|pry[^>]{0,30}>)|(?<elixir>iex(\([^)]{0,60}\)\d{0,4})?>)|"
        + @"(?<mongo>mongosh?>|mongos>|[\w-]{1,40}:(PRIMARY|SECONDARY|ARBITER|OTHER|RECOVERING)>|rs\d*:\w+>|test>|"
        + @"(Atlas )?[\w-]{1,40} \[(direct: )?(primary|secondary|mongos|other|arbiter)\] [\w-]{0,40}>))\s+(?=\S)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ClientPrompt();

    [GeneratedRegex(@"^[A-Za-z_][\w.]*(\[[^\]]{0,80}\])?(::\w+)?\.\w+[!?]?\(.*\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\s*(>|->|\.\.\.|:-\]|\w+[-('""$][*!^]?[#>])\s?")]
    private static partial Regex ContinuationPrompt();

    [GeneratedRegex(@"\s(the|if|for all|and|or|to|is|are|any|from the|recent)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceWords();
}
