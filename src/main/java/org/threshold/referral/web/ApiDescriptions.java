package org.threshold.referral.web;

import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A description of its own for referrers, which needs no account and tells of nothing else. */
@Configuration(proxyBeanMethods = false)
class ApiDescriptions {

    @Bean
    GroupedOpenApi referralsDescription() {
        return GroupedOpenApi.builder().group("referrals").pathsToMatch(ReferralApi.PATH)
                .addOpenApiCustomizer(api -> api.info(new Info().title("Referrals by public bodies")
                        .version("1").description("How the system of a public body refers someone to this council"
                                + " (Housing Act 1996 section 213B).")))
                .build();
    }
}
