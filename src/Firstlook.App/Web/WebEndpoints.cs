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
        app.MapGet("/incidents/{number:int}/events", IncidentEvents.Stream);
        IncidentForms.Map(forms);
    }

    static RazorComponentResult List(string? all, string? q, HttpContext context, IncidentDesk desk, Visits visits, Accounts.Accounts accounts) =>
        Showing.List(ListView.Of(desk.List(all == "1"), all == "1", q, accounts.IntakeTokenFile, visits.Of(context)));

    static RazorComponentResult Room(int number, string? done, HttpContext context, IncidentDesk desk, Visits visits) =>
        desk.Room(number) is { } room
            ? Showing.Room(room, visits.Of(context, FormAnswers.Sentence(done)))
            : Showing.NoSuchIncident(visits.Of(context), number);
}
