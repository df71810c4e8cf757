namespace Firstlook.Range.Faults;

/// <summary>All faults, by family. One that is an edited setting or a bad release stands with its family as data; one that does more has a file.</summary>
internal static partial class FaultLibrary
{
    public static void AddTo(IServiceCollection services, string? kubeconfig)
    {
        services.AddSingleton<Services>();
        AddDatabase(services);
        AddStock(services);
        AddRefunds(services);
        AddThrottle(services);
        AddPayments(services);
        AddWebhooks(services);
        AddPromotions(services);
        AddQueues(services);
        AddCaches(services);
        AddDependencies(services);
        AddMachine(services);
        AddReleases(services);
        AddCluster(services, kubeconfig);
        AddUnlisted(services);
    }

    static void Add(IServiceCollection services, Func<IServiceProvider, IFault> make) => services.AddSingleton(make);
}
