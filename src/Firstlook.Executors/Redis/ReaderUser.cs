namespace Firstlook.Executors.Redis;

/// <summary>The user that reads run as, as a command for the administrator (redis.io/docs/management/security/acl).</summary>
public static class ReaderUser
{
    /// <returns>Redis 7 or newer. All that reads, and what shows the server's state; nothing that writes, moves, blocks, or shows passwords.</returns>
    public static string Acl(string user) =>
        $"ACL SETUSER {user} on >CHOOSE-A-PASSWORD resetkeys %R~* resetchannels -@all +@read +ping +info +hello +select +dbsize +time +lastsave +slowlog|get +slowlog|len "
        + "+client|list +client|info +client|getname +client|id +config|get +memory|usage +memory|stats +memory|doctor +latency|latest +latency|history +latency|doctor "
        + "+cluster|info +cluster|nodes +cluster|slots +cluster|shards +command +acl|whoami +pubsub +xinfo -keys -sort\n";
}
