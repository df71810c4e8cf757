using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Masking;

namespace Firstlook.Executors.Tests;

/// <summary>Permits made by hand, past every classifier: what an executor does must not depend on who looked at the text before.</summary>
static class Permits
{
    public static readonly CommandId Command = new("step", 0);

    public static ReadPermit Read(string text, Language language, Limits? limits = null, EquatableArray<Access.Binding> values = default, EquatableArray<string> before = default) =>
        new(Command, text, null, language, Target(language), values, limits ?? Limits.Default, before);

    public static ActionPermit Action(string text, Language language, Limits? limits = null, EquatableArray<Access.Binding> values = default) =>
        new(1, text, language, Target(language), values, limits ?? Limits.Default, TimeProvider.System.GetUtcNow().AddMinutes(15));

    public static Access.Binding Value(string token, string value) => new(token.Trim('<', '>', '$'), token, value, "a test");

    public static TargetExecutors Executors(Connection connection) =>
        new(new TargetConnections(new Dictionary<string, Connection>(StringComparer.Ordinal) { ["it"] = connection }), TimeProvider.System, new Masker([]));

    public static async Task<Result> Run(this TargetExecutors executors, Permit permit) =>
        await executors.Run(permit, Command, TestContext.Current.CancellationToken);

    static Target Target(Language language) => new("it", language switch
    {
        Language.PromQl => TargetKind.Prometheus,
        Language.Sql => TargetKind.PostgreSql,
        Language.Shell => TargetKind.Shell,
        _ => TargetKind.Interpreter,
    }, "it");
}
