using FluentValidation;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>Says whose a login is; its days of use, past ones too, count for that person from now on.</summary>
[Requires(Policies.ImportUsage)]
public sealed record LinkLoginCommand(string Provider, string Login, PersonId PersonId, LoginSeen Seen) : IRequest<Result>, IWholeOrganisationRequest;

/// <summary>Says that nobody of the roster is behind a login.</summary>
[Requires(Policies.ImportUsage)]
public sealed record SetLoginAsideCommand(string Provider, string Login, NobodyReason Reason, LoginSeen Seen) : IRequest<Result>, IWholeOrganisationRequest;

/// <summary>Takes a decision back: the login waits again.</summary>
[Requires(Policies.ImportUsage)]
public sealed record ReopenLoginCommand(string Provider, string Login, LoginSeen Seen) : IRequest<Result>, IWholeOrganisationRequest;

internal sealed class SetLoginAsideValidator : AbstractValidator<SetLoginAsideCommand>
{
    public SetLoginAsideValidator() => RuleFor(c => c.Reason).IsInEnum().WithMessage("Say why nobody is behind this login.");
}

internal sealed class LinkLoginHandler(LoginDesk desk) : IRequestHandler<LinkLoginCommand, Result>
{
    public Task<Result> Handle(LinkLoginCommand request, CancellationToken cancellationToken) =>
        desk.DecideAsync((request.Provider, request.Login), new LoginSeen(LoginStanding.Linked, request.PersonId), request.Seen, cancellationToken);
}

internal sealed class SetLoginAsideHandler(LoginDesk desk) : IRequestHandler<SetLoginAsideCommand, Result>
{
    public Task<Result> Handle(SetLoginAsideCommand request, CancellationToken cancellationToken) =>
        desk.DecideAsync((request.Provider, request.Login), new LoginSeen(LoginStanding.Nobody, Reason: request.Reason), request.Seen, cancellationToken);
}

internal sealed class ReopenLoginHandler(LoginDesk desk) : IRequestHandler<ReopenLoginCommand, Result>
{
    public Task<Result> Handle(ReopenLoginCommand request, CancellationToken cancellationToken) =>
        desk.DecideAsync((request.Provider, request.Login), new LoginSeen(LoginStanding.Waiting), request.Seen, cancellationToken);
}
