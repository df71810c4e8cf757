using Firstlook.Bench;

switch (args)
{
    case ["looking"]:
        await Looking.Run();
        break;
    default:
        await Console.Error.WriteLineAsync("benchmarks: looking");
        return 2;
}

return 0;
