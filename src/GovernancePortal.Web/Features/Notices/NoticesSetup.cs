using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Features.Notices.Making;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices;

internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>()
            .BindConfiguration(MailOptions.Section)
            .PostConfigure<IHostEnvironment>((options, environment) =>
            {
                if (environment.IsDevelopment()) options.FillForDevelopment();
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<NoticeMaker>();
        services.AddSingleton<NoticeKeeper>();
        services.AddSingleton<MailPost>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<MailSender>();
        services.AddHostedService<MakeNoticesJob>();
        services.AddHostedService<SendMailJob>();
        return services;
    }
}
