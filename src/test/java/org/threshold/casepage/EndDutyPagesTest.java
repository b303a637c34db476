package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casepage.Desk.Answer;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;

/** The end of a duty proposed on the case, and why a duty ended, over HTTP. */
class EndDutyPagesTest extends CasePageTest {

    @Autowired
    private Duties duties;
    @Autowired
    private RuntimeService runtime;

    @Test
    void theMainDutyEndsAndThePageSaysWhy() {
        duties.accept(reference, DutyKind.MAIN, LocalDate.now(clock));
        runtime.startProcessInstanceByKey("main-duty", reference.value(), Map.of("team", "north", "lane", "STANDARD",
                "accommodationKnown", true));
        String page = "/cases/" + reference + "/end-duty";
        assertThat(desk.get("/cases/" + reference).text()).contains("End the main duty");
        assertThat(desk.get(page).text()).contains("Main housing duty", "s193(7)", "They withdrew their application")
                .doesNotContain("s193C");
        assertThat(desk.get(page + "?duty=MAIN&ground=WITHDREW").text()).contains("What did the applicant say");

        assertThat(end("MAIN", "WITHDREW").text()).contains("Enter what the applicant said, and when");
        Answer saved = end("MAIN", "WITHDREW", "theirWords", "On the telephone: they stay with a sister");

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(desk.follow(saved).text()).contains("The duty has ended. A letter tells them.");
        assertThat(desk.get("/cases/" + reference + "/duties/ended").text()).contains("Main housing duty, ended on",
                "They withdrew their application", "s193(2)", "What the applicant said:", "they stay with a sister",
                "Decided by", "Olive Demo", "No second officer was needed", "Our main housing duty to you has ended",
                "It is not recorded that it left the house");
        assertThat(desk.get("/cases/" + reference + "/duties").text()).contains("Why duties ended");
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        duties.accept(reference, DutyKind.MAIN, LocalDate.now(clock));
        assertThat(desk.get("/cases/" + reference).text()).contains("End the main duty");
        assertThat(end("MAIN", "PART6_REFUSED", "reasons", "It was suitable").text())
                .contains("Choose the offer that they refused", "It was suitable", "No such offer is on record");
        assertThat(end("MAIN", "CEASED_TO_OCCUPY", "lastSeen", "Seen on Monday").text()).contains("Seen on Monday",
                "Enter when somebody went there or rang", "Enter what is known of the keys",
                "Enter what is known of their belongings", "Enter the reasons for the notice");
        assertThat(end("MAIN", "NOT_ELIGIBLE", "reasons", "Leave has run out").text())
                .contains("It is not recorded that they are not eligible");
        assertThat(end("MAIN", "SECURED_6M").text()).contains("Choose the duty and how it ends");
        assertThat(desk.post("/cases/" + reference + "/end-duty", "ended", "1").status()).isEqualTo(400);
    }

    /** A case on a model that ends the duty in a step is sent there, and nothing is proposed. */
    @Test
    void whereNothingWaitsForTheProposalItIsSaidWhereTheDutyEnds() {
        duties.accept(reference, DutyKind.MAIN, LocalDate.now(clock));
        assertThat(end("MAIN", "WITHDREW", "theirWords", "By e-mail today").text())
                .contains("This case runs on an earlier version of the process");
        assertThat(duties.running(reference, DutyKind.MAIN)).isPresent();
    }

    @Test
    void anAnalystMayNot() {
        Desk analyst = Desk.signedIn(port, "analyst");
        analyst.get("/processes");
        assertThat(analyst.get("/cases/" + reference + "/end-duty").status()).isEqualTo(403);
        assertThat(analyst.post("/cases/" + reference + "/end-duty", "duty", "MAIN").status()).isEqualTo(403);
    }

    private Answer end(String duty, String ground, String... more) {
        LocalDate today = LocalDate.now(clock);
        List<String> fields = new ArrayList<>(List.of("duty", duty, "ground", ground, "endedOn-day",
                today.getDayOfMonth() + "", "endedOn-month", today.getMonthValue() + "", "endedOn-year",
                today.getYear() + ""));
        fields.addAll(Arrays.asList(more));
        return desk.post("/cases/" + reference + "/end-duty", fields.toArray(String[]::new));
    }
}
