using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors;

/// <summary>
/// One answer for all who ask the same of the same target at about the same time. One trouble fires many alerts, each with its look, and they look at
/// much the same things: a target that suffers already is asked once.
/// </summary>
sealed class SharedReads(TimeProvider clock)
{
    /// <summary>How long an answer is kept for others.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    readonly Dictionary<Question, Asked> asked = [];

    /// <summary>Joins whoever asks this now, or asked it no longer ago than <paramref name="age"/>; runs it where nobody does.</summary>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> was cancelled. What ran for nobody else has been stopped by then.</exception>
    public async Task<Result> Ask(ReadPermit permit, TimeSpan age, Func<CancellationToken, Task<Result>> run, CancellationToken cancellation)
    {
        var question = new Question(permit.Target, permit.Language, permit.Text, permit.Rewrite, permit.Values, permit.Before, permit.Limits, permit.Clicked);
        var one = Joined(question, age, run);
        try
        {
            return await one.Answer.Value.WaitAsync(cancellation) with { Command = permit.Command };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            if (IsLeftByLast(question, one)) await one.Stop();
            throw;
        }
    }

    /// <summary>Something has been done, or is about to be: what was asked before it is no answer for whoever asks now. Those who wait already get theirs.</summary>
    public void Forget()
    {
        lock (gate) asked.Clear();
    }

    Asked Joined(Question question, TimeSpan age, Func<CancellationToken, Task<Result>> run)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            foreach (var (old, _) in asked.Where(pair => pair.Value.IsOlderThan(now - Kept)).ToList()) asked.Remove(old);
            if (!asked.TryGetValue(question, out var one) || one.IsOlderThan(now - age)) asked[question] = one = new Asked(run);
            one.Waiting++;
            return one;
        }
    }

    bool IsLeftByLast(Question question, Asked one)
    {
        lock (gate)
        {
            if (--one.Waiting > 0) return false;
            if (asked.TryGetValue(question, out var now) && ReferenceEquals(now, one)) asked.Remove(question);
            return true;
        }
    }

    sealed record Question(
        Target Target, Language Language, string Text, string? Rewrite, EquatableArray<Access.Binding> Values, EquatableArray<string> Before, Limits Limits, bool Clicked);

    /// <summary>A read on its way, or answered.</summary>
#pragma warning disable CA1001 // Without a timer or a handle the source holds nothing, and whoever leaves last may still cancel it.
    sealed class Asked
#pragma warning restore CA1001
    {
        readonly CancellationTokenSource stopping = new();

        public Asked(Func<CancellationToken, Task<Result>> run) => Answer = new(() => run(stopping.Token));

        public Lazy<Task<Result>> Answer { get; }

        public int Waiting { get; set; }

        public bool IsOlderThan(DateTimeOffset oldest) =>
            Answer is { IsValueCreated: true, Value.IsCompleted: true } && (!Answer.Value.IsCompletedSuccessfully || Answer.Value.Result.StartedAt < oldest);

        public async Task Stop()
        {
            await stopping.CancelAsync();
            await Answer.Value.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
