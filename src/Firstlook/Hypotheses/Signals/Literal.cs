using System.Text.RegularExpressions;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>Something that a symptom names as it would stand in a result.</summary>
/// <param name="Label">The label's name where the symptom gives one (<c>result="expired_batch"</c>); null otherwise.</param>
/// <param name="Value">What to look for.</param>
sealed partial record Literal(string? Label, string Value, Symptom Symptom)
{
    /// <summary>Values so common that finding them says little about a cause.</summary>
    public bool IsGeneric =>
        Value.ToLowerInvariant() is "error" or "errors" or "failure" or "failed" or "unknown" or "other" or "500" or "true" or "false" or "low" or "medium" or "high"
            or "default" or "none" or "normal";

    /// <summary>Classes of exceptions under which everything of a kind falls (PEP 249: an OperationalError is a DatabaseError is an Error).</summary>
    public bool IsBroad => IsBroadName(Value);

    public static bool IsBroadName(string value) =>
        LastPart(value) is "Error" or "Exception" or "DatabaseError" or "OperationalError" or "InterfaceError" or "InternalError" or "RuntimeError" or "SQLException"
            or "IOException";

    /// <summary>A status code of HTTP: many troubles end in the same one.</summary>
    public bool IsStatus => IsStatusCode(Value);

    public static bool IsStatusCode(string value) => value.Length == 3 && value[0] is ('4' or '5') && char.IsAsciiDigit(value[1]) && char.IsAsciiDigit(value[2]);

    /// <summary>"Other than `shop`": what is not it is meant.</summary>
    public bool IsOther { get; } = Other().Matches(Symptom.Text)
        .Any(match => Symptom.Text.AsSpan(match.Index + match.Length).TrimStart("`\"'“ ").StartsWith(Value, StringComparison.Ordinal));

    /// <summary>One word in small letters, as it stands in any sentence.</summary>
    public bool IsPlainWord => Value.All(char.IsAsciiLetterLower);

    /// <summary>Whether it is what the alert's labels say anyway.</summary>
    public bool IsIn(Alerts.LabelSet labels) => labels.Pairs.Any(pair => string.Equals(pair.Value, Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>"signature invalid", as people say what a label calls <c>signature_invalid</c>.</summary>
    bool IsSpokenName => Value.Count(letter => letter is ' ' or '-' or '_') is > 0 and < 4 && Value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '_');

    static string Joined(string name) => name.Replace(' ', '_').Replace('-', '_');

    /// <summary>Whether it is an exception's name: <c>OperationalError</c>, <c>django.db.utils.OperationalError</c>.</summary>
    public bool IsException => IsExceptionName(Value);

    public static bool IsExceptionName(string value) =>
        value.Length > 5 && LastPart(value) is [>= 'A' and <= 'Z', ..]
            && (value.EndsWith("Error", StringComparison.Ordinal) || value.EndsWith("Exception", StringComparison.Ordinal));

    /// <summary>Whether a text names it; three dots stand for anything (`relation "..." does not exist`).</summary>
    public bool IsIn(string text)
    {
        if (IsSpokenName && text.Contains(Joined(Value), StringComparison.OrdinalIgnoreCase)) return true;
        var at = 0;
        foreach (var part in Value.Split(["...", "…"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0 || (at > 0 && found - at > LongestGap)) return false;
            at = found + part.Length;
        }

        return at > 0;
    }

    /// <summary>Letters that three dots may stand for.</summary>
    const int LongestGap = 80;

    /// <summary>What findings that rest on this value have in common, wherever it was seen.</summary>
    public static string TopicOf(string value) => $"says {LastPart(value).ToLowerInvariant()}";

    public bool IsPath => Value.StartsWith('/');

    public static IEnumerable<Literal> Of(IEnumerable<Symptom> symptoms) => symptoms.SelectMany(symptom => symptom.Literals.Select(literal => Read(literal, symptom)));

    static Literal Read(string text, Symptom symptom)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && text.AsSpan(0, equals).IndexOfAny(" /.") < 0)
            return new Literal(text[..equals].Trim(' ', '{', '!', '~'), text[(equals + 1)..].Trim(' ', '"', '\'', '}', '~'), symptom);
        // "DatabaseError: too many connections": the type is what a label holds, the rest is a message.
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return new Literal(null, (colon > 0 ? text[..colon] : text).Trim(), symptom);
    }

    /// <summary>Whether a label's value is what the symptom names: the same, or a path that its template covers.</summary>
    public bool Matches(string label, string value) =>
        (Label is null || Label == label)
            && (string.Equals(Value, value, StringComparison.OrdinalIgnoreCase)
                || (IsSpokenName && string.Equals(Joined(Value), Joined(value), StringComparison.OrdinalIgnoreCase)) || (IsPath && SamePath(Value, value))
                || LastPart(value) == Value);

    [GeneratedRegex(@"\b(other than|anything but|anyone but|except( for)?|distint[oa]s? de|otr[oa] que no sea|diferentes? de|que não seja)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Other();

    /// <summary>"django.db.utils.OperationalError" is an OperationalError.</summary>
    /// <remarks>An address, a version or an amount has no last part that means something by itself.</remarks>
    static string LastPart(string value) => value.LastIndexOf('.') + 1 is > 0 and var at && at < value.Length && char.IsLetter(value[at]) ? value[at..] : value;

    /// <summary>Paths agree part by part, where <c>{id}</c>, <c>:id</c> and <c>*</c> stand for any part.</summary>
    static bool SamePath(string template, string path)
    {
        var one = template.Trim('/').Split('/');
        var other = path.Trim('/').Split('/');
        return one.Length == other.Length && one.Zip(other).All(pair => pair.First == pair.Second || Any(pair.First) || Any(pair.Second));

        static bool Any(string part) => part is "*" || part.StartsWith('{') || part.StartsWith(':') || part.StartsWith('<');
    }
}
