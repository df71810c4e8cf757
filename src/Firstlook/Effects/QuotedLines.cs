using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Programs that only use their settings, and quote the line that they do not understand: of a file of another kind, a line of what it holds (nginx "unknown directive",
/// httpd "Invalid command", slaptest(8), Terraform's snippet, Ansible "The offending line", amtool).
/// </summary>
internal static partial class QuotedLines
{
    static readonly FrozenSet<string> Checking = WordSet.Of(
        "nginx apachectl apache2ctl httpd slaptest slapcat redis-server redis-sentinel bacula-dir bacula-sd bacula-fd bareos-dir bareos-sd bareos-fd pdns_server terraform tofu "
        + "ansible ansible-playbook amtool");

    /// <returns>The file of secrets that a program is handed in place of settings.</returns>
    public static string? Of(string program, IReadOnlyList<Argument> words)
    {
        for (var at = 1; at < words.Count && Checking.Contains(program); at++)
        {
            var text = words[at].Text;
            var equals = text.IndexOf('=');
            var (option, value) = text switch
            {
                ['-', ..] when equals > 0 => (text[..equals], text[(equals + 1)..]),
                ['-', not '-', '/', ..] => (text[..2], text[2..]),
                _ => (words[at - 1].Text, text.TrimStart('@')),
            };
            if (value is ['-', ..] || value.Contains('=') || AreSettings().IsMatch(value) || option is ['-', ..] && Proving().IsMatch(option)) continue;
            if (SecretFiles.Holds(value)) return value;
        }

        return null;
    }

    // What is of the programs' own kind is understood, and a folder is no file.
    [GeneratedRegex(@"\.(conf|cfg|cnf|ini|ya?ml|json|toml|tfvars|hcl|properties|tfstate(\.backup)?)$|/$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AreSettings();

    [GeneratedRegex("key|cert|ca-?file|vault|pass|identity|token|secret|^-i$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Proving();
}
