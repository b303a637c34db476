package org.threshold.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.Placement;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.claim.BenefitFile.Outcome;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** Files both ways, each run twice without harm. */
class BenefitFilesTest extends ClaimTest {

    private static final String HEADINGS = String.join(",", CsvBenefitSystem.IN);

    @Autowired
    private BenefitFiles files;
    @Autowired
    private ChargeAccounts accounts;
    @Autowired
    private Approaches approaches;

    @Test
    void aClaimIsHandedOverOnceAndAgainOnlyWhenItSaysSomethingNew() {
        Placement home = livedIn(household(), today);
        String reference = claimed(home, Kind.NEW_CLAIM, reference(), today);
        Long first = files.handOver();
        assertThat(text(first)).containsOnlyOnce("," + reference + ",").contains(",Y,", "45.00,5.00");
        assertThat(files.handOver()).as("nothing is new").isNull();

        decisions.withdrawn(home.caseReference(), home.id(), "They went");
        assertThat(files.handOver()).as("a withdrawn claim is not handed over again").isNull();
        assertThat(text(first)).as("the file stays what it was").contains(reference);
    }

    private String text(long file) {
        return new String(files.download(file), StandardCharsets.UTF_8);
    }

    @Test
    void nothingThatWasTypedActsAsAFormula() {
        CaseReference reference = approaches.take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("=cmd()", "@Sum, \"quoted\"", java.time.LocalDate.of(1990, 3, 12)), "x")));
        claimed(livedIn(reference, today), Kind.NEW_CLAIM, reference(), today);
        assertThat(text(files.handOver())).contains(",'=cmd(),\"'@Sum, \"\"quoted\"\"\",");
    }

    @Test
    void whatIsHiddenIsInNoFile() {
        Placement hidden = livedIn(household(), today);
        String reference = claimed(hidden, Kind.NEW_CLAIM, reference(), today);
        restrict(hidden.caseReference());
        Long file = files.handOver();
        assertThat(file == null ? "" : text(file)).doesNotContain(reference);
        assertThat(takeIn(decision("D-" + reference, reference, "FULL", "100.00"))).extracting(BenefitFile.Line::outcome)
                .containsExactly(Outcome.NOT_MATCHED);
    }

    @Test
    void aDecisionIsTakenOnceHoweverOftenItsFileComes() {
        Placement home = livedIn(household(), today);
        String reference = claimed(home, Kind.NEW_CLAIM, reference(), today);
        String line = decision("D-" + reference, reference, "PART", "301.25");

        assertThat(takeIn(line)).extracting(BenefitFile.Line::outcome).containsExactly(Outcome.TAKEN);
        assertThat(claim(home).awardedWeekly()).isEqualTo(30_125);
        assertThat(takeIn(line)).extracting(BenefitFile.Line::outcome).containsExactly(Outcome.KNOWN);
        assertThat(takeIn(line.replace("301.25", "999.00"))).singleElement()
                .matches(each -> each.outcome() == Outcome.WRONG && each.words().contains("said something else"));
        assertThat(claim(home).awardedWeekly()).isEqualTo(30_125);
        assertThat(awardsTold(home)).isEqualTo(1);
    }

    private int awardsTold(Placement home) {
        return jdbc.sql("select count(*) from timeline_entry where case_reference = ? and headline like ?")
                .param(home.caseReference().value()).param("Housing Benefit: awarded%").query(Integer.class).single();
    }

    @Test
    void aCreditStandsOnTheAccountOnceAndIsTakenBackOnce() {
        Placement home = livedIn(household(), today.minusDays(14));
        String reference = claimed(home, Kind.CHANGE_OF_ADDRESS, reference(), today);
        long before = accounts.balance(home.caseReference(), home.id());
        String credit = String.join(",", "C-" + reference, "CREDIT", reference, "", today.toString(), "",
                today.minusDays(14).toString(), today.minusDays(8).toString(), "315.00", "", "");
        String back = String.join(",", "R-" + reference, "TAKEN_BACK", reference, "", today.toString(), "",
                today.minusDays(14).toString(), "", "", "C-" + reference, "Paid twice");

        assertThat(takeIn(credit)).extracting(BenefitFile.Line::outcome).containsExactly(Outcome.TAKEN);
        assertThat(takeIn(credit, credit)).extracting(BenefitFile.Line::outcome)
                .containsExactly(Outcome.KNOWN, Outcome.WRONG);
        assertThat(accounts.balance(home.caseReference(), home.id())).isEqualTo(before - 31_500);
        assertThat(takeIn(back)).extracting(BenefitFile.Line::outcome).containsExactly(Outcome.TAKEN);
        assertThat(takeIn(back)).extracting(BenefitFile.Line::outcome).doesNotContain(Outcome.TAKEN);
        assertThat(accounts.balance(home.caseReference(), home.id())).isEqualTo(before);
    }

    @Test
    void aReferenceOnTwoPlacementsNeedsTheFirstNight() {
        Placement first = livedIn(household(), today.minusDays(20));
        String reference = claimed(first, Kind.CHANGE_OF_ADDRESS, reference(), today.minusDays(20));
        Placement second = livedIn(first.caseReference(), today);
        claimed(second, Kind.CHANGE_OF_ADDRESS, reference, today);
        assertThat(takeIn(decision("D1" + reference, reference, "FULL", "100"))).singleElement()
                .matches(each -> each.outcome() == Outcome.NOT_MATCHED && each.words().contains("first_night"));
        assertThat(takeIn(decision("D2" + reference, reference, "FULL", "100").replaceFirst(",,",
                "," + second.startsOn() + ","))).extracting(BenefitFile.Line::outcome).containsExactly(Outcome.TAKEN);
        assertThat(claim(second).status()).isEqualTo(ClaimStatus.AWARDED_FULL);
        assertThat(claim(first).undecided()).isTrue();
    }

    @Test
    void oneWrongLineHoldsUpNoOther() {
        Placement home = livedIn(household(), today);
        String reference = claimed(home, Kind.NEW_CLAIM, reference(), today);
        assertThat(takeIn("x", "D0" + reference + ",DECISION,HT0000,,not a day,FULL,,,1,,",
                decision("D3" + reference, "NOBODYS1", "FULL", "100"), decision("D4" + reference, reference, "FULL", "0"),
                decision("D5" + reference, reference, "FULL", "100")))
                .extracting(BenefitFile.Line::outcome).containsExactly(Outcome.WRONG, Outcome.WRONG, Outcome.NOT_MATCHED,
                        Outcome.WRONG, Outcome.TAKEN);
    }

    @ParameterizedTest
    @CsvSource({"'', The file is empty", "'a,b', The first line of the file must be", "'\"a', quotation marks"})
    void whatIsNoFileOfTheBenefitSystemIsRefusedWhole(String content, String why) {
        int before = files.latest().size();
        assertThatThrownBy(() -> files.takeIn(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BenefitSystem.Unreadable.class).hasMessageContaining(why);
        assertThat(files.latest()).hasSize(before);
    }

    @Test
    void aWorkbookIsNoCsv() {
        assertThatThrownBy(() -> files.takeIn(new byte[] {'P', 'K', 3, 4, (byte) 0xff, (byte) 0xfe}))
                .isInstanceOf(BenefitSystem.Unreadable.class).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> files.takeIn("record_id".getBytes(StandardCharsets.UTF_16LE)))
                .as("as a spreadsheet saves ‘Unicode text’").hasMessageContaining("UTF-8");
    }

    private List<BenefitFile.Line> takeIn(String... lines) {
        return files.lines(files.takeIn((HEADINGS + "\r\n" + String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8)));
    }

    private String decision(String id, String reference, String outcome, String amount) {
        return String.join(",", id, "DECISION", reference, "", today.toString(), outcome, today.toString(), "", amount, "",
                "");
    }
}
