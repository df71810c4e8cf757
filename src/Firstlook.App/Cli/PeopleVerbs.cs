using System.CommandLine;

namespace Firstlook.App.Cli;

static class PeopleVerbs
{
    public static Command Command()
    {
        var name = new Argument<string>("NAME") { Description = "The person, as the configuration names them" };
        var configuration = Options.Configuration();
        var data = Options.Data();
        var link = new Command("link", "Prints a sign-in link for a person, good once") { name, configuration, data };
        link.SetAction(parsed =>
        {
            var settings = Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data));
            var accounts = Serving.Server.AccountsOf(settings, TimeProvider.System);
            if (!accounts.People.Contains(parsed.GetValue(name)!))
                throw new Stop(Exit.NotFound, $"there is no person {parsed.GetValue(name)}: add the name under people in the configuration");
            Terminal.Standard.Result(accounts.LoginLink(parsed.GetValue(name)!, settings.PublicUrl));
            return Exit.Done;
        });
        return new Command("people", "Who may sign in") { link };
    }
}
