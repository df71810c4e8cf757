using System.Net;
using System.Text.RegularExpressions;

namespace Firstlook.App.Tests.Web;

/// <summary>A browser without script: cookies, pages, and the forms that stand on them.</summary>
sealed partial class Visitor(Uri address) : IDisposable
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public async Task SignIn(string link)
    {
        await Get(link);
        await Submit("/login");
    }

    /// <summary>The page that was opened last.</summary>
    public string Page { get; private set; } = "";

    public async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        var answer = await Http.SendAsync(request, Cancellation);
        Page = await answer.Content.ReadAsStringAsync(Cancellation);
        return answer;
    }

    /// <summary>Sends the first form of the page that leads to <paramref name="action"/>, hidden fields and all, and follows it.</summary>
    public async Task<HttpResponseMessage> Submit(string action, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Page).Select(match => match.Value).FirstOrDefault(form => WebUtility.HtmlDecode(form).Contains($"action=\"{action}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"no form leads to {action}");
        var hidden = Hidden().Matches(form).Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        var answer = await Http.PostAsync(action, content, Cancellation);
        Page = await answer.Content.ReadAsStringAsync(Cancellation);
        if (answer.StatusCode == HttpStatusCode.SeeOther) await Get(answer.Headers.Location!.OriginalString.Split('#')[0]);
        return answer;
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();
}
