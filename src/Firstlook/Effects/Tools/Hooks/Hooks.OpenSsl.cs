using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>openssl(1): inspecting commands, each with the options that leave it so. Whatever is not listed is unknown.</summary>
internal static partial class Hooks
{
    const string OpenSslCommon = "-in= -inform= -outform= -text -noout -nameopt= -certopt= -help";

    static readonly FrozenDictionary<string, FrozenDictionary<string, bool>> OpenSslReads = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["x509"] =
            "-dates -startdate -enddate -subject -issuer -serial -hash -subject_hash -issuer_hash -ocspid -ocsp_uri -email -purpose -pubkey -modulus -fingerprint "
            + "-ext= -checkend= -checkhost= -checkemail= -checkip= -sha1 -sha256 -md5 -alias -trustout -C",
        ["s_client"] =
            "-connect= -host= -port= -servername= -showcerts -status -brief -quiet -verify= -verify_return_error -verify_hostname= -verify_quiet -CAfile= "
                + "-CApath= -no-CAfile -no-CApath -tls1 -tls1_1 -tls1_2 -tls1_3 -no_tls1 -no_tls1_1 -no_tls1_2 -no_tls1_3 -ssl3 -no_ssl3 -cipher= -ciphersuites= "
                + "-alpn= -starttls= -4 -6 -prexit -state -debug -tlsextdebug -noservername -ign_eof -no_ign_eof -crlf -bugs -serverinfo= -curves= -groups= -sigalgs= "
                + "-cert= -key= -certform= -keyform= -cert_chain= -name= -xmpphost= -timeout -nbio -reconnect -security_debug -no_ticket -legacy_renegotiation "
                + "-verifyCAfile=",
        ["s_time"] =
            "-connect= -new -reuse -time= -cipher= -ciphersuites= -CAfile= -CApath= -verify= -bugs -tls1 -tls1_1 -tls1_2 -tls1_3 -ssl3",
        ["verify"] =
            "-CAfile= -CApath= -untrusted= -trusted= -show_chain -verbose -purpose= -crl_check -crl_check_all -CRLfile= -partial_chain -no-CAfile -no-CApath "
                + "-verify_hostname= -verify_ip= -attime= -x509_strict -verify_depth= -issuer_checks",
        ["version"] = "-a -v -b -o -f -p -d -r -e -m -c",
        ["ciphers"] = "-v -V -s -stdname -tls1 -tls1_1 -tls1_2 -tls1_3 -psk -convert= -ciphersuites=",
        ["crl"] = "-issuer -lastupdate -nextupdate -hash -fingerprint -crlnumber -CAfile= -CApath= -verify",
        ["req"] = "-verify -subject -pubkey -modulus",
        ["rsa"] = "-check -modulus -pubin -pubout -passin=",
        ["ec"] = "-check -pubin -pubout -param_out -passin=",
        ["pkey"] = "-check -pubcheck -pubin -pubout -text_pub -passin=",
        ["asn1parse"] = "-i -offset= -length= -dump -strparse= -oid= -noout",
        ["dgst"] = "-md5 -sha1 -sha224 -sha256 -sha384 -sha512 -sha3-256 -hex -r -c -list -verify= -signature= -blake2b512",
        ["ocsp"] =
            "-issuer= -cert= -serial= -url= -host= -path= -CAfile= -CApath= -VAfile= -verify_other= -no_nonce -resp_text -req_text -header= -timeout= "
            + "-no_cert_verify -partial_chain",
        ["crl2pkcs7"] = "-nocrl -certfile=",
        ["pkcs7"] = "-print_certs -print",
        ["pkcs12"] = "-info -nokeys -clcerts -cacerts -nocerts -nodes -noenc -legacy -passin=",
        ["sess_id"] = "-cert",
        ["list"] = "-digest-commands -cipher-commands -commands -public-key-algorithms -cipher-algorithms -digest-algorithms -disabled -providers",
        ["rand"] = "-hex -base64",
        ["help"] = "",
        ["errstr"] = "",
        ["md5"] = "",
        ["sha1"] = "",
        ["sha256"] = "",
        ["storeutl"] = "-certs -crls -noout",
        ["enc"] = "-base64 -a -A -d -e",
    }.ToFrozenDictionary(pair => pair.Key, pair => Named(pair.Value + " " + OpenSslCommon), StringComparer.Ordinal);

    /// <summary>Options whose value is a file, or an address in its place.</summary>
    static readonly FrozenSet<string> Filed = FrozenSet.Create(StringComparer.Ordinal,
        "-in", "-key", "-cert", "-CAfile", "-untrusted", "-trusted", "-CRLfile", "-certfile", "-verify", "-issuer", "-VAfile", "-signature", "-cert_chain");

    /// <summary>True where the option takes a value.</summary>
    static FrozenDictionary<string, bool> Named(string options) =>
        options.Split(' ', StringSplitOptions.RemoveEmptyEntries).DistinctBy(option => option.TrimEnd('='))
            .ToFrozenDictionary(option => option.TrimEnd('='), option => option.EndsWith('='), StringComparer.Ordinal);

    static Verdict OpenSsl(Invocation call, Parsed parsed)
    {
        var words = parsed.Operands;
        if (words.Count == 0)
            return call.Input.Kind == InputKind.Inherited ? Verdict.Read("it opens a session", EffectTags.Interactive) : Verdict.Unknown("openssl runs what it is fed");
        if (!words[0].Known) return Verdict.Unknown("openssl's command is not known");
        var command = words[0].Text;
        if (!OpenSslReads.TryGetValue(command, out var options)) return Verdict.Unlisted($"openssl '{words[0].Shown}' makes keys, serves or loads the machine, or is not known");
        var verdict = Verdict.Read($"openssl {command} shows");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 1; at < words.Count; at++)
        {
            var text = words[at].Text.StartsWith("--", StringComparison.Ordinal) ? words[at].Text[1..] : words[at].Text;
            if (text.Length == 0 || text[0] != '-') continue;
            if (text is "-out" or "-keyout" or "-respout" or "-reqout" or "-sess_out" or "-keylogfile" or "-outdir") return Verdict.Destructive($"'{text}' writes a file");
            if (!options.TryGetValue(text, out var takes)) return Verdict.Unknown($"the option '{words[at].Shown}' of openssl {command} is not known to read only");
            seen.Add(text);
            if (!takes) continue;
            at++;
            if (text == "-passin") verdict = verdict.And(EffectTags.Secret);
            if (at >= words.Count) continue;
            // openssl-format-options(1): files may be addresses; of an engine's the library is loaded (openssl-engine(1)).
            if (text == "-in" && words[at].Text.StartsWith("http", StringComparison.Ordinal)) verdict = verdict.And(Verdict.Unknown("it loads from the network"));
            if (Filed.Contains(text) && words[at].Text.StartsWith("org.openssl.engine", StringComparison.OrdinalIgnoreCase))
                verdict = verdict.And(Verdict.Unknown($"'{words[at].Shown}' loads the library of an engine"));
        }
        // openssl-pkey(1), "-text": the private parts, whatever else is left out; openssl-sess_id(1): the session's master key.
        if (command is "rsa" or "ec" or "pkey" or "pkcs12" or "enc" && !seen.Overlaps(["-noout", "-pubout", "-modulus"])
            || command is "rsa" or "ec" or "pkey" && seen.Contains("-text") && !seen.Contains("-pubin")
            || command is "sess_id" && (seen.Contains("-text") || !seen.Overlaps(["-noout", "-cert"]))
            || command is "storeutl" && !seen.Overlaps(["-noout", "-certs", "-crls"]))
            verdict = verdict.And(EffectTags.Secret);
        // openssl-s_time(1), "-time": as many connections as there can be, for half a minute if nothing else is said.
        if (command is "s_time") verdict = verdict.And(EffectTags.Cost);
        // openssl-rand(1): so many bytes; a thousand million and more take their time.
        if (command is "rand" && words[^1].Text.TrimEnd('K', 'M', 'G', 'T') is var bytes
            && (bytes.Length > 9 || words[^1].Text is [.., 'G' or 'T'] || words[^1].Text is [.., 'M'] && bytes.Length > 3))
            verdict = verdict.And(EffectTags.Cost | EffectTags.Hang);
        return command == "s_client" ? verdict.And(Fed(call.Input)) : verdict;
    }

    static Verdict Fed(Input input) => input switch
    {
        { Kind: InputKind.Inherited } => Verdict.Read("it waits for input", EffectTags.Hang),
        { Kind: InputKind.Empty } => Neutral,
        { Kind: InputKind.Text, Text: { } sent } when sent.Trim().TrimEnd('\\', 'n').ToUpperInvariant() is "" or "Q" or "QUIT" => Neutral,
        _ => Verdict.Unknown("it sends what it is fed"),
    };
}
