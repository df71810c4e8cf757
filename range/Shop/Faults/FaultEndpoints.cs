using System.Security.Cryptography;
using System.Text;

namespace Firstlook.Range.Faults;

/// <summary>
/// GET /faults, POST /faults/NAME/inject and /faults/NAME/heal, for whoever knows the token. Both answer when the
/// deed is done; the shop's users feel it from then on.
/// </summary>
internal static class FaultEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, string token)
    {
        var group = routes.MapGroup("/faults").AddEndpointFilter(async (context, next) =>
            Knows(context.HttpContext.Request, token) ? await next(context) : Results.Unauthorized());
        group.MapGet("", (IEnumerable<IFault> faults) => List(faults));
        group.MapPost("/{name}/inject", (string name, IEnumerable<IFault> faults, CancellationToken cancellation) =>
            ActAsync(name, faults, fault => fault.InjectAsync(cancellation)));
        group.MapPost("/{name}/heal", (string name, IEnumerable<IFault> faults, CancellationToken cancellation) =>
            ActAsync(name, faults, fault => fault.HealAsync(cancellation)));
    }

    static async Task<IResult> ActAsync(string name, IEnumerable<IFault> faults, Func<IFault, Task> act)
    {
        var known = faults.ToList();
        if (known.Find(fault => fault.Name == name) is not { } fault)
        {
            return Results.NotFound($"no fault {name}; there are {string.Join(", ", known.Select(each => each.Name))}\n");
        }
        await act(fault);
        return List(known);
    }

    static IResult List(IEnumerable<IFault> faults) =>
        Results.Json([.. faults.Select(fault => new FaultState(fault.Name, fault.Active, fault.Story))], ShopJson.Default.IReadOnlyListFaultState);

    static bool Knows(HttpRequest request, string token) =>
        request.Headers.Authorization is [{ } given]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes($"Bearer {token}"));
}
