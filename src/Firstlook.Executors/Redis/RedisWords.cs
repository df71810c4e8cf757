using System.Text;
using Firstlook.Executors.Binding;

namespace Firstlook.Executors.Redis;

/// <summary>Splits a command as redis-cli does: blanks, double quotes with escapes, single quotes. A value is part of one word, whatever it holds.</summary>
internal sealed record RedisWords(IReadOnlyList<string> Words, string? Problem)
{
    public static RedisWords Read(string text, EquatableArray<Access.Binding> values)
    {
        var tokens = new Tokens(values);
        var command = text.Trim();
        if (command.StartsWith("redis-cli ", StringComparison.Ordinal)) return Refused("that is a command line of redis-cli: it needs a shell target");
        if (command.Contains('\n', StringComparison.Ordinal)) return Refused("one command at a time, and this text holds several lines");
        var words = new List<string>();
        var word = new StringBuilder();
        var begun = false;
        var quote = '\0';
        for (var at = 0; at < command.Length; at++)
        {
            var c = command[at];
            if (tokens.At(command, at) is { } value)
            {
                if (words.Count == 0) return Refused($"the value of {value.Name} would choose the command");
                word.Append(value.Value);
                begun = true;
                at += value.Token.Length - 1;
            }
            else if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else if (c == '\\' && at + 1 < command.Length && (quote == '"' || command[at + 1] == '\'')) word.Append(Unescaped(command[++at]));
                else word.Append(c);
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                begun = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                End();
            }
            else
            {
                word.Append(c);
                begun = true;
            }
        }

        if (quote != '\0') return Refused("a quote has no end");
        End();
        return words.Count == 0 ? Refused("there is no command") : new RedisWords(words, null);

        void End()
        {
            if (begun) words.Add(word.ToString());
            word.Clear();
            begun = false;
        }
    }

    static char Unescaped(char c) => c switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'a' => '\a',
        _ => c,
    };

    static RedisWords Refused(string problem) => new([], problem);
}
