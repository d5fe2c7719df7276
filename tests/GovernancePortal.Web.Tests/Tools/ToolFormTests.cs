using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.ChangeTool;
using GovernancePortal.Web.Features.Tools.Registry;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Tools;

public sealed class ToolFormTests : BunitContext
{
    private readonly Answers _mediator = new();

    public ToolFormTests()
    {
        Services.AddSingleton<IMediator>(_mediator);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Whoever_saves_second_sees_what_the_first_saved_and_keeps_what_they_typed()
    {
        var page = Render<ChangeToolPage>(p => p.Add(x => x.Id, _mediator.Tool.Id.Value));
        page.Find("[id='Terms.Name']").Change("My name for it");
        _mediator.Tool = _mediator.Tool with { Version = 4, Terms = _mediator.Tool.Terms with { Name = "Their name", Gate = "Two people release it." } };

        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("Nothing of yours is lost"));
        page.FindAll("[role=alert] li").Select(l => l.TextContent).ShouldBe(["Name: Their name", "Human gate: Two people release it."]);
        page.Find("[id='Terms.Name']").GetAttribute("value").ShouldBe("My name for it");

        page.Find("form").Submit();
        page.WaitForAssertion(() => _mediator.Saved!.Terms.Name.ShouldBe("My name for it"));
        _mediator.Saved!.Version.ShouldBe(4);
    }

    [Fact]
    public void The_form_says_what_no_gate_means_before_it_is_saved()
    {
        var page = Render<ChangeToolPage>(p => p.Add(x => x.Id, _mediator.Tool.Id.Value));
        page.FindAll(".note.fails").ShouldBeEmpty();

        page.Find("[id='Terms.Gate']").Change("");
        page.Find(".note.fails").TextContent.ShouldContain("fails for every target");

        page.Find("[id='Terms.ProductionAccess']").Change(false);
        page.FindAll("[id='Terms.Gate']").ShouldBeEmpty();
        page.FindAll(".note.fails").ShouldBeEmpty();
    }

    [Fact]
    public void A_person_or_unit_that_was_not_offered_is_told_at_its_field()
    {
        var form = new ToolForm { Owner = "Somebody", Unit = "Nowhere", ApprovedFrom = "soon" };
        var faults = new List<FieldError>();

        form.Read(faults);

        faults.Select(f => f.Field).ShouldBe(["Terms.Units", "Terms.Owner", "Terms.ApprovedFrom"]);
    }

    [Fact]
    public void A_unit_that_was_chosen_and_not_added_is_meant_all_the_same()
    {
        var form = new ToolForm { Unit = "Larkfield / Checkout" };
        form.KnownUnits[form.Unit] = Guid.NewGuid();

        form.Read([]).Units.Count.ShouldBe(1);
    }

    /// <summary>Holds one entry; refuses a change that was decided on an older version of it.</summary>
    private sealed class Answers : FakeMediator
    {
        private static readonly NamedChoice Ada = new(Guid.CreateVersion7(), "Ada Lovelace, 1");
        private static readonly NamedChoice Unit = new(Guid.CreateVersion7(), "Larkfield / Checkout");

        public ToolBrief Tool { get; set; } = new(
            AiToolId.New(),
            3,
            new AiToolTerms
            {
                Name = "Agent",
                Kind = AiToolKind.Agent,
                Vendor = "Us",
                Purpose = "Releases.",
                Risk = RiskTier.High,
                Autonomy = Autonomy.ActsAlone,
                Systems = "checkout-api",
                ProductionAccess = true,
                Gate = "Released by hand.",
                GateHolder = new PersonId(Ada.Id),
                Owner = new PersonId(Ada.Id),
                Data = "Nothing.",
                Units = [new UnitId(Unit.Id)],
                ApprovedFrom = new DateOnly(2026, 1, 1),
                ReviewDue = new DateOnly(2027, 1, 1),
            },
            Ada,
            Ada,
            Deputy: null,
            [Unit]);

        public ChangeToolCommand? Saved { get; private set; }

        public override Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) => Task.FromResult((TResponse)Answer(request));

        private object Answer(object request)
        {
            if (request is GetToolTermsQuery) return (Result<ToolBrief>)Tool;
            if (request is not ChangeToolCommand change) throw new NotSupportedException(request.GetType().Name);
            if (change.Version != Tool.Version) return (Result)CommonErrors.ChangedMeanwhile;
            Saved = change;
            return Result.Success;
        }
    }
}
