using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>Evidence in Blob storage, against a container that lives in memory behind the client's own HTTP pipeline.</summary>
public sealed class BlobEvidenceTests
{
    private const string Sha = "9f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c7be8";

    private readonly MemoryContainer _container = new();
    private readonly BlobEvidenceStore _store;

    public BlobEvidenceTests()
    {
        var options = new BlobClientOptions { Transport = new HttpClientTransport(new HttpClient(_container)), Retry = { MaxRetries = 0 } };
        _store = new BlobEvidenceStore(new BlobContainerClient(new Uri("https://account.blob.core.windows.net/evidence"), options));
    }

    [Fact]
    public async Task A_file_is_written_on_condition_that_nothing_is_there_and_read_again()
    {
        await _store.KeepAsync(Sha, [1, 2, 3], CancellationToken.None);

        (await _store.ReadAsync(Sha, CancellationToken.None)).ShouldBe([1, 2, 3]);
        _container.Conditions.ShouldBe(["*"]);
        _container.Blobs.Keys.ShouldBe([$"/evidence/{Sha}"]);
    }

    [Fact]
    public async Task What_is_there_is_not_written_over()
    {
        await _store.KeepAsync(Sha, [1, 2, 3], CancellationToken.None);

        await _store.KeepAsync(Sha, [9, 9, 9], CancellationToken.None);

        (await _store.ReadAsync(Sha, CancellationToken.None)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_is_not_there_is_nothing_and_another_failure_is_not_swallowed()
    {
        (await _store.ReadAsync(Sha, CancellationToken.None)).ShouldBeNull();

        _container.Fails = true;
        await Should.ThrowAsync<Azure.RequestFailedException>(() => _store.ReadAsync(Sha, CancellationToken.None));
        await Should.ThrowAsync<Azure.RequestFailedException>(() => _store.KeepAsync(Sha, [1], CancellationToken.None));
    }

    [Fact]
    public async Task The_configuration_chooses_the_store()
    {
        await using var onDisk = await TestPortal.StartAsync();
        await using var inBlobs = await TestPortal.StartAsync(settings: new() { ["Evidence:Container"] = "https://account.blob.core.windows.net/evidence" });

        onDisk.Services.GetRequiredService<IEvidenceStore>().ShouldBeOfType<FolderEvidenceStore>();
        inBlobs.Services.GetRequiredService<IEvidenceStore>().ShouldBeOfType<BlobEvidenceStore>();
    }

    /// <summary>The two calls that the store makes, as the Blob service answers them.</summary>
    private sealed class MemoryContainer : HttpMessageHandler
    {
        public Dictionary<string, byte[]> Blobs { get; } = new(StringComparer.Ordinal);

        public List<string> Conditions { get; } = [];

        public bool Fails { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (Fails) return Answer(HttpStatusCode.Forbidden, "AuthorizationFailure");
            if (request.Method == HttpMethod.Put)
            {
                Conditions.Add(request.Headers.IfNoneMatch.ToString());
                if (Blobs.ContainsKey(path) && request.Headers.IfNoneMatch.ToString() == "*") return Answer(HttpStatusCode.Conflict, "BlobAlreadyExists");
                Blobs[path] = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
                return Answer(HttpStatusCode.Created);
            }

            if (!Blobs.TryGetValue(path, out var content)) return Answer(HttpStatusCode.NotFound, "BlobNotFound");
            var found = Answer(HttpStatusCode.OK);
            found.Content = new ByteArrayContent(content);
            found.Content.Headers.LastModified = DateTimeOffset.UnixEpoch;
            return found;
        }

        private static HttpResponseMessage Answer(HttpStatusCode status, string? code = null)
        {
            var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
            answer.Headers.TryAddWithoutValidation("ETag", "\"0x1\"");
            answer.Content.Headers.LastModified = DateTimeOffset.UnixEpoch;
            if (code is not null) answer.Headers.TryAddWithoutValidation("x-ms-error-code", code);
            return answer;
        }
    }
}
