using Firstlook.App.Desk;
using Firstlook.Hypotheses;

namespace Firstlook.App.Intake;

/// <summary><c>POST /intake/change</c>: a pipeline tells of a deploy, a flag, an edit. Answered 2xx only once it is durable.</summary>
static class ChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, string policy) =>
        routes.MapPost("/intake/change", async (HttpContext context, ChangeLog changes, TimeProvider time) =>
        {
            if (await IntakeEndpoints.Body(context.Request) is not { } body) return Results.Text($"the body is larger than {IntakeEndpoints.LargestBody} bytes\n", statusCode: StatusCodes.Status413PayloadTooLarge);
            var posted = PostedChanges.Read(body, time.GetUtcNow());
            // All or none: a sender that is told of a mistake repeats the whole body.
            if (!posted.Problems.IsEmpty) return Results.Text(string.Join("; ", posted.Problems) + "\n", statusCode: StatusCodes.Status400BadRequest);
            if (await changes.Report([.. posted.Changes], context.RequestAborted) is not { } unavailable) return Results.Text("ok\n");
            context.Response.Headers.RetryAfter = "1";
            return Results.Text($"not stored: {unavailable}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }).RequireAuthorization(policy);
}
