using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Tests.Platform;
using MimeKit;

namespace GovernancePortal.Web.Tests.Notices;

public sealed class MailSettingsTests
{
    private static MailOptions Good => new() { Host = "mail.example.org", From = "Portal <portal@example.org>", PublicAddress = new Uri("https://portal.example.org/") };

    public static TheoryData<string, Action<MailOptions>> Faults { get; } = new()
    {
        { "Mail:Host and Mail:PickupFolder are both set", o => o.PickupFolder = "mail" },
        { "Mail:From is no mail address", o => o.From = "nobody at all <" },
        { "Mail:PublicAddress is missing", o => o.PublicAddress = null },
        { "Mail:Port is a number", o => o.Port = 0 },
        { "Mail:User and Mail:Password belong together", o => o.User = "portal" },
        { "would travel readable", o => (o.User, o.Password, o.Tls) = ("portal", "x", MailTls.None) },
        { "no time zone “Mars/Olympus”", o => o.TimeZone = "Mars/Olympus" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_setting_that_would_fail_at_night_fails_at_the_start(string message, Action<MailOptions> spoil)
    {
        var options = Good;
        spoil(options);

        new MailOptionsCheck().Validate(name: null, options).FailureMessage!.ShouldContain(message);
    }

    [Fact]
    public void Good_settings_are_taken_and_none_at_all_are_too()
    {
        new MailOptionsCheck().Validate(name: null, Good).Succeeded.ShouldBeTrue();
        new MailOptionsCheck().Validate(name: null, new MailOptions()).Succeeded.ShouldBeTrue();
        new MailOptions().IsOn.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_settings_notices_stay_in_the_inbox_and_no_mail_is_made()
    {
        await using var portal = await TestPortal.StartAsync();
        var office = new NoticeOffice(portal);
        var robin = await office.PersonAsync(await office.RequiredCourseAsync());

        await office.RunAsync();

        (await office.ToldAsync(robin)).Single().MailWanted.ShouldBeFalse();
        (await office.MailsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pickup_folder_takes_each_mail_as_one_file()
    {
        await using var portal = await TestPortal.StartAsync(settings: NoticeOffice.Mail(("TimeZone", "Europe/Berlin")));
        var office = new NoticeOffice(portal);
        await office.PersonAsync(await office.RequiredCourseAsync());
        await office.RunAsync(); // 07:00 in Berlin: the quiet hours are over
        (await office.SendAsync()).ShouldBe(1);

        var file = Directory.GetFiles(Path.Combine(portal.Database.Folder, "mail")).ShouldHaveSingleItem();
        Path.GetExtension(file).ShouldBe(".eml");
        (await MimeMessage.LoadAsync(file)).To.Mailboxes.Single().Address.ShouldBe("robin@example.org");
    }

    [Fact]
    public async Task In_Development_mails_are_files_without_any_setting()
    {
        await using var portal = await TestPortal.StartAsync(environment: "Development", settings: new(StringComparer.Ordinal) { ["Mail:TimeZone"] = "Europe/Berlin" });
        var office = new NoticeOffice(portal);
        await office.PersonAsync(await office.RequiredCourseAsync());
        await office.RunAsync();
        await office.SendAsync();

        Directory.GetFiles(Path.Combine(portal.Database.Folder, "Data", "mail"), "*.eml").Length.ShouldBe(1);
        (await office.MailsAsync()).Single().State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_holds_mail_up()
    {
        await using var portal = await TestPortal.StartAsync(settings: NoticeOffice.Mail(("TimeZone", "Europe/Berlin"), ("PickupFolder", "portal.db/mail")));
        var office = new NoticeOffice(portal);
        await office.PersonAsync(await office.RequiredCourseAsync());
        await office.RunAsync();

        (await office.SendAsync()).ShouldBe(0);

        (await office.MailsAsync()).Single().ShouldSatisfyAllConditions(m => m.State.ShouldBe(MailState.Waiting), m => m.Fault.ShouldBe(MailFault.FolderRefused));
    }
}
