using Firstlook.Range;
using Firstlook.Range.Load;
using Firstlook.Range.Provider;

// shop serve    the shop itself; settings come from SHOP_* variables (ShopSettings.cs)
// shop work     its worker process: what is done in the background; the queues or the routines alone where a cluster has pods for the queues
// shop quote    shipping quotes, where a part of the shop runs in a cluster
// shop outside  payment providers and a carrier, by their public names; settings come from OUTSIDE_* variables
// shop load     its customers: a steady load over HTTP
return args switch
{
    ["serve"] => await Serving.RunAsync(ShopSettings.FromEnvironment()),
    ["work"] => await Working.RunAsync(ShopSettings.FromEnvironment(), Work.Queues | Work.Routines),
    ["work", "queues"] => await Working.RunAsync(ShopSettings.FromEnvironment(), Work.Queues),
    ["work", "routines"] => await Working.RunAsync(ShopSettings.FromEnvironment(), Work.Routines),
    ["quote"] => await Quoting.RunAsync(QuotingSettings.FromEnvironment()),
    ["outside"] => await OutsideServices.RunAsync(OutsideSettings.FromEnvironment()),
    ["load", .. var options] => await LoadRun.RunAsync(options),
    _ => await UsageAsync(),
};

static async Task<int> UsageAsync()
{
    await Console.Error.WriteLineAsync("usage: shop serve | shop work [queues | routines] | shop quote | shop outside | shop load --url http://127.0.0.1:PORT [--rate 20] [--seed 1]");
    return 2;
}
