namespace Firstlook.Effects.Code;

/// <summary>
/// Names that stand for what a snippet made itself: a collection, or a row of a database that is written only when it is saved. A name that may stand for
/// anything else, even once, is none of them: <c>flags = settings.FLAGS</c>, <c>plug = SmartPlug(address)</c>.
/// </summary>
internal sealed class OwnNames
{
    readonly HashSet<string> rows = new(StringComparer.Ordinal);
    readonly HashSet<string> collections = new(StringComparer.Ordinal);

    public bool Has(string name) => rows.Contains(name) || collections.Contains(name);

    /// <summary>Whether setting an element of it stays in memory.</summary>
    public bool IsCollection(string name) => collections.Contains(name);

    public static OwnNames Of(List<CodeToken> tokens, CodeFamily family)
    {
        var own = new OwnNames();
        var strangers = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")")) depth--;
            if (!Paths.Sets(tokens, at, family, depth)) continue;
            var end = Paths.LastOfTarget(tokens, at, family);
            if (end < 0 || tokens[end].Kind != CodeKind.Name || Paths.StartOf(tokens, end) != end) continue;
            var set = end > 0 && tokens[end - 1].Is(",") || tokens[at - 1].Is(",")
                ? strangers
                : MakesCollection(tokens, at + 1)
                ? own.collections
                : MakesRow(tokens, at + 1)
                ? own.rows
                : strangers;
            // What is added to a name by += leaves it what it was.
            if (end == at - 1 || tokens[at - 1].Is(",") || set != strangers) set.Add(tokens[end].Text);
            for (var other = end; set == strangers && other > 1 && tokens[other - 1].Is(","); other -= 2) strangers.Add(tokens[other - 2].Text);
        }

        own.rows.ExceptWith(strangers);
        own.collections.ExceptWith(strangers);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == CodeKind.Name && tokens[at].Text is "for") own.AddElements(tokens, at + 1, strangers);
        }

        return own;
    }

    // "for order in Order.objects.all()", "for path, count in totals.items()", "for (const row of rows)": elements of what is its own.
    void AddElements(List<CodeToken> tokens, int at, HashSet<string> strangers)
    {
        var names = new List<string>();
        for (; at < tokens.Count && (tokens[at].Kind == CodeKind.Name && tokens[at].Text is not ("in" or "of") || tokens[at].Text is "," or "(" or ")" or "[" or "]"); at++)
        {
            if (tokens[at].Kind == CodeKind.Name) names.Add(tokens[at].Text);
        }

        if (at + 1 >= tokens.Count || tokens[at].Kind != CodeKind.Name) return;
        if (MakesCollection(tokens, at + 1) || MakesRow(tokens, at + 1) || tokens[at + 1].Kind == CodeKind.Name && Has(tokens[at + 1].Text))
            collections.UnionWith(names.Where(name => !strangers.Contains(name)));
    }

    // {}, [x for x in y], dict(...), new Map(), pd.read_csv(...), "x", 3
    static bool MakesCollection(List<CodeToken> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Is("new")) at++;
        if (at >= tokens.Count) return false;
        if (tokens[at].Kind is CodeKind.String or CodeKind.Number) return true;
        var called = at + 1 < tokens.Count && tokens[at + 1].Text is "(" or ".";
        return tokens[at].Text is "{" or "["
            || called && tokens[at].Text is "dict" or "list" or "range" or "sorted" or "enumerate" or "zip" or "defaultdict" or "Counter" or "OrderedDict"
                or "collections" or "pd" or "np" or "Array" or "Object" or "Map" or "Set" or "Hash" or "JSON"
            || tokens[at].Is("json") && at + 2 < tokens.Count && tokens[at + 2].Text is "loads" or "load";
    }

    /// <summary>Words by which one asks for rows that are written when they are saved: Django, SQLAlchemy; Mongoose, Sequelize, Prisma; the documents of mongosh.</summary>
    static bool MakesRow(List<CodeToken> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Is("await")) at++;
        if (at >= tokens.Count || tokens[at].Kind != CodeKind.Name) return false;
        var end = Paths.EndOf(tokens, at);
        return end > at
            && (tokens[at].Text is "rs"
                || tokens[(at + 1)..end]
                    .Exists(token =>
                        token.Kind == CodeKind.Name
                            && token.Text is "objects" or "query" or "findOne" or "findMany" or "findAll" or "findById" or "findByPk" or "findUnique" or "findFirst"));
    }
}
