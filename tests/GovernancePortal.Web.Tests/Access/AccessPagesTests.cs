using Bunit;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Access.CreateApiKey;
using GovernancePortal.Web.Features.Access.FindUnits;
using GovernancePortal.Web.Features.Access.InviteUser;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Access;

public sealed class AccessPagesTests : BunitContext
{
    private static readonly FoundUnit Unit = new(UnitId.New(), "Larkfield / Checkout");
    private readonly Answers _mediator = new();

    public AccessPagesTests() => Services.AddSingleton<IMediator>(_mediator);

    [Fact]
    public void A_refused_invitation_keeps_what_was_typed_and_leads_to_the_fields()
    {
        _mediator.Answer = _ => (Result<Invitation>)new Error("request.invalid", "x", ErrorKind.Invalid) { Fields = [new FieldError("Email", "This is no e-mail address.")] };
        var page = Render<InviteUserPage>();
        page.WaitForElement("#invite-unit option");

        page.Find("#invite-email").Change("ada");
        page.Find("#invite-name").Change("Ada");
        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("[role=alert] label").GetAttribute("for").ShouldBe("invite-email"));
        page.Find("#invite-name").GetAttribute("value").ShouldBe("Ada");
        page.FindAll(".secret").ShouldBeEmpty();
    }

    [Fact]
    public void An_invitation_goes_out_with_the_chosen_role_and_unit_and_shows_the_link()
    {
        var user = Guid.NewGuid();
        _mediator.Answer = _ => (Result<Invitation>)new Invitation(user, "/account/set-password?user=1&token=2");
        var page = Render<InviteUserPage>();
        page.WaitForElement("#invite-unit option");

        page.Find("#invite-email").Change("ada@example.org");
        page.Find("#invite-name").Change("Ada");
        page.Find("#invite-role").Change(nameof(Role.Auditor));
        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("#invite-link").GetAttribute("value").ShouldBe("http://localhost/account/set-password?user=1&token=2"));
        _mediator.Sent.ShouldBe(new InviteUserCommand("ada@example.org", "Ada", Role.Auditor, Unit.Id));
    }

    [Fact]
    public void A_new_key_is_shown_in_place_of_the_form()
    {
        _mediator.Answer = _ => (Result<string>)"gp_abc";
        var page = Render<CreateApiKeyPage>();
        page.WaitForElement("#key-unit option");

        page.Find("#key-name").Change("Nightly");
        page.FindAll("input[type=checkbox]")[0].Change(value: true);
        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("#new-key").GetAttribute("value").ShouldBe("gp_abc"));
        page.FindAll("form").ShouldBeEmpty();
        var sent = _mediator.Sent.ShouldBeOfType<CreateApiKeyCommand>();
        (sent.Name, sent.UnitId, sent.Days).ShouldBe(("Nightly", Unit.Id, 90));
        sent.Scopes.ShouldBe([ApiScopes.All.Keys.First()]);
    }

    /// <summary>Answers the unit search by itself and everything else as the test says.</summary>
    private sealed class Answers : FakeMediator
    {
        public Func<object, object> Answer { get; set; } = _ => throw new InvalidOperationException("No answer was set.");

        public object? Sent { get; private set; }

        public override Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            if (request is FindUnitsQuery) return Task.FromResult((TResponse)(object)(Result<IReadOnlyList<FoundUnit>>)new[] { Unit });

            Sent = request;
            return Task.FromResult((TResponse)Answer(request));
        }
    }
}
