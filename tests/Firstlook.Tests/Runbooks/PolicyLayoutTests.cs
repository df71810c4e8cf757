using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>How teams write down how fast they answer: tables either way up, lists, lines, sections and running text.</summary>
public sealed class PolicyLayoutTests
{
    static IEnumerable<(string Level, int? Respond, int? Resolve)> Policy(string text) => Documents.Read($"# Kilns\n\n{text}\n").SeverityPolicy.Select(l => (l.Level, l.RespondMinutes, l.ResolveMinutes));

    [Theory]
    [InlineData("| | P1 | P2 |\n|---|---|---|\n| Acknowledge | 5 min | 15 min |\n| Repair | 1 h | 4 h |")]
    [InlineData("| | Critical | Major |\n|---|---|---|\n| **First response** | 5 min | 15 min |\n| **Workaround** | 30 min | 2 h |\n| **Permanent fix** | 1 h | 4 h |")]
    [InlineData("| Level | Time to ack | Time to mitigate | Time to resolve |\n|---|---|---|---|\n| SEV1 | 5 min | 30 min | 1 h |\n| SEV2 | 15 min | 2 h | 4 h |")]
    [InlineData("| Level | Case | Target |\n|---|---|---|\n| SEV1 | no heat | Ack 5m / Mitigate 60m |\n| SEV2 | one kiln | Ack 15m / Mitigate 4h |")]
    [InlineData("| Prio | MTTA | MTTR |\n|---|---|---|\n| 🔴 P1 | 5' | 60' |\n| 🟠 P2 | 15' | 4h |")]
    [InlineData("| Severity | Ack (min) | Mitigate (h) |\n|---|---|---|\n| Critical | 5 | 1 |\n| High | 15 | 4 |")]
    [InlineData("Niveau | On réagit en | On règle en\n-------|------|------\nS1 | 5 min | 1h00\nS2 | 15 min | 4 h")]
    [InlineData("| we say | somebody looks in | fixed |\n|---|---|---|\n| red | 5m | 1h |\n| orange | 15m | 4h |")]
    [InlineData("| Livello | Presa in carico | Ripristino |\n|---|---|---|\n| Critico | 5 minuti | 1 ora |\n| Alto | 15 minuti | 4 ore |")]
    public void Tables_say_it_either_way_up(string table) => Assert.Equal([("critical", 5, 60), ("high", 15, 240)], Policy(table));

    [Theory]
    [InlineData("## How fast we react\n\nCritical\n: Response 5 minutes, repair 1 hour\n\nHigh\n: Response 15 minutes, repair 4 hours")]
    [InlineData("## Levels\n\n**Critical**\n- Acknowledge: 5 minutes\n- Resolve: 1 hour\n\n**High**\n- Acknowledge: 15 minutes\n- Resolve: 4 hours")]
    [InlineData("## Levels\n\n- P1\n  - ack: 5 min\n  - fix: 1 h\n- P2\n  - ack: 15 min\n  - fix: 4 h")]
    [InlineData("## Niveaux\n\n**G1** : plus rien. Réponse 5 min, rétabli en 1 h.\n**G2** : gêne. Réponse 15 min, rétabli en 4 h.")]
    [InlineData("- P1: on the phone within 5 minutes; paper forms within 30 minutes; restored within 1 hour.\n- P2: 15 minutes; restored within 4 hours.")]
    [InlineData("## SLA\n\n```text\nP1  ack 5m   resolve 1h\nP2  ack 15m  resolve 4h\n```")]
    [InlineData("**Ack:** P1 5 min · P2 15 min\n**Fix:** P1 1 h · P2 4 h")]
    [InlineData("We answer P1 in 5 minutes and have it mended, resolved, in 1 hour. P2 gets an answer in 15 minutes and a fix in 4 hours.")]
    [InlineData("## What counts as what\n\n- **SEV-1**: we ack within five minutes, and it is fixed within an hour.\n- **SEV-2**: we ack within a quarter of an hour, and it is fixed within four hours.")]
    [InlineData("## Prioridades\n\n- Gravedad 1 (crítica): respuesta en 5 min, solución en 1 hora\n- Gravedad 2 (alta): respuesta en 15 min, solución en 4 horas")]
    [InlineData("## Niveaux de service\n\n- P1 (critique) → prise en compte 5 min, rétablissement 1 h\n- P2 (majeur) → prise en compte 15 min, rétablissement 4 h")]
    public void Lists_lines_and_sentences_say_it_too(string text) => Assert.Equal([("critical", 5, 60), ("high", 15, 240)], Policy(text));

    [Theory]
    [InlineData("P1 – 5 min\nP2 – 15 min\nP3 – 1 h", "## Levels\n\n")]
    [InlineData("SEV1 no heat at all, 5 min. SEV2 one kiln, 15 min. SEV3 the rest, 1 h.", "")]
    [InlineData("S1 5 min, S2 15 min, S3 1 h. stuck 20 min on a S1: the porter", "")]
    [InlineData("- 🔴 Red = 5 min\n- 🟠 Orange = 15 min\n- 🟡 Yellow = 1 hour", "")]
    [InlineData("**G1** : rien ne marche, 5 min.\n**G2** : un client, 15 min.\n**G3** : le reste, 1 h.", "")]
    [InlineData("Paging: P1 = answer in 5 minutes, P2 = 15 minutes, P3 = 1 hour", "")]
    public void Three_levels_with_a_time_each_are_a_policy(string text, string heading) =>
        Assert.Equal([("critical", 5, null), ("high", 15, null), ("medium", 60, null)], Policy(heading + text));

    [Theory]
    [InlineData("now")]
    [InlineData("drop everything")]
    [InlineData("immediately")]
    public void At_once_is_no_time_at_all(string said) => Assert.Equal(0, Policy($"P1 = {said}, P2 = 15 minutes, P3 = next working day.").First().Respond);

    [Fact]
    public void A_level_without_a_time_belongs_to_its_series() =>
        Assert.Equal([("critical", 5, null), ("high", 15, null), ("low", null, null)], Policy("## SLA\n\n- P1: answered in 5 minutes\n- P2: answered in 15 minutes\n- P4: when there is time"));

    [Theory]
    [InlineData("one business day", 1440, 1)]
    [InlineData("5 working days", 7200, 5)]
    [InlineData("next business day", null, 1)]
    [InlineData("sous 1 jour ouvré", 1440, 1)]
    public void Business_days_are_counted_and_the_next_one_is_no_length(string said, int? minutes, int days)
    {
        var level = Documents.Read($"# Kilns\n\n## SLA\n\n| Level | Response |\n|---|---|\n| P1 | 5 min |\n| P2 | {said} |\n").SeverityPolicy[1];
        Assert.Equal((minutes, days), (level.RespondMinutes, level.RespondBusinessDays));
    }

    [Theory]
    [InlineData("## Levels\n\n- P1: no heat for more than 10 minutes\n- P2: one kiln cold for over an hour")]
    [InlineData("## Escalation\n\n- P1 not restored after 30 min: the lead\n- P2 not resolved after 1 h: the lead")]
    [InlineData("## Steps\n\n1. P1 pages wait 5 minutes\n2. Look again")]
    [InlineData("| Level | Time | Who |\n|---|---|---|\n| 1 | 10 min | porter |\n| 2 | 20 min | lead |")]
    [InlineData("| Priority | Task | Owner | Deadline |\n|---|---|---|---|\n| P1 | mend the belt | Ilvi | 2 weeks |\n| P2 | paint | Arvo | 4 weeks |")]
    public void Other_times_beside_levels_are_no_policy(string text) => Assert.DoesNotContain(Policy(text), l => (l.Respond ?? l.Resolve) is not null);

    [Fact]
    public void What_measures_the_trouble_or_hands_it_on_is_not_promised() =>
        Assert.Equal([("critical", 5, null), ("high", 15, null)], Policy("## SLA\n\n- P1: no heat for more than 30 minutes, ack in 5 minutes, then the lead after 20 min\n- P2: ack in 15 minutes"));

    [Fact]
    public void Codes_go_in_order_whatever_word_stands_beside_them() =>
        Assert.Equal(["critical", "high", "medium"], Policy("## SLA\n\n- P1 (critical): ack 5 min\n- P2 (major): ack 15 min\n- P3 (minor): ack 1 h").Select(l => l.Level));

    [Fact]
    public void A_policy_rates_none_of_the_incidents() =>
        Assert.Null(Documents.Read("# Kilns\n\n## Severity levels\n\nP1 – 15 min\nP2 – 1 h\nP3 – 4 h\n\n## Belt is stuck\n\n```bash\nuptime\n```\n").Procedures.Single().Severity);
}
