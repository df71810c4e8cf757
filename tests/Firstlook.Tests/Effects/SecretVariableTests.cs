using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>A variable whose name says that it holds a password is shown by one list of names, whichever language shows it.</summary>
public sealed class SecretVariableTests
{
    [Theory]
    [InlineData("echo $PGPASS", Language.Shell, true)]
    [InlineData("declare -p DB_PASSWORD", Language.Shell, true)]
    [InlineData("awk '{print ENVIRON[\"DATABASE_URL\"]}' f", Language.Shell, true)]
    [InlineData("echo $REDIS_URL", Language.Shell, true)]
    [InlineData("$env:DB_PASS", Language.PowerShell, true)]
    [InlineData("$env:GITHUB_PAT", Language.PowerShell, true)]
    [InlineData("$env:ConnectionStrings__Default", Language.PowerShell, true)]
    [InlineData("Get-Item Env:\\DATABASE_URL", Language.PowerShell, true)]
    [InlineData("echo $PWD", Language.Shell, false)]
    [InlineData("echo $OLDPWD", Language.Shell, false)]
    [InlineData("echo $COMPASS", Language.Shell, false)]
    [InlineData("echo $BASE_URL", Language.Shell, false)]
    [InlineData("awk '{print ENVIRON[\"HOME\"]}' f", Language.Shell, false)]
    [InlineData("$env:PATH", Language.PowerShell, false)]
    public void A_variable_is_a_secret_by_its_name_in_every_language(string line, Language language, bool secret) =>
        Assert.Equal(secret, Classifier.Whole(line, language).Tags.HasFlag(EffectTags.Secret));
}
