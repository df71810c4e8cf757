namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Links that lead nowhere.</summary>
internal static class LinkRules
{
    const string Linked = "# QueueFull\n\nSee [the list](#nowhere).\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL026", ProblemSeverity.Warning, "a link to a heading that is not there",
            "A link that leads nowhere costs minutes when there are none.", "Point it at a heading that exists; anchors are GitHub's.",
            Linked, Linked.Replace("#nowhere", "#diagnosis", StringComparison.Ordinal), Anchors),
        new("FL030", ProblemSeverity.Warning, "a link to a file that is not there",
            "The document that it promises was moved, renamed, or never written.", "Correct the path; it is relative to this file.",
            Linked.Replace("#nowhere", "./missing.md", StringComparison.Ordinal), Linked.Replace("#nowhere", "./present.md", StringComparison.Ordinal), Files),
    ];

    static IEnumerable<Flaw> Anchors(Subject subject)
    {
        var own = RelativeLinks.Anchors(subject.Outline, subject.Runbook.Text);
        foreach (var link in subject.Links.Where(l => l.Anchor is not null))
        {
            var anchors = link.Path.Length == 0 ? own : Target(subject, link)?.Anchors;
            if (anchors is null || anchors.Contains(link.Anchor!)) continue;
            var near = Near(link.Anchor!, anchors);
            yield return subject.At(link.Line, link.Url, $"no heading{(link.Path.Length == 0 ? "" : $" of {link.Path}")} has the anchor #{link.Anchor}") with
            {
                Fix = near is null ? null : $"Perhaps #{near} is meant.",
                Edit = near is null ? null : subject.Lines[link.Line - 1].Contains($"#{link.Anchor})", StringComparison.Ordinal)
                    ? new(link.Line, $"#{link.Anchor})", $"#{near})") : new(link.Line, $"#{link.Anchor}", $"#{near}"),
            };
        }
    }

    // The same words with other marks between them, "--" for an emoji that was dropped, a number in front.
    static string? Near(string anchor, IEnumerable<string> anchors)
    {
        var sought = Letters(anchor);
        var found = anchors.Where(a =>
            a.Length > 0 && Letters(a) is { Length: > 3 } letters
                && (letters == sought || letters.EndsWith(sought, StringComparison.Ordinal) && sought.Length > 5
                    || sought.EndsWith(letters, StringComparison.Ordinal) && letters.Length > 5))
            .Take(2).ToList();
        return found is [var only] ? only : null;
    }

    static string Letters(string anchor) => string.Concat(anchor.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    static IEnumerable<Flaw> Files(Subject subject) =>
        from link in subject.Links
        where link.Path.Length > 0 && Target(subject, link) is { Exists: false }
        select subject.At(link.Line, link.Url, $"there is no file {link.Path}");

    static LinkTarget? Target(Subject subject, RelativeLink link) => subject.Request.Links.GetValueOrDefault((subject.Runbook.File, link.Path));
}
