using System.Security.Cryptography;
using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Literacy.KeepEvidence;

/// <summary>Keeps a file that shows training took place. The same content is stored once, whoever brings it.</summary>
[Requires(Policies.KeepEvidence)]
public sealed record KeepEvidenceCommand(string FileName, Stream Content) : IRequest<Result<EvidenceRef>>;

internal sealed class KeepEvidenceValidator : AbstractValidator<KeepEvidenceCommand>
{
    public KeepEvidenceValidator() =>
        RuleFor(c => c.FileName).Must(n => KeepEvidenceHandler.BareName(n).Length is > 0 and <= EvidenceFile.FileNameMaxLength).WithMessage($"A file name has at most {EvidenceFile.FileNameMaxLength} letters.");
}

internal sealed class KeepEvidenceHandler(
    IDbContextFactory<PortalDbContext> contexts, IEvidenceStore store, IOptions<EvidenceOptions> options, CurrentUser user, TimeProvider clock)
    : IRequestHandler<KeepEvidenceCommand, Result<EvidenceRef>>
{
    public async Task<Result<EvidenceRef>> Handle(KeepEvidenceCommand request, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(request.Content, options.Value.MaxBytes, cancellationToken);
        if (!read.IsSuccess) return read.Error!;

        var (content, name) = (read.Value, BareName(request.FileName));
        var type = EvidenceType.Tell(name, content);
        if (!type.IsSuccess) return type.Error!;

        var file = new EvidenceRef(Convert.ToHexStringLower(SHA256.HashData(content)), name, type.Value, content.Length);
        await store.KeepAsync(file.Sha256, content, cancellationToken);
        // What lay there before may have been damaged since; it is not written over, so it is said.
        if (await store.ReadAsync(file.Sha256, cancellationToken) is not { } kept || !content.AsSpan().SequenceEqual(kept)) return EvidenceErrors.Damaged;
        try
        {
            await RecordAsync(file, cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // Somebody brought the same file in the same moment; the second look finds theirs.
            await RecordAsync(file, cancellationToken);
        }

        return file;
    }

    /// <summary>The name without the folders that some browsers send.</summary>
    internal static string BareName(string fileName) => Path.GetFileName(fileName.Replace('\\', '/')).Trim();

    private async Task RecordAsync(EvidenceRef file, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.EvidenceKeepings.AnyAsync(k => k.Sha256 == file.Sha256 && k.KeptBy == user.Actor, cancellationToken)) return;

        var now = clock.GetUtcNow();
        if (!await db.EvidenceFiles.AnyAsync(f => f.Sha256 == file.Sha256, cancellationToken))
        {
            var stored = new EvidenceFile(file.Sha256, file.FileName, file.ContentType, file.Bytes);
            stored.Stored(user.Actor, now);
            db.EvidenceFiles.Add(stored);
        }

        db.EvidenceKeepings.Add(new EvidenceKeeping(file.Sha256, user.Actor, file.FileName, now));
        db.Record(user.Actor, "evidence.kept", $"evidence:{file.Sha256}", new { contentType = file.ContentType, bytes = file.Bytes });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<Result<byte[]>> ReadAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (memory.Length + read > limit) return EvidenceErrors.TooLarge(limit);
            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return memory.ToArray();
    }
}
