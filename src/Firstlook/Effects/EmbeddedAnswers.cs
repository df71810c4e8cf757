using System.Buffers;
using System.Collections.Frozen;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// What others may have written (<see cref="ToldTexts"/>) within a text that a program reads as its own language: <c>sh -c "ls $line"</c> runs what stands in
/// the line between <c>$(</c> and <c>)</c>, <c>psql -c "select '$name'"</c> what follows a quotation mark, <c>sed "s/a/$name/"</c> what follows <c>/e</c>. As a word of its own
/// (<c>sh -c 'ls "$1"' _ "$line"</c>, <c>psql -v name="$name"</c>, <c>awk -v x="$name"</c>, <c>jq --arg x "$name"</c>) it stays what it is.
/// </summary>
internal static class EmbeddedAnswers
{
    enum Kind
    {
        /// <summary>The text behind <c>-c</c>, and what comes in where there is none.</summary>
        Shell,

        /// <summary>All its words together are a shell's text.</summary>
        Words,

        /// <summary>A word with blanks is a shell's text.</summary>
        Sentence,

        /// <summary>A word with blanks is a statement, and so is what comes in.</summary>
        Statement,

        /// <summary>The first operand is a program, or what stands behind <c>-e</c>.</summary>
        Script,
    }

    static readonly FrozenDictionary<string, Kind> Kinds = Of(
        (Kind.Shell, "sh bash dash zsh ksh mksh ash su runuser script flock"), (Kind.Words, "watch"),
        (Kind.Sentence, "ansible gcloud fly flyctl az pssh parallel-ssh pdsh clush dsh mussh salt vagrant multipass limactl lxc incus mlr"),
        (Kind.Statement,
            "psql pgcli mysql mariadb sqlcmd mssql-cli osql clickhouse clickhouse-client cqlsh sqlite3 snowsql bq duckdb trino presto beeline hive impala-shell usql cockroach "
                + "isql vsql monetdb mongosh mongo redis-cli valkey-cli influx"),
        (Kind.Script, "sed gsed awk gawk mawk nawk jq gojq jaq yq"));

    static FrozenDictionary<string, Kind> Of(params ReadOnlySpan<(Kind Kind, string Names)> kinds)
    {
        var all = new Dictionary<string, Kind>(StringComparer.Ordinal);
        foreach (var (kind, names) in kinds)
        {
            foreach (var name in names.Split(' ')) all.Add(name, kind);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <returns>Null where no such text is found.</returns>
    public static string? Problem(SimpleCommand command, Input input, Scope scope)
    {
        if (Word.AreWritten(command.Words) && !input.IsTold) return null;
        for (var at = 0; at < command.Words.Count; at++)
        {
            if (command.Words[at].Constant is not { } name) continue;
            name = name[(name.LastIndexOf('/') + 1)..];
            if (at == 0 && name is "test" or "[" or "printf" && Evaluates(command, name is not "printf", scope)) return $"{name} evaluates what others may have written";
            if (Kinds.TryGetValue(name, out var kind) && Holds(kind, name, command, at, input, scope)) return $"{name} runs a text in which others may have written";
        }

        return ToldStatements.In(command, input, scope) ? "others may have written in a statement" : null;
    }

    static bool Holds(Kind kind, string name, SimpleCommand command, int program, Input input, Scope scope)
    {
        var words = command.Words;
        var (given, follows) = (false, false);
        for (var at = program + 1; at < words.Count; at++)
        {
            var told = IsTold(words[at], scope);
            switch (kind)
            {
                case Kind.Shell:
                    if (told && (follows || IsGlued(words[at]))) return true;
                    var isOption = words[at].Constant is ['-', _, ..];
                    given = given || !isOption || IsTextOption(words[at].Constant);
                    // Options may stand between "-c" and the text: bash -c -e "...".
                    follows = isOption && (follows || IsTextOption(words[at].Constant));
                    break;
                case Kind.Words when told: return true;
                case Kind.Sentence or Kind.Statement:
                    given = given || words[at].Constant is "-c" or "-e" or "-q" or "-Q" or "--query" or "--command" or "--execute" or "--eval";
                    if (told && IsSentence(words[at])) return true;
                    break;
                case Kind.Script when told && (IsProgram(name, words, program, at) || words[at].Parts.Any(part => part is Variable or CommandSubstitution)): return true;
                default: break;
            }
        }

        return !given && kind is (Kind.Shell or Kind.Statement) && input is { IsTold: true, Kind: InputKind.Text or InputKind.Pipe } && !IsFedWords(words, program);
    }

    // xargs and parallel read what comes in themselves, and hand it on as words.
    public static bool IsFedWords(EquatableArray<Word> words, int program)
    {
        for (var at = 0; at < program; at++)
        {
            if (words[at].Constant is "xargs" or "parallel") return true;
        }

        return false;
    }

    // sh -c, bash -ce, su --command
    static bool IsTextOption(string? option) => option is "--command" or "--session-command" or ['-', not '-', ..] && option.Contains('c');

    // --command="ls $x", -e"s/a/$x/"
    static bool IsGlued(Word word) => word.Parts is [Literal { Text: ['-', _, ..] }, _, ..];

    static readonly SearchValues<char> Marks = SearchValues.Create(" \t\n'\"();|");

    // Blanks, brackets or quotation marks beside it.
    static bool IsSentence(Word word) => word.Parts.Any(HoldsMarks);

    static bool HoldsMarks(WordPart part) => part switch
    {
        Literal literal => literal.Text.AsSpan().ContainsAny(Marks),
        SingleQuoted quoted => quoted.Text.AsSpan().ContainsAny(Marks),
        DoubleQuoted quoted => quoted.Parts.Any(HoldsMarks),
        _ => false,
    };

    // awk(1): a variable, a separator. Any other option that is glued to its value may be a program.
    static readonly string[] HarmlessOptions = ["-v", "-F", "--assign", "--field-separator"];

    /// <summary>Whether a word is the program of sed, awk or jq (their manuals, "SYNOPSIS").</summary>
    static bool IsProgram(string name, EquatableArray<Word> words, int program, int at)
    {
        if (words[at - 1].Constant is "-e" or "--expression" && name is "sed" or "gsed") return true;
        if (IsGlued(words[at])) return !Array.Exists(HarmlessOptions, option => ((Literal)words[at].Parts[0]).Text.StartsWith(option, StringComparison.Ordinal));
        for (var before = program + 1; before < at; before++)
        {
            switch (words[before].Constant)
            {
                case "-f" or "--file" or "--from-file": return false;
                case "-e" or "--expression" when name is "sed" or "gsed": return false;
                case "--arg" or "--argjson" or "--slurpfile" or "--rawfile": before += 2; break;
                case "-v" or "-F" or "--assign" or "--field-separator" or "-L" or "--indent" or "-l" or "--line-length": before++; break;
                case ['-', ..]: break;
                case "e" or "ea" or "eval" or "eval-all" when name is "yq" && before == program + 1: break;
                default: return false;
            }

            if (before >= at) return false;
        }

        return words[at].Constant is not ['-', ..];
    }

    /// <summary>
    /// bash evaluates the subscript in a name: <c>test -v NAME</c>, <c>printf -v NAME</c> (bash(1), "CONDITIONAL EXPRESSIONS", "array_expand_once"). Without quotation marks
    /// an operand of a test may be <c>-v</c> and the name.
    /// </summary>
    static bool Evaluates(SimpleCommand command, bool tests, Scope scope)
    {
        for (var at = 1; at < command.Words.Count; at++)
        {
            var word = command.Words[at];
            if ((command.Words[at - 1].Constant is "-v" || tests && word.Parts.Any(part => part is Variable or CommandSubstitution)) && IsTold(word, scope)) return true;
        }

        return false;
    }

    // The names of files where anybody may write are anybody's, too.
    public static bool IsTold(Word word, Scope scope) => !word.IsWritten && (EvaluatedAnswers.IsTold(word.Parts, scope) || word.Parts.Any(part => IsOpen(part, scope)));

    static bool IsOpen(WordPart part, Scope scope) => part switch
    {
        Variable variable => scope.OpenFolders.Contains(variable.Name),
        DoubleQuoted quoted => quoted.Parts.Any(inner => IsOpen(inner, scope)),
        _ => false,
    };
}
