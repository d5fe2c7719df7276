using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.AddRequirement;
using GovernancePortal.Web.Features.Literacy.GetRuleChoices;
using GovernancePortal.Web.Features.Literacy.PreviewAudience;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class RuleEditorTests : BunitContext
{
    private static readonly Guid Course = Guid.CreateVersion7();
    private static readonly RequirementUnit Checkout = new(UnitId.New(), "Larkfield / Checkout");

    private readonly Answers _mediator = new();

    public RuleEditorTests()
    {
        Services.AddSingleton<IMediator>(_mediator);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void The_count_follows_what_is_typed()
    {
        var page = Open();
        page.WaitForAssertion(() => Preview(page).ShouldContain("It covers 40 people now; 31 of them already meet it."));

        page.Find("#rule-oversees").Change(true);
        page.Find("#rule-kind").Change("contractor");
        _mediator.Figures = new AudienceFigures(1, 1, 1);

        page.WaitForAssertion(() => Preview(page).ShouldContain("It covers 1 person now; 1 of them already meets it."));
        Preview(page).ShouldContain("1 of them is a joiner who has time left.");
        _mediator.Asked.Last().Terms.Audience.ShouldBe(new Audience(IsContractor: true, Oversees: true));
        _mediator.Asked.Last().UnitId.ShouldBe(Checkout.Id);
    }

    [Fact]
    public void A_small_group_of_users_of_a_tool_is_not_counted()
    {
        _mediator.Figures = new AudienceFigures(3, 1).WithoutUse("cursor");

        var page = Open();

        page.WaitForAssertion(() => Preview(page).ShouldContain("It covers fewer than five people."));
        page.Find("[id='Terms.Audience.Tool']").TextContent.ShouldContain("cursor");
    }

    [Fact]
    public void A_refusal_keeps_what_was_typed_and_leads_to_the_field()
    {
        _mediator.Refusal = new Error("request.invalid", "x", ErrorKind.Invalid) { Fields = [new FieldError("Reason", "State why it is asked.")] };
        var page = Open();
        page.Find("[id='Terms.Audience.WorkRole']").Input("Data analyst");
        page.Find("[id='Terms.GraceDays']").Change("45");

        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("[role=alert] a").GetAttribute("href")!.ShouldEndWith("#Reason"));
        page.Find("#Reason-err").TextContent.ShouldBe("State why it is asked.");
        page.Find("[id='Terms.Audience.WorkRole']").GetAttribute("value").ShouldBe("Data analyst");
        _mediator.Sent!.Terms.ShouldBe(new RuleTerms(new Audience("Data analyst"), GraceDays: 45));
    }

    [Fact]
    public void What_cannot_be_read_is_told_before_anything_is_sent()
    {
        var page = Open();
        page.Find("[id='Terms.ValidityMonths']").Change("a year");

        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("[id='Terms.ValidityMonths-err']").TextContent.ShouldBe("State a whole number, or nothing."));
        _mediator.Sent.ShouldBeNull();
    }

    private IRenderedComponent<AddRequirementPage> Open()
    {
        var page = Render<AddRequirementPage>(p => p.Add(x => x.Id, Course));
        page.WaitForElement("#rule-unit option");
        return page;
    }

    private static string Preview(IRenderedComponent<AddRequirementPage> page) => page.Find("[data-testid=preview]").TextContent;

    /// <summary>Answers what the editor asks while somebody types; the command as the test says.</summary>
    private sealed class Answers : FakeMediator
    {
        public AudienceFigures Figures { get; set; } = new(40, 31, 0);

        public Error? Refusal { get; set; }

        public List<PreviewAudienceQuery> Asked { get; } = [];

        public AddRequirementCommand? Sent { get; private set; }

        public override Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) => Task.FromResult((TResponse)Answer(request));

        private object Answer(object request)
        {
            switch (request)
            {
                case GetRequirableCourseQuery:
                    return (Result<RequirableCourse>)new RequirableCourse("AI", "Agents", 12, ["2", "1"], new DateOnly(2026, 11, 23));
                case FindRequirementUnitsQuery:
                    return (Result<IReadOnlyList<RequirementUnit>>)new[] { Checkout };
                case GetKnownToolsQuery:
                    return (Result<IReadOnlyList<string>>)new[] { "cursor" };
                case FindWorkRolesQuery:
                    return (Result<IReadOnlyList<string>>)Array.Empty<string>();
                case PreviewAudienceQuery preview:
                    Asked.Add(preview);
                    return (Result<AudienceFigures>)Figures;
                case AddRequirementCommand command:
                    Sent = command;
                    return Refusal is null ? (Result<LiteracyRequirementId>)LiteracyRequirementId.New() : (Result<LiteracyRequirementId>)Refusal;
                default:
                    throw new NotSupportedException(request.GetType().Name);
            }
        }
    }
}
