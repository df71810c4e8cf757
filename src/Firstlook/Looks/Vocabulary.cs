using System.Collections.Frozen;

namespace Firstlook.Looks;

/// <summary>
/// Words of the field that mean one thing: an alert is named in English by those who made the rule, and answered in the team's own words.
/// English, Spanish, Portuguese and German, without accents and without plurals, as <see cref="Words.Of"/> has them.
/// </summary>
static class Vocabulary
{
    /// <summary>Of each line the first word stands for all; a meaning may have several lines.</summary>
    static readonly FrozenDictionary<string, string> Meanings = """
        failure fail failed failing fails error errored broken exception 5xx 500 502 503 refused refuse reject rejected
        failure fallo falla fallan errore falha falham erro fehler fehlschlag ausfall fehlgeschlagen rechaza recusa abgelehnt
        latency slow slowness slower latencia lento lenta lentitud lentidao langsam latenz p95 p99 duration tarda demora dauer
        queue backlog cola fila warteschlange pending
        job task trabajo tarea tarefa auftrag aufgabe
        worker trabajador trabalhador
        connection session pool conexion conexione sesion sesione conexao conexoe sessao sessoe verbindung verbindungen sitzung
        database db postgre postgresql postgres sql datenbank dato bdd banco datos dados
        query statement consulta abfrage
        lock locked blocked blocking deadlock bloqueo bloqueada bloqueado bloqueio sperre gesperrt
        stock inventory inventario estoque existencia bestand lager
        consume consumption consumption consumo verbrauch
        sale selling sold sell order venta venda verkauf pedido bestellung
        paid pay payment paying pago pagar pagamento zahlung bezahlung charge checkout
        provider proveedor provedor anbieter
        refund reembolso devolucion devolucao devolucione ruckerstattung erstattung
        idempotency idempotent idempotencia idempotenz duplicate duplicated double twice doble doppelt duplicado duplicada repeated
        throttle throttled throttling throttler limiter ratelimit drossel drosselung guard
        lead form formulario formular
        promotion promo coupon voucher discount cupon cupone cupom cupon gutschein rabatt descuento desconto code
        abuse fraud abuso missbrauch fraude leaked
        webhook callback
        verification verify verified signature signed firma assinatura signatur secret
        replay replayed repeat repeated
        cache caching cached
        hit hits treffer acierto acerto
        tenant brand mandant inquilino marca
        redis
        memory ram heap oom memoria speicher arbeitsspeicher maxmemory
        disk volume filesystem storage disco platte festplatte space espacio espaco
        cpu processor procesador processador prozessor
        certificate cert ssl tls https zertifikat certificado
        expired caducado vencido expirado abgelaufen past
        expiry expire expiring expiration caduca vence vencer ablauf lauft soon ahead
        breaker circuit
        down dead unreachable unavailable stopped crash crashe crashing crashloop crashloopbackoff caido caida parado caiu ausgefallen tot gestorben
        deploy deployment release rollout version despliegue implantacao auslieferung
        migration migrate schema migracion migracao relation
        dependency dependencie upstream external third party partner dependencia abhangigkeit
        dns resolve resolver hostname
        timeout timed hang timing
        server host machine servidor maquina rechner
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Select(word => (Word: word, Meaning: words[0])))
        .DistinctBy(pair => pair.Word)
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Meaning, StringComparer.Ordinal);

    /// <summary>"High latency", "failures": how something is, of anything. In the words that stand for their meaning.</summary>
    public static bool IsAQuality(string meaning) => meaning is "failure" or "latency" or "down" or "timeout";

    /// <returns>The word itself where it is none of the field's.</returns>
    public static string MeaningOf(string word) => Meanings.GetValueOrDefault(word, word);
}
