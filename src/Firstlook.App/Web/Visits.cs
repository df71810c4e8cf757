using Firstlook.App.Desk;
using Firstlook.App.Web.Views;
using Firstlook.Incidents;
using Microsoft.AspNetCore.Antiforgery;

namespace Firstlook.App.Web;

/// <summary>Who asks for a page, and with which form token the page is made.</summary>
sealed class Visits(IAntiforgery antiforgery, IncidentDesk desk, TimeProvider time)
{
    public Visit Of(HttpContext context, string? done = null, string? refusal = null, Draft? draft = null) => new(
        PersonOf(context), time.GetUtcNow(), antiforgery.GetAndStoreTokens(context).RequestToken ?? "",
        $"{context.Request.Scheme}://{context.Request.Host}", done, refusal, draft) { Services = desk.Services };

    /// <summary>Of an incident's page, with what a person may still choose there.</summary>
    public Visit Of(HttpContext context, Room room, string? done = null, string? refusal = null, Draft? draft = null) =>
        Of(context, done, refusal,
            draft) with { Procedures = room.Incident is { Procedure: { IsChosen: false, Tied.IsEmpty: true }, IsOver: false }
                ? desk.Procedures(room.Incident.Team) : [] };

    public static string? PersonOf(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : null;
}
