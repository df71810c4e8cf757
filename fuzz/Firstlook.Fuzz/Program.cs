using System.Diagnostics;
using Firstlook.Effects;

// Usage: Firstlook.Fuzz LANGUAGE SECONDS [SEED] < corpus
// One text a line on standard input is the corpus; texts are cut, doubled and joined, and each must get an answer that keeps the
// promises of Classifier.Block. The first text that breaks one is printed, and the exit code is 1.
if (args.Length < 2 || Languages.TryParse(args[0]) is not { } language || !double.TryParse(args[1], out var seconds))
{
    Console.Error.WriteLine("usage: Firstlook.Fuzz LANGUAGE SECONDS [SEED] < corpus");
    return 2;
}
var seed = args.Length > 2 ? int.Parse(args[2]) : 1;
var corpus = Console.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
var mutator = new Firstlook.Fuzz.Mutator(corpus.Length > 0 ? corpus : ["ls"], seed);
var watch = Stopwatch.StartNew();
long texts = 0;
while (watch.Elapsed.TotalSeconds < seconds)
{
    var text = mutator.Next();
    texts++;
    if (Firstlook.Fuzz.Promises.Broken(text, language, TimeSpan.FromSeconds(2)) is not { } broken) continue;
    Console.WriteLine($"{broken} (text {texts} of seed {seed}):\n{text}");
    return 1;
}
Console.WriteLine($"{texts} texts of {language.Word()} in {watch.Elapsed.TotalSeconds:F0} s, every promise kept");
return 0;
