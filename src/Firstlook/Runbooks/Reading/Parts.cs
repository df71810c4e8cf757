using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Documents with several titles: "# Runbook: X" and beside it "# Phase 1", "# Diagnosis". A reader takes those for parts of
/// X, so they are moved one level down, with what stands below them, until the next heading of X's rank that is no part. "## Alert: Y" below
/// "# Alert: X" is beside it, whatever its rank.
/// </summary>
internal static partial class Parts
{
    public static IReadOnlyList<Piece> Nested(IReadOnlyList<Piece> pieces)
    {
        var nested = new List<Piece>(pieces.Count);
        Heading? owner = null;
        var hasParts = false;
        // "Phase 0" before the first incident of its rank makes the phases the document's, not the incident's before the next of them.
        var ofDocument = new HashSet<int>();
        foreach (var piece in pieces)
        {
            if (piece is not Heading { Item: null } heading)
            {
                nested.Add(piece);
                continue;
            }

            if (owner is not null && heading.Level == owner.Level + 1 && CalledBy().Match(heading.Text.Plain) is { Success: true } word
                && CalledBy().Match(owner.Text.Plain) is { Success: true } same && word.Value.Equals(same.Value, StringComparison.OrdinalIgnoreCase))
            {
                (owner, hasParts) = (heading with { Level = owner.Level }, false);
                nested.Add(owner);
                continue;
            }

            if (owner is null && Roles.Of(heading.Text.Plain) == Role.Part) ofDocument.Add(heading.Level);
            if (owner is not null && heading.Level == owner.Level && IsPart(heading)
                && !(ofDocument.Contains(heading.Level) && Roles.Of(heading.Text.Plain) == Role.Part))
                hasParts = true;
            else if (owner is null || heading.Level <= owner.Level) (owner, hasParts) = (Owns(heading) ? heading : null, false);
            nested.Add(hasParts ? heading with { Level = Math.Min(6, heading.Level + 1) } : heading);
        }

        return nested;
    }

    static bool Owns(Heading heading) => heading.Level <= 3 && (Titles.NamesIncident(heading.Text.Plain) || Titles.IsAlertName(Words.Bare(heading.Text.Plain)));

    [GeneratedRegex(@"^(alert|alarm|incident|runbook|playbook|alerta|alarma|alarme|alerte|allarme|incidente|vorfall|störung)(?=\s*:\s*\S)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CalledBy();

    static bool IsPart(Heading heading) =>
        heading.Text.Role is Role.Part or Role.Symptoms or Role.Meaning or Role.Impact or Role.Diagnosis or Role.Action or Role.Verification or Role.Causes;
}
