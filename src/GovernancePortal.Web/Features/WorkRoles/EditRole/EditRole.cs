using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.WorkRoles.EditRole;

/// <summary>States a new work role; it is a draft until somebody publishes it.</summary>
[Requires(Policies.ManageWorkRoles)]
public sealed record DraftWorkRoleCommand(RoleTerms Terms) : IRequest<Result<RoleProfileId>>;

/// <summary>What the form for changing a role starts from.</summary>
[Requires(Policies.ManageWorkRoles)]
public sealed record GetWorkRoleTermsQuery(RoleProfileId RoleId) : IRequest<Result<WorkRoleTerms>>;

public sealed record WorkRoleTerms(RoleProfileId Id, int Version, RoleTerms Terms);

/// <summary>States a role anew; plans that were checked with it notice that their data changed.</summary>
/// <param name="Version">As it was read.</param>
[Requires(Policies.ManageWorkRoles)]
public sealed record ReviseWorkRoleCommand(RoleProfileId RoleId, int Version, RoleTerms Terms) : IRequest<Result<RoleProfileId>>;

internal sealed class EditWorkRoleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<DraftWorkRoleCommand, Result<RoleProfileId>>,
        IRequestHandler<GetWorkRoleTermsQuery, Result<WorkRoleTerms>>,
        IRequestHandler<ReviseWorkRoleCommand, Result<RoleProfileId>>
{
    private static Error Taken => FieldRefusal.At(nameof(RoleTerms.Title), "Another work role has this title.");

    public async Task<Result<RoleProfileId>> Handle(DraftWorkRoleCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var drafted = RoleProfile.Draft(request.Terms, clock.GetUtcNow());
        if (!drafted.IsSuccess) return drafted.Error!;
        if (await IsTakenAsync(db, drafted.Value, cancellationToken)) return Taken;

        db.RoleProfiles.Add(drafted.Value);
        db.Record(user.Actor, "workRole.drafted", Subject(drafted.Value.Id), drafted.Value.Terms);
        await db.SaveChangesAsync(cancellationToken);
        return drafted.Value.Id;
    }

    public async Task<Result<WorkRoleTerms>> Handle(GetWorkRoleTermsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await db.RoleProfiles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RoleId, cancellationToken);
        return role is null ? RoleErrors.NotFound : new WorkRoleTerms(role.Id, role.Version, role.Terms);
    }

    public async Task<Result<RoleProfileId>> Handle(ReviseWorkRoleCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await db.RoleProfiles.SingleOrDefaultAsync(r => r.Id == request.RoleId, cancellationToken);
        if (role is null) return RoleErrors.NotFound;
        if (role.Version != request.Version) return CommonErrors.ChangedMeanwhile;
        var revised = role.Revise(request.Terms);
        if (!revised.IsSuccess) return revised.Error!;
        if (await IsTakenAsync(db, role, cancellationToken)) return Taken;

        db.Record(user.Actor, "workRole.revised", Subject(role.Id), role.Terms);
        await db.SaveChangesAsync(cancellationToken);
        return role.Id;
    }

    private static string Subject(RoleProfileId id) => $"work-role:{id}";

    private static Task<bool> IsTakenAsync(PortalDbContext db, RoleProfile role, CancellationToken cancellationToken) =>
        db.RoleProfiles.AnyAsync(r => r.Title == role.Title && r.Id != role.Id && r.State != RoleState.Retired, cancellationToken);
}
