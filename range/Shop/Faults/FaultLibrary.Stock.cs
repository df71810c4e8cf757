namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddStock(IServiceCollection services)
    {
        services.AddSingleton<IFault, StockShort>();
        services.AddSingleton<IFault, ExpiredBatches>();
        services.AddSingleton<IFault, StockRace>();
        AddSetting(services, "TILL_SYNC", "on", new FaultCard(
            "duplicate-moves",
            "stock",
            "StockConsumeFailures",
            "The sync of the tills is switched on for the online shop and writes stock moves before the payment does, which then violates the unique index. TILL_SYNC=off heals it."));
    }
}
