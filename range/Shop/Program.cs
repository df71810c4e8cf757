await Console.Out.WriteLineAsync("shop");
