using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.CheckPage;

/// <summary>Whether an agent may read one page before it does. A page that nobody registered is not to be read.</summary>
/// <param name="Hash">SHA-256 of the text that the agent holds; another version than the verified one is not to be used.</param>
[Requires(Policies.ReadFeed)]
public sealed record CheckPageQuery(string Url, string? Hash = null) : IRequest<Result<PageCheck>>;

/// <param name="Reason">Why it may not be read; null when it may.</param>
/// <param name="Why">The same in a sentence.</param>
public sealed record PageCheck(string Url, bool MayBeRead, string? Reason, string Why, DateOnly? VerifiedUntil);

internal sealed class CheckPageValidator : AbstractValidator<CheckPageQuery>
{
    public CheckPageValidator() => RuleFor(q => q.Url).NotEmpty().WithMessage("State the address.").MaximumLength(KnowledgePage.UrlMaxLength).WithMessage("No page has so long an address.");
}

internal sealed class CheckPageHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<CheckPageQuery, Result<PageCheck>>
{
    public async Task<Result<PageCheck>> Handle(CheckPageQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, url) = (clock.Today(), request.Url.Trim());
        var here = db.WorkingOn(today);
        var pages = await db
            .KnowledgePages.AsNoTracking().Within(db.Units, user.ScopeOf(Policies.ReadFeed)).Where(p => p.Url == url)
            .Select(p => new { Page = p, OwnerIsHere = here.Any(o => o.Id == p.Owner) })
            .ToListAsync(cancellationToken);
        if (pages.Count == 0) return new PageCheck(url, MayBeRead: false, "unknown", "Nobody has registered this page, so nobody answers for it.", null);

        // Two systems can have one address; then the worse one counts.
        return pages.Select(p => Check(p.Page, p.Page.StateOn(today, p.OwnerIsHere), request.Hash)).OrderBy(c => c.MayBeRead).First();
    }

    private static PageCheck Check(KnowledgePage page, PageState state, string? hash)
    {
        var reason = PageWords.Code(state, page.IsAgentReadable);
        if (reason is null && hash is not null && !string.Equals(hash, page.ContentHash, StringComparison.OrdinalIgnoreCase))
            return new PageCheck(page.Url, MayBeRead: false, "other-version", "The text is another version than the one that was verified.", page.DueOn);
        return new PageCheck(page.Url, reason is null, reason, PageWords.Why(page, state), page.DueOn);
    }
}
