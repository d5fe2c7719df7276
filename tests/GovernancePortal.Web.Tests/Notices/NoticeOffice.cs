using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Features.Notices.Making;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Literacy;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Notices;

/// <summary>People with training that runs out, and short ways to what they are told.</summary>
internal sealed class NoticeOffice(TestPortal portal)
{
    public TrainingOffice Training { get; } = new(portal);

    public DateOnly Today => Training.Today;

    public static Dictionary<string, string?> Mail(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:From"] = "Governance Portal <portal@example.org>",
            ["Mail:PublicAddress"] = "https://portal.example.org/",
            ["Mail:PickupFolder"] = "mail",
        };
        foreach (var (name, value) in settings) all[$"Mail:{name}"] = value;
        return all;
    }

    /// <summary>Somebody with an address whose course, valid for a year, runs out in so many days; null for never taken.</summary>
    public async Task<Person> PersonAsync(Course course, int? runsOutIn = null, string name = "Robin Thistle", Unit? unit = null, string? email = "robin@example.org")
    {
        var person = await portal.AddPersonAsync(name, unit, p => p.SetContact(email));
        if (runsOutIn is { } days) await Training.CompleteAsync(person, course, on: Today.AddDays(days).AddMonths(-12));
        return person;
    }

    public async Task<Course> RequiredCourseAsync(string name = "Reading AI advice critically", Unit? unit = null, int graceDays = 0)
    {
        var course = new Course(CourseId.New(), $"C-{Guid.NewGuid():N}"[..12], name, "3", validityMonths: 12);
        await Training.AddAsync(course);
        await Training.RequireAsync(course, unit ?? portal.Root, minimumVersion: "", graceDays: graceDays);
        return course;
    }

    public Task<bool> RunAsync(TestPortal? replica = null) => (replica ?? portal).Services.GetRequiredService<NoticeKeeper>().RunAsync(CancellationToken.None);

    public Task<int> SendAsync(TestPortal? replica = null) => (replica ?? portal).Services.GetRequiredService<MailSender>().RunAsync(CancellationToken.None);

    /// <summary>Lets a night go by and runs the next day's job.</summary>
    public async Task NextDayAsync(int days = 1)
    {
        portal.Clock.Advance(TimeSpan.FromDays(days));
        (await RunAsync()).ShouldBeTrue();
    }

    public Task<List<Notice>> ToldAsync(Person person) => portal.InDb(db => db.Notices.AsNoTracking().Where(n => n.RecipientId == person.Id.Value).OrderBy(n => n.Id).ToListAsync());

    public Task<List<Notice>> ToldAsync(Guid user) => portal.InDb(db => db.Notices.AsNoTracking().Where(n => n.RecipientId == user).OrderBy(n => n.Id).ToListAsync());

    public Task<List<NoticeMail>> MailsAsync() => portal.InDb(db => db.NoticeMails.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public async Task<InboxView> InboxAsync(Guid user) => (await portal.SendAs(user, new ListNoticesQuery(new Paging(1, 25)))).Value;

    public Task<Guid> AccountAsync(Person person, Role role = Role.Employee) => portal.AddUserAsync(role, portal.Checkout, person.Id);

    /// <summary>The test portal's accounts have no address; this one gets one.</summary>
    public Task<int> AddressAsync(Guid user, string email) => portal.InDb(db => db.Users.Where(u => u.Id == user).ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, email)));
}
