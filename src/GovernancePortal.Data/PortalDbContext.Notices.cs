using GovernancePortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeRun> NoticeRuns => Set<NoticeRun>();

    public DbSet<NoticeMail> NoticeMails => Set<NoticeMail>();
}
