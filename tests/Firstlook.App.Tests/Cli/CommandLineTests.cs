using System.Net;
using System.Net.Sockets;
using Firstlook.App.Tests.Serving;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Cli;

/// <summary>What a person at the terminal is told of their own mistakes.</summary>
public sealed class CommandLineTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    Task<Ended> Run(params string[] arguments) => Executable.Run(arguments, folder.Path);

    [Theory]
    [InlineData("serv", "there is no verb serv; did you mean serve?", "firstlook")]
    [InlineData("qwertz x y", "there is no verb qwertz", "firstlook")]
    [InlineData("--qwertz", "there is no option --qwertz", "firstlook")]
    [InlineData("incident sho 1", "there is no verb incident sho; did you mean show?", "firstlook incident")]
    [InlineData("people", "a verb is needed after people: link", "firstlook people")]
    [InlineData("incident show foo", "\"foo\" is no number of an incident", "firstlook incident show")]
    [InlineData("action approve 1 x", "\"x\" is no number of an action", "firstlook action approve")]
    [InlineData("incident list --al", "there is no option --al; did you mean --all?", "firstlook incident list")]
    [InlineData("look A B", "\"B\" is more than firstlook look takes", "firstlook look")]
    [InlineData("check --postgresql new", "Cannot parse argument 'new' for option '--postgresql'", "firstlook check")]
    public async Task A_mistake_is_told_once_with_the_help_that_answers_it(string typed, string told, string help)
    {
        var ended = await Run(typed.Split(' '));
        Assert.Equal((2, "", $"firstlook: {told}\n{help} --help shows what there is.\n"), (ended.Code, ended.Output, ended.Error));
    }

    [Fact]
    public async Task A_command_may_be_classified_without_a_pipe()
    {
        var ended = await Run("classify", "kubectl get pods", "rm -rf /srv");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Equal(["read\tkubectl get pods", "destructive\trm -rf /srv"], ended.Output.TrimEnd('\n').Split('\n').Select(line => line[..line.LastIndexOf('\t')]));
    }

    [Fact]
    public async Task A_folder_where_text_is_read_from_is_told_as_the_mistake_that_it_is()
    {
        var ended = await Executable.Shell("firstlook classify < .", folder.Path);
        Assert.Equal((1, "", "firstlook: standard input cannot be read (Is a directory): give a file's text, as in \"firstlook … < FILE\", or a pipe\n"), (ended.Code, ended.Output, ended.Error));
    }

    [Theory]
    [InlineData("127.0.0.1", "the port is in use")]
    [InlineData("192.0.2.1", "this machine has no such address")]
    public async Task A_place_that_cannot_be_listened_on_is_told_in_one_sentence(string host, string why)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{host}:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var ended = await Run("serve", "--listen", address);
        Assert.Equal((1, $"firstlook: cannot listen on {address}: {why}; choose another with --listen\n"), (ended.Code, ended.Error));
    }

    [Fact]
    public async Task A_server_whose_runbooks_are_missing_does_not_start_and_says_which_and_where_they_are_configured()
    {
        folder.File("firstlook.yaml", "runbooks: [here, absent]\nteams: { store: { runbooks: [gone] } }\n");
        folder.File("here/a.md", "# A\n");
        var ended = await Run("serve");
        Assert.Equal(2, ended.Code);
        Assert.Equal($"firstlook: the configuration has problems:\n  firstlook.yaml: runbooks: there is no file or folder {folder.Path}/absent\n  firstlook.yaml: teams.store.runbooks: there is no file or folder {folder.Path}/gone\n", ended.Error);
        Assert.Contains($"there is no file or folder {folder.Path}/absent, which is to hold runbooks", (await Run("look", "Down")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_service_says_that_nothing_will_be_looked_into()
    {
        var program = Path.Combine(RepositoryRoot.Path, "artifacts/bin/Firstlook.App/debug/firstlook");
        await using var server = RunningProgram.Start(program, ["serve", "--listen", $"http://127.0.0.1:{FreePort.Next()}"], folder: folder.Path);
        await Eventually.Holds(
            () => Task.FromResult(server.Said.Contains("No service is configured: nothing will be looked into; no configuration was found: ", StringComparison.Ordinal)), TimeSpan.FromSeconds(60), () => server.Said);
    }

    [Theory]
    [InlineData("nofile.md#x", "there is no file nofile.md in the runbooks")]
    [InlineData("shop.md#nosuch", "shop.md has no procedure #nosuch; it has #checkout-fails, #stock-is-wrong")]
    [InlineData("runbooks/shop.md#nosuch", "runbooks/shop.md has no procedure #nosuch; it has #checkout-fails, #stock-is-wrong")]
    public async Task A_section_that_is_not_there_is_told_with_those_that_are(string asked, string told)
    {
        folder.File("firstlook.yaml", "runbooks: [runbooks]\n");
        folder.File("runbooks/shop.md", "# Shop\n\n## Checkout fails\n\n**Alert**: `CheckoutFails`\n\n```bash\nls\n```\n\n## Stock is wrong\n\n**Alert**: `StockWrong`\n\n```bash\nls\n```\n");
        var ended = await Run("look", asked);
        Assert.Equal((8, $"firstlook: {told}\n"), (ended.Code, ended.Error));
    }

    [Fact]
    public async Task Where_no_configuration_is_found_a_look_says_so() =>
        Assert.Equal("firstlook: the team has no procedure in its runbooks; no configuration was found: there is no firstlook.yaml here, and --config names none\n", (await Run("look", "Down")).Error);

    [Fact]
    public async Task A_folder_without_a_journal_is_told_with_the_options_that_name_another() =>
        Assert.Equal(
            $"firstlook: There is no journal in {folder.Path}/firstlook-data. --data names the folder of a server's journal, or --config the server's configuration.\n", (await Run("incident", "list")).Error);

    [Fact]
    public async Task Every_verb_that_changes_an_incident_finds_the_server_by_its_data_folder()
    {
        using var elsewhere = new TempFolder();
        folder.File("runbooks/Down.md", "# Down\n\n**Alert**: `Down`\n\n## Diagnostic\n\n```bash\nls /\n```\n");
        await using (var server = await Server.Start(elsewhere, Server.OneShop(folder), cancellation: TestContext.Current.CancellationToken))
        {
            await server.PostAlerts(Bodies.Firing("Down", ("service", "shop")));
            string[] here = ["--data", $"{elsewhere.Path}/data"];
            Assert.Equal(0, (await Run(["incident", "ack", "1", .. here])).Code);
            Assert.Equal(0, (await Run(["incident", "by-hand", "1", "looked", .. here])).Code);
            Assert.Equal(0, (await Run(["action", "propose", "1", "touch x", .. here])).Code);
            Assert.Equal(5, (await Run(["action", "approve", "1", "1", .. here])).Code);
            Assert.Equal(0, (await Run(["action", "withdraw", "1", "1", "no", .. here])).Code);
            Assert.Equal(0, (await Run(["incident", "resolve", "1", .. here])).Code);
            Assert.Contains("resolved", (await Run(["incident", "list", .. here])).Output, StringComparison.Ordinal);
        }

        Assert.False(File.Exists($"{elsewhere.Path}/data/cli-address"));
        var nobody = await Run("incident", "ack", "1", "--data", $"{folder.Path}/none");
        Assert.Equal(4, nobody.Code);
        Assert.Contains("name the data folder of the server with --data", nobody.Error, StringComparison.Ordinal);
    }
}
