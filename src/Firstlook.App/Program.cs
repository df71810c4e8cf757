await Console.Out.WriteLineAsync("firstlook");
