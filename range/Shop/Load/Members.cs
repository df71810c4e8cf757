namespace Firstlook.Range.Load;

/// <summary>Customers who log in to their accounts. One in ten has forgotten the password.</summary>
internal sealed class Members(HttpClient http, Func<int, int> roll)
{
    // As in 0003_catalogue.sql; each has the password that 0006_accounts.sql gives.
    static readonly string[] Given = ["mira", "oskar", "lena", "tariq", "ines", "piotr", "anouk", "bela", "chiara", "demir"];
    static readonly string[] Family = ["haze", "lindqvist", "moravec", "okafor", "petrov", "quist", "rossi", "sandoval", "tamm", "urban"];

    public async Task LogInAsync(CancellationToken cancellation)
    {
        var name = $"{Given[roll(Given.Length)]}.{Family[roll(Family.Length)]}@example.test";
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("username", name),
            KeyValuePair.Create("password", roll(10) == 0 ? "forgotten" : $"word of {name}"),
        ]);
        using var response = await http.PostAsync(new Uri("/accounts/login/", UriKind.Relative), form, cancellation);
    }
}
