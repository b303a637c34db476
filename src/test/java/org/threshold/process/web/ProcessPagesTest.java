package org.threshold.process.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.threshold.IntegrationTest;
import org.threshold.TokensPutBack;
import org.threshold.access.CurrentOfficer;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ReferralBody;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.process.deployment.Deployer;
import org.threshold.process.model.ModelFolder;
import org.threshold.process.model.TestModels;

/** Incidents and processes as the browser asks for them. */
class ProcessPagesTest extends IntegrationTest {

    private static final String KEY = "test-incident";
    private static final String BODY = """
            <bpmn:startEvent id="start_testBegins" name="Test begins"/>
            <bpmn:sequenceFlow id="flow_1" sourceRef="start_testBegins" targetRef="service_sendWord"/>
            <bpmn:serviceTask id="service_sendWord" name="Send word to nobody" camunda:asyncBefore="true"
                camunda:delegateExpression="${issueDecision}"/>
            <bpmn:sequenceFlow id="flow_2" sourceRef="service_sendWord" targetRef="end_testDone"/>
            <bpmn:endEvent id="end_testDone" name="Test done"/>""";

    @Autowired
    private WebApplicationContext service;
    @Autowired
    WebApplicationContext context;
    @Autowired
    Deployer deployer;
    @Autowired
    CurrentOfficer officer;
    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService management;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    CaseRegister register;
    private MockMvc web;
    private CaseReference reference;
    private ProcessInstance instance;
    private String job;

    @BeforeEach
    void somethingFails() {
        web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        ModelFolder folder = TestModels.process(KEY, BODY);
        officer.asService(() -> deployer.deployFromFiles(folder, TestModels.set(folder)));
        reference = officer.asService(() -> register.openReferred(new NewCase("north",
                Channel.PUBLIC_BODY_REFERRAL, ReferralBody.PROBATION, Person.applicant("Indigo", "Faultley", null), List.of(),
                null, Set.of(), Set.of(), null, "Referred for the page of incidents")));
        instance = officer.asService(() -> runtime.startProcessInstanceByKey(KEY, reference.value()));
        job = management.createJobQuery().processInstanceId(instance.getId()).singleResult().getId();
        assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(RuntimeException.class);
    }

    @AfterEach
    void cleanUp() {
        TokensPutBack.in(service);
        runtime.deleteProcessInstance(instance.getId(), "end of test");
    }

    private static MockHttpServletRequestBuilder by(String username, MockHttpServletRequestBuilder request) {
        return request.with(user(username)).with(csrf());
    }

    private Job job() {
        return management.createJobQuery().jobId(job).singleResult();
    }

    @Test
    void aFaultIsToldInPlainWordsWhileItIsTriedAgain() throws Exception {
        web.perform(by("leader", get("/incidents"))).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("Send word to nobody"), containsString(reference.value()), containsString("Being tried again"),
                containsString("Threshold could not do this by itself"), containsString("Try again now"),
                not(containsString("Exception")), not(containsString("Technical details")))));
    }

    @Test
    void retryGivesAllTriesBackAndIsRecorded() throws Exception {
        management.setJobRetries(job, 0);
        web.perform(by("leader", get("/incidents"))).andExpect(content().string(containsString("Waits for someone")));

        web.perform(by("leader", post("/incidents/" + job + "/retry"))).andExpect(redirectedUrl("/incidents"))
                .andExpect(flash().attribute("confirmation", containsString("tries again")));

        assertThat(job().getRetries()).isEqualTo(8);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'incident.retried' and subject = ?")
                .param(job).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aJobThatIsGoneIsNoFaultOfThePage() throws Exception {
        web.perform(by("leader", post("/incidents/gone/retry"))).andExpect(redirectedUrl("/incidents"))
                .andExpect(flash().attribute("confirmation", containsString("has worked meanwhile")));
        web.perform(by("admin", get("/incidents/gone/details"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("has worked meanwhile")));
    }

    @Test
    void onlyAdministratorsSeeTheStackTrace() throws Exception {
        web.perform(by("admin", get("/incidents"))).andExpect(content().string(containsString("Technical details")));
        web.perform(by("admin", get("/incidents/" + job + "/details"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Exception")));
        web.perform(by("leader", get("/incidents/" + job + "/details"))).andExpect(status().isForbidden());
    }

    @Test
    void whoMayNotSeeOrRetryIsRefused() throws Exception {
        web.perform(by("officer", get("/incidents"))).andExpect(status().isForbidden());
        web.perform(by("officer", post("/incidents/" + job + "/retry"))).andExpect(status().isForbidden());
        web.perform(by("designer", get("/incidents"))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Try again now"))));
        web.perform(by("designer", post("/incidents/" + job + "/retry"))).andExpect(status().isForbidden());
        assertThat(job().getRetries()).as("the seven of the ladder, after the first").isEqualTo(7);
    }

    @Test
    void designersSeeWhatIsLiveAndHowManyCasesRunOnIt() throws Exception {
        String page = web.perform(by("designer", get("/processes"))).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString();
        String row = page.substring(page.indexOf(KEY));
        assertThat(row.substring(0, row.indexOf("</tr>")).replaceAll("<[^>]*>|\\s+", " "))
                .containsPattern("Version\\s+1 *: *1 case").contains("The council’s files");
        assertThat(page).contains("homelessness-approach", "overdue-step", "Decision tables", "service-standards");
    }

    @Test
    void designersSeeWhichChangeWasRefusedAndWhy() throws Exception {
        jdbc.sql("insert into process_refusal (process_key, refused_at, sentences) values (?, now(), ?)"
                + " on conflict (process_key) do nothing")
                .params("test-refused", List.of("<b>The form</b> is not there.").toArray(String[]::new)).update();
        web.perform(by("designer", get("/processes"))).andExpect(content().string(allOf(
                containsString("Changes that were refused"), containsString("test-refused"),
                containsString("&lt;b&gt;The form&lt;/b&gt; is not there."))));
        jdbc.sql("delete from process_refusal where process_key = 'test-refused'").update();
    }
}
