using System.Linq.Expressions;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Narrows queries to the part of the organisation that a request may touch.</summary>
internal static class ScopeQueries
{
    public static IQueryable<Unit> Within(this IQueryable<Unit> units, UnitScope scope) => units.Where(Any(scope, Inside));

    /// <summary>The units of a scope and all units above them.</summary>
    public static IQueryable<Unit> Concerning(this IQueryable<Unit> units, UnitScope scope) => units.Where(Any(scope, Around));

    public static IQueryable<Person> Within(this IQueryable<Person> people, IQueryable<Unit> units, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return people;

        var covered = units.Within(scope).Select(u => u.Id);
        return people.Where(p => covered.Contains(p.UnitId));
    }

    private static Expression<Func<Unit, bool>> Any(UnitScope scope, Func<UnitRange, Expression<Func<Unit, bool>>> one)
    {
        var unit = Expression.Parameter(typeof(Unit), "unit");
        var body = scope.Ranges.Select(one).Select(test => new Rename(test.Parameters[0], unit).Visit(test.Body)).Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return Expression.Lambda<Func<Unit, bool>>(body, unit);
    }

    // The bounds are captured, not constants, so that every scope of the same size shares one compiled query.
    private static Expression<Func<Unit, bool>> Inside(UnitRange range)
    {
        var (from, to) = (range.Left, range.Right);
        return unit => unit.Left >= from && unit.Left <= to;
    }

    private static Expression<Func<Unit, bool>> Around(UnitRange range)
    {
        var (from, to) = (range.Left, range.Right);
        return unit => (unit.Left >= from && unit.Left <= to) || (unit.Left <= from && unit.Right >= to);
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
