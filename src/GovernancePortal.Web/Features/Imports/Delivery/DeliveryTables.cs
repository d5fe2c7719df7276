using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Delivery;

/// <summary>Where the rows of each kind of delivery file go.</summary>
internal static class DeliveryTables
{
    private static readonly BulkColumn Key = new("Key", BulkType.Text, DeliveryDeployment.KeyMaxLength);
    private static readonly BulkColumn Scope = new("Scope", BulkType.Text, DeliveryDeployment.KeyMaxLength);
    private static readonly BulkColumn ScopeKind = new("ScopeKind", BulkType.Text, DeliveryDeployment.WordMaxLength);

    public static UpsertTable Deployments { get; } =
        new(
            "DeliveryDeployments",
            [Key],
            [
                new("Deployment", BulkType.Text, DeliveryDeployment.KeyMaxLength),
                Scope,
                new("Environment", BulkType.Text, DeliveryDeployment.WordMaxLength),
                new("Outcome", BulkType.Text, DeliveryDeployment.WordMaxLength),
                new("FinishedAt", BulkType.Time),
            ]
        );

    public static UpsertTable Incidents { get; } = new("DeliveryIncidents", [Key], [ScopeKind, Scope, new("BeganAt", BulkType.Time)]);

    public static UpsertTable Scopes { get; } = new("DeliveryScopes", [ScopeKind, Scope, new("Project", BulkType.Text, DeliveryScope.ProjectMaxLength)], []);

    public static UpsertTable Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.Deployments => Deployments,
            ImportKind.DeliveryIncidents => Incidents,
            _ => Scopes,
        };

    /// <summary>
    /// Puts every incident down to the last commit row that had gone into production successfully, in a scope of the same project, before the incident began.
    /// All are worked out anew, because a later file can bring what an earlier one lacked.
    /// </summary>
    public static IReadOnlyList<string> Relink { get; } =
        [
            "DELETE FROM [DeliveryLinks]",
            $"""
            INSERT INTO [DeliveryLinks] ([IncidentId], [Project], [Deployment])
            SELECT x.[IncidentId], x.[Project], x.[Deployment] FROM (
              SELECT i.[Id] AS [IncidentId], o.[Project] AS [Project], d.[Deployment] AS [Deployment],
                ROW_NUMBER() OVER (PARTITION BY i.[Id], o.[Project] ORDER BY d.[FinishedAt] DESC, d.[Id] DESC) AS [Place]
              FROM [DeliveryIncidents] AS i
              JOIN [DeliveryScopes] AS o ON o.[ScopeKind] = i.[ScopeKind] AND o.[Scope] = i.[Scope]
              JOIN [DeliveryScopes] AS s ON s.[Project] = o.[Project] AND s.[ScopeKind] = '{DeliveryScope.Deployments}'
              JOIN [DeliveryDeployments] AS d ON d.[Scope] = s.[Scope] AND d.[Environment] = '{DeliveryDeployment.Production}'
                AND d.[Outcome] = '{DeliveryDeployment.Success}' AND d.[FinishedAt] < i.[BeganAt]) AS x
            WHERE x.[Place] = 1
            """,
        ];
}
