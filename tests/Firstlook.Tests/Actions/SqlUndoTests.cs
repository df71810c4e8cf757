using Firstlook.Actions;
using Firstlook.Effects;

namespace Firstlook.Tests.Actions;

public sealed class SqlUndoTests
{
    static UndoPlan Of(string text) => UndoPlan.For(text, Language.Sql, []);

    static Undoing Answer(string text, params string?[][] rows) =>
        Assert.IsType<UndoPlan.Reads>(Of(text)).Inverse([new Captured([], rows.Select(row => row.ToEquatableArray()).ToEquatableArray())]);

    static string Inverse(string text, params string?[][] rows) => Assert.IsType<Undoing.Inverse>(Answer(text, rows)).Undo.Text;

    static string Why(string text, params string?[][] rows) => Assert.IsType<Undoing.None>(Answer(text, rows)).Why;

    [Fact]
    public void Rows_get_their_old_values_back_by_primary_key()
    {
        const string text = "UPDATE batches SET active = false, note = 'x' WHERE expiry < now();";
        Assert.Equal(
            "UPDATE batches SET active = 'true', note = NULL WHERE id IN ('3', '4');\nUPDATE batches SET active = 'true', note = 'it''s' WHERE id IN ('9')",
            Inverse(text, ["[[\"id\", \"3\"]]", "true", null], ["[[\"id\", \"4\"]]", "true", null], ["[[\"id\", \"9\"]]", "true", "it's"]));
    }

    [Fact]
    public void A_key_of_several_columns_names_each() => Assert.Equal(
        "UPDATE shop.stock SET quantity = '4' WHERE (shop = '1' AND \"Place\" = 'eu')",
        Inverse("UPDATE shop.stock AS s SET quantity = s.quantity - 1 WHERE s.shop = 1", ["[[\"shop\", \"1\"], [\"\\\"Place\\\"\", \"eu\"]]", "4"]));

    [Fact]
    public void The_read_is_one_select_of_the_rows_that_the_update_selects()
    {
        var read = Assert.Single(Assert.IsType<UndoPlan.Reads>(Of("UPDATE public.batches b SET active = false WHERE b.id IN (SELECT id FROM expired)")).Texts);
        Assert.EndsWith("active::text FROM public.batches AS b WHERE b.id IN (SELECT id FROM expired) ORDER BY 1 LIMIT 201", read, StringComparison.Ordinal);
        Assert.True(Classifier.Whole(read, Language.Sql).RunsByItself);
    }

    /// <summary>FROM, WHERE, RETURNING and commas within parentheses belong to an expression, not to the update.</summary>
    [Fact]
    public void What_stands_in_parentheses_is_the_expressions_own()
    {
        const string text = "UPDATE batches SET note = (SELECT max(note) FROM other WHERE x IN (1, 2)), active = (1, 2) = (3, 4) WHERE id = 3";
        var read = Assert.Single(Assert.IsType<UndoPlan.Reads>(Of(text)).Texts);
        Assert.EndsWith(", note::text, active::text FROM batches WHERE id = 3 ORDER BY 1 LIMIT 201", read, StringComparison.Ordinal);
        Assert.Equal("UPDATE batches SET note = 'a', active = 'true' WHERE id IN ('3')", Inverse(text, ["[[\"id\", \"3\"]]", "a", "true"]));
    }

    [Theory]
    [InlineData("UPDATE \"Batches\" SET \"On\" = 1 WHERE id = 3", "\"On\"::text FROM \"Batches\" WHERE id = 3 ORDER BY 1 LIMIT 201")]
    [InlineData("UPDATE shop.\"Batches\" SET a = 1 WHERE id = 3", "a::text FROM shop.\"Batches\" AS \"Batches\" WHERE id = 3 ORDER BY 1 LIMIT 201")]
    [InlineData("UPDATE batches AS b SET a = 1 WHERE b.id = 3", "a::text FROM batches AS b WHERE b.id = 3 ORDER BY 1 LIMIT 201")]
    public void A_table_is_read_by_the_name_that_it_was_given(string text, string end) =>
        Assert.EndsWith(end, Assert.Single(Assert.IsType<UndoPlan.Reads>(Of(text)).Texts), StringComparison.Ordinal);

    [Fact]
    public void As_many_rows_and_sets_of_values_as_can_be_read_through_are_put_back()
    {
        const string text = "UPDATE batches SET active = false WHERE expiry < now()";
        Assert.Contains("'199'", Inverse(text, Enumerable.Range(0, 200).Select(id => new[] { $"[[\"id\", \"{id}\"]]", "true" }).ToArray()), StringComparison.Ordinal);
        Assert.Equal(20, Inverse(text, Enumerable.Range(0, 20).Select(id => new[] { $"[[\"id\", \"{id}\"]]", $"{id}" }).ToArray()).Split('\n').Length);
    }

    [Fact]
    public void One_strange_row_among_good_ones_is_enough_for_none()
    {
        const string text = "UPDATE batches SET active = false WHERE expiry < now()";
        Assert.Contains("did not come back", Why(text, ["[[\"id\", \"3\"]]", "true"], ["[[\"id\", \"4\"]]", "true", "x"]), StringComparison.Ordinal);
        Assert.Contains("no primary key", Why(text, ["[[\"id\", \"3\"]]", "true"], [null, "true"]), StringComparison.Ordinal);
        Assert.Contains("no primary key", Why(text, ["[[\"id\", \"3\"], [\"b c\", \"4\"]]", "true"]), StringComparison.Ordinal);
        Assert.Contains("primary key itself", Why("UPDATE batches SET id = 9 WHERE id = 3", ["[[\"id\", \"3\"], [\"shop\", \"1\"]]", "3"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE batches SET active = 1, WHERE id = 1")]
    [InlineData("UPDATE batches SET active WHERE id = 1")]
    [InlineData("UPDATE batches SET a = 'x WHERE id = 1")]
    [InlineData("UPDATE batches extra words SET a = 1 WHERE id = 1")]
    [InlineData("SELECT a, b, c, d, e, f")]
    [InlineData("UPDATE a")]
    [InlineData("UPDATE batches SET active = false")]
    [InlineData("UPDATE batches SET active = false FROM other WHERE other.id = batches.id")]
    [InlineData("UPDATE batches SET (a, b) = (1, 2) WHERE id = 1")]
    [InlineData("UPDATE batches SET a = 1 WHERE id = 1 RETURNING id")]
    [InlineData("UPDATE batches SET a = 1 WHERE id = 1; DELETE FROM batches")]
    [InlineData("DELETE FROM batches WHERE id = 1")]
    [InlineData("UPDATE ONLY batches SET a = 1 WHERE id = 1")]
    [InlineData("UPDATE batches SET a = 1 WHERE id = f(1)")]
    public void What_is_no_plain_update_of_one_table_has_no_undo(string text) => Assert.IsType<UndoPlan.None>(Of(text));

    [Fact]
    public void Without_rows_without_a_key_or_with_too_many_there_is_none()
    {
        const string text = "UPDATE batches SET active = false WHERE expiry < now()";
        Assert.Contains("no row is selected", Why(text), StringComparison.Ordinal);
        Assert.Contains("no primary key", Why(text, [null, "true"]), StringComparison.Ordinal);
        Assert.Contains("more than 200 rows", Why(text, Enumerable.Range(0, 201).Select(id => new[] { $"[[\"id\", \"{id}\"]]", "true" }).ToArray()), StringComparison.Ordinal);
        Assert.Contains("more than 20 different", Why(text, Enumerable.Range(0, 21).Select(id => new[] { $"[[\"id\", \"{id}\"]]", $"{id}" }).ToArray()), StringComparison.Ordinal);
        Assert.Contains("primary key itself", Why("UPDATE batches SET id = 9 WHERE id = 3", ["[[\"id\", \"3\"]]", "3"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[\"id; DROP TABLE x\", \"3\"]]", "true")]
    [InlineData("[[\"\\\"a\\\"b\\\"\", \"3\"]]", "true")]
    [InlineData("not json", "true")]
    [InlineData("{}", "true")]
    [InlineData("[[\"id\"]]", "true")]
    public void A_key_that_is_no_name_makes_no_statement(string key, string value) => Assert.IsType<Undoing.None>(Answer("UPDATE batches SET active = false WHERE id = 3", [key, value]));

    [Theory]
    [InlineData("'; DROP TABLE batches; --")]
    [InlineData("a''b")]
    [InlineData("line\nbreak")]
    public void A_value_stays_a_value(string value)
    {
        var inverse = Inverse("UPDATE batches SET note = 'x' WHERE id = 3", ["[[\"id\", \"3\"]]", value]);
        Assert.Equal($"UPDATE batches SET note = '{value.Replace("'", "''", StringComparison.Ordinal)}' WHERE id IN ('3')", inverse);
        Assert.Single(Classifier.Block(inverse, Language.Sql));
    }
}
