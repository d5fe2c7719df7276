using System.Net;
using GovernancePortal.Web.Platform.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Platform;

public sealed partial class TestPortal
{
    /// <summary>Serves the portal on a free port of this machine, once; answers with its address.</summary>
    /// <param name="map">Endpoints that only the test has.</param>
    public async Task<Uri> ServeAsync(Action<WebApplication>? map = null)
    {
        if (_app.Urls.Count == 0)
        {
            _app.Urls.Add("http://127.0.0.1:0");
            _app.UsePortal();
            map?.Invoke(_app);
            await _app.StartAsync();
        }

        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.Single());
    }

    /// <summary>A browser of its own: keeps cookies, does not follow redirects.</summary>
    public async Task<HttpClient> BrowserAsync()
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        return new HttpClient(handler) { BaseAddress = await ServeAsync() };
    }
}
