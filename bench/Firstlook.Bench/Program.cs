using Firstlook.Bench;

switch (args)
{
    case ["looking"]:
        await Looking.Run();
        break;
    case ["classifying"]:
        Classifying.Run(Console.Out);
        break;
    default:
        await Console.Error.WriteLineAsync("benchmarks: looking, classifying");
        return 2;
}

return 0;
