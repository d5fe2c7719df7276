using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class UploadSweepTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    private string Folder => Path.Combine(_portal.Database.Folder, "swept");

    private string[] Files => Directory.GetFiles(Folder);

    public async ValueTask InitializeAsync() =>
        _portal = await TestPortal.StartAsync(services => services.Configure<ImportOptions>(options => options.Folder = "swept"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public void The_portal_sweeps() => _portal.Services.GetServices<IHostedService>().OfType<UploadSweep>().ShouldHaveSingleItem();

    [Fact]
    public async Task A_file_that_nobody_imports_goes_without_another_upload()
    {
        await UploadAsync();
        Files.Length.ShouldBe(2);
        var clock = new TickingClock(_portal.Clock.GetUtcNow());
        var uploads = new UploadStore(_portal.Services.GetRequiredService<IOptions<ImportOptions>>(), _portal.Services.GetRequiredService<IHostEnvironment>(), clock);
        using var sweep = new UploadSweep(uploads, clock, NullLogger<UploadSweep>.Instance);

        await sweep.StartAsync(CancellationToken.None);
        await clock.AskedAsync();
        clock.Tick();
        await clock.AskedAsync();
        Files.Length.ShouldBe(2, "the first sweep is over and the file was young");
        clock.Now += TimeSpan.FromHours(25);
        clock.Tick();
        await clock.AskedAsync();
        clock.Tick();
        await clock.AskedAsync();

        Files.ShouldBeEmpty("the sweep after a day is over");
        clock.Period.ShouldBe(TimeSpan.FromHours(1));
        await sweep.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_an_upload()
    {
        await UploadAsync();

        Files.Length.ShouldBe(2);
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in Files) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private async Task UploadAsync()
    {
        var user = await _portal.AddUserAsync(Role.HumanResources);
        (await _portal.UploadAsync(user, ImportKind.Roster, "employee_number,name\nE-1,Ada\n")).Error.ShouldBeNull();
    }

    /// <summary>Ticks when it is told to, and tells when it is asked for the time: a sweep begins with that question.</summary>
    private sealed class TickingClock(DateTimeOffset now) : TimeProvider
    {
        private readonly SemaphoreSlim _asked = new(0);
        private Action _tick = () => { };

        public DateTimeOffset Now { get; set; } = now;

        public TimeSpan Period { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            var time = Now;
            _asked.Release();
            return time;
        }

        public async Task AskedAsync() => (await _asked.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();

        public void Tick() => _tick();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (Period, _tick) = (period, () => callback(state));
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
