using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// What a redirection leaves of the file that it names. Adding to a file takes nothing away, and a file whose name holds the time is a new one;
/// neither holds for devices, for what the kernel reads as settings, and for files that say who may come in or what runs by itself.
/// </summary>
internal static class AddedFiles
{
    static readonly string[] Kernel = ["/dev/", "/proc/", "/sys/"];

    /// <summary>ssh(1), sudoers(5), crontab(5), ld.so(8), passwd(5): one line more there lets somebody in, or runs.</summary>
    static readonly string[] Trusted =
        [".ssh/", "authorized_keys", "sudoers", "crontab", "/cron.", "spool/cron", "ld.so.preload", "/etc/passwd", "/etc/shadow", "/etc/group", "/etc/gshadow",
            "/etc/pam.d", "/etc/profile", "bashrc", "bash_profile", "/.profile", "zshrc", "/etc/rc.local", "/etc/init", "/etc/systemd", "/systemd/", "..", "//", "/./"];

    /// <summary>True where what is added can be taken off again: the file is known by its own name at least.</summary>
    /// <param name="target">What is not known stands in it as <see cref="Argument.Hole"/>.</param>
    public static bool Keeps(string target)
    {
        var name = target[(target.LastIndexOf('/') + 1)..];
        return name.Length > 0 && name.Any(letter => letter != Argument.Hole)
            && !Array.Exists(Kernel, start => target.StartsWith(start, StringComparison.Ordinal))
                && !Array.Exists(Trusted, part => target.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True where a file's own name holds what date(1) answers: <c>report-$(date +%s).txt</c>.</summary>
    public static bool IsNamedByTime(Word target)
    {
        var named = false;
        Look(target.Parts);
        return named;

        void Look(IEnumerable<WordPart> parts)
        {
            foreach (var part in parts)
            {
                if (part is DoubleQuoted quoted) Look(quoted.Parts);
                else if (part is Literal or SingleQuoted) named &= !(part is Literal { Text: var text } ? text : ((SingleQuoted)part).Text).Contains('/');
                else named |= part is CommandSubstitution { Body.Items: [{ Command.Pipelines: [{ Commands: [SimpleCommand { Assignments.IsEmpty: true,
                    Redirections.IsEmpty: true, Words: [{ Constant: "date" }, ..] }] }] }] };
            }
        }
    }
}
