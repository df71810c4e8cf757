using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>Classes that write, start something or load code when one is made, and classes that derive from them.</summary>
internal static class Classes
{
    /// <summary>Python 3 library reference; selenium.dev, "WebDriver".</summary>
    static readonly FrozenSet<string> Acting = FrozenSet.ToFrozenSet(
        ["ParquetWriter", "SqliteDict", "Dataset", "SoundFile", "FileStorage", "VideoWriter", "PdfPages", "Popen", "ZipFile", "TarFile", "FileIO", "FileHandler",
            "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "SpooledTemporaryFile",
            "CDLL", "PyDLL", "WinDLL", "OleDLL", "LibraryLoader", "Thread", "Process", "Timer", "Pool", "ProcessPoolExecutor", "ThreadPoolExecutor", "ExcelWriter",
            "HDFStore", "InteractiveConsole", "InteractiveInterpreter", "Unpickler", "GzipFile", "BZ2File", "LZMAFile", "PyZipFile", "File", "DbfilenameShelf", "RawSQL",
            "RunSQL", "Func", "FunctionType", "CodeType", "LambdaType", "MethodType", "SimpleQueue", "Chrome", "Firefox", "Edge", "Safari", "WebDriver", "HTTPServer",
            "TCPServer", "UDPServer", "ThreadingHTTPServer", "ThreadingTCPServer", "SimpleXMLRPCServer", "UnixStreamServer", "SharedMemory", "ShareableList",
            "FileInput"]);

    /// <summary>What classes are called that open a file, or start something.</summary>
    static readonly string[] Endings = ["FileHandler", "RotatingHandler", "Thread", "Executor", "TemporaryFile"];

    /// <summary>Classes of Node.js that open a file, or run code that they are given.</summary>
    static readonly FrozenSet<string> OfJavaScript =
        FrozenSet.Create(StringComparer.Ordinal, "WriteStream", "FileWriteStream", "SyncWriteStream", "Worker", "SharedWorker", "Script", "CronJob", "Notification",
            "ReadableStream", "WritableStream", "TransformStream", "Readable", "Writable", "Transform", "Duplex");

    /// <summary>Classes that may be derived from: their making and their hooks do nothing but remember.</summary>
    static readonly FrozenSet<string> Plain = FrozenSet.Create(StringComparer.Ordinal,
        "object", "Exception", "BaseException", "Warning", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "NamedTuple", "TypedDict", "Protocol", "Generic", "ABC",
            "dict", "list", "set", "tuple", "str", "int", "float", "OrderedDict", "defaultdict", "UserDict", "Counter",
        "BaseModel", "Model", "DeclarativeBase", "Base", "JSONEncoder", "JSONDecoder", "HTMLParser", "TestCase", "View", "Object", "Array", "Map", "Set", "Date",
            "EventEmitter", "Component", "PureComponent");

    public static bool Act(string name) => Acting.Contains(name) || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <returns>Why what is made, or derived from, at that place may act; null where nothing is, or it is plain.</returns>
    public static string? Problem(List<CodeToken> tokens, int at, CodeFamily family, HashSet<string> bound)
    {
        if (tokens[at].Kind != CodeKind.Name || at > 0 && tokens[at - 1].Is(".") || at + 1 >= tokens.Count) return null;
        if (family == CodeFamily.JavaScript)
        {
            if (tokens[at].Is("new") && !tokens[at + 1].Is(".")) return Made(tokens, at + 1, bound);
            if (!tokens[at].Is("extends")) return null;
            var end = Paths.EndOf(tokens, at + 1);
            return IsPlain(tokens[end]) ? null : $"a class derives from '{tokens[end].Text}', which may act when one is made";
        }

        if (!tokens[at].Is("class") || at + 2 >= tokens.Count || !tokens[at + 2].Is("(")) return null;
        for (var (start, close) = (at + 3, Paths.ClosingOf(tokens, at + 2)); start < close;)
        {
            var end = HandedFunctions.End(tokens, start);
            // class A(B, metaclass=M), class A(Generic[T])
            var named = start + 1 < end && tokens[start + 1].Is("=");
            var last = named || tokens[end - 1].Is("]") ? named ? end - 1 : start : end - 1;
            if (!(named ? tokens[start].Is("metaclass") ? tokens[last].Text is "ABCMeta" or "EnumMeta" or "type" : !tokens[last].Is(")") : IsPlain(tokens[last])))
                return $"a class derives from '{tokens[last].Text}', which may act when one is made";
            start = end + 1;
        }

        return null;
    }

    static bool IsPlain(CodeToken name) =>
        name.Kind == CodeKind.Name
            && (Plain.Contains(name.Text) || name.Text.EndsWith("Error", StringComparison.Ordinal) || name.Text.EndsWith("Exception", StringComparison.Ordinal));

    // "new purgeAll", "new store.Purge", "new (store.purge)" need no brackets behind them.
    static string? Made(List<CodeToken> tokens, int at, HashSet<string> bound)
    {
        if (tokens[at].Kind != CodeKind.Name) return "what is made is not known by name";
        if (OfJavaScript.Contains(tokens[at].Text)) return $"{tokens[at].Text} opens a file, or runs something";
        var end = at;
        while (end + 2 < tokens.Count && tokens[end + 1].Is(".") && tokens[end + 2].Kind == CodeKind.Name) end += 2;
        if (end + 1 < tokens.Count && tokens[end + 1].Is("(")) return null;
        return end > at || !Constructors.AreKnown(tokens[at].Text, CodeFamily.JavaScript, bound) ? $"'{tokens[end].Text}' is called as a class" : null;
    }
}
