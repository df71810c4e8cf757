using Firstlook.Range.Webhooks;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Range.Tests;

public sealed class WebhookSignatureTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    [Fact]
    public void What_is_signed_is_believed_by_whoever_has_the_secret_and_by_nobody_else() =>
        Prop.ForAll<NonNull<string>, NonEmptyString, NonEmptyString>((body, secret, other) =>
        {
            var header = WebhookSignature.Sign(body.Get, secret.Get, Now);
            Assert.Null(WebhookSignature.Fault(header, body.Get, secret.Get, Now));
            Assert.Equal("signature_invalid", WebhookSignature.Fault(header, body.Get + "x", secret.Get, Now));
            Assert.Equal(secret.Get == other.Get ? null : "signature_invalid", WebhookSignature.Fault(header, body.Get, other.Get, Now));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, null)]
    [InlineData(300, null)]
    [InlineData(-300, null)]
    [InlineData(301, "timestamp_expired")]
    [InlineData(-301, "timestamp_expired")]
    public void A_right_signature_is_believed_for_five_minutes(int secondsLater, string? fault) =>
        Assert.Equal(fault, WebhookSignature.Fault(WebhookSignature.Sign("{}", "secret", Now), "{}", "secret", Now.AddSeconds(secondsLater)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=,v1=")]
    [InlineData("v1=00,t=1")]
    [InlineData("t=1,v1=00,v1=11")]
    public void What_is_no_signature_is_not_believed(string? header) =>
        Assert.Equal("signature_invalid", WebhookSignature.Fault(header, "{}", "secret", Now));
}
