namespace Firstlook.Looks;

/// <summary>Words of names and sentences as people would compare them.</summary>
static class Words
{
    /// <summary>What stands in any sentence, in English, Spanish, Portuguese and German; and what any alert is called.</summary>
    static readonly HashSet<string> Stop = new("""
        the and for with from that this are was not has have too alert runbook procedure high low is of in on to a than more less then its it all any every
        per over under an or at by
        be been but can do does each even ever few if into just like made many may most much must no nor now off once one only other out own same should
        since so some such they there these those up very we what when where which while who whose why will you your as about after before again here how
        el la los las un una uno unos de del en y o que se no si con por para al lo su sus es son esta estan hay mas menos pero como cuando donde
        os um uma do da dos das em no na nos nas ou nao ao com sem mais mas sao ha quando onde seu sua
        der die das den dem des ein eine einer einem und oder nicht ist sind im am zu zum zur mit von vom bei auf aus fur wenn wird werden hat haben nur auch
        noch wie was wo kein keine
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <returns>Lower-case words of at least two letters, without accents; CamelCase, snake_case and kebab-case are taken apart, a plural <c>s</c> is dropped.</returns>
    public static IReadOnlySet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (start >= 0 && (!inside || IsNewWord(text, start, i)))
            {
                var word = Runbooks.Reading.Words.Fold(text[start..i]);
                var isStop = Stop.Contains(word);
                if (word.Length > 3 && word[^1] == 's' && word[^2] != 's') word = word[..^1];
                if (word.Length > 1 && !isStop && !Stop.Contains(word) && !(word.Length < 4 && word.All(char.IsAsciiDigit) && word[0] is not ('4' or '5'))) words.Add(word);
                start = -1;
            }

            if (inside && start < 0) start = i;
        }

        return words;
    }

    /// <summary>What the words mean: "PaymentFailures" and "los pagos fallan" share both.</summary>
    public static IReadOnlySet<string> Meanings(string text) => Of(text).Select(Vocabulary.MeaningOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>A hump of CamelCase, and digits behind one: "APIHigh5xxRate" is "API", "High", "5xx", "Rate".</summary>
    static bool IsNewWord(string text, int start, int at) =>
        char.IsUpper(text[at])
            ? char.IsLower(text[at - 1]) || (at + 1 < text.Length && char.IsLower(text[at + 1]) && !char.IsDigit(text[at - 1]))
                || (char.IsDigit(text[at - 1]) && at + 1 < text.Length && char.IsLower(text[at + 1]))
            : char.IsDigit(text[at]) && at - start >= 3 && char.IsUpper(text[start]) && char.IsLower(text[at - 1]);
}
