namespace GovernancePortal.Domain.Scenarios;

/// <summary>One month of one policy. People are full-time positions, money is in the scenario's currency.</summary>
public record struct ScenarioMonth
{
    public int Month { get; internal set; }

    /// <summary>Share of people who use AI in daily work.</summary>
    public double Adoption { get; internal set; }

    /// <summary>Work asked for; one unit is what an average person delivers today.</summary>
    public double Demand { get; internal set; }

    public double Core { get; internal set; }

    public double NewRole { get; internal set; }

    public double OnNotice { get; internal set; }

    public double InTraining { get; internal set; }

    public double Vacancies { get; internal set; }

    /// <summary>Work that could be delivered.</summary>
    public double Capacity { get; internal set; }

    /// <summary>Work delivered that is worth something: up to what is asked for in full, beyond it in part.</summary>
    public double Delivered { get; internal set; }

    /// <summary>Share of capacity spent on what was delivered before.</summary>
    public double ReworkShare { get; internal set; }

    /// <summary>People in new roles, those who still find their feet counted in part.</summary>
    public double NewRoleEffective { get; internal set; }

    /// <summary>Of them, those whom the controls do not need.</summary>
    public double NewRoleIdle { get; internal set; }

    public double VetCoverage { get; internal set; }

    public double GuardrailCoverage { get; internal set; }

    public double KbFreshness { get; internal set; }

    /// <summary>Institutional knowledge that is missing, as a share.</summary>
    public double KnowledgeLost { get; internal set; }

    /// <summary>Severe incidents expected.</summary>
    public double Incidents { get; internal set; }

    public double IncidentHours { get; internal set; }

    public double Contribution { get; internal set; }

    public double Payroll { get; internal set; }

    public double Tools { get; internal set; }

    public double Hiring { get; internal set; }

    public double Severance { get; internal set; }

    public double Training { get; internal set; }

    public double External { get; internal set; }

    public double IncidentCost { get; internal set; }

    public double Net { get; internal set; }

    public double CumulativeDiscounted { get; internal set; }

    /// <summary>Null when nobody is left.</summary>
    public double? RevenuePerEmployee { get; internal set; }

    /// <summary>By how much longer an incident lasts because knowledge is missing.</summary>
    internal double IncidentMultiplier { get; set; }

    /// <summary>Cash but for incidents.</summary>
    internal double NetBeforeIncidents { get; set; }

    internal double Discount { get; set; }

    public readonly double Headcount => Core + NewRole + OnNotice + InTraining;
}
