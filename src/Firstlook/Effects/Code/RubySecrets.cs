using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>What Ruby shows of the environment, and of files that by their names hold keys or passwords.</summary>
internal static partial class RubySecrets
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

    /// <summary>How far from a variable its call may name the machine.</summary>
    const int Near = 40;

    /// <summary>Whether a variable of the environment stands in a statement beside the name of a machine that may be anybody's: <c>Redis.new(host: 'example.com', password:
    /// ENV['P'])</c>.</summary>
    public static bool IsSent(List<CodeToken> tokens, int at)
    {
        if (at + 2 < tokens.Count && tokens[at + 1].Is("[") && OfPlace().IsMatch(Text(tokens[at + 2]))) return false;
        return Reach(-1) || Reach(1);

        bool Reach(int step)
        {
            for (var place = at + step; place >= 0 && place < tokens.Count && Math.Abs(place - at) <= Near; place += step)
            {
                if (tokens[place].Kind == CodeKind.Newline || tokens[place].Is(";")) return false;
                if (tokens[place].Kind == CodeKind.String && (SentOn.LeavesHome(tokens[place])
                    || Host().IsMatch(Text(tokens[place])) && !OwnNetwork.Private.Has(Text(tokens[place]))))
                    return true;
            }

            return false;
        }
    }

    // Where something listens, and who one is there.
    [GeneratedRegex("(HOST|PORT|URL|URI|USER|USERNAME|REGION|ENV|DB|DATABASE|NAME)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfPlace();

    [GeneratedRegex(@"^[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    static bool Tells(List<CodeToken> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].Is("(")) at--;
        return at > 0 && tokens[at - 1].Text is "exist?" or "exists?" or "file?" or "size" or "stat" or "mtime" or "ctime" or "readable?" or "basename" or "dirname" or "extname";
    }

    static string Text(CodeToken token) => token.Text.Trim('"', '\'');
}
