package org.threshold.moveon;

import java.util.Map;
import java.util.Optional;

/**
 * The codes of the government's log of social lettings for what is on file already (communitiesuk,
 * submit-social-housing-lettings-and-sales-data, form of 2026). What a record here does not settle has no code: the
 * officer who knows them chooses it.
 */
public final class CoreCodes {

    private static final int BED_AND_BREAKFAST = 14;
    private static final int DIRECT_ACCESS_HOSTEL = 7;
    private static final int OTHER_TEMPORARY = 18;

    private static final Map<String, Integer> TENURE_BY_PLACEMENT = Map.of("BB_SHARED_ANNEXE", BED_AND_BREAKFAST,
            "HOSTEL_REFUGE", DIRECT_ACCESS_HOSTEL, "NIGHTLY_PRIVATE_SELF_CONTAINED", OTHER_TEMPORARY, "PSL_LEASED",
            OTHER_TEMPORARY, "LA_HA_STOCK", OTHER_TEMPORARY, "OTHER", OTHER_TEMPORARY);

    /** Where they live as the assessment names it, for a household without a placement of ours. */
    private static final Map<String, Integer> TENURE_BY_ASSESSMENT = Map.of("REFUGE", 21, "ROUGH_SLEEPING", 19, "NASS", 24,
            "FAMILY", 28, "FRIENDS", 28, "PRS_SELF_CONTAINED", 3, "PRS_HMO", 3, "PRS_LODGING", 3,
            "SRS_SUPPORTED_HOSTEL", 6, "TA", OTHER_TEMPORARY);

    private static final Map<String, Integer> REASON = Map.of("AST_LL_SELL", 50, "AST_LL_RELET", 50, "AST_RENT_ARREARS",
            52, "SOCIAL_ARREARS", 52, "SUPPORTED_ARREARS", 52, "FAMILY_FRIENDS", 9, "REL_BREAKDOWN_NONVIOLENT", 8,
            "INST_CUSTODY", 45, "HOME_UNSUITABLE_DISABILITY", 13);

    private CoreCodes() {
    }

    /** @param unitType as the return to government names the placement's type */
    public static Optional<Integer> tenureOfPlacement(String unitType) {
        return Optional.ofNullable(unitType).map(TENURE_BY_PLACEMENT::get);
    }

    /** @param accommodation where the assessment says that they live */
    public static Optional<Integer> tenureOfAssessment(String accommodation) {
        return Optional.ofNullable(accommodation).map(TENURE_BY_ASSESSMENT::get);
    }

    /** @param reasonForLoss why the assessment says that they lost their last settled home */
    public static Optional<Integer> reason(String reasonForLoss) {
        return Optional.ofNullable(reasonForLoss).map(REASON::get);
    }
}
