using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class NamedByTimeTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("pg_dump -Fc -d shop -f /backup/shop-$(date +%Y%m%dT%H%M%S).dump")]
    [InlineData("pg_dump --file=/backup/shop-`date +%F`.dump shop")]
    [InlineData("pg_dump -f/backup/shop-\"$(date -u +%F)\".dump shop")]
    [InlineData("docker cp web-1:/app/error.log /tmp/error.$(date +%s).log")]
    [InlineData("kubectl cp shop/web-1:/tmp/heap.hprof \"/tmp/heap-$(date +%s).hprof\"")]
    [InlineData("redis-cli -h cache-2 --rdb /backup/cache-2-$(date +%F-%H%M).rdb")]
    [InlineData("tcpdump -i any -c 100 -w /tmp/shop-$(date +%s).pcap")]
    [InlineData("tar czf \"/backup/nginx-$(date +%F).tgz\" /etc/nginx")]
    [InlineData("curl -s -o /tmp/rules-$(date +%s).json http://localhost:9090/api/v1/rules")]
    [InlineData("wget -q -O /tmp/health-$(date +%s) http://localhost/health")]
    [InlineData("dd if=/dev/sda of=/backup/boot-$(date +%s).img count=1")]
    [InlineData("ps aux | tee /tmp/ps-$(date +%s).txt")]
    [InlineData("cp /var/log/app.log /evidence/$(date +%F)-web.log")]
    public void A_file_that_is_named_by_the_time_is_new(string command) => Assert.Equal(Effect.Reversible, Of(command));

    [Theory]
    [InlineData("STAMP=$(date +%s); pg_dump -f /backup/shop-$STAMP.dump shop")]
    [InlineData("FILE=\"/backup/shop-$(date +%F).sql\"; pg_dump shop > \"$FILE\"")]
    [InlineData("FILE=/backup/shop-$(date +%F).dump\npg_dump --file=$FILE shop")]
    [InlineData("STAMP=$(date +%s); FILE=/tmp/ps-$STAMP.txt; ps aux > $FILE")]
    public void So_is_one_whose_name_takes_the_time_from_a_variable(string command) => Assert.Equal(Effect.Reversible, Of(command));

    [Theory]
    [InlineData("pg_dump -f /backup/shop.dump shop")]
    [InlineData("pg_dump -f /backup/shop-$STAMP.dump shop")]
    [InlineData("pg_dump -f /backup/shop-$(date -d yesterday +%F).dump shop")]
    [InlineData("pg_dump -f /backup/shop-$(date +latest).dump shop")]
    [InlineData("pg_dump -f /backup/$(date +%F)/shop.dump shop")]
    [InlineData("pg_dump -f /etc/cron.d/shop-$(date +%F) shop")]
    [InlineData("date(){ echo x; }; pg_dump -f /backup/shop-$(date +%F).dump shop")]
    [InlineData("STAMP=$(date +%s); STAMP=last; pg_dump -f /backup/shop-$STAMP.dump shop")]
    [InlineData("STAMP=$(date +%s); read STAMP < f; pg_dump -f /backup/shop-$STAMP.dump shop")]
    [InlineData("pg_dump -f /backup/shop-$STAMP.dump shop; STAMP=$(date +%s)")]
    [InlineData("FILE=/etc/cron.d/shop-$(date +%F); ps aux > $FILE")]
    [InlineData("FILE=/dev/sda$(date +%F); pg_dump --file=$FILE shop")]
    [InlineData("FILE=/dev/sda$(date +%F); pg_dump -f$FILE shop")]
    [InlineData("docker cp web-1:/app/error.log /tmp/error.log")]
    [InlineData("docker cp web-$(date +%s):/app/error.log /tmp/error.log")]
    [InlineData("docker cp $WORDS")]
    [InlineData("redis-cli --rdb /backup/cache.rdb")]
    [InlineData("tar czf /backup/nginx.tgz /etc/nginx-$(date +%F)")]
    [InlineData("tar rf /backup/nginx-$(date +%F).tar /etc/nginx /etc/cron.d")]
    [InlineData("wget -O /tmp/a-$(date +%s) -O /tmp/b http://localhost/health")]
    [InlineData("ps aux | tee /tmp/ps-$(date +%s).txt /tmp/ps.txt")]
    public void Any_other_name_may_be_that_of_a_file_that_is_there(string command) => Assert.Equal(Effect.Destructive, Of(command));
}
