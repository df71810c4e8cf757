using Firstlook.Effects.Shell;

namespace Firstlook.Looks;

/// <summary>A server whose certificate a command asks for: <c>openssl s_client -connect shop.example.com:443 -servername shop.example.com</c>.</summary>
/// <param name="Name">Which server of that address is meant (SNI), and whose name the certificate must hold.</param>
public sealed record CertificateQuestion(string Host, int Port, string Name)
{
    /// <returns>One for each <c>s_client</c> of the text whose address is written out, at most four; none for one that speaks another protocol first (<c>-starttls</c>).</returns>
    public static EquatableArray<CertificateQuestion> In(string text)
    {
        var found = new List<CertificateQuestion>();
        ShellTree.Visit(ShellParser.Parse(text).List, command =>
        {
            if (command is SimpleCommand { Words: [{ Constant: "openssl" or "/usr/bin/openssl" }, { Constant: "s_client" }, ..] } client && Of(client) is { } question)
                found.Add(question);
        });
        return found.Distinct().Take(4).ToEquatableArray();
    }

    static CertificateQuestion? Of(SimpleCommand client)
    {
        string[] words = [.. client.Words.Select(word => word.Constant ?? "")];
        if (words.Contains("-starttls") || words.Contains("-proxy")) return null;
        var address = After("-connect") ?? (words[^1].Contains(':', StringComparison.Ordinal) ? words[^1] : null);
        var colon = address?.LastIndexOf(':') ?? -1;
        if (colon <= 0 || !int.TryParse(address![(colon + 1)..], out var port) || port is < 1 or > 65535) return null;
        var host = address[..colon].Trim('[', ']');
        return new CertificateQuestion(host, port, After("-servername") ?? host);

        string? After(string option) => Array.IndexOf(words, option) is >= 0 and var at && at + 1 < words.Length && words[at + 1].Length > 0 ? words[at + 1] : null;
    }
}
