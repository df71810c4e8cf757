using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Pages whose marks are not Markdown's: titles and points of East Asian typesetting, components of MDX, boxes.</summary>
public sealed class TypesetPageTests
{
    const string Look = "\n\n```bash\nuptime\n```\n";

    [Fact]
    public void Titles_in_brackets_and_points_of_east_asian_pages_are_read()
    {
        var runbook = Documents.Read(
            "# 手順書\n\n■ 目次\n\n1. ログイン障害\n2. 遅延\n\n# 1. ログイン障害\n\n重要度：P1\nアラート名：`LoginErrorRate`\n\n【症状】\n・起動画面で「通信エラー」\n・5xx が 2% を超える\n\n【考えられる原因】\n・フェイルオーバー中\n・フラグの戻し忘れ\n\n【確認】\n"
            + "```bash\nuptime\n```\n\n【対処】\n```bash\nsystemctl restart auth\n```\n\n# 2. 遅延\n\n重要度 P2。アラートなし\n\n調べ方：\n```bash\nuptime\n```\n\n■ 連絡先\n- 基盤リーダー　森川：内線 7301\n- DB 担当　仁科：内線 7315\n");

        Assert.Equal(["ログイン障害", "遅延"], runbook.Procedures.Select(procedure => procedure.Title));
        Assert.Equal(["critical", "high"], runbook.Procedures.Select(procedure => procedure.Severity));
        Assert.Equal(["LoginErrorRate"], runbook.Procedures[0].Alerts);
        Assert.Equal(2, runbook.Procedures[0].Symptoms.Count);
        Assert.Equal(["フェイルオーバー中", "フラグの戻し忘れ"], runbook.Procedures[0].Hypotheses.Select(hypothesis => hypothesis.Title));
        Assert.Equal([StepKind.Diagnostic, StepKind.Action], runbook.Procedures[0].Steps.Select(step => step.Kind));
        Assert.Equal(2, runbook.Contacts.Count);
    }

    [Fact]
    public void What_is_typed_stays_as_it_is_written()
    {
        var step = Assert.Single(Documents.One("# 遅延\n\n重要度：P2\n\n実行：`grep '：（P1）' app.log`\n").Steps);
        Assert.Equal("grep '：（P1）' app.log", Assert.Single(step.Commands).Text);
    }

    [Theory]
    [InlineData("遅い。\n\n    grep '：（P1）。' app.log\n")]
    [InlineData("<pre>\ngrep '：（P1）。' app.log\n</pre>\n")]
    [InlineData("実行：``grep '：（P1）。' app.log``\n")]
    [InlineData("1. 遅い：\n\n       grep '：（P1）。' app.log\n")]
    [InlineData("```bash\ngrep '：（P1）。' app.log\n```\n")]
    public void A_block_stays_as_it_is_written_however_it_is_set_off(string text) =>
        Assert.Contains("grep '：（P1）。' app.log", Documents.One($"# 遅延\n\n重要度：P2\n\n{text}").Steps.SelectMany(step => step.Commands).Select(command => command.Text));

    [Fact]
    public void Front_matter_stays_as_it_is_written() =>
        Assert.Equal("critical", Documents.One("---\nseverity: critical\ndescription: 障害：遅延\n---\n\n# 遅延\n\n症状：遅い\n\n```bash\nuptime\n```\n").Severity);

    [Fact]
    public void The_attributes_of_a_component_rate_and_name_the_section_in_it()
    {
        var runbook = Documents.Read(
            $"---\nid: x\n---\n\nimport Tabs from '@theme/Tabs';\n\n# On-call\n\n<Incident severity=\"Sev 0\" alerts={{[\"CheckoutBurnsFast\", \"CheckoutDown\"]}} owner=\"checkout\">\n\n## Checkout answers 5xx{Look}\n</Incident>\n\n<Incident\n  severity='Sev 2'\n  alert='CacheFull'\n>\n\n## The cache is full\n\n"
            + $"{{/* TODO */}}{Look}\n</Incident>\n");

        Assert.Equal(["critical", "medium"], runbook.Procedures.Select(procedure => procedure.Severity));
        Assert.Equal([["CheckoutBurnsFast", "CheckoutDown"], ["CacheFull"]], runbook.Procedures.Select(procedure => procedure.Alerts));
    }

    [Fact]
    public void What_is_typed_into_a_block_of_a_page_of_components_stays() =>
        Assert.Contains("import { check } from './check'", Documents.One("# Shop\n\n<Incident severity=\"P1\">\n\n## Checkout fails\n\n<pre>\nnode\nimport { check } from './check';\n</pre>\n\n</Incident>\n")
            .Steps.SelectMany(step => step.Commands).Aggregate("", (text, command) => $"{text}\n{command.Text}"), StringComparison.Ordinal);

    [Fact]
    public void The_title_of_a_box_is_one_and_its_marks_are_none()
    {
        var runbook = Documents.Read($"# Shop\n\n:::danger Never\n- restart both nodes\n- drop the queue\n:::\n\n## Queue full\n\n::: note\nLook first.{Look}:::\n\n## Texts\n\n:::tip Text for customers\n```\nWe are sorry, {{name}}. Back by {{time}}.\n```\n:::\n");

        Assert.Equal(["restart both nodes", "drop the queue"], runbook.Prohibitions.Select(prohibition => prohibition.Text));
        Assert.Equal("Text for customers", Assert.Single(runbook.Templates).Purpose);
        Assert.Equal(["Queue full"], runbook.Procedures.Select(procedure => procedure.Title));
    }
}
