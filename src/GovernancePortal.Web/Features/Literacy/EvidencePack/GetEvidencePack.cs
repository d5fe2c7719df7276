using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>The evidence of AI literacy as it was known at the end of a day.</summary>
/// <param name="On">Null for today.</param>
[Requires(Policies.ExportEvidence)]
public sealed record GetEvidencePackQuery(DateOnly? On = null) : IRequest<Result<PackView>>, IPackRequest;

/// <param name="Sessions">The newest, <see cref="GetEvidencePackHandler.MostSessions"/> at most; the workbook has them all.</param>
/// <param name="SessionCount">How many there are.</param>
/// <param name="Sha256">Of the pack's lines, see <see cref="PackLines"/>.</param>
public sealed record PackView(PackContent Content, IReadOnlyList<PackSession> Sessions, int SessionCount, string Sha256, DateTimeOffset MadeAt, string MadeBy, DateOnly Today);

internal sealed class GetEvidencePackValidator : PackDayValidator<GetEvidencePackQuery>
{
    public GetEvidencePackValidator(TimeProvider clock)
        : base(clock) { }
}

internal sealed class GetEvidencePackHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, DutyBook duties, TimeProvider clock)
    : IRequestHandler<GetEvidencePackQuery, Result<PackView>>
{
    public const int MostSessions = 200;

    public async Task<Result<PackView>> Handle(GetEvidencePackQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = now.UtcDay();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pack = await PackReader.ReadAsync(new PackDay(db, user.ScopeOf(Policies.ExportEvidence), request.On ?? today), duties, cancellationToken);

        using var lines = new PackLines();
        lines.Add(pack.Content);
        var (sessions, count) = (new List<PackSession>(), 0);
        await foreach (var session in pack.SessionsAsync(cancellationToken))
        {
            lines.Add(session);
            if (++count <= MostSessions) sessions.Add(session);
        }

        return new PackView(pack.Content, sessions, count, lines.Finish(), now, user.DisplayName, today);
    }
}
