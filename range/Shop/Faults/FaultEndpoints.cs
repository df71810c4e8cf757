using System.Data.Common;

namespace Firstlook.Range.Faults;

/// <summary>
/// GET /faults, POST /faults/NAME/inject and /faults/NAME/heal, for whoever knows the token. Both answer when the
/// deed is done; the shop's users feel it from then on.
/// </summary>
internal static class FaultEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, string token)
    {
        var group = routes.MapGroup("/faults").AddEndpointFilter(Bearer.Requires(token));
        group.MapGet("", (IEnumerable<IFault> faults, CancellationToken cancellation) => ListAsync(faults, cancellation));
        group.MapPost("/{name}/inject", (string name, IEnumerable<IFault> faults, CancellationToken cancellation) =>
            ActAsync(name, faults, fault => fault.InjectAsync(cancellation), cancellation));
        group.MapPost("/{name}/heal", (string name, IEnumerable<IFault> faults, CancellationToken cancellation) =>
            ActAsync(name, faults, fault => fault.HealAsync(cancellation), cancellation));
    }

    static async Task<IResult> ActAsync(string name, IEnumerable<IFault> faults, Func<IFault, Task> act, CancellationToken cancellation)
    {
        var known = faults.ToList();
        if (known.Find(fault => fault.Card.Name == name) is not { } fault)
        {
            return Results.NotFound($"no fault {name}; there are {string.Join(", ", known.Select(each => each.Card.Name))}\n");
        }
        try
        {
            await act(fault);
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException or DbException or IOException)
        {
            // Whoever practises has to know what the range lacks: this goes to them, not to the shop's customers.
            return Results.Text(exception.Message + "\n", statusCode: StatusCodes.Status500InternalServerError);
        }
        return await ListAsync(known, cancellation);
    }

    static async Task<IResult> ListAsync(IEnumerable<IFault> faults, CancellationToken cancellation)
    {
        var states = new List<FaultState>();
        foreach (var fault in faults)
        {
            var card = fault.Card;
            states.Add(new FaultState(card.Name, card.Family, card.Alert, await fault.IsActiveAsync(cancellation), card.Story));
        }
        return Results.Json(states, ShopJson.Default.IReadOnlyListFaultState);
    }
}
