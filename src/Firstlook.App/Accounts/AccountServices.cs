using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Firstlook.App.Accounts;

static class AccountServices
{
    /// <summary>Nothing is open to nobody: every endpoint that does not say otherwise needs a person, and unknown paths do too.</summary>
    public static void Add(IServiceCollection services, Accounts accounts)
    {
        services.AddSingleton(accounts);
        services.AddSingleton<FailedLogins>();
        services.AddAuthentication(PersonAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, PersonAuthentication>(PersonAuthentication.Name, null)
            .AddScheme<AuthenticationSchemeOptions, IntakeAuthentication>(IntakeAuthentication.Name, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(PersonAuthentication.Name).RequireAuthenticatedUser().Build())
            .AddPolicy(IntakeAuthentication.Name, policy => policy.AddAuthenticationSchemes(IntakeAuthentication.Name).RequireAuthenticatedUser());
        var keys = Path.Combine(accounts.Folder, "keys");
        PrivateFile.MakeFolder(keys);
        // The keys lie in the data folder beside the token hashes, readable by the same owner alone.
        services.AddDataProtection().SetApplicationName("firstlook").PersistKeysToFileSystem(new DirectoryInfo(keys));
    }
}
