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
    public static bool Keeps(string target) => target[(target.LastIndexOf('/') + 1)..].Any(letter => letter != Argument.Hole) && LiesApart(target);

    static bool LiesApart(string target) =>
        !Array.Exists(Kernel, start => target.StartsWith(start, StringComparison.Ordinal))
            && !Array.Exists(Trusted, part => target.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for a file that is new since its own name holds the time, and that nothing reads by itself.</summary>
    public static bool IsNew(Argument file) => file.NamedByTime && LiesApart(file.Text);

    /// <summary>The same of a word: what it names, or an option of it does.</summary>
    public static bool IsNew(Word word, Scope scope)
    {
        if (!IsNamedByTime(word, scope)) return false;
        var name = Spelt(word, scope);
        return Keeps(name) && (name is not ['-', _, ..] || LiesApart(name[2..]) && LiesApart(name[(name.IndexOf('=') + 1)..]));
    }

    // With what is known of the variables that hold a name.
    static string Spelt(Word word, Scope scope)
    {
        var arguments = new List<Argument>();
        Argument.Add(word, name => scope.Timed.TryGetValue(name, out var value) && value.Span.End < word.Span.Start ? Spelt(value, scope) : scope.Constant(name), arguments);
        return string.Join(' ', arguments);
    }

    /// <summary>
    /// True where a file's own name holds what date(1) answers about now, at its place or through a variable that the text sets once (<see cref="OwnThings"/>):
    /// <c>report-$(date +%s).txt</c>, <c>report-$STAMP.txt</c>.
    /// </summary>
    public static bool IsNamedByTime(Word target, Scope scope)
    {
        var named = false;
        Look(target.Parts, target.Span.Start);
        return named;

        void Look(IEnumerable<WordPart> parts, int start)
        {
            foreach (var part in parts)
            {
                if (part is DoubleQuoted quoted) Look(quoted.Parts, start);
                else if (part is Literal or SingleQuoted) named &= !(part is Literal { Text: var text } ? text : ((SingleQuoted)part).Text).Contains('/');
                else if (part is Variable { Operation: "" } variable)
                {
                    if (scope.Poisoned is null && scope.Timed.TryGetValue(variable.Name, out var value) && start > value.Span.End) Look(value.Parts, value.Span.Start);
                }
                else named |= IsNow(part) && !scope.Shadowed.ContainsKey("date");
            }
        }
    }

    /// <summary>date(1) without an option that gives it another time: of yesterday there may be a file.</summary>
    static bool IsNow(WordPart part) =>
        part is CommandSubstitution { Body.Items: [{ Command.Pipelines: [{ Commands: [SimpleCommand { Assignments.IsEmpty: true, Redirections.IsEmpty: true,
            Words: [{ Constant: "date" }, ..] } date] }] }] }
        && date.Words.Skip(1).All(word => word.Constant is { } text && (text is "-u" or "--utc" or "--universal" or "-R" or "--rfc-email"
            || text.StartsWith("-I", StringComparison.Ordinal) || text.StartsWith("--iso-8601", StringComparison.Ordinal) || text.StartsWith("--rfc-3339", StringComparison.Ordinal)
            || text is ['+', ..] && text.Contains('%')));
}
