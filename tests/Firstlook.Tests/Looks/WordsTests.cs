using Firstlook.Looks;

namespace Firstlook.Tests.Looks;

/// <summary>An alert is named in English by whoever made the rule, and answered in the team's own words.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("APIHigh5xxRate", "los errores de la api")]
    [InlineData("PaymentProcessingFailure", "los pagos fallan")]
    [InlineData("QueueBacklog", "a fila de tarefas cresce")]
    [InlineData("HighLatencyP95", "the shop is slow")]
    [InlineData("DatabaseConnectionPoolExhausted", "too many sessions")]
    [InlineData("SSLCertificateExpired", "Zertifikat abgelaufen")]
    [InlineData("LowCacheHitRate", "cached pages")]
    public void A_name_shares_a_meaning_with_other_words_for_it(string name, string text) =>
        Assert.NotEmpty(Words.Meanings(name).Intersect(Words.Meanings(text)));

    [Theory]
    [InlineData("SSLCertificateExpiringSoon", "has expired")]
    [InlineData("QueueBacklog", "it does what it should, as ever")]
    [InlineData("DiskSpaceLow", "mas uma vez na loja")]
    public void What_stands_in_any_sentence_or_means_something_else_is_not_shared(string name, string text) =>
        Assert.Empty(Words.Meanings(name).Intersect(Words.Meanings(text)));

    [Fact]
    public void Humps_and_the_digits_behind_them_are_words_of_their_own() =>
        Assert.Equal(["5xx", "api", "rate"], Words.Of("APIHigh5xxRate").Order(StringComparer.Ordinal));
}
