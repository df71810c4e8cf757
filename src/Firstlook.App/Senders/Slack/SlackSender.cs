using System.Net.Http.Json;
using Firstlook.App.Desk;

namespace Firstlook.App.Senders.Slack;

/// <summary>Slack's incoming webhook: plain text in, the body <c>ok</c> out. The channel is fixed by the address, which is the secret.</summary>
sealed class SlackSender(HttpClient client, Uri webhook) : ISender
{
    /// <summary>Slack cuts text at 40,000 characters (chat.postMessage, limits).</summary>
    const int Longest = 40_000;

    public async Task<Delivery> Send(string key, OutgoingNotice notice, CancellationToken cancellation)
    {
        var text = $"{Escaped(notice.Text)}\n<{notice.Link}|open{(notice.Number > 0 ? $" incident #{notice.Number}" : "")}>";
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook)
        {
            Content = JsonContent.Create(new { text = text.Length > Longest ? text[..Longest] : text }),
        };
        return await Post.Send(client, request, body => body.Trim() == "ok", cancellation);
    }

    /// <summary>Slack's three control characters; without this an alert's label could mention a channel or fake a link.</summary>
    static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
