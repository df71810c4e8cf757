using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Firstlook.Executors.Logs;

/// <summary>A step of a pipeline over lines. What a parser does not understand keeps the line and sets <c>__error__</c>, as Loki does.</summary>
internal abstract record LogStage
{
    LogStage()
    {
    }

    /// <returns>False where the line goes no further.</returns>
    public abstract bool Pass(LogEntry entry);

    public sealed record LineFilter(string Operator, string Value) : LogStage
    {
        readonly Regex? regex = Operator[1] == '~' ? LogRegex.Part(Value) : null;

        public override bool Pass(LogEntry entry) => (regex?.IsMatch(entry.Line) ?? entry.Line.Contains(Value, StringComparison.Ordinal)) == (Operator[0] == '|');
    }

    /// <param name="Wanted">New label and path (<c>response.code</c>); empty for all, nested names joined by <c>_</c>.</param>
    public sealed record Json(EquatableArray<KeyValuePair<string, string>> Wanted) : LogStage
    {
        public override bool Pass(LogEntry entry)
        {
            try
            {
                using var document = JsonDocument.Parse(entry.Line);
                if (Wanted.IsEmpty) All(entry, document.RootElement, "");
                foreach (var (label, path) in Wanted)
                {
                    if (Find(document.RootElement, path) is { } found) Set(entry, label, Text(found));
                }
            }
            catch (JsonException)
            {
                entry.Labels["__error__"] = "JSONParserErr";
            }

            return true;
        }

        static void All(LogEntry entry, JsonElement element, string prefix)
        {
            if (element.ValueKind != JsonValueKind.Object) return;
            foreach (var property in element.EnumerateObject())
            {
                var name = prefix + LabelName(property.Name);
                if (property.Value.ValueKind == JsonValueKind.Object) All(entry, property.Value, name + "_");
                else if (property.Value.ValueKind != JsonValueKind.Array) Set(entry, name, Text(property.Value));
            }
        }

        static JsonElement? Find(JsonElement element, string path)
        {
            foreach (var step in path.Split('.'))
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element)) return null;
            }

            return element;
        }

        static string Text(JsonElement value) =>
            value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.ValueKind == JsonValueKind.Null ? "" : value.GetRawText();
    }

    public sealed record Logfmt(EquatableArray<KeyValuePair<string, string>> Wanted) : LogStage
    {
        static readonly Regex Pairs =
            new("""(?<name>[A-Za-z_][\w.\-/]*)=(?<value>"(?:[^"\\]|\\.)*"|\S*)""",
                RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

        public override bool Pass(LogEntry entry)
        {
            foreach (Match pair in Pairs.Matches(entry.Line))
            {
                var value = pair.Groups[2].Value;
                if (value is ['"', .., '"']) value = value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal);
                if (Wanted.IsEmpty) Set(entry, LabelName(pair.Groups[1].Value), value);
                foreach (var (label, name) in Wanted)
                {
                    if (name == pair.Groups[1].Value) Set(entry, label, value);
                }
            }

            return true;
        }
    }

    /// <summary><c>regexp</c> and <c>pattern</c>: named groups become labels.</summary>
    public sealed record Pattern(Regex Regex) : LogStage
    {
        public override bool Pass(LogEntry entry)
        {
            var match = Regex.Match(entry.Line);
            if (!match.Success) return true;
            foreach (Group group in match.Groups)
            {
                if (group.Success && !char.IsAsciiDigit(group.Name[0])) Set(entry, group.Name, group.Value);
            }

            return true;
        }

        /// <summary><c>&lt;ip&gt; - &lt;_&gt; "&lt;method&gt; &lt;path&gt;"</c>: each capture takes what stands before the next literal.</summary>
        public static Regex Of(string pattern)
        {
            var regex = new StringBuilder("^");
            foreach (var piece in System.Text.RegularExpressions.Regex.Split(pattern, "(<[A-Za-z_][A-Za-z0-9_]*>)"))
            {
                regex.Append(piece is ['<', .. var name, '>'] ? name == "_" ? "(?:.*?)" : $"(?<{name}>.*?)" : System.Text.RegularExpressions.Regex.Escape(piece));
            }

            if (pattern.EndsWith('>')) regex.Append('$');
            return LogRegex.Part(regex.ToString());
        }
    }

    public sealed record LabelFilter(LabelCondition Condition) : LogStage
    {
        public override bool Pass(LogEntry entry) => Condition.Holds(entry);
    }

    /// <summary>A template of labels alone: <c>{{.status}} {{ .path }}</c>; of a function in it, the text stays as it is.</summary>
    public sealed record LineFormat(string Template) : LogStage
    {
        static readonly Regex Field = new(@"\{\{\s*\.(?<name>[A-Za-z_]\w*)\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

        public override bool Pass(LogEntry entry)
        {
            entry.Line = Field.Replace(Template, field => entry[field.Groups[1].Value]);
            return true;
        }
    }

    /// <summary>A label of the stream itself is never overwritten.</summary>
    static void Set(LogEntry entry, string label, string value)
    {
        if (!entry.Labels.TryAdd(label, value)) entry.Labels[label + "_extracted"] = value;
    }

    static string LabelName(string name) => string.Create(name.Length, name, static (label, name) =>
    {
        for (var at = 0; at < name.Length; at++) label[at] = char.IsAsciiLetterOrDigit(name[at]) ? name[at] : '_';
    });
}

/// <summary>What a label filter asks.</summary>
internal abstract record LabelCondition
{
    LabelCondition()
    {
    }

    public abstract bool Holds(LogEntry entry);

    public sealed record Text(Matcher Matcher) : LabelCondition
    {
        public override bool Holds(LogEntry entry) => Matcher.Holds(entry[Matcher.Label]);
    }

    /// <summary>A label that is no figure fulfils no comparison.</summary>
    public sealed record Figure(string Label, string Operator, double Value) : LabelCondition
    {
        public override bool Holds(LogEntry entry) => LogFigure.Read(entry[Label]) is { } figure && Compare(Operator, figure, Value);
    }

    public sealed record Both(LabelCondition Left, LabelCondition Right) : LabelCondition
    {
        public override bool Holds(LogEntry entry) => Left.Holds(entry) && Right.Holds(entry);
    }

    public sealed record Either(LabelCondition Left, LabelCondition Right) : LabelCondition
    {
        public override bool Holds(LogEntry entry) => Left.Holds(entry) || Right.Holds(entry);
    }

    public static bool Compare(string comparison, double left, double right) => comparison switch
    {
        ">" => left > right,
        ">=" => left >= right,
        "<" => left < right,
        "<=" => left <= right,
        "!=" => left != right,
        "=" or "==" => left == right,
        _ => throw new FormatException($"{comparison} compares no numbers"),
    };
}
