using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>Logins by what is known about them, one page at a time. How much one of them was used is told nowhere: a login often says whose it is.</summary>
[Requires(Policies.ImportUsage)]
public sealed record ListLoginsQuery(LoginStanding Standing, string? Search, Paging Paging) : IRequest<Result<LoginList>>, IWholeOrganisationRequest;

/// <param name="Page">This page.</param>
/// <param name="Waiting">Logins that wait in all, whatever is shown.</param>
/// <param name="WaitingDays">Days of use behind them all; null for fewer than five logins.</param>
public sealed record LoginList(PageOf<LoginRow> Page, int Waiting, int? WaitingDays);

/// <param name="Provider">Whose login it is.</param>
/// <param name="Login">In lower case.</param>
/// <param name="Person">Whom it is linked to.</param>
/// <param name="Reason">Why it is nobody's.</param>
public sealed record LoginRow(string Provider, string Login, string? Person, NobodyReason? Reason);

internal sealed class ListLoginsValidator : AbstractValidator<ListLoginsQuery>
{
    public ListLoginsValidator()
    {
        RuleFor(q => q.Standing).IsInEnum();
        RuleFor(q => q.Search).MaximumLength(UsageTools.LoginMaxLength).WithMessage("Search for fewer letters.");
    }
}

internal sealed class ListLoginsHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ListLoginsQuery, Result<LoginList>>
{
    public async Task<Result<LoginList>> Handle(ListLoginsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pattern = string.IsNullOrWhiteSpace(request.Search) ? null : LikePattern.Containing(UsageTools.LoginForm(request.Search));
        var waiting = WaitingLogins.Of(db, null);
        var logins = await waiting.CountAsync(cancellationToken);
        int? days = logins < TargetMetrics.SmallestGroup ? null : await WaitingLogins.Months(db, null).SumAsync(u => u.UsedCount, cancellationToken);
        var page = request.Standing switch
        {
            LoginStanding.Nobody => await NobodysAsync(db, pattern, request.Paging, cancellationToken),
            LoginStanding.Linked => await LinkedAsync(db, pattern, request.Paging, cancellationToken),
            _ => await WaitingAsync(db, pattern, request.Paging, cancellationToken),
        };
        return new LoginList(page, logins, days);
    }

    private static async Task<PageOf<LoginRow>> WaitingAsync(PortalDbContext db, string? pattern, Paging asked, CancellationToken cancellationToken)
    {
        var logins = WaitingLogins.Of(db, pattern);
        var total = await logins.CountAsync(cancellationToken);
        var paging = asked.Within(total);
        var rows = await logins.OrderBy(l => l.Login).ThenBy(l => l.Tool).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return new PageOf<LoginRow>([.. rows.Select(r => new LoginRow(UsageTools.ProviderOf(r.Tool), r.Login, null, null))], total, paging.Page, paging.Size);
    }

    private static async Task<PageOf<LoginRow>> NobodysAsync(PortalDbContext db, string? pattern, Paging asked, CancellationToken cancellationToken)
    {
        var logins = db.NobodysLogins.Where(l => pattern == null || EF.Functions.Like(l.Login, pattern, LikePattern.Escape));
        var total = await logins.CountAsync(cancellationToken);
        var paging = asked.Within(total);
        var rows = await logins
            .OrderByDescending(l => l.DecidedAt).ThenBy(l => l.Provider).ThenBy(l => l.Login)
            .Skip(paging.Skip).Take(paging.Size)
            .Select(l => new LoginRow(l.Provider, l.Login, null, l.Reason))
            .ToListAsync(cancellationToken);
        return new PageOf<LoginRow>(rows, total, paging.Page, paging.Size);
    }

    private static async Task<PageOf<LoginRow>> LinkedAsync(PortalDbContext db, string? pattern, Paging asked, CancellationToken cancellationToken)
    {
        var logins = db.PersonLogins.Where(l => pattern == null || EF.Functions.Like(l.Login, pattern, LikePattern.Escape));
        var total = await logins.CountAsync(cancellationToken);
        var paging = asked.Within(total);
        var rows = await logins
            .OrderBy(l => l.Provider).ThenBy(l => l.Login)
            .Skip(paging.Skip).Take(paging.Size)
            .Join(db.People, l => l.PersonId, p => p.Id, (l, p) => new { l.Provider, l.Login, p.Name })
            .OrderBy(l => l.Provider).ThenBy(l => l.Login)
            .ToListAsync(cancellationToken);
        return new PageOf<LoginRow>([.. rows.Select(r => new LoginRow(r.Provider, r.Login, r.Name, null))], total, paging.Page, paging.Size);
    }
}
