using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// Addresses whose answer is what lets somebody in: by a word of the path (<c>/client-secret</c>, <c>/acl/tokens</c>, <c>/swarm/unlockkey</c>), by the file that is asked for
/// (<c>/.env</c>, <c>?path=/etc/shadow</c>), or by what a parameter asks to have with it. Sources: the interfaces of Docker, Keycloak, GitLab, Consul, Grafana and AWS STS.
/// </summary>
internal static partial class SecretPaths
{
    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters.</param>
    public static bool Show(string path, string query)
    {
        if (SecretFiles.Holds(path) || path.TrimEnd('/').EndsWith("/.git/config", StringComparison.Ordinal)) return true;
        if (Segment().IsMatch(path) && !Telling().IsMatch(path) || Known().IsMatch(path)) return true;
        // docs.docker.com, "Inspect a container", "Export": its environment, and its files. etcd 2, "Key Space Operations": all keys at once.
        if (Containers().IsMatch(path) || path.StartsWith("/v2/keys", StringComparison.Ordinal) && query.Contains("recursive=true", StringComparison.Ordinal)) return true;
        // graphql.org, "Serving over HTTP": the fields stand in the query.
        if (path.EndsWith("/graphql", StringComparison.Ordinal) && Word().Matches(Uri.UnescapeDataString(query)).Any(word => Code.SecretFields.Are(word.Value))) return true;
        return query.Split('&').Any(part => part.Split('=', 2) is [var key, var value] && (SecretFiles.Holds(value) || Folder().IsMatch(part) || Asking().IsMatch(part)));
    }

    /// <summary>A segment that ends in such a word; "password-policies" and "token_count" do not.</summary>
    [GeneratedRegex(
        @"(^|[/_.-])(client-?|access-?|api-?|auth-?|unlock-?|private-?|shared-?|signing-?|join-?|db-?|root-?|admin-?|user-?)?(secrets?|passwords?|passwd|passphrases?|"
        + @"credentials?|tokens?|keypairs?|secretkeys?|(api|access|unlock|private|shared|signing|encryption)[_-]?keys?|session-?tokens?)(/|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Segment();

    [GeneratedRegex(@"/containers/(?!json)[^/]+/(json|export|archive)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Containers();

    [GeneratedRegex(@"\w+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>What only tells of them below the same word: how many there are, who may, which rules hold.</summary>
    [GeneratedRegex(@"/(count|stats|status|health|metrics|metadata|policy|policies|schema|lookup-self|openid-configuration|jwks|certs)/?$|/(metadata|policy|policies)/",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    // GitLab: variables of a project, a group and the whole; Consul: leaf certificates with their keys; Elasticsearch: API keys; Argo CD, GitLab: agents' and runners' tokens.
    [GeneratedRegex(
        @"/api/v4/(projects|groups)/[^/]+/(pipeline_schedules/[^/]+/|pipelines/[^/]+/)?variables(/|$)|/api/v4/admin/ci/variables|/connect/ca/leaf/|"
        + @"/(agent/connect/ca|pki)/\S*/?(keys?|private)$|/client-secret(/|$)|/iam/security-credentials|/swarm/unlockkey$|"
        + @"/actuator/(env|configprops|heapdump|httpexchanges|httptrace)|"
        // Elasticsearch and OpenSearch: users with hashes; Jolokia: what the process was started with; RabbitMQ: users with hashes, wherever it is mounted.
        + @"^/\.(security|opendistro_security|opensearch-security|security-\w+)\b|/_(plugins|opendistro)/_security/api/(internalusers|user)|"
        + @"/(read|exec|list)/java\.lang:type=runtime(/(systemproperties|inputarguments))?$|/api/definitions(/|$)|^/(appsettings(\.\w+)?|secrets|env)\.json$|"
        // Kong, APISIX, Tyk, CouchDB, PRTG, Jenkins, Cloudera Manager, fluentd, Spring: keys, hashes, environments, settings as a whole.
        + @"(^|/)(key|basic|hmac)-auths?(/|$)|/consumers/[^/]+/(jwt|oauth2)s?(/|$)|/apisix/admin/(consumers|ssls?|secrets)|^/tyk/keys|^/_config(/|$)|/_node/[^/]+/_config|"
        + @"/(get|show|fetch|read|reveal)[a-z_-]*(password|secret|credential|private_?key|passphrase|token)s?$|"
        + @"getpass(word)?hash|/injectedenvvars(/|$)|/systeminfo$|/cm/deployment$|/config\.(get)?dump$|"
        // Spring Boot 1 and 2, Keycloak, Airflow, Auth0, GitLab, Consul and Nomad, Jenkins, Docker, RabbitMQ, Kafka Connect, Spark: environments, clients with their secrets,
        // connections, keys, definitions.
        + @"^/(env|configprops|httptrace|trace)$|/actuator/sessions$|/admin/realms/[^/]+/clients(/[^/]+)?$|/clients/[^/]+/installation/providers/|"
        + @"^/api/v[12]/(connections|variables)(/[^/]+)?$|^/api/v2/clients(/[^/]+)?$|/api/v4/projects/[^/]+/triggers(/|$)|^/v1/operator/keyring$|/job/[^?]+/config\.xml$|"
        + @"^/(v1\.\d+/)?swarm$|^/v1\.\d+/services/[^/]+$|^/api/(shovels|parameters|global-parameters)(/|$)|^/connectors/[^/]+/config$|^(/proxy/[^/]+)?/environment/?$|"
        + @"/\.(aws|ssh|docker|kube|gnupg)/|/phpinfo(\.php)?$|/api/v1/(token|apikey)s?/",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    // developer.hashicorp.com/nomad, "Read File": the folder of an allocation's secrets.
    [GeneratedRegex("^path=/?([^&]*/)?secrets/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    // Grafana's provisioning; AWS' query interfaces; docs.paloaltonetworks.com, "Get Your API Key".
    [GeneratedRegex(
        @"^(decrypt|with-?_?decryption|reveal|show_?secrets?|include_?secrets?|export_?keys?|with_?secrets?)=(?!false|0|no)|"
        + @"^action=(get(session|federation)token|assumerole\w*|getsecretvalue|getpassworddata|getauthorizationtoken|createaccesskey|getparameters?\w*|decrypt|"
        + @"getcredentials\w*)$|^(op|command|action|method|cmd)=(get|show|list|read|fetch)\w*(password|secret|credential|privatekey|token|passphrase)s?$|"
        + @"^grant_type=|^response_type=token|^type=keygen$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
