using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>What others may have written is no part of a text that a shell, a database or a script tool reads as its own language; as a word of its own it may be handed on.</summary>
public sealed class EmbeddedAnswerTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("sh -c \"ls $LINE\"")]
    [InlineData("kubectl exec shop-0 -- bash -lc \"stat $LINE\"")]
    [InlineData("bash -ce \"ls $LINE\"")]
    [InlineData("bash -c -e \"ls $LINE\"")]
    [InlineData("sed --expression=\"/$LINE/p\" app.log")]
    [InlineData("yq eval \".shop.$LINE\" shop.yaml")]
    [InlineData("su - postgres -c \"ls $LINE\"")]
    [InlineData("bash <<< \"ls $LINE\"")]
    [InlineData("echo \"ls $LINE\" | bash")]
    [InlineData("watch -n5 \"ls $LINE\"")]
    [InlineData("ansible all -m shell -a \"ls $LINE\"")]
    [InlineData("psql -c \"select * from orders where note = '$LINE'\"")]
    [InlineData("docker exec db mysql -e \"select * from orders where note = '$LINE'\"")]
    [InlineData("echo \"select '$LINE'\" | psql shop")]
    [InlineData("sed -n \"/$LINE/p\" app.log")]
    [InlineData("awk \"/$LINE/\" app.log")]
    [InlineData("jq \".[] | select(.name == \\\"$LINE\\\")\" orders.json")]
    [InlineData("redis-cli <<< \"get $LINE\"")]
    [InlineData("seen[LINE]=1")]
    [InlineData("[ -v \"$LINE\" ]")]
    [InlineData("[[ LINE -gt 1 ]]")]
    [InlineData("other=LINE; echo $((other))")]
    public void Within_a_text_it_waits_and_a_name_that_a_person_gives_does_not(string command)
    {
        foreach (var source in new[] { "$(curl -s http://shop/x)", "$(kubectl logs shop-0 --tail=1)", "$(whois example.com)" })
            Assert.Equal(Effect.Unknown, Of($"LINE={source}; {command}"));
        Assert.True(Of($"LINE=shop; {command}") <= Effect.Read, command);
    }

    [Theory]
    [InlineData("sh -c 'ls \"$1\"' _ \"$LINE\"")]
    [InlineData("psql -v note=\"$LINE\" -c \"select count(*) from orders\"")]
    [InlineData("psql -d \"$LINE\" -c \"select count(*) from orders\"")]
    [InlineData("awk -v note=\"$LINE\" '$0 ~ note' app.log")]
    [InlineData("awk -vnote=\"$LINE\" '$0 ~ note' app.log")]
    [InlineData("jq --arg note \"$LINE\" '.[] | select(.note == $note)' orders.json")]
    [InlineData("grep -F -- \"$LINE\" app.log")]
    [InlineData("echo \"the last line is $LINE\"")]
    public void As_a_word_of_its_own_it_is_handed_on(string command) => Assert.True(Of($"LINE=$(kubectl logs shop-0 --tail=1); {command}") <= Effect.Read);

    [Fact]
    public void Names_of_files_where_anybody_may_write_are_anybodys()
    {
        Assert.Equal(Effect.Unknown, Of("for file in /tmp/*; do sh -c \"stat $file\"; done"));
        Assert.Equal(Effect.Read, Of("for file in /var/log/shop/*; do stat \"$file\"; done"));
    }

    [Fact]
    public void What_xargs_reads_are_words() => Assert.Equal(Effect.Read, Of("redis-cli --scan --pattern 'session:*' | head -100 | xargs -I{} redis-cli OBJECT IDLETIME {}"));
}
