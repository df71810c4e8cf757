using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>How people, numbers and addresses are written.</summary>
internal static partial class Contacts
{
    // "bleep 3347", "5511", "210"
    [GeneratedRegex(@"(^|\s)\d{3,5}$")]
    private static partial Regex ShortAddress();

    [GeneratedRegex(@"^\p{L}[^:`]{1,50}: \S")]
    private static partial Regex NamedReach();

    [GeneratedRegex(@"\+?\(?\d[\d ()/-]{6,}\d|[\w.+-]+@[\w-]+\.\w")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\p{Lu}\p{Ll}[\p{L}'’-]*( \p{Lu}\p{Ll}[\p{L}'’-]*){1,2}", RegexOptions.ExplicitCapture)]
    private static partial Regex PersonsName();

    // "Three brokers are down → Sev-1": when, and how bad it is then.
    [GeneratedRegex(@"→\s*(SEV|P)-?\s?\d\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Then();

    [GeneratedRegex(@"^(L|N|T|Tier |Level |Stufe |Nivel |Niveau )\d[:.)]?\s+(?<who>\S.{1,80}?)\s+[·–—|-]\s+\S", RegexOptions.ExplicitCapture)]
    private static partial Regex Rung();

    // "| Mobile app | - | - |": nobody yet.
    [GeneratedRegex(@"^[\s_*]*[-–—][\s_*–—-]*$|^\s*(tbd|tba|n/a)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Nobody();

    // Below "Channels" stand rooms.
    [GeneratedRegex(@"^(slack |chat |communication |comms |team )?(channels|kanale|canales|canais|canaux|canali)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyRooms();

    // "Contacts and escalation", "Bereitschaft und Eskalation", "Call tree", "Who to call".
    [GeneratedRegex(
        @"contact|\b(contatos?|kontakte?|ansprechpartner|bereitschaft|rufbereitschaft|astreinte|guardias?|plantao|sobreaviso|reperibilita|people|numbers|directory)\b|"
        + @"^(call|phone|pager) (tree|chain|list)|^whom? (do we |do i |to |we )(call|contact|page|phone|ring|notify|tell)|"
        + @"^(wen (anrufen|rufen|informieren)|qui (appeler|prevenir)|a quien (llamar|avisar)|quem (chamar|avisar|acionar)|chi chiamare)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NamesPeopleToo();

    [GeneratedRegex(@"(?<who>\p{Lu}[\p{L}'’ .-]{1,40}?)(\s\([^)]{1,40}\))?\s?[:,]?\s+\(?(?<reach>(\+|0)\d[\d ()/-]{6,}\d|(?<=:\s+)[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,40}\w)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    // "control room 2222 for power"
    [GeneratedRegex(@"^\p{L}[\p{L} -]{2,40} \d{3,5}\b")]
    private static partial Regex ShortNumber();

    [GeneratedRegex(
        @"(^|\.\s)(If|After|When|Not (solved|fixed)|Unsolved|Still|No progress|Wenn|Falls|Nach|Si|Se|Als|Après|Após|Tras|Después|Dopo|Depois|Efter|Etter|Po)\s|"
        + @"\b(efter|etter|after|nach|po|dopo|après) \d+ \p{L}+$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Later();

    // "Control room 210"
    [GeneratedRegex(@"^(?<who>\p{L}[\p{L} .()-]{2,40}?) (?<reach>\d{3,5})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Extension();

    [GeneratedRegex(
        @"\b(contact|reach|(e-?)?mail|courriel|correo|phone|slack|pager\w*|handle|channel|how|como|reached( by)?|via|by|kontakt|contacto|contato|telefono?|telefone|"
        + @"telefon|tel|number|mobile|telephone|durchwahl|内線|電話|电话|手机|飞书|钉钉|微信|邮箱|联系方式|전화|연락처|телефон|extension|ext|opsgenie|erreichbar\w*|rufnummer|nummer|joindre|"
        + @"numero|ramal|interno|coordonnees|medio|moyen|mezzo)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Reach();

    [GeneratedRegex(
        @"\b(role|name|team|person|who|owner|position|function|fonction|rolle|rol|funcao|cargo|equipe|equipo|nombre|nome|funktion|役割|氏名|角色|姓名|负责人|岗位|담당|이름|роль|кто|"
        + @"service|vendor|provider|issue( type)?|area|domain|contact|level)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Who();

    // "app-oncall  PagerDuty": set apart by blanks.
    [GeneratedRegex(@"^(?<who>\p{L}\S{0,30}( \S{1,20}){0,3})\s{2,8}(?<what>\S.{1,60})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Spaced();

    // "Wiebke (database)"
    [GeneratedRegex(@"^(?<who>\p{L}[\p{L}'’ .-]{1,40}) \((?<what>[^()]{2,60})\)\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<=^.{2,40}) (?:[-–—]|→|->|=>) (?=\S)")]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(level|l|n|tier|stufe|nivel|niveau|livello)\s*\d", RegexOptions.ExplicitCapture)]
    private static partial Regex Level();

    [GeneratedRegex(@"\s=\s|\s\(|:\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(after|at|time|when|step|level|l|stufe|nach|ab|nivel|niveau|livello|etapa|elapsed|delai|plazo|prazo|frist|zeit|tempo|wann|quand|cuando|quando)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Timed();

    [GeneratedRegex(
        @"^(who|whom|name|person|wer|wen|quem|quien|qui|chi|a quien|a quem|кто|escalate to|escalar a|escalar para|eskalieren an|escalada a|notify|contact|kontakt|"
        + @"ansprechpartner|function|funktion|fonction|funcion|funcao|funzione|rolle|rol|role|cargo|papel|角色|姓名|负责人|岗位|役割|氏名|담당자?|이름)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(after|at|nach|when|criteria|escalat\w*|hours|availability|for|use|purpose|wann|cuando|quando|horario|responsib\w*|scope|notes?)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex When();

    [GeneratedRegex(
        @"\bchannels?\b|^(slack|pager ?duty|phone|e-?mail|teams|opsgenie|telegram|whatsapp|zoom|bridge|war room|hotline|canal|kanal|status ?page|jira|ticket(s|ing)?|"
        + @"call|sms|telefon|telefono|discord|mattermost|victorops)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Medium();

    // "SMS gateway support" is somebody, whatever they look after.
    [GeneratedRegex(@"\b(support|vendor|provider|desk|team|lead|admins?|engineers?|manager|operator|hotline)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+|@[\w-]+|\+?\(?\d[\d ()/-]{5,}\d|\b(ext\.?|extension|poste|durchwahl|x) ?-?\d{2,5}|#[\w-]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(after|if|when|for)\b.{3,80}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    [GeneratedRegex(
        @"^((after|within|nach|après|después de|tras|após|dopo) \d+ ?\p{L}+,? )?"
        + @"(call|wake|page|phone|ring|tell|notify|appeler|prévenir|llamar|avisar|chamar|ligar) (the |le |la |al? |o )?(?!(via|by|on|in|through|using|from|per)\b)\p{L}",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordered();
}
