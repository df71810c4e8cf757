using Firstlook.App.Desk;
using Firstlook.Hypotheses;

namespace Firstlook.App.Intake;

/// <summary><c>POST /intake/change</c>: a pipeline tells of a deploy, a flag, an edit. Answered 2xx only once it is durable.</summary>
static class ChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, string policy) =>
        routes.MapPost("/intake/change", async (HttpContext context, ChangeLog changes, Libraries libraries, TimeProvider time) =>
        {
            if (await IntakeEndpoints.Body(context.Request) is not { } body)
                return Results.Text($"the body is larger than {IntakeEndpoints.LargestBody} bytes\n", statusCode: StatusCodes.Status413PayloadTooLarge);
            var posted = PostedChanges.Read(body, time.GetUtcNow());
            // All or none: a sender that is told of a mistake repeats the whole body.
            if (!posted.Problems.IsEmpty) return Results.Text(string.Join("; ", posted.Problems) + "\n", statusCode: StatusCodes.Status400BadRequest);
            if (posted.Changes.FirstOrDefault(change => change.Service is { } service && libraries.Service(service) is null) is { } stray)
                return Results.Text(NoSuchService(stray.Service!, libraries), statusCode: StatusCodes.Status404NotFound);
            if (await changes.Report([.. posted.Changes], context.RequestAborted) is not { } unavailable) return Results.Text("ok\n");
            context.Response.Headers.RetryAfter = "1";
            return Results.Text($"not stored: {unavailable}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }).RequireAuthorization(policy);

    /// <summary>It would be told beside no alert: whoever spelt the name otherwise than the configuration does wants to know.</summary>
    static string NoSuchService(string name, Libraries libraries) =>
        $"there is no service \"{name}\"; "
        + (libraries.Services.IsEmpty ? "none is configured\n" : $"there are {string.Join(", ", libraries.Services.Select(service => service.Name))}\n");
}
