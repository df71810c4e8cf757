// Firstlook runs on Linux alone, where files have modes.
#pragma warning disable CA1416
using Firstlook.App.Accounts;
using Firstlook.App.Tests.Web;

namespace Firstlook.App.Tests.Accounts;

public sealed class AccountsTests : IDisposable
{
    static readonly Uri Base = new("http://127.0.0.1:8080");

    readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("firstlook-accounts-").FullName, "data");
    readonly ManualTime time = new(Shop.Night);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    App.Accounts.Accounts Open(params string[] people)
    {
        var accounts = App.Accounts.Accounts.Open(folder, time);
        if (people.Length > 0) accounts.Admit(people);
        return accounts;
    }

    static string TokenOf(string link) => link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..];

    [Fact]
    public void The_first_start_makes_admin_and_the_second_does_not()
    {
        Assert.True(Open().IsFirstStart);
        Assert.Equal(["admin"], Open().People);
        Assert.False(Open().IsFirstStart);
    }

    [Fact]
    public void A_login_link_signs_in_once()
    {
        var accounts = Open("ada");
        var link = accounts.LoginLink("ada", Base);
        Assert.StartsWith("http://127.0.0.1:8080/login?token=", link, StringComparison.Ordinal);
        Assert.Equal("ada", accounts.SignIn(TokenOf(link))?.Person);
        Assert.Null(accounts.SignIn(TokenOf(link)));
        Assert.Null(accounts.PersonOfLogin(TokenOf(link)));
    }

    [Fact]
    public void Looking_at_a_login_link_does_not_use_it_up()
    {
        var accounts = Open("ada");
        var token = TokenOf(accounts.LoginLink("ada", Base));
        Assert.Equal("ada", accounts.PersonOfLogin(token));
        Assert.Equal("ada", accounts.PersonOfLogin(token));
        Assert.NotNull(accounts.SignIn(token));
    }

    [Fact]
    public void A_newer_login_link_replaces_the_older()
    {
        var accounts = Open("ada");
        var older = TokenOf(accounts.LoginLink("ada", Base));
        var newer = TokenOf(accounts.LoginLink("ada", Base));
        Assert.Null(accounts.SignIn(older));
        Assert.NotNull(accounts.SignIn(newer));
    }

    [Fact]
    public void A_login_link_ends_after_a_day()
    {
        var accounts = Open("ada");
        var token = TokenOf(accounts.LoginLink("ada", Base));
        time.Pass(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal("ada", accounts.PersonOfLogin(token));
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(accounts.PersonOfLogin(token));
        Assert.Null(accounts.SignIn(token));
    }

    [Fact]
    public void Nobody_gets_a_link_who_is_not_among_the_people()
    {
        var refused = Assert.Throws<ArgumentException>(() => Open("ada").LoginLink("mallory", Base));
        Assert.Contains("people are ada", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_lasts_twelve_hours_from_its_last_use_and_survives_a_restart()
    {
        var accounts = Open("ada");
        var session = accounts.SignIn(TokenOf(accounts.LoginLink("ada", Base)))!.Token;
        for (var use = 0; use < 5; use++)
        {
            time.Pass(TimeSpan.FromHours(11));
            Assert.Equal("ada", Open().PersonOfSession(session, out var slid));
            Assert.True(slid);
        }

        Assert.Equal("ada", accounts.PersonOfSession(session, out var again));
        Assert.False(again);
        time.Pass(TimeSpan.FromHours(12));
        Assert.Null(accounts.PersonOfSession(session, out _));
    }

    [Fact]
    public void A_session_ends_when_it_is_signed_out_and_all_of_them_at_once()
    {
        var accounts = Open("ada");
        var one = accounts.SignIn(TokenOf(accounts.LoginLink("ada", Base)))!.Token;
        var other = accounts.SignIn(TokenOf(accounts.LoginLink("ada", Base)))!.Token;
        accounts.SignOut(one);
        Assert.Null(accounts.PersonOfSession(one, out _));
        Assert.Equal("ada", accounts.PersonOfSession(other, out _));
        var api = accounts.ApiToken("ada");
        accounts.SignOutEverywhere("ada");
        Assert.Null(accounts.PersonOfSession(other, out _));
        Assert.Null(accounts.PersonOfApiToken(api));
    }

    [Fact]
    public void A_token_of_one_kind_is_worth_nothing_as_another()
    {
        var accounts = Open("ada");
        var api = accounts.ApiToken("ada");
        Assert.Equal("ada", accounts.PersonOfApiToken(api));
        Assert.Null(accounts.PersonOfSession(api, out _));
        Assert.Null(accounts.SignIn(api));
        Assert.False(accounts.IsIntakeToken(api));
        Assert.Null(accounts.PersonOfApiToken(accounts.IntakeToken));
    }

    [Fact]
    public void Whoever_leaves_the_configuration_loses_every_token()
    {
        var accounts = Open("ada", "grace");
        var api = accounts.ApiToken("grace");
        accounts.Admit(["ada"]);
        Assert.Null(accounts.PersonOfApiToken(api));
        accounts.Admit(["ada", "grace"]);
        Assert.Null(accounts.PersonOfApiToken(api));
    }

    [Fact]
    public void Another_process_on_the_same_folder_is_heard_at_once()
    {
        var server = Open("ada");
        var command = Open();
        var token = TokenOf(command.LoginLink("ada", Base));
        Assert.Equal("ada", server.PersonOfLogin(token));
        var session = server.SignIn(token)!.Token;
        command.SignOutEverywhere("ada");
        Assert.Null(server.PersonOfSession(session, out _));
    }

    [Fact]
    public void Many_at_once_lose_no_token()
    {
        Open("ada");
        var tokens = new string[40];
        Parallel.For(0, tokens.Length, index => tokens[index] = App.Accounts.Accounts.Open(folder, time).ApiToken("ada"));
        var accounts = Open();
        Assert.All(tokens, token => Assert.Equal("ada", accounts.PersonOfApiToken(token)));
    }

    [Fact]
    public void Only_hashes_are_kept_and_only_the_owner_may_read()
    {
        var accounts = Open("ada");
        var api = accounts.ApiToken("ada");
        var session = accounts.SignIn(TokenOf(accounts.LoginLink("ada", Base)))!.Token;
        var text = File.ReadAllText(Path.Combine(folder, "accounts.json"));
        Assert.DoesNotContain(api, text, StringComparison.Ordinal);
        Assert.DoesNotContain(session, text, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public void The_intake_token_stays_the_same_and_stands_in_its_file()
    {
        var token = Open().IntakeToken;
        Assert.Equal(token, Open().IntakeToken);
        Assert.Equal(token, File.ReadAllText(Open().IntakeTokenFile).Trim());
        Assert.True(Open().IsIntakeToken(token));
        Assert.False(Open().IsIntakeToken(token + "x"));
        Assert.False(Open().IsIntakeToken(""));
    }

    [Fact]
    public void A_damaged_file_is_named_and_not_overwritten()
    {
        Open("ada");
        var path = Path.Combine(folder, "accounts.json");
        File.WriteAllText(path, "{ \"people\": [");
        var damaged = Assert.Throws<InvalidDataException>(() => Open());
        Assert.Contains(path, damaged.Message, StringComparison.Ordinal);
        Assert.Equal("{ \"people\": [", File.ReadAllText(path));
    }

    [Fact]
    public void A_name_that_cannot_be_a_persons_is_refused()
    {
        var accounts = Open("ada");
        foreach (var name in new[] { "", "  ", "a\nb", new string('a', 65) }) Assert.Throws<ArgumentException>(() => accounts.Admit([name]));
        Assert.Equal(["ada"], accounts.People);
    }

    [Fact]
    public void Ten_failures_from_one_address_close_the_door_for_five_minutes()
    {
        var failed = new FailedLogins(time);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Null(failed.MustWait("192.0.2.1"));
            failed.Add("192.0.2.1");
        }

        Assert.Equal(TimeSpan.FromMinutes(5), failed.MustWait("192.0.2.1"));
        Assert.Null(failed.MustWait("192.0.2.2"));
        time.Pass(TimeSpan.FromMinutes(5));
        Assert.Null(failed.MustWait("192.0.2.1"));
    }
}
