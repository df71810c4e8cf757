using Firstlook.Effects;
using Firstlook.Testing;

namespace Firstlook.Tests.Effects;

/// <summary>
/// What every command of the lists is called, word for word. The lists' own tests hold what must never happen and how much may be missed; this
/// shows each verdict that a change moves, in either direction, so that whoever changes a rule sees all that it does.
/// </summary>
public sealed class VerdictTests
{
    static string Folder => Path.Combine(Repository.Root, "tests", "Firstlook.Tests", "Effects", "commands");

    public static TheoryData<string> Lists => [.. Directory.GetFiles(Folder, "*.tsv").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).Select(name => name!)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_command_of_a_list_is_called_what_it_was(string list)
    {
        var lines = ListedCommand.Read(Path.Combine(Folder, list + ".tsv")).Select(command =>
        {
            var verdict = Classifier.Whole(command.Text, command.Language);
            return $"{verdict.Effect.Word()}{(verdict.Tags == EffectTags.None ? "" : $" {verdict.Tags}")}\t{Classifier.Block(command.Text, command.Language).Count}\t{command.Text}";
        });
        Golden.Matches(string.Join('\n', lines), $"commands/verdicts/{list}.golden");
    }
}
