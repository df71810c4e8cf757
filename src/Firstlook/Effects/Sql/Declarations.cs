using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary><c>DECLARE @since datetime = DATEADD(day, -1, GETDATE())</c>: variables of plain types, which end with the batch (Transact-SQL, "DECLARE @local_variable").</summary>
internal static class Declarations
{
    /// <summary>Types that are computed with. A type of one's own may run code where it is made, a table or a cursor is more than a value.</summary>
    static readonly FrozenSet<string> Plain = FrozenSet.Create(StringComparer.Ordinal,
        "int", "bigint", "smallint", "tinyint", "bit", "datetime", "datetime2", "smalldatetime", "date", "time", "datetimeoffset", "varchar", "nvarchar", "char", "nchar",
            "decimal", "numeric", "float", "real", "money", "uniqueidentifier", "varbinary", "sysname");

    /// <summary>Whether each name between commas is a variable's, and has such a type.</summary>
    public static bool AreOfVariables(List<SqlToken> tokens, int at)
    {
        var (open, begins) = (0, true);
        for (var i = at + 1; i < tokens.Count; i++)
        {
            if (begins)
            {
                if (!(tokens[i].Is("@") && i + 2 < tokens.Count && tokens[i + 1].Kind == SqlKind.Word)) return false;
                i += tokens[i + 2].Is("as") ? 3 : 2;
                if (i >= tokens.Count || tokens[i].Kind != SqlKind.Word || !Plain.Contains(tokens[i].Text)) return false;
                // dbo.money is a type of one's own.
                if (i + 1 < tokens.Count && tokens[i + 1].Is(".")) return false;
            }

            open += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            begins = open == 0 && tokens[i].Is(",");
        }

        return !begins;
    }
}
