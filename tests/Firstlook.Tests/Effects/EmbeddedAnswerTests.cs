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

    [Theory]
    [InlineData("sqlplus -s / <<< \"select '$LINE' from dual;\"")]
    [InlineData("cypher-shell \"match (n) where n.name = '$LINE' return n\"")]
    [InlineData("heroku pg:psql -c \"select '$LINE'\"")]
    [InlineData("hdbsql \"select '$LINE' from dummy\"")]
    public void A_word_that_begins_as_a_statement_is_one_whatever_the_client_is_called(string command)
    {
        Assert.Equal(Effect.Unknown, Of($"LINE=$(curl -s http://shop/x); {command}"));
        Assert.Equal(Effect.Read, Of($"LINE=$(curl -s http://shop/x); echo \"select '$LINE' from dual\""));
    }

    [Theory]
    [InlineData("printf -v \"$LINE\" x")]
    [InlineData("[ $LINE ]")]
    [InlineData("test $LINE")]
    [InlineData("[ $LINE = x ]")]
    [InlineData("if [ $LINE == a ]; then ls; fi")]
    public void Bash_evaluates_the_subscript_in_a_name(string command)
    {
        Assert.Equal(Effect.Unknown, Of($"LINE=$(curl -s http://shop/x); {command}"));
        Assert.True(Of($"LINE=$(kubectl get pods -o name); {command}") <= Effect.Read);
    }

    [Theory]
    [InlineData("LINE=$(curl -s http://shop/x); [ \"$LINE\" = x ]")]
    [InlineData("LINE=$(curl -s http://shop/x); printf '%s' \"$LINE\"")]
    [InlineData("curl -s http://shop/x; [ $? -eq 0 ]")]
    [InlineData("name=$(kubectl get ns -o jsonpath='{.items[0].metadata.name}'); kubectl -n \"$name\" get pods")]
    [InlineData("x=$(jq -r .version package.json); echo $x")]
    [InlineData("count=$(curl -s http://shop/x | jq '.items | length'); [[ $count -gt 5 ]]")]
    [InlineData("count=$(curl -s http://shop/x | jq .total); [[ $count -gt 5 ]]")]
    [InlineData("count=$(kubectl logs shop-0 | awk '{n += $2} END {print n}'); echo $((count / 60))")]
    public void In_quotation_marks_and_as_a_number_it_stays_what_it_is(string command) => Assert.Equal(Effect.Read, Of(command));

    [Theory]
    [InlineData("jq -r .name")]
    [InlineData("awk '{print $1}'")]
    [InlineData("python3 -c 'import json,sys; print(json.load(sys.stdin)[\"name\"])'")]
    public void What_a_program_picks_out_is_what_it_was(string picks)
    {
        Assert.Equal(Effect.Unknown, Of($"LINE=$(curl -s http://shop/x | {picks}); bash -c \"ls $LINE\""));
        Assert.Equal(Effect.Unknown, Of($"LINE=$(curl -s http://shop/x | {picks}); ((LINE))"));
    }

    [Fact]
    public void A_descriptor_of_a_connection_tells_what_another_machine_answers()
    {
        Assert.Equal(Effect.Unknown, Of("exec 3<>/dev/tcp/shop.example.com/80; read LINE <&3; echo $((LINE))"));
        Assert.Equal(Effect.Read, Of("exec 3<>/dev/tcp/shop.example.com/80; read LINE <&3; echo \"$LINE\""));
    }
}
