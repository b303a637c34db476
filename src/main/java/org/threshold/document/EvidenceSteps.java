package org.threshold.document;

import static org.threshold.document.DocumentCategory.ELECTRICAL;
import static org.threshold.document.DocumentCategory.EPC;
import static org.threshold.document.DocumentCategory.FAMILY;
import static org.threshold.document.DocumentCategory.GAS_SAFETY;
import static org.threshold.document.DocumentCategory.IDENTITY;
import static org.threshold.document.DocumentCategory.IMMIGRATION;
import static org.threshold.document.DocumentCategory.INCOME;
import static org.threshold.document.DocumentCategory.LANDLORD;
import static org.threshold.document.DocumentCategory.LEAVING;
import static org.threshold.document.DocumentCategory.LICENCE;
import static org.threshold.document.DocumentCategory.MEDICAL;
import static org.threshold.document.DocumentCategory.NOTICE;
import static org.threshold.document.DocumentCategory.OFFER;
import static org.threshold.document.DocumentCategory.OTHER;
import static org.threshold.document.DocumentCategory.SAFETY;
import static org.threshold.document.DocumentCategory.TENANCY_AGREEMENT;

import java.util.List;
import java.util.Map;

/** The steps that ask for evidence, by their element, and what each is likely to ask for, the likeliest first. */
final class EvidenceSteps {

    private static final Map<String, List<DocumentCategory>> ASKED = Map.ofEntries(
            asks("task_triageApproach", NOTICE, IDENTITY),
            asks("task_checkIdentityAndEligibility", IDENTITY, IMMIGRATION),
            asks("task_recordAssessment", LEAVING, NOTICE, TENANCY_AGREEMENT, INCOME, MEDICAL),
            asks("task_reviseAssessment", LEAVING, INCOME, MEDICAL),
            asks("task_considerChange", INCOME, FAMILY),
            asks("task_makeInquiries", MEDICAL, LEAVING, NOTICE, SAFETY),
            asks("task_recordInquiries", MEDICAL, LEAVING),
            asks("task_draftDecision", MEDICAL, LEAVING, NOTICE),
            asks("task_signDecision", MEDICAL, LEAVING, NOTICE),
            asks("task_preventHomelessness", NOTICE, TENANCY_AGREEMENT, INCOME),
            asks("task_checkConditions", LEAVING, FAMILY),
            asks("task_signUpAtDesk", IDENTITY, TENANCY_AGREEMENT, INCOME),
            asks("task_completeSignUp", IDENTITY, TENANCY_AGREEMENT, INCOME),
            asks("task_makeTheClaim", INCOME, IDENTITY),
            asks("task_collectEvidence", INCOME, IDENTITY, TENANCY_AGREEMENT),
            asks("task_respondToRefusal", INCOME),
            asks("task_inspectUnit", OTHER),
            asks("task_applyToRegister", IDENTITY, INCOME, MEDICAL),
            asks("task_referToSupported", MEDICAL, SAFETY),
            asks("task_checkTenPoints", GAS_SAFETY, EPC, ELECTRICAL, LICENCE, LANDLORD, TENANCY_AGREEMENT),
            asks("task_recordHomeSuitability", OFFER, MEDICAL),
            asks("task_draftHomeOffer", OFFER, TENANCY_AGREEMENT),
            asks("task_recordHomeAnswer", OFFER),
            asks("task_reconsiderHomeRefusal", MEDICAL, OFFER),
            asks("task_signUpNewHome", TENANCY_AGREEMENT, IDENTITY),
            asks("task_switchBenefit", INCOME, TENANCY_AGREEMENT),
            asks("task_considerAccommodation", MEDICAL),
            asks("task_examineReview", MEDICAL, LEAVING, OTHER),
            asks("task_hearReview", MEDICAL, LEAVING, OTHER),
            asks("task_decideReview", MEDICAL, LEAVING, OTHER));

    private EvidenceSteps() {
    }

    private static Map.Entry<String, List<DocumentCategory>> asks(String element, DocumentCategory... categories) {
        return Map.entry(element, List.of(categories));
    }

    /** Empty where the step asks for none. */
    static List<DocumentCategory> of(String element) {
        return ASKED.getOrDefault(element, List.of());
    }
}
