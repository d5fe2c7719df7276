using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.ChangeCourse;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class ChangeCoursePageTests : BunitContext
{
    private readonly Answers _mediator = new();

    public ChangeCoursePageTests()
    {
        Services.AddSingleton<IMediator>(_mediator);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Whoever_saves_second_sees_what_the_first_saved_and_keeps_what_they_typed()
    {
        var page = Render<ChangeCoursePage>(p => p.Add(x => x.Id, _mediator.Course.Id.Value));
        page.Find("[id='Facts.Name']").Change("My name for it");
        _mediator.Course = _mediator.Course with { Version = 4, Facts = _mediator.Course.Facts with { Name = "Their name", ValidityMonths = 6 } };

        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("Nothing of yours is lost"));
        page.FindAll("[role=alert] li").Select(l => l.TextContent).ShouldBe(["Name: Their name", "Months that a completion counts: 6"]);
        page.Find("[id='Facts.Name']").GetAttribute("value").ShouldBe("My name for it");

        page.Find("form").Submit();
        page.WaitForAssertion(() => _mediator.Saved!.Facts.Name.ShouldBe("My name for it"));
        (_mediator.Saved!.Version, _mediator.Saved.Facts.ValidityMonths).ShouldBe((4, 12));
    }

    /// <summary>Holds one course; refuses a change that was decided on an older version of it.</summary>
    private sealed class Answers : FakeMediator
    {
        public CourseBrief Course { get; set; } =
            new(CourseId.New(), 3, "AI", new CourseFacts("Agents", 12, OwnerId: null, "", UseRoles.Uses, ActivityId: null), Owner: null, "1", ["1"], 0, new DateOnly(2026, 11, 23));

        public ChangeCourseCommand? Saved { get; private set; }

        public override Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) => Task.FromResult((TResponse)Answer(request));

        private object Answer(object request)
        {
            if (request is GetCourseFactsQuery) return (Result<CourseBrief>)Course;
            if (request is not ChangeCourseCommand change) throw new NotSupportedException(request.GetType().Name);
            if (change.Version != Course.Version) return (Result)CommonErrors.ChangedMeanwhile;
            Saved = change;
            return Result.Success;
        }
    }
}
