using System.Data.Common;
using GovernancePortal.Data;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.FollowUp;
using GovernancePortal.Web.Features.Incidents.LinkIncident;
using GovernancePortal.Web.Features.Incidents.CorrectIncident;
using GovernancePortal.Web.Features.Incidents.Timeline;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Incidents;

/// <summary>Every way in which code or an operator could write over a cause is tried.</summary>
public sealed class IncidentGuardTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;
    private IncidentId _id;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
        _id = await _desk.AttributedAsync();
        var user = _desk.OfficerUser;
        (await _portal.SendAs(user, new TellEventCommand(_id, 1, _desk.Now.AddHours(-7), "Severity 1 declared."))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new PlaceActionCommand(_id, 2, "Second owner", _desk.Officer.Id, new DateOnly(2026, 12, 1)))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new LinkIncidentCommand(_id, 3, IncidentLinkKind.Change, "shop#812", ""))).Error.ShouldBeNull();
        (await _portal.SendAs(user, new CorrectIncidentCommand(_id, 4, _desk.Outage with { Severity = 2 }, "Counted again."))).Error.ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Nothing_of_an_incident_is_deleted_through_the_context()
    {
        await using var db = await ContextAsync();
        var incident = await WholeAsync(db);
        object[] rows = [incident.Attributions[0], incident.Actions[0], incident.Events[0], incident.Links[0], incident.Corrections[0]];
        foreach (var row in rows)
        {
            db.Entry(row).State = EntityState.Deleted;
            (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldEndWith("was deleted.");
            Should.Throw<InvalidOperationException>(() => db.SaveChanges());
            db.Entry(row).State = EntityState.Unchanged;
        }

        await using var alone = await ContextAsync();
        alone.Remove(await alone.Incidents.SingleAsync(i => i.Id == _id));
        (await Should.ThrowAsync<InvalidOperationException>(() => alone.SaveChangesAsync())).Message.ShouldBe("What is written about an incident stays written: an incident was deleted.");
    }

    [Fact]
    public async Task What_was_written_is_not_written_over_even_with_an_entry_in_the_ledger()
    {
        (Func<Incident, object> Part, string Property, object Value)[] edits =
        [
            (i => i.Attributions[0], nameof(IncidentAttribution.Words), "Human error."),
            (i => i.Attributions[0], nameof(IncidentAttribution.Involvement), AiInvolvement.NotAi),
            (i => i.Attributions[0], nameof(IncidentAttribution.ProposedBy), _desk.Reporter.Id),
            (i => i.Attributions[0], nameof(IncidentAttribution.InForceFrom), _desk.Now.AddDays(1)),
            (i => i.Events[0], nameof(IncidentEvent.Words), "Nothing happened."),
            (i => i.Events[0], nameof(IncidentEvent.At), _desk.Now),
            (i => i.Actions[0], nameof(IncidentAction.DueOn), new DateOnly(2030, 1, 1)),
            (i => i.Links[0], nameof(IncidentLink.Reference), "shop#1"),
            (i => i.Corrections[0], nameof(IncidentCorrection.Severity), 4),
            (i => i, nameof(Incident.Title), "A small hiccup"),
            (i => i, nameof(Incident.Severity), 4),
            (i => i, nameof(Incident.Number), "INC-9999"),
            (i => i, nameof(Incident.AiInvolvement), AiInvolvement.Unknown),
        ];
        foreach (var (part, property, value) in edits)
        {
            await using var db = await ContextAsync();
            var incident = await WholeAsync(db);
            db.Entry(part(incident)).Property(property).CurrentValue = value;
            db.Record("system", "incident.edited", $"incident:{_id}", new { property });
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(), property);
        }
    }

    [Fact]
    public async Task A_row_that_was_edited_outside_and_attached_again_is_refused()
    {
        Incident incident;
        await using (var reading = await ContextAsync()) incident = await WholeAsync(reading);

        await using var db = await ContextAsync();
        db.Update(incident.Attributions[0]);
        db.Record("system", "incident.edited", $"incident:{_id}", new { });

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_change_that_the_rules_allow_is_refused_without_an_entry_in_the_ledger()
    {
        await using var db = await ContextAsync();
        var incident = await WholeAsync(db);
        incident.Strike(incident.Events[0].Id, "It was severity 2.", _desk.Officer.Id, _desk.Now).IsSuccess.ShouldBeTrue();

        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldEndWith("was changed without an entry in the ledger.");
    }

    [Theory]
    [InlineData("IncidentAttributions", "Words = 'Human error.'")]
    [InlineData("IncidentAttributions", "Involvement = 1")]
    [InlineData("IncidentEvents", "Words = ''")]
    [InlineData("IncidentActions", "Title = ''")]
    [InlineData("IncidentLinks", "Reference = ''")]
    [InlineData("IncidentCorrections", "Severity = 4")]
    [InlineData("Incidents", "Number = 'INC-1'")]
    public async Task The_database_itself_refuses_to_write_over_or_delete(string table, string change)
    {
        (await Should.ThrowAsync<DbException>(() => SqlAsync($"UPDATE {table} SET {change}"))).Message.ShouldContain($"{table} is kept as written");
        (await Should.ThrowAsync<DbException>(() => SqlAsync($"DELETE FROM {table}"))).Message.ShouldContain($"{table} is kept as written");
    }

    [Fact]
    public async Task A_bulk_delete_is_refused_by_the_database() =>
        await Should.ThrowAsync<DbException>(() => _portal.InDb(db => db.IncidentAttributions.ExecuteDeleteAsync()));

    [Fact]
    public void No_code_deletes_or_bulk_changes_incidents()
    {
        var files = Conventions.Source.Files("src", ".cs").Where(f => f.Text.Contains("Incident", StringComparison.Ordinal)).ToArray();
        files.Length.ShouldBeGreaterThan(20);
        string[] sets = ["Incidents", "IncidentAttributions", "IncidentActions", "IncidentEvents", "IncidentLinks", "IncidentCorrections"];
        var faults =
            from file in files
            from line in file.Text.Split('\n')
            where sets.Any(s => line.Contains($"db.{s}", StringComparison.Ordinal)) && (line.Contains("ExecuteDelete", StringComparison.Ordinal) || line.Contains("ExecuteUpdate", StringComparison.Ordinal) || line.Contains(".Remove", StringComparison.Ordinal))
            select $"{file.Path}: {line.Trim()}";
        faults.ShouldBeEmpty();
    }

    private Task<PortalDbContext> ContextAsync() => _portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();

    private Task<Incident> WholeAsync(PortalDbContext db) =>
        db.Incidents.Include(i => i.Attributions).Include(i => i.Actions).Include(i => i.Events).Include(i => i.Links).Include(i => i.Corrections).SingleAsync(i => i.Id == _id);

    private Task<int> SqlAsync(string sql) => _portal.InDb(db => db.Database.ExecuteSqlRawAsync(sql));
}
