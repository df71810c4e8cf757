namespace Firstlook.Range;

/// <summary>What all processes of the shop that answer requests begin with.</summary>
internal static class Hosting
{
    /// <summary>A builder that logs nothing by itself. The content root is watched as a whole: where the shop is started from "/", that would be the whole disk.</summary>
    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        return builder;
    }
}
