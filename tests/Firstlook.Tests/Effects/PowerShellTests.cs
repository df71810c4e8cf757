using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class PowerShellTests
{
    static List<(string Text, Effect Effect)> Commands(string source) => [.. Classifier.Block(source, Language.PowerShell).Select(command => (command.Text, command.Effect))];

    [Fact]
    public void A_loop_over_several_lines_is_one_statement_that_does_what_its_block_does() =>
        Assert.Equal([("foreach ($s in $servers) {\n  Restart-Service Spooler\n}", Effect.Disruptive), ("Get-Service Spooler", Effect.Read)],
            Commands("foreach ($s in $servers) {\n  Restart-Service Spooler\n}\nGet-Service Spooler\n"));

    [Fact]
    public void An_else_on_the_next_line_belongs_to_its_if() =>
        Assert.Equal([Effect.Destructive], Commands("if ((Get-Service Spooler).Status -eq 'Running') { 'up' }\nelse { Remove-Item C:\\x }").Select(command => command.Effect));

    [Fact]
    public void A_pipeline_goes_on_after_its_bar_and_after_a_backtick() =>
        Assert.Equal([Effect.Disruptive], Commands("Get-Service Spooler |\n  Restart-Service `\n  -Force").Select(command => command.Effect));

    [Fact]
    public void Semicolons_part_statements_but_not_inside_strings_and_blocks() =>
        Assert.Equal(["Get-Date", "Get-Process | ? { $_.Name -eq 'a;b'; }"], Commands("Get-Date; Get-Process | ? { $_.Name -eq 'a;b'; }").Select(command => command.Text));

    [Theory]
    [InlineData("@(gps;#)'\n); Stop-Computer #'", Effect.Disruptive)]
    [InlineData("(gps # )'\n); Stop-Computer #'", Effect.Disruptive)]
    [InlineData("$x#'\nStop-Computer #'", Effect.Unknown)]
    [InlineData("ping h --% '\nStop-Computer #'", Effect.Unknown)]
    [InlineData("Get-ChildItem ( # every file, isn't it\n'C:\\x' )", Effect.Read)]
    public void A_comment_in_brackets_hides_no_bracket_and_opens_no_string(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.PowerShell).Effect);

    [Theory]
    [InlineData("Get-Process & Restart-Computer", new[] { Effect.Read, Effect.Disruptive })]
    [InlineData("Get-Process &", new[] { Effect.Read })]
    [InlineData("Get-Process & & $x", new[] { Effect.Read, Effect.Unknown })]
    [InlineData("if ($true) { 1 } Restart-Computer", new[] { Effect.Read, Effect.Disruptive })]
    [InlineData("foreach ($s in 'a') { $s } & $x", new[] { Effect.Read, Effect.Unknown })]
    [InlineData("do { gps } while ($i -lt 3) Restart-Computer", new[] { Effect.Read, Effect.Disruptive })]
    [InlineData("if ($i) { 1 }\nelse { 2 } Restart-Computer", new[] { Effect.Read, Effect.Disruptive })]
    [InlineData("if ($i) { 1 }\nelsewhere-Stop x", new[] { Effect.Read, Effect.Unknown })]
    [InlineData("Get-Process\rRestart-Computer", new[] { Effect.Unknown, Effect.Unknown })]
    public void An_ampersand_a_last_block_and_a_carriage_return_end_a_statement(string text, Effect[] effects) => Assert.Equal(effects, Commands(text).Select(command => command.Effect));

    [Fact]
    public void Comments_are_no_commands() => Assert.Equal(["Get-Date"], Commands("# Restart-Service x\n<# Remove-Item #>\nGet-Date # now").Select(command => command.Text));

    [Theory]
    [InlineData("Restart-Service <service>", Effect.Disruptive)]
    [InlineData("Get-Service <service>", Effect.Read)]
    [InlineData("<command> Spooler", Effect.Unknown)]
    [InlineData("Get-Service | <command>", Effect.Unknown)]
    [InlineData("Get-Service <option>", Effect.Read)]
    [InlineData("Get-Service -<option>", Effect.Unknown)]
    public void A_placeholder_leaves_the_effect_of_its_command_unless_it_stands_for_the_command_or_an_option(string text, Effect effect) =>
        Assert.Equal(effect, Classifier.Whole(text, Language.PowerShell).Effect);

    [Theory]
    [InlineData("Get-Service Spooler")]
    [InlineData("GET-SERVICE spooler")]
    [InlineData("get-service Spooler | format-table")]
    public void Names_are_read_without_regard_to_case(string text) => Assert.Equal(Effect.Read, Classifier.Whole(text, Language.PowerShell).Effect);

    [Theory]
    [InlineData("& $env:windir\\system32\\inetsrv\\appcmd.exe list requests /elapsed:5000", Effect.Read)]
    [InlineData("& $env:windir\\system32\\inetsrv\\appcmd.exe recycle apppool shop", Effect.Disruptive)]
    [InlineData("& $env:windir\\temp\\appcmd.exe list requests", Effect.Unknown)]
    [InlineData("& $env:temp\\appcmd.exe list requests", Effect.Unknown)]
    [InlineData("$env:windir = 'C:\\x'", Effect.Unknown)]
    public void A_program_is_known_by_its_path_in_a_folder_of_the_system(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.PowerShell).Effect);

    [Theory]
    [InlineData("`ca|t cmd`")]
    [InlineData("Get-Date `")]
    [InlineData("Get-Date >&")]
    public void A_text_that_ends_in_the_middle_of_a_word_gets_an_answer(string text) => Assert.NotEmpty(Classifier.Whole(text, Language.PowerShell).Why);

    [Theory]
    [InlineData("Invoke-Sqlcmd -ServerInstance db1 -Query @\"\nSELECT TOP 5 name\nFROM sys.tables\n\"@", Effect.Read)]
    [InlineData("Invoke-Sqlcmd -Query @'\nDELETE FROM dbo.Jobs\n'@ -ServerInstance db1", Effect.Destructive)]
    [InlineData("Write-Output @\"\nit says \"stop\" and 'go'\n\"@", Effect.Read)]
    [InlineData("Write-Output @\"\n$(Remove-Item C:\\x)\n\"@", Effect.Destructive)]
    [InlineData("Write-Output @'\n$(Remove-Item C:\\x)\n'@", Effect.Read)]
    [InlineData("Write-Output @\"\n$(Get-Date\n\"@\nRemove-Item C:\\x", Effect.Unknown)]
    [InlineData("Write-Output @\"\nnever closed", Effect.Unknown)]
    [InlineData("Write-Output @\" not at the end of its line\n\"@", Effect.Unknown)]
    [InlineData("Invoke-Command -ComputerName w1 -ScriptBlock {\n  Write-Output @\"\n}\n\"@\n  Stop-Service W3SVC\n}", Effect.Disruptive)]
    public void A_here_string_is_one_word_in_which_only_what_is_substituted_runs(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.PowerShell).Effect);

    [Fact]
    public void A_here_string_ends_before_the_statement_after_it() =>
        Assert.Equal(["$q = @\"\nSELECT 1; -- }\n\"@", "Get-Date"], Commands("$q = @\"\nSELECT 1; -- }\n\"@\nGet-Date").Select(command => command.Text));

    [Fact]
    public void A_name_in_other_letters_is_as_dangerous() => Assert.Equal(Effect.Destructive, Classifier.Whole("remove-item C:\\x", Language.PowerShell).Effect);

    [Theory]
    [InlineData("Get-CPActionableJobList", Effect.Disruptive)]
    [InlineData("Get-COGUserAttributeVerificationCode x email", Effect.Unknown)]
    [InlineData("Get-NetView", Effect.Destructive)]
    [InlineData("'a' -replace 'a', $x", Effect.Unknown)]
    [InlineData("$x = 'b'; 'a' -replace 'a', $x", Effect.Read)]
    [InlineData("Compare-Object (gc a) (gc b)", Effect.Read)]
    [InlineData("Receive-Job -Id 1", Effect.Unknown)]
    [InlineData("Receive-Job -Id 1 -Keep", Effect.Read)]
    [InlineData("Restart-Computer web1 -WhatIf:$true", Effect.Read)]
    [InlineData("Restart-Computer web1 -WhatIf:$false", Effect.Disruptive)]
    public void A_cmdlet_is_known_by_what_it_does_and_not_by_its_verb_alone(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.PowerShell).Effect);

    [Theory]
    [InlineData("(Get-Item IIS:\\AppPools\\x).processModel")]
    [InlineData("Get-Item IIS:\\AppPools\\x | select *")]
    [InlineData("Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon'")]
    [InlineData("Get-MgDeviceManagementManagedDeviceFileVaultKey -ManagedDeviceId x")]
    [InlineData("Get-CimInstance Win32_Process | select CommandLine")]
    [InlineData("Get-WlanProfile -Key")]
    [InlineData("[Environment]::GetEnvironmentVariable('DB_PASSWORD')")]
    public void What_shows_a_password_by_another_name_waits(string text) =>
        Assert.Equal((Effect.Read, EffectTags.Secret), Classifier.Whole(text, Language.PowerShell) is var judged ? (judged.Effect, judged.Tags) : default);
}
