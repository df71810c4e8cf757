using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Pagers, traces and settings by which the same is shown in another way.</summary>
public sealed class ShownOtherwiseTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("GIT_PAGER= git log")]
    [InlineData("GIT_PAGER=cat git log")]
    [InlineData("PAGER='less -FRX' git log")]
    [InlineData("SYSTEMD_PAGER=cat systemctl status nginx")]
    [InlineData("LESS=-R less f")]
    [InlineData("env GIT_PAGER=cat git log")]
    public void A_pager_that_only_shows_leaves_a_read_a_read(string command) => Assert.Equal(Effect.Read, Of(command));

    [Theory]
    [InlineData("GIT_PAGER='cat; reboot' git log")]
    [InlineData("GIT_PAGER=$p git log")]
    [InlineData("GIT_PAGER=./cat git log")]
    [InlineData("PAGER='less -o x' git log")]
    [InlineData("PAGER='less +!x' git log")]
    [InlineData("LESS='+!x' less f")]
    [InlineData("LESS='-R\n+!x' less f")]
    public void Any_other_pager_is_a_program_of_somebody_s_own(string command) => Assert.Equal(Effect.Unknown, Of(command));

    [Fact]
    public void A_pager_makes_no_change_a_read() => Assert.Equal(Effect.Destructive, Of("AWS_PAGER= aws ec2 terminate-instances --instance-ids i-1"));

    [Theory]
    [InlineData("GIT_TRACE=1 git fetch --dry-run", Effect.Read)]
    [InlineData("GIT_TRACE=/etc/x git ls-remote", Effect.Unknown)]
    [InlineData("GIT_TRACE=5 git ls-remote", Effect.Unknown)]
    [InlineData("GIT_TRACE_REDACT=0 git ls-remote", Effect.Unknown)]
    [InlineData("GIT_DIR=1 git log", Effect.Unknown)]
    public void A_switch_of_git_is_a_yes_or_no_of_what_names_nothing(string command, Effect effect) => Assert.Equal(effect, Of(command));

    [Theory]
    [InlineData("git -c color.ui=always diff", Effect.Read)]
    [InlineData("git -c core.pager=cat log", Effect.Read)]
    [InlineData("git -c core.pager='cat;x' log", Effect.Unknown)]
    [InlineData("git -c core.sshCommand=x fetch --dry-run", Effect.Unknown)]
    [InlineData("git -c color.ui=always push", Effect.Disruptive)]
    public void A_setting_of_git_that_says_how_to_show_runs_nothing(string command, Effect effect) => Assert.Equal(effect, Of(command));

    [Theory]
    [InlineData("git --git-dir=/srv/app/.git --work-tree=/srv/app status", Effect.Read)]
    [InlineData("git --git-dir=/tmp/app/.git log", Effect.Unknown)]
    [InlineData("git --git-dir=/srv/../tmp/.git log", Effect.Unknown)]
    [InlineData("git --git-dir=/srv/$x log", Effect.Unknown)]
    [InlineData("git --git-dir=.git log", Effect.Unknown)]
    public void A_repository_is_trusted_where_only_an_administrator_writes(string command, Effect effect) => Assert.Equal(effect, Of(command));

    [Theory]
    [InlineData("less +/error f", Effect.Read)]
    [InlineData("less +120 f", Effect.Read)]
    [InlineData("less +!x f", Effect.Unknown)]
    [InlineData("less $'+/a\\n!x' f", Effect.Unknown)]
    public void A_pager_may_be_told_where_to_begin(string command, Effect effect) => Assert.Equal(effect, Of(command));
}
