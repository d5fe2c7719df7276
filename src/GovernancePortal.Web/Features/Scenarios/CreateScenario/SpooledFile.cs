using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Puts what comes over the line on disk, so that it can be read twice and counted; the file is gone once it is closed.</summary>
internal static class SpooledFile
{
    public static async Task<Result<Stream>> TakeAsync(Stream content, long mostBytes, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var buffer = new byte[128 * 1024];
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Length + read > mostBytes) return await RefuseAsync(ScenarioFileErrors.TooLarge(mostBytes));
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            if (file.Length == 0) return await RefuseAsync(ScenarioFileErrors.Broken("The file is empty."));
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        async Task<Result<Stream>> RefuseAsync(Error error)
        {
            await file.DisposeAsync();
            return error;
        }
    }
}
