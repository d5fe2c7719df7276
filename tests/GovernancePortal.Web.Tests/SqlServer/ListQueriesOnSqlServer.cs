using System.Reflection;
using System.Security.Claims;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Access.FindUnits;
using GovernancePortal.Web.Features.Access.ListApiKeys;
using GovernancePortal.Web.Features.Access.ListUsers;
using GovernancePortal.Web.Features.Adoption.ListEvaluations;
using GovernancePortal.Web.Features.Adoption.ListFigures;
using GovernancePortal.Web.Features.Adoption.ListTargets;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Changes.GetReviewLoad;
using GovernancePortal.Web.Features.Changes.ListChanges;
using GovernancePortal.Web.Features.Changes.ListFindings;
using GovernancePortal.Web.Features.Changes.SetPolicy;
using GovernancePortal.Web.Features.Delivery.ListDelivery;
using GovernancePortal.Web.Features.Imports.ListImports;
using GovernancePortal.Web.Features.Imports.Logins;
using GovernancePortal.Web.Features.Incidents.ListIncidents;
using GovernancePortal.Web.Features.Knowledge.GetFreshness;
using GovernancePortal.Web.Features.Knowledge.ListPages;
using GovernancePortal.Web.Features.Ledger.ListLedgerEntries;
using GovernancePortal.Web.Features.Literacy.EvidencePack;
using GovernancePortal.Web.Features.Literacy.ListStatements;
using GovernancePortal.Web.Features.Literacy.DecideReports;
using GovernancePortal.Web.Features.Literacy.ListMissing;
using GovernancePortal.Web.Features.Literacy.ListCourses;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Features.Notices.WatchMail;
using GovernancePortal.Web.Features.Organisation.ListPeople;
using GovernancePortal.Web.Features.Organisation.ListUnits;
using GovernancePortal.Web.Features.Reallocation.GetCase;
using GovernancePortal.Web.Features.Reallocation.ListCases;
using GovernancePortal.Web.Features.Plans.ListMoves;
using GovernancePortal.Web.Features.Plans.ListPlans;
using GovernancePortal.Web.Features.Scenarios.ListRuns;
using GovernancePortal.Web.Features.Scenarios.ListScenarios;
using GovernancePortal.Web.Features.Tools.ListTools;
using GovernancePortal.Web.Features.WorkRoles.ListRoles;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Startup;
using GovernancePortal.Web.Platform.Tables;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.SqlServer;

/// <summary>Every list runs through the real pipeline on the SQL Server provider; what it would send is checked against the schema.</summary>
public sealed class ListQueriesOnSqlServer
{
    /// <summary>One of each list, with every filter set, so that every part of its SQL is written.</summary>
    private static readonly Sample[] Samples =
    [
        .. Enum.GetValues<PeopleOrder>().Select(order => Of(new ListPeopleQuery(new PeopleFilter("ada", null, Level.Senior, true), order, Descending: true, new Paging(2, 25)))),
        Of(new ListUnitsQuery(UnitId.New(), new Paging(1, 25))),
        .. Enum.GetValues<ScenarioOrder>().Select(order => Of(new ListScenariosQuery("cut", ScenarioState.Current, "Leans Cut", order, Descending: true, new Paging(2, 25)))),
        .. Enum.GetValues<PlanOrder>().Select(order => Of(new ListPlansQuery("new work", PlanState.Draft, order, Descending: true, new Paging(2, 25)))),
        .. Enum.GetValues<MoveOrder>().Select(order => Of(new ListMovesQuery(PlanId.New(), "ada", MoveStage.Offered, Seated: true, order, Descending: true, new Paging(2, 25)))),
        Of(new ListScenarioRunsQuery(ScenarioId.New(), new Paging(2, 25))),
        .. Enum.GetValues<WorkRoleOrder>().Select(order => Of(new ListWorkRolesQuery("vetter", RoleState.Published, order, Descending: true, new Paging(2, 25)))),
        Of(new ListUnitsQuery(null, new Paging(1, 25))),
        Of(new ListImportsQuery(new Paging(2, 25))),
        .. Enum.GetValues<AccountState>().Select(state => Of(new ListUsersQuery("ada", Role.Auditor, state, new Paging(2, 25)))),
        Of(new ListStatementsQuery(new Paging(2, 25))),
        Of(new ListApiKeysQuery(new Paging(2, 25))),
        Of(new FindUnitsQuery("checkout")),
        Of(new ListLedgerEntriesQuery(new LedgerFilter(), new Paging(2, 25))),
        Of(new ListLedgerEntriesQuery(new LedgerFilter("role.assigned", "unit:", $"user:{Guid.CreateVersion7()}", new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), new Paging(2, 25))),
        .. Enum.GetValues<LoginStanding>().Select(standing => Of(new ListLoginsQuery(standing, "ada", new Paging(2, 25)))),
        Of(new ListDeliveryProjectsQuery(new Paging(2, 25))),
        Of(new ListDeliveryIncidentsQuery(OnlyUnlinked: true, new Paging(2, 25))),
        Of(new ListDeliveryIncidentsQuery(OnlyUnlinked: false, new Paging(2, 25))),
        .. Enum.GetValues<PageOrder>().Select(order => Of(new ListPagesQuery(new PageFilter("runbook", null, UnitId.New(), Work: true), order, Descending: true, new Paging(2, 25)))),
        .. Enum.GetValues<PageState>().Select(state => Of(new ListPagesQuery(new PageFilter(State: state), PageOrder.Title, Descending: false, new Paging(1, 25)))),
        Of(new GetFreshnessQuery()),
        Of(new ExportPagesQuery(new PageFilter("runbook", null, UnitId.New(), Work: true), PageOrder.Need, Descending: true, TableForm.Csv)),
        Of(new ExportIncidentsQuery(new IncidentFilter("checkout", IncidentState.Open, 1, UnitId.New(), IncidentAi.Related), IncidentOrder.Started, Descending: true, TableForm.Csv)),
        Of(new GetEvidencePackQuery()),
        Of(new ListMissingQuery(null, new Paging(2, 25))),
        Of(new ListReportsQuery(new Paging(2, 25))),
        Of(new ListNoticesQuery(new Paging(2, 25))),
        Of(new GetMailStateQuery()),
        .. Enum.GetValues<CaseOrder>().Select(order => Of(new ListCasesQuery("claims", CaseState.Draft, order, Descending: true, new Paging(2, 25)))),
        Of(new ListPositionsQuery(CaseId.New(), new Paging(2, 25))),
        Of(new ListCaseReadersQuery(CaseId.New(), new Paging(2, 25))),
        .. Enum.GetValues<CourseOrder>().Select(order => Of(new ListCoursesQuery(new CourseFilter("ai", CourseState.Taught, WithoutOwner: true), order, Descending: true, new Paging(2, 25)))),
        .. Enum.GetValues<ToolOrder>().Select(order => Of(new ListToolsQuery(new ToolFilter("ai", ToolState.Approved, UnitId.New(), Ungated: true), order, Descending: true, new Paging(2, 25)))),
        .. Enum.GetValues<IncidentOrder>().SelectMany(order => Enum.GetValues<IncidentAi>().Select(ai => Of(new ListIncidentsQuery(
            new IncidentFilter("checkout", IncidentState.Open, 1, UnitId.New(), ai, new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), order, Descending: true, new Paging(2, 25))))),
        .. Enum.GetValues<TargetSort>().Select(sort => Of(new ListTargetsQuery(TargetState.Active, sort, Descending: true, new Paging(2, 25)))),
        Of(new ListEvaluationsQuery(AdoptionTargetId.New(), new Paging(1, 25))),
        .. new[] { GuardrailType.OutcomeNotWorse, GuardrailType.ChangeFailureRate, GuardrailType.KbFreshness }.Select(type => Of(new ListFiguresQuery(AdoptionTargetId.New(), type, new Paging(1, 25)))),
        .. Enum.GetValues<ChangeView>().SelectMany(view => Enum.GetValues<ChangeOrder>().Select(order => Of(new ListChangesQuery(new ChangeFilter("larkfield/shop#7", view, RiskTier.High, Late: true), order, Descending: true, new Paging(2, 25))))),
        Of(new ListChangesQuery(new ChangeFilter("larkfield"), ChangeOrder.First, Descending: false, new Paging(2, 25))),
        Of(new ListFindingsQuery(new FindingFilter(FindingType.StaleSource, "shop", new DateOnly(2026, 11, 1)), new Paging(2, 25))),
        Of(new GetReviewLoadQuery()),
        Of(new GetSignOffPolicyQuery(new Paging(2, 25))),
        Of(new ListDeliveryProjectsQuery(new Paging(2, 25), UnitId.New())),
        Of(new ListDeliveryIncidentsQuery(OnlyUnlinked: true, new Paging(2, 25), UnitId.New())),
    ];

    private sealed record Sample(Type Request, Func<IMediator, Task<Result>> Send);

    [Fact]
    public void Every_list_has_a_sample()
    {
        var lists = typeof(Program).Assembly.GetTypes().Where(t => t.Name.StartsWith("List", StringComparison.Ordinal) && t.Name.EndsWith("Query", StringComparison.Ordinal)).ToArray();

        lists.ShouldNotBeEmpty();
        lists.Except(Samples.Select(s => s.Request)).ShouldBeEmpty("Add a sample of the new list to Samples.");
    }

    [Fact]
    public async Task What_the_lists_ask_fits_the_schema()
    {
        using var schema = new OfflineSchema();
        schema.Tables.ShouldBeGreaterThan(10);

        foreach (var sample in Samples)
        {
            var statements = await RecordAsync(sample);
            statements.ShouldNotBeEmpty(sample.Request.Name);
            foreach (var statement in statements) schema.Add(statement.Text, statement.Parameters);
        }

        schema.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void The_check_finds_a_missing_column_and_a_missing_table()
    {
        using var schema = new OfflineSchema();
        schema.Add("SELECT [NoSuchColumn] FROM [People]", []);
        schema.Add("SELECT [Id] FROM [NoSuchTable]", []);

        var faults = string.Join('\n', schema.Faults());
        faults.ShouldContain("NoSuchColumn");
        faults.ShouldContain("NoSuchTable");
    }

    private static Sample Of<T>(IRequest<Result<T>> request) => new(request.GetType(), async mediator => await mediator.Send(request));

    private static async Task<IReadOnlyList<Statement>> RecordAsync(Sample sample)
    {
        var recorder = new RecordingConnection();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection([new("Database:Provider", "SqlServer"), new("ConnectionStrings:Portal", "Server=none")]);
        builder.AddPortal();
        builder.Services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(recorder));
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var user = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString())], "test");
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(new ClaimsPrincipal(user));

        var result = await sample.Send(scope.ServiceProvider.GetRequiredService<IMediator>());
        result.Error.ShouldBeNull(sample.Request.Name);
        return recorder.Statements;
    }
}
