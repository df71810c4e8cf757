using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Rehearsals;

/// <summary>Which targets are in peace: those of no service that has an open incident. Others are left to the people who work on them.</summary>
sealed class Peace(EquatableArray<Service> services)
{
    readonly Lock gate = new();
    readonly Dictionary<Guid, (int Number, string Service)> open = [];
    readonly List<(string Target, CancellationTokenSource Stop)> running = [];

    /// <summary>An incident as it is now: quick, and does not throw.</summary>
    public void Saw(Guid id, Incident incident)
    {
        CancellationTokenSource[] stopped;
        lock (gate)
        {
            if (incident.Service is not { } service || !incident.Exists || incident.IsOver)
            {
                open.Remove(id);
                return;
            }

            open[id] = (incident.Number, service);
            stopped = [.. running.Where(one => Has(service, one.Target)).Select(one => one.Stop)];
        }

        // Not within the gate, and not on this thread: what is stopped may take a while to see it.
        foreach (var stop in stopped) _ = stop.CancelAsync();
    }

    /// <returns>Why a target is left alone; null where it is in peace.</returns>
    public string? Trouble(string target)
    {
        lock (gate)
            return open.Values.OrderBy(incident => incident.Number).FirstOrDefault(incident => Has(incident.Service, target)) is { Service: { } service } found
                ? $"service {service} has incident #{found.Number} open" : null;
    }

    /// <summary>Runs something on a target for as long as it is in peace.</summary>
    /// <returns>The default where it was not, or is no longer.</returns>
    public async Task<T?> While<T>(string target, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lock (gate)
        {
            if (open.Values.Any(incident => Has(incident.Service, target))) return null;
            running.Add((target, stop));
        }

        try
        {
            return await work(stop.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            lock (gate) running.Remove((target, stop));
        }
    }

    bool Has(string service, string target) => services.Any(one => one.Name == service && one.Targets.Any(known => known.Name == target));
}
