using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.EvidencePack;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class EvidencePackPageTests : BunitContext
{
    private readonly Answers _mediator = new();

    public EvidencePackPageTests()
    {
        Services.AddSingleton<IMediator>(_mediator);
        JSInterop.SetupVoid("printPage").SetVoidResult();
    }

    [Fact]
    public void A_day_that_cannot_be_read_is_told_at_its_field_and_nothing_is_asked()
    {
        var page = Open("soon");

        page.Find("#On-err").TextContent.ShouldBe("“soon” is no day that can be read. Choose one.");
        page.Find("#On").GetAttribute("aria-invalid").ShouldBe("true");
        page.FindAll("[role=alert]").ShouldBeEmpty();
        _mediator.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_refused_day_is_told_at_its_field()
    {
        _mediator.Refusal = FieldRefusal.At("On", "This day has not come yet.");

        var page = Open("2030-01-01");

        page.WaitForAssertion(() => page.Find("#On-err").TextContent.ShouldBe("This day has not come yet."));
        page.Find("#On").GetAttribute("value").ShouldBe("2030-01-01");
        page.FindAll(".pack").ShouldBeEmpty();
    }

    [Fact]
    public void The_finding_answers_and_the_files_are_of_the_day_that_is_shown()
    {
        var page = Open(on: null);

        page.WaitForAssertion(() => page.Find(".finding").TextContent.ShouldBe("On 23 Nov 2026, 75% of the 8 people of whom training was asked had all of it; no courses were taught, and 250 logged sessions stand on record."));
        page.FindAll("a[download]").Select(a => a.GetAttribute("href")).ShouldBe(["literacy/evidence-pack.xlsx?on=2026-11-23", "literacy/evidence-pack.jsonl?on=2026-11-23"]);
        page.Find("#sessions").Closest("section")!.QuerySelector(".note")!.TextContent.ShouldBe("The newest 1 of 250 sessions. The workbook has them all, and the hash covers them all.");
        page.Find(".caveat").TextContent.ShouldContain("Today is not over");
    }

    [Fact]
    public void Another_day_goes_into_the_address()
    {
        var page = Open(on: null);
        page.WaitForElement(".pack");

        page.Find("#On").Change("2026-06-30");
        page.Find("form").Submit();

        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("literacy/evidence-pack?on=2026-06-30");
    }

    [Fact]
    public void Printing_is_recorded_first_with_the_hash_on_the_page()
    {
        var page = Open("2026-11-23");
        page.WaitForElement(".pack");

        page.FindAll("button").Single(b => b.TextContent.StartsWith("Print", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => JSInterop.VerifyInvoke("printPage"));
        _mediator.Printed.ShouldBe(new ExportEvidencePackCommand(PackForm.Print, new DateOnly(2026, 11, 23), "abc"));
    }

    [Fact]
    public void When_the_pack_has_changed_it_is_shown_anew_and_not_printed()
    {
        var page = Open("2026-11-23");
        page.WaitForElement(".pack");
        _mediator.PrintRefusal = new Error("evidence-pack.changed", "Something was recorded since.", ErrorKind.Conflict);
        _mediator.Sha256 = "def";

        page.FindAll("button").Single(b => b.TextContent.StartsWith("Print", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("Something was recorded since."));
        page.Find("[data-testid=hash]").TextContent.ShouldBe("def");
        JSInterop.VerifyNotInvoke("printPage");
    }

    private IRenderedComponent<EvidencePackPage> Open(string? on)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(on is null ? "literacy/evidence-pack" : $"literacy/evidence-pack?on={on}");
        return Render<EvidencePackPage>();
    }

    /// <summary>Holds the pack of one day.</summary>
    private sealed class Answers : IMediator
    {
        private static readonly DateOnly Today = new(2026, 11, 23);

        public List<object> Asked { get; } = [];

        public Error? Refusal { get; set; }

        public Error? PrintRefusal { get; set; }

        public string Sha256 { get; set; } = "abc";

        public ExportEvidencePackCommand? Printed { get; private set; }

        public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) => Task.FromResult((TResponse)Answer(request));

        public Task<object?> Send(object request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => throw new NotSupportedException();

        private object Answer(object request)
        {
            Asked.Add(request);
            if (request is GetEvidencePackQuery) return Refusal is { } refused ? (Result<PackView>)refused : View();
            if (request is not ExportEvidencePackCommand export) throw new NotSupportedException(request.GetType().Name);
            if (PrintRefusal is { } changed) return (Result<PackFile>)changed;
            Printed = export;
            return (Result<PackFile>)new PackFile(Stream.Null, "", "", Sha256);
        }

        private Result<PackView> View() =>
            new PackView(
                new PackContent(Today, new PackPlace("Larkfield", [UnitId.New()]), [], [], [], [], [], [new PackCoverage(Today, 8, 6, IsKept: true)], []),
                [new PackSession(TrainingSessionId.New(), Today, CourseId.New(), "Agents", "1", CompletionResult.Passed, 6, "", null)],
                250,
                Sha256,
                new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero),
                "Auditor",
                Today);
    }
}
