using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class DutyTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_file_that_comes_with_the_portal_holds_what_is_known_and_nothing_more()
    {
        var duties = Shipped();

        duties.Length.ShouldBe(4);
        duties.ShouldAllBe(d => d.ConfirmedBy == null, "nobody has confirmed a text yet");
        duties.Single(d => d.Id == "eu-ai-act-article-4").ValidFrom.ShouldBe(new DateOnly(2025, 2, 2));
        var awaited = duties.Single(d => d.Id == "eu-ai-act-article-4-omnibus");
        (awaited.Kind, awaited.ValidFrom, awaited.Text).ShouldBe((DutyKind.Announcement, null, null));
        duties.Where(d => d.Kind == DutyKind.Paraphrase).Select(d => d.Article).ShouldBe(["Clause 7.2, Competence", "GOVERN 2.2"]);
    }

    [Theory]
    [InlineData("2024-07-11", "")]
    [InlineData("2024-07-12", "eu-ai-act-article-4 ToCome")]
    [InlineData("2025-02-02", "eu-ai-act-article-4 InForce")]
    [InlineData("2026-06-28", "eu-ai-act-article-4 InForce")]
    [InlineData("2026-06-29", "eu-ai-act-article-4 InForce, eu-ai-act-article-4-omnibus Awaited")]
    public void A_pack_speaks_of_what_was_known_on_its_day(string on, string expected)
    {
        var then = DutyBook.On(Shipped(), DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));

        string.Join(", ", then.Where(d => d.Duty.Law.Contains("2024/1689", StringComparison.Ordinal)).Select(d => $"{d.Duty.Id} {d.Standing}")).ShouldBe(expected);
    }

    [Fact]
    public void Once_it_is_published_a_new_entry_takes_its_place_and_days_before_stay_as_they_were()
    {
        Duty published = new("published", "Law", "Article 4", DutyKind.Quotation, new DateOnly(2027, 1, 1), "New.", "", "Source", new DateOnly(2026, 12, 1), "awaited");
        Duty[] duties =
        [
            new("old", "Law", "Article 4", DutyKind.Quotation, new DateOnly(2025, 2, 2), "Old.", "", "Source"),
            new("awaited", "Law", "Article 4", DutyKind.Announcement, null, null, "", "Source", new DateOnly(2026, 6, 29)),
            published,
        ];

        string On(DateOnly day) => string.Join(", ", DutyBook.On(duties, day).Select(d => $"{d.Duty.Id} {d.Standing}"));

        On(new DateOnly(2026, 11, 30)).ShouldBe("old InForce, awaited Awaited");
        On(new DateOnly(2026, 12, 1)).ShouldBe("old InForce, published ToCome");
        On(new DateOnly(2027, 1, 1)).ShouldBe("published InForce");
    }

    [Theory]
    [InlineData("""{"duties":[]}""", "it names no duty")]
    [InlineData("""{"duties":[null]}""", "an entry is empty")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"quotation","validFrom":null,"text":"T","note":"","source":"S"}]}""", "a has no first day (validFrom)")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"quotation","validFrom":"2025-02-02","text":" ","note":"","source":""}]}""", "a names no source; a has no text")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"announcement","validFrom":null,"text":null,"note":"","source":"S"}]}""", "says neither from when it applies")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"quotation","validFrom":"2025-02-02","text":"T","note":"","source":"S","confirmedBy":"Ada"}]}""", "needs both")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"quotation","validFrom":"2025-02-02","text":"T","note":"","source":"S","confirmedBy":"Ada","confirmedOn":"2027-01-01"}]}""", "has not come")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"quotation","validFrom":"2025-02-02","text":"T","note":"","source":"S","replaces":"b"}]}""", "replaces b")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"quotation","validFrom":"2 February","text":"T","note":"","source":"S"}]}""", "validFrom")]
    [InlineData("""{"duties":[{"id":"a","law":"L","article":"A","kind":"quotation","validfrm":"2025-02-02","text":"T","note":"","source":"S"}]}""", "validfrm")]
    [InlineData("not json", "cannot be used")]
    public void A_broken_file_is_refused_with_what_is_wrong(string text, string expected)
    {
        File.WriteAllText(_path, text);

        var read = DutyFile.Read(_path, Today);

        read.Error!.Message.ShouldContain(_path);
        read.Error.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task An_organisation_brings_a_file_of_its_own_and_a_person_confirms_in_it()
    {
        await File.WriteAllTextAsync(_path, """{"duties":[{"id":"own","law":"House rule","article":"1","kind":"paraphrase","validFrom":"2026-01-01","text":"Learn.","note":"","source":"Intranet","confirmedBy":"Ada Lovelace","confirmedOn":"2026-11-20"}]}""", TestContext.Current.CancellationToken);
        await using var portal = await TestPortal.StartAsync(settings: new() { ["Literacy:DutyFile"] = _path });
        var office = new PackOffice(portal);

        (await office.PackAsync(new DateOnly(2026, 11, 19))).Content.Duties.Single().ConfirmedBy.ShouldBeNull("it was confirmed the day after");
        (await office.PackAsync(new DateOnly(2026, 11, 20))).Content.Duties.Single().ConfirmedBy.ShouldBe("Ada Lovelace");
    }

    [Fact]
    public async Task The_portal_does_not_start_without_its_duty_file()
    {
        await using var portal = await TestPortal.StartAsync(settings: new() { ["Literacy:DutyFile"] = _path });

        var failure = Should.Throw<OptionsValidationException>(() => portal.Services.GetRequiredService<IStartupValidator>().Validate());

        failure.Message.ShouldContain("The duty file");
        failure.Message.ShouldContain(_path);
    }

    private static Duty[] Shipped() => DutyFile.Read(Path.Combine(AppContext.BaseDirectory, "Duties", "ai-literacy-duties.json"), Today).Value;
}
