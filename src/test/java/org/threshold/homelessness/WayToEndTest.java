package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table by which duties end, read against the Act: whatever does not stand here is not allowed. */
class WayToEndTest {

    private static final String TABLE = """
            PREVENTION SECURED_EXISTING_6M s195(8)(a) HOME_SECURED one-officer s202(1)(bc)(ii) 3 ON_THE_DAY CASE_CLOSES
            PREVENTION SECURED_ALTERNATIVE_6M s195(8)(a) HOME_SECURED one-officer s202(1)(bc)(ii) 3 ON_THE_DAY CASE_CLOSES
            PREVENTION HOMELESS s195(8)(c) NONE one-officer s202(1)(bc)(ii) 3 ON_THE_DAY RELIEF_BEGINS
            PREVENTION REFUSED_OFFER s195(8)(d) OFFER_REFUSED second-officer s202(1)(bc)(ii) 3 ON_NOTICE CASE_CLOSES
            PREVENTION REFUSED_COOPERATE s193B(2) and s193C(2) OWN_NOTICE one-officer s202(1)(bb) 3 ON_NOTICE CASE_CLOSES
            PREVENTION IH_FROM_ACCOMMODATION s195(8)(e) ACT second-officer s202(1)(bc)(ii) 3 ON_NOTICE RELIEF_BEGINS
            PREVENTION CONTACT_LOST s195(8)(g) ATTEMPTS second-officer s202(1)(bc)(ii) 3 ON_NOTICE CASE_CLOSES
            PREVENTION WITHDREW s195(8)(g) NONE one-officer s202(1)(bc)(ii) 3 ON_THE_DAY CASE_CLOSES
            PREVENTION DECEASED s195(2) NONE one-officer none ON_THE_DAY CASE_CLOSES
            PREVENTION ELAPSED_56 s195(8)(b) DAYS_56 second-officer s202(1)(bc)(ii) 3 ON_NOTICE CASE_CLOSES
            PREVENTION NOT_ELIGIBLE s195(8)(f) NOT_ELIGIBLE second-officer s202(1)(bc)(ii) 3 ON_NOTICE CASE_CLOSES CHILDRENS_SERVICES
            RELIEF SECURED_6M s189B(7)(a) HOME_SECURED one-officer s202(1)(ba)(ii) 8 ON_THE_DAY CASE_CLOSES
            RELIEF REFUSED_OFFER s189B(7)(c) OFFER_REFUSED second-officer s202(1)(ba)(ii) 8 ON_NOTICE DECISION_FOLLOWS
            RELIEF REFUSED_FINAL_OFFER s189B(9) OFFER_REFUSED second-officer s202(1)(ba)(ii) 8 ON_NOTICE CASE_CLOSES
            RELIEF REFUSED_COOPERATE s193B(2) and s193C(2) OWN_NOTICE one-officer s202(1)(bb) 8 ON_NOTICE DECISION_FOLLOWS
            RELIEF IH_FROM_ACCOMMODATION s189B(7)(d) ACT second-officer s202(1)(ba)(ii) 8 ON_NOTICE DECISION_FOLLOWS
            RELIEF LC_REFERRAL_ACCEPTED s199A(5)(b) OWN_NOTICE one-officer s202(1)(d) 10 ON_THE_DAY CASE_CLOSES
            RELIEF CONTACT_LOST s189B(7)(f) ATTEMPTS second-officer s202(1)(ba)(ii) 8 ON_NOTICE CASE_CLOSES
            RELIEF WITHDREW s189B(7)(f) NONE one-officer s202(1)(ba)(ii) 8 ON_THE_DAY CASE_CLOSES
            RELIEF DECEASED s189B(2) NONE one-officer none ON_THE_DAY CASE_CLOSES
            RELIEF ELAPSED_56 s189B(4) and (7)(b) DAYS_56 second-officer s202(1)(ba)(ii) 8 ON_NOTICE DECISION_FOLLOWS
            RELIEF NOT_ELIGIBLE s189B(7)(e) NOT_ELIGIBLE second-officer s202(1)(ba)(ii) 8 ON_NOTICE CASE_CLOSES CHILDRENS_SERVICES
            MAIN CONTACT_LOST s193(2) ATTEMPTS second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            MAIN WITHDREW s193(2) WITHDRAWAL one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES HOME_ASKED_BACK
            MAIN DECEASED s193(2) NONE one-officer none ON_THE_DAY CASE_CLOSES
            MAIN NOT_ELIGIBLE s193(6)(a) NOT_ELIGIBLE second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK CHILDRENS_SERVICES
            MAIN PART6_ACCEPTED s193(6)(c) OFFER_ACCEPTED one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES
            MAIN PRSO_ACCEPTED s193(6)(cc) and (7AA) OFFER_ACCEPTED one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES
            MAIN PART6_REFUSED s193(7) OFFER_REFUSED second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            MAIN PRSO_REFUSED s193(7AA) OFFER_REFUSED second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            MAIN REFUSED_TA s193(5) PLACE_REFUSED second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            MAIN REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT s193(5) PLACE_REFUSED second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            MAIN IH_FROM_TA s193(6)(b) ACT second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK CHILDRENS_SERVICES
            MAIN CEASED_TO_OCCUPY s193(6)(d) LEFT second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            S190 WITHDREW s190(2) NONE one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES
            S190 DECEASED s190(2) NONE one-officer none ON_THE_DAY CASE_CLOSES
            S190 FOUND_HOME s190(2) NONE one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES
            S190 OPPORTUNITY_OVER s190(2)(a) OWN_NOTICE one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES
            S193C REFUSED_FINAL_OFFER s193C(6)(a) OFFER_REFUSED second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            S193C WITHDREW s193C(4) WITHDRAWAL one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES HOME_ASKED_BACK
            S193C DECEASED s193C(4) NONE one-officer none ON_THE_DAY CASE_CLOSES
            S193C NOT_ELIGIBLE s193C(5)(a) NOT_ELIGIBLE second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK CHILDRENS_SERVICES
            S193C PART6_ACCEPTED s193C(5)(d) OFFER_ACCEPTED one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES
            S193C PRSO_ACCEPTED s193C(5)(c) OFFER_ACCEPTED one-officer s202(1)(b) 8 ON_THE_DAY CASE_CLOSES
            S193C PART6_REFUSED s193C(6)(b) OFFER_REFUSED second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            S193C IH_FROM_TA s193C(5)(b) ACT second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK CHILDRENS_SERVICES
            S193C CEASED_TO_OCCUPY s193C(5)(d) LEFT second-officer s202(1)(b) 8 ON_NOTICE CASE_CLOSES HOME_ASKED_BACK
            """;

    @ParameterizedTest
    @EnumSource(DutyKind.class)
    void eachDutyEndsInTheseWaysAndInNoOther(DutyKind duty) {
        List<String> expected = TABLE.lines().filter(line -> line.startsWith(duty + " ")).toList();
        assertThat(WayToEnd.of(duty).stream().map(WayToEndTest::row)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Arrays.stream(EndReason.values()).filter(ground -> WayToEnd.of(duty, ground).isPresent()))
                .hasSameSizeAs(expected);
    }

    /** Who is told by a letter of this table, and by which. */
    @ParameterizedTest
    @EnumSource(DutyKind.class)
    void eachEndIsToldExceptWhereSomethingElseTellsIt(DutyKind duty) {
        assertThat(WayToEnd.of(duty)).allSatisfy(way -> assertThat(way.letter() == null).isEqualTo(
                List.of(EndReason.DECEASED, EndReason.REFUSED_COOPERATE, EndReason.LC_REFERRAL_ACCEPTED)
                        .contains(way.ground())));
        assertThat(WayToEnd.of(duty).stream().map(WayToEnd::letter).filter(java.util.Objects::nonNull).distinct())
                .hasSize(1);
    }

    private static String row(WayToEnd way) {
        String review = way.review() == null ? "none" : way.review().provision() + " "
                + way.review().clock().name().replaceAll("\\D", "");
        String then = way.then().stream().map(Enum::name).collect(Collectors.joining(" "));
        return String.join(" ", way.duty().name(), way.ground().name(), way.provision(), way.evidence().name(),
                way.secondOfficer() ? "second-officer" : "one-officer", review, way.effect().name(), then).strip();
    }
}
