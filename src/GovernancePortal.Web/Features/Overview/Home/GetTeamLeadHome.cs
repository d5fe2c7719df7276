using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <summary>What blocks a lead's team, and who lacks which training.</summary>
[Requires(Policies.LeadTeam)]
public sealed record GetTeamLeadHomeQuery : IRequest<Result<TeamLeadHomeData>>;

internal sealed class GetTeamLeadHomeHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetTeamLeadHomeQuery, Result<TeamLeadHomeData>>
{
    private const int MostTargets = 10;
    private const int MostMissing = 60;

    public async Task<Result<TeamLeadHomeData>> Handle(GetTeamLeadHomeQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.LeadTeam);
        var now = clock.GetUtcNow();
        var today = now.UtcDay();

        var rows = await (
            from target in db.AdoptionTargets.AsNoTracking().Within(db, user, Policies.LeadTeam)
            join unit in db.Units on target.Scope equals unit.Id
            where target.State != TargetState.Retired
            orderby target.State == TargetState.Paused ? 0 : 1, unit.Left, target.Id
            select new { Target = target, Unit = unit }
        ).Take(MostTargets).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Target.Id).ToArray();
        var steps = await db.Evaluations.AsNoTracking()
            .Where(e => ids.Contains(e.TargetId) && e.Date == db.Evaluations.Where(o => o.TargetId == e.TargetId).Max(o => o.Date))
            .ToDictionaryAsync(e => e.TargetId, cancellationToken);

        var groups = await UseGroups.ReadAsync(db, cancellationToken);
        var coverage = await LiteracyCoverage.CountAsync(db, scope, today, today, cancellationToken);
        var lacking = await (await LiteracyCoverage.LackingAsync(db, scope, today, coverage.Lacking, cancellationToken)).AsNoTracking().OrderBy(p => p.SearchName).ThenBy(p => p.Id).Take(MostMissing).ToListAsync(cancellationToken);
        var missing = await LiteracyCoverage.GapsAsync(db, lacking, today, cancellationToken);
        var people = await db.People.Within(db.Units, scope).CountAsync(p => p.LeftOn == null || p.LeftOn > today, cancellationToken);
        return new TeamLeadHomeData(
            PlaceOf(user, scope),
            now,
            people,
            coverage.Asked,
            coverage.Lacking,
            await WaitingReports.Within(db, scope).CountAsync(cancellationToken),
            [.. rows.Select(r => TeamTarget.Of(r.Target, r.Unit, groups, steps.GetValueOrDefault(r.Target.Id)))],
            [.. missing.GroupBy(m => (m.PersonId, m.Name, m.IsContractor)).Select(g => MissingPerson.Of(g.Key.PersonId, g.Key.Name, g.Key.IsContractor, [.. g]))]);
    }

    private static string PlaceOf(CurrentUser user, UnitScope scope)
    {
        var names = user.Grants.Where(g => g.Role == Role.TeamLead && scope.Ranges.Contains(g.Range)).Select(g => g.UnitName).Distinct().ToList();
        return names.Count == 1 ? names[0] : "My teams";
    }
}

/// <param name="Place">The lead's unit.</param>
/// <param name="Asked">People who are asked for training.</param>
/// <param name="Reports">What people report of their own training and the lead has not decided on.</param>
/// <param name="Lacking">Those of them who lack some; all, also when fewer are listed.</param>
public sealed record TeamLeadHomeData(
    string Place, DateTimeOffset Now, int People, int Asked, int Lacking, int Reports, IReadOnlyList<TeamTarget> Targets, IReadOnlyList<MissingPerson> Missing)
{
    /// <summary>The target that the finding speaks of: what is paused first, then what is blocked.</summary>
    public TeamTarget? First => Targets.OrderBy(t => t.State switch { TargetState.Paused => 0, TargetState.Approved => 1, TargetState.Active => 2, _ => 3 }).FirstOrDefault();
}

/// <summary>A target of the lead's units.</summary>
/// <param name="Use">As a team sees it: not while paused.</param>
public sealed record TeamTarget(
    AdoptionTargetId Id, string Title, string Unit, TargetState State, DateTimeOffset Since, UseReading Use, DateOnly? EvaluatedOn, bool IsSigned, IReadOnlyList<TeamBlocker> Blockers, string? Waived)
{
    internal static TeamTarget Of(AdoptionTarget target, Unit unit, UseGroups groups, EvaluationRecord? step) => new(
        target.Id,
        TargetWords.Title(target.Metric, target.TargetValue),
        unit.Name,
        target.State,
        target.StateSince,
        UseReading.Of(target.LastMetric, groups, target.State, UnitScope.Nothing, unit.Left),
        target.LastEvaluatedOn,
        target.AcknowledgedAt is not null,
        [.. target.Blockers.Select(g => TeamBlocker.Of(g, step))],
        WaiverWords.InForce(target.Waived));
}

/// <summary>One guardrail that blocks, with what would clear it.</summary>
/// <param name="Shape">Status mark: one that passes again is watched until it has held long enough.</param>
public sealed record TeamBlocker(GuardrailType Type, string Question, string Why, string Sample, string Shape)
{
    internal static TeamBlocker Of(Guardrail g, EvaluationRecord? step)
    {
        var name = TargetWords.Capital(GuardrailCatalogue.Of(g.Type).Name);
        var needs = TargetWords.Needs(g.Type, g.Direction, g.Exit);
        var words = step?.Findings.FirstOrDefault(f => f.Key == g.Key)?.Words ?? "Not evaluated yet.";
        var noData = g.LastStatus == GuardrailStatus.Unknown;
        var question = g.LastValue is { } value && !noData
            ? g.LastStatus == GuardrailStatus.Pass ? $"{name} is {TargetWords.Figure(g.Type, value)} again and has to stay so" : $"{name} is {TargetWords.Figure(g.Type, value)} and {needs}"
            : $"{name} has no data that count; it {needs}";
        return new(g.Type, question, words + ToClear(g), g.LastSample is { } n ? $"{n:N0} {(g.Type == GuardrailType.LiteracyCoverage ? "people" : "cases")}" : "", ShapeOf(g.LastStatus));
    }

    private static string ShapeOf(GuardrailStatus status) => status switch
    {
        GuardrailStatus.Unknown => "nodata",
        GuardrailStatus.Fail => "fails",
        _ => "watch",
    };

    /// <summary>How many more people clear it, where that can be counted.</summary>
    private static string ToClear(Guardrail g)
    {
        if (g is not { Type: GuardrailType.LiteracyCoverage, LastStatus: not (GuardrailStatus.Pass or GuardrailStatus.Unknown), LastValue: { } value, LastSample: { } asked }) return "";
        var more = (long)(Math.Ceiling((g.Exit * asked) - 1e-9) - Math.Round(value * asked));
        return more > 0 ? $" {TargetWords.Capital(Platform.Words.Say.Number(more))} more with valid training {(more == 1 ? "clears" : "clear")} it." : "";
    }
}

/// <summary>A person with the training they lack; for their own lead.</summary>
public sealed record MissingPerson(PersonId Id, string Name, bool IsContractor, string Needs, string Why, string Shape)
{
    internal static MissingPerson Of(PersonId id, string name, bool isContractor, IReadOnlyList<MissingTraining> missing)
    {
        var worst = missing.FirstOrDefault(m => m.Gap.Cause == GapCause.NeverTaken) ?? missing[0];
        var needs = missing.Select(m => m.MinimumVersion.Length == 0 ? m.Course : $"{m.Course}, from version {m.MinimumVersion}");
        return new(id, name, isContractor, TargetWords.Enumerate([.. needs]), GapWords.Text(worst.Gap), GapWords.Shape(worst.Gap));
    }
}
