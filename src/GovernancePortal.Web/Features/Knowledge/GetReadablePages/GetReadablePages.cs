using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.GetReadablePages;

/// <summary>Pages that agents may read now, by a part of their title or address.</summary>
[Requires(Policies.ReadFeed)]
public sealed record GetReadablePagesQuery(string? Search, Paging Paging) : IRequest<Result<PageOf<FeedPage>>>;

internal sealed class GetReadablePagesValidator : AbstractValidator<GetReadablePagesQuery>
{
    public GetReadablePagesValidator() => RuleFor(q => q.Search).MaximumLength(KnowledgePage.TitleMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class GetReadablePagesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetReadablePagesQuery, Result<PageOf<FeedPage>>>
{
    public async Task<Result<PageOf<FeedPage>>> Handle(GetReadablePagesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pages = db.KnowledgePages.AsNoTracking().Within(db.Units, user.ScopeOf(Policies.ReadFeed)).InState(db, PageState.Fresh, clock.Today()).Where(p => p.IsAgentReadable);
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var anywhere = LikePattern.Containing(request.Search.Trim());
            pages = pages.Where(p => EF.Functions.Like(p.Title, anywhere, LikePattern.Escape) || EF.Functions.Like(p.Url, anywhere, LikePattern.Escape));
        }

        var total = await pages.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await pages.OrderBy(p => p.Title).ThenBy(p => p.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return new PageOf<FeedPage>([.. rows.Select(p => FeedPage.Of(p, PageState.Fresh))], total, paging.Page, paging.Size);
    }
}
