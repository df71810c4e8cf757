using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>What comes into a variable, by whichever way: what a file holds (<see cref="SentAway"/>), or what another machine answered (<see cref="EvaluatedAnswers"/>).</summary>
internal static class Contents
{
    /// <summary>Stands among the names for whatever a shell or a function is handed: <c>$1</c>, <c>$@</c>, and <c>$0</c> of <c>bash -c</c>.</summary>
    const string Handed = "@";

    /// <summary>Stands among the names for what is read through another descriptor than the standard input.</summary>
    public const string Opened = "<&";

    public static bool Carry(string name, Scope scope) => scope.Carried.Contains(Key(name));

    public static bool AreForeign(string name, Scope scope) => scope.Foreign.Contains(Key(name));

    public static bool AreTold(string name, Scope scope) => scope.Told.Contains(Key(name)) || AreForeign(name, scope);

    static string Key(string name) => name is "*" || char.IsAsciiDigit(name[0]) ? Handed : name;

    public static void Take(string name, EquatableArray<WordPart> parts, Scope scope)
    {
        if (SentAway.Carried(parts, scope) is not null) scope.Carry(name, SameServer.Of(parts, scope));
        if (EvaluatedAnswers.IsForeign(parts, scope)) scope.Foreign.Add(name);
        if (EvaluatedAnswers.IsTold(parts, scope)) scope.Told.Add(name);
        if (SentAway.HoldSecret(parts, scope)) scope.Secrets.Add(name);
    }

    /// <summary>What an expression sets is made of what stands in it.</summary>
    public static void Take(string expression, IEnumerable<string> set, EquatableArray<WordPart> inner, Scope scope)
    {
        if (SentAway.Carried(inner, scope) is not null || ArithmeticNames.In(expression).Any(scope.Carried.Contains)) scope.Carry(set);
    }

    /// <summary>What a command itself leaves in variables, and hands to a function or to another shell.</summary>
    public static void Keep(SimpleCommand command, Input input, Scope scope)
    {
        var name = command.Words[0].Constant;
        if (name is "read" or "mapfile" or "readarray")
        {
            var opened = command.Words.Any(word => word.Constant is ['-', 'u', ..] or ['-', 'r', 'u', ..]);
            if (input.HoldsFile || opened) scope.Carry(Variables.SetByBuiltin(command), opened ? null : input.Server);
            foreach (var variable in Variables.SetByBuiltin(command))
                NamedFiles.Keep(variable, NamedFiles.PrintedBy(input, scope).Select(file => new Argument(file)), scope);
            if (input.IsForeign || opened && scope.Foreign.Contains(Opened)) scope.Foreign.UnionWith(Variables.SetByBuiltin(command));
            if (input.IsTold) scope.Told.UnionWith(Variables.SetByBuiltin(command));
        }

        var (carries, foreign, told) = (false, false, false);
        foreach (var word in command.Words)
        {
            // What is written out is nobody else's.
            if (word.IsWritten) continue;
            carries = carries || SentAway.Carries(word, scope);
            foreign = foreign || EvaluatedAnswers.IsForeign(word.Parts, scope);
            told = told || EvaluatedAnswers.IsTold(word.Parts, scope);
        }

        if (name is "printf" && carries) scope.Carry(Variables.SetByBuiltin(command));
        if (name is "printf" && told) scope.Told.UnionWith(Variables.SetByBuiltin(command));
        if (name is "printf" && foreign) scope.Foreign.UnionWith(Variables.SetByBuiltin(command));
        if ((carries || told || foreign) && name is "export" or "declare" or "typeset" or "local" or "readonly" or "env" or "sudo")
        {
            foreach (var word in command.Words.Skip(1))
            {
                if (word.Parts[0] is Literal { Text: var text } && text.IndexOf('=') is > 0 and var at) Take(text[..at], word.Parts, scope);
            }
        }

        // xargs hands on what it reads as words.
        var feeds = command.Words.Any(word => word.Constant is "xargs" or "parallel");
        scope.HandsCarried = carries || feeds && (input.HoldsFile || command.Words.Any(word => word.Constant is ['-', 'a', ..] or ['-', '-', 'a', 'r', 'g', '-', 'f', ..]));
        scope.HandsForeign = foreign || feeds && input.IsForeign;
        if (!(scope.HandsCarried || scope.HandsForeign || told || feeds && input.IsTold)) return;
        if (name is not "set" && (name is null || !scope.Functions.ContainsKey(name))) return;
        if (scope.HandsCarried) scope.Carry(Handed);
        if (scope.HandsForeign) scope.Foreign.Add(Handed);
        if (told || feeds && input.IsTold) scope.Told.Add(Handed);
    }

    /// <summary>What another text of the same source finds in its variables, and among its words.</summary>
    public static void HandDown(Scope outer, Scope inner)
    {
        inner.Carry(outer.Carried);
        inner.Foreign.UnionWith(outer.Foreign);
        inner.Told.UnionWith(outer.Told);
        inner.Secrets.UnionWith(outer.Secrets);
        inner.OpenFolders.UnionWith(outer.OpenFolders);
        if (outer.HandsCarried) inner.Carry(Handed);
        if (outer.HandsForeign) inner.Foreign.Add(Handed);
    }

    /// <summary>What it leaves, as <c>eval</c> does: what stands around it judges with that.</summary>
    public static void HandUp(Scope inner, Scope outer)
    {
        outer.Carry(inner.Carried);
        outer.Foreign.UnionWith(inner.Foreign);
        outer.Told.UnionWith(inner.Told);
        outer.Secrets.UnionWith(inner.Secrets);
        outer.OpenFolders.UnionWith(inner.OpenFolders);
        outer.Connected |= inner.Connected;
        outer.InOpenFolder |= inner.InOpenFolder;
        outer.Subscripts |= inner.Subscripts;
    }
}
