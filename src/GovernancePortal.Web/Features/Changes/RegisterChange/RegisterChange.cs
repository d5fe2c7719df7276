using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.RegisterChange;

/// <summary>Registers a change at one commit, once, and says at once what the gate answers.</summary>
/// <param name="Author">Login at the provider, e-mail or employee number; for an agent's change of whoever runs it.</param>
/// <param name="Provider">Whose logins the author's is one of; <c>github</c> unless given.</param>
/// <param name="Agent">Name in the register of the agent that wrote it.</param>
/// <param name="AiInvolvement">Null when nobody declared anything.</param>
/// <param name="InvolvementNote">The words by which it is known, such as the trailer.</param>
/// <param name="Message">The commit message; its trailers are read.</param>
/// <param name="Systems">What it touches; when empty, the systems of the repository.</param>
/// <param name="PushedAt">When this commit became the head; without it the first time it is told counts.</param>
[Requires(Policies.SendChanges)]
public sealed record RegisterChangeCommand(
    string Repository,
    int Number,
    string Commit,
    string? Title = null,
    string? Url = null,
    string? Author = null,
    string? Provider = null,
    string? Agent = null,
    AiInvolvement? AiInvolvement = null,
    InvolvementSource? InvolvementSource = null,
    string? InvolvementNote = null,
    string? Message = null,
    IReadOnlyList<string>? Systems = null,
    IReadOnlyList<string>? Paths = null,
    ChangeState? State = null,
    DateTimeOffset? PushedAt = null,
    DateTimeOffset? ReleasedAt = null) : IRequest<Result<GateAnswer>>;

internal sealed class RegisterChangeValidator : AbstractValidator<RegisterChangeCommand>
{
    public RegisterChangeValidator(TimeProvider clock)
    {
        RuleFor(c => c.Repository).NotEmpty().WithMessage("State the repository, such as larkfield/checkout-api.").MaximumLength(ProposedChange.RepositoryMaxLength);
        RuleFor(c => c.Number).GreaterThan(0).WithMessage("State the number of the pull request.");
        RuleFor(c => c.Commit).Matches("^[0-9a-fA-F]{7,64}$").WithMessage("State the commit as 7 to 64 hexadecimal digits.");
        RuleFor(c => c.Title).MaximumLength(ProposedChange.TitleMaxLength);
        RuleFor(c => c.Url).MaximumLength(ProposedChange.UrlMaxLength).Must(IsWeb).WithMessage("State an address that begins with https:// or http://.");
        RuleFor(c => c.Author).MaximumLength(ProposedChange.AuthorMaxLength);
        RuleFor(c => c.Provider).MaximumLength(UsageTools.ToolMaxLength);
        RuleFor(c => c.Agent).MaximumLength(ProposedChange.AgentMaxLength);
        RuleFor(c => c.AiInvolvement).IsInEnum();
        RuleFor(c => c.InvolvementSource).IsInEnum();
        RuleFor(c => c.State).IsInEnum();
        RuleFor(c => c.Systems).Must(s => s is null || s.Count <= ProposedChange.MostSystems).WithMessage($"Name at most {ProposedChange.MostSystems} systems.");
        RuleForEach(c => c.Systems).MaximumLength(CodeSystem.NameMaxLength);
        RuleFor(c => c.Paths).Must(p => p is null || p.Count <= 10_000).WithMessage("Name at most 10,000 paths.");
        RuleFor(c => c.PushedAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(10)).WithMessage("A push cannot lie in the future.");
        RuleFor(c => c.ReleasedAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(10)).WithMessage("A release cannot lie in the future.");
    }

    private static bool IsWeb(string? url) => string.IsNullOrEmpty(url) || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http");
}

internal sealed class RegisterChangeHandler(IDbContextFactory<PortalDbContext> contexts, ChangeTeller teller, CurrentUser user, TimeProvider clock) : IRequestHandler<RegisterChangeCommand, Result<GateAnswer>>
{
    public async Task<Result<GateAnswer>> Handle(RegisterChangeCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var keyId = new Domain.Access.ApiKeyId(user.ApiKeyId ?? Guid.Empty);
        var elsewhere = await db.ApiKeys.Where(k => k.Id == keyId).Select(k => k.UnitId).SingleAsync(cancellationToken);
        var told = await teller.TellAsync(ReportOf(request), request.PushedAt is not null, elsewhere, user.ScopeOf(Policies.SendChanges), cancellationToken);
        return told.IsSuccess ? GateAnswer.Of(told.Value) : told.Error!;
    }

    private ChangeReport ReportOf(RegisterChangeCommand said)
    {
        var trailer = AiTrailers.Read(said.Message);
        var declared = said.AiInvolvement ?? AiInvolvement.NotDeclared;
        var byTrailer = trailer.Involvement > declared;
        return new(said.Repository, said.Number, said.Commit, said.PushedAt ?? clock.GetUtcNow())
        {
            Provider = UsageTools.ToolForm(said.Provider ?? UsageTools.GitHub),
            Title = said.Title?.Trim() ?? "",
            Url = said.Url?.Trim() ?? "",
            Author = said.Author ?? "",
            Agent = said.Agent ?? "",
            Involvement = byTrailer ? trailer.Involvement : declared,
            InvolvementSource = byTrailer ? InvolvementSource.Trailer : declared == AiInvolvement.NotDeclared ? InvolvementSource.Nobody : said.InvolvementSource ?? InvolvementSource.Form,
            InvolvementNote = byTrailer ? trailer.Line : said.InvolvementNote?.Trim() ?? "",
            Systems = said.Systems ?? [],
            Paths = said.Paths ?? [],
            State = said.State ?? (said.ReleasedAt is null ? ChangeState.Open : ChangeState.Merged),
            ReleasedAt = said.ReleasedAt,
        };
    }
}
