using Firstlook.Alerts;
using Firstlook.Looks;

namespace Firstlook.Tests.Looks;

public sealed class ServiceChoiceTests
{
    static Service Service(string name, params (string, string)[] match) => new(name, "team", LabelSet.From(match), []);

    static readonly LabelSet Labels = LabelSet.From(("alertname", "A"), ("service", "shop"), ("env", "prod"));

    [Fact]
    public void The_service_whose_labels_are_all_there() =>
        Assert.Equal("shop", ServiceChoice.For(Labels, [Service("mail", ("service", "mail")), Service("shop", ("service", "shop"))]).Service?.Name);

    [Fact]
    public void The_one_that_says_more_wins()
    {
        var choice = ServiceChoice.For(Labels, [Service("shop", ("service", "shop")), Service("shop-prod", ("service", "shop"), ("env", "prod")), Service("shop-test", ("service", "shop"), ("env", "test"))]);
        Assert.Equal("shop-prod", choice.Service?.Name);
        Assert.Equal("labels {env=\"prod\", service=\"shop\"}", choice.Why);
    }

    [Fact]
    public void Two_that_say_as_much_choose_none()
    {
        var choice = ServiceChoice.For(Labels, [Service("a", ("service", "shop")), Service("b", ("env", "prod"))]);
        Assert.Null(choice.Service);
        Assert.Equal("the alert's labels fit a and b equally", choice.Why);
    }

    [Fact]
    public void None_that_fits_chooses_none_and_a_service_without_labels_fits_nothing()
    {
        var choice = ServiceChoice.For(Labels, [Service("everything"), Service("mail", ("service", "mail"))]);
        Assert.Null(choice.Service);
        Assert.Equal("no service is configured for the alert's labels: mail needs service=mail", choice.Why);
    }
}
