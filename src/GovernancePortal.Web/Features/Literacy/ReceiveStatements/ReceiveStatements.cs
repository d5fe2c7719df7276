using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Statements;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.ReceiveStatements;

/// <summary>Takes one xAPI statement or a list of them, all or none, and brings training records up to date.</summary>
/// <param name="Body">A statement, or a list.</param>
[Requires(Policies.SendStatements)]
public sealed record ReceiveStatementsCommand(JsonElement Body) : IRequest<Result<IReadOnlyList<Guid>>>;

internal sealed class ReceiveStatementsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ReceiveStatementsCommand, Result<IReadOnlyList<Guid>>>
{
    public const int Most = 1_000;

    public async Task<Result<IReadOnlyList<Guid>>> Handle(ReceiveStatementsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var read = Read(request.Body, now);
        if (!read.IsSuccess) return read.Error!;

        try
        {
            return await SaveAsync(read.Value, now, cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // The same statement came twice in one moment; the second look finds it.
            return await SaveAsync(read.Value, now, cancellationToken);
        }
    }

    private static Result<IReadOnlyList<(Guid Id, Statement Said)>> Read(JsonElement body, DateTimeOffset now)
    {
        List<JsonElement> items = body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray()] : [body];
        if (items.Count > Most) return XapiErrors.TooMany(Most);

        var statements = new List<(Guid, Statement)>(items.Count);
        var ids = new HashSet<Guid>();
        foreach (var (index, item) in items.Index())
        {
            var read = Statement.Read(item, now);
            if (!read.IsSuccess) return At(read.Error!.Fields[0], index, items.Count);
            var id = read.Value.Id ?? Guid.CreateVersion7();
            if (!ids.Add(id)) return At(new FieldError("id", "id stands in this list twice."), index, items.Count);
            statements.Add((id, read.Value));
        }

        return statements;
    }

    private static Error At(FieldError field, int index, int count) =>
        XapiErrors.Invalid(count == 1 ? field : field with { Message = $"Statement {index + 1} of {count}: {field.Message}" });

    private Task<Result<IReadOnlyList<Guid>>> SaveAsync(IReadOnlyList<(Guid Id, Statement Said)> statements, DateTimeOffset now, CancellationToken cancellationToken) =>
        CoverageProjection.SaveAsync(contexts, now.UtcDay(), (db, token) => TakeAsync(db, statements, now, token), cancellationToken);

    private async Task<Result<CoverageChange<IReadOnlyList<Guid>>>> TakeAsync(
        PortalDbContext db, IReadOnlyList<(Guid Id, Statement Said)> statements, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. statements.Select(s => s.Id)];
        var known = await db.XapiStatements.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Sha256 }).ToDictionaryAsync(s => s.Id, s => s.Sha256, cancellationToken);
        if (statements.FirstOrDefault(s => known.TryGetValue(s.Id, out var sha256) && sha256 != s.Said.Sha256) is { Said: not null } different) return XapiErrors.Different(different.Id);

        var rows = statements.Where(s => !known.ContainsKey(s.Id)).Select(s => (Row: new XapiStatement(s.Id, s.Said, user.Actor, now), s.Said)).ToList();
        if (rows.Count == 0) return new CoverageChange<IReadOnlyList<Guid>>(ids, CoveragePeople.Only([]));

        var desk = new StatementDesk(db, user.Actor, now);
        await desk.ResolveAsync(rows, user.ScopeOf(Policies.SendStatements), cancellationToken);
        db.XapiStatements.AddRange(rows.Select(r => r.Row));
        db.Record(user.Actor, "statements.received", user.Actor, Facts(rows));
        // Writing to the ledger makes senders take turns, so whoever comes next sees these statements when it judges a registration.
        await db.SaveChangesAsync(cancellationToken);
        var people = await desk.RecordAsync([.. rows.Select(r => r.Row)], cancellationToken);
        return new CoverageChange<IReadOnlyList<Guid>>(ids, CoveragePeople.Only(people));
    }

    // The statements are in their table; the entry holds a hash over their ids and hashes, so that one more, less or other shows.
    private static object Facts(IReadOnlyList<(XapiStatement Row, Statement Said)> rows)
    {
        var lines = string.Join('\n', rows.Select(r => $"{r.Row.Id:D} {r.Row.Sha256}").Order(StringComparer.Ordinal));
        return new { statements = rows.Count, sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))) };
    }
}
