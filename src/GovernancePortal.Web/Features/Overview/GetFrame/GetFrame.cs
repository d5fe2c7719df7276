using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Notices.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Overview.GetFrame;

/// <summary>What stands around every page: whose organisation, who is signed in, with which roles and scope.</summary>
[Requires(Policies.SignedIn)]
public sealed record GetFrameQuery : IRequest<Result<Frame>>;

internal sealed class GetFrameHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetFrameQuery, Result<Frame>>
{
    public async Task<Result<Frame>> Handle(GetFrameQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var root = await db.Units.Where(u => u.ParentId == null).Select(u => new { u.Name, u.Left, u.Right }).SingleAsync(cancellationToken);

        var roles = user.Grants.Where(g => g.Role is not null).Select(g => g.Role!.Value).Distinct().Order().ToArray();
        var places = user.Grants.Select(g => (g.Range, g.UnitName)).Distinct().ToArray();
        var scope = places.Any(p => p.Range.Left <= root.Left && p.Range.Right >= root.Right) ? "whole organisation"
            : places.Length == 1 ? places[0].UnitName
            : $"{places.Length} units";
        return new Frame(root.Name, user.DisplayName, roles, scope, await Inbox.CountOpenAsync(db, user, cancellationToken));
    }
}

/// <param name="Organisation">Name of the root unit.</param>
/// <param name="DisplayName">Name or function of the account.</param>
/// <param name="Roles">Every role the account holds.</param>
/// <param name="Scope">Where, in words.</param>
/// <param name="Waiting">How many notices wait in the inbox.</param>
public sealed record Frame(string Organisation, string DisplayName, IReadOnlyList<Role> Roles, string Scope, int Waiting);
