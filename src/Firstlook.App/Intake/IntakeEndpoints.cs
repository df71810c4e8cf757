using System.Buffers;
using System.IO.Pipelines;
using Firstlook.Alerts;
using Microsoft.AspNetCore.Http.Features;

namespace Firstlook.App.Intake;

/// <summary>Where alerts come in. Shapes and answers are those of the systems that send them.</summary>
public static class IntakeEndpoints
{
    /// <summary>Largest body. Prometheus sends at most 256 alerts at once, which is far below.</summary>
    public const int LargestBody = 10 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes, string policy)
    {
        var intake = routes.MapGroup("").RequireAuthorization(policy);
        intake.MapPost("/api/v2/alerts",
            (HttpContext context, AlertIntake alerts, TimeProvider time) => Take(context, alerts, body => Response.Arrives(body, time.GetUtcNow()), asJsonText: true));
        intake.MapPost("/intake/alertmanager",
            (HttpContext context, AlertIntake alerts, TimeProvider time) =>
                Take(context, alerts, body => PostedAlerts.FromAlertmanager(body, time.GetUtcNow()), asJsonText: false));
    }

    static async Task Take(HttpContext context, AlertIntake intake, Func<ReadOnlyMemory<byte>, PostedAlerts> read, bool asJsonText)
    {
        // The bound is kept here, where the answer can say so.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        if (await Body(context.Request) is not { } body)
        {
            // What is left of the body is not read: the connection ends instead.
            context.Response.Headers.Connection = "close";
            await Answer(context, StatusCodes.Status413PayloadTooLarge, $"the body is larger than {LargestBody} bytes", asJsonText);
            return;
        }

        var posted = read(body);
        if (posted.Alerts.Count > 0 && await intake.Accept(posted.Alerts, context.RequestAborted) is { } unavailable)
        {
            context.Response.Headers.RetryAfter = "1";
            await Answer(context, StatusCodes.Status503ServiceUnavailable, $"not stored: {unavailable}", asJsonText);
            return;
        }

        if (posted.Problems.IsEmpty) context.Response.StatusCode = StatusCodes.Status200OK;
        else await Answer(context, StatusCodes.Status400BadRequest, Sentence(posted), asJsonText);
    }

    /// <summary>The first problems; a body with ten thousand wrong alerts does not get ten thousand sentences.</summary>
    static string Sentence(PostedAlerts posted)
    {
        const int shown = 5;
        var text = string.Join("; ", posted.Problems.Take(shown));
        return posted.Problems.Count > shown ? $"{text}; and {posted.Problems.Count - shown} more" : text;
    }

    static Task Answer(HttpContext context, int status, string text, bool asJsonText)
    {
        context.Response.StatusCode = status;
        return asJsonText ? context.Response.WriteAsJsonAsync(text, context.RequestAborted) : context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }

    /// <returns>Null where it is too large.</returns>
    internal static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request)
    {
        if (request.ContentLength > LargestBody) return null;
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (result.Buffer.Length > LargestBody)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                var body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
