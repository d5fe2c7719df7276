using System.Security.Claims;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Ledger.ExportLedger;
using GovernancePortal.Web.Features.Ledger.GetCheckpoint;
using GovernancePortal.Web.Features.Ledger.GetLedgerEntry;
using GovernancePortal.Web.Features.Ledger.GetLedgerState;
using GovernancePortal.Web.Features.Ledger.ListLedgerEntries;
using GovernancePortal.Web.Features.Ledger.MakeCheckpoint;
using GovernancePortal.Web.Features.Ledger.ProveConsistency;
using GovernancePortal.Web.Features.Ledger.ProveInclusion;
using GovernancePortal.Web.Features.Ledger.ReadEntries;
using GovernancePortal.Web.Features.Ledger.VerifyLedger;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Ledger;

public sealed class LedgerAccessTests : IAsyncLifetime
{
    private static readonly Role[] Readers = [Role.Executive, Role.GovernanceOfficer, Role.Auditor];
    private static readonly Role[] Verifiers = [Role.GovernanceOfficer, Role.Auditor];
    private TestPortal _portal = null!;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.AppendAsync(3);
        await _portal.CheckpointAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_ledger_is_read_by_those_who_may(Role role)
    {
        var results = await ReadAllAsync(await UserAsync(role));

        results.ShouldAllBe(r => r.Error == (Readers.Contains(role) ? null : AccessErrors.NoRole));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_ledger_is_verified_and_signed_by_those_who_may(Role role)
    {
        var results = await VerifyAndSignAsync(await UserAsync(role));

        results.ShouldAllBe(r => r.Error == (Verifiers.Contains(role) ? null : AccessErrors.NoRole));
    }

    [Fact]
    public async Task A_key_with_the_ledgers_scope_reads_and_does_not_verify()
    {
        var key = await KeyAsync(ApiScopes.LedgerRead);

        (await ReadAllAsync(key)).ShouldAllBe(r => r.IsSuccess);
        (await VerifyAndSignAsync(key)).ShouldAllBe(r => r.Error == AccessErrors.NoRole);
    }

    [Fact]
    public async Task A_key_with_another_scope_reads_nothing()
    {
        var key = await KeyAsync(ApiScopes.ImportsWrite);

        (await ReadAllAsync(key)).ShouldAllBe(r => r.Error == AccessErrors.NoRole);
    }

    private async Task<Result[]> ReadAllAsync(Claim who) =>
        [
            await SendAsync(who, new ListLedgerEntriesQuery(new LedgerFilter(), new Paging(1, 10))),
            await SendAsync(who, new GetLedgerEntryQuery(1)),
            await SendAsync(who, new GetLedgerStateQuery()),
            await SendAsync(who, new GetCheckpointQuery(Size: null)),
            await SendAsync(who, new ReadEntriesQuery(0, 10)),
            await SendAsync(who, new ProveInclusionQuery(0, 3)),
            await SendAsync(who, new ProveConsistencyQuery(1, 3)),
            await SendAsync(who, new ExportLedgerQuery(Size: null)),
        ];

    private async Task<Result[]> VerifyAndSignAsync(Claim who) =>
        [await SendAsync(who, new VerifyLedgerCommand()), await SendAsync(who, new MakeCheckpointCommand())];

    private async Task<TResponse> SendAsync<TResponse>(Claim who, IRequest<TResponse> request)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(new ClaimsPrincipal(new ClaimsIdentity([who], "test")));
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private async Task<Claim> UserAsync(Role role) => new(ClaimTypes.NameIdentifier, (await _portal.AddUserAsync(role)).ToString());

    private async Task<Claim> KeyAsync(string scope)
    {
        var now = _portal.Clock.GetUtcNow();
        var key = new ApiKey("Archive", ApiKey.Generate(), [scope], _portal.Root.Id, now, now.AddDays(1));
        await _portal.InDb(db =>
        {
            db.ApiKeys.Add(key);
            return db.SaveChangesAsync();
        });
        return new Claim(PortalClaims.ApiKey, key.Id.Value.ToString());
    }
}
