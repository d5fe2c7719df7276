using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Statements;

/// <summary>Decides what received statements come to, within the transaction that keeps them.</summary>
/// <param name="db">The change's database.</param>
/// <param name="actor">Who makes the change.</param>
/// <param name="now">When.</param>
internal sealed class StatementDesk(PortalDbContext db, string actor, DateTimeOffset now)
{
    private readonly Dictionary<Guid, Statement> _read = [];
    private StatementCourses? _courses;

    public static Statement Parse(XapiStatement row, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(row.Json);
        var read = Statement.Read(document.RootElement, now > row.ReceivedAt ? now : row.ReceivedAt);
        return read.IsSuccess ? read.Value : throw new InvalidDataException($"Statement {row.Id} was accepted and can no longer be read: {read.Error!.Message}");
    }

    /// <summary>Finds person and course of new statements and says what becomes of them, as far as a statement alone can tell.</summary>
    public async Task ResolveAsync(IReadOnlyCollection<(XapiStatement Row, Statement Said)> statements, UnitScope scope, CancellationToken cancellationToken)
    {
        foreach (var (row, said) in statements) _read[row.Id] = said;
        var concerned = statements.Where(s => Concerns(s.Said)).ToList();
        var people = await StatementPeople.ReadAsync(db, scope, concerned.Select(s => s.Said), cancellationToken);
        var courses = _courses ??= await StatementCourses.ReadAsync(db, cancellationToken);
        foreach (var (row, said) in statements)
        {
            if (!Concerns(said))
            {
                row.Decide(StatementOutcome.NoEffect, said.Voids is { } id ? $"It voids the statement {id}." : "It says nothing about a completion.");
                continue;
            }

            var (person, reason) = people.Find(said.Actor);
            var course = courses.Find(said);
            row.Resolve(person, course);
            if (person is null) row.Decide(StatementOutcome.NobodyKnown, reason);
            else if (course is null) row.Decide(StatementOutcome.NoCourse, "No course of the portal names this activity.");
            else if (said is { IsCmi5: true, Registration: null }) row.Decide(StatementOutcome.NoEffect, "A cmi5 statement without a registration gives no credit.");
            else row.Decide(StatementOutcome.Resolved, "");
        }
    }

    /// <summary>Brings the training record into line with the statements; they have to be saved before. Answers with the people whose record changed.</summary>
    public async Task<IReadOnlyCollection<PersonId>> RecordAsync(IReadOnlyCollection<XapiStatement> rows, CancellationToken cancellationToken)
    {
        var courses = _courses ??= await StatementCourses.ReadAsync(db, cancellationToken);
        var touched = rows.Concat(await VoidedByAsync(rows, cancellationToken)).DistinctBy(r => r.Id).ToList();
        var groups = touched.Where(r => r is { IsCmi5: false, PersonId: not null, CourseId: not null }).Select(StatementGroup.OfPlain).ToList();
        groups.AddRange(await RegistrationsAsync(touched, cancellationToken));
        var voided = await VoidedAsync(groups.SelectMany(g => g.Rows), cancellationToken);
        var plan = groups.Select(g => (Group: g, Verdict: g.Judge(courses.Of(g.CourseId)!, voided, Sent))).ToList();
        return await new StatementRecorder(db, actor, now).WriteAsync(plan, courses, cancellationToken);
    }

    // Everything of a cmi5 registration may matter for its credit: launch, abandonment and waiver too.
    private static bool Concerns(Statement said) => said.Voids is null && (said.IsCmi5 || PlainStatement.Concerns(said));

    private SentStatement Sent(XapiStatement row)
    {
        if (!_read.TryGetValue(row.Id, out var said)) _read[row.Id] = said = Parse(row, now);
        return new SentStatement(row.Id, said, row.ReceivedAt);
    }

    // A key takes back what it sent itself, and nothing of another's.
    private async Task<List<XapiStatement>> VoidedByAsync(IEnumerable<XapiStatement> rows, CancellationToken cancellationToken)
    {
        var voiding = rows.Where(r => r.Voids is not null).ToList();
        var targets = voiding.Select(v => v.Voids!.Value).Distinct().ToArray();
        if (targets.Length == 0) return [];
        var found = await db.XapiStatements.Where(s => targets.Contains(s.Id)).ToListAsync(cancellationToken);
        return [.. found.Where(f => voiding.Exists(v => v.Voids == f.Id && v.SentBy.Equals(f.SentBy, StringComparison.Ordinal)))];
    }

    private Task<HashSet<Guid>> VoidedAsync(IEnumerable<XapiStatement> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).Distinct().ToArray();
        return db.XapiStatements
            .Where(v => v.Voids != null && ids.Contains(v.Voids.Value) && db.XapiStatements.Any(s => s.Id == v.Voids && s.SentBy == v.SentBy))
            .Select(v => v.Voids!.Value)
            .ToHashSetAsync(cancellationToken);
    }

    private async Task<IEnumerable<StatementGroup>> RegistrationsAsync(IEnumerable<XapiStatement> touched, CancellationToken cancellationToken)
    {
        var keys = touched.Where(r => r is { IsCmi5: true, PersonId: not null, Registration: not null }).Select(r => (Registration: r.Registration!.Value, Person: r.PersonId!.Value)).ToHashSet();
        if (keys.Count == 0) return [];
        var registrations = keys.Select(k => k.Registration).Distinct().ToArray();
        var all = await db.XapiStatements.Where(s => s.IsCmi5 && s.PersonId != null && s.Registration != null && registrations.Contains(s.Registration.Value)).ToListAsync(cancellationToken);
        return keys.SelectMany(k => StatementGroup.OfRegistration(k.Registration, k.Person, [.. all.Where(s => s.Registration == k.Registration && s.PersonId == k.Person)], Sent));
    }
}
