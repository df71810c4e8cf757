using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Blocks that nothing but four blanks set off, and pages in which capitals are the headings.</summary>
public sealed class LostIndentsTests
{
    static string Told(IEnumerable<Step> steps) => string.Join(" | ", steps.Select(s => $"{s.Line}-{s.EndLine} {s.Text.Replace('\n', ';')}"));

    [Fact]
    public void Lines_that_somebody_would_type_right_below_their_sentence_are_a_block() =>
        Assert.Equal("6-7 dig +short SOA shop.example @ns1.shop.example;dig +short SOA shop.example @ns2.shop.example", Told(Documents.One("# Names\n\n## Zones are old\n\ncompare the serials first:\n    dig +short SOA shop.example @ns1.shop.example\n    dig +short SOA shop.example @ns2.shop.example\nand then call\n").Steps));

    [Fact]
    public void Lines_below_a_list_are_a_block() =>
        Assert.Equal("8-9 postqueue -p | tail -1;grep 'status=deferred' /var/log/mail.log | tail -30", Told(Documents.One("# Mail\n\n## Mail stands still\n\n- status=deferred for all the big ones\n- the queue only goes up\n\n    postqueue -p | tail -1\n    grep 'status=deferred' /var/log/mail.log | tail -30\n").Steps));

    [Fact]
    public void A_fence_below_a_sentence_is_one_however_deep_it_stands()
    {
        var steps = Documents.One("# etcd\n\n## etcd is full\n\nLook, as root\n    ```\n    root@etcd1:~# etcdctl alarm list\n    ```\n\nthen\n    ```\n    root@etcd1:~# etcdctl alarm disarm\n    ```\n").Steps;
        Assert.Equal([Language.Shell, Language.Shell], steps.Select(s => s.Language));
        Assert.Equal([6, 11], steps.Select(s => s.Line));
    }

    [Theory]
    [InlineData("- restart the worker, and if that is of no use\n    kill the session of whoever waits longest\n")]
    [InlineData("The queue is read by three workers, which are\n    find in their pod, sort by age and so on\n")]
    public void A_sentence_that_goes_on_is_none(string sentence) =>
        Assert.Single(Documents.One($"# Mail\n\n## Mail stands still\n\n```bash\nuptime\n```\n\n{sentence}").Steps);

    const string Notes = """
        WTF TO DO          (ops, text file)
        last touched: march

        EXIM QUEUE EXPLODED (SHARED BOXES)
        nagios: EXIM_QUEUE_HIGH       P2 until we land on a list

        - queue > 8000
        - load over 40

        find who:
            exim -bpc

        stop him (he can still get mail)
            whmapi1 suspend_outgoing_email user=[cpuser]

        RAID DEGRADED
        MD_DEGRADED, its P1 because the other disk is old

        LOOK
            cat /proc/mdstat

            (wait a min)

        HAPROXY: BACKENDS RED
        HAPROXY_BE_DOWN P3

            haproxy -c -f /etc/haproxy/haproxy.cfg

        WHAT TO TELL THE CUSTOMERS (PASTE, EDIT)
            Hi, we have a problem with [service].
            Next update at [time].

        WHO
        - Dieter, raid, +49 555 0171
        - Marta, mail, 555 0160
        """;

    [Fact]
    public void A_page_that_shouts_its_headings_has_its_procedures()
    {
        var page = Documents.Read(Notes.ReplaceLineEndings("\n"));
        Assert.Equal(["EXIM QUEUE EXPLODED (SHARED BOXES) high EXIM_QUEUE_HIGH", "RAID DEGRADED critical MD_DEGRADED", "HAPROXY: BACKENDS RED medium HAPROXY_BE_DOWN"], page.Procedures.Select(p => $"{p.Title} {p.Severity} {string.Join(' ', p.Alerts)}"));
        Assert.Equal("11-11 exim -bpc | 14-14 whmapi1 suspend_outgoing_email user=[cpuser]", Told(page.Procedures[0].Steps));
        Assert.Equal("20-20 cat /proc/mdstat", Told(page.Procedures[1].Steps));
        Assert.Equal(["service", "time"], Assert.Single(page.Templates).Fields);
        Assert.Equal(2, page.Contacts.Count);
    }
}
