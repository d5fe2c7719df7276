using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovernancePortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CommitNotes",
                columns: table => new
                {
                    Repository = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Commit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Involvement = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DeployedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitNotes", x => new { x.Repository, x.Commit });
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryDeployments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Deployment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Environment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryDeployments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryIncidents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BeganAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryIncidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryScopes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Project = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationSignals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationSignals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceFiles",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StoredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceFiles", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "HostAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Repository = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Commit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Environment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Installation = table.Column<long>(type: "INTEGER", nullable: false),
                    CheckRun = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ToldVerdict = table.Column<int>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CommitsReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HostAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HostReviews",
                columns: table => new
                {
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    Repository = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Commit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HostReviews", x => x.ReviewId);
                });

            migrationBuilder.CreateTable(
                name: "ImportMappings",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    HeaderFingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportMappings", x => new { x.Kind, x.HeaderFingerprint });
                });

            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    FileSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobLeases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobLeases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LedgerCheckpoints",
                columns: table => new
                {
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerCheckpoints", x => x.Size);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    LeafHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "LedgerHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Frontier = table.Column<byte[]>(type: "BLOB", maxLength: 2048, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerNodes",
                columns: table => new
                {
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerNodes", x => new { x.Level, x.Index });
                });

            migrationBuilder.CreateTable(
                name: "LicenceSeats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Tool = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LastActivityAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LicenceSeats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NobodysLogins",
                columns: table => new
                {
                    Provider = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NobodysLogins", x => new { x.Provider, x.Login });
                });

            migrationBuilder.CreateTable(
                name: "NoticeMails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IsDigest = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Fault = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoticeRuns",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeRuns", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "RiskRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    System = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PathPattern = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Criticality = table.Column<int>(type: "INTEGER", nullable: true),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoleProfiles",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    SkillsJson = table.Column<string>(type: "TEXT", nullable: false),
                    KnowledgeJson = table.Column<string>(type: "TEXT", nullable: false),
                    MinKnowledge = table.Column<double>(type: "REAL", nullable: false),
                    MaxTrainingMonths = table.Column<double>(type: "REAL", nullable: false),
                    LocationsJson = table.Column<string>(type: "TEXT", nullable: false),
                    PayProtectedMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RetireReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleProfiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SystemRepositories",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Repository = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SystemRepositories", x => new { x.Repository, x.System });
                });

            migrationBuilder.CreateTable(
                name: "TeamMemberships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Login = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMemberships", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Units",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ParentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 850, nullable: false),
                    Left = table.Column<int>(type: "INTEGER", nullable: false),
                    Right = table.Column<int>(type: "INTEGER", nullable: false),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false),
                    DirectHeadcount = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalHeadcount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Units_Units_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UsageCountDays",
                columns: table => new
                {
                    Tool = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Interactions = table.Column<int>(type: "INTEGER", nullable: true),
                    Generations = table.Column<int>(type: "INTEGER", nullable: true),
                    Acceptances = table.Column<int>(type: "INTEGER", nullable: true),
                    LinesAdded = table.Column<int>(type: "INTEGER", nullable: true),
                    LinesDeleted = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageCountDays", x => new { x.Tool, x.Login, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "UsageReportDays",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Tool = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DailyActiveUsers = table.Column<int>(type: "INTEGER", nullable: true),
                    WeeklyActiveUsers = table.Column<int>(type: "INTEGER", nullable: true),
                    MonthlyActiveUsers = table.Column<int>(type: "INTEGER", nullable: true),
                    Interactions = table.Column<int>(type: "INTEGER", nullable: true),
                    Generations = table.Column<int>(type: "INTEGER", nullable: true),
                    Acceptances = table.Column<int>(type: "INTEGER", nullable: true),
                    LinesAdded = table.Column<int>(type: "INTEGER", nullable: true),
                    LinesDeleted = table.Column<int>(type: "INTEGER", nullable: true),
                    LinesSuggested = table.Column<int>(type: "INTEGER", nullable: true),
                    PullRequestsCreated = table.Column<int>(type: "INTEGER", nullable: true),
                    PullRequestsMerged = table.Column<int>(type: "INTEGER", nullable: true),
                    PullRequestsCreatedByCopilot = table.Column<int>(type: "INTEGER", nullable: true),
                    MedianMinutesToMerge = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageReportDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    DeliveryId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.DeliveryId);
                });

            migrationBuilder.CreateTable(
                name: "WebhookRefusals",
                columns: table => new
                {
                    Hour = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookRefusals", x => new { x.Hour, x.Reason });
                });

            migrationBuilder.CreateTable(
                name: "DeliveryLinks",
                columns: table => new
                {
                    IncidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Deployment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryLinks", x => new { x.IncidentId, x.Project });
                    table.ForeignKey(
                        name: "FK_DeliveryLinks_DeliveryIncidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "DeliveryIncidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceKeepings",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    KeptBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceKeepings", x => new { x.Sha256, x.KeptBy });
                    table.ForeignKey(
                        name: "FK_EvidenceKeepings_EvidenceFiles_Sha256",
                        column: x => x.Sha256,
                        principalTable: "EvidenceFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecipientId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Lacking = table.Column<int>(type: "INTEGER", nullable: false),
                    Expiring = table.Column<int>(type: "INTEGER", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MailWanted = table.Column<bool>(type: "INTEGER", nullable: false),
                    MailId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_NoticeMails_MailId",
                        column: x => x.MailId,
                        principalTable: "NoticeMails",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AdoptionTargets",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Scope = table.Column<byte[]>(type: "BLOB", nullable: true),
                    BaselineValue = table.Column<double>(type: "REAL", nullable: true),
                    TargetValue = table.Column<double>(type: "REAL", nullable: true),
                    Direction = table.Column<int>(type: "INTEGER", nullable: false),
                    StartDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OutcomeMetric = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OutcomeBaseline = table.Column<double>(type: "REAL", nullable: true),
                    OutcomeDirection = table.Column<int>(type: "INTEGER", nullable: false),
                    AchieveAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    MinPauseSteps = table.Column<int>(type: "INTEGER", nullable: false),
                    IncentiveLinkedToUsage = table.Column<bool>(type: "INTEGER", nullable: false),
                    Template = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, defaultValue: "engineering"),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StateSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstActiveAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PauseReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AcknowledgedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CorrectiveAction = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RejectionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AchievedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedSteps = table.Column<int>(type: "INTEGER", nullable: false),
                    StepsAtTarget = table.Column<int>(type: "INTEGER", nullable: false),
                    LastEvaluatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastMetric = table.Column<double>(type: "REAL", nullable: true),
                    LastOutcome = table.Column<double>(type: "REAL", nullable: true),
                    Readiness = table.Column<double>(type: "REAL", nullable: false),
                    Deputy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OwnerAcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeputyAcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdoptionTargets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdoptionTargets_Units_Scope",
                        column: x => x.Scope,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoverageDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Requirement = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Met = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoverageDays", x => new { x.Day, x.Requirement, x.UnitId });
                    table.ForeignKey(
                        name: "FK_CoverageDays_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryProjectUnits",
                columns: table => new
                {
                    Project = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryProjectUnits", x => x.Project);
                    table.ForeignKey(
                        name: "FK_DeliveryProjectUnits_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DisplacementCases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Law = table.Column<int>(type: "INTEGER", nullable: false),
                    EmployerStaff = table.Column<int>(type: "INTEGER", nullable: true),
                    SiteStaff = table.Column<int>(type: "INTEGER", nullable: true),
                    SiteLosses = table.Column<int>(type: "INTEGER", nullable: true),
                    SiteCloses = table.Column<bool>(type: "INTEGER", nullable: false),
                    NoticeMonths = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    ConsultationDays = table.Column<int>(type: "INTEGER", nullable: true),
                    NoticeConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    NoticeConfirmedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NoticeConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EraseReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PositionCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Seal = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisplacementCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisplacementCases_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrictionFigures",
                columns: table => new
                {
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    WrongAnswers = table.Column<int>(type: "INTEGER", nullable: true),
                    Reworks = table.Column<int>(type: "INTEGER", nullable: true),
                    ActiveUsers = table.Column<int>(type: "INTEGER", nullable: true),
                    Tools = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrictionFigures", x => new { x.Period, x.UnitId });
                    table.ForeignKey(
                        name: "FK_FrictionFigures_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrictionTexts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrictionTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrictionTexts_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuardrailReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Sample = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardrailReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuardrailReadings_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoAgentsStatements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoAgentsStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoAgentsStatements_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeReadings_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchLastName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ManagerId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkRole = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IsContractor = table.Column<bool>(type: "INTEGER", nullable: false),
                    Location = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    OverseesAi = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    StartDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnnualLoadedCost = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.ForeignKey(
                        name: "FK_People_People_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_People_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleSeats",
                columns: table => new
                {
                    RoleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Approved = table.Column<int>(type: "INTEGER", nullable: true),
                    Argument = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleSeats", x => new { x.RoleId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_RoleSeats_RoleProfiles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "RoleProfiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleSeats_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Scenarios",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    InputJson = table.Column<string>(type: "TEXT", nullable: false),
                    ReasonsJson = table.Column<string>(type: "TEXT", nullable: false),
                    LastRun = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scenarios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Scenarios_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignOffPolicies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Approvals = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorsUpTo = table.Column<int>(type: "INTEGER", nullable: false),
                    ApproverFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsLiteracy = table.Column<bool>(type: "INTEGER", nullable: false),
                    MostPerWeek = table.Column<int>(type: "INTEGER", nullable: false),
                    PromiseHours = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignOffPolicies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignOffPolicies_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitUses",
                columns: table => new
                {
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Basis = table.Column<long>(type: "INTEGER", nullable: false),
                    Active = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitUses", x => x.UnitId);
                    table.ForeignKey(
                        name: "FK_UnitUses_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Guardrails",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TargetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Direction = table.Column<int>(type: "INTEGER", nullable: false),
                    Enter = table.Column<double>(type: "REAL", nullable: false),
                    Exit = table.Column<double>(type: "REAL", nullable: false),
                    BreachAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    ClearAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    Weight = table.Column<double>(type: "REAL", nullable: false),
                    MinSample = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxAgeDays = table.Column<double>(type: "REAL", nullable: true),
                    Passes = table.Column<int>(type: "INTEGER", nullable: false),
                    Fails = table.Column<int>(type: "INTEGER", nullable: false),
                    Holds = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastValue = table.Column<double>(type: "REAL", nullable: true),
                    LastSample = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAgeDays = table.Column<double>(type: "REAL", nullable: true),
                    LastStatus = table.Column<int>(type: "INTEGER", nullable: false),
                    WaivedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guardrails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Guardrails_AdoptionTargets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "AdoptionTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TargetEvaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TargetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EvaluatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Metric = table.Column<double>(type: "REAL", nullable: true),
                    MetricSample = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<double>(type: "REAL", nullable: true),
                    Before = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<int>(type: "INTEGER", nullable: false),
                    Transition = table.Column<string>(type: "TEXT", nullable: true),
                    Readiness = table.Column<double>(type: "REAL", nullable: false),
                    Offered = table.Column<long>(type: "INTEGER", nullable: true),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: true),
                    Activity = table.Column<int>(type: "INTEGER", nullable: true),
                    ActivityWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Findings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetEvaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TargetEvaluations_AdoptionTargets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "AdoptionTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Waivers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GuardrailKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AskedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OfficerBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OfficerAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExecutiveBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ExecutiveAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Waivers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Waivers_AdoptionTargets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "AdoptionTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseReaders",
                columns: table => new
                {
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseReaders", x => new { x.CaseId, x.UserId });
                    table.ForeignKey(
                        name: "FK_CaseReaders_DisplacementCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "DisplacementCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AiTools",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Vendor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Release = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Risk = table.Column<int>(type: "INTEGER", nullable: false),
                    Autonomy = table.Column<int>(type: "INTEGER", nullable: false),
                    Systems = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProductionAccess = table.Column<bool>(type: "INTEGER", nullable: false),
                    Gate = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    GateHolder = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Deputy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OwnerAcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeputyAcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Data = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ApprovedFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewDue = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetireReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AiTools", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AiTools_People_Deputy",
                        column: x => x.Deputy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AiTools_People_GateHolder",
                        column: x => x.GateHolder,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AiTools_People_Owner",
                        column: x => x.Owner,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Courses",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CurrentVersion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ValidityMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Tools = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetireReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false, defaultValue: ""),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Courses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Courses_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DisplacedPositions",
                columns: table => new
                {
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Share = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MarkedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisplacedPositions", x => new { x.CaseId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_DisplacedPositions_DisplacementCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "DisplacementCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DisplacedPositions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    From = table.Column<byte[]>(type: "BLOB", nullable: false),
                    To = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handovers_DisplacementCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "DisplacementCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_People_From",
                        column: x => x.From,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_People_To",
                        column: x => x.To,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DetectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Systems = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CustomersAffected = table.Column<long>(type: "INTEGER", nullable: true),
                    Loss = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    LossNote = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReportedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AiInvolvement = table.Column<int>(type: "INTEGER", nullable: false),
                    Factors = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Incidents_People_ReportedBy",
                        column: x => x.ReportedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgePages",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 780, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Deputy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OwnerText = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Criticality = table.Column<int>(type: "INTEGER", nullable: false),
                    IsAgentReadable = table.Column<bool>(type: "INTEGER", nullable: false),
                    IntervalCount = table.Column<int>(type: "INTEGER", nullable: true),
                    IntervalUnit = table.Column<int>(type: "INTEGER", nullable: true),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerifiedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    VerifiedHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    QuarantinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    QuarantineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<byte[]>(type: "BLOB", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgePages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KnowledgePages_People_Deputy",
                        column: x => x.Deputy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KnowledgePages_People_Owner",
                        column: x => x.Owner,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KnowledgePages_People_VerifiedBy",
                        column: x => x.VerifiedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KnowledgePages_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonCoverages",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    CoveredUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChangesOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonCoverages", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_PersonCoverages_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonLogins",
                columns: table => new
                {
                    Provider = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLogins", x => new { x.Provider, x.Login });
                    table.ForeignKey(
                        name: "FK_PersonLogins_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonSkills",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonSkills", x => new { x.PersonId, x.Name });
                    table.ForeignKey(
                        name: "FK_PersonSkills_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonSystems",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonSystems", x => new { x.PersonId, x.Name });
                    table.ForeignKey(
                        name: "FK_PersonSystems_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RolePreferences",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RoleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    StatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RolePreferences", x => new { x.PersonId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_RolePreferences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RolePreferences_RoleProfiles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "RoleProfiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SkillLevels",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Skill = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<double>(type: "REAL", nullable: false),
                    StatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SkillLevels", x => new { x.PersonId, x.Skill, x.Source });
                    table.ForeignKey(
                        name: "FK_SkillLevels_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UsageMonths",
                columns: table => new
                {
                    Tool = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UsedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    UsedCount = table.Column<int>(type: "INTEGER", nullable: false, computedColumnSql: "((((([UsedDays] - (([UsedDays] / 2) & 1431655765)) & 858993459) + ((([UsedDays] - (([UsedDays] / 2) & 1431655765)) / 4) & 858993459)) + ((([UsedDays] - (([UsedDays] / 2) & 1431655765)) & 858993459) + ((([UsedDays] - (([UsedDays] / 2) & 1431655765)) / 4) & 858993459)) / 16) & 252645135) % 255")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageMonths", x => new { x.Tool, x.Login, x.Month });
                    table.ForeignKey(
                        name: "FK_UsageMonths_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MailChoice = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Users_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "ReallocationPlans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ScenarioId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CheckedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StampJson = table.Column<string>(type: "TEXT", nullable: true),
                    StampHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ChecksJson = table.Column<string>(type: "TEXT", nullable: false),
                    DifferenceJson = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ForecastJson = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReallocationPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReallocationPlans_DisplacementCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "DisplacementCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReallocationPlans_Scenarios_ScenarioId",
                        column: x => x.ScenarioId,
                        principalTable: "Scenarios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReallocationPlans_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScenarioRuns",
                columns: table => new
                {
                    ScenarioId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    InputJson = table.Column<string>(type: "TEXT", nullable: false),
                    ReasonsJson = table.Column<string>(type: "TEXT", nullable: false),
                    ModelVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Draws = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<ulong>(type: "INTEGER", nullable: false),
                    RanAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RanBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    RanByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ReportJson = table.Column<string>(type: "TEXT", nullable: false),
                    Best = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Positions = table.Column<double>(type: "REAL", nullable: false),
                    Displaced = table.Column<double>(type: "REAL", nullable: false),
                    IsFew = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScenarioRuns", x => new { x.ScenarioId, x.Number });
                    table.ForeignKey(
                        name: "FK_ScenarioRuns_Scenarios_ScenarioId",
                        column: x => x.ScenarioId,
                        principalTable: "Scenarios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AiToolUnits",
                columns: table => new
                {
                    ToolId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AiToolUnits", x => new { x.ToolId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_AiToolUnits_AiTools_ToolId",
                        column: x => x.ToolId,
                        principalTable: "AiTools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AiToolUnits_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrictionReports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ToolId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrictionReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrictionReports_AiTools_ToolId",
                        column: x => x.ToolId,
                        principalTable: "AiTools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FrictionReports_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposedChanges",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Repository = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Commit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AuthorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AuthorLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    AgentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AgentOwner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Involvement = table.Column<int>(type: "INTEGER", nullable: false),
                    InvolvementSource = table.Column<int>(type: "INTEGER", nullable: false),
                    InvolvementNote = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CommitInvolvement = table.Column<int>(type: "INTEGER", nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CurrentKey = table.Column<string>(type: "TEXT", maxLength: 212, nullable: true),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedBySeniorAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PassedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Queue = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Systems = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    UnknownSystems = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    BeyondAgent = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Paths = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposedChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProposedChanges_AiTools_AgentId",
                        column: x => x.AgentId,
                        principalTable: "AiTools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposedChanges_People_AgentOwner",
                        column: x => x.AgentOwner,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposedChanges_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposedChanges_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CodeSystems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Criticality = table.Column<int>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeSystems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CodeSystems_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CodeSystems_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CourseVersions",
                columns: table => new
                {
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TaughtFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Teaches = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 800, nullable: true),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DurationMinutes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseVersions", x => new { x.CourseId, x.Label });
                    table.ForeignKey(
                        name: "FK_CourseVersions_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LiteracyRequirements",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MinimumVersion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ValidityMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    JoinerGraceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkRole = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Levels = table.Column<int>(type: "INTEGER", nullable: false),
                    IsContractor = table.Column<bool>(type: "INTEGER", nullable: true),
                    Tool = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Oversees = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CompletedSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Cause = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Replaces = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetireReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false, defaultValue: ""),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiteracyRequirements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LiteracyRequirements_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LiteracyRequirements_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingSessions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Instructor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EvidenceSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LoggedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LoggedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LoggedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingSessions_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingSessions_EvidenceFiles_EvidenceSha256",
                        column: x => x.EvidenceSha256,
                        principalTable: "EvidenceFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "XapiStatements",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Verb = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Registration = table.Column<byte[]>(type: "BLOB", nullable: true),
                    IsCmi5 = table.Column<bool>(type: "INTEGER", nullable: false),
                    Voids = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    OutcomeText = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_XapiStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_XapiStatements_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_XapiStatements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentActions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IncidentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Owner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DropReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentActions_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentActions_People_Owner",
                        column: x => x.Owner,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentAttributions",
                columns: table => new
                {
                    IncidentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Involvement = table.Column<int>(type: "INTEGER", nullable: false),
                    ButFor = table.Column<int>(type: "INTEGER", nullable: false),
                    ButForWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Factors = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    NeedsAgreement = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProposedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RefusalReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    InForceFrom = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StruckAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentAttributions", x => new { x.IncidentId, x.Number });
                    table.ForeignKey(
                        name: "FK_IncidentAttributions_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentCorrections",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IncidentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DetectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Systems = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CustomersAffected = table.Column<long>(type: "INTEGER", nullable: true),
                    Loss = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    LossNote = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentCorrections_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentEvents",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IncidentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AddedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StruckAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StruckBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StruckReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentEvents_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentLinks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IncidentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentLinks_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PageReads",
                columns: table => new
                {
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reader = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageReads", x => new { x.PageId, x.Day, x.Reader });
                    table.ForeignKey(
                        name: "FK_PageReads_KnowledgePages_PageId",
                        column: x => x.PageId,
                        principalTable: "KnowledgePages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WrongAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Reporter = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WrongAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WrongAnswers_KnowledgePages_PageId",
                        column: x => x.PageId,
                        principalTable: "KnowledgePages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoleAssignments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AssignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_UserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_UserPasskeys_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlannedMoves",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PlanId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpenPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RoleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SeatUnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Score = table.Column<double>(type: "REAL", nullable: false),
                    Cost = table.Column<int>(type: "INTEGER", nullable: false),
                    TrainingMonths = table.Column<double>(type: "REAL", nullable: false),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExplanationJson = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Decider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerWords = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TrainingFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TrainedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HandedOverOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeftReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedMoves_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedMoves_ReallocationPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "ReallocationPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlannedMoves_RoleProfiles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "RoleProfiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedMoves_Units_SeatUnitId",
                        column: x => x.SeatUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanPairs",
                columns: table => new
                {
                    PlanId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RoleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanPairs", x => new { x.PlanId, x.PersonId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_PlanPairs_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanPairs_ReallocationPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "ReallocationPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlanPairs_RoleProfiles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "RoleProfiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PushPullEntries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PlanId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Positions = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Forecast = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushPullEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PushPullEntries_ReallocationPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "ReallocationPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PushPullEntries_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignOffs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Finding = table.Column<int>(type: "INTEGER", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignOffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignOffs_People_By",
                        column: x => x.By,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SignOffs_ProposedChanges_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "ProposedChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Completions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 2),
                    Score = table.Column<decimal>(type: "TEXT", precision: 7, scale: 6, nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SessionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EvidenceSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DurationMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false, defaultValue: ""),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VoidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    VoidReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Corrects = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Completions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Completions_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_EvidenceFiles_EvidenceSha256",
                        column: x => x.EvidenceSha256,
                        principalTable: "EvidenceFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_ImportRuns_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_TrainingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TrainingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MoveReviews",
                columns: table => new
                {
                    MoveId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    Finding = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoveReviews", x => new { x.MoveId, x.Months });
                    table.ForeignKey(
                        name: "FK_MoveReviews_PlannedMoves_MoveId",
                        column: x => x.MoveId,
                        principalTable: "PlannedMoves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "LedgerHead",
                columns: new[] { "Id", "Frontier", "Size" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 }, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_AdoptionTargets_Scope",
                table: "AdoptionTargets",
                column: "Scope");

            migrationBuilder.CreateIndex(
                name: "IX_AdoptionTargets_State_LastEvaluatedOn",
                table: "AdoptionTargets",
                columns: new[] { "State", "LastEvaluatedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AiTools_Deputy",
                table: "AiTools",
                column: "Deputy");

            migrationBuilder.CreateIndex(
                name: "IX_AiTools_GateHolder",
                table: "AiTools",
                column: "GateHolder");

            migrationBuilder.CreateIndex(
                name: "IX_AiTools_Name_Id",
                table: "AiTools",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AiTools_Owner",
                table: "AiTools",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_AiToolUnits_UnitId",
                table: "AiToolUnits",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_UnitId",
                table: "ApiKeys",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_CodeSystems_CourseId",
                table: "CodeSystems",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_CodeSystems_Name",
                table: "CodeSystems",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CodeSystems_UnitId",
                table: "CodeSystems",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_CourseId_PersonId_CompletedOn_ValidUntil_CourseVersion",
                table: "Completions",
                columns: new[] { "CourseId", "PersonId", "CompletedOn", "ValidUntil", "CourseVersion" },
                filter: "[Status] = 2 AND [Result] <> 2 AND [VoidedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_EvidenceSha256",
                table: "Completions",
                column: "EvidenceSha256",
                filter: "[EvidenceSha256] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_ImportId",
                table: "Completions",
                column: "ImportId",
                filter: "[ImportId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_PersonId",
                table: "Completions",
                column: "PersonId",
                filter: "[VoidedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_PersonId_CourseId_CourseVersion_CompletedOn_Result_ExternalId",
                table: "Completions",
                columns: new[] { "PersonId", "CourseId", "CourseVersion", "CompletedOn", "Result", "ExternalId" },
                unique: true,
                filter: "[VoidedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_SessionId",
                table: "Completions",
                column: "SessionId",
                filter: "[SessionId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_Status_PersonId",
                table: "Completions",
                columns: new[] { "Status", "PersonId" },
                filter: "[Status] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Courses_ActivityId",
                table: "Courses",
                column: "ActivityId",
                unique: true,
                filter: "[ActivityId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Courses_Code",
                table: "Courses",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Courses_OwnerId",
                table: "Courses",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CoverageDays_UnitId",
                table: "CoverageDays",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryDeployments_Key",
                table: "DeliveryDeployments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryDeployments_Scope_Environment_Outcome_FinishedAt",
                table: "DeliveryDeployments",
                columns: new[] { "Scope", "Environment", "Outcome", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryIncidents_BeganAt_Id",
                table: "DeliveryIncidents",
                columns: new[] { "BeganAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryIncidents_Key",
                table: "DeliveryIncidents",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryProjectUnits_UnitId",
                table: "DeliveryProjectUnits",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryScopes_Project_ScopeKind_Scope",
                table: "DeliveryScopes",
                columns: new[] { "Project", "ScopeKind", "Scope" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryScopes_ScopeKind_Scope_Project",
                table: "DeliveryScopes",
                columns: new[] { "ScopeKind", "Scope", "Project" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DisplacedPositions_OneOpen",
                table: "DisplacedPositions",
                column: "PersonId",
                unique: true,
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_DisplacedPositions_PersonId",
                table: "DisplacedPositions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_DisplacementCases_State_Name_Id",
                table: "DisplacementCases",
                columns: new[] { "State", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DisplacementCases_UnitId",
                table: "DisplacementCases",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_FrictionFigures_UnitId",
                table: "FrictionFigures",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_FrictionReports_Mark_Day_Place",
                table: "FrictionReports",
                columns: new[] { "Mark", "Day", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FrictionReports_Period",
                table: "FrictionReports",
                column: "Period");

            migrationBuilder.CreateIndex(
                name: "IX_FrictionReports_ToolId",
                table: "FrictionReports",
                column: "ToolId");

            migrationBuilder.CreateIndex(
                name: "IX_FrictionReports_UnitId",
                table: "FrictionReports",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_FrictionTexts_Period_UnitId",
                table: "FrictionTexts",
                columns: new[] { "Period", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_FrictionTexts_UnitId",
                table: "FrictionTexts",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardrailReadings_UnitId_Type_Date",
                table: "GuardrailReadings",
                columns: new[] { "UnitId", "Type", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Guardrails_TargetId_Key",
                table: "Guardrails",
                columns: new[] { "TargetId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_CaseId",
                table: "Handovers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_From_State",
                table: "Handovers",
                columns: new[] { "From", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_To_State",
                table: "Handovers",
                columns: new[] { "To", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_HostAnswers_DueAt",
                table: "HostAnswers",
                column: "DueAt",
                filter: "[State] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_HostAnswers_Repository_Commit_Kind_Target",
                table: "HostAnswers",
                columns: new[] { "Repository", "Commit", "Kind", "Target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HostReviews_Repository_Number",
                table: "HostReviews",
                columns: new[] { "Repository", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_At_Id",
                table: "ImportRuns",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_FileSha256",
                table: "ImportRuns",
                column: "FileSha256");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentActions_IncidentId",
                table: "IncidentActions",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentActions_Owner_State",
                table: "IncidentActions",
                columns: new[] { "Owner", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentCorrections_IncidentId",
                table: "IncidentCorrections",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEvents_IncidentId",
                table: "IncidentEvents",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentLinks_IncidentId",
                table: "IncidentLinks",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentLinks_Reference_Kind",
                table: "IncidentLinks",
                columns: new[] { "Reference", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_AiInvolvement_Severity",
                table: "Incidents",
                columns: new[] { "AiInvolvement", "Severity" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Number",
                table: "Incidents",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_ReportedBy",
                table: "Incidents",
                column: "ReportedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Serial",
                table: "Incidents",
                column: "Serial");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Severity_Newest",
                table: "Incidents",
                columns: new[] { "Severity", "StartedAt", "Id" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Severity_StartedAt_Id",
                table: "Incidents",
                columns: new[] { "Severity", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_StartedAt_Id",
                table: "Incidents",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_State_StartedAt",
                table: "Incidents",
                columns: new[] { "State", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_UnitId_StartedAt",
                table: "Incidents",
                columns: new[] { "UnitId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_Deputy",
                table: "KnowledgePages",
                column: "Deputy");

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_DueOn_Id",
                table: "KnowledgePages",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_Owner",
                table: "KnowledgePages",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_Standing_Owner_DueOn_IsAgentReadable_UnitId",
                table: "KnowledgePages",
                columns: new[] { "Standing", "Owner", "DueOn", "IsAgentReadable", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_Title_Id",
                table: "KnowledgePages",
                columns: new[] { "Title", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_UnitId",
                table: "KnowledgePages",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_Url_System",
                table: "KnowledgePages",
                columns: new[] { "Url", "System" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgePages_VerifiedBy",
                table: "KnowledgePages",
                column: "VerifiedBy");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ActorId",
                table: "LedgerEntries",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_At",
                table: "LedgerEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Kind",
                table: "LedgerEntries",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Subject",
                table: "LedgerEntries",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceSeats_Tool_Login",
                table: "LicenceSeats",
                columns: new[] { "Tool", "Login" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiteracyRequirements_CourseId",
                table: "LiteracyRequirements",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_LiteracyRequirements_UnitId_CourseId",
                table: "LiteracyRequirements",
                columns: new[] { "UnitId", "CourseId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoAgentsStatements_UnitId_StatedOn",
                table: "NoAgentsStatements",
                columns: new[] { "UnitId", "StatedOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NobodysLogins_DecidedAt",
                table: "NobodysLogins",
                column: "DecidedAt");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeMails_RecipientId_IsDigest",
                table: "NoticeMails",
                columns: new[] { "RecipientId", "IsDigest" },
                unique: true,
                filter: "[State] = 1 AND [Tries] = 0");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeMails_State_ChangedAt",
                table: "NoticeMails",
                columns: new[] { "State", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeMails_State_DueAt",
                table: "NoticeMails",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_MailId",
                table: "Notices",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_NotSettled",
                table: "Notices",
                column: "SettledAt",
                filter: "[SettledAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecipientId_Kind_SubjectId_On",
                table: "Notices",
                columns: new[] { "RecipientId", "Kind", "SubjectId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecipientId_ReadAt_SettledAt",
                table: "Notices",
                columns: new[] { "RecipientId", "ReadAt", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_WaitForMail",
                table: "Notices",
                column: "RecipientId",
                filter: "[MailWanted] = 1 AND [MailId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeReadings_UnitId_Metric_Date",
                table: "OutcomeReadings",
                columns: new[] { "UnitId", "Metric", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_Email",
                table: "People",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_People_EmployeeNumber",
                table: "People",
                column: "EmployeeNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_ManagerId",
                table: "People",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_People_SearchLastName_Id_LeftOn",
                table: "People",
                columns: new[] { "SearchLastName", "Id", "LeftOn" });

            migrationBuilder.CreateIndex(
                name: "IX_People_SearchName_Id_LeftOn_Level_IsContractor",
                table: "People",
                columns: new[] { "SearchName", "Id", "LeftOn", "Level", "IsContractor" });

            migrationBuilder.CreateIndex(
                name: "IX_People_UnitId_SearchName_Id_LeftOn",
                table: "People",
                columns: new[] { "UnitId", "SearchName", "Id", "LeftOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonCoverages_ChangesOn",
                table: "PersonCoverages",
                column: "ChangesOn");

            migrationBuilder.CreateIndex(
                name: "IX_PersonCoverages_UnitId_IsAsked_CoveredUntil_ChangesOn_PersonId",
                table: "PersonCoverages",
                columns: new[] { "UnitId", "IsAsked", "CoveredUntil", "ChangesOn", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonLogins_PersonId",
                table: "PersonLogins",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonSystems_Name",
                table: "PersonSystems",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMoves_OpenPersonId",
                table: "PlannedMoves",
                column: "OpenPersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMoves_PersonId",
                table: "PlannedMoves",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMoves_PlanId_Stage_Id",
                table: "PlannedMoves",
                columns: new[] { "PlanId", "Stage", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMoves_RoleId",
                table: "PlannedMoves",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedMoves_SeatUnitId",
                table: "PlannedMoves",
                column: "SeatUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanPairs_PersonId",
                table: "PlanPairs",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanPairs_RoleId",
                table: "PlanPairs",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_AgentId",
                table: "ProposedChanges",
                column: "AgentId");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_AgentOwner",
                table: "ProposedChanges",
                column: "AgentOwner");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_AuthorId",
                table: "ProposedChanges",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_CurrentKey",
                table: "ProposedChanges",
                column: "CurrentKey",
                unique: true,
                filter: "[CurrentKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_Open",
                table: "ProposedChanges",
                columns: new[] { "Queue", "Id" },
                filter: "[Queue] <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_Passed",
                table: "ProposedChanges",
                columns: new[] { "PassedAt", "Id" },
                filter: "[PassedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_Queue",
                table: "ProposedChanges",
                columns: new[] { "Tier", "DueAt", "Id" },
                descending: new[] { true, false, false },
                filter: "[Queue] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_RegisteredAt_Id",
                table: "ProposedChanges",
                columns: new[] { "RegisteredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_ReleasedAt_UnitId",
                table: "ProposedChanges",
                columns: new[] { "ReleasedAt", "UnitId" },
                filter: "[ReleasedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_Repository_Commit",
                table: "ProposedChanges",
                columns: new[] { "Repository", "Commit" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_Repository_Number_Commit",
                table: "ProposedChanges",
                columns: new[] { "Repository", "Number", "Commit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProposedChanges_UnitId",
                table: "ProposedChanges",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PushPullEntries_On_Id",
                table: "PushPullEntries",
                columns: new[] { "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PushPullEntries_PlanId",
                table: "PushPullEntries",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PushPullEntries_UnitId",
                table: "PushPullEntries",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ReallocationPlans_CaseId",
                table: "ReallocationPlans",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReallocationPlans_ScenarioId",
                table: "ReallocationPlans",
                column: "ScenarioId");

            migrationBuilder.CreateIndex(
                name: "IX_ReallocationPlans_State_CreatedAt_Id",
                table: "ReallocationPlans",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReallocationPlans_UnitId",
                table: "ReallocationPlans",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_UnitId",
                table: "RoleAssignments",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_UserId_Role_UnitId",
                table: "RoleAssignments",
                columns: new[] { "UserId", "Role", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RolePreferences_RoleId",
                table: "RolePreferences",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleProfiles_State_Title_Id",
                table: "RoleProfiles",
                columns: new[] { "State", "Title", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleSeats_UnitId",
                table: "RoleSeats",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_State_Name_Id",
                table: "Scenarios",
                columns: new[] { "State", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_UnitId",
                table: "Scenarios",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_SignOffPolicies_UnitId_Tier",
                table: "SignOffPolicies",
                columns: new[] { "UnitId", "Tier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignOffs_By_Kind_At",
                table: "SignOffs",
                columns: new[] { "By", "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SignOffs_ChangeId",
                table: "SignOffs",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_SignOffs_Findings",
                table: "SignOffs",
                columns: new[] { "Day", "Finding", "System" },
                filter: "[Finding] <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_SignOffs_Kind_Day",
                table: "SignOffs",
                columns: new[] { "Kind", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_SystemRepositories_System",
                table: "SystemRepositories",
                column: "System");

            migrationBuilder.CreateIndex(
                name: "IX_TargetEvaluations_TargetId_Date",
                table: "TargetEvaluations",
                columns: new[] { "TargetId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamMemberships_Day_Team_Login",
                table: "TeamMemberships",
                columns: new[] { "Day", "Team", "Login" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamMemberships_Login_Day",
                table: "TeamMemberships",
                columns: new[] { "Login", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_CourseId_HeldOn",
                table: "TrainingSessions",
                columns: new[] { "CourseId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_EvidenceSha256",
                table: "TrainingSessions",
                column: "EvidenceSha256");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_HeldOn",
                table: "TrainingSessions",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_Units_Left_Id",
                table: "Units",
                columns: new[] { "Left", "Id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Units_ParentId",
                table: "Units",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Units_Path",
                table: "Units",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UsageMonths_Month_Tool_PersonId_UsedDays_ReportedDays",
                table: "UsageMonths",
                columns: new[] { "Month", "Tool", "PersonId", "UsedDays", "ReportedDays" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageMonths_PersonId_Month_UsedDays",
                table: "UsageMonths",
                columns: new[] { "PersonId", "Month", "UsedDays" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageMonths_Waiting",
                table: "UsageMonths",
                columns: new[] { "Tool", "Login", "UsedDays" },
                filter: "[PersonId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_UsageReportDays_Tool_Organisation_Day",
                table: "UsageReportDays",
                columns: new[] { "Tool", "Organisation", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UserClaims_UserId",
                table: "UserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserLogins_UserId",
                table: "UserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserPasskeys_UserId",
                table: "UserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Users",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Users_PersonId",
                table: "Users",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Waivers_TargetId_AskedAt",
                table: "Waivers",
                columns: new[] { "TargetId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_ReceivedAt",
                table: "WebhookDeliveries",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WrongAnswers_PageId_SettledAt",
                table: "WrongAnswers",
                columns: new[] { "PageId", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_XapiStatements_CourseId",
                table: "XapiStatements",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_XapiStatements_Outcome_ReceivedAt_Id",
                table: "XapiStatements",
                columns: new[] { "Outcome", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_XapiStatements_PersonId",
                table: "XapiStatements",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_XapiStatements_Registration",
                table: "XapiStatements",
                column: "Registration");

            migrationBuilder.CreateIndex(
                name: "IX_XapiStatements_Voids",
                table: "XapiStatements",
                column: "Voids");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AiToolUnits");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "CaseReaders");

            migrationBuilder.DropTable(
                name: "CodeSystems");

            migrationBuilder.DropTable(
                name: "CommitNotes");

            migrationBuilder.DropTable(
                name: "Completions");

            migrationBuilder.DropTable(
                name: "CourseVersions");

            migrationBuilder.DropTable(
                name: "CoverageDays");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DeliveryDeployments");

            migrationBuilder.DropTable(
                name: "DeliveryLinks");

            migrationBuilder.DropTable(
                name: "DeliveryProjectUnits");

            migrationBuilder.DropTable(
                name: "DeliveryScopes");

            migrationBuilder.DropTable(
                name: "DisplacedPositions");

            migrationBuilder.DropTable(
                name: "EvaluationSignals");

            migrationBuilder.DropTable(
                name: "EvidenceKeepings");

            migrationBuilder.DropTable(
                name: "FrictionFigures");

            migrationBuilder.DropTable(
                name: "FrictionReports");

            migrationBuilder.DropTable(
                name: "FrictionTexts");

            migrationBuilder.DropTable(
                name: "GuardrailReadings");

            migrationBuilder.DropTable(
                name: "Guardrails");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "HostAnswers");

            migrationBuilder.DropTable(
                name: "HostReviews");

            migrationBuilder.DropTable(
                name: "ImportMappings");

            migrationBuilder.DropTable(
                name: "IncidentActions");

            migrationBuilder.DropTable(
                name: "IncidentAttributions");

            migrationBuilder.DropTable(
                name: "IncidentCorrections");

            migrationBuilder.DropTable(
                name: "IncidentEvents");

            migrationBuilder.DropTable(
                name: "IncidentLinks");

            migrationBuilder.DropTable(
                name: "JobLeases");

            migrationBuilder.DropTable(
                name: "LedgerCheckpoints");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "LedgerHead");

            migrationBuilder.DropTable(
                name: "LedgerNodes");

            migrationBuilder.DropTable(
                name: "LicenceSeats");

            migrationBuilder.DropTable(
                name: "LiteracyRequirements");

            migrationBuilder.DropTable(
                name: "MoveReviews");

            migrationBuilder.DropTable(
                name: "NoAgentsStatements");

            migrationBuilder.DropTable(
                name: "NobodysLogins");

            migrationBuilder.DropTable(
                name: "NoticeRuns");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "OutcomeReadings");

            migrationBuilder.DropTable(
                name: "PageReads");

            migrationBuilder.DropTable(
                name: "PersonCoverages");

            migrationBuilder.DropTable(
                name: "PersonLogins");

            migrationBuilder.DropTable(
                name: "PersonSkills");

            migrationBuilder.DropTable(
                name: "PersonSystems");

            migrationBuilder.DropTable(
                name: "PlanPairs");

            migrationBuilder.DropTable(
                name: "PushPullEntries");

            migrationBuilder.DropTable(
                name: "RiskRules");

            migrationBuilder.DropTable(
                name: "RoleAssignments");

            migrationBuilder.DropTable(
                name: "RolePreferences");

            migrationBuilder.DropTable(
                name: "RoleSeats");

            migrationBuilder.DropTable(
                name: "ScenarioRuns");

            migrationBuilder.DropTable(
                name: "SignOffPolicies");

            migrationBuilder.DropTable(
                name: "SignOffs");

            migrationBuilder.DropTable(
                name: "SkillLevels");

            migrationBuilder.DropTable(
                name: "SystemRepositories");

            migrationBuilder.DropTable(
                name: "TargetEvaluations");

            migrationBuilder.DropTable(
                name: "TeamMemberships");

            migrationBuilder.DropTable(
                name: "UnitUses");

            migrationBuilder.DropTable(
                name: "UsageCountDays");

            migrationBuilder.DropTable(
                name: "UsageMonths");

            migrationBuilder.DropTable(
                name: "UsageReportDays");

            migrationBuilder.DropTable(
                name: "UserClaims");

            migrationBuilder.DropTable(
                name: "UserLogins");

            migrationBuilder.DropTable(
                name: "UserPasskeys");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "Waivers");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "WebhookRefusals");

            migrationBuilder.DropTable(
                name: "WrongAnswers");

            migrationBuilder.DropTable(
                name: "XapiStatements");

            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "TrainingSessions");

            migrationBuilder.DropTable(
                name: "DeliveryIncidents");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "PlannedMoves");

            migrationBuilder.DropTable(
                name: "NoticeMails");

            migrationBuilder.DropTable(
                name: "ProposedChanges");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "AdoptionTargets");

            migrationBuilder.DropTable(
                name: "KnowledgePages");

            migrationBuilder.DropTable(
                name: "Courses");

            migrationBuilder.DropTable(
                name: "EvidenceFiles");

            migrationBuilder.DropTable(
                name: "ReallocationPlans");

            migrationBuilder.DropTable(
                name: "RoleProfiles");

            migrationBuilder.DropTable(
                name: "AiTools");

            migrationBuilder.DropTable(
                name: "DisplacementCases");

            migrationBuilder.DropTable(
                name: "Scenarios");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Units");
        }
    }
}
