using Firstlook.App.Drills;
using Firstlook.App.Web.Pages;
using Firstlook.Drills;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>The scorecard of every runbook that was drilled.</summary>
static class DrillsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, string data) =>
        routes.MapGet("/drills", (HttpContext context, Visits visits) =>
            new RazorComponentResult<DrillsPage>(new { Cards = Scorecard.Of(DrillLog.Read(data)), Visit = visits.Of(context) }) { PreventStreamingRendering = true });
}
