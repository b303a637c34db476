package org.threshold.referral.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.ConsentHow;
import org.threshold.referral.Situation;

/** Says in the description of the interface what a referral consists of; {@link ReferralForm} reads it. */
@Schema(name = "Referral", description = "Only what the duty to refer needs. Nothing else is taken.")
record ReferralSubmission(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "true",
                description = "The person agreed to be referred. Without their consent nothing may be sent.")
        boolean consent,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ConsentHow consentHow,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "When they agreed; today or earlier.",
                example = "2026-11-20") LocalDate consentOn,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "true",
                description = "The person chose this council to be told.") boolean choseThisCouncil,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The public body that refers.")
        ReferralBody body,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100) String referrerName,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 254, description = "A work address.")
        String referrerEmail,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "01632 960001") String referrerPhone,
        @Schema(maxLength = 100) String givenName,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100, description = "Last name, or only name.")
        String familyName,
        @Schema(description = "If it is known.", example = "1990-05-17") LocalDate dateOfBirth,
        @Schema(description = "The person's own, if it is safe to use.") String phone,
        @Schema(description = "The person's own, if it is safe to use.", maxLength = 254) String email,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500,
                description = "When and how it is safe to make contact.") String safeContact,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Situation situation,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 1000,
                description = "Why they are homeless, or may be within 56 days.") String reason,
        @Schema(description = "When they may lose their home, or are discharged or released.", example = "2026-12-01")
        LocalDate losesHomeOn,
        @Schema(maxLength = 1000, description = "Risks that the person agreed to share.") String risks) {
}
