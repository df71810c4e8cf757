using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Shell;

public sealed class ShellValueTests : IDisposable
{
    /// <summary>Without the view of read-only files, which would hide what these tests look for.</summary>
    static readonly ShellConnection Here = new() { ReadOnlyView = false };

    readonly TempFolder folder = new();

    public static TheoryData<string> Hostile =>
    [
        "'; rm -rf / #", "$(touch /tmp/firstlook-value)", "`id`", "a b  c", "*", "[a-z]*", "~", "{a,b}", "\"; id; \"", "\\", "a\nb", "| cat", "&& id", "> /tmp/firstlook-value", "$HOME", "<x>", "!x", "",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_value_arrives_as_one_word_and_as_that_text(string hostile)
    {
        await using var executors = Permits.Executors(Here);
        foreach (var text in new[] { "printf '%s|' <x>", "printf '%s|' '<x>'", "printf '%s|' \"<x>\"", "printf '%s|' $X", "printf '%s|' \"${X}\"", "V=<x>; printf '%s|' \"$V\"" })
        {
            var result = await executors.Run(Permits.Read(text, Language.Shell, values: [Permits.Value("<x>", hostile), Permits.Value("$X", hostile), new("X", "${X}", hostile, "a test")]));
            Assert.Null(result.Outcome.Message);
            Assert.Equal(hostile + "|", string.Join('\n', result.Output.Lines));
        }

        Assert.False(File.Exists("/tmp/firstlook-value"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_value_arrives_as_one_word_in_an_approved_action_too(string hostile)
    {
        await using var executors = Permits.Executors(Here);
        foreach (var text in new[] { "printf '%s|' <x>", "printf '%s|' '<x>'", "printf '%s|' \"<x>\"", "if true; then printf '%s|' '<x>'; fi", "printf '%s' \"$(printf '%s|' '<x>')\"" })
        {
            var result = await executors.Run(Permits.Action(text, Language.Shell, values: [Permits.Value("<x>", hostile)]));
            Assert.Null(result.Outcome.Message);
            Assert.Equal(hostile + "|", string.Join('\n', result.Output.Lines));
        }

        Assert.False(File.Exists("/tmp/firstlook-value"));
    }

    [Theory]
    [InlineData("cat <x>", "-o/tmp/firstlook-value")]
    [InlineData("sort '<x>'", "--output=/tmp/firstlook-value")]
    [InlineData("<x> --help", "id")]
    [InlineData("V='<x>'; sort \"$V\"", "-o/tmp/firstlook-value")]
    [InlineData("V='<x>'; W=\"$V\"; awk \"/$W/ {print}\" /etc/passwd", "/ {system(\"touch /tmp/firstlook-value\")} /")]
    [InlineData("sort $(echo x '<x>')", "-o/tmp/firstlook-value")]
    [InlineData("sh -c \"echo $(printf '%s' '<x>')\"", "; touch /tmp/firstlook-value")]
    [InlineData("${P:-touch} /tmp/firstlook-value", "")]
    [InlineData("P=touch; $P /tmp/firstlook-value", "")]
    [InlineData("O='-o /tmp/firstlook-value'; sort $O /etc/passwd", "")]
    [InlineData("awk '/<x>/ {print}' /etc/passwd", "/ {system(\"touch /tmp/firstlook-value\")} /")]
    [InlineData("sed -n '/<x>/p' /etc/passwd", "x/e touch /tmp/firstlook-value\n/")]
    [InlineData("bash -c 'grep <x> /etc/passwd'", "; touch /tmp/firstlook-value")]
    [InlineData("jq '.[] | select(.id == \"<x>\")' /etc/passwd", "\" or true or \"")]
    [InlineData("find /etc -name <x> -maxdepth 0", "x' -exec touch {} ;")]
    [InlineData("psql -c \"SELECT '<x>'\"", "'; DROP TABLE stock; --")]
    [InlineData("kubectl exec pod -- sh -c 'cat <x>'", "/etc/passwd; id")]
    public async Task A_value_that_a_program_would_read_as_an_option_or_as_code_is_refused(string text, string hostile)
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read(text, Language.Shell, values: [Permits.Value("<x>", hostile)]));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        Assert.False(File.Exists("/tmp/firstlook-value"));
    }

    [Fact]
    public async Task The_name_of_a_file_is_never_an_option()
    {
        folder.File("-o made", "x\n");
        folder.File("plain", "y\n");
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path) { ReadOnlyView = false });
        var bare = await executors.Run(Permits.Read("sort *", Language.Shell));
        var safe = await executors.Run(Permits.Read("sort ./*", Language.Shell));

        Assert.Equal(OutcomeKind.Refused, bare.Outcome.Kind);
        Assert.Equal(["x", "y"], safe.Output.Lines);
    }

    [Fact]
    public async Task A_plain_value_may_stand_in_a_script_of_awk()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("awk -F: '$1 == \"<user>\" {print $3}' /etc/passwd", Language.Shell, values: [Permits.Value("<user>", "root")]));

        Assert.Equal(["0"], result.Output.Lines);
    }

    [Fact]
    public async Task Variables_of_commands_before_it_are_known()
    {
        await using var executors = Permits.Executors(Here);
        var result = await executors.Run(Permits.Read("echo \"$START to $END\"", Language.Shell, before: ["START=\"10:00\"", "END=$(echo 10:05)"]));

        Assert.Equal(["10:00 to 10:05"], result.Output.Lines);
    }

    [Fact]
    public async Task An_action_runs_the_exact_bytes_in_bash()
    {
        await using var executors = Permits.Executors(new ShellConnection(Folder: folder.Path) { ReadOnlyView = false });
        var done = await executors.Run(Permits.Action("for i in 1 2; do echo $i >> made; done; cat made; [[ -f made ]] && echo $((1 + 1))", Language.Shell));
        var failed = await executors.Run(Permits.Action("echo no >&2; exit 3", Language.Shell));

        Assert.Equal(["1", "2", "2"], done.Output.Lines);
        Assert.Equal(3, failed.Outcome.Exit);
        Assert.Equal("it ended with 3: no", failed.Outcome.Message);
    }

    public void Dispose() => folder.Dispose();
}
