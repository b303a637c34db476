package org.threshold.scenario;

/** Why somebody came, in the words that an officer writes down at the desk. */
final class Reasons {

    private Reasons() {
    }

    static String words(String code) {
        return switch (code) {
            case "AST_LL_SELL" -> "The landlord is selling the flat";
            case "AST_LL_RELET" -> "The landlord wants the flat back to let it again";
            case "AST_RENT_ARREARS" -> "Behind with the rent, and the landlord wants possession";
            case "AST_OTHER" -> "A private tenancy comes to its end";
            case "NON_AST_PRS" -> "Has to leave a lodging";
            case "FAMILY_FRIENDS" -> "Family or friends can no longer have them";
            case "REL_BREAKDOWN_NONVIOLENT" -> "Separated, and has to leave the home they shared";
            case "DA_VICTIM" -> "Left home because of domestic abuse";
            case "OTHER_VIOLENCE_HARASSMENT" -> "Threatened where they live";
            case "SOCIAL_OTHER" -> "A council or association tenancy comes to its end";
            case "SUPPORTED_OTHER" -> "Asked to leave supported housing";
            case "INST_CUSTODY" -> "Leaves custody with nowhere to go";
            case "ASYLUM_SUPPORT_END" -> "Has to leave asylum accommodation";
            case "HOME_UNSUITABLE_DISABILITY" -> "Cannot manage the stairs of their home any more";
            default -> "Has nowhere to stay";
        };
    }
}
