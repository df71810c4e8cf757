namespace Firstlook.Range.Faults;

internal static partial class FaultLibrary
{
    static void AddDatabase(IServiceCollection services)
    {
        services.AddSingleton<IFault, ConnectionsExhausted>();
        AddSetting(services, "REPORTING_SESSIONS", "60", new FaultCard(
            "connections-culprit",
            "database",
            "DatabaseConnectionPoolExhausted",
            "The reporting service is configured to keep sixty sessions, and holds all that PostgreSQL has. Writing REPORTING_SESSIONS back heals it."));
        services.AddSingleton<IFault, LongQuery>();
        services.AddSingleton<IFault, MissingIndex>();
        AddSetting(services, "STOCK_RECOUNT", "continuous", new FaultCard(
            "deadlocks",
            "database",
            "SalePaidTransitionFailures",
            "A recount runs all day and locks shelves in the opposite order of sales, so each ends in the other's way. STOCK_RECOUNT=off heals it."));
        services.AddSingleton<IFault, HeldSession>();
    }
}
