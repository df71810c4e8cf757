namespace Firstlook.App.Web;

/// <summary>What a form says when it has done something. The page's address carries the key, so that nobody else can put words onto it.</summary>
static class FormAnswers
{
    public const string Acknowledged = "acknowledged";
    public const string Escalated = "escalated";
    public const string Noted = "noted";
    public const string Updated = "updated";
    public const string Mitigated = "mitigated";
    public const string Resolved = "resolved";
    public const string Looking = "looking";
    public const string Chosen = "chosen";
    public const string Recorded = "recorded";
    public const string Approved = "approved";
    public const string Withdrawn = "withdrawn";
    public const string Proposed = "proposed";
    public const string Broken = "broken";
    public const string Bound = "bound";
    public const string Settled = "settled";
    public const string Undone = "undone";
    public const string Read = "read";
    public const string Confirmed = "confirmed";
    public const string Judged = "judged";
    public const string Checked = "checked";

    /// <returns>Null for a key that is none of these.</returns>
    public static string? Sentence(string? key) => key switch
    {
        Acknowledged => "It is yours. The acknowledge clock has stopped.",
        Escalated => "Escalated.",
        Noted => "Note added.",
        Updated => "Update posted.",
        Mitigated => "Marked as mitigated. It stays open until it is resolved.",
        Resolved => "Resolved.",
        Looking => "All reads run again.",
        Chosen => "Procedure chosen. Its reads run now.",
        Recorded => "On the record.",
        Approved => "Approved.",
        Withdrawn => "Withdrawn.",
        Proposed => "Proposed. It runs once it is approved.",
        Broken => "Approved by you alone. Others have been told, and the postmortem will ask.",
        Bound => "The values are in it. Earlier approvals count no more.",
        Settled => "On the record. All reads run again.",
        Undone => "The undo runs now.",
        Read => "The read has run.",
        Confirmed => "On the record. The next incident of this alert will be told.",
        Judged => "On the record.",
        Checked => "On the record. The ranking counts it.",
        _ => null,
    };
}
