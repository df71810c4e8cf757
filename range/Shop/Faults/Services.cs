using System.Globalization;

namespace Firstlook.Range.Faults;

/// <summary>
/// Stops and starts the range's services as `range/service` does: range/keep looks after each, starts it again when it
/// ends, and leaves it alone while a file of its name lies in stopped/.
/// </summary>
internal sealed class Services(ShopSettings settings, TimeProvider clock)
{
    static readonly TimeSpan ToChange = TimeSpan.FromSeconds(10);

    public bool IsStopped(string name) => File.Exists(Mark(name));

    public async Task StopAsync(string name, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Mark(name), "", cancellation);
        await WaitAsync(name, () => ProcessId(name) is null, "stop", cancellation);
    }

    public async Task StartAsync(string name, CancellationToken cancellation)
    {
        File.Delete(Mark(name));
        await WaitAsync(name, () => ProcessId(name) is not null, "start", cancellation);
    }

    /// <summary>Nothing is done where pods are the worker: a release that changes it has started them anew.</summary>
    public async Task RestartAsync(string name, CancellationToken cancellation)
    {
        if (settings.Kubeconfig is not null && name == "worker")
        {
            return;
        }
        await StopAsync(name, cancellation);
        await StartAsync(name, cancellation);
    }

    string Mark(string name) => Path.Combine(settings.ServicesFolder, "stopped", name);

    int? ProcessId(string name)
    {
        var file = Path.Combine(settings.ServicesFolder, name + ".pid");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    async Task WaitAsync(string name, Func<bool> holds, string verb, CancellationToken cancellation)
    {
        var asked = clock.GetTimestamp();
        while (!holds())
        {
            if (clock.GetElapsedTime(asked) > ToChange)
            {
                throw new TimeoutException($"{name} did not {verb} within {ToChange.TotalSeconds} s");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellation);
        }
    }
}
