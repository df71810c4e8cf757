namespace Firstlook.Effects.Code;

/// <summary>Whole texts of Python: <c>python -c</c>, <c>manage.py shell -c</c>, a fed here-document.</summary>
internal static class PythonCode
{
    public static Verdict Judge(string text)
    {
        if (text.Contains(Argument.Hole)) return Verdict.Unknown("a value that is not known stands in the code");
        var statements = CodeBlocks.Statements(text, CodeFamily.Python);
        if (statements.Count == 0) return Verdict.Read("there is nothing to run");
        var verdict = statements[0].Verdict;
        foreach (var statement in statements.Skip(1)) verdict = verdict.And(statement.Verdict);
        return verdict;
    }
}
