using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Firstlook.App.Accounts;

/// <summary>Random tokens of 256 bits, and the hash by which one is known again. So much randomness needs no salt and no slow hash.</summary>
static class Tokens
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Takes the same time wherever they differ, and whatever their lengths.</summary>
    public static bool AreSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
