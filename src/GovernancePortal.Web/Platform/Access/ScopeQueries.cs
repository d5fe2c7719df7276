using System.Linq.Expressions;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Narrows queries to the part of the organisation that a request may touch.</summary>
internal static class ScopeQueries
{
    public static IQueryable<Unit> Within(this IQueryable<Unit> units, UnitScope scope) => units.Where(Inside(scope));

    public static IQueryable<Person> Within(this IQueryable<Person> people, IQueryable<Unit> units, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return people;

        var covered = units.Within(scope).Select(u => u.Id);
        return people.Where(p => covered.Contains(p.UnitId));
    }

    private static Expression<Func<Unit, bool>> Inside(UnitScope scope)
    {
        var unit = Expression.Parameter(typeof(Unit), "unit");
        var body = scope.Ranges.Select(range => Inside(range, unit)).Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return Expression.Lambda<Func<Unit, bool>>(body, unit);
    }

    // The bounds are captured, not constants, so that every scope of the same size shares one compiled query.
    private static Expression Inside(UnitRange range, ParameterExpression unit)
    {
        var (from, to) = (range.Left, range.Right);
        Expression<Func<Unit, bool>> inside = u => u.Left >= from && u.Left <= to;
        return new Rename(inside.Parameters[0], unit).Visit(inside.Body);
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
