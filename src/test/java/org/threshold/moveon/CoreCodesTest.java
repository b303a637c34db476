package org.threshold.moveon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.accommodation.Unit;
import org.threshold.charge.AccommodationType;

/** The codes of the log of social lettings (domain.md B5), and the days that two benefits pay for. */
class CoreCodesTest {

    @ParameterizedTest
    @CsvSource({"BB_SHARED_ANNEXE, 14", "HOSTEL_REFUGE, 7", "NIGHTLY_PRIVATE_SELF_CONTAINED, 18", "PSL_LEASED, 18",
        "LA_HA_STOCK, 18", "OTHER, 18"})
    void whereTheyWereHousedGivesTheTenure(String unitType, int code) {
        assertThat(CoreCodes.tenureOfPlacement(unitType)).contains(code);
    }

    @Test
    void everyTypeOfPlacementHasACode() {
        assertThat(Arrays.stream(AccommodationType.values()).map(Enum::name).map(CoreCodes::tenureOfPlacement))
                .allMatch(Optional::isPresent);
        assertThat(Unit.Kind.values()).as("a new kind of unit needs a code").hasSize(5);
        assertThat(CoreCodes.tenureOfPlacement(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REFUGE, 21", "ROUGH_SLEEPING, 19", "NASS, 24", "FAMILY, 28", "FRIENDS, 28", "PRS_SELF_CONTAINED, 3",
        "PRS_HMO, 3", "PRS_LODGING, 3", "SRS_SUPPORTED_HOSTEL, 6", "TA, 18"})
    void whereTheAssessmentSaysThatTheyLiveGivesItWithoutAPlacement(String accommodation, int code) {
        assertThat(CoreCodes.tenureOfAssessment(accommodation)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"AST_LL_SELL, 50", "AST_LL_RELET, 50", "AST_RENT_ARREARS, 52", "SOCIAL_ARREARS, 52",
        "SUPPORTED_ARREARS, 52", "FAMILY_FRIENDS, 9", "REL_BREAKDOWN_NONVIOLENT, 8", "INST_CUSTODY, 45",
        "HOME_UNSUITABLE_DISABILITY, 13"})
    void whyTheyLostTheirHomeGivesTheReason(String loss, int code) {
        assertThat(CoreCodes.reason(loss)).contains(code);
    }

    /** 48 and 49 tell whose tenancy it was, which the assessment does not say; the officer does. */
    @ParameterizedTest
    @ValueSource(strings = {"DA_VICTIM", "OTHER_NK", "SOCIAL_BREACH", "OTHER_VIOLENCE_HARASSMENT"})
    void whatTheRecordDoesNotSettleIsNotGuessed(String loss) {
        assertThat(CoreCodes.reason(loss)).isEmpty();
    }

    @Test
    void onlyACouncilOrAHousingAssociationLetsSocially() {
        assertThat(Arrays.stream(NewHome.LetBy.values()).filter(NewHome.LetBy::social)).containsExactlyInAnyOrderElementsOf(
                Set.of(NewHome.LetBy.COUNCIL, NewHome.LetBy.REGISTERED_PROVIDER));
    }

    @ParameterizedTest
    @CsvSource({"2027-03-08, 2027-03-01, 7", "2027-03-08, 2027-03-08, 0", "2027-03-08, 2027-03-09, 0", ", 2027-03-01, 0",
        "2027-03-08, , 0", "2027-03-08, 2027-03-07, 1"})
    void daysThatBothArePaidForAreCounted(LocalDate oldEnds, LocalDate newBegins, long days) {
        assertThat(BenefitSwitch.daysPaidTwice(oldEnds, newBegins)).isEqualTo(days);
    }

    @Test
    void aRentAboveTheAllowanceIsSaidAndAnUnknownAllowanceIsNotGuessed() {
        Means known = new Means(42_000, 18_000, 21_000, 2, 19_562, LocalDate.of(2027, 3, 1));
        assertThat(known.left()).isEqualTo(24_000);
        assertThat(known.aboveAllowance(20_000)).isEqualTo(438);
        assertThat(known.aboveAllowance(19_000)).isZero();
        assertThat(new Means(42_000, 18_000, 21_000, 2, null, null).aboveAllowance(20_000)).isNull();
    }
}
