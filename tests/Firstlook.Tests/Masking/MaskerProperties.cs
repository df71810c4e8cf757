using System.Globalization;
using Firstlook.Masking;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Masking;

public sealed class MaskerProperties
{
    static readonly Masker Masker = new(["patient_name"]);

    /// <summary>Pieces of which hostile and ordinary texts are made: what detectors look for, whole and broken.</summary>
    static readonly string[] Pieces =
    [
        "password", "=", ":", "\"", "'", "\\", " ", "\n", "{", "}", "[", "]", ",", ";", "--", "-", "token", "patient_name", "Anna Lopez", "x", "7", "+49 30 1234567", "+1", "(555) 123-4567",
        "4111 1111 1111 1111", "4111111111111111", "ada@example.com", "@", ".", "://", "user:pw@host", "Bearer abc123def456", "Authorization", "Basic dXNlcjpwYXNz",
        "-----BEGIN PRIVATE KEY-----", "MIIEvQIBADAN", "-----END PRIVATE KEY-----", "AKIAIOSFODNN7EXAMPLE", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "[masked e-mail]", "[masked ", "redis-cli -a s3", "mysql -ppw",
        "550e8400-e29b-41d4-a716-446655440000", "2025-12-16T10:00:00Z", "ü", "🙂", "\t", "\r", "hooks.slack.com/services/T0/B0/abc", "=>", "null", "secret",
    ];

    static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    [Fact]
    public void Masking_what_is_masked_changes_nothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20000), Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var once = Masker.Mask(text);
            Assert.Equal(once, Masker.Mask(once, out _));
        }));

    [Fact]
    public void The_same_comes_out_however_the_text_is_cut() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (text, size) =>
        {
            var whole = Masker.Mask(text, out var count);
            var lines = new MaskedLines(Masker);
            var pieces = string.Concat(text.Chunk(size).Select(piece => lines.Append(piece))) + lines.Finish();
            Assert.Equal(whole, pieces);
            Assert.Equal(count, lines.Count);
        }));

    [Fact]
    public void A_uuid_or_a_time_is_never_altered()
    {
        var uuids = ArbMap.Default.GeneratorFor<Guid>().Select(id => id.ToString());
        var times = ArbMap.Default.GeneratorFor<DateTimeOffset>().Select(time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        var digits = Gen.Choose(0, 9).ArrayOf(32).Select(all => string.Concat(all)).Select(all => $"{all[..8]}-{all[8..12]}-{all[12..16]}-{all[16..20]}-{all[20..]}");
        foreach (var kind in new[] { uuids, times, digits })
        {
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(kind.ToArbitrary(), value =>
            {
                foreach (var text in new[] { value, $"id={value} ok", $"{{\"request_id\": \"{value}\"}}", $"+{value}", $"({value})", $"{value} {value}", $"7 {value} 8" }) Assert.Equal(text, Masker.Mask(text));
            }));
        }
    }

    [Fact]
    public void A_secret_does_not_survive_in_any_surrounding() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Gen.Elements(" ", "\"", "\n", " x ", "{\"a\": \"", "=", " 5 ", "\\\"", ",", "-----BEGIN PRIVATE KEY-----", "password=").ToArbitrary(), Gen.Elements("AKIAIOSFODNN7EXAMPLE", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "ada@example.com").ToArbitrary(), (around, secret) =>
            Assert.DoesNotContain(secret, Masker.Mask(around + secret + " " + around), StringComparison.Ordinal)));

    [Theory]
    [InlineData("password=\"")]
    [InlineData("password=")]
    [InlineData("a@a.")]
    [InlineData("://a:")]
    [InlineData("+1 ")]
    [InlineData("4111 ")]
    [InlineData("eyJ.")]
    [InlineData("patient_name=a ")]
    [InlineData("{\"password\": {")]
    [InlineData("--password ")]
    [InlineData("\\\\\"")]
    [InlineData("curl -u a")]
    public void Time_is_linear_in_the_text(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2 * 1024 * 1024 / piece.Length));
        var before = ThreadTime.Now;
        Masker.Mask(text);

        // Quadratic time on 2 MiB would be hours.
        Assert.InRange(ThreadTime.Now - before, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
