using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Firstlook.Tests.Architecture;

/// <summary>The core is values in, values out: what its compiled code refers to is proof of that.</summary>
public sealed class PurityTests
{
    static readonly string[] ForbiddenNamespaces =
    [
        "System.Net.Http", "System.Net.Sockets", "System.Net.Mail", "System.Net.NetworkInformation", "System.IO.Pipes", "System.IO.MemoryMappedFiles", "System.IO.IsolatedStorage",
        "System.Data", "Microsoft.Data", "Npgsql", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Win32", "System.Runtime.InteropServices.Marshalling", "System.Timers", "System.Threading.Channels",
    ];

    static readonly string[] ForbiddenTypes =
    [
        "System.Console", "System.Random", "System.TimeProvider", "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo", "System.Diagnostics.Stopwatch", "System.Diagnostics.Trace", "System.Diagnostics.Debug",
        "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Tasks.Task", "System.Threading.Tasks.Parallel",
        "System.Net.WebRequest", "System.Net.Dns", "System.Security.Cryptography.RandomNumberGenerator", "System.IServiceProvider", "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.NativeLibrary",
    ];

    /// <summary>Of System.IO only what touches no file: paths as text, and streams and readers over memory.</summary>
    static readonly string[] AllowedInIo = ["System.IO.Path", "System.IO.MemoryStream", "System.IO.Stream", "System.IO.StringReader", "System.IO.StringWriter", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.InvalidDataException"];

    /// <summary>Of Environment only the word for a line's end, which the compiler itself may name.</summary>
    static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeZoneInfo.get_Local",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariables", "System.Environment.get_MachineName", "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64", "System.Environment.get_UserName", "System.Environment.get_CurrentDirectory", "System.Environment.get_ProcessId", "System.Environment.Exit", "System.Environment.GetFolderPath",
        "System.IO.Path.GetFullPath", "System.IO.Path.GetTempFileName", "System.IO.Path.GetTempPath", "System.IO.Path.GetRandomFileName", "System.IO.Path.Exists",
    ];

    [Fact]
    public void The_core_touches_nothing_but_its_values()
    {
        var (types, members) = References(typeof(Response).Assembly.Location);
        Assert.Contains("System.Text.Json.JsonDocument", types);
        var wrong = types.Where(IsForbidden).Concat(members.Where(ForbiddenMembers.Contains)).Order(StringComparer.Ordinal).ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    static bool IsForbidden(string type) =>
        ForbiddenTypes.Contains(type)
        || ForbiddenNamespaces.Any(name => type.StartsWith(name + ".", StringComparison.Ordinal))
        || (type.StartsWith("System.IO.", StringComparison.Ordinal) && !AllowedInIo.Contains(type));

    [Fact]
    public void The_core_calls_no_native_code()
    {
        using var file = new PEReader(File.OpenRead(typeof(Response).Assembly.Location));
        var metadata = file.GetMetadataReader();
        Assert.DoesNotContain(metadata.MethodDefinitions, handle => metadata.GetMethodDefinition(handle).Attributes.HasFlag(System.Reflection.MethodAttributes.PinvokeImpl));
    }

    [Fact]
    public void The_scan_finds_what_it_looks_for()
    {
        var (types, members) = References(typeof(PurityTests).Assembly.Location);
        Assert.Contains("System.IO.File", types);
        Assert.Contains("System.Environment.GetEnvironmentVariable", members);
        Assert.True(IsForbidden("System.IO.File"));
        Assert.True(IsForbidden("System.Net.Http.HttpClient"));
        Assert.False(IsForbidden("System.IO.Path"));
    }

    static (HashSet<string> Types, HashSet<string> Members) References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToHashSet(StringComparer.Ordinal);
        var members = metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
            .ToHashSet(StringComparer.Ordinal);
        return (types, members);
    }

    static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
