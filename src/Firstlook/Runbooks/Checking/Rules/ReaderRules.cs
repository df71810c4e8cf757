using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>What the reader saw in passing: its findings come with the runbook.</summary>
internal static class ReaderRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        Of("FL001", ProblemSeverity.Warning, "a block's tag is not its language",
            "Whoever pastes the block believes its tag: shell in a Python prompt fails in the middle of an incident.",
            "Tag the block with what it is, or split it.",
            """
            # QueueFull
            **Severity**: high

            ```python
            kubectl get pods -n jobs
            ```
            """,
            """
            # QueueFull
            **Severity**: high

            ```bash
            kubectl get pods -n jobs
            ```
            """),
        Of("FL002", ProblemSeverity.Info, "\"response\" may mean two things",
            "\"Response\" may be the first acknowledgement or the first repair. Firstlook counts it as the acknowledgement.",
            "Write \"acknowledge within\" or \"resolve within\".",
            """
            ## Severity levels

            | Level | Response time |
            |---|---|
            | P1 | 15 min |
            | P2 | 1 hour |
            """,
            """
            ## Severity levels

            | Level | Acknowledge within |
            |---|---|
            | P1 | 15 min |
            | P2 | 1 hour |
            """),
        Of("FL006", ProblemSeverity.Info, "a command that is not known",
            "What is not known never runs by itself and always waits for an approval.",
            "Use a command that is known, or tell what the team's own programs do in a table of tools (docs/tool-tables.md).",
            """
            # QueueFull

            ## Diagnosis
            ```bash
            frobnicate --all
            ```
            """,
            """
            # QueueFull

            ## Diagnosis
            ```bash
            kubectl get pods -n jobs
            ```
            """),
        Of("FL007", ProblemSeverity.Warning, "a code block that is never closed",
            "It swallows the rest of the file: every heading and step below it is lost to readers and to tools.",
            "Close it with a line of three backticks.",
            """
            # DiskFull

            ```bash
            df -h
            """,
            """
            # DiskFull

            ```bash
            df -h
            ```
            """),
        Of("FL008", ProblemSeverity.Error, "an alert that two procedures of one file claim",
            "When the alert fires nobody can tell which section is meant, and Firstlook takes the one that shares most words with it.",
            "Merge the sections, or name the alert in one of them only.",
            """
            # Runbook

            ## Disk
            **Alert**: `DiskFull`
            ```bash
            df -h
            ```

            ## Inodes
            **Alert**: `DiskFull`
            ```bash
            df -i
            ```
            """,
            """
            # Runbook

            ## Disk
            **Alert**: `DiskFull`
            ```bash
            df -h
            ```

            ## Inodes
            **Alert**: `InodesFull`
            ```bash
            df -i
            ```
            """),
        Of("FL010", ProblemSeverity.Error, "two different times for one severity",
            "Whichever of the two is kept, the other promise is broken.",
            "Keep one of them, and link to it from the other place.",
            """
            ## SLA targets
            - **Critical (P0):** Response < 15 min, Resolution < 2 hours

            ## Severity levels

            | Level | Response time |
            |---|---|
            | P0 | 30 min |
            | P1 | 1 hour |
            """,
            """
            ## SLA targets
            - **Critical (P0):** Response < 15 min, Resolution < 2 hours

            ## Severity levels

            | Level | Response time |
            |---|---|
            | P0 | 15 min |
            | P1 | 1 hour |
            """),
        Of("FL011", ProblemSeverity.Info, "the file was saved in the wrong encoding",
            "Marks and accents are damaged. Firstlook repairs them for display; a browser shows the damage.",
            "Save the file again as UTF-8, from the original.",
            "# Störung\n\nPrÃ¼fung der GerÃ¤te in der NÃ¤he der TÃ¼r fÃ¼r alle.\n",
            "# Störung\n\nPrüfung der Geräte in der Nähe der Tür für alle.\n"),
    ];

    // A second language in a block has a rule of its own, which points at it; of values, promises and secrets the rules of safety point at the words.
    static Rule Of(string code, ProblemSeverity severity, string title, string reason, string fix, string before, string after) =>
        new(code, severity, title, reason, fix, before, after,
            subject => subject.Runbook.Problems.Where(p => p.Code == code && !Problems.IsOfAnother(p)).Select(p => new Flaw(p.Line, p.Message) { Severity = p.Severity }));
}
