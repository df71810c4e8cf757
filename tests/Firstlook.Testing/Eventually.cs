namespace Firstlook.Testing;

public static class Eventually
{
    /// <summary>Waits until it holds.</summary>
    /// <exception cref="TimeoutException">It did not within the time; the message is <paramref name="otherwise"/>.</exception>
    public static async Task Holds(Func<Task<bool>> condition, TimeSpan within, Func<string> otherwise)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > within) throw new TimeoutException(otherwise());
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }
}
