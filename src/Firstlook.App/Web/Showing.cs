using Firstlook.App.Web.Pages;
using Firstlook.App.Web.Views;
using Firstlook.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>Pages as answers.</summary>
static class Showing
{
    public static RazorComponentResult Room(Room room, Visit visit, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<RoomPage>(new { View = new RoomView(room, visit) }) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult List(ListView view) =>
        new RazorComponentResult<ListPage>(new { View = view }) { PreventStreamingRendering = true };

    public static RazorComponentResult Login(Visit visit, string? token, string? person, int status = StatusCodes.Status200OK, bool wanted = false) =>
        new RazorComponentResult<LoginPage>(new { Visit = visit, Token = token, Person = person, Wanted = wanted }) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult Message(Visit visit, string title, string text, int status) =>
        new RazorComponentResult<MessagePage>(new { Visit = visit, Title = title, Text = text }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>In place of an answer without a body: a person in a browser is told, and led back; a program is told in a line.</summary>
    public static Task Nothing(HttpContext context, Visits visits)
    {
        var status = context.Response.StatusCode;
        var told = $"There is nothing at {context.Request.Path}.";
        if (status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)) return Task.CompletedTask;
        IResult answer = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Message(visits.Of(context), "Not found", told, status) : TypedResults.Text(told + "\n", statusCode: status);
        return answer.ExecuteAsync(context);
    }

    public static RazorComponentResult NoSuchIncident(Visit visit, int number) =>
        Message(visit, "Not found", $"There is no incident {number}.", StatusCodes.Status404NotFound);
}
