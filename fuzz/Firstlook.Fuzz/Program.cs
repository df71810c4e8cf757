using System.Diagnostics;
using Firstlook.Effects;
using Firstlook.Fuzz;

// Usage: Firstlook.Fuzz LANGUAGE SECONDS [SEED] < corpus           one text a line on standard input
//        Firstlook.Fuzz runbooks SECONDS [SEED] [FOLDER]            every .md below the folder (the tests' runbooks)
// Texts are cut, doubled and joined, and each must get an answer that keeps the promises of Classifier.Block or RunbookReader.Read.
// The first text that breaks one is printed, and the exit code is 1.
var runbooks = args is ["runbooks", ..];
var language = args.Length > 0 ? Languages.TryParse(args[0]) : null;
if (args.Length < 2 || (!runbooks && language is null) || !double.TryParse(args[1], out var seconds))
{
    Console.Error.WriteLine("usage: Firstlook.Fuzz LANGUAGE SECONDS [SEED] < corpus\n       Firstlook.Fuzz runbooks SECONDS [SEED] [FOLDER]");
    return 2;
}
var seed = args.Length > 2 ? int.Parse(args[2]) : 1;
var corpus = runbooks ? Files(args.Length > 3 ? args[3] : "tests/Firstlook.Tests/Runbooks") : Console.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
var mutator = new Mutator(corpus.Length > 0 ? corpus : ["ls"], seed);
var watch = Stopwatch.StartNew();
long texts = 0;
while (watch.Elapsed.TotalSeconds < seconds)
{
    var text = mutator.Next();
    texts++;
    if ((runbooks ? RunbookPromises.Broken(text) : Firstlook.Fuzz.Promises.Broken(text, language!.Value, TimeSpan.FromSeconds(2))) is not { } broken) continue;
    Console.WriteLine($"{broken} (text {texts} of seed {seed}):\n{text}");
    return 1;
}
Console.WriteLine($"{texts} {(runbooks ? "runbooks" : $"texts of {language!.Value.Word()}")} in {watch.Elapsed.TotalSeconds:F0} s, every promise kept");
return 0;

static string[] Files(string folder) => Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)] : [];
