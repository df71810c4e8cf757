using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The words of each role, language by language; the first pattern that matches wins.</summary>
internal static partial class Roles
{
    [GeneratedRegex(@"^(q|f|p|d|question|frage|pregunta|pergunta|domanda) ?\d{0,2}[:.)] (?=\S)", RegexOptions.ExplicitCapture)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^(what (i|we|you|to) (can )?do|was tun|que hacer|o que fazer|que faire|cosa fare) (when|if|wenn|si|cuando|quando|se|"
        + @"quand) (?!(it|this|that|all|everything|nothing|none|you|es|das|nichts|nada|todo|rien) )\w+ \w+",
        RegexOptions.ExplicitCapture)]
    private static partial Regex WhatToDoWhen();

    [GeneratedRegex(@"[(\[](?<again>[^)\]]{3,60})[)\]]\s*:?$", RegexOptions.ExplicitCapture)]
    private static partial Regex InBrackets();

    // What one does, and that it does not work: a trouble of its own. "Kill stuck queries" is none.
    [GeneratedRegex(
        @"^(the )?([\w-]+ ){1,2}(hangs?|fails?|failed|failing|stuck|stalls?|stalled|loops?|times? out|timed out|failures?|"
        + @"not (working|finishing|starting|running|possible)|(does|did|do|will|can)(n't| not) \w+|never \w+|schlagt fehl|scheitert|hangt|falla|falha|"
        + @"no (funciona|termina)|nao (funciona|termina)|echoue|ne \w+ (pas|plus))$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Fails();

    // What a document says of the incident that it is about, before Container takes the word for a list of incidents.
    [GeneratedRegex(
        @"^when (to use (this|it|the)( (runbook|procedure|page|document|playbook))?|(this|it|the (runbook|procedure|page)) (applies|is used)|does (this|it) apply|"
        + @"is (this|it) used)$|^(wann (gilt|hilft) (das|dies(es)?)|cuando (aplica|usar(lo)?)|quando (usar|se aplica)|quand l'utiliser)$|"
        + @"^((incident|problem|playbook|runbook) (overview|information|info|metadata|description)|alert (information|info|metadata)|"
        + @"informac(oes|ion) d(o|a|el|e la) (alerta|incidente)|alarminformation(en)?|informations? (de|sur) l'(alerte|incident)|dados do alerta|datos de la alerta)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex About();

    // "(0-5 min)", "[5m]": time boxes and remarks do not change what a heading is for.
    [GeneratedRegex(@"\s*[(\[][^)\]]{0,60}[)\]]\s*:?$|\s*:$", RegexOptions.ExplicitCapture)]
    private static partial Regex Box();

    [GeneratedRegex(
        @"^(part|chapter|section|annex|appendix|teil|kapitel|abschnitt|anhang|parte|capitulo|seccion|secao|anexo|partie|chapitre|annexe|capitolo|sezione|allegato|"
        + @"deel|hoofdstuk|bijlage) (\d{1,2}|[ivx]{1,4}|[a-h])\s*[.:–—-]\s*",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Volume();

    [GeneratedRegex(
        @"^(the )?first (five|ten|fifteen|thirty|\d{1,2}) min(ute)?s?\b|^(die )?ersten? (funf|zehn|\d{1,2}) min\w*|"
        + @"^(os |los |les )?(primeir[oa]s|primer[oa]s|premieres) (cinco|cinq|dez|diez|dix|\d{1,2}) min\w*|"
        + @"^(step|phase|stage|schritt|phase|paso|fase|passo|etapa|etape|passaggio|stap)\s+(\d+|[ivx]+|[a-f]|one|two|three|four|five|six|eins|zwei|drei|vier|un[oae]?|"
        + @"dos|due|deux|trois|tre|tres|cuatro|dois|quatro|quatre|quattro)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex("^" + SupportLines, RegexOptions.ExplicitCapture)]
    private static partial Regex SupportLine();

    [GeneratedRegex(@"^(\S+ ){3,}(run|play)book$", RegexOptions.ExplicitCapture)]
    private static partial Regex CalledRunbook();

    [GeneratedRegex(
        @"^severities$|^(levels?|niveaux|niveles|niveis|livelli|stufen)$|^(incident |alert |outage )?(severity|priority|incident) (levels?|classification|matrix|"
        + @"definitions?|scale|guide)|^(incident )?classification$|^slas?( targets?)?$|^response (times?|targets?|slas?|objectives?)|^priorities|"
        + @"^(severity|severities|priority|priorities) (and|&) (slas?|paging|response|reaction|times?|targets?|escalation)\b|"
        + @"^(service level|response|reaction|sla|slo)s? (commitments?|expectations?|goals?|policy|times?|targets?|levels?)\b|^service levels?$|"
        + @"^how (fast|quickly|soon) (we|do we|should)\b|^(reaktions|antwort|entstor|behebungs)(zeit\w*|frist\w*)|"
        + @"^(tiempos?|tempos?|delais?) d[eo] (respuesta|resposta|atencion|atendimento|reponse|intervention|solucion)|^niveaux de service|^niveles de servicio|"
        + @"^niveis de servico|^livelli di servizio|^what counts as (what|an? )|^(our )?commitments$|^уровни|^(niveis|niveles|niveaux|livelli) |^schweregrade|"
        + @"^classificac|^clasificacion|^einstufung|^sla[- ]|^how (bad|urgent|severe|serious)\b|^how we (rate|classify|prioriti[sz]e|grade)|^(storungs|fehler)klassen|"
        + @"^(acuerdo|acordo) de nivel|^gravi(dade|te|ta|dad) (e|et|y) |^prioritaten$|^prazos",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SeverityPolicy();

    [GeneratedRegex(
        @"^(what|how) (it|this|that|all|everything) (should |usually |normally )?looks?( like)? (on|in|when|if|while) (an? |(it|all|everything|nothing) is )?(quiet|good|normal|"
        + @"calm|usual|healthy|fine|well|ok|wrong)\b|^what [""“]?(fine|good|healthy|normal|ok(ay)?)[""”]? looks like|"
        + @"^(expected|example|sample|typical|healthy|normal|good|bad) (outputs?|results?|responses?|values?)|^expected$|^outputs?$|^you should see|"
        + @"^(should|output) (show|looks? like)|^saida( esperada)?$|^(resultado|salida) esperad|^salida( de ejemplo)?$|^ejemplo de salida|^exemplo de saida|"
        + @"^erwartete? |^ausgabe|^beispielausgabe|^(a )?(good|healthy|normal) (answer|state|result)$|^(an )?example of\b|^期待される|^出力例|^ожидаем|^пример вывода|"
        + @"^sortie( attendue)?|^resultat attendu|^output atteso|^(resultado|salida|saida) que se espera|^verwachte ",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Expected();

    [GeneratedRegex(
        @"^(fiche|bilan) d'incident$|^(incident )?review (form|sheet|template)$|^after(wards?)?( it)?$|^depois$|^danach$|^hinterher$|^apres$|^despues$|^nachher$|"
        + @"^nachbetrachtung$|^(revision|revisao|analisis|analise|revue|analyse|revisione|analisi) (posterior|pos|a posteriori|successiva|apres coup)\b|"
        + @"^terugblik\b|^nabespreking\b|^evaluatie\b|^(formato |formulario |form )?rfo\b|^reason for outage|^post-?\s?incident|^after the incident|"
        + @"^(incident )?retrospective|^incident report|^nachbereitung|^pos-?\s?incidente|^lessons learned|^follow[- ]?ups?( actions?)?$|^blameless|"
        + @"^(depois|apos|despues|nach|apres|dopo) (do|o|de|del|dem|der|l'|un|um|il|la|el)? ?(incident|vorfall|storung|guasto|panne)|"
        + @"^informe (de incidente|posterior|final)|^(relatorio|informe) (de |do |del )?(pos-?|post-?)? ?incidente|^relatorio de incidente|^abschlussbericht|"
        + @"^retour d'experience|^rex\b|^(final |incident )?report\b|^отчет|^разбор|^報告|^振り返り|^(incident |post-?incident )?reviews?$|^(the )?incident report|"
        + @"^(incident|outage) form\b|^incident (log|record)( (template|form|entry))?$|"
        + @"^(formulaire|formulario|formular|modulo|formulier) (d'|de |zum |di |van )?(incident\w*|vorfall|storung)\b|^compte[- ]rendu|^rapport d'incident|"
        + @"^(rapporto|resoconto) (di|dell)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Postmortem();

    [GeneratedRegex(@"post-?\s?mortems?|debrief", RegexOptions.ExplicitCapture)]
    private static partial Regex PostmortemWithin();

    [GeneratedRegex(
        @"^(the )?first (hour|half hour|\d+ min(ute)?s?|(few|five|ten|fifteen) minutes)$|"
        + @"^(overview|introduction|intro|purpose|scope|about|audience|table of contents|contents|toc|index|quick (reference|links?)|references?|related|see also|"
        + @"links?|resources?|further reading|appendix|apendice|glossary|prerequisites?|requirements?|before (you (start|begin)|(anything|everything) else)|how to use|"
        + @"when to use|access|tools?|tooling|architecture|changelog|revision history|history|version|maintainers?|owners?|notes?|"
        + @"general(?! troubleshooting(?! (tips|hints|notes|tricks)))|useful|handy|common commands|command reference|cheat ?sheet|"
        + @"(routine|regular|daily|weekly|monthly)(?! \w+ \w+ \w+ \w+)|maintenance|scheduled|metrics to track|game ?days?|(fire )?drills?$|day[- ]to[- ]day|"
        + @"decision (log|record)|tabletop|simulacros?|template for (a )?new (alerts?|runbooks?|procedures?|entries|incidents?|pages?)|"
        + @"runbook (template|structure|format|index|maintenance)|template$|security patching|"
        + @"(blank )?(form|vordruck|formular|formulaire|formulario|modulo)( \d{1,2})?(:|$| [–—-])|documentation|faq|roles|responsibilities|"
        + @"incident (response|management|handling|lifecycle|command|roles)|how (an |the |our |every )?incidents? (runs?|works?|goes|is (run|handled))|"
        + @"(change|code|deploy|deployment|release) freeze|response process|process flow|flujo del? proceso|fluxo do processo|prozessablauf|ablauf$|deroulement|"
        + @"how[- ]?tos?$|on-?call (handbook|process|duties|schedule|rotation|handoff)|conventions?$|hand(ing)? over (the )?(shift|on-?call|pager|duty)|"
        + @"shift (change|handover|hand-?off)|(schicht|dienst)ubergabe|ubergabe$|passage de relais|passation|releve d.astreinte|"
        + @"(traspaso|relevo|cambio) de (turno|guardia)|passagem de (turno|plantao)|cambio turno|handover(?! (note|message|text|template|mail))|"
        + @"handoff(?! (note|message|text|template|mail))|visao geral|introducao|objetivo|pre-?requisitos|referencias|sumario|indice|comandos (uteis|utiles)|resumen|"
        + @"alcance|requisitos|enlaces|operaciones (de )?rutina|uberblick|ubersicht|einleitung|zweck|inhaltsverzeichnis|inhalt|voraussetzungen|verweise|referenzen|"
        + @"nutzliche|anhang|wartung|обзор|введение|概要|はじめに|目的|vue d'ensemble|sommaire|prerequis|liens|panoramica|riferimenti|overzicht|inleiding)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex General();

    [GeneratedRegex(
        @"^(symptoms?|problems?|issues?|errors?|failures?|symptome?|probleme?|fehler|sintomas|problemas|errores|erros|problemes|pannes) (and|&|und|y|e|et|"
        + @"/) (their )?(fix(es)?|solutions?|remed\w+|resolutions?|workarounds?|answers|losung(en)?|abhilfen?|soluciones|solucoes|solutions?|remedes)$|"
        + @"^(common|known|typical|frequent|critical|major|high priority|medium priority|longer|detailed|other|further|remaining|additional|low priority|production|"
        + @"specific|individual|operational)?\s*(service |system |infrastructure |database |application )?(incident|alert|issue|problem|scenario|failure|error|outage|"
        + @"runbook|playbook|procedure)(s| types?| scenarios?| runbooks?| playbooks?| triage| procedures?| catalog(ue)?)\b(?!\s+(to|that|which)\b)|"
        + @"^(alert|incident) (triage|runbooks?|reference|response guide)|^(common |general )?troubleshooting( guides?| tips)?$|^"
        + SupportLines
        +
            @"|^(problemas|incidentes|alertas|cenarios|escenarios|falhas|fallos|procedimentos|procedimientos|errores|"
            + @"erros)( (mais )?(comuns|comunes|conhecidos|frequentes|frecuentes|criticos))?$|^(haufige|bekannte|typische) (probleme|storungen|fehler|vorfalle|alarme)|"
            + @"^(storungen|vorfalle|alarme|szenarien|probleme)$|^(problemes|incidents|alertes|pannes)( (courants|frequents|connus))?$|"
            + @"^(problemi|incidenti|allarmi)( comuni)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Container();

    [GeneratedRegex(
        @"^(things|what) (that )?((are|is) not|aren't|isn't|arent|isnt) allowed|^was man nicht (macht|tut|darf)|^(what|things) (nobody|no one|no-one) (ever )?(does|touches|"
        + @"runs)\b|"
        + @"^(wat|dingen die) (je|we|men) niet (doet|doen|mag|mogen)|^ce qu'on ne fait (pas|jamais)|"
        + @"^(please,? |bitte |por favor,? )?(not safe|not$|unsafe|do not|don'?ts?|never(?! ("
        + ForbiddenCommands.Happenings + @")\b)|avoid|what not to do|"
        + @"(things|what) (you|we) (must|should|may|do)( not|n't|nt| never)|forbidden|prohibited|not allowed|nao (fazer|execut)|nunca|evit(e|ar)|proibido|prohibido|"
        + @"not permitted|nicht (gestattet|zulassig)|"
        + @"no (hacer|ejecut)|nicht (tun|erlaubt|ausfuhren)|niemals|verboten|запрещено|нельзя|禁止|a ne pas faire|interdit|ne pas|non fare|vietato|niet doen)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Prohibition();

    [GeneratedRegex(
        @"^(people|users|customers|clients|players|guests|patients|kunden|anwender|nutzer|usuarios|clientes|utilisateurs|klanten|the wards?) (see|say|notice|report|"
        + @"complain|tell( us)?|sehen|sagen|melden|ven|dicen|veem|dizem|voient|disent|zien|zeggen)$|"
        + @"^(ce (qu'on|que l'on|que nous) |on )(constate|constatons|observe|voit|remarque)$|^what (speaks|points|hints) (for|to|at) (it|this)$|"
        + @"^(dafur spricht|was dafur spricht|evidence( for (it|this))?|signs of (it|this))$|^seen( by| as| in)?$|"
        + @"^(common |typical |observed |user[- ]visible |key |main |other |further |early |first |more )?(symptoms?|signs?(?! (in|up|off|on|out)\b)|recognition|"
        + @"recogni[sz]ing( it)?|how to recogni[sz]e( it)?|erkennung|reconocimiento|reconhecimento|reconnaitre|on (le|la|les) (voit|remarque) (a|par)|indicators?|"
        + @"sintom[aoi]s?|symptome?s?|anzeichen|signes|sintomi|symptomen|wat (je|jullie|u|we|gebruikers|klanten|men) (merkt|merken|ziet|zien)|cosa si (vede|nota)|"
        + @"what (you|users)('ll| will)? see|(you|we)('ll| will|'d| would)?( usually| often| also| then| mostly){0,3} (see|notice)( (this|it|that|as))*$|"
        + @"how (it|this) (presents|looks)|indications?|constats?|indicaciones|indicacoes|indicazioni|indicaties|observed behaviou?r|senales|sinais|was man sieht|"
        + @"fehlerbild|симптом\w*|признак\w*|症状|故障现象|现象|故障表现|erkennungsmerkmale|signals|lo que se (ve|nota)|o que se ve|ce qu'on voit|que se ve|"
        + @"(what )?(players|users|customers|people|citizens|operators|callers|staff|patients|merchants|students|teams|viewers|readers|listeners|guests|drivers|riders|"
        + @"passengers|sellers|tenants|members|clients|learners|renters|insured|shops?|"
        + @"(the )?(customer|user|guest|member|driver|patient|client|player|visitor|learner|caller|merchant)s?) (will |usually )?(see|notice|report|feel|say|hear|"
        + @"tell)s?( us)?|(how|what) (do |does )?(i|you|we|one|people|users|customers|it|they)('ll|'d)? (will |usually |first )?(notice|hear|spot|recogni[sz]e|"
        + @"find out)s?|what (one|the [\w-]+( [\w-]+)?) (sees?|notices?|reports?|hears?)|(you|we) (usually |first |will )?notice|"
        + @"how (it|this) (shows|looks|is noticed|appears)|how to recogni[sz]e|noticed by|seen as|what (is|was|can be) (visible|seen|noticed|observed)|"
        + @"visible (signs|effects)|what (it|this) looks like|looks like$|(you|we|people|users)( will|'ll| may| might) (see|notice)$|(ademas )?suele verse$|"
        + @"se suele ver$|cosa (si )?(vedi|vede)|que ves|was (du|man) sieh\w*|ce que (vous|on) voy?(ez|it)|(je|on|nous) (vois|voit|voyons|constate|constatons)$|"
        + @"wat (je|men) ziet|you see$|we see$|man sieht$|se ve$|on voit$|visto como|o que se (ve|nota)|ce que l'on voit|manifestations?|woran (man|du|sie|ihr|wir)|"
        + @"so zeigt (es )?sich|como (se (nota|manifesta|percebe|presenta|ve)|identificar|reconocer|reconhecer|perceber)|"
        + @"comment (cela|ca|on) (se )?(voit|manifeste|remarque)|manifestazion[ei]|come si (nota|presenta|manifesta)|как (проявляется|выглядит|заметить)|как видно|"
        + @"hoe (merk|herken|zie))\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Symptoms();

    [GeneratedRegex(
        @"^(working |current |pet )?theories\b|^(what )?(it )?has been( before| in the past)?$|"
        + @"^((possible|potential|likely) )?root causes? (possibilities|candidates|options)\b|^possible explanations$|^pistes?( possibles?)?$|^why it can be\b|"
        + @"^what (else )?(could|can|might|may) (it|this) be$|^(pourquoi|warum|por que|perche) ?\??$|^why,? (usually|mostly|normally|most often)\b|"
        + @"^why it (happens|happened|breaks)\b|^(meist|meistens|warum),? (meist|weil)\b|^why (it|this) (can|could|may|might) be\b|^maybe (it'?s|its)$|^pode ser$|"
        + @"^puede ser$|^peut etre$|^kann sein$|^puo essere$|^((most|common|possible|likely|probable|known|typical|root|potential|usual|main|top|"
        + @"frequent) )*(root )?(causes|hypotheses|reasons|culprits|suspects)\b(?! (that|which|why)\b)|"
        + @"^(there are )?(two|three|four|five|[2-5]|a few|several) (known |usual |likely |possible |common )?(causes|reasons|culprits|"
        + @"explanations)( (known|seen|so far|we have seen|we have|we know( of)?|we've seen|to date|until now|in the past|up to now))*$|"
        + @"^((most|common|usual|typical|frequent|known|possible|likely) )+contributing factors$|^candidates$|"
        + @"^(the )?(two|three|2|3|few|several|main|the usual) (candidates|suspects|culprits|causes|reasons|explanations)$|^(the |our )?usual causes\b|"
        + @"^(could|can|might|may) be( (one|any) of( these)?)?$|^(then )?(it is |it's |this is )?(usuall?y|mostly|often|typically|nearly always|almost always|"
        + @"most often|(most )?(probably|likely)) (one|any) of( (these|them|the following))?$|^things (it|this|that) (was|were|has been|have been)\b|"
        + @"^what (it|this) (was|has been)( (the )?last times?| before| so far| in the past)?$|^(thinking aid|past causes|known culprits|prime candidates)|"
        + @"^what (usually )?causes|^(mogliche |haufige |wahrscheinliche )?(ursachen?|hypothesen)\b|"
        + @"^(possiveis |posibles |probaveis |provaveis )?(causas|hipoteses|hipotesis)\b|^causas? (comuns|comunes|possiveis|posibles|provaveis|probables|raiz)|"
        + @"^causes (possibles|probables|courantes)|^(possibili )?cause( probabili| possibili| comuni)?$|^(most )?(likely|probable)( \w+)?( first)?$|"
        + @"^(most )?likely (in|by|first)\b|^(this|it|that) (can|could|may|might|usually|mostly|often) (happens?|be|comes?|"
        + @"is)( (caused|because|due|from|one of|when))?( (of|by|to|these))?$|^(usually|mostly|often|typically)( it is| it's)?( because| caused by| due to|"
        + @" one of( these)?)?$|^(usual|the usual|likely|prime) suspects\b|^(root )?cause candidates|^why (this|it) happens|"
        + @"^what (it|this) (can|could|may|might|usually) (be|is)|^what is it( usually| mostly| most often)?\??$|^what (can|could|may) be (behind|wrong)|"
        + @"^(was es sein kann|was dahinter\w*|ubliche verdachtige|woran es liegen kann|woran es liegt|kann liegen an)|"
        + @"^(que puede ser|sospechosos|de que puede venir|o que pode ser|suspeitos|de onde pode vir|ce que (ca|cela) peut etre|d'ou (ca|cela) (peut )?(vient|venir)|"
        + @"suspects|cosa puo essere|wat het kan zijn)\b|^(mogelijke )?oorzaken\b|^(возможные )?причины|^原因",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Causes();

    [GeneratedRegex(
        @"^opschal|^when (do (i|we)|should (i|we)|to) (give up|(call|ask) for help|stop trying|go (further|higher|up)|"
        + @"(wake|involve|page|bring in) \w+)|^(raising|raise|sounding|sound) the alarm\b|^who to (page|call)|"
        + @"^whom? (to|do (we|i|you)) [\w ]{3,30},? (and|or|&) when$|"
        + @"^who,? (and )?when$|^wer,? (und )?wann$|^qui(en)?,? (et |y )?(quand|cuando)$|^quem,? (e )?quando$|^chi,? (e )?quando$|^who else( to (call|page|tell|ask))?$|"
        + @"^(esc|call)$|^melde(wege?|stellen|plan)$|^alarmierung\w*$|^(calling|getting|asking|call) for help$|^(need|get|getting|more|further) help$|"
        + @"^where to get help$|^(still |if |when )?(you are |you're |we are )?stuck$|"
        + @"^(if|when) (it|this|that|nothing|none of (this|it|that|them|these))( (all|still|here|above|of this))* "
        + @"(doesn'?t |does not |did not |didn'?t |won'?t )?(helps?|helped|works?|worked)$|"
        + @"^wenn (das|es|nichts)( alles)?( nicht| nichts)? (hilft|geholfen hat)$|^si (nada|esto no|rien)( de esto)?( ne)? (ayuda|funciona|marche|aide)$|"
        + @"^se nada (disso )?(ajuda|funciona)r?$|"
        + @"^(wenn|falls) (es|man) nicht (mehr )?weiter\w*|^(pedir|solicitar) ayuda$|"
        + @"^pedir (ajuda|socorro)$|^hilfe (holen|rufen)$|^chiedere aiuto$|^demander de l'aide$|^(pager|call|phone|alarm) (chain|tree|order)|^hand on( to)?$|"
        + @"^(the )?(escalation|call) ladder\b|^the ladder$|^(ruf|alarm|melde)kette|^scalat|^эскалац|^エスカレーション",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Escalation();

    [GeneratedRegex(@"escalat|eskal|\bescal(acion|ada|ado|ar|ade|er|onamento|onamiento|onar|onado|amento|amiento)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex EscalationWithin();

    [GeneratedRegex(
        @"^paging$|^rubrica$|^bellen$|^wie (te )?bel(len|t)?\b|^wie bel(t|len)? (je|we|wie)|^telefoonlijst|^who (to|do (we|i|you)) (wake|call|ring|phone)\b|"
        + @"^(nobody|no one|no-one) (here )?(can|could|is able to) (fix|solve|help|repair|mend)\b|^numeros?( utiles| importants?)?$|^crew( sheet| list)?$|^who'?s who\b|"
        + @"^turnos?( de guardia)?\b|^(telefon|ruf)nummern|^telefonliste|^(duty|shift) (roster|rota)$|^(on-?call )?(roster|rota)$|^directorio\b|^diretorio\b|"
        + @"^annuaire\b|^whom? do (i|we) (call|ring|ask|reach|wake|phone|page)|^(who|whom) exactly$|^contactos?\b|^contatos?\b|^kontakte?\b|^контакты|^連絡先|^担当者|^annuaire|"
        + @"^notruf|^numbers?$|^rufnummern|"
        + @"^numeri|^ansprechpartner|^contatti\b|^contacten\b|^on[- ]?call( contacts?| team)?$|^who (does|handles|owns|runs|looks after) what$|"
        + @"^quien (atiende|responde|lleva) que$|^quem (atende|responde|cuida)( de que)?$|^wer (macht|kummert sich um) was$|^qui (fait|gere) quoi$|^who to contact|"
        + @"^(who|whom|someone|somebody|people) to (ask|contact|phone|wake|ring|inform|tell|bother|reach|text)|^reach(able|ing)?( us| people)?( at| by)?$|"
        + @"^how to reach\b|^humans$|^erreichbar(keit(en)?)?$|^joindre|^chi contattare|^wen (anrufen|rufen|informieren|fragen)|^prevenir$|^chi chiamare|"
        + @"^wie (te )?bellen|^(ask|contact)$|^who is who|^admins?$|^who( ?(/|&|and|und|y|et) ?(where|how|what|wo|wie))?$|"
        + @"^(the order of )?(who|whom) to (call|ask|bug|page|ring|poke|shout at)\b|^(the )?(on-?call )?directory$|^(phone|tele?phone|address) ?(book|tree|sheet)$|"
        + @"^(astreinte|bereitschaft|rufbereitschaft|pikett|guardias?|plantao|plantonistas?|sobreaviso|reperibilita|piket|wachtdienst)s?$|^(call|contact) list$|"
        + @"^(los )?responsables$|^responsaveis$|^interlocuteurs$|^referenti$|^wer$|^quem( chamar| acionar)?$|^a quien|^quien(es)?$|^qui appeler|^(tele)?phone|^telefon|"
        + @"^people( (and|&) [a-z]+)?$|^phone (list|numbers)|^(key )?(people|stakeholders)$|^(a )?(nossa |nuestra )?gente$|^(as )?pessoas$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Contacts();

    [GeneratedRegex(@"(?<!\d )\bcontacts?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ContactsWithin();

    [GeneratedRegex(
        @"^copy[ -]?(&|and|n|'n'|\+)?[ -]?paste( (texts?|messages?|templates?|snippets?))?$|^messages? (a envoyer|a diffuser|para enviar|a enviar|zu senden|da inviare)$|^mensajes? (para|a) enviar$|^(legal )?notices?\b|"
        + @"^(paging|pager|sms|switchboard|loudspeaker) (texts?|messages?|announcements?)\b|^words( (for|to) (the |our |all )?[\w-]+)?$|^(words|texts?|messages?|lines) (to|"
        + @"for) (send|write|post|say|publish)\b|"
        + @"^(things|texts?|words|lines|stuff) to (paste|copy|post)\b|^what (to|we|you) (tell|say|write|post)\b|^\w+ messages$|^messages? (we|you)\b|^meldungstexte?$|"
        + @"^(meldung|message|nachricht|text|mensaje|mensagem|texto|texte) ([a-e]|[mt]?\d)$|^modelos$|^textos$|^paste\b|"
        + @"^(status|message|notice|banner|text)( (line|text|message|banner))? (for|to) (the |our )?(readers|customers|users|players|guests|tenants|clients|merchants|"
        + @"patients|public|site)\b|^(say|tell) (something|people|them|every(one|body)|the world)\b|"
        + @"^(communications?|kommunikation\b|kommunikationsplan|comunicac|comunicacion)|^message to|^notify (customers|stakeholders)|"
        + @"^(mensagens?|mensajes?|messages?|messaggi|nachrichten?|textos?|texts?|textbausteine?)( prontas?| listos?| (tout |tous )?prets?| to send| to copy| snippets?|"
        + @" de estado| de status)?$|^meldung(en)? (an|fur)|^mitteilung|^сообщени|^шаблон|^テンプレート|^お知らせ|"
        + @"^(mensagens?|mensajes?|messages?|textos?) (padrao|padroes|estandar|tipo|modelo|standards?)$|^status texts?$|^standard(texte?|meldung(en)?)$|"
        + @"^press( (release|statement|office|notice|text)s?\b|$)|^post to\b|^textos? (for|to|an|para|pour|fur)|^texts? (for|to|an|para|pour|fur)\b|"
        + @"^messages? (type|aux?|para|pour|an|fur|for|to (customers|users|patients|players|staff|merchants|the))\b|^(mensaje|mensagem) (para|a[os]?)\b|"
        + @"^(mot|mots|texte) (pour|aux?)\b|^telling (the |our )?(customers|users|kitchens|shops|merchants|staff|players|partners|clients|\w+s)$|"
        + @"^que (les )?(digo|decimos|decir|se dice)|^o que (dizer|falamos)|^que dire|^was (wir )?(sagen|schreiben)|^words (we|to) (use|say)|^wording|"
        + @"^what to (say|tell|write)\b|^modelos\b|^rundmail|^announce|^aviso a|^comunicado|^canned|^talking( (to|with) .{3,40})?$|"
        + @"^(plan de comunic|communication plan|plano de comunic|piano di comunic)|^comms\b|^ubergabe (an|fur)\b|^hand-?(over|off) to\b|"
        + @"^hand-?(over|off) (note|message|text|mail)s?\b|^(hinweis|information|auskunft) (an|fur) (die|den|das|alle|unsere)?|"
        + @"^(notice|note|statement|information|announcement) (to|for) (the |our |all )?(customers|users|readers|public|press|patients|players|staff|parents|merchants|"
        + @"tenants|citizens|growers?|clients)|^(avviso|comunicazione) (a|ai|agli|alle|per)\b|^(aviso|comunicacion|comunicacao) (a|ao|aos|as|para)\b|"
        + @"^(information|communication|annonce) (aux?|a la|pour)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Template();

    [GeneratedRegex(
        @"template|vorlagen?\b|plantillas?\b|modelos? de|modele|status (page|update)|"
        + @"(customer|stakeholder|slack|email|internal|initial|public) (notification|message|update|announcement|communication|comms)s?\b|文例",
        RegexOptions.ExplicitCapture)]
    private static partial Regex TemplateWithin();

    [GeneratedRegex(
        @"^(alert |incident |default |initial |typical |usual |normal )?(severity|sev|priority|prio|уровень|серьезность|приоритет|критичность|優先度|重大度|深刻度|severidade?|"
        + @"gravidade|gravedad|schweregrad|schwere|prioritat|priorita|prioridade?|severite|gravite|gravita|ernst|prioriteit|urgentie|criticality|criticidade?|criticite|criticita|"
        + @"dringlichkeit)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Severity();

    [GeneratedRegex(
        @"^(prometheus |zabbix[ -]|nagios |icinga |checkmk |datadog |firing |related |associated |monitoring |linked |grafana |alertmanager |triggering |likely |"
        + @"usual )?(alerts?|alert ?names?|(alert|alarm|trap) (ids?|codes?|numbers?|no)|alertname|(the )?event( name| id)?|triggers?|triggered by|page(r)? (text|name)|"
        + @"text of the page|trigger alerts?|alert triggers?|alarms?|alertas?|alarme?|alarmes?|alertes?|allarmi|allarme|monitors?|alert condition|fires when|alarmname|"
        + @"sondes?|checks? (that|which) (lead|bring|fire)s?( here)?|алерты?|アラート|(alerts?|pages|alarms) (that (lead|bring|point|get)\w* (you )?here|covered|handled|"
        + @"in scope)|nombre de la alerta|nome do alerta|alert rules?|(azure monitor|oem|uptime kuma|uptime ?robot|better ?stack|pingdom|statuscake|new relic|dynatrace|"
        + @"cloudwatch|sentry|victoria ?metrics|zabbix|nagios|icinga2?|check_?mk|prtg|centreon|sensu|datadog|opsgenie|pagerduty|splunk|kibana) (alert|alarm|incident|"
        + @"rule|check|event|monitor|trigger|sensor)s?|signal|(alert|alarm|alarme|alarma|alerta|alerte|allarme) (in|on|from|by|of|no|na|do|da|en|em|im|von|aus|dans|de|"
        + @"del|di|su|sur) (the )?[\w+.-]+|(alertes|alertas|alarme|allarmi|alarmas) (associe[e]?s|liees|concernees|relacionadas|asociadas|associadas|zugehorige|"
        + @"collegati|correlati)|(zugehorige|betroffene) alarme)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Alert();

    [GeneratedRegex(
        @"^(meaning|descriptions?|alert (context|description|details|definition|summary)|context|background|what (does )?(it|this)( alert)? means?|means$|"
        + @"what('?s| is) happening|significado|descripcion|descricao|bedeutung|beschreibung|hintergrund|signification|significato|descrizione|betekenis|contexto|"
        + @"contexte|kontext|problem( description| statement)?|summary|details|explanation|what happened|condition|why (it|this) (fires|matters)|was (es )?bedeutet|"
        + @"que significa|o que significa)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Meaning();

    [GeneratedRegex(
        @"^(business |user |customer |service |potential |expected )?(impact|impacto|auswirkung(en)?|consequences?|impatto|consequencias?|consecuencias?|folgen|"
        + @"gevolgen|blast radius|affected( services| systems| users)?|betroffen)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Impact();

    [GeneratedRegex(
        @"^(post[- ](fix|action|recovery|rollback|change|mitigation) )?(verif|c'est (repare|fini|regle|revenu) (quand|si)$|validat|validier|confirm|"
        + @"smoke tests?\b(?! (fail|break|error|time|are|is|keep|stay)\w*)|post[- ]?check|success criteria|recovery (check|confirm|validation)|how to (verify|confirm)|"
        + @"how (do|will) (i|we|you) know (that )?(it|this) (worked|is (over|fixed|solved))|check (recovery|that it worked)|verificac|comprob|uberprufung|bestatig|"
        + @"erfolgskontrolle|проверка|確認\(|復旧確認|kontrolle|nachprufung|verifica|controle apres|all[- ]clear|done when|exit criteria)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Verification();

    [GeneratedRegex(@"^(prevent|long[- ]term|permanent|pravention|vorbeug|prevenc|hardening|improvements?|future)", RegexOptions.ExplicitCapture)]
    private static partial Regex Prevention();

    [GeneratedRegex(@"^panels?( to (check|watch))?$|^(monitoring|observability|grafana|uberwachung|monitoreo|monitoramento)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Dashboards();

    [GeneratedRegex(@"dashboards?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex DashboardsWithin();

    [GeneratedRegex(
        @"^steps to reproduce$|^(what|where) (do|should) (i|we) (check|look)( at)?\b|^which of the (two|three|four|five|\d)( of them)? is it|^looks? \d$|"
        + @"^(je|on|nous) (regarde|regardons|verifie|verifions)$|^first look|^look( here| at)?$|"
        + @"^(\d{1,3}[- ](sec|min)\w* |quick|initial|first|basic|health|preliminary|immediate)? ?(checks?|checklist|look|assessment|analysis|"
        + @"triage)\b(?! (fail|error|timeout|down|alert))|^what to (check|look)|^(check|assess|triage|inspect|identify|detect(ion)?|debug(ging)?|analy[sz]e|analysis|"
        + @"analyse|analisis|quick check|troubleshoot|look for|queries|examine|evaluate|determine)\b|^how to (check|debug|diagnose|investigate)|"
        + @"^(useful )?(queries|logs|metrics)$|^(диагностика|確認|調査|診断|切り分け|prufung|prufen|untersuch|fehlersuche|ermittl|erste prufung|schnelltest|schnellprufung|"
        + @"ursachenanalyse|root cause analysis)|^(investigac|verificaciones|verificacoes|comprobaciones|consultar?$|revis|chequeo|checagem|onderzoek|controles?\b|"
        + @"indagin|triagem|triaje)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Diagnosis();

    [GeneratedRegex(@"diagnos|investigat|troubleshooting", RegexOptions.ExplicitCapture)]
    private static partial Regex DiagnosisWithin();

    [GeneratedRegex(
        @"^(je|on|nous) (fais|fait|faisons)$|^(quick |immediate |safe |recommended |remediation |corrective |suggested |short[- ]term |temporary |emergency |"
        + @"recovery |manual |possible |response |resolution |mitigation |automated )*(resolutions?|"
        + @"resolv(?!ers\b|er (is|does|down|not|answers?|returns?|times|fails?|unreachable|slow|time-?outs?)\b)|mitigat|remed|fix(es|ing)?\b|actions?\b|recover|"
        + @"rollback|roll back|restart|workarounds?|solutions?|repair|failover|restor|responses?\b|response steps|procedure$|steps?( to take| to follow)?$|"
        + @"runbook steps|containment|contain\b|how to (fix|resolve|recover|mitigate)|what to do|safe (action|to do)|undo|revert|execut|playbook$|instructions$|"
        + @"do this$|do$|act$|remed(y|ies)$|do[,(]|immediate(ly)?$|step[- ]by[- ]step)|^(clean ?up|scale|purge|drain|kill|reset|rotate|stop the bleeding)\b|"
        + @"^(resoluc|soluc|mitigac|acciones|acoes|acao|accion|correc|remediac|recuperac|procedimiento|procedimento|pasos|passos|que hacer|o que fazer|medidas|"
        + @"restaurac)|^(behebung|losung|massnahmen?|massnahme|sofortmassnahmen?|gegenmassnahmen?|wiederherstellung|vorgehen|beheben|abhilfe|schritte|wiederanlauf|"
        + @"notfallmassnahmen)|^(действия|решение|устранение|восстановление|対応|対処|復旧|手順)|"
        + @"^(attenuation|correctifs?|resolution|actions? (immediates?|correctives?)|depannage|retablissement|mesures)|"
        + @"^(risoluzione|azion[ei]|mitigazione|ripristino|rimedio)|^(oplossing|herstel|acties|maatregelen)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Action();
}
