using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

public enum PackForm
{
    /// <summary>A workbook, for people.</summary>
    Workbook,

    /// <summary>The lines that are hashed, for whoever wants to check or compare.</summary>
    Lines,

    /// <summary>The page on paper; no file.</summary>
    Print,
}

/// <summary>Makes the pack of a day as a file or for paper, and tells the ledger so with its hash.</summary>
/// <param name="On">Null for today.</param>
/// <param name="Expected">The hash that the person saw; when the pack is another one by now, nothing is made.</param>
[Requires(Policies.ExportEvidence)]
public sealed record ExportEvidencePackCommand(PackForm Form, DateOnly? On = null, string? Expected = null) : IRequest<Result<PackFile>>, IPackRequest;

/// <param name="Content">Empty for paper; else the file, which is gone once it is closed.</param>
public sealed record PackFile(Stream Content, string ContentType, string FileName, string Sha256);

internal sealed class ExportEvidencePackValidator : PackDayValidator<ExportEvidencePackCommand>
{
    public ExportEvidencePackValidator(TimeProvider clock)
        : base(clock) { }
}

internal sealed class ExportEvidencePackHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, DutyBook duties, TimeProvider clock)
    : IRequestHandler<ExportEvidencePackCommand, Result<PackFile>>
{
    private static readonly Error Changed =
        new("evidence-pack.changed", "Something was recorded since this page was made. It has been made anew; look at it and print again.", ErrorKind.Conflict);

    public async Task<Result<PackFile>> Handle(ExportEvidencePackCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var on = request.On ?? now.UtcDay();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pack = await PackReader.ReadAsync(new PackDay(db, user.ScopeOf(Policies.ExportEvidence), on), duties, cancellationToken);

        var file = request.Form == PackForm.Print ? Stream.Null : Temporary();
        try
        {
            var sha256 = await WriteAsync(pack, request.Form, file, new PackMaking(now, user.DisplayName), cancellationToken);
            if (request.Expected is { } expected && expected != sha256)
            {
                await file.DisposeAsync();
                return Changed;
            }

            db.Record(
                user.Actor,
                "evidence-pack.made",
                $"evidence-pack:{Typed.Text(on)}",
                new { on, form = request.Form, sha256, units = pack.Content.Place.Units });
            await db.SaveChangesAsync(cancellationToken);
            file.Position = 0;
            return new PackFile(file, TypeOf(request.Form), $"evidence-pack-{Typed.Text(on)}.{(request.Form == PackForm.Workbook ? "xlsx" : "jsonl")}", sha256);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> WriteAsync(PackReader pack, PackForm form, Stream file, PackMaking making, CancellationToken cancellationToken)
    {
        using var lines = new PackLines(form == PackForm.Lines ? file : null);
        lines.Add(pack.Content);
        if (form == PackForm.Workbook) return await PackWorkbook.WriteAsync(file, pack, lines, making, cancellationToken);

        await foreach (var session in pack.SessionsAsync(cancellationToken)) lines.Add(session);
        return lines.Finish();
    }

    private static string TypeOf(PackForm form) =>
        form == PackForm.Workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/x-ndjson";

    // The finished file waits on disk while it is sent, however slowly it is fetched.
    private static FileStream Temporary() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}

/// <summary>When a pack was made and by whom; no part of its hash.</summary>
internal sealed record PackMaking(DateTimeOffset At, string By);
