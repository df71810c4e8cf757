using Firstlook.Access;
using Firstlook.Effects.Shell;

namespace Firstlook.Executors.Shell;

internal enum Place
{
    /// <summary>Not inside any word that we know: a comment, an operator, a here-document.</summary>
    Elsewhere,
    Bare,
    Single,
    Double,
}

/// <summary>How each character of a text is quoted, from the tree.</summary>
internal sealed class QuotedPlaces
{
    readonly string text;
    readonly Place[] places;

    QuotedPlaces(string text) => (this.text, places) = (text, new Place[text.Length]);

    public Place At(int offset) => places[offset];

    public static QuotedPlaces Of(string text, ShellList list)
    {
        var found = new QuotedPlaces(text);
        found.Mark(list);
        return found;
    }

    void Mark(ShellList list)
    {
        foreach (var item in list.Items)
        {
            foreach (var pipeline in item.Command.Pipelines)
            {
                foreach (var command in pipeline.Commands) Mark(command);
            }
        }
    }

    void Mark(ShellCommand command)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection.Operator != RedirectionOperator.HereDocument) Mark(redirection.Target);
        }

        switch (command)
        {
            case SimpleCommand simple:
                foreach (var word in simple.Words) Mark(word);
                foreach (var assignment in simple.Assignments)
                {
                    if (assignment.Value is { } value) Mark(value);
                }

                break;
            case Subshell subshell:
                Mark(subshell.Body);
                break;
            case BraceGroup group:
                Mark(group.Body);
                break;
            case ForLoop loop:
                foreach (var word in loop.Words ?? []) Mark(word);
                Mark(loop.Body);
                break;
            case WhileLoop loop:
                Mark(loop.Condition);
                Mark(loop.Body);
                break;
            case IfCommand branches:
                foreach (var branch in branches.Branches)
                {
                    Mark(branch.Condition);
                    Mark(branch.Body);
                }

                if (branches.Else is { } otherwise) Mark(otherwise);
                break;
        }
    }

    void Mark(Word word)
    {
        foreach (var part in word.Parts) Mark(part, quoted: false);
    }

    void Mark(WordPart part, bool quoted)
    {
        Fill(part.Span, part switch
        {
            // The escapes of $'...' would not hold beyond the value.
            SingleQuoted => text[part.Span.Start] == '$' ? Place.Elsewhere : Place.Single,
            Arithmetic or ProcessSubstitution => Place.Elsewhere,
            _ => quoted ? Place.Double : Place.Bare,
        });
        if (part is DoubleQuoted both)
        {
            Fill(part.Span, Place.Double);
            foreach (var inner in both.Parts) Mark(inner, quoted: true);
        }

        // Inside a substitution quoting begins anew.
        if (part is CommandSubstitution substitution)
        {
            Fill(part.Span, Place.Elsewhere);
            Mark(substitution.Body);
        }
    }

    void Fill(Span span, Place place)
    {
        for (var at = span.Start; at < span.End; at++) places[at] = place;
    }
}
