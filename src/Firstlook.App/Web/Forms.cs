using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Firstlook.App.Web;

/// <summary>
/// The group of all forms. Each is checked here: the framework itself checks only a POST that binds a form field.
/// </summary>
static class Forms
{
    /// <summary>Two texts of the longest kind, written as percent-encoded UTF-8, and the rest of the form.</summary>
    const long LargestForm = 2 * 1024 * 1024;

    /// <summary>
    /// As much of a form that is too large is read and dropped: a browser that is still sending when the connection ends shows that it ended,
    /// not the answer that says why.
    /// </summary>
    const long LargestDropped = 16 * 1024 * 1024;

    public static RouteGroupBuilder Group(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("")
            .AddEndpointFilter(Check)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestForm));

    static async ValueTask<object?> Check(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        await Refusal(invocation.HttpContext) is { } refusal ? refusal : await next(invocation);

    /// <returns>Null where the form carries its token.</returns>
    static async Task<IResult?> Refusal(HttpContext context)
    {
        if (context.Request.ContentLength is > LargestForm and <= LargestDropped)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestDropped;
            return TooLarge;
        }

        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) ? null : Invalid;
        }
        catch (AntiforgeryValidationException malformed) when (malformed.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return TooLarge;
        }
        catch (Exception malformed) when (malformed is AntiforgeryValidationException or InvalidDataException || (malformed is IOException and not BadHttpRequestException))
        {
            // The body is no form that can be read: then it holds no token either.
            return Invalid;
        }
    }

    static IResult TooLarge { get; } =
        TypedResults.Text($"The form is larger than {LargestForm / 1024 / 1024} MB.\n", statusCode: StatusCodes.Status413PayloadTooLarge);

    static IResult Invalid { get; } =
        TypedResults.Text("This form is no longer valid. Go back, reload the page and send it again.\n", statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>After a form: the page again, by GET, so that a reload sends nothing twice.</summary>
sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
