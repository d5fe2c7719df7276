using FluentValidation;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>A request that names the day of a pack.</summary>
internal interface IPackRequest
{
    DateOnly? On { get; }
}

internal abstract class PackDayValidator<T> : AbstractValidator<T>
    where T : IPackRequest
{
    protected PackDayValidator(TimeProvider clock)
    {
        RuleFor(r => r.On).LessThanOrEqualTo(clock.Today()).WithMessage("This day has not come yet. Choose today or a day before it.");
        RuleFor(r => r.On).GreaterThanOrEqualTo(PackDay.Earliest).WithMessage($"Choose a day since {PackDay.Earliest.Year}.");
    }
}
