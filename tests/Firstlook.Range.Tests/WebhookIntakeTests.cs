using Firstlook.Range.Configuration;
using Firstlook.Range.Webhooks;

namespace Firstlook.Range.Tests;

public sealed class WebhookIntakeTests : IDisposable
{
    readonly string path = Path.Combine(Path.GetTempPath(), $"firstlook-config-{Guid.CreateVersion7()}");
    readonly ManualClock clock = new();

    [Fact]
    public void As_many_are_taken_at_once_as_in_a_second_and_then_there_is_no_room()
    {
        var intake = Intake(10);
        Assert.Equal(10, Taken(intake, 15));
        Assert.Equal(0, Taken(intake, 15));
    }

    [Fact]
    public void Room_comes_back_with_time_and_does_not_heap_up()
    {
        var intake = Intake(10);
        Taken(intake, 15);
        clock.Advance(TimeSpan.FromMilliseconds(300));
        Assert.Equal(3, Taken(intake, 15));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(10, Taken(intake, 15));
    }

    [Fact]
    public void What_is_configured_holds_at_once()
    {
        var intake = Intake(10);
        Assert.Equal(1, Taken(intake, 1));
        File.WriteAllText(path, "WEBHOOKS_A_SECOND=3\n");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, Taken(intake, 15));
    }

    public void Dispose() => File.Delete(path);

    WebhookIntake Intake(int aSecond)
    {
        File.WriteAllText(path, $"WEBHOOKS_A_SECOND={aSecond}\n");
        return new WebhookIntake(new ShopConfiguration(path, clock), clock);
    }

    static int Taken(WebhookIntake intake, int asked) => Enumerable.Range(0, asked).Count(_ => intake.Takes());
}
