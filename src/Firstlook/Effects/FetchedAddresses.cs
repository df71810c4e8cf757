using System.Collections.Frozen;

namespace Firstlook.Effects;

/// <summary>
/// Programs that fetch the address that stands where a file might (xmllint(1), ffprobe(1), mediainfo(1), guestfish(1) "ADDING REMOTE STORAGE", helm, kubectl "-f"): to the server
/// it is a GET like any other, which may act by its path or its query.
/// </summary>
internal static class FetchedAddresses
{
    static readonly FrozenSet<string> Fetching = FrozenSet.Create(StringComparer.Ordinal,
        "xmllint", "xsltproc", "ffprobe", "mediainfo", "identify", "helm", "kubectl", "oc", "k", "kustomize", "virt-ls", "virt-cat", "virt-df", "virt-filesystems",
        "virt-inspector", "virt-log", "qemu-img", "pandoc");

    /// <returns>Null where no address is fetched, or where doing so reads.</returns>
    public static Verdict? Problem(Invocation call)
    {
        if (!Fetching.Contains(call.Name[(call.Name.LastIndexOf('/') + 1)..])) return null;
        foreach (var word in call.Words.Skip(1))
        {
            // Behind these another command stands.
            if (word.Text is "--" or "exec" or "rsh" or "debug") return null;
            var from = word.Text.IndexOf("http", StringComparison.Ordinal);
            if (from < 0 || !(from == 0 || word.Text[from - 1] == '=') || !word.Text.Contains("://", StringComparison.Ordinal)) continue;
            if (Http.HttpJudge.Request("GET", word.Text[from..], "") is { Effect: > Effect.Read } acts) return acts;
        }

        return null;
    }
}
