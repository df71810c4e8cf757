using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

internal enum Purpose { Unsaid, Learn, Change, Confirm }

/// <summary>What a sentence tells the reader to do, by its leading verb.</summary>
internal static partial class Purposes
{
    public static Purpose Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Purpose.Unsaid;
        var folded = Leading().Replace(Words.Fold(Words.Bare(Words.Unticked(text))), "");
        if (Confirm().IsMatch(folded)) return Purpose.Confirm;
        if (Learn().IsMatch(folded)) return Purpose.Learn;
        if (folded.Length < LongestOrder && folded.EndsWith("en", StringComparison.Ordinal) && LastWord().Match(folded) is { Success: true } last)
            return last.Groups["change"].Success ? Purpose.Change : Purpose.Learn;
        return Change().IsMatch(folded) || (!System.Text.Ascii.IsValid(folded) && ChangeInJapanese().IsMatch(folded)) ? Purpose.Change : Purpose.Unsaid;
    }

    const int LongestOrder = 60;

    // "Konverter neu starten", "Protokoll ansehen": in German the verb of such an order stands last.
    [GeneratedRegex(
        @"^[\w][\w ./()-]*? ((?<change>(neu ?|durch|an|wieder ?)?starten|(aus|ein|ab|um|zu)schalten|stoppen|anhalten|beenden|loschen|leeren|zurucksetzen|austauschen|freigeben|"
        + @"wiederherstellen|umleiten|einspielen|aktivieren|deaktivieren|sperren|entsperren|erhohen|verringern|nachladen|neu laden)|"
        + @"(prufen|ansehen|anschauen|kontrollieren|nachsehen|auslesen|anzeigen|vergleichen))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    [GeneratedRegex(
        @"^((step|phase|stage|option|schritt|paso|passo|etapa|fase) \d+\s*[:.)–—-]*\s*|\d+[.):]\s*|"
        + @"(then|now|first|next|finally|also|optionally|please|if needed|if necessary|or|and|option [a-z\d]+[:.)-]?|quickly|manually|immediately|you can|use|run|"
        + @"execute)[,:]?\s+(the following\s+)?(to\s+)?|to (?!do\b)|on (le|la|les|en) |on l')+",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();

    [GeneratedRegex(
        @"^\W*(done|over|healed|good|fixed|finished) when\b|^\W*(fertig|erledigt|vorbei), wenn\b|^after (the |a |each |every )?(fix|repair|mitigation)\W*$|"
        + @"^\W*(listo|terminado|pronto|terminou|acabou) (cuando|quando)\b|"
        + @"^(verify|verif|confirm|validate|ensure|make sure|smoke|double-?check|verific|confirma|valida|bestatig|sicherstellen|uberprufen)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Confirm();

    [GeneratedRegex(
        @"^(check|list|show|find|get|view|inspect|look|identify|count|test|see|monitor|review|describe|query|trace|tail|watch|print|display|determine|examine|"
        + @"investigate|debug|diagnose|analy[sz]e|search|compare|measure|read|open|collect|capture|gather|locate|which|what|how|is |are |any |assess|dump|profile|probe|"
        + @"fetch|посмотр|провер|pull|status|current|recent|top |connect|log in|ssh|health|breakdown|correlate|group|sort|total|number of|prufe|prufen|anzeigen|zeige|"
        + @"liste|verificar|revisar|comprobar|ver |listar|buscar|mostrar|checar|consultar|identificar|inspecionar|verifica|controlla|verifier|lister|afficher|"
        + @"controleer)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Learn();

    [GeneratedRegex(
        @"^(restart|kill|scale|roll ?back|rollback|revert|clear|flush|delete|remove|purge|increase|decrease|update|apply|deploy|drain|cordon|uncordon|terminate|stop|"
        + @"start|enable|disable|set |reset|promote|fail ?over|failover|restore|rotate|renew|reload|rebuild|reindex|vacuum|create|add |patch|edit|change|fix|clean|"
        + @"prune|truncate|evict|force|trigger|retry|replay|requeue|re-?run|switch|mitigate|redeploy|re-?deploy|undo|cancel|block|throttle|expand|resize|grow|free|move|"
        + @"archive|mark|unlock|loosen|release|recreate|recycle|bounce|pause|resume|skip|migrate|import|load (the|a|data|backup|dump)|repair|bring (it|the|them|up|back)|swap|"
        + @"put (it|the|them|back|a)|take (it|the|them) (out|down|off)|re-?start|freeze|unpause|un?pause|isolate|contain|shut|turn |disconnect|reconnect|re-?run|"
        + @"release|let (it|the)|do |send|park (it|the|them|that|this)|"
        + @"gener(ar|ate|ieren|iere|er|are) ((an?|the|un|una|une|el|la|le|ein\w*|uma?) )?((new|fresh|nuev[oa]|neue\w*|nov[oa]) )?(csr|key|cert|token|clave|llave|chave|schlussel)|"
        + @"post|notify|neustart|neu starten|loschen|leeren|erhohen|skalier|reiniciar|eliminar|borrar|limpiar|aumentar|escalar|apagar|"
        + @"limpar|remover|redemarrer|supprimer|riavvia|cancella|herstart|verwijder|перезапус|откат|переключ|повтор|удал|останов|очист|запуст|fence|hand |mount|"
        + @"riavviare|reprocessar|devolver|restaurar|pausar|corrigir|recharge|retire|reconstru|relance|ativar|desativar|reparar|activar|desactivar|behebe|beheben|"
        + @"freigeben|abbrechen|umschalten|starte|stoppe|relancer|vider|basculer|prevenir|passer|activer|suspendre|lancer|arreter|couper|remettre|agrandir|monter|"
        + @"bascule\b|retour\b|rodar|reenviar|segurar|derrubar|forcer|relance)|^(the |all )?[\w ]{3,40} again$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Change();

    // Its verb stands last.
    [GeneratedRegex("再起動|再送|削除|保留|切り替|停止")]
    private static partial Regex ChangeInJapanese();
}
