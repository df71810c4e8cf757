namespace Firstlook.Effects.Code;

/// <summary>What Ruby shows of the environment, and of files that by their names hold keys or passwords.</summary>
internal static class RubySecrets
{
    /// <returns>Null where nothing of the kind stands at a place.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at)
    {
        if (tokens[at] is { Kind: CodeKind.Name, Text: "ENV" } && !(at > 0 && tokens[at - 1].Is(".")) && !IsPlain(tokens, at))
            return Verdict.Read("it shows the environment", EffectTags.Secret);
        return tokens[at].Kind == CodeKind.String && SecretFiles.Holds(Requests.Spelled(tokens[at])) && !Tells(tokens, at)
            ? Verdict.Read($"'{new Argument(Text(tokens[at])).Shown}' may hold secrets", EffectTags.Secret) : null;
    }

    // ENV['RAILS_ENV'], ENV.fetch('RAILS_ENV')
    static bool IsPlain(List<CodeToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count) return false;
        var asks = tokens[at + 1].Is(".") && at + 3 < tokens.Count && tokens[at + 2].Text is "fetch" or "key?" or "has_key?" or "include?" or "member?" or "size" or "empty?";
        if (asks && tokens[at + 2].Text is not "fetch") return true;
        var name = asks ? at + 4 : at + 2;
        return (asks || tokens[at + 1].Is("[")) && name < tokens.Count && tokens[name] is { Kind: CodeKind.String, Inner.Length: 0 } && !tokens[name].Text.Contains('\\')
            && !DangerousNames.IsSecret(Text(tokens[name])) && !SecretFields.AreAddress(Text(tokens[name]))
            && name + 1 < tokens.Count && tokens[name + 1].Text is "]" or ")" or ",";
    }

    static bool Tells(List<CodeToken> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].Is("(")) at--;
        return at > 0 && tokens[at - 1].Text is "exist?" or "exists?" or "file?" or "size" or "stat" or "mtime" or "ctime" or "readable?" or "basename" or "dirname" or "extname";
    }

    static string Text(CodeToken token) => token.Text.Trim('"', '\'');
}
