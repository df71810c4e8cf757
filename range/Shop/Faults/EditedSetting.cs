using Firstlook.Range.Configuration;

namespace Firstlook.Range.Faults;

/// <summary>Somebody edits the configuration, inside the shop or outside of it. Writing the old value back heals it.</summary>
/// <param name="name">The line that is edited.</param>
/// <param name="bad">What it is set to.</param>
internal sealed class EditedSetting(FaultCard card, ConfigurationFile file, string name, string bad) : IFault
{
    readonly string good = file[name];

    public FaultCard Card => card;

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(file[name] == bad);

    public Task InjectAsync(CancellationToken cancellation) => Set(bad);

    public Task HealAsync(CancellationToken cancellation) => file[name] == bad ? Set(good) : Task.CompletedTask;

    Task Set(string value)
    {
        file.Set(name, value);
        return Task.CompletedTask;
    }
}
