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

    public static RazorComponentResult Login(Visit visit, string? token, string? person, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<LoginPage>(new { Visit = visit, Token = token, Person = person }) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult Message(Visit visit, string title, string text, int status) =>
        new RazorComponentResult<MessagePage>(new { Visit = visit, Title = title, Text = text }) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult NoSuchIncident(Visit visit, int number) =>
        Message(visit, "Not found", $"There is no incident {number}.", StatusCodes.Status404NotFound);
}
