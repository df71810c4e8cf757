using Firstlook.Masking;

namespace Firstlook.Looks;

/// <summary>Results as they may be stored, shown and sent.</summary>
public static class MaskedResults
{
    /// <summary>The result with everything in it masked that a person or a program outside will see, and the count.</summary>
    public static Result Mask(this Masker masker, Result result)
    {
        var count = result.Masked;
        var outcome = result.Outcome with { Message = result.Outcome.Message is { } message ? Counted(message) : null };
        var output = result.Output with
        {
            Samples = result.Output.Samples.Select(sample =>
                sample with { Labels = sample.Labels.Select(label => KeyValuePair.Create(label.Key, Cell(label.Key, label.Value)!)).ToEquatableArray() })
                .ToEquatableArray(),
            Rows = result.Output.Rows.Select(row => row.Select((value, column) => Cell(result.Output.Columns[column], value)).ToEquatableArray()).ToEquatableArray(),
            Lines = Lines(result.Output.Lines),
            Errors = Lines(result.Output.Errors),
        };
        return result with { Ran = Counted(result.Ran), Outcome = outcome, Output = output, Masked = count };

        string Counted(string text)
        {
            var masked = masker.Mask(text, out var found);
            count += found;
            return masked;
        }

        string? Cell(string name, string? value)
        {
            if (value is null or "" || masker.KindOf(name) is not { } kind || MaskedText.IsMasked(value)) return value is null ? null : Counted(value);
            count++;
            return MaskedText.Of(kind);
        }

        // A key in PEM goes over several lines: they are one text.
        EquatableArray<string> Lines(EquatableArray<string> lines)
        {
            var state = new LineState();
            var masked = lines.Select(line => masker.Line(line, state)).ToEquatableArray();
            count += state.Count;
            return masked;
        }
    }
}
