using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Firstlook.Incidents;

/// <summary>Events as bytes: <c>incident.opened.v1</c> and JSON. A type once written is read for ever.</summary>
public static class EventFormat
{
    static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["incident.opened.v1"] = typeof(Opened),
        ["alert.joined.v1"] = typeof(AlertJoined),
        ["alert.changed.v1"] = typeof(AlertChanged),
        ["alert.ended.v1"] = typeof(AlertEnded),
        ["procedure.chosen.v1"] = typeof(ProcedureChosen),
        ["look.requested.v1"] = typeof(LookRequested),
        ["look.started.v1"] = typeof(LookStarted),
        ["look.considered.v1"] = typeof(LookConsidered),
        ["normals.recalled.v1"] = typeof(NormalsRecalled),
        ["result.recorded.v1"] = typeof(ResultRecorded),
        ["look.finished.v1"] = typeof(LookFinished),
        ["incident.acknowledged.v1"] = typeof(Acknowledged),
        ["clock.expired.v1"] = typeof(ClockExpired),
        ["incident.escalated.v1"] = typeof(Escalated),
        ["note.added.v1"] = typeof(NoteAdded),
        ["change.reported.v1"] = typeof(ChangeReported),
        ["verdict.given.v1"] = typeof(VerdictGiven),
        ["check.answered.v1"] = typeof(CheckAnswered),
        ["update.posted.v1"] = typeof(UpdatePosted),
        ["done.by-hand.v1"] = typeof(DoneByHand),
        ["policy.adopted.v1"] = typeof(PolicyAdopted),
        ["action.proposed.v2"] = typeof(ActionProposed),
        ["action.approved.v2"] = typeof(ActionApproved),
        ["glass.broken.v1"] = typeof(GlassBroken),
        ["approvals.lapsed.v1"] = typeof(ApprovalsLapsed),
        ["values.bound.v1"] = typeof(ValuesBound),
        ["undo.prepared.v1"] = typeof(UndoPrepared),
        ["action.previewed.v1"] = typeof(ActionPreviewed),
        ["action.withdrawn.v1"] = typeof(ActionWithdrawn),
        ["action.started.v1"] = typeof(ActionStarted),
        ["action.finished.v1"] = typeof(ActionFinished),
        ["action.lost.v1"] = typeof(ActionLost),
        ["action.settled.v1"] = typeof(ActionSettled),
        ["incident.mitigated.v1"] = typeof(Mitigated),
        ["incident.resolved.v1"] = typeof(Resolved),
        ["incident.reopened.v1"] = typeof(Reopened),
        ["incident.closed.v1"] = typeof(Closed),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names that journals in the field hold and that are written no more: what was added since then is optional.</summary>
    static readonly FrozenDictionary<string, Type> Former = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["action.proposed.v1"] = typeof(ActionProposed),
        ["action.approved.v1"] = typeof(ActionApproved),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Unknown fields are an error: the journal is ours alone, and what is not understood must not be passed over.</summary>
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new EquatableArrayConverter() },
    };

    /// <summary>Every type name that is written.</summary>
    public static IEnumerable<string> TypeNames => Types.Keys;

    /// <summary>Every type name that is read besides those.</summary>
    public static IEnumerable<string> FormerNames => Former.Keys;

    public static string NameOf(IncidentEvent happened) => Names[happened.GetType()];

    public static byte[] Bytes(IncidentEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options);

    /// <exception cref="JsonException">The bytes are not of that type, or the type is not known: a newer version wrote them, or they are damaged.</exception>
    public static IncidentEvent Read(string type, ReadOnlySpan<byte> bytes) =>
        Types.TryGetValue(type, out var known) || Former.TryGetValue(type, out known)
            ? (IncidentEvent?)JsonSerializer.Deserialize(bytes, known, Options) ?? throw new JsonException($"{type} is null")
            : throw new JsonException($"an event of type {type} is not known to this version");

    /// <summary>The canonical bytes of an output, which go into the evidence.</summary>
    public static byte[] Bytes(Looks.Output output) => JsonSerializer.SerializeToUtf8Bytes(output, Options);

    /// <exception cref="JsonException">The bytes are no output.</exception>
    public static Looks.Output ReadOutput(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<Looks.Output>(bytes, Options) ?? throw new JsonException("the output is null");
}
