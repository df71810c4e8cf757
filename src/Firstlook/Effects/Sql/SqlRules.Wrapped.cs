namespace Firstlook.Effects.Sql;

internal static partial class SqlRules
{
    /// <summary>A statement inside another (<c>PREPARE x AS ...</c>, <c>EXPLAIN ANALYZE ...</c>). None of these takes one of their kind in turn, so that
    /// depth has its bound here.</summary>
    static Verdict Wrapped(List<SqlToken> tokens) =>
        Wraps(tokens, 0) ? Verdict.Unknown("a statement inside a statement inside a statement") : Judge(tokens);

    static bool Wraps(List<SqlToken> tokens, int at) =>
        Word(tokens, at) is "prepare" or "explain" or "analyze" or "analyse" or "describe" or "desc" or "declare" or "execute";
}
