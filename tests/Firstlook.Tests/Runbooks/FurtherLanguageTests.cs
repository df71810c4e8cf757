using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Headings in languages of which only the plain words are known, and titles whose first word looks like a part of something else.</summary>
public sealed class FurtherLanguageTests
{
    [Theory]
    [InlineData("Objawy", "Możliwe przyczyny", "Diagnostyka", "Rozwiązanie")]
    [InlineData("Belirtiler", "Olası nedenler", "Teşhis", "Çözüm")]
    [InlineData("Gejala", "Kemungkinan penyebab", "Pemeriksaan", "Penanganan")]
    [InlineData("Triệu chứng", "Nguyên nhân", "Kiểm tra", "Khắc phục")]
    [InlineData("Symptomer", "Mulige årsaker", "Feilsøking", "Løsning")]
    [InlineData("Tünetek", "Lehetséges okok", "Ellenőrzés", "Megoldás")]
    [InlineData("Simptome", "Cauze posibile", "Diagnosticare", "Remediere")]
    [InlineData("Ознаки", "Можливі причини", "Діагностика", "Вирішення")]
    [InlineData("증상 (Symptoms)", "추정 원인", "확인 (Logs/Metrics)", "즉시 조치 (Immediate Action)")]
    [InlineData("故障现象", "可能原因", "排查步骤", "处理措施")]
    [InlineData("症状", "想定原因", "調査", "暫定対応")]
    [InlineData("อาการ (Symptoms)", "สาเหตุ (Causes)", "ตรวจสอบ (Diagnosis)", "แก้ไข (Resolution)")]
    public void The_parts_of_a_procedure_are_known_in_further_languages(string symptoms, string causes, string diagnosis, string action)
    {
        var procedure = Assert.Single(Documents.Read($"# X-1: Redis\n\n## {symptoms}\n\n- checkout answers 503\n- carts are empty\n\n## {causes}\n\n- **Memory is full**: keys without an end\n- **Master lost**: a switch failed\n\n## {diagnosis}\n\n```\nredis-cli info memory\n```\n\n## {action}\n\n```\nredis-cli config set maxmemory 4gb\n```\n").Procedures);

        Assert.Equal(2, procedure.Symptoms.Count);
        Assert.Equal(["Memory is full", "Master lost"], procedure.Hypotheses.Select(h => h.Title));
        Assert.Equal([StepKind.Diagnostic, StepKind.Action], procedure.Steps.Select(s => s.Kind));
    }

    [Theory]
    [InlineData("Priorytet", "Reakcja", "Przywrócenie", "10 min", "2 godz.", "następny dzień roboczy", "Alerty", "Sprawdź", "Napraw")]
    [InlineData("Priorita", "Reakce", "Obnovení", "10 minut", "2 hodiny", "další pracovní den", "Alerty", "Zkontrolujte", "Opravte")]
    [InlineData("Prioritet", "Svarstid", "Lösningstid", "10 min", "2 timmar", "nästa arbetsdag", "Larm", "Kontrollera", "Åtgärder")]
    [InlineData("Prioritet", "Responstid", "Løsning", "10 min", "2 timer", "neste arbeidsdag", "Varsler", "Kontroll", "Løsning")]
    [InlineData("Пріоритет", "Реакція", "Відновлення", "10 хв", "2 години", "наступний робочий день", "Алерти", "Перевірка", "Виправлення")]
    public void Levels_times_and_alerts_are_known_in_further_languages(string level, string respond, string resolve, string minutes, string hours, string day, string alerts, string check, string fix)
    {
        var runbook = Documents.Read($"# Shop\n\n| {level} | {respond} | {resolve} |\n|---|---|---|\n| P1 | {minutes} | {hours} |\n| P2 | {hours} | {day} |\n\n## Redis\n\n{level}: **P2**. {alerts}: `RedisFull`, `RedisSlow`\n\n### {check}\n\n```\nredis-cli info memory\n```\n\n### {fix}\n\n```\nredis-cli config set timeout 10\n```\n");
        Assert.Equal<(string, int?, int?)>([("critical", 10, 120), ("high", 120, null)], runbook.SeverityPolicy.Select(p => (p.Level, p.RespondMinutes, p.ResolveMinutes)).ToArray());
        var procedure = Assert.Single(runbook.Procedures);
        Assert.Equal("high", procedure.Severity);
        Assert.Equal(["RedisFull", "RedisSlow"], procedure.Alerts);
        Assert.Equal([StepKind.Diagnostic, StepKind.Action], procedure.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void What_does_not_work_is_a_trouble_though_it_begins_with_something_to_do_or_to_look_at() =>
        Assert.Equal(["Drain hangs", "Grafana not reachable", "Restore failed"], Documents.Read("""
            # Pages

            ## 1. Drain hangs

            ```
            kubectl get pods
            ```

            ## 2. Grafana not reachable

            ```
            systemctl status grafana-server
            ```

            ## 3. Restore failed

            ```
            tail -n 50 /var/log/restore.log
            ```
            """).Procedures.Select(p => p.Title));

    [Fact]
    public void Entries_below_Symptoms_and_fixes_are_procedures_each() =>
        Assert.Equal(["ready never turns 200", "Jobs accepted, never finished"], Documents.Read("""
            # Troubleshooting: speech gateway

            ## Symptoms and fixes

            ### 1. `ready` never turns 200

            **Symptom:** the gateway answers 503.

            **Fix:**
            ```
            curl -s localhost:8000/v2/repository/index
            ```

            ### 2. Jobs accepted, never finished

            **Symptom:** the queue only grows.

            **Fix:**
            ```
            redis-cli llen jobs
            ```
            """).Procedures.Select(p => p.Title));

    [Fact]
    public void A_trouble_that_is_yet_to_be_written_up_stands_beside_its_like_without_steps()
    {
        var procedures = Documents.Read("# Pages\n\n## 1. Site down\n\n```\ncurl -I https://shop.example\n```\n\n## 2. Disk full\n\n```\ndf -h\n```\n\n## 3. Uploads fail\n\n(to be written)\n").Procedures;

        Assert.Equal(["Site down", "Disk full", "Uploads fail"], procedures.Select(p => p.Title));
        Assert.Empty(procedures[2].Steps);
    }

    [Fact]
    public void A_level_is_no_cause() =>
        Assert.DoesNotContain(Documents.Read("# Lost data\n\n## How bad is it\n\n- **P0 (Critical)**: everything is gone\n- **P1 (High)**: one cluster\n\n## First look\n\n```\nls -la /srv/backup\n```\n").Procedures.SelectMany(p => p.Hypotheses), h => h.Title.StartsWith('P'));

    [Fact]
    public void A_read_whose_output_is_kept_is_a_diagnostic_and_waits_all_the_same()
    {
        var step = Assert.Single(Documents.Read("# Pods restart\n\n## Diagnosis\n\n```bash\nkubectl describe nodes > nodes.txt\n```\n").Procedures.SelectMany(p => p.Steps));

        Assert.Equal(StepKind.Diagnostic, step.Kind);
        Assert.True(step.Effect > Effect.Read);
    }

    [Theory]
    [InlineData("```elixir\nOban.scale_queue(queue: :mailers, limit: 40)\n```", StepKind.Action)]
    [InlineData("To look at the payload from Go:\n\n```go\nd, ok, err := ch.Get(\"dlq\", false)\n```", StepKind.Diagnostic)]
    public void A_fragment_of_a_language_that_is_not_read_is_of_unknown_effect(string block, StepKind kind)
    {
        var step = Assert.Single(Documents.Read($"# Jobs pile up\n\n## Resolution\n\n{block}\n").Procedures.SelectMany(p => p.Steps));

        Assert.Equal((kind, Effect.Unknown), (step.Kind, step.Effect));
    }
}
