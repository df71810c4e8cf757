using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>The stylesheet, the script or the icon, out of the executable. Its address holds its hash, so that a browser may keep it for ever.</summary>
public sealed class Asset
{
    public static Asset Style { get; } = new("app.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = new("app.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    readonly byte[] bytes;
    readonly string type;

    Asset(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"assets/{name}") ?? throw new InvalidOperationException($"{name} is not in the executable");
        bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        this.type = type;
        Path = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}/{name}";
    }

    public string Path { get; }

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var asset in new[] { Style, Script, Icon })
            endpoints.MapGet(asset.Path, asset.Send).AllowAnonymous();
    }

    FileContentHttpResult Send(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(bytes, type);
    }
}
