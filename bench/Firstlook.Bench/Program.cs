await Console.Out.WriteLineAsync("bench");
