using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>What lets somebody in, wherever it is shown, waits for a click.</summary>
public sealed class ShownSecretTests
{
    static bool Waits(Language language, string text) => Classifier.Whole(text, language) is var whole && (whole.Effect > Effect.Read || whole.Tags.HasFlag(EffectTags.Secret));

    [Theory]
    [InlineData(Language.Python, "print(open('/etc/%s' % 'shadow').read())")]
    [InlineData(Language.Python, "print(open(os.path.join('/etc', 'shadow')).read())")]
    [InlineData(Language.Python, "print((Path('/etc') / 'shadow').read_text())")]
    [InlineData(Language.Python, "print(open('wodahs/cte/'[::-1]).read())")]
    [InlineData(Language.JavaScript, "console.log(fs.readFileSync(['', 'etc', 'shadow'].join('/')))")]
    [InlineData(Language.JavaScript, "const d = '/etc'\nconsole.log(require('fs').readFileSync(d + '/shadow'))")]
    [InlineData(Language.Ruby, "p File.read(File.join('/etc', 'shadow'))")]
    [InlineData(Language.Ruby, "p Dir['/etc/*'].map { |f| File.read(f) }")]
    [InlineData(Language.Python, "print(next(Path('/root').rglob('id_*')).read_text())")]
    [InlineData(Language.PowerShell, @"${C:\etc\shadow}")]
    public void A_file_of_secrets_is_known_by_its_name_in_parts_and_by_a_pattern(Language language, string text) => Assert.True(Waits(language, text));

    [Theory]
    [InlineData(Language.Python, "print(open(os.path.join('/etc', 'hosts')).read())")]
    [InlineData(Language.Python, "print(list(Path('/etc').glob('*.conf')))")]
    [InlineData(Language.Python, "for p in Path('/var/log').glob('*.log'):\n    print(p.read_text())")]
    [InlineData(Language.Ruby, "p Dir['/etc/*']")]
    public void Other_files_and_lists_of_names_do_not_wait(Language language, string text) => Assert.False(Waits(language, text));

    [Theory]
    [InlineData(Language.Python, "print([p.as_dict() for p in psutil.process_iter()])")]
    [InlineData(Language.Python, "print(settings.CELERY_BROKER_URL)")]
    [InlineData(Language.Python, "print(Session.objects.values())")]
    [InlineData(Language.Python, "print(boto3.client('lambda').get_function_configuration(FunctionName='x'))")]
    [InlineData(Language.JavaScript, "console.log(sequelize.config)")]
    [InlineData(Language.JavaScript, "console.log(require('./config/production.json'))")]
    [InlineData(Language.JavaScript, "console.log(await User.findAll({attributes: ['password']}))")]
    [InlineData(Language.JavaScript, "console.log(await navigator.clipboard.readText())")]
    [InlineData(Language.Ruby, "p ApiKey.first")]
    [InlineData(Language.Ruby, "p ENV.fetch('DATABASE_URL')")]
    [InlineData(Language.PowerShell, "Get-ADUser x -Properties *")]
    [InlineData(Language.PowerShell, @"Get-ChildItem HKLM:\SECURITY")]
    [InlineData(Language.Redis, "HGET user:1 password")]
    [InlineData(Language.Http, "GET /.security/_search")]
    [InlineData(Language.Http, "GET /containers/x/json")]
    [InlineData(Language.Http, "GET /graphql?query={users{password}}")]
    [InlineData(Language.LogsInsights, "fields @timestamp, unmask(@message) | limit 20")]
    [InlineData(Language.Shell, "awk 'BEGIN{for(k in ENVIRON)print k,ENVIRON[k]}'")]
    [InlineData(Language.Shell, "wp user list --fields=user_login,user_pass")]
    [InlineData(Language.Shell, "mongosh --eval 'db.getSiblingDB(\"admin\").getCollection(\"system\"+\".users\").find()'")]
    public void Settings_rows_and_places_of_secrets_wait_in_every_language(Language language, string text) => Assert.True(Waits(language, text));

    [Theory]
    [InlineData(Language.Python, "print(settings.STATIC_URL)")]
    [InlineData(Language.Python, "print(Session.objects.count())")]
    [InlineData(Language.JavaScript, "console.log(pool.options.max)")]
    [InlineData(Language.JavaScript, "console.log(Object.keys(require.cache))")]
    [InlineData(Language.Ruby, "p ENV.fetch('RAILS_ENV')")]
    [InlineData(Language.PowerShell, "Get-ADUser x -Properties LastLogonDate")]
    [InlineData(Language.Redis, "GET rate_limit:token:1")]
    [InlineData(Language.Http, "GET /containers/json")]
    [InlineData(Language.Shell, "awk 'BEGIN{print ENVIRON[\"HOME\"]}'")]
    [InlineData(Language.Shell, "wp option get siteurl")]
    public void Single_settings_counts_and_names_do_not_wait(Language language, string text) => Assert.False(Waits(language, text));

    [Theory]
    [InlineData(Language.Python, "print(df[['user', 'password']])")]
    [InlineData(Language.Python, "print('%(password)s' % row)")]
    [InlineData(Language.Python, "print('{0.settings.SECRET_KEY}'.format(app))")]
    [InlineData(Language.Python, "print(config['DEFAULT']['db_pass'])")]
    [InlineData(Language.Python, "print(settings.STRIPE_KEY)")]
    [InlineData(Language.Python, "print(r.hgetall('api_keys'))")]
    [InlineData(Language.Python, "print(User.objects.aggregate(x=Max('password')))")]
    [InlineData(Language.Python, "print(session.query(ApiKey).all())")]
    [InlineData(Language.Python, "print(db.users.distinct('password'))")]
    [InlineData(Language.Ruby, "p User.group(:encrypted_password).count")]
    [InlineData(Language.JavaScript, "console.log(_.get(user, 'auth.password'))")]
    [InlineData(Language.JavaScript, "console.log(JSON.stringify(user, ['password']))")]
    [InlineData(Language.JavaScript, "console.log(users.map(({apiKey}) => apiKey))")]
    [InlineData(Language.JavaScript, "console.log({...localStorage})")]
    [InlineData(Language.JavaScript, "console.log(window)")]
    [InlineData(Language.JavaScript, "console.log(await db.collection('api_keys').find().toArray())")]
    [InlineData(Language.JavaScript, "db.getCollection('api_keys').find()")]
    [InlineData(Language.JavaScript, "db.runCommand({distinct:'users',key:'password'})")]
    [InlineData(Language.Redis, "DUMP jwt:secret")]
    [InlineData(Language.Redis, "SORT_RO user_tokens")]
    [InlineData(Language.PowerShell, @"Get-ItemProperty HKCU:\Software\ORL\WinVNC3")]
    [InlineData(Language.PowerShell, @"Get-Content '\\dc\SYSVOL\x\Groups.xml'")]
    [InlineData(Language.Http, "GET /admin/realms/x/clients")]
    [InlineData(Language.Http, "GET /v1/client/fs/cat/x?path=secrets/y")]
    public void A_secret_that_is_asked_for_by_a_format_a_list_an_aggregate_or_its_collection_waits(Language language, string text) => Assert.True(Waits(language, text));

    [Theory]
    [InlineData(Language.Python, "print(df[['user', 'plan']])")]
    [InlineData(Language.Python, "print('%(name)s' % row)")]
    [InlineData(Language.Python, "print(settings.CACHE_KEY)")]
    [InlineData(Language.Python, "print(r.get('cart:1'))")]
    [InlineData(Language.Python, "print(session.query(ApiKey).count())")]
    [InlineData(Language.JavaScript, "console.log(window.innerWidth)")]
    [InlineData(Language.JavaScript, "console.log(await db.collection('api_keys').countDocuments())")]
    [InlineData(Language.Redis, "STRLEN jwt:secret")]
    [InlineData(Language.Http, "GET /admin/realms/x/clients/y/sessions")]
    public void What_is_no_secret_or_only_counted_is_shown_likewise(Language language, string text) => Assert.False(Waits(language, text));
}
