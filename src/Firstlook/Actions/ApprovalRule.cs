namespace Firstlook.Actions;

/// <summary>Whose word an action needs before it runs. The order is that of strictness: what stands lower holds more firmly.</summary>
public enum ApprovalRule
{
    OnePerson,

    /// <summary>One person who types the target's name, so that a hand that is faster than the eye stops.</summary>
    OnePersonTyping,

    TwoPeople,

    /// <summary>Two people, each of whom types the target's name.</summary>
    TwoPeopleTyping,

    /// <summary>Not through Firstlook: whoever must, does it by hand and puts it on the record.</summary>
    Never,
}

public static class ApprovalRules
{
    /// <summary>Every word of the configuration, mildest first.</summary>
    public static EquatableArray<string> Words { get; } = Enum.GetValues<ApprovalRule>().Select(Word).ToEquatableArray();

    /// <summary>The word of the configuration: <c>one-person</c>, <c>one-person-typing</c>, <c>two-people</c>, <c>two-people-typing</c>, <c>never</c>.</summary>
    public static string Word(this ApprovalRule rule) => rule switch
    {
        ApprovalRule.OnePerson => "one-person",
        ApprovalRule.OnePersonTyping => "one-person-typing",
        ApprovalRule.TwoPeople => "two-people",
        ApprovalRule.TwoPeopleTyping => "two-people-typing",
        _ => "never",
    };

    /// <returns>Null for a word that is none of <see cref="Words"/>.</returns>
    public static ApprovalRule? TryParse(string word)
    {
        foreach (var rule in Enum.GetValues<ApprovalRule>())
            if (rule.Word() == word) return rule;
        return null;
    }

    /// <summary>How many different people must approve.</summary>
    public static int People(this ApprovalRule rule) => rule is ApprovalRule.OnePerson or ApprovalRule.OnePersonTyping ? 1 : 2;

    /// <summary>Whether each of them types the target's name.</summary>
    public static bool Types(this ApprovalRule rule) => rule is ApprovalRule.OnePersonTyping or ApprovalRule.TwoPeopleTyping;

    public static ApprovalRule Stricter(this ApprovalRule one, ApprovalRule other) => one > other ? one : other;

    /// <summary>For a person, after "needs": "two different people, each of whom types the target's name".</summary>
    public static string Sentence(this ApprovalRule rule) => rule switch
    {
        ApprovalRule.OnePerson => "one person",
        ApprovalRule.OnePersonTyping => "one person who types the target's name",
        ApprovalRule.TwoPeople => "two different people",
        ApprovalRule.TwoPeopleTyping => "two different people, each of whom types the target's name",
        _ => "to be done by hand: the policy lets nobody run it from here",
    };
}
