using Firstlook.App.Rehearsals;
using Firstlook.App.Web.Pages;
using Firstlook.App.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>What rehearsals have found: rot first, then what is normal, by runbook.</summary>
static class RehearsalsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/rehearsals", (HttpContext context, Visits visits, RehearsalFile file, Peace peace, Configuration.Configuration configuration) =>
            new RazorComponentResult<RehearsalsPage>(new { View =
                RehearsalsView.Of(file.Read(), configuration.Rehearsal.Every, peace.Trouble, visits.Of(context)) }) { PreventStreamingRendering = true });
}
