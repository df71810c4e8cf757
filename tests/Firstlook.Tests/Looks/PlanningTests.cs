using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Looks;

public sealed class PlanningTests
{
    static readonly Target Django = new("django", TargetKind.Interpreter, "django", Language.Python);

    static PlannedCommand Plan(Command command, Service? service, LabelSet labels = default, params Firstlook.Runbooks.Input[] inputs)
    {
        var step = Step("s", command) with { Inputs = [.. inputs] };
        return Assert.Single(Planning.Plan(Procedure(step), service, labels, Limits.Default).Commands);
    }

    [Fact]
    public void Without_a_service_nothing_has_a_target() =>
        Assert.Equal("no target: the alert's labels choose no service, so that no postgresql is known", Plan(Command("SELECT 1"), null).Waits);

    [Fact]
    public void Without_a_target_of_its_kind_it_waits_and_says_so()
    {
        Assert.Equal("no target: service shop has no redis", Plan(Command("GET a", language: Language.Redis), Shop).Waits);
        Assert.Equal("no target: service shop has no python interpreter", Plan(Command("print(1)", language: Language.Python), Shop).Waits);
        Assert.Equal("no target: service shop has no typescript interpreter", Plan(Command("1", language: Language.TypeScript), Shop with { Targets = [Django] }).Waits);
        Assert.Equal("nothing runs powershell", Plan(Command("ls", language: Language.PowerShell), Shop).Waits);
    }

    [Fact]
    public void Of_two_targets_none_is_guessed()
    {
        var planned = Plan(Command("SELECT 1"), Shop with { Targets = [Database, Database with { Name = "replica" }] });
        Assert.Equal("no target: service shop has 2 of kind postgresql (database, replica)", planned.Waits);
        Assert.Null(planned.Target);
        Assert.Null(planned.Permit);
    }

    [Theory]
    [InlineData(Effect.Reversible)]
    [InlineData(Effect.Disruptive)]
    [InlineData(Effect.Unknown)]
    [InlineData(Effect.Destructive)]
    public void Whatever_is_above_read_waits_for_approval_with_its_target_known(Effect effect)
    {
        var planned = Plan(Command("UPDATE a SET b = 1", effect), Shop);
        Assert.Equal($"waits for approval: {effect.Word()}, because", planned.Waits);
        Assert.Equal(Database, planned.Target);
        Assert.Null(planned.Permit);
    }

    [Fact]
    public void A_record_that_calls_a_change_a_read_is_not_believed()
    {
        var planned = Plan(Command("DELETE FROM orders", Effect.Read), Shop);
        Assert.Null(planned.Permit);
        Assert.StartsWith("waits for approval: ", planned.Waits, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_waits_for_a_click_even_where_it_only_reads()
    {
        var planned = Plan(Command("print(1)", language: Language.Python), Shop with { Targets = [Django] });
        Assert.NotNull(planned.Waits);
        Assert.Null(planned.Permit);
    }

    [Fact]
    public void Nothing_to_run_is_said_and_a_manual_check_is_no_command()
    {
        Assert.Equal("nothing to run", Plan(Command("# look", Effect.None), Shop).Waits);
        Assert.Empty(Planning.Plan(Procedure(Step("s", Command("x")) with { Manual = true }), Shop, default, Limits.Default).Commands);
    }

    [Fact]
    public void A_value_comes_from_the_alerts_label_that_the_runbook_names_and_from_nowhere_else()
    {
        var step = Step("s", Command("SELECT * FROM orders WHERE service = <service>") with { Inputs = ["service", "id"] }) with
        {
            Inputs = [new Firstlook.Runbooks.Input("service", "placeholder", "<service>", "alert label service"), new Firstlook.Runbooks.Input("id", "placeholder", "<id>", "a person"), new Firstlook.Runbooks.Input("unused", "placeholder", "<x>", "alert label service")],
        };
        var values = Planning.Values(step, step.Commands[0], LabelSet.From(("service", "shop'; DROP TABLE x"), ("id", "7")));
        Assert.Equal(new Binding("service", "<service>", "shop'; DROP TABLE x", "alert label service"), Assert.Single(values));
        Assert.Empty(Planning.Values(step, step.Commands[0], LabelSet.From(("other", "x"))));
    }

    [Fact]
    public void A_read_whose_values_the_alert_gives_runs_by_itself_with_them_beside_its_text()
    {
        var command = Command("SELECT * FROM orders WHERE service = <service>") with { Inputs = ["service"] };
        var input = new Firstlook.Runbooks.Input("service", "placeholder", "<service>", "alert label service");
        var planned = Plan(command, Shop, LabelSet.From(("service", "shop'; DROP TABLE x")), input);
        Assert.Null(planned.Waits);
        Assert.Equal("SELECT * FROM orders WHERE service = <service>", planned.Permit!.Text);
        Assert.Equal("shop'; DROP TABLE x", Assert.Single(planned.Permit.Values).Value);
        Assert.Equal("needs a value: service", Plan(command, Shop, default, input).Waits);
    }

    [Fact]
    public void What_uses_a_variable_of_its_block_runs_after_what_sets_it()
    {
        var host = new Target("host", TargetKind.Shell, "shell");
        var step = Step("s", Command("F=/etc/hosts", Effect.None, Language.Shell)) with
        {
            Language = Language.Shell,
            Commands = [Command("F=/etc/hosts", Effect.None, Language.Shell), Command("cat \"$F\"", Effect.Read, Language.Shell) with { After = [0] }],
        };
        var planned = Planning.Plan(Procedure(step), Shop with { Targets = [host] }, default, Limits.Default).Commands[1];
        Assert.Equal([new CommandId("s", 0)], planned.After);
        Assert.Equal(["F=/etc/hosts"], planned.Permit!.Before);
    }

    [Fact]
    public void Every_command_stands_in_the_plan_in_the_runbooks_order_and_either_runs_or_says_why_not()
    {
        var steps = Enumerable.Range(0, 5).Select(i => Step($"s{i}", Command($"SELECT {i}", i % 2 == 0 ? Effect.Read : Effect.Destructive))).ToArray();
        var plan = Planning.Plan(Procedure(steps), Shop, default, Limits.Default);
        Assert.Equal(steps.Select(step => new CommandId(step.Id, 0)), plan.Commands.Select(planned => planned.Id));
        Assert.All(plan.Commands, planned => Assert.True((planned.Permit is null) != (planned.Waits is null)));
    }

    [Fact]
    public void A_block_of_code_is_one_command()
    {
        var step = Step("s", Command("x = 1", language: Language.Python)) with
        {
            Language = Language.Python, Text = "x = 1\nx.delete()", Effect = Effect.Destructive,
            Commands = [Command("x = 1", Effect.None, Language.Python), Command("x.delete()", Effect.Destructive, Language.Python)],
        };
        var unit = Assert.Single(Units.Of(step));
        Assert.Equal("x = 1\nx.delete()", unit.Command.Text);
        Assert.True(unit.Command.Effect >= Effect.Unknown);
    }


    static PlannedCommand Aimed(string target, Service service) =>
        Assert.Single(Planning.Plan(Procedure(Step("s", Command("SELECT 1")) with { Target = target }), service, default, Limits.Default).Commands);

    [Fact]
    public void The_target_that_the_runbook_names_decides_where_several_would_do()
    {
        var service = Shop with { Targets = [Database, Database with { Name = "replica" }] };
        Assert.Equal("replica", Aimed("replica", service).Target?.Name);
        Assert.NotNull(Aimed("replica", service).Permit);
    }

    [Fact]
    public void A_target_that_the_runbook_names_is_one_of_the_service_that_understands_the_command_or_none()
    {
        var service = Shop with { Targets = [Database, Django] };
        Assert.Equal("no target: the runbook names elsewhere, and service shop has database, django", Aimed("elsewhere", service).Waits);
        Assert.Equal("no target: the runbook names django, which does not understand sql", Aimed("django", service).Waits);
        Assert.Null(Aimed("django", service).Permit);
    }

    [Fact]
    public void One_query_on_two_targets_is_two_questions_and_neither_answer_stands_for_the_other()
    {
        var (first, second) = (Step("first", Command("SELECT 1")) with { Target = "database" }, Step("second", Command("SELECT 1")) with { Target = "replica" });
        Assert.NotEqual(Asked.Of(first, first.Commands[0], default), Asked.Of(second, second.Commands[0], default));
        var result = new Result(new CommandId("first", 0), "database", "SELECT 1", null, Noon, TimeSpan.Zero, Outcome.Succeeded, Output.None, 0);
        var placed = Firstlook.Hypotheses.Placement.Of(Procedure(first, second), [], default, [result], []);
        Assert.Equal("first", Assert.Single(placed.Observations).Step.Id);
    }
}
