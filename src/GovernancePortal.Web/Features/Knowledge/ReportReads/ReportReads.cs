using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ReportReads;

/// <summary>Tells how often pages were read. A count stands for all of one key's reads of the page on that day: a later one takes its place.</summary>
[Requires(Policies.ReportPages)]
public sealed record ReportReadsCommand(IReadOnlyList<ReadCount> Reads) : IRequest<Result<ReadsAnswer>>;

/// <param name="System">Needed only where two systems have the address.</param>
/// <param name="Day">Today (UTC) when it is left out.</param>
public sealed record ReadCount(string Url, int Count, DateOnly? Day = null, string? System = null);

/// <param name="Accepted">Counts that are new or another.</param>
/// <param name="Unknown">Addresses that nobody registered, or that two systems have; an agent reads what nobody answers for.</param>
public sealed record ReadsAnswer(int Accepted, int Unchanged, IReadOnlyList<string> Unknown);

internal sealed class ReportReadsValidator : AbstractValidator<ReportReadsCommand>
{
    public const int Most = 1000;

    public ReportReadsValidator(TimeProvider clock)
    {
        RuleFor(c => c.Reads).NotEmpty().WithMessage("Send at least one count.").Must(r => r is null || r.Count <= Most).WithMessage($"Send at most {Most} counts at once.");
        RuleForEach(c => c.Reads).ChildRules(read =>
        {
            read.RuleFor(r => r.Url).NotEmpty().WithMessage("State the address.");
            read.RuleFor(r => r.Count).GreaterThanOrEqualTo(0).WithMessage("A count is not below zero.");
            read.RuleFor(r => r.Day).Must(d => d is null || (d <= clock.Today() && d > clock.Today().AddDays(-PageRead.Days))).WithMessage($"Count one of the last {PageRead.Days} days.");
        });
    }
}

internal sealed class ReportReadsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ReportReadsCommand, Result<ReadsAnswer>>
{
    public async Task<Result<ReadsAnswer>> Handle(ReportReadsCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, reader) = (clock.Today(), user.Actor);
        var urls = request.Reads.Select(r => r.Url.Trim()).Distinct(StringComparer.Ordinal).ToArray();
        var pages = await db.KnowledgePages.Within(db.Units, user.ScopeOf(Policies.ReportPages)).Where(p => urls.Contains(p.Url)).Select(p => new { p.Id, p.Url, p.System }).ToListAsync(cancellationToken);
        var byUrl = pages.ToLookup(p => p.Url, StringComparer.Ordinal);
        var ids = pages.Select(p => p.Id).ToArray();
        var known = await db.PageReads.Where(r => ids.Contains(r.PageId) && r.Reader == reader).ToDictionaryAsync(r => (r.PageId, r.Day), cancellationToken);

        var (accepted, unchanged, unknown) = (0, 0, new List<string>());
        foreach (var read in request.Reads)
        {
            var found = byUrl[read.Url.Trim()].Where(p => read.System is null || p.System == read.System).ToArray();
            if (found.Length != 1)
            {
                unknown.Add(read.Url);
                continue;
            }

            var (page, day) = (found[0].Id, read.Day ?? today);
            if (known.TryGetValue((page, day), out var before) && before.Count == read.Count)
            {
                unchanged++;
                continue;
            }

            accepted++;
            if (before is not null) before.Correct(read.Count);
            else db.PageReads.Add(known[(page, day)] = new PageRead(page, day, reader, read.Count));
        }

        if (accepted > 0) db.EvaluationSignals.Add(new EvaluationSignal("knowledge", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return new ReadsAnswer(accepted, unchanged, unknown);
    }
}
