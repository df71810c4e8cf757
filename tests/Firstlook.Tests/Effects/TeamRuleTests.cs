using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.Tests.Effects;

public sealed class TeamRuleTests
{
    static (Toolset Tools, EquatableArray<string> Problems) Read(string text, Effect lowest = Effect.Reversible, params string[] replaces) =>
        TeamRules.Read([("shop.tools", text)], new ToolGrant(lowest, [.. replaces]));

    static Classified Judged(string command, Toolset tools) => Classifier.Whole(command, Language.Shell, tools);

    [Fact]
    public void A_program_that_is_not_known_may_be_described_and_the_reason_names_file_and_line()
    {
        var (tools, problems) = Read("# the shop's own\nshopctl : reversible changes the shop\n  > drain : disruptive empties a node\n    --all");
        Assert.Empty(problems);
        Assert.Equal(Effect.Unknown, Classifier.Whole("shopctl status", Language.Shell).Effect);
        Assert.Equal((Effect.Reversible, "'shopctl' changes the shop (team rule shop.tools:2)"), (Judged("shopctl status", tools).Effect, Judged("shopctl status", tools).Why));
        Assert.Equal((Effect.Disruptive, "'shopctl drain' empties a node (team rule shop.tools:3); '--all' leaves the effect (team rule shop.tools:4)"), (Judged("shopctl drain --all", tools).Effect, Judged("shopctl drain --all", tools).Why));
        Assert.Equal(Effect.Read, Judged("kubectl get pods", tools).Effect);
        Assert.True(Judged("shopctl drain | sh", tools).Effect >= Effect.Unknown);
    }

    [Theory]
    [InlineData("shopctl : read shows the shop", "shop.tools:1: calls 'shopctl' read; an administrator allows this team nothing below reversible")]
    [InlineData("shopctl : disruptive changes\n  --dry-run => read shows", "shop.tools:2: lets '--dry-run' make 'shopctl' read; an administrator allows this team nothing below reversible")]
    [InlineData("shopctl : disruptive changes\n  @none => read shows", "shop.tools:2: lets '@' make 'shopctl' read; an administrator allows this team nothing below reversible")]
    [InlineData("shopctl : disruptive changes\n  > status : read shows", "shop.tools:2: calls 'shopctl status' read; an administrator allows this team nothing below reversible")]
    [InlineData("shopctl : disruptive changes\n  hook unknown", "shop.tools:1: 'hook' belongs to the built-in tables")]
    [InlineData("kubectl :\n  > get :\n    --frobnicate", "shop.tools:3: lets 'kubectl get --frobnicate' stay read; an administrator allows this team nothing below reversible")]
    public void Calling_something_a_read_needs_the_administrator_s_word(string text, string problem) =>
        Assert.Equal([problem], Read(text).Problems);

    [Theory]
    [InlineData("kubectl :\n  > drain : reversible moves pods", "shop.tools:2: calls 'kubectl drain' reversible, and the built-in rule says disruptive; only an administrator can allow it, under replaces")]
    [InlineData("rm : reversible removes", "shop.tools:1: calls 'rm' reversible, and the built-in rule says destructive; only an administrator can allow it, under replaces")]
    [InlineData("kubectl : read shows", "shop.tools:1: gives everything below 'kubectl' one effect; only an administrator can allow it, under replaces")]
    [InlineData("kubectl :\n  > delete pods : read fine", "shop.tools:2: calls 'kubectl delete pods' read, and the built-in rule for all of 'kubectl delete' says disruptive; only an administrator can allow it, under replaces")]
    [InlineData("kubectl :\n  --kubeconfig= : read fine", "shop.tools:2: weakens the built-in rule of 'kubectl --kubeconfig'; only an administrator can allow it, under replaces")]
    [InlineData("kubectl :\n  > get :\n    @~secret => read fine", "shop.tools:3: lets an operand decide alone on 'kubectl get', which is built in; only an administrator can allow it, under replaces")]
    [InlineData("kubectl :\n  any-option", "shop.tools:1: 'kubectl' is built in: only subcommands, options and operands can be added to it")]
    [InlineData("aws :\n  > ec2 stop-instances : read fine", "shop.tools:1: 'aws' is judged by code that reads its whole line; rules cannot be added to it")]
    [InlineData("sudo :\n  > ls : read fine", "shop.tools:2: 'sudo' takes a command, and no subcommands")]
    public void A_built_in_rule_is_never_weakened_even_where_reads_are_granted(string text, string problem)
    {
        var (tools, problems) = Read(text, Effect.Read);
        Assert.Equal([problem], problems);
        Assert.Equal(Effect.Disruptive, Judged("kubectl drain node-1", tools).Effect);
        Assert.Equal(Effect.Destructive, Judged("rm x", tools).Effect);
        Assert.Equal(Effect.Unknown, Judged("kubectl --kubeconfig=x get pods", tools).Effect);
    }

    [Fact]
    public void A_built_in_rule_may_be_raised_for_all_names_of_the_program()
    {
        var (tools, problems) = Read("kubectl :\n  > cordon : disruptive drains our single node\n  > get :\n    --all-namespaces : disruptive overloads our API server\n    @~events : +cost there are millions");
        Assert.Empty(problems);
        Assert.Equal(Effect.Disruptive, Judged("k cordon node-1", tools).Effect);
        Assert.Equal("'--all-namespaces' overloads our API server (team rule shop.tools:4)", Judged("kubectl get pods --all-namespaces", tools).Why);
        Assert.Equal((Effect.Read, EffectTags.Cost), (Judged("kubectl get events", tools).Effect, Judged("kubectl get events", tools).Tags));
        Assert.True(Judged("kubectl get pods", tools).RunsByItself);
    }

    [Fact]
    public void What_the_administrator_grants_holds_exactly_there()
    {
        const string text = "shopctl : read shows the shop\nkubectl :\n  > drain : reversible our nodes are spare\n  > shop status : read shows the shop\n  > get :\n    --shop";
        var (tools, problems) = Read(text, Effect.Read, "kubectl drain");
        Assert.Empty(problems);
        Assert.Equal("'shopctl' shows the shop (team rule shop.tools:1)", Judged("shopctl", tools).Why);
        Assert.True(Judged("shopctl", tools).RunsByItself);
        Assert.Equal(Effect.Reversible, Judged("kubectl drain node-1", tools).Effect);
        Assert.True(Judged("kubectl shop status", tools).RunsByItself);
        Assert.Equal("'kubectl get' shows objects; '--shop' leaves the effect (team rule shop.tools:6)", Judged("kubectl get pods --shop", tools).Why);
        Assert.Equal(Effect.Disruptive, Judged("kubectl delete pod x", tools).Effect);
        Assert.Equal(Effect.Disruptive, Classifier.Whole("kubectl drain node-1", Language.Shell).Effect);
    }

    [Fact]
    public void All_problems_are_told_each_with_file_and_line()
    {
        var (_, problems) = TeamRules.Read([("a.tools", "one : read x\ntwo : frobnicate y"), ("b.tools", "  -v"), ("c.tools", "three : read z")], ToolGrant.Default);
        Assert.Equal(["a.tools:1", "a.tools:2", "b.tools:1", "c.tools:1"], problems.Select(problem => string.Join(':', problem.Split(':').Take(2))));
    }
}
