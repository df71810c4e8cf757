using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Firstlook.App.Tests.Serving;

/// <summary>Somebody outside who takes messages, strictly: a Slack webhook and a signed one.</summary>
sealed class StandIn(WebApplication app, Uri address) : IAsyncDisposable
{
    public Uri Address => address;

    public ConcurrentQueue<Received> Messages { get; } = new();

    /// <summary>While above nought, each request is answered with 503 and counts it down.</summary>
    public int Failures { get; set; }

    public sealed record Received(string Path, string Body, string? Signature, string? Delivery);

    public static async Task<StandIn> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        StandIn? standIn = null;
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            if (standIn!.Failures > 0)
            {
                standIn.Failures--;
                context.Response.StatusCode = 503;
                return;
            }

            standIn.Messages.Enqueue(new Received(context.Request.Path, body, context.Request.Headers["Firstlook-Signature"], context.Request.Headers["Firstlook-Delivery"]));
            await context.Response.WriteAsync("ok");
        });
        await app.StartAsync();
        return standIn = new StandIn(app, new Uri(app.Urls.First()));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
