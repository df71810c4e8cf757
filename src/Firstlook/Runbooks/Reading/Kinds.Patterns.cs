using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>The words and forms by which a block says what it is.</summary>
internal static partial class Kinds
{
    const string SourceName = @"(?<file>[\w./-]{0,80}\w\.(php|py|rb|js|ts|tsx|jsx|mjs|groovy|exs?))";

    [GeneratedRegex(@"\b(in|into|to|at|inside|im|en|em|dans|nel|na|no|goes in|gehört in)\s(the |your |our |der |die |das |la |le |el |o |a )?" + SourceName + @"(?![\w/])|"
        + @"\(" + SourceName
        + @"(?![\w/])[^()]{0,40}\)\s*:?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SourceFile();

    [GeneratedRegex(
        @"\b(run|runs|running|execute[ds]?|save[ds]?|store[ds]?|copy|copied|paste[ds]?|start|launch|load|eval|console|shell|tinker|repl|script|ausführen|starten|speichern|konsole|"
        + @"ejecuta\w*|guarda\w*|copia\w*|consola|roda\w*|rode|execut\w+|salv\w+|lance[rz]?|exécute[rz]?|enregistre[rz]?)\b|(?<![./\w-])(python3?|php|ruby|node|rails)\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RunsIt();

    [GeneratedRegex(@"(^|/)(config|conf|etc|settings?|initializers|environments)/|(^|/)(settings?|config(uration)?)[\w.-]*\.\w+$|config\.\w+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Configures();

    [GeneratedRegex(@"^\s*(#|//)\s*/etc/[\w./-]{1,120}\.(rb|py|js|php|conf|cfg)\s*\n", RegexOptions.ExplicitCapture)]
    private static partial Regex SettingsFile();

    [GeneratedRegex(@"^([\w.-]+ ){1,3}(config(uration)?|settings?)(, for (the record|reference)| \(for (the record|reference)\))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForTheRecord();

    // "// Admin console, runs in the JVM of the shop"
    [GeneratedRegex(@"^\s*(//|/\*)[^\n]*\b(console|jshell|repl|konsole|consola)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex InConsole();

    // "scp host:/var/log/app.log .", "terraform plan -out=tf.plan": a copy of it lies here.
    [GeneratedRegex(
        @"^(?!.*(\||;|&&))(sudo )?(aws s3 cp s3://\S+ (?!s3://)|gsutil (-m )?cp gs://\S+ (?!gs://)|(scp|rsync) (-\S+ )*\S+:\S+ [^\s:]+$|"
        + @"kubectl (-n \S+ )?cp (-\S+ )*\S+:\S+ [^\s:]+|(terraform|tofu) (-\S+ )*plan\b[^|;&]* -out\b|"
        + @"curl (?!.*(-X ?(POST|PUT|DELETE|PATCH)|\s-d\b|--data)).*(\s-o ?""?/tmp/|/(pprof|threaddump|heapdump|metrics)\b.*\s-o\s))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Fetches();

    // "<pid>" is to be filled in, and no redirection.
    [GeneratedRegex(
        @"^(?<read>([^<>]|<\w([\w -]{0,38}\w)?>)+)\s+>\s*(?!/etc/|/dev/|/proc/|/sys/|/var/log/)[\w./~${}()%+:""-]+(\s[+%\w-]+\))?[\w./)}""-]*\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Kept();

    [GeneratedRegex(@"^(echo|printf|cat|tee|:)\b|dump|backup|export|snapshot", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    // "with `/tmp/move.json`": what the command above reads.
    [GeneratedRegex(
        @"^\W{0,3}(with|and|where|file|contents? of|mit|wobei|con|avec|com)\s(the (file )?|a )?`?[\w./~$-]{1,80}\.(json|ya?ml)`?( (is|holds|contains|being))?\W{0,3}$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfFile();

    // "5.2 From the console it looks like this": a step of its own, which is counted, and no sample of the one before it.
    [GeneratedRegex(@"^\W{0,3}\d{1,2}(\.\d{1,2}[.)]?|[.)])\s+\p{L}")]
    private static partial Regex OwnStep();

    // Nobody makes room, or goes back to what ran before, in order to learn.
    [GeneratedRegex(
        @"^(sudo )?(kubectl|oc|helm|docker|docker-compose|nomad|systemctl|service|terraform)\b[^|;&]*\s(scale|cordon|uncordon|taint|restart|reload|upgrade|rollback|"
        + @"undo|apply)\b|^\s*(?i:VACUUM|REINDEX|CLUSTER|OPTIMIZE|REFRESH)\s",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Repairs();

    [GeneratedRegex(
        @"[""“«][^""”»]{2,40}[""”»]|→|\p{L} > \p{L}|^\d+\.\s+(open|go to|navigate|click|press|select|choose|öffnen|anklicken|auswählen|abrir|clicar|elegir|ouvrir|"
        + @"cliquer|choisir|aprire|scegliere)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OnScreen();

    // "Done when this returns less than 1 %:" above sum(rate(...)).
    [GeneratedRegex(@"^\W*(sum|avg|max|min|count|topk|bottomk|rate|increase|irate|delta|histogram_quantile|absent|quantile)\b[^\n]{0,80}\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Aggregated();

    [GeneratedRegex(@"^\s*(--[^\n]*\n\s*)*(SELECT|WITH)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Query();

    [GeneratedRegex(
        @"\bhow (it|that|this) (looked|looks)\b|\b(expected|example|sample|typical|healthy|normal|good|bad|erwartete|esperad[ao]|attendu)\b.{0,40}\b(output|result|"
        + @"response|log|entry|line|ausgabe|salida|saida|saída|sortie)\b|\b(output|response|result|saída|salida|ausgabe|sortie)\s*:?$|"
        + @"\bshould (see|look like|return|show|print|output)\b[^.]{0,60}:?$|\b(answer|response|output|result|reply|line) looks? like this\b|"
        + @"\b(looks? like( this)?|similar to|something like|returns|you('ll| will|'d| would) see|sample log|log entr(y|ies))\b[^.]{0,30}:?$|^expected\s*:?$|"
        + @"\b(salida|resultado|sa[ií]da|sortie) (que se espera|esperad[ao]|attendu)|\b(good|healthy|normal|correct) (answer|case|result|state)\b[^.]{0,20}:?$|"
        + NothingTyped + @"|\bexample of an? (healthy|good|normal|bad)\b|"
        + @"\b(courriel|e-?mail|mail|message|sms|notification|alerte?)s? (reçue?s?|received|recebid[ao]s?|recibid[ao]s?|"
        + @"erhalten|as you get it)\b|期待される|出力例|ожидаем\w+ (вывод|результат)|пример вывода",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ExpectedLead();

    [GeneratedRegex(
        @"\b(want|hope|expect|like) to see\b|\bshould (settle|end|come out|read|say)\b[^.]{0,30}:?$|\bso (sollte|sieht|muss)\b|\berwartet\w*\s*:?$|"
        + @"\b(typical|normal|healthy|good|usual)\b[^.]{0,40}:?$|\blooks? (ok|okay|good|healthy|fine|like)\b[^.]{0,40}:?$|"
        + @"\b(saída|saida|sortie|salida|ausgabe|output)\b[^.]{0,40}:?$|\bdeve aparecer|\bdebe(ría)? (verse|aparecer|salir|mostrar)|\bdoit (afficher|ressembler|donner)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ShowsLead();

    // "(paste of a quiet Sunday, nothing to type)"
    const string NothingTyped =
        @"\bnothing (here )?to (type|run|copy|enter)\b|\bnichts (hiervon |davon )?(ein)?(zutippen|zugeben)\b|\bnichts (zum|zu) (ein)?tippen\b|"
            + @"\bnada (que|a|para) (escribir|teclear|ejecutar|digitar|executar)\b|\brien à (taper|saisir|lancer|exécuter)\b|\bniente da (digitare|lanciare|eseguire)\b|"
            + @"\bniets (om )?(in )?te (typen|tikken)\b|\bnic do (wpisania|wpisywania)\b";

    [GeneratedRegex(NothingTyped, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NothingToType();

    // docs.getdbt.com, "ref", "source": a model is edited, and no database takes it as it stands.
    [GeneratedRegex(@"\{\{\s*(ref|source|config|this)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex DbtModel();

    // "# Grafana: https://...", "# Flags: LaunchDarkly > Audit log": where things are.
    [GeneratedRegex(@"^\W{0,4}\p{L}[\p{L} ]{1,30}:\s+(https?://\S+|\S+\.\w{2,}/\S*|[^\n]* > [^\n]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Places();

    // "# TODO" above "- ask infra for the new profile": what the page itself still wants.
    [GeneratedRegex(@"^\W*(TODO|FIXME)S?\W*\n", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ToBeDone();

    [GeneratedRegex(
        @"^[^\w\n]*(\d+[.)]\s*)?(->\s*)?(\p{L}{2,20}\s?:\s+)?((open|öffnen|eröffnen|abrir|ouvrir|aprire) (an? |the |un[ae]? |le |la |el |o |il |ein(en)? )?(new )?"
        + @"(ticket|case|caso|chamado|cas)\b|press|click|select|choose|tick|hold|insert|write|call|phone|ring|ask\b(?!.*\b(whether|if|si|se|ob)\b)|tell|copy|walk|unplug|"
        + @"plug|put|fill|enter|create|assign|log a|raise|expand|drücken|anklicken|wählen|anrufen|eintragen|pulsar|elegir|llamar|escribir|apertar|clicar|escolher|ligar|"
        + @"anotar|appuyer|cliquer|choisir|appeler|prévenir|noter|premere|chiamare)\b",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Handwork();

    // "# /etc/app/server.yaml" above the lines that stand in it.
    [GeneratedRegex(@"^\s*(#|//)\s*([\w./~-]*/)?[\w-][\w.-]*\.(ya?ml|json|conf|cfg|ini|toml|properties)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex NamesItsFile();

    [GeneratedRegex(@"^\s*<(Location|LocationMatch|VirtualHost|Directory|Files|Proxy|IfModule|Limit)\b[^>\n]{0,100}>[\s\S]{0,4000}</\w+>", RegexOptions.ExplicitCapture)]
    private static partial Regex ApacheBlock();

    [GeneratedRegex(@"^\p{L}[^:|]{1,60}:$")]
    private static partial Regex EmptyField();

    [GeneratedRegex(@"(?<![\w/])_{2,}(?![\w/])")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\b(file|manifest|config(uration)?|chart|values|fichier|fichero|archivo|arquivo|datei|plik\p{L}{0,3})\b|\.(ya?ml|json|toml|ini|conf)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FileLead();

    [GeneratedRegex(
        @"^\W*(first |final |last |closing |opening |short )?(message|text|mail|e-?mail|sms|note|announcement|words) (for|to|when|if|at|once|after)\b[^.]{0,60}$|\btemplate|"
        + @"\b(post|send|announce|share|copy|paste|notify|message|update)\b.{0,50}\b(slack|channel|status ?page|customers?|stakeholders?|e-?mail|message|announcement|"
        + @"team)\b|\b(message|announcement|notification|e-?mail|status update|hand-?(off|over)|text)\s*(text|body|example)?\s*:?$|\bhand[- ]?(off|over)\b.{0,60}:?$|"
        + @"^\W*(slack|teams|discord|mattermost|statuspage|status ?page|e-?mail|sms)\b\W{1,4}"
        + @"(first|second|last|premier|première|erste|letzte|primer|primera|primeiro|primeira|último)?\W{0,2}"
        + @"(message|mail|post|text|nachricht|mensaje|mensagem|messaggio|update)\W*$|"
        + @"\b(post|paste|send) (this|it|that|the following)\b|\b(first|next|last|final) (post|message|update)\b[^.]{0,20}:?$|"
        + @"\b(e-?)?mail (an|to|à|aos?|al?|aux|para)\b|\b(colar|pegar|coller|einfügen|copiar) (no|na|en|em|dans|in|ins)\b|\b(passagem|cambio|relevo) de turno\b|"
        + @"\b(tell|inform|write to|warn) (the |our |all )?(users|customers|players|patients|merchants|members|clinics|stations|stores|shops|readers|tenants|drivers|"
        + @"guests|sellers)\b|\bin #[\w-]+ with (this|it|the following)\b|\b(open|raise|file) (a|the) ticket with\b|"
        + @"\b(vorlage|plantilla|modelo|modèle|mensaje|mensagem|nachricht)\b|\b(pr[ée]venir|avertir|informer) (le|la|les|l'|nos) ?(clients?|utilisateurs?|patients?|"
        + @"abonnés?|équipes?)\b|\b(avisar|informar) (al?|aos?|a los|a las) ?(clientes?|usuarios?|usuários?)\b|\bkunden (informieren|benachrichtigen)\b|"
        + @"\b(mail|write|text|ping|tell) (them|him|her):$|^for (the |our )?[^.:;]{0,40}\b((web|status) ?page|website|banner|newsletter|press|intranet)\b[^.:;]{0,30}:?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TemplateLead();

    // "Afterwards a post-mortem, two pages, to the safety board:"
    [GeneratedRegex(@"\b(post-?\s?mortem|incident report|nachbericht|störungsbericht)\b[^.]{0,60}:$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PostmortemLead();

    // prometheus.io, "Alerting rules".
    [GeneratedRegex(@"^[^\S\n]*- alert:[^\S\n]*\S+[^\S\n]*\n([^\S\n]+\w+:.*\n)*[^\S\n]+expr:", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex AlertRule();

    // "must look like this", "Resource group fragment (`etc/resource-groups.json`)"
    [GeneratedRegex(
        @"\b(must|has to|have to|needs to|muss|debe|deve|doit) (look|read|aussehen|verse|parecer|ressembler)\b|\b(fragment|snippet|excerpt)\b|"
        + @"\(`?[\w./-]+\.(ya?ml|json|conf|ini|toml|properties)`?\)\s*:?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prescribes();

    [GeneratedRegex(
        @"\b(config(uration)?|settings?|add|set|edit|update|change|values?|manifest|file|rule|policy|yaml|"
        + @"(in|dans|im|en|em|nel|nella)\s+`?[\w./-]+\.(ya?ml|json|conf|cnf|ini|toml|env)`?|chart|"
        + @"(content|inhalt|contenu|contenido|conteúdo|contenuto|inhoud)s? (of|von|de|du|di|van) `?[\w./-]+\.\w{1,8}`?|fichier|fichero|"
        + @"archivo|arquivo|datei|konfiguration|configuraci[oó]n|configura[cç][aã]o|plik\p{L}{0,3}|konfiguracj\p{L}{1,3})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ConfigLead();

    [GeneratedRegex(@"^(apiVersion|kind|groups|services|spec|scrape_configs|route|receivers|resources|limits):|^- alert:", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Manifest();

    [GeneratedRegex(@"""(event|level|timestamp|msg|message|status|error|ts|result|data|severity|healthy|state)""\s*:|^(status|state|health|phase|ready|lag):",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex LogRecord();

    [GeneratedRegex(@"[├└│┌┐▼►┬┴]|^[^\S\n]*\|\s*$|--+>|→.*\n.*→|\bYES\b.*\bNO\b|^[^\S\n]*[\\/|](\s*[\\/|])*\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tree();

    [GeneratedRegex(
        @"^[^\w\n]*(\*\*)?(Status|Impact|Next update|Severity|Started|Affected|Subject|Summary|Incident|Root cause|Duration|Resolution|Action items?|Workaround|"
        + @"Responder|Current status|Title|Dear|Hi|Hello|We are|We're|We have|Impacto|Estado|Asunto|Próxima|Auswirkung|Betreff|Statut|Hallo|Estimad|Prezad)\b",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex(@"\{[\p{L}][\p{L}\p{N} _+|/-]{0,60}\}|\[[\p{L}][\p{L}\p{N} _+|/?-]{0,60}\]|<[\p{L}][\p{L}\p{N} _+|/-]{0,60}>")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\p{L}{2,} \p{L}{2,}[^\n]{0,80}\p{L}{2,}|\p{IsHiragana}{2,}")]
    private static partial Regex Prose();

    [GeneratedRegex(
        @"^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\b(ERROR|WARN|FATAL|INFO|PANIC|Exception|Traceback)\b|^\w{3} +\d+ \d\d:\d\d:\d\d |^(error|fatal|panic|warning):|"
        + @"\bHTTP/\d|^[^\S\n]+at [\w.]+\(|^[^\S\n]+(Active|Loaded|Main PID): |\{[^}]*\}\s+[\d.]+$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex LogLine();

    [GeneratedRegex(@"^[^\S\n]*([A-Z][A-Z0-9_%()/-]+\s{2,}){2,}|^[^\S\n]*\w+\s+\|\s+\w+.*\n\s*-+\+-+|\(\d+ rows?\)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ColumnHeads();

    // "rbls {", on a line of its own, its closing brace below: nginx, HCL, libucl and their like.
    [GeneratedRegex(@"^[^\S\n]*[\w.-]+( [\w./""*-]+){0,3} \{\s*$[\s\S]{1,4000}^[^\S\n]*\}", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Braced();

    [GeneratedRegex(@"^[\w.-]+\s*=\s*\S+$|^\[[\w.-]+\]$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex(
        @"^(export\s+)?(default\s+)?(async\s+)?(def|class|function|interface|type|module|struct|func|public|private|protected|@\w+)\b|"
        + @"^(export\s+)?(const|let|var)\s+\w+\s*=\s*(async\s*)?(\([^)]*\)|\w+)\s*=>|"
        // "async handle(msg: Event) {", "handle(msg: Event): void {": a method of a class, without the class.
        + @"^(async\s+\w+\s?\([^()\n]*\)|\w+\s?\(\s*\w+\??:\s[^()\n]*\))(\s*:[^\n{]{1,60})?\s*\{[^\S\n]*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(import|from|require|using|include|const\s+\w+\s*=\s*require|\}|\])\b")]
    private static partial Regex ImportLine();

    [GeneratedRegex(
        @"(?<![\w./-])(edit|change|modify|patch|replace|update|fix|add|wrap|refactor)\b(?!/).{0,40}\b(code|function|method|class|handler|view|model|component|source|module|"
        + @"\w+\.(py|ts|js|rb|go|java))\b|\bcode (fix|change)\b|\b(lives?|is|are|stands?|steht|stehen|liegt) in (the )?code\b|\bim code\b|"
        + @"\bchange (it|that|them) with a (PR|pull request|merge request|MR)\b|\bin (the|your|our) (application|app|client|service)('s)?( code)?\s*:?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeLead();

    [GeneratedRegex(
        @"(^|\s[""']|[\s/(.]|[a-z][_:-]|--?)(ban|kick|block|unblock|invoke|seek|throttle|panic|hangup|repair|send|resend|refund\w*|recharge|renvoy\w*|relanc\w*|"
        + @"reenviar|pause|unpause|terminate|retry|move|set|update|put|add|remove|create|alter|submit|cancel|stop|start|clear|delete|reset\w*|restart|resync|power|"
        + @"fence|mount|scale|apply|patch|drop|purge|promote|failover|restore|rollback|revert|kill|terminate|--execute|--force|flush\w*|rm|truncate|shift|switch|rotate|"
        + @"renew|requeue|replay|register|resume|enable|disable|deploy|migrate|reindex|rebuild|unlock|revoke|suspend|resize|reload|reboot|del)(?=$|[\s._(""'=:-])|"
        + @"\s(on|off)(?=$|\s+--?\w)|\b(jobs?|events?|tasks?)\s+run\b|(?<=[\s""'])state=\w|"
        + @"(Cancel|Delete|Destroy|Update|Reset|Restart|Terminate|Remove|Purge|Disable|Enable)[A-Z]\w*\W|"
        + @"\.(update|destroy|delete|reset|retry|enqueue|publish|remove|cancel|set)(_\w+)?[!(]|\.perform_(later|async|in|now)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex ChangingWord();

    [GeneratedRegex(@"^\s*(SELECT|WITH|SHOW|DESCRIBE)\b(?!.*\bINTO\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex(@"\s(-X|--request)[ =]?(POST|PUT|PATCH|DELETE)\b|^(POST|PUT|PATCH|DELETE)\s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Sends();

    [GeneratedRegex(@"\b(kafka|rabbitmq|pulsar|nats|mqtt)[\w.-]*[-_](perf|bench)\w*\b|\btest\b.*\b(mail|mailx|sendmail|swaks|logger|amtool)\b|\b(mail|mailx|sendmail|swaks|"
        + @"logger|amtool)\b.*\btest\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex TestSent();

    // What collects a machine's state for its maker, and MongoDB's profiler (mongodb.com, "Database Profiler").
    [GeneratedRegex(
        @"^(sudo )?(sos(report)?|supportconfig|oc adm (must-gather|inspect))\b|\bdb\.setProfilingLevel\(|"
        + @"\bkubectl\s+(\S+\s+){0,6}debug\b|\bkubectl\s+(\S+\s+){0,6}run\b.*--rm\b|\bEXPLAIN\s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DebugTool();

    [GeneratedRegex(@"\b(kafka-console-consumer|kafka-avro-console-consumer|(pubsub|alpha pubsub|beta pubsub) subscriptions pull|sqs receive-message|rabbitmqadmin .*\bget\b)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Peeks();

    // "Manual check, no command for this:"
    [GeneratedRegex(
        @"\b(manual|visual) checks?\b|\bchecks? (by hand|manually|by eye)\b|\bmanuelle prüfung\b|\b(comprobación|verificación|verificação) manual\b|\bvérification manuelle\b|"
        + @"\bcontrollo manuale\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ByHand();
}
