using Firstlook.Access;
using Firstlook.Effects;

namespace Firstlook.Tests.Access;

public sealed class ActionHashTests
{
    static readonly Binding Id = new("id", "<id>", "7", "ada");

    [Fact]
    public void Any_difference_in_what_runs_is_another_hash()
    {
        string[] hashes =
        [
            ActionHash.Of("UPDATE a", Language.Sql, "database", []),
            ActionHash.Of("UPDATE a ", Language.Sql, "database", []),
            ActionHash.Of("UPDATE a", Language.Shell, "database", []),
            ActionHash.Of("UPDATE a", Language.Sql, "replica", []),
            ActionHash.Of("UPDATE a", Language.Sql, "database", [Id]),
            ActionHash.Of("UPDATE a", Language.Sql, "database", [Id with { Value = "8" }]),
            ActionHash.Of("UPDATE a", Language.Sql, "database", [Id with { Token = "$id" }]),
            ActionHash.Of("UPDATE a", Language.Sql, "database", [Id, Id]),
            ActionHash.Of("UPDATE a\n8:database", Language.Sql, "", []),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public void Who_gave_a_value_is_not_part_of_what_runs() =>
        Assert.Equal(ActionHash.Of("UPDATE a", Language.Sql, "database", [Id]), ActionHash.Of("UPDATE a", Language.Sql, "database", [Id with { From = "grace" }]));
}
