using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>How names of alerts, and the words around them, are written.</summary>
internal static partial class Alerts
{
    [GeneratedRegex(@"^(alert|alarm|monitor|alerta|alarma|alarme|alerte|allarme)( name| rule)?\s*:\s*\S", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OutrightTitle();

    [GeneratedRegex(@"^(related |associated |firing |prometheus )?(alerts?|alarms?|alertas?|alarmas?|alarme|alertes?|allarmi)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnAlerts();

    [GeneratedRegex(@"^alert_?name\s*[:=]\s*""?(?<name>[A-Za-z][\w:.-]{2,80})""?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex AsLabel();

    [GeneratedRegex(@"^(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)\s+\([^)]{3,80}\)\s*$|\s\((?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)\)[.?!]\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Explained();

    // "A page called `StartFailuresHigh` or `BudgetBurn` brings you here."
    [GeneratedRegex(@"^(an? |the |any )?(pages?|alerts?|alarms?) (called|named)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex LeadHere();

    [GeneratedRegex(@"\b(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*) (has fired|fired|fires|is firing|firing|goes off|went off|pages|paged)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex FiredInTitle();

    [GeneratedRegex(@"[–—(-]\s*(monitor|alert|alarm|check):? (?<name>[a-z][a-z0-9]*([-_][a-z0-9]+){1,8})(?=$|\)|\s+[–—-]\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex Monitored();

    // "`BATCH_LATE` shout message"
    [GeneratedRegex(@"^\s*(shout|alert|alarm|event|trap|pager|alarma|alerta|alerte|meldung|(is |are |ist |sind )?(red|rot|critical|warning|crit|warn|down|kritisch))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex IsSent();

    [GeneratedRegex(@"\s+(CRIT|CRITICAL|WARN|WARNING|UNKN|UNKNOWN|DOWN|PROBLEM)$", RegexOptions.ExplicitCapture)]
    private static partial Regex StateBehind();

    [GeneratedRegex(@"^\p{L}[\p{L}\d._/%()<>=+-]*( [\p{L}\d._/%()<>=+-]+){1,8}$")]
    private static partial Regex CalledByWords();

    [GeneratedRegex(@"^\[[\w .-]{1,30}\]\s+(?<name>[A-Za-z]\w{4,80})(?=$|\s+[/(–—-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Tagged();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[""“„](?<name>[^""”“]{4,100} [^""”“]{1,100})[""”“]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(group|topic|queue|service|job|host|node|pod|deployment|container|table|index|database|volume|cluster|bucket|stream|metric|unit|process|dienst|servicio|"
        + @"serviço|cola|fila|gruppe|warteschlange)s?\s+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfAnotherKind();

    [GeneratedRegex(@"^\p{L}[\p{L}\d._-]*( [\p{L}\d%._-]+){1,5}$")]
    private static partial Regex CheckName();

    [GeneratedRegex(@"^[A-Za-z][\w:-]*\w$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\W*((alerts?|alarm|runbook|firing|the|for|response|and|or)\W*)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyAlert();

    [GeneratedRegex(@"^(fires when|alert condition|condition|triggers? when|trigger)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    // Names of exceptions and of states look like those of alerts.
    [GeneratedRegex("(Error|Exception|BackOff|Killed|Timeout|NotReady|Evicted|Pull|Pressure|Fault|Failure)$", RegexOptions.ExplicitCapture)]
    private static partial Regex State();

    // "Alert DiskLow", "DiskLow: the build host is full", where nothing but the name is in one word.
    [GeneratedRegex(@"^(Alert|Alarm|Alarma|Alerta|Alerte|Allarme)\s+(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefixed();

    [GeneratedRegex(
        @"\b([Aa]lerts?|[Aa]larm(s|e|en)?|[Aa]larmas?|[Aa]larmes|[Aa]lertas?|[Aa]lertes?|[Aa]llarm[ei]|ALERTS?|"
        + @"алерт)\s*:?\s+[""“*]?(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*(_\w+)*)((,| and| or| und| oder| y| o| et| ou| e| /|"
        + @" \((o|or|oder|ou))\s(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*(_\w+)*))*(?![\w(/-]|\.\w)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"(^|\W)(alert|alarm|alarma|alerta|alerte|allarme|larm|varsel|(?-i:Event))s?( is| are| names?| (that|which) (lead|bring|point|get|take|end)\w*( \w+){0,2} here|"
        + @" leading here)?\s*:?\s*\(?$|(^|\W)(alarme|alerte)s?( \p{Lu}\p{L}+)?( qui (y |m'|nous )?(mène|mènent|amène|amènent|conduit|conduisent)( ici)?)?\s*:\s*$|"
        + @"^(P|SEV-?|Sev-?|sev-?|S)[0-5]\s*[/·|,.;:–—-]\s*$|(^|\W)(alarme|allarmi)\s*:?\s*$|^(detection )?rules?\s*:\s*$|"
        + @"(^|\W)(also (covers|answers)|fires (together|along) with)\s*$|(^|[.;·|,]\s*)(monitor|detector|pages?|paged by|meldung(en)?( (in|von|aus) \w+)?|melder|aviso|"
        + @"avisa|salta|déclencheur):\s*$|^\W*(🔔|📟|🚨|⏰)\W*$|\b(alert|alarm|alarma|alerta|alerte|allarme)s? (in |im |en |de |do |da |du )?(zabbix|nagios|icinga2?|"
        + @"check_?mk|prtg|datadog|grafana|prometheus|opsgenie|pagerduty)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex BeforeName();

    [GeneratedRegex(@"^\s*(,|/|&|\+|and|or|und|oder|y|e|o|et|ou)?\s*(and|or|und|oder|y|e|et|ou)?\s*$")]
    private static partial Regex Between();

    [GeneratedRegex(
        @"\b(alerts?|alarms?|pages?:|paged by|runbook for|playbook for|answers|fires|triggers?|triggered by|leads? here|applies to|alarme|alertas?|alertes?|alarmas?|"
        + @"allarm[ei])(\W|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\W{0,3}\s*(alert |alarm |page )?(fires|fired|is firing|has fired|pages|goes off|leads here)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Firing();

    // PRTG: "AG_ERP not synchronizing"
    [GeneratedRegex(@"\b(nagios|icinga|check_?mk|zabbix|prtg|sensu|centreon|scom|dynatrace|datadog|new relic|cloudwatch)( \w+)?:\s*[""“„](?<name>[^""”“]{4,60})[""”“]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MonitorSays();

    // "Alarm in Icinga: `mdm_inflow`", "Dynatrace: `PAY_FAILURE`"
    [GeneratedRegex(
        @"\b(nagios|icinga|check_?mk|zabbix|prtg|sensu|centreon|scom|dynatrace|datadog|new relic|cloudwatch|grafana|solarwinds|azure monitor|oem|uptime kuma|"
        + @"better ?stack|pingdom|statuscake|uptime ?robot)( \w+)?:\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MonitorNames();

    [GeneratedRegex(
        @"\((?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)([,;][^)]{0,60})?\)\s*\??\s*$|"
        + @"^[A-Z]{1,8}[- ]?[A-Z0-9]{1,3}\s*[·:–—-]\s*(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)(\s*\([^)]{0,60}\))?(\s*[·|–—-]\s*(S|P|SEV[- ]?)[0-5])?\s*$|"
        + @"^(?<name>[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*)\s*[·|–—-]\s*(S|P|SEV[- ]?)[0-5]\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Apart();

    [GeneratedRegex(
        @"\b(nagios|icinga|check_?mk|zabbix|prtg|sensu|centreon|xymon|zenoss|solarwinds|oem|opsview|pingdom|better ?stack|uptime ?robot|uptime kuma|statuscake|"
        + @"site24x7)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Monitor();

    // "Better Stack monitor `web-up` is red"
    [GeneratedRegex(
        @"(\b(monitor|check|alarm|sensor|service)|\b(nagios|icinga2?|check_?mk|zabbix|prtg|sensu|centreon|scom|xymon|zenoss|solarwinds|opsview|pingdom|dynatrace|"
        + @"datadog)([ -](alert|alarm|alarma|alerta|alerte|sensor|check|monitor|trigger|meldet|zeigt|says|shows|reports|dice|avisa|diz|dit|affiche)){0,2})\s*:?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MonitorBefore();

    [GeneratedRegex(@"^[A-Z][A-Z0-9]+([_-][A-Z0-9]+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Check();

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]+(_[A-Z0-9]+|-[A-Z0-9]{2,}(?=[-_]))*[-_][A-Z0-9]{2,}\b", RegexOptions.ExplicitCapture)]
    private static partial Regex BareCheck();

    [GeneratedRegex(@"^\W*(alerts?|alarms?|alarme|alertas?|alertes?|allarme)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OpensWithAlert();

    [GeneratedRegex("[a-z][A-Z]")]
    private static partial Regex Camel();

    [GeneratedRegex(@"\b(alert|alerts|alarm\w*|alerta\w*|alerte\w*|алерт\w*|アラート|allarme|paged|pager|(?<=^|[.,;:] )pages?|pages(?=\W*$)|firing|fires|fired|triggered)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Mentions();

    [GeneratedRegex(
        @"\b(when|wenn|cuando|quando|lorsque|quand)\b.{3,80}\b(fires?|is firing|goes off|pages( you)?|comes in|triggers|auslöst|kommt|salta|dispara|se déclenche)\b|"
        + @"\b(pager ?duty|opsgenie|victorops|prometheus|alertmanager|grafana|datadog|new relic|cloudwatch|sentry|the pager|pager|scom|zabbix|nagios|icinga2?|check_?mk|prtg|"
        + @"dynatrace|centreon) (says?|shows?|sends?|pages|reports?|raises?|"
        + @"calls?|meldet|zeigt|avisa|muestra|mostra|affiche|dit)\b|\bpaged (by|with|for)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex GoesOff();

    [GeneratedRegex(@"^\W{0,4}\w+\W?$")]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"\b(when|for|after)\b.{0,30}\b(alert|alarm)\b|\b(alert|alarm|alerta|alerte)\b.{0,60}\b(fires?|fired|firing|triggers?|triggered|goes off|feuert|ausgel\w+|"
        + @"dispara\w*|se déclenche)\b|\b(triggered|fired) by\b|\bresponds? to\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Fires();

    [GeneratedRegex(@"\balertname\s*=~?\s*""?(?<name>[A-Za-z]\w+)""?|^[^\S\n]*-?\s*alert:\s*""?(?<name>[A-Za-z]\w+)""?\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex AlertName();

    // "alerts:", and below it a list: rules written down without a monitoring system's own keys.
    [GeneratedRegex(@"\A\s*(#.*\n\s*)*(alerts|alert_rules|alerting_rules):\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ListOfAlerts();

    [GeneratedRegex(@"^[^\S\n]*-\s*name:\s*[""']?(?<name>[A-Za-z][\w-]{2,80})[""']?\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ListedName();
}
