using System.Globalization;
using System.Security.Cryptography;
using Firstlook.Range.Database;
using Firstlook.Range.Redis;
using Npgsql;

namespace Firstlook.Range.Website;

/// <summary>
/// /accounts/login/: the form, and who fills it in rightly gets a session, kept in Redis under session:TOKEN for a day.
/// Accounts stand in PostgreSQL, so nobody signs in while either of the two is away.
/// </summary>
internal static class Accounts
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/accounts/login/", () => Form(""));
        routes.MapPost("/accounts/login/", SignInAsync);
    }

    static async Task<IResult> SignInAsync(Workers workers, RedisConnection redis, HttpContext http, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new RefusedException(Refusal.Invalid("sign_in", "the form has a username and a password"));
        }
        var form = await http.Request.ReadFormAsync(cancellation);
        if (await FindAsync(workers, form["username"].ToString(), form["password"].ToString(), cancellation) is not { } account)
        {
            return Form("<p>That is not the right name and password.</p>", StatusCodes.Status403Forbidden);
        }
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        await redis.AskAsync(cancellation, "SET", $"session:{token}", account.ToString(CultureInfo.InvariantCulture), "EX", ((int)Day.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        http.Response.Cookies.Append("sessionid", token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Day });
        return Results.LocalRedirect("/api/products/");
    }

    /// <summary>Who has this name and password, and notes that he came; null where nobody has.</summary>
    static async Task<int?> FindAsync(Workers workers, string username, string password, CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            UPDATE auth_user SET last_login = now()
            WHERE username = $1 AND is_active AND substr(password, 8) = crypt($2, substr(password, 8)) RETURNING id
            """,
            connection);
        command.Parameters.AddWithValue(username);
        command.Parameters.AddWithValue(password);
        return (int?)await command.ExecuteScalarAsync(cancellation);
    }

    static IResult Form(string said, int status = StatusCodes.Status200OK) => Results.Text(
        $"""
        <!doctype html>
        <title>Log in</title>
        {said}<form method="post"><input name="username" type="email" required> <input name="password" type="password" required> <button>Log in</button></form>

        """,
        "text/html; charset=utf-8", statusCode: status);
}
