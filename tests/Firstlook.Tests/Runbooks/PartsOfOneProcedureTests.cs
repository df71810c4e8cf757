using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Headings of one procedure are not procedures of their own because one of them happens to name a trouble.</summary>
public sealed class PartsOfOneProcedureTests
{
    static Runbook Read(string text) => RunbookReader.Read("parts.md", System.Text.Encoding.UTF8.GetBytes(text));

    const string Check = "\n```sql\nSELECT 1;\n```\n\n";

    [Fact]
    public void Conditions_as_headings_are_branches_of_the_procedure_above_them()
    {
        var procedure = Assert.Single(Read($"# When parcels do not leave\n\nLook first:\n{Check}## If labels are missing: print them again\n{Check}## If the customs system is down: hold the truck\n{Check}").Procedures);
        Assert.Equal(["Labels are missing", "Customs system is down"], procedure.Hypotheses.Select(cause => cause.Title));
        Assert.Equal(3, procedure.Steps.Count);
    }

    [Fact]
    public void Questions_that_ask_whether_it_is_this_are_its_parts_and_how_bad_it_is_is_none()
    {
        var procedure = Assert.Single(Read($"# Scanners do not pair\n\n## How bad is it?\n{Check}## Is the clock of the hub wrong?\n{Check}## Did somebody change the pairing key?\n{Check}## When is it over?\n\nWhen they pair.\n").Procedures);
        Assert.Equal(["Is the clock of the hub wrong?", "Did somebody change the pairing key?"], procedure.Parts.Select(part => part.Title));
        Assert.Empty(procedure.Hypotheses);
    }

    [Fact]
    public void Causes_that_are_counted_by_number_and_letter_make_procedures_of_the_headings_above_them()
    {
        var procedures = Read($"# Maschinen\n\n## 1. Förderband\n\n### Ursache 1a: Motor überlastet\n{Check}### Ursache 1b: Sensor verschmutzt\n{Check}## 2. Kühlung\n\n### Ursache 2a: Pumpe steht\n{Check}").Procedures;
        Assert.Equal(["Förderband", "Kühlung"], procedures.Select(procedure => procedure.Title));
        Assert.Equal(["Motor überlastet", "Sensor verschmutzt", "Pumpe steht"], procedures.SelectMany(procedure => procedure.Hypotheses).Select(cause => cause.Title));
    }

    [Fact]
    public void Two_parts_among_many_that_name_a_trouble_do_not_make_the_others_nothing()
    {
        var procedure = Assert.Single(Read($"# Sorting is slow\n\n### Belt speed was lowered\n{Check}### Labels are smudged\n{Check}### Camera is slow\n{Check}### Two lanes share one chute\n{Check}### Wrong weights in the table\n{Check}").Procedures);
        Assert.Equal(5, procedure.Steps.Count);
        Assert.Equal(5, procedure.Parts.Count);
    }

    [Fact]
    public void Items_that_tell_in_bold_what_it_is_and_hold_a_check_are_causes_and_named_steps_are_not()
    {
        const string Fence = "\n\n   ```bash\n   df -h\n   ```\n\n";
        var told = Assert.Single(Read($"# Archive is late\n\n1. **Check that it is only the archive** first.{Fence}2. **The tape robot does not answer**: it hangs.{Fence}3. **Tapes are worn out**, mostly in winter.{Fence}").Procedures);
        Assert.Equal(["The tape robot does not answer", "Tapes are worn out"], told.Hypotheses.Select(cause => cause.Title));
        Assert.Equal([null, "archive-is-late/the-tape-robot-does-not-answer", "archive-is-late/tapes-are-worn-out"], told.Steps.Select(step => step.Cause));

        var steps = Assert.Single(Read($"# Archive is late\n\n1. **Robot status**: look.{Fence}2. **Tape labels**: look.{Fence}").Procedures);
        Assert.Empty(steps.Hypotheses);
    }

    [Fact]
    public void One_heading_with_causes_below_it_is_a_part_of_what_it_stands_in()
    {
        var procedure = Assert.Single(Read($"# Scanners do not pair\n\n{Check}## What it can be\n\n### Cause A: the hub was moved\n{Check}### Cause B: the key was changed\n{Check}").Procedures);
        Assert.Equal("Scanners do not pair", procedure.Title);
        Assert.Equal(["the hub was moved", "the key was changed"], procedure.Hypotheses.Select(cause => cause.Title));
    }
}
