using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Firstlook.Incidents;
using Firstlook.Looks;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Incidents;

public sealed class EventFormatTests
{
    [Fact]
    public void Every_event_comes_back_as_it_was_byte_for_byte()
    {
        Prop.ForAll(SomeEvents.Any.ToArbitrary(), happened =>
        {
            var bytes = EventFormat.Bytes(happened);
            var back = EventFormat.Read(EventFormat.NameOf(happened), bytes);
            return back == happened && EventFormat.Bytes(back).AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void There_is_an_example_of_every_type_that_the_journal_may_hold() =>
        Assert.Equal(EventFormat.TypeNames.Order(StringComparer.Ordinal), SomeEvents.Examples.Select(EventFormat.NameOf).Order(StringComparer.Ordinal));

    /// <summary>The files are what journals in the field hold: a difference is a new version of the type, never a new file.</summary>
    [Fact]
    public void What_was_written_once_is_written_so_for_ever_and_read_for_ever()
    {
        foreach (var happened in SomeEvents.Examples)
        {
            var file = Path.Combine(Folder(), EventFormat.NameOf(happened) + ".json");
            // A new type's file is written once; a file that is there is never written again.
            if (!File.Exists(file) && Environment.GetEnvironmentVariable("FIRSTLOOK_ACCEPT") == "1") File.WriteAllBytes(file, EventFormat.Bytes(happened));
            Assert.True(File.Exists(file), $"{file} is missing: it holds {Encoding.UTF8.GetString(EventFormat.Bytes(happened))}");
            var kept = File.ReadAllBytes(file);
            Assert.Equal(Encoding.UTF8.GetString(kept), Encoding.UTF8.GetString(EventFormat.Bytes(happened)));
            Assert.Equal(happened, EventFormat.Read(EventFormat.NameOf(happened), kept));
        }
    }

    [Fact]
    public void Each_kept_file_is_of_a_type_that_is_read()
    {
        var kept = Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        Assert.Empty(kept.Except(EventFormat.TypeNames.Concat(EventFormat.FormerNames)));
    }

    [Fact]
    public void What_former_versions_wrote_is_read_and_means_what_it_meant()
    {
        var approved = (ActionApproved)Kept("action.approved.v1");
        Assert.Equal(new ActionApproved(Given.Noon.AddMilliseconds(250), 1, "ada", "c0ffee"), approved);
        var proposed = (ActionProposed)Kept("action.proposed.v1");
        Assert.Null(proposed.Action.Rule);
        Assert.False(((ActionProposed)Kept("action.proposed.v2")).Action.Terminal);
        // An approval that did not tell when it ends lasts as long as it did then.
        var incident = Given.Opened().Apply(proposed).Apply(approved with { Action = proposed.Action.Number, Hash = proposed.Action.Hash });
        Assert.True(incident.Actions[0].IsApproved(approved.At.AddMinutes(14.9)));
        Assert.False(incident.Actions[0].IsApproved(approved.At.AddMinutes(15)));
        Assert.Equal(EventFormat.FormerNames.Order(StringComparer.Ordinal), ["action.approved.v1", "action.proposed.v1", "action.proposed.v2"]);

        static IncidentEvent Kept(string type) => EventFormat.Read(type, File.ReadAllBytes(Path.Combine(Folder(), type + ".json")));
    }

    [Theory]
    [InlineData("incident.opened.v9", "{}")]
    [InlineData("note.added.v1", "null")]
    [InlineData("note.added.v1", "[]")]
    [InlineData("note.added.v1", "{}")]
    [InlineData("note.added.v1", """{"by":null,"text":"x","at":"2026-03-01T12:00:00+00:00"}""")]
    [InlineData("note.added.v1", """{"by":"ada","by":"eve","text":"x","at":"2026-03-01T12:00:00+00:00"}""")]
    [InlineData("note.added.v1", """{"by":"ada","text":"x","at":"2026-03-01T12:00:00+00:00","more":1}""")]
    [InlineData("note.added.v1", """{"by":"ada","text":"x","at":"yesterday"}""")]
    [InlineData("alert.joined.v1", """{"alert":{"key":"k","labels":{"a":null},"annotations":{},"startsAt":"2026-03-01T12:00:00+00:00","generatorUrl":null},"at":"2026-03-01T12:00:00+00:00"}""")]
    public void What_is_not_understood_is_not_passed_over(string type, string json) =>
        Assert.ThrowsAny<JsonException>(() => EventFormat.Read(type, Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Damaged_bytes_are_a_json_error_and_nothing_else()
    {
        var examples = SomeEvents.Examples.ToArray();
        var damage =
            from example in Gen.Elements(examples)
            from at in Gen.Choose(0, 10_000)
            from octet in Gen.Choose(0, 255)
            select (example, at, octet);
        Prop.ForAll(damage.ToArbitrary(), one =>
        {
            var bytes = EventFormat.Bytes(one.example);
            bytes[one.at % bytes.Length] = (byte)one.octet;
            try
            {
                return EventFormat.Read(EventFormat.NameOf(one.example), bytes) is not null;
            }
            catch (JsonException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void An_output_comes_back_with_its_nulls_and_its_odd_numbers()
    {
        Output[] outputs =
        [
            Output.None,
            new(OutputKind.Samples, 3, false, Samples: [new Sample([KeyValuePair.Create("a", "b")], double.NaN), new Sample([], double.PositiveInfinity), new Sample([], 0.1)]),
            new(OutputKind.Rows, 2, true, Columns: ["a", "b"], Rows: [[null, "x"], ["", "ü"]]),
            new(OutputKind.Lines, 1, false, Lines: ["<script>"], Errors: ["\u0001"]),
        ];
        foreach (var output in outputs)
        {
            var bytes = EventFormat.Bytes(output);
            Assert.Equal(output, EventFormat.ReadOutput(bytes));
            Assert.Equal(bytes, EventFormat.Bytes(EventFormat.ReadOutput(bytes)));
        }
    }

    static string Folder([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "events");
}
