using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>A list of commands with the effect that an engineer gave them by hand: command, class, reason, parted by tabs.</summary>
sealed record ListedCommand(string Text, Effect Class, string Why)
{
    // T-SQL and CQL are told as such, and read as SQL; "rails runner '...'" is told to a shell, whatever it hands on.
    public Language Language => Why.Contains("[tsql]") || Why.Contains("[cql]") || Why.Contains("[mysql]") ? Language.Sql : Why.Contains("[mongodb]") ? Language.JavaScript : Why.Contains("[ruby]") && (Text.StartsWith("rails ", StringComparison.Ordinal) || Text.StartsWith("bundle ", StringComparison.Ordinal)) ? Language.Shell : Array.Find([Language.Sql, Language.Python, Language.PromQl, Language.LogQl, Language.Redis, Language.Http, Language.PowerShell, Language.JavaScript, Language.Kql, Language.Spl, Language.Flux, Language.Ruby], language => Why.Contains($"[{language.Word()}]")) is var language && language != Language.Text ? language : Language.Shell;

    /// <summary>Tagged reads wait for a click, and Python for an interpreter: they are not counted among those accepted.</summary>
    public bool Counts => !Why.Contains("[secret]") && !Why.Contains("[hang]") && !Why.Contains("[cost]") && !Why.Contains("[interactive]") && !Why.Contains("[python]");

    public static List<ListedCommand> Read(string path) =>
        File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(parts => new ListedCommand(parts[0], Enum.Parse<Effect>(parts[1], ignoreCase: true), parts[2])).ToList();
}

/// <summary>What the classifier makes of a list.</summary>
sealed record Score(List<string> RunByThemselves, List<string> RefusedReads, int Reads, List<string> Underrated, int Destructive)
{
    public static Score Of(IEnumerable<ListedCommand> commands)
    {
        var score = new Score([], [], 0, [], 0);
        foreach (var command in commands)
        {
            var answer = Classifier.Whole(command.Text, command.Language);
            var line = $"{command.Class} called {answer.Effect}: {command.Text}   ({answer.Why}; {command.Why})";
            if (command.Class != Effect.Read && answer.Effect <= Effect.Read) score.RunByThemselves.Add(line);
            if (command.Class == Effect.Read && command.Counts)
            {
                score = score with { Reads = score.Reads + 1 };
                if (answer.Effect != Effect.Read) score.RefusedReads.Add(line);
            }
            if (command.Class != Effect.Destructive) continue;
            score = score with { Destructive = score.Destructive + 1 };
            if (answer.Effect is not (Effect.Destructive or Effect.Unknown)) score.Underrated.Add(line);
        }
        return score;
    }

    public override string ToString() =>
        $"run by themselves {RunByThemselves.Count}, reads accepted {Reads - RefusedReads.Count}/{Reads}, destructive held {Destructive - Underrated.Count}/{Destructive}\n"
        + string.Join('\n', RunByThemselves.Concat(Underrated).Concat(RefusedReads).Take(80));
}
