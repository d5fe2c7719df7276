using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.DecideCase;
using GovernancePortal.Web.Features.Reallocation.FindCaseParts;
using GovernancePortal.Web.Features.Reallocation.GetCase;
using GovernancePortal.Web.Features.Reallocation.GetExposure;
using GovernancePortal.Web.Features.Reallocation.GetMyPosition;
using GovernancePortal.Web.Features.Reallocation.ListCases;
using GovernancePortal.Web.Features.Reallocation.MarkPositions;
using GovernancePortal.Web.Features.Reallocation.OpenCase;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Reallocation;

public sealed class CaseTests
{
    private static readonly Paging First = new(1, 25);

    private static readonly ListCasesQuery All = new(null, null, CaseOrder.Created, Descending: true, First);

    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Where(r => r is not (Role.HumanResources or Role.Auditor))];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task No_other_role_sees_or_changes_a_case_published_or_not(Role role)
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace");
        var id = await desk.OpenCaseAsync(null, ada);
        await desk.PublishAsync(id);

        foreach (var result in await Task.WhenAll(Everything(id, ada.Id, desk).Select(send => send(role)))) result.Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task An_auditor_finds_nothing_before_publication_and_everything_but_changes_after_it()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace");
        var id = await desk.OpenCaseAsync(null, ada);
        var auditor = await desk.Portal.AddUserAsync(Role.Auditor);

        (await desk.Portal.SendAs(auditor, All)).Value.All.ShouldBe(0);
        (await desk.Portal.SendAs(auditor, new GetCaseQuery(id))).Error.ShouldBe(CaseErrors.NotFound);
        (await desk.Portal.SendAs(auditor, new ListPositionsQuery(id, First))).Value.Total.ShouldBe(0);
        (await desk.Portal.SendAs(auditor, new ListCaseReadersQuery(id, First))).Value.Total.ShouldBe(0);

        await desk.PublishAsync(id);
        var read = (await desk.Portal.SendAs(auditor, new GetCaseQuery(id))).Value;
        read.MayManage.ShouldBeFalse();
        read.Affected.Cost.ShouldBeNull();
        (await desk.Portal.SendAs(auditor, new ListCaseReadersQuery(id, First))).Value.Items.ShouldContain(r => r.UserId == auditor);
        (await desk.Portal.SendAs(auditor, new CloseCaseCommand(id, 1))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task Human_Resources_of_another_unit_are_told_that_it_is_not_there()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace");
        var id = await desk.OpenCaseAsync(null, ada);
        var elsewhere = await desk.Portal.AddUserAsync(Role.HumanResources, desk.Portal.Logistics);

        (await desk.Portal.SendAs(elsewhere, All)).Value.Cases.Total.ShouldBe(0);
        (await desk.Portal.SendAs(elsewhere, new GetCaseQuery(id))).Error.ShouldBe(CaseErrors.NotFound);
        (await desk.Portal.SendAs(elsewhere, new GetCaseTermsQuery(id))).Error.ShouldBe(CaseErrors.NotFound);
        (await desk.Portal.SendAs(elsewhere, new GetCaseExposureQuery(id))).Error.ShouldBe(CaseErrors.NotFound);
        (await desk.Portal.SendAs(elsewhere, new PublishCaseCommand(id, 1))).Error.ShouldBe(CaseErrors.NotFound);
        (await desk.Portal.SendAs(elsewhere, new MarkPositionsCommand(id, 1, ada.EmployeeNumber, 1, ""))).Error.ShouldBe(CaseErrors.NotFound);
        (await desk.Portal.SendAs(elsewhere, new OpenCaseCommand(desk.Terms()))).Error!.Fields[0].Field.ShouldBe("UnitId");
        (await desk.Portal.SendAs(elsewhere, new FindCaseUnitsQuery("Checkout"))).Value.ShouldBeEmpty();
        (await desk.Portal.SendAs(elsewhere, new FindCasePeopleQuery("Ada"))).Value.ShouldBeEmpty();
        (await desk.Portal.SendAs(desk.Hr, new FindCasePeopleQuery("Ada"))).Value.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_pasted_list_marks_who_matches_and_tells_who_does_not()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace", change: p => p.SetContact("ada@larkfield.example"));
        var ben = await desk.Portal.AddPersonAsync("Ben Bitdiddle", desk.Portal.Payments);
        var far = await desk.Portal.AddPersonAsync("Cy Far", desk.Portal.Logistics);
        var gone = await desk.Portal.AddPersonAsync("Dee Gone", change: p => p.SetEmployment(null, new(2026, 1, 1), null));
        var taken = await desk.Portal.AddPersonAsync("Eve Taken");
        await desk.OpenCaseAsync(null, taken);
        var id = await desk.OpenCaseAsync();

        var text = $" ADA@larkfield.example ;nobody@x.example\nBen Bitdiddle, {ben.EmployeeNumber}\r\n{far.EmployeeNumber}\n{gone.EmployeeNumber}\n{taken.EmployeeNumber}\n{ben.EmployeeNumber}";
        var marked = (await desk.Portal.SendAs(desk.Hr, new MarkPositionsCommand(id, await desk.VersionAsync(id), text, 0.5m, "Half the queue"))).Value;

        marked.Marked.ShouldBe(2);
        marked.Unmatched.Select(u => u.Line).ShouldBe(["nobody@x.example", far.EmployeeNumber, gone.EmployeeNumber, taken.EmployeeNumber]);
        marked.Unmatched[3].Why.ShouldContain("another open case");
        var rows = (await desk.Portal.SendAs(desk.Hr, new ListPositionsQuery(id, First))).Value;
        rows.Items.Select(r => (r.Name, r.Share)).ShouldBe([("Ada Lovelace", 0.5m), ("Ben Bitdiddle", 0.5m)]);
        (await desk.Portal.SendAs(desk.Hr, new MarkPositionsCommand(id, await desk.VersionAsync(id), "", 1, ""))).Error!.Fields[0].Field.ShouldBe("People");
        (await desk.Portal.SendAs(desk.Hr, new MarkPositionsCommand(id, await desk.VersionAsync(id), ada.EmployeeNumber, 0, ""))).Error!.Fields[0].Field.ShouldBe("Share");
        (await desk.Portal.SendAs(desk.Hr, new UnmarkPositionCommand(id, await desk.VersionAsync(id), ada.Id))).IsSuccess.ShouldBeTrue();
        (await desk.Portal.SendAs(desk.Hr, new GetCaseQuery(id))).Value.Affected.ShouldSatisfyAllConditions(a => a.People.ShouldBe(1), a => a.Shares.ShouldBe(0.5m), a => a.Units[0].Name.ShouldBe(desk.Portal.Payments.Path));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_person_in_two_open_cases()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace");
        await desk.OpenCaseAsync(null, ada);
        var other = await desk.OpenCaseAsync();

        await Should.ThrowAsync<DbUpdateException>(() => desk.Portal.InDb(async db =>
        {
            var one = await db.DisplacementCases.Include(c => c.Positions).SingleAsync(c => c.Id == other);
            one.Mark(ada.Id, 1, "", desk.Portal.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Those_concerned_learn_of_it_when_it_is_published_and_not_before()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace");
        var user = await desk.Portal.AddUserAsync(Role.Employee, person: ada.Id);
        var id = await desk.OpenCaseAsync(null, ada);
        (await desk.Portal.SendAs(user, new GetMyPositionQuery())).Value.ShouldBeEmpty();

        (await desk.Portal.SendAs(desk.Hr, new PublishCaseCommand(id, await desk.VersionAsync(id)))).Error.ShouldBe(CaseErrors.NoNotice);
        (await desk.Portal.SendAs(desk.Hr, new ConfirmNoticeCommand(id, await desk.VersionAsync(id), 99, -1))).Error!.Fields.Count.ShouldBe(2);
        await desk.PublishAsync(id);

        var mine = (await desk.Portal.SendAs(user, new GetMyPositionQuery())).Value.ShouldHaveSingleItem();
        (mine.Case, mine.NoticeMonths, mine.ConsultationDays, mine.StaysBecause).ShouldBe(("Claims desk", 1, 30, null));
        (await desk.Portal.SendAs(desk.Hr, new WithdrawPositionCommand(id, await desk.VersionAsync(id), ada.Id, ""))).Error!.Fields[0].Field.ShouldBe("Reason");
        (await desk.Portal.SendAs(desk.Hr, new WithdrawPositionCommand(id, await desk.VersionAsync(id), ada.Id, "The queue grew."))).IsSuccess.ShouldBeTrue();
        (await desk.Portal.SendAs(user, new GetMyPositionQuery())).Value[0].StaysBecause.ShouldBe("The queue grew.");
        (await desk.Portal.SendAs(await desk.Portal.AddUserAsync(Role.Employee), new GetMyPositionQuery())).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task Every_reader_is_written_down_with_how_often()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var id = await desk.OpenCaseAsync();
        await desk.Portal.SendAs(desk.Hr, new GetCaseQuery(id));
        desk.Portal.Clock.Advance(TimeSpan.FromHours(1));
        await desk.Portal.SendAs(desk.Hr, All);

        var reader = (await desk.Portal.SendAs(desk.Hr, new ListCaseReadersQuery(id, First))).Value.Items.ShouldHaveSingleItem();
        (reader.UserId, reader.Times, reader.LastAt - reader.FirstAt).ShouldBe((desk.Hr, 2, TimeSpan.FromHours(1)));
        (await desk.Portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == "case.read"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_ledger_names_neither_people_nor_unit_nor_reasons_of_a_case()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace");
        var id = await desk.OpenCaseAsync(null, ada);
        await desk.PublishAsync(id);
        await desk.Portal.SendAs(desk.Hr, new WithdrawPositionCommand(id, await desk.VersionAsync(id), ada.Id, "Ada stays."));
        await desk.Portal.SendAs(desk.Hr, new WithdrawCaseCommand(id, await desk.VersionAsync(id), "Not needed."));
        await desk.Portal.SendAs(desk.Hr, new EraseCaseCommand(id, await desk.VersionAsync(id), "Asked for."));

        var told = await desk.Portal.InDb(db => db.LedgerEntries.Where(e => e.Kind.StartsWith("case.")).ToListAsync());
        told.Select(e => e.Kind).ShouldBe(["case.opened", "case.positions.marked", "case.notice.confirmed", "case.published", "case.position.withdrawn", "case.withdrawn", "case.erased"]);
        foreach (var entry in told)
        {
            foreach (var secret in new[] { ada.Id.Value.ToString(), desk.Portal.Checkout.Id.Value.ToString(), "Claims", "Ada", "agent" }) entry.Payload.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task What_is_over_is_erased_with_a_reason_and_its_people_are_free_again()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace");
        var id = await desk.OpenCaseAsync(null, ada);
        (await desk.Portal.SendAs(desk.Hr, new EraseCaseCommand(id, await desk.VersionAsync(id), "Now"))).Error.ShouldBe(CaseErrors.NotOver);
        await desk.PublishAsync(id);
        (await desk.Portal.SendAs(desk.Hr, new CloseCaseCommand(id, await desk.VersionAsync(id)))).IsSuccess.ShouldBeTrue();
        (await desk.MarkAsync(await desk.OpenCaseAsync(), ada)).Marked.ShouldBe(1);

        (await desk.Portal.SendAs(desk.Hr, new EraseCaseCommand(id, await desk.VersionAsync(id), ""))).Error!.Fields[0].Field.ShouldBe("Reason");
        (await desk.Portal.SendAs(desk.Hr, new EraseCaseCommand(id, await desk.VersionAsync(id), "Two years are over."))).IsSuccess.ShouldBeTrue();
        (await desk.Portal.SendAs(desk.Hr, new ListPositionsQuery(id, First))).Value.Total.ShouldBe(0);
        (await desk.Portal.SendAs(desk.Hr, new GetCaseQuery(id))).Value.Case.PositionCount.ShouldBe(1);
    }

    [Fact]
    public async Task Pay_is_a_sum_of_five_or_more_and_shown_to_Human_Resources_alone()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var people = new List<Person>();
        for (var i = 0; i < 5; i++) people.Add(await desk.Portal.AddPersonAsync($"Person {i}", change: p => p.SetEmployment(new(2020, 1, 1), null, 1000)));
        var id = await desk.OpenCaseAsync(null, [.. people[..4]]);

        (await desk.Portal.SendAs(desk.Hr, new GetCaseQuery(id))).Value.Affected.Cost.ShouldBeNull();
        await desk.MarkAsync(id, people[4]);
        (await desk.Portal.SendAs(desk.Hr, new GetCaseQuery(id))).Value.Affected.ShouldSatisfyAllConditions(a => a.Cost.ShouldBe(5000), a => a.Tenure.ShouldBe([new("6 to 10 years", 5)]));
    }

    [Fact]
    public async Task Exposure_counts_those_whose_whole_position_is_marked()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var ada = await desk.Portal.AddPersonAsync("Ada Lovelace", change: p => p.SetSystems(["ledger"]));
        var ben = await desk.Portal.AddPersonAsync("Ben Bitdiddle", change: p => p.SetSystems(["ledger"]));
        var id = await desk.OpenCaseAsync(null, ada);
        await desk.Portal.SendAs(desk.Hr, new MarkPositionsCommand(id, await desk.VersionAsync(id), ben.EmployeeNumber, 0.5m, ""));

        var exposure = (await desk.Portal.SendAs(desk.Hr, new GetCaseExposureQuery(id))).Value;
        exposure.People.ShouldBe(1);
        exposure.Systems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.Name.ShouldBe("ledger", StringCompareShould.IgnoreCase), s => s.Staying.ShouldBe(1));
    }

    [Fact]
    public async Task A_draft_is_changed_by_whoever_read_its_newest_version()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var id = await desk.OpenCaseAsync();
        var read = (await desk.Portal.SendAs(desk.Hr, new GetCaseTermsQuery(id))).Value;

        (await desk.Portal.SendAs(desk.Hr, new ReviseCaseCommand(id, read.Case.Version, desk.Terms() with { Name = "Claims desk, Leeds" }))).IsSuccess.ShouldBeTrue();
        (await desk.Portal.SendAs(desk.Hr, new ReviseCaseCommand(id, read.Case.Version, desk.Terms()))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await desk.Portal.SendAs(desk.Hr, new OpenCaseCommand(desk.Terms() with { Reasons = "" }))).Error!.Fields[0].Field.ShouldBe("Reasons");
        (await desk.Portal.SendAs(desk.Hr, All with { Search = "leeds" })).Value.Cases.Total.ShouldBe(1);
        (await desk.Portal.SendAs(desk.Hr, All with { Search = new string('x', 500) })).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    private static IEnumerable<Func<Role, Task<Result>>> Everything(CaseId id, PersonId person, CaseDesk desk)
    {
        yield return Send(All);
        yield return Send(new GetCaseQuery(id));
        yield return Send(new ListPositionsQuery(id, First));
        yield return Send(new ListCaseReadersQuery(id, First));
        yield return Send(new GetCaseTermsQuery(id));
        yield return Send(new GetCaseExposureQuery(id));
        yield return Send(new OpenCaseCommand(desk.Terms()));
        yield return Send(new ReviseCaseCommand(id, 1, desk.Terms()));
        yield return Send(new MarkPositionsCommand(id, 1, "x", 1, ""));
        yield return Send(new UnmarkPositionCommand(id, 1, person));
        yield return Send(new WithdrawPositionCommand(id, 1, person, "x"));
        yield return Send(new ConfirmNoticeCommand(id, 1, 1, 0));
        yield return Send(new PublishCaseCommand(id, 1));
        yield return Send(new WithdrawCaseCommand(id, 1, "x"));
        yield return Send(new CloseCaseCommand(id, 1));
        yield return Send(new EraseCaseCommand(id, 1, "x"));
        yield return Send(new FindCaseUnitsQuery("x"));
        yield return Send(new FindCasePeopleQuery("x"));

        Func<Role, Task<Result>> Send<T>(IRequest<T> request)
            where T : Result => async role => await desk.Portal.SendAs(role, request);
    }
}
