using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Programs where packages put them, and what runtimes load.</summary>
public sealed class InstalledProgramTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Theory]
    [InlineData("sudo -u postgres /usr/lib/postgresql/15/bin/pg_controldata -D /var/lib/postgresql/15/main", Effect.Read)]
    [InlineData("/usr/pgsql-15/bin/pg_controldata /var/lib/pgsql/15/data", Effect.Read)]
    [InlineData("/usr/lib/postgresql/15/bin/pg_ctl -D /data stop", Effect.Disruptive)]
    [InlineData("/usr/lib/../../tmp/bin/ls", Effect.Unknown)]
    [InlineData("/home/ann/usr/bin/ls", Effect.Unknown)]
    public void A_program_below_usr_is_the_one_that_is_called_so(string command, Effect effect) => Assert.Equal(effect, Of(command));

    [Theory]
    [InlineData("node -p \"const m=require('./package.json'); m.name+'@'+m.version\"", Effect.Read)]
    [InlineData("node -p \"require('./package.json').version\"", Effect.Read)]
    [InlineData("node -p \"require('./package').version\"", Effect.Unknown)]
    [InlineData("node -p \"require('./deploy.js')\"", Effect.Unknown)]
    [InlineData("node -p \"require('/tmp/x.json')\"", Effect.Unknown)]
    [InlineData("node -p \"require('../../tmp/x.json')\"", Effect.Unknown)]
    [InlineData("cd /tmp && node -p \"require('./x.json')\"", Effect.Unknown)]
    public void Node_parses_a_file_of_data_and_runs_any_other(string command, Effect effect) => Assert.Equal(effect, Of(command));

    [Theory]
    [InlineData("bench --site erp.example doctor && bench --site erp.example show-pending-jobs", Effect.Read)]
    [InlineData("bench --site erp.example migrate", Effect.Disruptive)]
    [InlineData("bench --site erp.example purge-jobs", Effect.Destructive)]
    [InlineData("bench --site erp.example execute shop.tasks.pay", Effect.Unknown)]
    [InlineData("flux diff kustomization apps --path=./clusters/prod/apps --progress-bar=false", Effect.Read)]
    [InlineData("kubectl -n datadog exec ds/datadog -c agent -- agent status", Effect.Read)]
    [InlineData("kubectl -n datadog exec ds/datadog -c agent -- agent flare", Effect.Unknown)]
    [InlineData("agent -c /tmp/x status", Effect.Unknown)]
    [InlineData("sudo dnf update-minimal --security -y", Effect.Disruptive)]
    [InlineData("gcloud spanner databases restore --source-backup=b --source-instance=i --destination-database=new --destination-instance=t", Effect.Reversible)]
    [InlineData("gcloud sql backups restore 17 --restore-instance=i", Effect.Destructive)]
    public void What_a_framework_s_own_tool_is_told_decides(string command, Effect effect) => Assert.Equal(effect, Of(command));

    [Fact]
    public void A_connection_says_how_it_is_kept_secret() =>
        Assert.Equal(Effect.Read, Classifier.Whole("with context.wrap_socket(sock, server_hostname='shop.example') as s: print(s.version(), s.cipher())", Language.Python).Effect);
}
