using System.Collections.Immutable;
using Firstlook.Hypotheses;

namespace Firstlook.Tests.Hypotheses;

/// <summary>Releases out of Kubernetes' own history, as kubectl prints it.</summary>
public sealed class RolloutTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 1, 3, 10, 0, TimeSpan.Zero);

    // kubectl get replicasets.apps,controllerrevisions.apps, its columns as wide as it makes them.
    const string History =
        """
        Deployment    shop     api      3        <none>   2026-03-01T03:02:11Z   registry.example/shop/api:2.4,proxy:1    <none>        <none>                 <none>   release 2.4
        Deployment    shop     api      2        <none>   2026-02-11T10:00:00Z   registry.example/shop/api:2.3,proxy:1    <none>        <none>                 <none>   <none>
        Deployment    shop     new      1        <none>   2026-03-01T03:04:00Z   new:1          <none>        <none>                 <none>   <none>
        Deployment    shop     worker   5        <none>   2026-03-01T02:50:00Z   worker:9       <none>        2026-03-01T02:50:00Z   <none>   <none>
        Deployment    shop     worker   4        <none>   2026-02-20T08:00:00Z   worker:9       <none>        <none>                 <none>   <none>
        StatefulSet   shop     queue    <none>   7        2026-03-01T02:40:00Z   <none>         queue:3       <none>                 <none>   <none>
        StatefulSet   shop     queue    <none>   6        2026-01-20T08:00:00Z   <none>         queue:3       <none>                 <none>   <none>
        DaemonSet     shop     old      <none>   2        2026-01-20T08:00:00Z   <none>         old:3         <none>                 <none>   <none>
        <none>        shop     <none>   <none>   <none>   2026-03-01T03:00:00Z   pause:3        <none>        <none>                 <none>   <none>
        Warning: use "kubectl explain"
        """;

    static EquatableArray<Rollout> Rows(string history) => Rollouts.Read(history.Split('\n').ToEquatableArray());

    [Fact]
    public void What_was_rolled_out_in_the_last_day_is_told_with_what_it_changed()
    {
        var (changes, _) = Rollouts.Since(Rows(History), null, Now, "shop");
        Assert.Equal(
            [
                ("config", "StatefulSet shop/queue rolled out: its template was edited, with the same images, revision 7", "02:40:00"),
                ("restart", "Deployment shop/worker was restarted, revision 5", "02:50:00"),
                ("deploy", "Deployment shop/api rolled out: api:2.4 instead of api:2.3, revision 3 (release 2.4)", "03:02:11"),
            ],
            changes.Select(change => (change.Kind, change.What, change.At.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.All(changes, change => Assert.Equal("shop", change.Service));
    }

    [Fact]
    public void What_is_known_already_is_not_told_again()
    {
        var (_, known) = Rollouts.Since(Rows(History), null, Now, null);
        Assert.Empty(Rollouts.Since(Rows(History), known, Now.AddMinutes(1), null).Changes);
        // A server that has been started again tells of the same change in the same words: the log knows it.
        Assert.Equal(Rollouts.Since(Rows(History), null, Now, null).Changes, Rollouts.Since(Rows(History), null, Now.AddMinutes(3), null).Changes);
    }

    [Fact]
    public void An_old_revision_that_has_the_newest_number_was_gone_back_to_since_the_last_question()
    {
        var before = Rows("Deployment shop api 2 <none> 2026-02-11T10:00:00Z api:2.3 <none> <none> <none> <none>\nDeployment shop api 3 <none> 2026-03-01T03:02:11Z api:2.4 <none> <none> <none> <none>");
        var after = Rows("Deployment shop api 4 <none> 2026-02-11T10:00:00Z api:2.3 <none> <none> <none> release 2.3\nDeployment shop api 3 <none> 2026-03-01T03:02:11Z api:2.4 <none> <none> <none> <none>");
        var (_, known) = Rollouts.Since(before, null, Now, null);
        var change = Assert.Single(Rollouts.Since(after, known, Now.AddMinutes(1), null).Changes);
        Assert.Equal(new Change(Now.AddMinutes(1), "deploy", "Deployment shop/api went back: api:2.3 instead of api:2.4, revision 4", null, null), change);
        // Nobody saw when: it is not told of as if it had been now.
        Assert.DoesNotContain(Rollouts.Since(after, null, Now.AddMinutes(1), null).Changes, change => change.What.Contains("went back", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_revision_since_the_last_question_is_told_and_a_cause_that_was_only_copied_is_not()
    {
        var rows = Rows("""
            Deployment shop api 2 <none> 2026-03-01T02:00:00Z api:2.3 <none> <none> <none> release 2.3
            Deployment shop api 3 <none> 2026-03-01T03:02:11Z api:2.4 <none> <none> <none> release 2.4
            Deployment shop api 4 <none> 2026-03-01T03:05:00Z api:2.4 <none> <none> <none> release 2.4
            """);
        Assert.Equal(
            ["Deployment shop/api rolled out: api:2.4 instead of api:2.3, revision 3 (release 2.4)", "Deployment shop/api rolled out: its template was edited, with the same images, revision 4"],
            Rollouts.Since(rows, ImmutableDictionary<string, long>.Empty.Add("Deployment shop/api", 2), Now, null).Changes.Select(change => change.What));
    }

    [Fact]
    public void A_workload_that_has_come_since_with_a_history_of_one_revision_is_no_change_of_anything()
    {
        var known = ImmutableDictionary<string, long>.Empty.Add("Deployment shop/api", 3);
        Assert.DoesNotContain(Rollouts.Since(Rows(History), known, Now, null).Changes, change => change.What.Contains("shop/new", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shop", true)]
    [InlineData("kube-system", true)]
    [InlineData("Shop", false)]
    [InlineData("-shop", false)]
    [InlineData("shop; rm -rf /", false)]
    [InlineData("", false)]
    public void A_namespace_is_a_label_of_rfc_1123(string name, bool isOne) => Assert.Equal(isOne, Rollouts.IsNamespace(name));

    [Theory]
    [InlineData("*")]
    [InlineData("shop")]
    public void The_question_is_a_read_that_runs_by_itself(string space) =>
        Assert.True(Firstlook.Effects.Classifier.Whole(Rollouts.Query(space), Firstlook.Effects.Language.Shell).RunsByItself);
}
