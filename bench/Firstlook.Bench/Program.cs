using Firstlook.Bench;

// dotnet run -c Release --project bench/Firstlook.Bench -- append [FOLDER]
switch (args)
{
    case ["append", .. var rest]:
        await Appending.Run(rest.FirstOrDefault() ?? Directory.GetCurrentDirectory());
        return 0;
    default:
        await Console.Error.WriteLineAsync("benchmarks: append [FOLDER]");
        return 2;
}
