using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddThrottle(IServiceCollection services)
    {
        Add(services, provider => Throttle(
            provider,
            new FaultCard(
                "throttle-removed",
                "throttle",
                "ThrottleDisabledOrNotWorking",
                "A release takes the limits off the lead form, and a bot gets all its leads in. Reverting it heals it."),
            "Leads: no limits during the campaign",
            rules => rules with { Burst = 0, Hourly = 0 }));
        services.AddSingleton<IFault, ThrottleCacheDown>();
        Add(services, provider => Throttle(
            provider,
            new FaultCard(
                "throttle-bypass",
                "throttle",
                "ThrottleDisabledOrNotWorking",
                "A release exempts whoever is logged in from the limits of the lead form, and so does the bot's account. Reverting it heals it."),
            "Leads: customers with an account are not throttled",
            rules => rules with { ExemptsLoggedIn = true }));
    }

    static BadRelease<ThrottleRules> Throttle(IServiceProvider provider, FaultCard card, string title, Func<ThrottleRules, ThrottleRules> spoil) => new(
        card,
        provider.GetRequiredService<Deployment>(),
        title,
        release => release.Throttle,
        (release, throttle) => release with { Throttle = throttle },
        spoil);
}
