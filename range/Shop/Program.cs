using Firstlook.Range;
using Firstlook.Range.Load;

// shop serve    the shop itself; settings come from SHOP_* variables (ShopSettings.cs)
// shop load     its customers: a steady load over HTTP
return args switch
{
    ["serve"] => await Serving.RunAsync(ShopSettings.FromEnvironment()),
    ["load", .. var options] => await LoadRun.RunAsync(options),
    _ => await UsageAsync(),
};

static async Task<int> UsageAsync()
{
    await Console.Error.WriteLineAsync("usage: shop serve | shop load --url http://127.0.0.1:PORT [--rate 20] [--seed 1]");
    return 2;
}
