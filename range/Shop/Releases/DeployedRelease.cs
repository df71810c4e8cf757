namespace Firstlook.Range.Releases;

/// <summary>The release that runs. It is read at the start and at each deploy (SIGHUP), not in between.</summary>
internal sealed class DeployedRelease
{
    readonly string folder;
    Release current;

    /// <exception cref="System.Text.Json.JsonException">What is deployed is not a release, so nothing can start with it.</exception>
    public DeployedRelease(string folder)
    {
        this.folder = folder;
        Sound = current = Read();
    }

    public Release Current => Volatile.Read(ref current);

    /// <summary>The release of the start, which is known to work.</summary>
    public Release Sound { get; }

    public void Reload() => Volatile.Write(ref current, Read());

    Release Read() => Release.Parse(File.ReadAllText(Path.Combine(folder, "release.json")), File.ReadAllText(Path.Combine(folder, "VERSION")).Trim());
}
