using System.Text;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Looks;

/// <summary>What of a block is approved and run as one.</summary>
public sealed class ActsTests
{
    static Step Block(string text, string tag = "bash") =>
        Assert.Single(RunbookReader.Read("web.md", Encoding.UTF8.GetBytes($"# Web\n\n## Alert: WebDown\n\n### Fix\n\n```{tag}\n{text}\n```\n")).Procedures.SelectMany(procedure => procedure.Steps));

    static Command[] Acts(string text) => Units.Of(Block(text)).Select(unit => unit.Command).Where(command => command.Effect > Effect.Read).ToArray();

    static string[] Texts(string text) => [.. Acts(text).Select(command => command.Text)];

    static string[] Reads(string text) => [.. Units.Of(Block(text)).Select(unit => unit.Command).Where(command => command.Effect <= Effect.Read).Select(command => command.Text)];

    [Fact]
    public void A_list_is_one_act()
    {
        var act = Assert.Single(Acts("cd /opt/app && git pull && docker-compose up -d"));
        Assert.Equal(("cd /opt/app && git pull && docker-compose up -d", Effect.Disruptive), (act.Text, act.Effect));
        Assert.Empty(act.After);
    }

    [Fact]
    public void Commands_on_lines_of_their_own_are_acts_of_their_own() =>
        Assert.Equal(["systemctl restart web", "systemctl restart worker"], Texts("systemctl restart web\nsystemctl restart worker"));

    [Fact]
    public void An_act_takes_its_folder_along() =>
        Assert.Equal(["cd /opt/app || exit\ngit pull", "cd /opt/app || exit\ndocker-compose up -d"], Texts("cd /opt/app\ngit pull\ndocker-compose up -d"));

    [Fact]
    public void From_the_root_only_the_last_folder_counts() =>
        Assert.Equal(["cd /opt/app || exit\ncd web || exit\ngit pull", "cd /srv || exit\n./deploy.sh"], Texts("cd /opt/app\ncd web\ngit pull\ncd /srv\n./deploy.sh"));

    [Fact]
    public void An_act_takes_along_the_variables_that_it_uses_and_theirs_and_no_others() =>
        Assert.Equal(["NS=web || exit\nPOD=$(kubectl get pods -n $NS -o name | head -1) || exit\nkubectl delete $POD"],
            Texts("NS=web\nOTHER=x\nPOD=$(kubectl get pods -n $NS -o name | head -1)\nkubectl delete $POD"));

    [Fact]
    public void What_is_exported_reaches_every_program_after_it() =>
        Assert.Equal(["export AWS_PROFILE=prod || exit\naws ecs update-service --service web --force-new-deployment"], Texts("export AWS_PROFILE=prod\naws ecs update-service --service web --force-new-deployment"));

    [Fact]
    public void Settings_of_the_shell_hold_for_acts_and_are_none_of_their_own() =>
        Assert.Equal(["set -euo pipefail || exit\nsource .env || exit\n./deploy.sh"], Texts("set -euo pipefail\nsource .env\n./deploy.sh"));

    [Fact]
    public void A_setting_that_nothing_follows_is_not_lost() => Assert.Equal(["source .env"], Texts("source .env"));

    [Fact]
    public void Only_the_assignment_at_the_head_of_another_list_comes_along() =>
        Assert.Equal(["cd /opt/app && git pull", "cd /opt/app || exit\ndocker-compose up -d"], Texts("cd /opt/app && git pull\ndocker-compose up -d"));

    [Fact]
    public void Of_another_list_only_what_is_needed_comes_along() =>
        Assert.Equal(["cd /opt/app && export MODE=slow && make install", "cd /opt/app || exit\nexport MODE=slow || exit\ndocker-compose up -d"], Texts("cd /opt/app && export MODE=slow && make install\ndocker-compose up -d"));

    [Fact]
    public void What_needs_the_outcome_of_an_act_is_one_act_with_it() =>
        Assert.Equal(["ID=$(docker run -d web) || exit\ndocker stop $ID || exit\ndocker rm $ID"], Texts("ID=$(docker run -d web)\ndocker stop $ID\ndocker rm $ID"));

    [Fact]
    public void A_read_that_needs_what_is_no_read_waits_with_it()
    {
        Assert.Equal(["export KUBECONFIG=/root/other || exit\nkubectl get pods"], Texts("export KUBECONFIG=/root/other\nkubectl get pods"));
        Assert.Empty(Reads("export KUBECONFIG=/root/other\nkubectl get pods"));
    }

    [Fact]
    public void A_read_of_a_list_is_looked_at_by_itself_too()
    {
        Assert.Equal(["nginx -t && nginx -s reload"], Texts("nginx -t && nginx -s reload"));
        Assert.Equal(["nginx -t"], Reads("nginx -t && nginx -s reload"));
    }

    [Fact]
    public void What_was_typed_at_one_prompt_after_another_is_one_shell() =>
        Assert.Equal(["cd /srv/app || exit\nsystemctl restart web"], Texts("$ cd /srv/app\n$ ls\nconf  name.txt  (a list of files\n$ systemctl restart web\nrestarted; rm everything"));

    [Fact]
    public void What_only_sets_the_shell_is_not_looked_at() => Assert.Equal(["docker-compose ps"], Reads("set -e\ncd /opt/app\nNS=web\ndocker-compose ps"));

    [Fact]
    public void A_read_runs_in_its_folder_with_its_variables_and_theirs()
    {
        var step = Block("cd /opt/app\nNS=web\nPOD=web-$NS\nkubectl logs $POD");
        Assert.Equal([0, 1, 2], step.Commands[3].After);
    }

    [Fact]
    public void A_condition_on_which_the_block_ends_stands_before_every_act_after_it()
    {
        Assert.Equal(["POD=$(kubectl get pods -o name | head -1) || exit\n[ -z \"$POD\" ] && exit 1\nkubectl delete $POD"], Texts("POD=$(kubectl get pods -o name | head -1)\n[ -z \"$POD\" ] && exit 1\nkubectl delete $POD"));
        Assert.Equal(["if ! nginx -t; then exit 1; fi || exit\nsystemctl restart nginx"], Texts("if ! nginx -t; then exit 1; fi\nsystemctl restart nginx"));
    }

    [Fact]
    public void The_end_of_a_session_stands_before_nothing() => Assert.Equal(["systemctl restart nginx"], Texts("exit\nsystemctl restart nginx"));

    [Fact]
    public void What_stands_over_many_lines_is_held_together_where_others_need_it() =>
        Assert.Equal(["{ read -r id <<END\n7\nEND\n} || exit\nkill $id"], Texts("read -r id <<END\n7\nEND\nkill $id"));

    [Fact]
    public void A_value_that_an_earlier_line_needs_is_needed_by_what_follows()
    {
        var step = Block("POD=<pod>\nkubectl logs $POD\nkubectl delete pod $POD");
        Assert.All(step.Commands, command => Assert.Equal(["pod"], command.Inputs));
        Assert.Equal(["POD=<pod> || exit\nkubectl delete pod $POD"], [.. Units.Of(step).Select(unit => unit.Command).Where(command => command.Effect > Effect.Read).Select(command => command.Text)]);
    }

    [Fact]
    public void An_act_is_as_bad_as_the_worst_of_it_and_says_which()
    {
        var act = Assert.Single(Acts("kubectl scale deployment/web --replicas=0 && rm -rf /data/web"));
        Assert.Equal(Effect.Destructive, act.Effect);
        Assert.Contains("rm", act.Why);
    }

    [Fact]
    public void The_whole_text_of_an_act_is_never_milder_than_it_says()
    {
        foreach (var text in new[] { "cd /a && rm -rf b || echo no", "X=$(kubectl get pods)\nexport Y=1\nkubectl delete pod $X && kubectl get pods", "set -e\ncd /x\ndocker-compose down\ndocker-compose up -d" })
            Assert.All(Acts(text), act => Assert.Equal(act.Effect, Classifier.Whole(act.Text, Language.Shell).Effect));
    }
}
