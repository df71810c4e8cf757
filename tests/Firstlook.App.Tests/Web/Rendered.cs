using System.Text.Encodings.Web;
using System.Text.Unicode;
using Firstlook.App.Web.Pages;
using Firstlook.App.Web.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Firstlook.App.Tests.Web;

/// <summary>Pages as text, without a server.</summary>
static class Rendered
{
    public static Visit Visit(TimeSpan after, string? refusal = null, Draft? draft = null) => new("ada", Shop.Night + after, "FORM-TOKEN", "http://127.0.0.1:8080", null, refusal, draft);

    public static Task<string> Room(MemoryDesk desk, int number, TimeSpan after) => Room(new RoomView(desk.Room(number)!, Visit(after)));

    public static Task<string> Room(RoomView view) => Page<RoomPage>("View", view);

    public static Task<string> List(MemoryDesk desk, bool all, string? query, TimeSpan after) =>
        Page<ListPage>("View", ListView.Of(desk.List(all), all, query, "/var/lib/firstlook/intake-token", Visit(after)));

    public static Task<string> Rehearsals(RehearsalsView view) => Page<RehearsalsPage>("View", view);

    public static Task<string> Drills() => Page<DrillsPage>(("Cards", new EquatableArray<Firstlook.Drills.Scorecard>()), ("Visit", Visit(TimeSpan.Zero)));

    static Task<string> Page<T>(string parameter, object value)
        where T : IComponent => Page<T>((parameter, value));

    static async Task<string> Page<T>(params (string Name, object Value)[] parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(one => one.Name, one => (object?)one.Value, StringComparer.Ordinal)))).ToHtmlString());
    }
}
