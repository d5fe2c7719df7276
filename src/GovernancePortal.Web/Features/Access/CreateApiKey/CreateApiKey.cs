using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.CreateApiKey;

/// <summary>Makes an API key. The answer is the key itself, which is shown once and kept only as a hash.</summary>
/// <param name="Name">What the key is for.</param>
/// <param name="Scopes">Names from <see cref="ApiScopes"/>.</param>
/// <param name="UnitId">The key reaches this unit and everything below it.</param>
/// <param name="Days">How long it works.</param>
[Requires(Policies.ManageApiKeys)]
public sealed record CreateApiKeyCommand(string Name, IReadOnlyList<string> Scopes, UnitId UnitId, int Days) : IRequest<Result<string>>, IUnitRequest
{
    public const int MaxDays = 366;
}

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKeyCommand>
{
    public CreateApiKeyValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Say what the key is for.");
        RuleFor(c => c.Name).MaximumLength(ApiKey.NameMaxLength).WithMessage("A name has at most 120 characters.");
        RuleFor(c => c.Scopes).NotEmpty().WithMessage("Choose what the key may do.");
        RuleFor(c => c.Scopes).Must(s => s.All(ApiScopes.All.ContainsKey)).WithMessage("Choose from the scopes of the list.");
        RuleFor(c => c.Days).InclusiveBetween(1, CreateApiKeyCommand.MaxDays).WithMessage("A key works for 1 to 366 days.");
    }
}

internal sealed class CreateApiKeyHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<CreateApiKeyCommand, Result<string>>
{
    public async Task<Result<string>> Handle(CreateApiKeyCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();

        var secret = ApiKey.Generate();
        var key = new ApiKey(request.Name.Trim(), secret, request.Scopes.Distinct(StringComparer.Ordinal), request.UnitId, now, now.AddDays(request.Days));
        db.ApiKeys.Add(key);
        db.Record(user.Actor, "apikey.created", $"key:{key.Id.Value}", new { scopes = key.Scopes, unit = request.UnitId.Value, expires = key.ExpiresAt });
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }
}
