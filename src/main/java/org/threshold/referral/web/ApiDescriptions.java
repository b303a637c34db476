package org.threshold.referral.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.Set;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A description of its own for referrers, which needs no account and tells of nothing else. The setting that says which
 * paths are described at all wins over a group's own, so the rest is taken out at the end.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescriptions {

    private static final Set<String> SCHEMAS = Set.of("Referral", "Receipt");

    @Bean
    GroupedOpenApi referralsDescription() {
        return GroupedOpenApi.builder().group("referrals").pathsToMatch(ReferralApi.PATH)
                .addOpenApiCustomizer(ApiDescriptions::onlyReferrals).build();
    }

    private static void onlyReferrals(OpenAPI api) {
        api.info(new Info().title("Referrals by public bodies").version("1").description("How the system of a public"
                + " body refers someone to this council (Housing Act 1996 section 213B)."));
        api.getPaths().keySet().retainAll(Set.of(ReferralApi.PATH));
        api.getComponents().getSchemas().keySet().retainAll(SCHEMAS);
        api.setTags(null);
    }
}
