using Firstlook.Bench;

// ./dev bench append [FOLDER] | looking | classify | reading [FOLDER] | growth
switch (args)
{
    case ["append", .. var rest]:
        await Appending.Run(rest.FirstOrDefault() ?? Directory.GetCurrentDirectory());
        return 0;
    case ["looking"]:
        await Looking.Run();
        return 0;
    case ["classify"]:
        Classifying.Run(Console.Out);
        return 0;
    case ["reading", .. var rest]:
        Reading.Run(Console.Out, rest.FirstOrDefault());
        return 0;
    case ["growth"]:
        Growth.Run(Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("benchmarks: append [FOLDER], looking, classify, reading [FOLDER], growth");
        return 2;
}
