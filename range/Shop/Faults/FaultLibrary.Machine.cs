using Firstlook.Range.Releases;

namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddMachine(IServiceCollection services)
    {
        services.AddSingleton<IFault, DiskFull>();
        AddRolledOut(services, "festivals-worker", features => features.KeepsReceipts, provider => ActivatorUtilities.CreateInstance<LeakingWorker>(provider));
        AddRolledOut(services, "festivals-worker", features => features.ChecksAddresses, Feature("Receipts: addresses are checked", features => features with { ChecksAddresses = true }, new FaultCard(
            "cpu-runaway",
            "machine",
            "HighCPUUsage",
            "A release checks addresses by a pattern that goes back on itself, so the worker eats the processor and receipts are late. Reverting the release heals it.")));
    }

    static void AddReleases(IServiceCollection services)
    {
        AddRolledOut(services, "festivals-worker", features => features.NeedsLicence, provider => ActivatorUtilities.CreateInstance<CrashLoop>(provider));
        AddRolledOut(services, "festivals-api", features => features.ParcelWeights, Feature("Shipping quotes tell the weight", features => features with { ParcelWeights = true }, new FaultCard(
            "deploy-breaks-endpoint",
            "releases",
            "APIHigh5xxRate",
            "A release reads a field of the carrier's answer that is not there, so every shipping quote ends with 500, and nothing else does. Reverting the release heals it.")));
        Add(services, Feature("Checkout: loyalty points", features => features with { LoyaltyPoints = true }, new FaultCard(
            "migration-missing",
            "schema",
            "APIHigh5xxRate",
            "A release writes into a table whose migration was not applied, so the checkout ends with: relation \"loyalty_account\" does not exist. Applying the migration heals it, and so does reverting the release.")));
    }

    static Func<IServiceProvider, IFault> Feature(string title, Func<FeatureRules, FeatureRules> spoil, FaultCard card) => provider => new BadRelease<FeatureRules>(
        card, provider.GetRequiredService<Deployment>(), title, release => release.Features, (release, features) => release with { Features = features }, spoil);

    /// <summary>Causes that no runbook lists: there is an alert, and "none of these" is right.</summary>
    static void AddUnlisted(IServiceCollection services)
    {
        AddOutside(services, "MAIL", "refusing", new FaultCard(
            "mail-relay-refuses",
            "unlisted",
            "JobsFailing",
            "The mail relay answers 554 to every message, since the shop's address is on a block list, so receipts fail. The relay's word heals it."));
        AddOutside(services, "DECLINED_ABOVE", "25", new FaultCard(
            "card-limit-lowered",
            "unlisted",
            "PaymentProcessingFailure",
            "The provider has lowered the limit of a single charge, so dear orders are declined, whatever the card. The provider's correction heals it."));
    }
}
