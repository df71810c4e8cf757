using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>The sentences of a procedure that tell somebody to do something.</summary>
internal static class Instructions
{
    public static Func<Procedure, IEnumerable<(int Line, string Text)>> Of(Subject subject) => procedure =>
        subject.Pieces.Between(procedure.Line, procedure.EndLine).Where(p => p.Piece is Paragraph { OpensItem: true } && p.Section.IsWithin(Role.Action))
            .Select(p => (p.Piece.Line, ((Paragraph)p.Piece).Text.Plain));
}
