using System.Text.Json;
using System.Text.Json.Serialization;

namespace Firstlook.Range.Releases;

/// <summary>
/// What differs between two releases of the shop, as far as it can go wrong: the rules that its code follows. It is
/// versioned in git and deployed by a push, so that history, diff and revert are the real ones.
/// </summary>
internal sealed record Release(StockRules Stock, RefundRules Refunds, ThrottleRules Throttle, BreakerRules Breaker, CacheRules Cache, FeatureRules Features)
{
    /// <summary>The short hash of the commit that was deployed; not in the file itself.</summary>
    [JsonIgnore]
    public string Version { get; init; } = "";

    /// <exception cref="JsonException">The file is not a release.</exception>
    public static Release Parse(string json, string version) =>
        (JsonSerializer.Deserialize(json, ReleaseJson.Default.Release) ?? throw new JsonException("a release is an object")) with { Version = version };

    public string ToJson() => JsonSerializer.Serialize(this, ReleaseJson.Default.Release) + "\n";
}

/// <param name="ShelfSnapshotMilliseconds">How old the view of a shelf may be by which a sale decides; nought reads it anew and locks it.</param>
/// <param name="StatementMilliseconds">How long one statement of a payment may take.</param>
internal sealed record StockRules(int ShelfSnapshotMilliseconds, int StatementMilliseconds);

/// <param name="MostOfTotal">The share of a sale's total that may be given back; 1 is all of it.</param>
internal sealed record RefundRules(decimal MostOfTotal);

/// <param name="Burst">Leads that one address may leave in a minute; nought means no limit.</param>
/// <param name="Hourly">The same in an hour.</param>
/// <param name="ExemptsLoggedIn">Whether who is logged in is not counted at all.</param>
internal sealed record ThrottleRules(int Burst, int Hourly, bool ExemptsLoggedIn);

/// <param name="FailuresToOpen">Failures in a row after which a circuit opens.</param>
/// <param name="CooldownSeconds">How long it stays open before a request may try.</param>
internal sealed record BreakerRules(int FailuresToOpen, int CooldownSeconds);

/// <param name="Coalesces">Whether many who miss the same key wait for one load instead of loading each.</param>
/// <param name="KeyHasTenant">Whether the brand is part of a key.</param>
internal sealed record CacheRules(bool Coalesces, bool KeyHasTenant);

/// <summary>What releases add beside the rules.</summary>
/// <param name="LoyaltyPoints">The checkout looks up the points of a customer, in a table that a migration of its own brings.</param>
/// <param name="ParcelWeights">Shipping quotes tell the weight that the carrier reckoned with.</param>
/// <param name="KeepsReceipts">The worker keeps each receipt that it has made, to send it again quickly.</param>
/// <param name="ChecksAddresses">The worker checks addresses by a pattern before it sends anything.</param>
/// <param name="NeedsLicence">The worker does not start without LICENCE_KEY in its environment.</param>
internal sealed record FeatureRules(bool LoyaltyPoints, bool ParcelWeights, bool KeepsReceipts, bool ChecksAddresses, bool NeedsLicence);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(Release))]
internal sealed partial class ReleaseJson : JsonSerializerContext;
