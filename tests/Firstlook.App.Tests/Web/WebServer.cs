using System.Net;
using Firstlook.App.Accounts;
using Firstlook.App.Desk;
using Firstlook.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using AccountBook = Firstlook.App.Accounts.Accounts;

namespace Firstlook.App.Tests.Web;

/// <summary>The pages on a real port of this machine, with the accounts in a folder of its own.</summary>
sealed class WebServer : IAsyncDisposable
{
    readonly string folder;

    WebServer(WebApplication app, AccountBook accounts, string folder) => (App, Accounts, this.folder) = (app, accounts, folder);

    public WebApplication App { get; }

    public AccountBook Accounts { get; }

    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<WebServer> Start(IncidentDesk desk, TimeProvider? time = null, int port = 0, CancellationToken cancellation = default)
    {
        var clock = time ?? TimeProvider.System;
        var place = Directory.CreateTempSubdirectory("firstlook-web-").FullName;
        var accounts = AccountBook.Open(place, clock);
        accounts.Admit(["ada", "grace"]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(desk);
        AccountServices.Add(builder.Services, accounts);
        WebEndpoints.AddServices(builder.Services);
        var app = builder.Build();
        WebEndpoints.Map(app);
        await app.StartAsync(cancellation);
        return new WebServer(app, accounts, place);
    }

    public Visitor Visitor() => new(Address);

    public async Task<Visitor> SignedIn(string person = "ada")
    {
        var visitor = Visitor();
        await visitor.SignIn(Accounts.LoginLink(person, Address));
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
