using Firstlook.App.Configuration;
using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.App.Desk;

/// <summary>The teams' runbooks as they are on disk now, and the services that alerts may choose.</summary>
public sealed class Libraries(EquatableArray<Service> services, EquatableArray<TeamConfiguration> teams, EquatableArray<string> shared, Action<string> problem)
{
    /// <summary>An incident keeps the runbook it was opened with, and the journal takes no larger piece.</summary>
    const long LargestFile = Journal.Acceptable.MaxBytes;

    const int MostFiles = 5000;
    const int MostTitles = 2000;

    readonly Lock reading = new();
    readonly Dictionary<(string File, Toolset Tools), (DateTime Written, long Size, Entry Entry)> read = [];

    sealed record Entry(Runbook Runbook, ReadOnlyMemory<byte> Bytes);

    public EquatableArray<Service> Services => services;

    public Service? Service(string? name) => services.FirstOrDefault(service => service.Name == name);

    /// <summary>The team's runbooks; for no team those that all share. A file is read again when it has changed.</summary>
    public IReadOnlyList<Runbook> Of(string? team) => [.. Entries(team).Select(entry => entry.Runbook)];

    /// <summary>The teams whose library holds the file.</summary>
    public IReadOnlyList<string> OwnersOf(string file) => [.. teams.Select(team => team.Name).Where(team => Entries(team).Any(entry => entry.Runbook.File == file))];

    /// <summary>The bytes that a runbook was read from, for the record.</summary>
    public ReadOnlyMemory<byte> Bytes(Runbook runbook)
    {
        lock (reading) return read.Values.First(known => ReferenceEquals(known.Entry.Runbook, runbook)).Entry.Bytes;
    }

    /// <param name="fileAndSlug">"FILE#slug"; of the file the end of its path suffices.</param>
    public (Runbook Runbook, Procedure Procedure, ReadOnlyMemory<byte> Bytes)? Find(string? team, string fileAndSlug)
    {
        var hash = fileAndSlug.LastIndexOf('#');
        if (hash < 0) return null;
        var (file, slug) = (fileAndSlug[..hash], fileAndSlug[(hash + 1)..]);
        foreach (var entry in Entries(team).Where(entry => entry.Runbook.File == file || Path.GetFileName(entry.Runbook.File) == Path.GetFileName(file)))
            if (entry.Runbook.Procedures.FirstOrDefault(procedure => procedure.Slug == slug) is { } procedure)
                return (entry.Runbook, procedure, entry.Bytes);
        return null;
    }

    /// <summary>What a person may mean: "FILE#slug", or a title, an alert or a slug alone, whatever its case.</summary>
    public IReadOnlyList<(Runbook Runbook, Procedure Procedure, ReadOnlyMemory<byte> Bytes)> Meant(string? team, string said)
    {
        if (Find(team, said) is { } found) return [found];
        return
        [
            .. Entries(team).SelectMany(entry => entry.Runbook.Procedures.Select(procedure => (entry.Runbook, Procedure: procedure, entry.Bytes)))
                .Where(one => one.Procedure.Alerts.Append(one.Procedure.Title).Append(one.Procedure.Slug).Contains(said.Trim(), StringComparer.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>What a person may choose from: titles that mean one procedure, and "FILE#slug" of those whose title others have too. For no team those of all.</summary>
    public IReadOnlyList<string> Titles(string? team)
    {
        var entries = team is null ? teams.SelectMany(known => Entries(known.Name)).Concat(Entries(null)).DistinctBy(entry => entry.Runbook.File) : Entries(team);
        return
        [
            .. entries.SelectMany(entry => entry.Runbook.Procedures.Select(procedure => (entry.Runbook.File, procedure)))
                .GroupBy(one => one.procedure.Title, StringComparer.OrdinalIgnoreCase)
                .SelectMany(same => same.Count() == 1 ? [same.Key] : same.Select(one => $"{Path.GetFileName(one.File)}#{one.procedure.Slug}"))
                .Order(StringComparer.OrdinalIgnoreCase)
                .Take(MostTitles),
        ];
    }

    /// <summary>Why a "FILE#slug" that <see cref="Find"/> does not find is none; null where it names no file at all, as the name of an alert does.</summary>
    public string? Missing(string? team, string fileAndSlug)
    {
        var hash = fileAndSlug.LastIndexOf('#');
        if (hash < 0) return null;
        var (file, slug) = (fileAndSlug[..hash], fileAndSlug[(hash + 1)..]);
        var named = Entries(team).Select(entry => entry.Runbook).Where(runbook => runbook.File == file || Path.GetFileName(runbook.File) == Path.GetFileName(file)).ToArray();
        if (named.Length == 0) return IsRunbook(file) ? $"there is no file {file} in the runbooks{(team is null ? "" : $" of team {team}")}" : null;
        var slugs = named.SelectMany(runbook => runbook.Procedures).Select(procedure => procedure.Slug).ToArray();
        return $"{file} has no procedure #{slug}{(slugs.Length == 0 ? ", nor any other" : $"; it has {string.Join(", ", slugs.Select(known => "#" + known))}")}";
    }

    /// <summary>Why the runbook on disk no longer says a command in a procedure; null where it still does.</summary>
    public string? Edited(string? team, string file, string procedure, string text, Language language)
    {
        if (Entries(team).FirstOrDefault(entry => entry.Runbook.File == file) is not { } entry) return $"{Path.GetFileName(file)} is no longer among the team's runbooks";
        return entry.Runbook.Procedures.Where(one => one.Id == procedure).SelectMany(one => one.Steps).SelectMany(step => Units.Of(step))
            .Any(unit => ActionProposals.Says(unit.Command, text, language))
            ? null
            : $"{Path.GetFileName(file)} has been edited since the incident opened, and no longer says this";
    }

    List<Entry> Entries(string? team)
    {
        var own = teams.FirstOrDefault(known => known.Name == team);
        var paths = shared.Concat(own?.Runbooks ?? []);
        var tools = own?.Tools ?? Toolset.BuiltIn;
        lock (reading) return [.. paths.SelectMany(Files).Distinct().Take(MostFiles).Select(file => Read(file, tools)).Where(entry => entry is not null).Select(entry => entry!)];
    }

    Entry? Read(string file, Toolset tools)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists)
            {
                problem($"there is no file or folder {file}, which is to hold runbooks");
                return null;
            }

            if (info.Length > LargestFile)
            {
                problem($"{file} has {info.Length} bytes, at most {LargestFile} are read");
                return null;
            }

            if (read.TryGetValue((file, tools), out var known) && known.Written == info.LastWriteTimeUtc && known.Size == info.Length) return known.Entry;
            var bytes = File.ReadAllBytes(file);
            var entry = new Entry(RunbookReader.Read(file, bytes, tools), bytes);
            read[(file, tools)] = (info.LastWriteTimeUtc, info.Length, entry);
            return entry;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem($"{file} cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>A file as it is; of a folder every <c>.md</c>, <c>.markdown</c> and <c>.txt</c> in it and below, hidden ones apart, by name.</summary>
    public static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path)) return [path];
        var options =
            new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 16, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
                IgnoreInaccessible = true };
        return Directory.EnumerateFiles(path, "*", options)
            .Where(IsRunbook)
            .Order(StringComparer.Ordinal);
    }

    static bool IsRunbook(string file) => Path.GetExtension(file).ToLowerInvariant() is ".md" or ".markdown" or ".txt";
}
