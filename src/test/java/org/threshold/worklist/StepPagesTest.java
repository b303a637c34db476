package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.threshold.TokensPutBack;
import org.threshold.casefile.CaseReference;

/** The pages of the worklist as the browser asks for them. */
class StepPagesTest extends WorklistFixture {

    @Autowired
    private WebApplicationContext service;
    @Autowired WebApplicationContext context;
    private MockMvc web;
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void browser() {
        web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @AfterEach
    void putTokensBack() {
        TokensPutBack.in(service);
    }

    @Test
    void myWorkShowsWhatIHoldMostUrgentFirst() throws Exception {
        CaseReference reference = openCase("north", "Quill", "Sampleton");
        moves.claim(openStep(reference, "north"));

        web.perform(by("officer", get("/work"))).andExpect(status().isOk()).andExpect(content().string(
                allOf(containsString("Quill Sampleton"), containsString("Ask questions"), containsString("overdue"))));
        web.perform(by("senior", get("/work"))).andExpect(content().string(not(containsString("Quill Sampleton"))));
    }

    @Test
    void listsAreForThoseWhoMaySeeThem() throws Exception {
        web.perform(by("officer", get("/work/team"))).andExpect(status().isOk());
        web.perform(by("officer", get("/work/all"))).andExpect(status().isForbidden());
        web.perform(by("officer", get("/work/overdue"))).andExpect(status().isForbidden());
        web.perform(by("officer", get("/work/hand-over"))).andExpect(status().isForbidden());
        web.perform(by("analyst", get("/work"))).andExpect(status().isForbidden());
        for (String page : new String[] {"/work/all", "/work/overdue", "/work/hand-over", "/work/find"}) {
            web.perform(by("leader", get(page))).andExpect(status().isOk());
        }
    }

    @Test
    void aFilterStandsInTheAddressAndTheListKeepsItsPlace() throws Exception {
        String step = openStep(openCase("north", "Ember", "Fictional"), "north", "EMERGENCY",
                Instant.parse("2000-01-01T00:00:00Z"));

        web.perform(by("officer", get("/work/team?lane=EMERGENCY&overdue=true&at=nonsense&sort=NAME&flag=")))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Ember Fictional")));
        web.perform(by("officer", get("/work/team?lane=YOUNG_PERSON")))
                .andExpect(content().string(not(containsString("Ember Fictional"))));
        web.perform(by("officer", get("/work/team?lane=EMERGENCY&overdue=true")));
        web.perform(by("officer", get("/steps/" + step)))
                .andExpect(content().string(containsString("/work/team?lane=EMERGENCY&amp;overdue=true")));
        web.perform(by("officer", post("/steps/" + step).param("whatWasSaid", "Said").param("meet", "no")))
                .andExpect(redirectedUrl("/work/team?lane=EMERGENCY&overdue=true"))
                .andExpect(flash().attributeExists("completed", "following"));
    }

    @Test
    void theStepPageHasTheFormAndTheFactsBesideIt() throws Exception {
        String step = openStep("north");

        web.perform(by("officer", get("/steps/" + step))).andExpect(status().isOk()).andExpect(content().string(
                allOf(containsString("What did they say?"), containsString("What good looks like"),
                        containsString("Ask one thing at a time."), containsString("s189A(1)"),
                        containsString("data-draft-url=\"/steps/" + step + "/draft\""), containsString("17 May 1990"),
                        containsString("Meet them? Yes: Meet them"), containsString("Meet them? No: Sign off"))));
    }

    @Test
    void aMistakeKeepsWhatWasTyped() throws Exception {
        String step = openStep("north");

        web.perform(by("officer", post("/steps/" + step).param("whatWasSaid", "Only half <b>done</b>")))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(
                        allOf(containsString("There is a problem"), containsString("Only half &lt;b&gt;done&lt;/b&gt;"))));
        web.perform(by("officer", post("/steps/" + step).param("whatWasSaid", "x").param("meet", "no").param("evil", "1")))
                .andExpect(status().isBadRequest());
        assertThat(ownerOf(step)).isEqualTo("null");
    }

    @Test
    void rowsAreAddedAndTakenAwayWithoutLosingWhatWasTyped() throws Exception {
        String step = openStep("north");

        web.perform(by("officer", post("/steps/" + step).param("whatWasSaid", "Kept").param("visitors.rows", "1")
                        .param("visitors[0].visitor", "Robin Example").param("_add", "visitors")))
                .andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Kept"),
                        containsString("Robin Example"), containsString("visitors[1].visitor"))));
    }

    @Test
    void aDraftComesBack() throws Exception {
        String step = openStep("north");

        web.perform(by("officer", post("/steps/" + step + "/draft").param("whatWasSaid", "Half a sentence")
                .header("X-Requested-With", "fetch"))).andExpect(status().isNoContent());
        web.perform(by("officer", post("/steps/" + step + "/draft").param("whatWasSaid", "Half a sentence and")))
                .andExpect(redirectedUrl("/steps/" + step));
        web.perform(by("officer", get("/steps/" + step)))
                .andExpect(content().string(containsString("Half a sentence and")));
        web.perform(by("officer", get("/steps/" + step + "/draft"))).andExpect(redirectedUrl("/steps/" + step));
    }

    @Test
    void whoComesTooLateSeesWhoWasFirstAndWhatTheyTyped() throws Exception {
        String step = openStep("north");
        as("senior", () -> work.complete(step, answers("First", "no")));

        web.perform(by("officer", post("/steps/" + step).param("whatWasSaid", "My long story").param("meet", "no")))
                .andExpect(status().isConflict()).andExpect(content().string(
                        allOf(containsString("completed ‘Ask questions’ on"), containsString("My long story"))));
        web.perform(by("officer", get("/steps/" + step))).andExpect(status().isConflict())
                .andExpect(content().string(containsString("My long story")));
        web.perform(by("officer", post("/steps/" + step + "/draft/discard"))).andExpect(status().isFound());
        web.perform(by("officer", get("/steps/" + step)))
                .andExpect(content().string(not(containsString("My long story"))));
    }

    @Test
    void aFailureKeepsADraftAndSaysSo() throws Exception {
        String step = openStep("north");

        web.perform(by("officer", post("/steps/" + step).param("whatWasSaid", "the house falls").param("meet", "no")))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("nothing was recorded")));
        assertThat(as("officer", () -> drafts.mine(step)).orElseThrow()).containsKey("whatWasSaid");
    }

    @Test
    void someoneElsesStepShowsNoForm() throws Exception {
        String step = openStep("north");
        as("senior", () -> moves.claim(step));

        web.perform(by("officer", get("/steps/" + step))).andExpect(status().isOk()).andExpect(content().string(
                allOf(containsString("has held ‘Ask questions’ since"), not(containsString("Complete this step")))));
        web.perform(by("officer2", get("/steps/" + step))).andExpect(status().isForbidden());
        web.perform(by("officer", get("/steps/no-such-step"))).andExpect(status().isConflict());
    }

    @Test
    void aSearchLeavesNoNameInAnyAddress() throws Exception {
        openStep(openCase("north", "Wren", "Invented", LocalDate.of(1977, 3, 9)), "north");

        web.perform(by("officer", post("/work/find").param("text", "inven wr").param("day", "9").param("month", "3")
                .param("year", "1977"))).andExpect(redirectedUrl("/work/find"));
        web.perform(by("officer", get("/work/find"))).andExpect(content().string(containsString("Wren Invented")));
        web.perform(by("officer", post("/work/find").param("day", "31").param("month", "2").param("year", "1977")))
                .andExpect(status().isUnprocessableEntity());
        web.perform(by("officer", post("/work/find"))).andExpect(status().isUnprocessableEntity());
        web.perform(by("officer", post("/work/find").param("text", "TH-100001-Z")))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void movesHaveTheirPages() throws Exception {
        String step = openStep("north");
        LocalDate day = LocalDate.now(clock).plusDays(5);

        web.perform(by("officer", post("/steps/" + step + "/claim"))).andExpect(redirectedUrl("/steps/" + step));
        web.perform(by("officer", get("/steps/" + step + "/hold"))).andExpect(status().isOk());
        web.perform(by("officer", post("/steps/" + step + "/hold").param("day", "31").param("month", "2")
                .param("year", "2027"))).andExpect(status().isUnprocessableEntity()).andExpect(content().string(
                        allOf(containsString("Select why the step is on hold"), containsString("such as 27 3 2027"))));
        web.perform(by("officer", post("/steps/" + step + "/hold").param("reason", "APPLICANT")
                .param("day", "" + day.getDayOfMonth()).param("month", "" + day.getMonthValue())
                .param("year", "" + day.getYear()))).andExpect(status().isFound());
        assertThat(as("officer", () -> worklist.step(step)).holdUntil()).isEqualTo(day);
        web.perform(by("officer", get("/steps/" + step + "/hand-over"))).andExpect(status().isOk());
        web.perform(by("officer", post("/steps/" + step + "/hand-over")))
                .andExpect(status().isUnprocessableEntity());
        web.perform(by("officer", post("/steps/" + step + "/hand-over").param("to", "person:senior")
                .param("note", "Please"))).andExpect(status().isFound());
        assertThat(ownerOf(step)).isEqualTo("senior");
        web.perform(by("leader", post("/work/hand-over").param("show", "true").param("from", "senior")))
                .andExpect(status().isOk()).andExpect(content().string(containsString(step)));
        web.perform(by("leader", post("/work/hand-over").param("from", "senior").param("step", step)
                .param("to", "person:officer").param("reason", "Leave"))).andExpect(redirectedUrl("/work/hand-over"));
        assertThat(ownerOf(step)).isEqualTo("officer");
        web.perform(by("officer", post("/work/next"))).andExpect(status().isFound());
    }

    private MockHttpServletRequestBuilder by(String username, MockHttpServletRequestBuilder request) {
        return request.with(user(username)).with(csrf()).session(session);
    }
}
