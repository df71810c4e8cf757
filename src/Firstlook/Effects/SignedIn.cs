using Firstlook.Effects.Tools;

namespace Firstlook.Effects;

/// <summary>
/// A password, or a file of settings with one, beside the address of a server that may be anybody's. Without either the same address is asked by nobody in particular.
/// Sources: Apache Kafka, "Security" (<c>--command-config</c>); mysqladmin(1).
/// </summary>
internal static class SignedIn
{
    /// <returns>Why the command is no read; null where no password goes to another network.</returns>
    public static string? Problem(Invocation call)
    {
        var name = call.Name[(call.Name.LastIndexOf('/') + 1)..];
        var (server, proof) = name.StartsWith("kafka-", StringComparison.Ordinal)
            ? (Value(call, "--bootstrap-server", "--bootstrap-controller"), Value(call, "--command-config", "--admin.config"))
            : name is "mysqladmin" or "mariadb-admin" ? (Value(call, "-h", "--host"), Glued(call, "-p") ?? Value(call, "--password")) : (null, null);
        return server is not null && proof is not null && UnlistedValues.LeadsAway(server, call.Scope.Tools.Network)
            ? $"'{new Argument(server).Shown}' is handed what proves who asks, and may be another network's" : null;
    }

    static string? Value(Invocation call, params ReadOnlySpan<string> options)
    {
        for (var at = 1; at < call.Words.Count; at++)
        {
            var text = call.Words[at].Text;
            var equals = text.IndexOf('=');
            if (options.Contains(equals < 0 ? text : text[..equals])) return equals >= 0 ? text[(equals + 1)..] : at + 1 < call.Words.Count ? call.Words[at + 1].Text : "";
            if (options[0].Length == 2 && text.Length > 2 && text.StartsWith(options[0], StringComparison.Ordinal)) return text[2..];
        }

        return null;
    }

    static string? Glued(Invocation call, string option) =>
        call.Words.Skip(1).Select(word => word.Text).FirstOrDefault(text => text.StartsWith(option, StringComparison.Ordinal));
}
