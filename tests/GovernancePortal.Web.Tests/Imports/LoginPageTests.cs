using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Logins;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class LoginPageTests : BunitContext
{
    private readonly Answers _mediator = new();

    public LoginPageTests() => Services.AddSingleton<IMediator>(_mediator);

    [Fact]
    public void A_person_is_searched_linked_and_the_finding_says_so()
    {
        var page = Open();
        page.Find(".finding").TextContent.ShouldBe("Nobody knows yet. Its use waits until somebody says whose it is.");

        page.Find("#person-q").Change(" marl ");
        page.Find("form[role=search]").Submit();
        page.WaitForAssertion(() => page.Find(".docket h3").TextContent.ShouldBe("Ada Marlow"));
        page.Find(".docket button").Click();

        page.WaitForAssertion(() => page.Find(".finding").TextContent.ShouldBe("It is the login of Ada Marlow."));
        _mediator.Linked!.Seen.ShouldBe(new LoginSeen(LoginStanding.Waiting));
        page.FindAll(".docket").ShouldBeEmpty();
        page.Find("#reopen").TextContent.ShouldBe("Open again");
    }

    [Fact]
    public void Nobody_needs_a_reason()
    {
        var page = Open();
        page.Find("form.inputs button").HasAttribute("disabled").ShouldBeTrue();

        page.FindAll("input[type=radio]")[0].Change(true);
        page.Find("form.inputs").Submit();

        page.WaitForAssertion(() => page.Find(".finding").TextContent.ShouldBe("Nobody of the roster: a program, not a person."));
    }

    [Fact]
    public void A_search_that_finds_nobody_says_so()
    {
        var page = Open();

        page.Find("#person-q").Change("zz");
        page.Find("form[role=search]").Submit();

        page.WaitForAssertion(() => page.Find(".note").TextContent.ShouldBe("Nobody of the roster matches “zz”."));
    }

    [Fact]
    public void After_a_lost_race_the_present_state_stands_beside_the_refusal()
    {
        var page = Open();
        _mediator.Seen = new LoginSeen(LoginStanding.Nobody, Reason: NobodyReason.Left);

        page.FindAll("input[type=radio]")[0].Change(true);
        page.Find("form.inputs").Submit();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain(CommonErrors.ChangedMeanwhile.Message));
        page.Find(".finding").TextContent.ShouldBe("Nobody of the roster: somebody who has left.");
    }

    [Fact]
    public void Without_a_login_in_the_address_the_page_says_so()
    {
        var page = Render<LoginPage>();

        page.Find(".finding").TextContent.ShouldBe("No login is named. Choose one from the list.");
    }

    private IRenderedComponent<LoginPage> Open()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("imports/login?provider=github&login=ada-m");
        return Render<LoginPage>();
    }

    /// <summary>Holds one login; a decision on what is no longer so is refused.</summary>
    private sealed class Answers : FakeMediator
    {
        private static readonly LoginPerson Ada = new(PersonId.New(), "Ada Marlow", "E-1", "Larkfield / Checkout");

        public LoginSeen Seen { get; set; } = new(LoginStanding.Waiting);

        public LinkLoginCommand? Linked { get; private set; }

        public override Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) => Task.FromResult((TResponse)Answer(request));

        private object Answer(object request) =>
            request switch
            {
                GetLoginQuery get => (Result<LoginDetails>)new LoginDetails(
                    Seen, Seen.PersonId is null ? null : "Ada Marlow", get.Search is "marl" ? [Ada] : []),
                LinkLoginCommand link => Decide(link.Seen, new LoginSeen(LoginStanding.Linked, link.PersonId), () => Linked = link),
                SetLoginAsideCommand aside => Decide(aside.Seen, new LoginSeen(LoginStanding.Nobody, Reason: aside.Reason), () => { }),
                _ => throw new NotSupportedException(request.GetType().Name),
            };

        private Result Decide(LoginSeen seen, LoginSeen next, Action done)
        {
            if (seen != Seen) return CommonErrors.ChangedMeanwhile;
            Seen = next;
            done();
            return Result.Success;
        }
    }
}
