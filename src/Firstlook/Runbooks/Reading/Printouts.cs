using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// What a program showed on some day, introduced by a sentence that says so in any of several languages: "Lo que se ve en un día malo:" above a table of words and
/// numbers. What might be typed is no printout, whatever stands above it.
/// </summary>
internal static partial class Printouts
{
    public static bool Shows(string lead, string text) => lead.Length is > 4 and < 200 && Introduction().IsMatch(lead) && IsTable(text);

    // Two lines or more, each in columns or with figures in it, and none that something reads as a command.
    static bool IsTable(string text)
    {
        const int Enough = 40;
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Take(Enough).ToList();
        return lines.Count > 1 && lines.TrueForAll(l => Columns().IsMatch(l) && !IsTyped(l));
    }

    static bool IsTyped(string line) =>
        ShellPrograms.Begins(line) || UnknownPrograms.Begins(line) || UnknownPrograms.IsDeviceCommand(line) || InlineCommands.LanguageOf(line) is not null;

    [GeneratedRegex(@"\S(\s{2,}|\t|\s*\|\s*)\S|\s[-+~]?\d[\d.,:]*\s?(%|\p{L}{0,3})(\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Columns();

    // By language: English, Spanish, Portuguese, French, Italian, German, Dutch, Polish, Swedish.
    [GeneratedRegex(
        @"\bwhat (it|that|this|one|you|we) (looks?|looked|sees?|saw|gets?|got)\b|\b(this is|here is) (what|how)\b|"
        + @"\b(on|from|of) a (bad|good|quiet|normal) (day|night|morning)\b|"
        + @"\b(lo que|así|asi) (se (ve|veía|vio|muestra)|sale|salió|aparece|apareció|devuelve)\b|\bse (ve|veía|vio) así\b|\b(un|en un) día (malo|bueno|normal|tranquilo)\b|"
        + @"\bsale (algo )?(así|como esto)\b|\b(ejemplo|muestra) de (la )?(salida|respuesta)\b|"
        + @"\bo que (se (vê|via|viu|mostra)|aparece|sai|apareceu)\b|\b(aparece|fica|ficou|sai) assim\b|\b(num|em um|um) dia (mau|ruim|bom|normal|calmo)\b|"
        + @"\bexemplo d[ea] (saída|resposta)\b|"
        + @"\bce (qu['’]on|que l['’]on|qui) (voit|voyait|a vu|s['’]affiche|sort|sortait)\b|\b(ça|cela) (ressemble|ressemblait|donne|donnait)\b|"
        + @"\bun (mauvais|bon) (jour|matin|soir)\b|\bexemple de (sortie|réponse)\b|"
        + @"\b(quello|ciò|cosa) (che )?si (vede|vedeva|è visto)\b|\bsi (vede|presenta|vedeva) così\b|\bappare così\b|"
        + @"\b(una|in una) giornata (storta|brutta|normale|buona)\b|"
        + @"\besempio di (uscita|output|risposta)\b|"
        + @"\bso (sieht|sah|schaut)\b|\b(sieht|sah|schaut) (das |es )?(dann |etwa )?so aus\b|\bwas man (dann )?(sieht|sah)\b|"
        + @"\b(einem?|am) (schlechten|guten|normalen) tag\b|"
        + @"\bbeispiel(ausgabe| (für|einer?) (die )?ausgabe)\b|"
        + @"\b(zo ziet|zag) (het|dat|dit)\b|\bziet (het |dat )?er (dan )?(zo|als volgt) uit\b|\b(wat|dit) (je|we|men) (dan )?(ziet|zien|zagen)\b|"
        + @"\bop een (slechte|goede|normale) dag\b|"
        + @"\bvoorbeeld van (de )?uitvoer\b|"
        + @"\b(tak (to )?wygląda\w*|wygląda\w* (to )?(tak|następująco))\b|\bco (wtedy )?(widać|było widać|się pojawia)\b|"
        + @"\bw (zły|dobry|zwykły) dzień\b|\bprzykład\w* (wynik\w*|wyjści\w*)\b|"
        + @"\bså (här )?(ser|såg) det\b|\b(ser|såg) (det )?ut så( här)?\b|\b(det|vad) man (då )?(ser|såg)\b|\ben (dålig|bra|vanlig) dag\b|\bexempel på utdata\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();
}
