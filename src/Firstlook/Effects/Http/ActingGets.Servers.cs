using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>Servers and devices that act by GET, by their own manuals, without a word in the address that says so everywhere.</summary>
internal static partial class ActingGets
{
    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    static Verdict? OfServers(string host, string path, string query)
    {
        var end = path[(path.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');
        if (Orders.Contains(end) && !Counting().IsMatch(path)) return Verdict.Unknown($"a GET of '{new Argument(path).Shown}' may act");
        if (Servers().IsMatch(path)) return Verdict.Unknown($"a GET of '{new Argument(path).Shown}' acts, by the manual of that server");
        if (Switches().IsMatch(path) || query.Length > 0 && SwitchesWith().IsMatch(path)) return Verdict.Unknown("it switches a device");
        if (VaultCredentials().IsMatch(path)) return Verdict.Disruptive("it makes new credentials, or takes what is handed out once", EffectTags.Secret);
        if (VaultSecrets().IsMatch(path)) return Verdict.Read("it shows what lets somebody in", EffectTags.Secret);
        if (KeyValues().IsMatch(path) && VaultHost().IsMatch(host) || path.StartsWith("/v1/var/", StringComparison.Ordinal)
            || RabbitMqSecrets().IsMatch(path) && host.EndsWith(":15672", StringComparison.Ordinal))
            return Verdict.Read("it shows what lets somebody in", EffectTags.Secret);
        // learn.microsoft.com, "Azure Functions HTTP trigger": whoever hands the function's key runs it.
        if (host.EndsWith(".azurewebsites.net", StringComparison.Ordinal) && query.Split('&').Any(part => part.StartsWith("code=", StringComparison.Ordinal)))
            return Verdict.Unknown($"whoever asks {host} starts something");
        // github.com/ricoberger/script_exporter
        if (path.EndsWith("/probe", StringComparison.Ordinal) && query.Split('&').Any(part => part.StartsWith("script=", StringComparison.Ordinal)))
            return Verdict.Unknown("it runs a script");
        if (host is "api.callmebot.com") return Verdict.Destructive($"what {host} sends out cannot be unsent");
        if (host.EndsWith("cloudns.net", StringComparison.Ordinal) && path.Contains("dynamicurl", StringComparison.Ordinal))
            return Verdict.Unknown($"{host} changes a name's address");
        // docs.sentry.io, "Crons": a check-in, which may alert people.
        if (path.Contains("/cron/", StringComparison.Ordinal) && query.Contains("status=", StringComparison.Ordinal))
            return Verdict.Disruptive("it reports to a monitor, which tells people");
        return query.Split('&').Any(part => Parameters().IsMatch(part) && !(Filters().IsMatch(part) && Collection().IsMatch(path)))
            && !Counting().IsMatch(path) ? Verdict.Unknown($"a GET with '{new Argument(query).Shown}' may act") : null;
    }

    /// <summary>Ends of paths that are orders: servers that are taken out or end, in English, French, Spanish and German, and compounds that name the thing first.</summary>
    static readonly FrozenSet<string> Orders = ("doreboot sysreboot vmdelete deluser userdel rmuser rm cycle quiesce lameduck unready unhealthy abortabortabort panic oom leak "
        + "burn stress hupall supprimer effacer redemarrer arreter borrar eliminar reiniciar detener apagar loeschen löschen entfernen neustart neustarten "
        + "anhalten freeosmemory setblockrate setmutexprofilefraction broadcast_tx_commit broadcast_tx_sync broadcast_tx_async dial_seeds dial_peers force_disconnect "
        + "fetch_changesets accept verify-email magic vote sudo "
        + "signout sign-out sign_out signoff logoff optout opt-out opt_out deny decline reject snooze dismiss scrobble").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // docs.cometbft.com, "RPC"; istio.io, pilot debug; dubbo.apache.org, "QoS"; freeswitch.org, mod_xml_rpc; shoutcast "admin.cgi"; nginx-rtmp, "Control module";
    // seaweedfs "vol/grow"; Airflow 1.8.
    [GeneratedRegex(@"/(del|rm|remove|delete)(user|host|node|vm|key)s?/|/webapi/(originate|hupall|uuid_\w+|bgapi|api)|/control/(redirect|drop|record)/|/vol/(grow|vacuum)$|"
        + @"/admin/airflow/(paused|trigger|run|clear|success|failed)|/(supprimer|borrar|eliminar|loeschen|löschen)/|/phones?/dial|/command\.htm$|/rmuser/",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Servers();

    // Loxone, "Webservices"; IP Power and relay boards, by their CGI; gpio over HTTP.
    [GeneratedRegex(@"/dev/sps/io/[^/]+/[^/]+|^/\d{5}/\d{1,2}$|^/(off|on)line$|/gpio/\d+/\w+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Switches();

    // service.snom.com, "command.htm"; netio, "CGI"; Vera "lu_action"; Fibaro "callAction"; ControlByWeb "state.xml"; Denkovi, IP Power, Shoutcast.
    [GeneratedRegex(
        @"/(control\.tgi|command\.htm|callaction|state\.xml|io\.cgi|leds\.cgi|outs\.cgi|relays?\.cgi|set\.cmd|admin\.cgi)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SwitchesWith();

    // developer.hashicorp.com/vault/api-docs: kv under its usual name, raw storage, the whole store, a second factor, a password.
    [GeneratedRegex(@"^/v1/(kv|kv-v2|secret)/(?!metadata/|config$|subkeys/)|^/v1/sys/(raw/|storage/raft/snapshot)|^/v1/totp/code/|^/v1/\w+/static-cred/|^/v1/cubbyhole/",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VaultSecrets();

    // developer.hashicorp.com/vault/api-docs, "KV version 2": below a mount of whatever name.
    [GeneratedRegex(@"^/v1/(?!sys/|auth/|identity/).+/data/", RegexOptions.CultureInvariant)]
    private static partial Regex KeyValues();

    [GeneratedRegex("vault|bao|:8200$", RegexOptions.CultureInvariant)]
    private static partial Regex VaultHost();

    // rabbitmq.com, "HTTP API Reference": hashes of passwords, and addresses with passwords in them.
    [GeneratedRegex("^/api/(users|(global-)?parameters|definitions)(/|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RabbitMqSecrets();

    [GeneratedRegex(@"^/v1/(gcp|aws|azure|alicloud)/((roleset|static-account|impersonated-account)/[^/]+/)?(key|token|sts|creds)/|^/v1/cubbyhole/response$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VaultCredentials();

    /// <summary>Which of many are listed, where the path ends in their name: <c>/api/users?active=false</c>.</summary>
    [GeneratedRegex("^(enabled?|active)=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Filters();

    [GeneratedRegex("/api/([a-z0-9_-]+/)*[a-z_-]{2,}[a-rt-z]s/?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Collection();

    // A server that is taken out, a statement, an order: "state=down", "weight=0", "stmt=delete from x", "route=tool/backup/delete", Splunk's "search=savedsearch x".
    [GeneratedRegex(
        @"^(\w*_?)state=(down|drain|draining|maint|maintenance)$|^weight=0$|"
        + @"^(maintenance|maint|drain|paused?)=(1|true|yes)$|^(enabled?|active)=(0|false|no)$|"
        + @"^(is_paused|push|forget|move|new_?password|relaystate|newtargetvalue)=|^id=(lu_action|variableset|reload)$|"
        + @"^(\w*_)?(stmt|sql|sql_query|statement|script)=\W*(drop|delete|truncate|insert|alter|update|"
        + @"kill|create|grant|revoke|replace)\b|^(route|r|page|controller)=.*(/|%2f)(delete|remove|reset|restore|clear|purge|uninstall|flush|drop)$|^search=\W*savedsearch\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();
}
