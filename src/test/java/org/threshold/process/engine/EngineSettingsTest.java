package org.threshold.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.clock.ServiceClock;

class EngineSettingsTest extends IntegrationTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    CurrentOfficer officer;
    @Autowired
    ServiceClock clock;
    @Autowired
    Environment environment;
    @Autowired
    JdbcClient jdbc;

    private ProcessEngineConfigurationImpl settings() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @AfterEach
    void reset() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void theEngineNeverChangesItsTables() {
        assertThat(settings().getDatabaseSchemaUpdate()).isEqualTo("false");
    }

    @Test
    void whatIsNotUsedIsOff() {
        assertThat(settings().isCmmnEnabled()).isFalse();
        assertThat(settings().isStandaloneTasksEnabled()).isFalse();
        assertThat(settings().isMetricsEnabled()).isFalse();
        assertThat(settings().isTaskMetricsEnabled()).isFalse();
        assertThat(settings().isAuthorizationEnabled()).isFalse();
        assertThat(settings().isDmnEnabled()).isTrue();
        assertThat(settings().getHistoryLevel().getName()).isEqualTo("lean");
        assertThat(settings().isSkipOutputMappingOnCanceledActivities()).isTrue();
        assertThat(settings().getQueryMaxResultsLimit()).isLessThanOrEqualTo(1000);
    }

    @Test
    void clocksGoFirstAndAnOutageOfADayDoesNotSilenceThem() {
        assertThat(settings().isJobExecutorPreferTimerJobs()).isTrue();
        assertThat(settings().isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(settings().isEnsureJobDueDateNotNull()).isTrue();
        Duration ladder = Arrays.stream(settings().getFailedJobRetryTimeCycle().split(","))
                .map(Duration::parse).reduce(Duration.ZERO, Duration::plus);
        assertThat(ladder).isGreaterThan(Duration.ofDays(1));
        assertThat(environment.getProperty("camunda.bpm.job-execution.max-wait", Long.class)).isLessThanOrEqualTo(5000);
        assertThat(environment.getProperty("camunda.bpm.job-execution.lock-time-in-millis", Long.class))
                .isEqualTo(60_000);
    }

    @Test
    void thePollForDueJobsUsesAnIndex() {
        String plan = String.join("\n", jdbc.sql("select indexdef from pg_indexes where tablename = 'act_ru_job'")
                .query(String.class).list());
        assertThat(plan).contains("(duedate_)").contains("(type_ DESC, duedate_)");
    }

    @Test
    void theEngineKnowsWhoActs() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("officer", "x", "OFFICER"));
        assertThat(whoActs()).isEqualTo("officer");
        assertThat(officer.asService(this::whoActs)).isEqualTo("threshold");
        assertThat(engine.getIdentityService().getCurrentAuthentication()).as("nothing stays behind").isNull();
    }

    private String whoActs() {
        return settings().getCommandExecutorTxRequired()
                .execute(context -> Context.getCommandContext().getAuthenticatedUserId());
    }

    @Test
    void theEnginesClockIsTheServicesClock() {
        Instant then = Instant.parse("2027-03-28T00:30:00Z");
        clock.freeze(then);
        assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(then));
        clock.runAt(then.plus(Duration.ofDays(60)));
        assertThat(Duration.between(clock.instant(), ClockUtil.getCurrentTime().toInstant()).abs())
                .isLessThan(Duration.ofSeconds(2));
        clock.reset();
        assertThat(Duration.between(Instant.now(), ClockUtil.getCurrentTime().toInstant()).abs())
                .isLessThan(Duration.ofSeconds(2));
    }
}
