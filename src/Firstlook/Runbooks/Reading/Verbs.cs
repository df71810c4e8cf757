using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// What a command is for by its own verb, where nobody knows what it does: "harborctl volume resize" changes, "harborctl volume
/// show" asks. It decides the kind of a step, never its effect: what is not known stays unknown.
/// </summary>
internal static partial class Verbs
{
    public static Purpose Of(Command command) => command.Language switch
    {
        Language.PowerShell => OfCmdlets(command.Text),
        Language.Shell => OfWords(command.Text),
        Language.Sql => OfCall(command.Text),
        _ => Purpose.Unsaid,
    };

    /// <summary>"show bgp summary" asks; everything else that a device is told may change it.</summary>
    public static Purpose OfDevice(string text) => Asking().IsMatch(Words.FirstWord(text)) ? Purpose.Learn : Purpose.Change;

    static Purpose OfWords(string text)
    {
        const int MostWords = 5;
        if (UnknownPrograms.IsDeviceCommand(text)) return OfDevice(text);
        if (Elsewhere().Match(text) is { Success: true } elsewhere) text = elsewhere.Groups["command"].Value;
        if (Rehearsed().IsMatch(text) || AsksWithin(text)) return Purpose.Learn;
        // The program is no verb; what follows the first option or operand is none either.
        var words = ShellPrograms.Privilege().Replace(text, "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(MostWords)
            .TakeWhile(w => w[0] is not ('-' or '"' or '\'' or '|' or '<' or '$' or '/') || ChangingTask().IsMatch(w)).ToList();
        if (words.Any(w => ChangingTask().IsMatch(w))) return Purpose.Change;
        // "event failover", "log clear": a noun that the verb behind it does something to.
        if (words.FindLastIndex(w => Noun().IsMatch(w)) is >= 0 and var noun && words.Skip(noun + 1).Any(w => Changing().IsMatch(w))
            && !words.Any(w => Asking().IsMatch(w) && !Noun().IsMatch(w)))
            return Purpose.Change;
        if (words.Any(w => Asking().IsMatch(w))) return Feeds().IsMatch(text) ? Purpose.Unsaid : Purpose.Learn;
        return words.Any(w => Changing().IsMatch(w)) ? Purpose.Change : words.Count == 0 && AskingOption().IsMatch(text) ? Purpose.Learn : Purpose.Unsaid;
    }

    // "CALL run_job(1004)", "EXEC dbo.RebuildAll": a procedure is called for what it does, unless its name asks for something.
    static Purpose OfCall(string text) =>
        Called().Match(text) is { Success: true } called && !AskingName().IsMatch(called.Groups["name"].Value) ? Purpose.Change : Purpose.Unsaid;

    [GeneratedRegex(@"^\s*(CALL|EXEC(UTE)?)\s+(?<name>[\w.\[\]""]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(@"(^|\.)[\[""]?([a-z]{1,4}_)?(get|show|list|check|describe|report|find|help|who|count|stat|read|select|is|has|validate|verify)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex AskingName();

    static Purpose OfCmdlets(string text)
    {
        var verbs = Cmdlet().Matches(text).Select(m => m.Groups["verb"].Value).ToList();
        if (verbs.Any(v => ChangingCmdlet().IsMatch(v))) return Purpose.Change;
        if (verbs.Count == 0 || verbs.Contains("Invoke")) return Purpose.Unsaid;
        return Method().IsMatch(text) ? Purpose.Change : Purpose.Learn;
    }

    [GeneratedRegex(@"\s--?(dry-?run|noop|no-op|simulate|what-?if|preview|check-only)\b(?!=(none|false))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Rehearsed();

    // asadm -e "info namespace; show stat": each statement that a client is handed asks.
    static bool AsksWithin(string text) =>
        Handed().Match(text) is { Success: true } handed
            && Array.TrueForAll(handed.Groups["said"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                said => Asking().IsMatch(Words.FirstWord(said)));

    [GeneratedRegex(@"^[^|;&]*\s(-e|-c|--exec(ute)?|--eval|--command|--cmd)[ =](?<quote>[""'])(?<said>[^""'$`]{3,400})\k<quote>\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Handed();

    // ssh edge1 "unboundctl zone park": what counts is done over there.
    [GeneratedRegex(@"^\s*ssh\s+(-[A-Z0-9a-z]\s+[\w.=/~@]+\s+)*[^\s-]\S*\s+((?<quote>[""'])(?<command>[^""']+)\k<quote>\s*$|(?<command>[\w./]+ [^""'|;&]+)$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Elsewhere();

    // A list that is fed to something else is asked for its sake.
    [GeneratedRegex(@"\|\s*(xargs|while|sh|bash|ssh|kubectl|parallel)\b|\$\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Feeds();

    [GeneratedRegex(
        @"^(show|list|ls|status|get|describe|info|view|check|print|display|search|find|count|stats?|top|query|diff|validate|verify|inspect|history|logs?|events?|"
        + @"version|health|ping|ps|tail|cat|analy[sz]e|explain|monitor|watch|lookup|read|whoami|doctor|configtest|listar|mostrar|ver|estado|anzeigen|zeigen|lister|"
        + @"afficher|statut)([-_:].*)?$|^\S+[-_:](list|show|status|get|info|stats?)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Asking();

    // "ctmpsm -LISTALL", "sccache --show-stats": the verb is an option.
    [GeneratedRegex(@"^\S+ --?(list|show|status|query|get|info|stats?|print|describe)[\w-]*(\s|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex AskingOption();

    [GeneratedRegex(@"^(events?|logs?|status|history|versions?|health|stats?|count|top|info)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Noun();

    const string ChangingWords =
        @"set|unset|update|add|del|remove|rm|delete|destroy|create|clone|start|stop|restart|reload|reboot|reset|refresh|revoke|rotate|renew|grant|suspend|resume|"
        + @"pause|unpause|unlock|lock|enable|disable|activate|deactivate|toggle|resize|scale|grow|expand|shrink|expected|force|failover|switchover|giveback|"
        + @"takeover|promote|demote|map|unmap|bind|unbind|run|exec|apply|deploy|rollback|revert|restore|rewind|undo|seek|purge|flush|clear|drain|evict|kick|ban|"
        + @"unban|kill|cancel|abort|retry|replay|redrive|requeue|resend|send|publish|notify|move|mv|migrate|merge|split|import|pull|load|save|commit|put|write|use|"
        + @"register|unregister|join|leave|mount|umount|attach|detach|compact|defrag|repair|rebuild|reindex|rebalance|rectify|sync|resync|quiesce|break|provide|"
        + @"manage|clean|shutdown|poweroff|down|up|mute|unmute|submit|freeze|thaw|unfreeze|retransfer|kickstart|limit|throttle|quarantine|lmreread|lmremove|reread|"
        + @"park|unpark|reverse|upload|withdraw|divert|eject|isolate|renumber|stopsell|hold|release|resubmit|pin|unpin|hide|unhide|broadcast|"
        + @"usar|emitir|devolver|anular|bloquear|desbloquear|reanudar|pausar|activar|desactivar|reiniciar|borrar|eliminar|cambiar|mover|reenviar|"
        + @"ativar|desativar|apagar|limpar|"
        + @"pausieren|parken|aktivieren|entfernen|aufnehmen|loeschen|löschen|leeren|setzen|deaktivieren|verschieben|zurueckholen|sperren|entsperren|starten|stoppen|neustart|"
        + @"relancer|bloquer|activer|supprimer|vider";

    [GeneratedRegex("(^|[-_:.])(" + ChangingWords + ")([-_:.]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Changing();

    // "rake search:reindex[all]", "artisan window:open": of a task within a namespace the verb is what stands last, as Rake and Laravel name them.
    [GeneratedRegex(@"^[""']?[a-z][\w-]*(:[a-z][\w-]*)*:(" + ChangingWords + @"|open|close)(\[[^\]\s]*\]?)?[""']?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ChangingTask();

    [GeneratedRegex(@"(?<![\w-])(?<verb>[A-Z][A-Za-z]+)-[A-Z]\w+", RegexOptions.ExplicitCapture)]
    private static partial Regex Cmdlet();

    [GeneratedRegex(
        "^(Set|New|Remove|Start|Stop|Restart|Enable|Disable|Clear|Add|Move|Copy|Update|Install|Uninstall|Unlock|Lock|Reset|Suspend|Resume|Register|Unregister|Send|"
        + "Grant|Revoke|Repair|Mount|Dismount|Rename|Push|Publish|Import|Restore|Complete|Approve|Deny|Sync|Switch|Unpublish|Initialize|Optimize)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ChangingCmdlet();

    // $_.ConsolidateVMDisks(): a method called for what it does.
    [GeneratedRegex(@"\.(?!Add(Days|Hours|Minutes)|To|Get|Trim|Split|Replace|Sum|Count)[A-Z]\w+\(\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Method();
}
