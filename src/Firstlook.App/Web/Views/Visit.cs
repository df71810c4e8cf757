namespace Firstlook.App.Web.Views;

/// <summary>Who looks at a page, when, and what has just happened to them.</summary>
/// <param name="Person">Null where nobody is signed in.</param>
/// <param name="FormToken">The antiforgery token that every form of the page carries.</param>
/// <param name="Address">Of this server as the visitor sees it: <c>http://127.0.0.1:8080</c>.</param>
/// <param name="Done">What a form has done; null where the page was merely opened.</param>
/// <param name="Refusal">Why a form has done nothing; null where it was not refused.</param>
/// <param name="Draft">What was typed into the refused form, so that it is not lost.</param>
public sealed record Visit(string? Person, DateTimeOffset Now, string FormToken, string Address, string? Done = null, string? Refusal = null, Draft? Draft = null)
{
    /// <summary>Names of the services that are configured, for whoever must say which one it is.</summary>
    public EquatableArray<string> Services { get; init; } = [];

    /// <summary>Titles of the procedures that may be chosen; empty where one is.</summary>
    public EquatableArray<string> Procedures { get; init; } = [];
}

/// <param name="Form">Last part of the form's path: <c>note</c>, <c>by-hand</c>.</param>
public sealed record Draft(string Form, EquatableArray<KeyValuePair<string, string>> Fields)
{
    /// <summary>The whole of the path below the incident: <c>actions/3/approve</c>.</summary>
    public string Path { get; init; } = Form;

    public string? this[string field]
    {
        get
        {
            foreach (var (name, value) in Fields)
                if (name == field) return value;
            return null;
        }
    }
}
