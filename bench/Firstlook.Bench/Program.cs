Firstlook.Bench.Classifying.Run(Console.Out);
