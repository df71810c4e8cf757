using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Lines that the Windows shell reads as one, and words of Redis that stand where a shell's would.</summary>
public sealed class CarriedLineTests
{
    static IEnumerable<Effect> Effects(string text) => Classifier.Block(text, Language.Shell).Select(command => command.Effect);

    [Theory]
    [InlineData("wmic /node:BUILD-W03 logicaldisk ^\n  get FreeSpace,Size /format:list", Effect.Read)]
    [InlineData("sc \\\\BUILD-W03 query \"FlexLicSvc\" ^\n  | findstr STATE", Effect.Read)]
    [InlineData("robocopy D:\\a \\\\nas\\a /E ^\n  /R:1 ^\n  /NP", Effect.Destructive)]
    [InlineData("tasklist ^\n && ping -n 1 build-w03", Effect.Read)]
    public void A_line_that_ends_in_a_caret_goes_on(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.Shell).Effect);

    [Fact]
    public void What_stops_and_starts_a_service_over_three_lines_is_three_commands() =>
        Assert.Equal([Effect.Disruptive, Effect.Read, Effect.Reversible], Effects("sc \\\\W03 stop \"Lic\" ^\n && timeout /t 10 ^\n && sc \\\\W03 start \"Lic\""));

    [Theory]
    [InlineData("echo gone ^\nrm -rf /data")]
    [InlineData("ls ^\nunknown --option ^\nsystemctl stop shop")]
    [InlineData("robocopy D:\\a E:\\a ^\n/L")]
    public void Lines_that_change_something_never_become_words_of_one_that_reads(string text) => Assert.True(Classifier.Whole(text, Language.Shell).Effect > Effect.Read);

    [Fact]
    public void An_unknown_program_beside_them_does_not_make_a_change_one_with_the_line_below() =>
        Assert.Contains(Effect.Disruptive, Effects("foo ^\n --help\nkubectl delete pod x ^\n --dry-run=client"));

    [Fact]
    public void Remarks_of_the_windows_shell_are_no_commands() => Assert.Equal([Effect.Destructive], Effects("REM keep two > the rest may go\n:: ask first\nrd /s /q D:\\old"));

    [Theory]
    [InlineData("sc delete query", Effect.Destructive)]
    [InlineData("sc \\\\W03 delete query", Effect.Destructive)]
    [InlineData("sc \\\\W03 \\\\W04 query", Effect.Unknown)]
    [InlineData("sc \\\\W03", Effect.Unknown)]
    [InlineData("timeout /t 10 rm -rf /data", Effect.Destructive)]
    [InlineData("timeout 10 rm -rf /data", Effect.Destructive)]
    [InlineData("kafka-reassign-partitions.sh --bootstrap-server k:1 --execute --verify --preserve-throttles", Effect.Disruptive)]
    [InlineData("kafka-reassign-partitions.sh --bootstrap-server k:1 --cancel --preserve-throttles", Effect.Disruptive)]
    [InlineData("kafka-reassign-partitions.sh --bootstrap-server k:1 --preserve-throttles", Effect.Disruptive)]
    [InlineData("kafka-reassign-partitions.sh --bootstrap-server k:1 --verify", Effect.Reversible)]
    [InlineData("kafka-reassign-partitions.sh --bootstrap-server k:1 --verify --preserve-throttles", Effect.Read)]
    [InlineData("kafka-reassign-partitions.sh --bootstrap-server k:1 --list", Effect.Read)]
    [InlineData("mdadm --stop --test /dev/md0", Effect.Disruptive)]
    public void The_word_in_front_softens_nothing(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.Shell).Effect);

    [Theory]
    [InlineData("SLOWLOG GET 25", Effect.Read)]
    [InlineData("MEMORY USAGE session:index SAMPLES 0", Effect.Read)]
    [InlineData("XPENDING orders billing IDLE 60000 - + 10", Effect.Read)]
    [InlineData("GETDEL lock:nightly", Effect.Destructive)]
    [InlineData("FLUSHALL", Effect.Destructive)]
    [InlineData("CONFIG SET maxmemory 4gb", Effect.Destructive)]
    public void A_word_of_redis_alone_is_judged_as_one(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.Shell).Effect);

    [Theory]
    [InlineData("SLOWLOG GET 25; reboot")]
    [InlineData("SLOWLOG GET $(reboot)")]
    [InlineData("MEMORY USAGE x > /etc/passwd")]
    [InlineData("MEMORY usage")]
    [InlineData("CLIENT something")]
    [InlineData("slowlog get 25")]
    [InlineData("GET /admin/stop")]
    [InlineData("SORT x")]
    public void What_a_shell_may_mean_otherwise_is_not(string text) => Assert.True(Classifier.Whole(text, Language.Shell).Effect > Effect.Read);
}
