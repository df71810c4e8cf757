using System.Security.Cryptography;
using System.Text;

namespace Firstlook.Drills;

/// <summary>Which hypothesis is right for a fault, by runbook: written down before any ranking is looked at.</summary>
/// <param name="Rows">In the file's order.</param>
public sealed record Truth(EquatableArray<TruthRow> Rows)
{
    /// <summary>Stands in a row where no hypothesis of the runbook is right: then "none of these" is.</summary>
    public const string None = "-";

    /// <summary>Stands for a runbook where the answer is that of another fault, which the fourth column names.</summary>
    public const string SameAs = "=";

    /// <summary>The family of cases that are scripts of several deeds, and no faults of the range.</summary>
    public const string Hard = "hard";

    /// <summary>Stands for every runbook.</summary>
    public const string Any = "*";

    /// <summary>Lines of <c>fault, family, runbook, hypothesis</c>, separated by tabs; several lines for a fault and a runbook name several right answers. <c>#</c>
    /// begins a remark.</summary>
    /// <param name="problems">Each with its line.</param>
    public static Truth Read(string text, out EquatableArray<string> problems)
    {
        var wrong = new List<string>();
        var rows = new List<TruthRow>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Trim() is "" or ['#', ..]) continue;
            if (line.Split('\t', StringSplitOptions.TrimEntries) is [{ Length: > 0 } fault, { Length: > 0 } family, { Length: > 0 } runbook, { Length: > 0 } hypothesis,
                ..])
                rows.Add(new TruthRow(fault, family, runbook, hypothesis));
            else wrong.Add($"line {index + 1}: four columns are needed, separated by tabs: fault, family, runbook, hypothesis");
        }

        problems = [.. wrong];
        return new Truth([.. rows]);
    }

    public IEnumerable<string> Faults => Rows.Select(row => row.Fault).Distinct(StringComparer.Ordinal);

    public string? FamilyOf(string fault) => Rows.FirstOrDefault(row => row.Fault == fault)?.Family;

    /// <summary>What would be right in a library of these files.</summary>
    /// <param name="files">Names without folders.</param>
    /// <returns>Null where the library covers the fault nowhere in this truth: such a case is not scored.</returns>
    public Expected? For(string fault, IEnumerable<string> files)
    {
        var known = files.ToHashSet(StringComparer.Ordinal);
        var alike = Rows.Where(row => row.Fault == fault && row.Runbook == SameAs).Select(row => row.Hypothesis).Append(fault).ToHashSet(StringComparer.Ordinal);
        var rows = Rows.Where(row => alike.Contains(row.Fault) && (row.Runbook == Any || known.Contains(row.Runbook))).ToArray();
        return rows.Length == 0 ? null : new Expected([.. rows.Where(row => row.Hypothesis != None)]);
    }
}

/// <param name="Family">Faults of one nature ("connections", "stock"): what is tuned on one is not measured on it.</param>
/// <param name="Runbook">File name without folder.</param>
/// <param name="Hypothesis">Its id in that file, or <see cref="Truth.None"/>.</param>
public sealed record TruthRow(string Fault, string Family, string Runbook, string Hypothesis)
{
    /// <summary>Before the first 12 hexadecimal digits of the SHA-256 of an id: for runbooks whose words are not ours to repeat.</summary>
    const string Hashed = "sha256:";

    /// <summary>The id itself, its hash, <c>*/x</c> for x in any procedure or as a procedure of its own, or <c>x/*</c> for any cause of procedure x.</summary>
    public bool Names(string id) =>
        Hypothesis.StartsWith(Hashed, StringComparison.Ordinal) ? Hypothesis[Hashed.Length..] == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..12]
        : Hypothesis.StartsWith("*/", StringComparison.Ordinal) ? id.EndsWith(Hypothesis[1..], StringComparison.Ordinal) || id == Hypothesis[2..]
        : Hypothesis.EndsWith("/*", StringComparison.Ordinal) ? id.StartsWith(Hypothesis[..^1], StringComparison.Ordinal)
        : Hypothesis == id;
}

/// <param name="Right">Every right answer; empty where only "none of these" is right.</param>
public sealed record Expected(EquatableArray<TruthRow> Right)
{
    public bool Abstains => Right.IsEmpty;

    /// <param name="runbook">File that the hypothesis stands in.</param>
    /// <param name="id">As the ranking has it: with the file's name before it where it is not the incident's own.</param>
    public bool Accepts(string runbook, string id) =>
        Right.Any(row => row.Runbook == Path.GetFileName(runbook) && row.Names(id[(id.LastIndexOf('#') + 1)..]));
}
