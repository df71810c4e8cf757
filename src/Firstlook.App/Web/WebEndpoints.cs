using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Firstlook.App.Desk;
using Firstlook.App.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>The pages for people. All is rendered here, on the server, and works without script.</summary>
static class WebEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<Visits>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "firstlook-form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Our own header says more: the page is never framed at all.
            options.SuppressXFrameOptionsHeader = true;
        });
        // Letters of every script stay letters in the page's source; what matters to HTML is escaped all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>Also puts the security headers and the check of who asks before every endpoint of the application.</summary>
    public static void Map(WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseStatusCodePages(empty => Showing.Nothing(empty.HttpContext, empty.HttpContext.RequestServices.GetRequiredService<Visits>()));
        app.UseAuthentication();
        app.UseAuthorization();
        Asset.Map(app);
        var forms = Forms.Group(app);
        LoginEndpoints.Map(app, forms);
        app.MapGet("/", List);
        app.MapGet("/incidents/{number:int}", Room);
        app.MapGet("/incidents/{number:int}/postmortem", PostmortemOf);
        app.MapGet("/incidents/{number:int}/evidence/{hash}", EvidenceOf);
        app.MapGet("/incidents/{number:int}/events", IncidentEvents.Stream);
        IncidentForms.Map(forms);
    }

    static RazorComponentResult List(string? all, string? q, HttpContext context, IncidentDesk desk, Visits visits, Accounts.Accounts accounts) =>
        Showing.List(ListView.Of(desk.List(all == "1"), all == "1", q, accounts.IntakeTokenFile, visits.Of(context)));

    static RazorComponentResult Room(int number, string? done, HttpContext context, IncidentDesk desk, Visits visits) =>
        desk.Room(number) is { } room
            ? Showing.Room(room, visits.Of(context, room, FormAnswers.Sentence(done)))
            : Showing.NoSuchIncident(visits.Of(context), number);

    /// <summary>All that was kept of one output that the incident's page shows the beginning of; masked, as it was recorded.</summary>
    static IResult EvidenceOf(int number, string hash, HttpContext context, IncidentDesk desk, Visits visits) =>
        desk.Room(number) is not { } room ? Showing.NoSuchIncident(visits.Of(context), number)
        : room.Cards.Concat(room.Besides).FirstOrDefault(card => card.Result?.Evidence == hash)?.Output is { } output
            ? TypedResults.Text(WholeOutput.Of(output), "text/plain", Encoding.UTF8)
        : Showing.Message(visits.Of(context), "Not found", $"Incident {number} shows no such output, or it is no longer kept.", StatusCodes.Status404NotFound);

    /// <summary>The draft as plain text, to be copied into wherever the team writes its postmortems: never as HTML, since what alerts and outputs say is in it.</summary>
    static IResult PostmortemOf(int number, HttpContext context, IncidentDesk desk, Visits visits) =>
        desk.Room(number) is { } room ? TypedResults.Text(Response.IsRemembered(room), "text/plain", Encoding.UTF8) : Showing.NoSuchIncident(visits.Of(context), number);
}
