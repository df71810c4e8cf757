using Firstlook.Effects;
using Firstlook.Effects.Sql;

namespace Firstlook.Tests.Effects.Sql;

public sealed class SqlLexerTests
{
    [Theory]
    [InlineData("SELECT a1_$ FROM T", "Word select 0-6", "Word a1_$ 7-11", "Word from 12-16", "Word t 17-18")]
    [InlineData("'it''s' \"a\"\"b\" `c` ''", "String it''s 0-7", "Quoted a\"\"b 8-14", "Quoted c 15-18", "String  19-21")]
    [InlineData("b'0' X'f' N'n' E'a\\'b'", "String 0 1-4", "String f 6-9", "String n 11-14", "String a\\'b 16-22")]
    [InlineData("'a\\b' U&'d' x", "String a\\b 0-5", "String d 8-11", "Word x 12-13")]
    [InlineData("u & b", "Word u 0-1", "Symbol & 2-3", "Word b 4-5")]
    [InlineData("1.5e3 0x_f a::b :c", "Number 1.5e3 0-5", "Number 0x_f 6-10", "Word a 11-12", "Symbol :: 12-14", "Word b 14-15", "Symbol : 16-17", "Word c 17-18")]
    [InlineData("$1 $$a'b$$ $x_1$ $y$ $x_1$ c", "Symbol $ 0-1", "Number 1 1-2", "String a'b 3-10", "String  $y$  11-26", "Word c 27-28")]
    [InlineData("<table> < 5", "Placeholder <table> 0-7", "Symbol < 8-9", "Number 5 10-11")]
    [InlineData("a # 1", "Word a 0-1", "Symbol # 2-3", "Number 1 4-5")]
    [InlineData("a # 1\n'x;'", "Word a 0-1", "Symbol # 2-3", "Number 1 4-5", "String x; 6-10")]
    [InlineData("\\dt x  \nb", "Meta \\dt x 0-5", "Word b 8-9")]
    [InlineData("a \\G", "Word a 0-1", "Symbol ; 2-4")]
    [InlineData("a \\g ; \nb", "Word a 0-1", "Symbol ; 2-4", "Word b 8-9")]
    [InlineData("a \\g;", "Word a 0-1", "Symbol ; 2-4")]
    [InlineData("a \\g x", "Word a 0-1", "Meta \\g x 2-6")]
    [InlineData("a \\gx", "Word a 0-1", "Meta \\gx 2-5")]
    [InlineData("\\", "Meta \\ 0-1")]
    [InlineData("serial# x#", "Word serial# 0-7", "Word x 8-9", "Symbol # 9-10")]
    [InlineData("low_sequence# group# xgroup#", "Word low_sequence# 0-13", "Word group# 14-20", "Word xgroup 21-27", "Symbol # 27-28")]
    [InlineData("é %?", "Word é 0-1", "Symbol % 2-3", "Symbol ? 3-4")]
    public void A_text_is_cut_into_tokens_that_know_their_place(string text, params string[] tokens)
    {
        var lexer = new SqlLexer(text).Read();
        Assert.Null(lexer.Problem);
        Assert.Equal(tokens, lexer.Tokens.Select(token => $"{token.Kind} {token.Text} {token.Start}-{token.End}"));
    }

    [Theory]
    [InlineData("a -- b\nc", "2-6")]
    [InlineData("a --\nb", "2-4")]
    [InlineData("a ----- b", "2-9")]
    [InlineData("a --b", "2-5")]
    [InlineData("/* a */ b /**/", "0-7", "10-14")]
    [InlineData("a /* * / ** */ b", "2-14")]
    [InlineData("/*+ a hint */ b", "0-13")]
    public void Comments_are_no_tokens_and_know_their_place(string text, params string[] comments)
    {
        var lexer = new SqlLexer(text).Read();
        Assert.Null(lexer.Problem);
        Assert.Equal(comments, lexer.Comments.Select(comment => $"{comment.Start}-{comment.End}"));
        Assert.All(lexer.Tokens, token => Assert.Equal(1, token.End - token.Start));
    }

    [Theory]
    [InlineData("a --b;c")]
    [InlineData("a /* b /* c */ d */")]
    [InlineData("/*!50000 DROP TABLE t */")]
    [InlineData("/*M! DROP TABLE t */")]
    [InlineData("a /* b")]
    [InlineData("'a\\'b'")]
    [InlineData("\"a\\\"b\"")]
    [InlineData("`a\\`b`")]
    [InlineData("b'a\\'b'")]
    [InlineData("U&'a\\'b'")]
    [InlineData("U&\"a\"")]
    [InlineData("'a")]
    [InlineData("$a$ b $b$")]
    [InlineData("a # 'b")]
    [InlineData("#'b")]
    [InlineData("a # \"b")]
    [InlineData("a # b; c")]
    [InlineData("a serial# 'b")]
    [InlineData("a \u0007")]
    public void What_the_databases_read_differently_is_a_problem(string text)
    {
        var lexer = new SqlLexer(text).Read();
        Assert.NotNull(lexer.Problem);
        Assert.All(lexer.Tokens, token => Assert.Contains(token.Text, (string[])["a", "serial"]));
    }

    [Theory]
    [InlineData("a # b")]
    [InlineData("a $$b$$")]
    [InlineData("a --b")]
    [InlineData("a U&'b'")]
    [InlineData("a e'b\\'c'")]
    public void Other_databases_read_less_as_PostgreSQL_does(string text)
    {
        Assert.Null(new SqlLexer(text).Read().Problem);
        Assert.NotNull(new SqlLexer(text, other: true).Read().Problem);
    }

    [Theory]
    [InlineData("SELECT 1\nGO\nDELETE FROM t", "0-11 Read", "12-25 Destructive")]
    [InlineData("SELECT 1\n  go  \nSELECT 2\ngo", "0-13 Read", "16-27 Read")]
    [InlineData("go\nSELECT 1", "3-11 Read")]
    [InlineData("SELECT 1 go", "0-11 Read")]
    [InlineData("SELECT a AS\ngo, b", "0-17 Read")]
    [InlineData("SELECT 1; ; DROP TABLE t", "0-9 Read", "12-24 Destructive")]
    [InlineData("SELECT 1 \\gx\nSELECT 2", "0-12 Read", "13-21 Read")]
    [InlineData("DELETE FROM t \\watch 1\n\\dt", "0-22 Destructive", "23-26 Read")]
    [InlineData("SELECT 1; SELECT 'a  ", "0-9 Read", "10-19 Unknown")]
    [InlineData("SELECT 1;  'a ", "0-13 Unknown")]
    [InlineData("'a", "0-2 Unknown")]
    [InlineData("SELECT 1 \u202e", "0-10 Unknown")]
    [InlineData("-- nothing")]
    public void Statements_end_where_the_clients_end_them(string text, params string[] statements) =>
        Assert.Equal(statements, SqlJudge.Statements(text).Select(statement => $"{statement.Start}-{statement.End} {statement.Verdict.Effect}"));

    /// <summary>What the classifier calls a text is the worst of its statements.</summary>
    [Theory]
    [InlineData("SELECT 1; DELETE FROM t; SELECT 2", Effect.Destructive)]
    [InlineData("SELECT 1; SELECT 2", Effect.Read)]
    [InlineData("", Effect.Read)]
    public void A_text_does_what_its_statements_do(string text, Effect effect) => Assert.Equal(effect, SqlJudge.Judge(text).Effect);
}
