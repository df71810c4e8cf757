using System.Security.Cryptography;
using System.Text;

namespace Firstlook.Range;

/// <summary>What is for the people who run the shop asks for a token.</summary>
internal static class Bearer
{
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Requires(string token) =>
        async (context, next) => Knows(context.HttpContext.Request, token) ? await next(context) : Results.Unauthorized();

    static bool Knows(HttpRequest request, string token) =>
        request.Headers.Authorization is [{ } given]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes($"Bearer {token}"));
}
