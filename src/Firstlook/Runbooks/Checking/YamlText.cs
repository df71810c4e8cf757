using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Firstlook.Runbooks.Checking;

/// <summary>YAML as a person wrote it: its documents, or the line at which it stops making sense. Whatever the text is, nothing is thrown.</summary>
public static class YamlText
{
    /// <returns>The documents; none where there is a fault.</returns>
    public static (IReadOnlyList<YamlDocument> Documents, (int Line, string What)? Fault) Read(TextReader text)
    {
        var stream = new YamlStream();
        var fault = Fault(text, stream.Load);
        return (fault is null ? [.. stream.Documents] : [], fault);
    }

    /// <returns>What is wrong with a text that nobody needs the nodes of; null where nothing is.</returns>
    public static (int Line, string What)? Fault(TextReader text) => Fault(text, parser =>
    {
        while (parser.MoveNext() && parser.Current is not StreamEnd)
        {
        }
    });

    static (int Line, string What)? Fault(TextReader text, Action<IParser> read)
    {
        var parser = new BoundedParser(new Parser(text));
        try
        {
            read(parser);
            return null;
        }
        catch (YamlException exception)
        {
            return ((int)exception.Start.Line, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The library says neither what nor where: a flow list or mapping that is not closed, an unknown directive, half of a character.
            return (parser.Line, "what follows here makes no sense; a bracket, a brace or a quotation mark may not be closed");
        }
    }

    /// <summary>Nodes are made by recursion: what is nested deeper than anybody writes it would end the process.</summary>
    sealed class BoundedParser(Parser parser) : IParser
    {
        const int Deepest = 100;

        int depth;

        /// <summary>1-based, of the last thing that was read.</summary>
        public int Line { get; private set; } = 1;

        public ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            if (!parser.MoveNext()) return false;
            Line = (int)parser.Current!.Start.Line;
            depth += parser.Current.NestingIncrease;
            return depth <= Deepest ? true : throw new SyntaxErrorException(parser.Current.Start, parser.Current.End, $"It is nested deeper than {Deepest} levels.");
        }
    }
}
