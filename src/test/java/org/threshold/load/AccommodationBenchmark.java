package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.threshold.ThresholdApplication;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.HostNotices;
import org.threshold.accommodation.Matches;
import org.threshold.accommodation.Occupancy;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.UnitFilter;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.charge.Arrears;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.claim.WaitingClaims;
import org.threshold.clock.ServiceClock;

/**
 * What the pages of temporary accommodation cost with 1,069 households in it (Luton, February 2023), 122 of them families
 * in bed and breakfast, beside the same with a tenth of them, and what a night costs for which all are charged.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=AccommodationBenchmark}; it takes some minutes,
 * makes its own database under {@code target} and prints its figures to the console and to
 * {@code target/accommodation-benchmark.txt}.
 */
class AccommodationBenchmark {

    private static final int HOUSEHOLDS = 1_069;
    private static final int FEW = HOUSEHOLDS / 10;
    private static final int FREE_UNITS = 300;
    private static final int LONGEST_STAY = 240;
    private static final int RUNS = 30;

    private static final Statements STATEMENTS = new Statements();
    private static ConfigurableApplicationContext service;

    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final ServiceClock clock = service.getBean(ServiceClock.class);
    private final CaseRegister register = service.getBean(CaseRegister.class);
    private final Homes homes = service.getBean(Homes.class);
    private final StringBuilder figures = new StringBuilder();
    private Placement last;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-");
        service = new SpringApplicationBuilder(ThresholdApplication.class).web(WebApplicationType.SERVLET)
                .profiles("demonstration", "test")
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(STATEMENTS))
                .run("--server.port=0", "--spring.main.banner-mode=off", "--camunda.bpm.job-execution.enabled=false",
                        "--threshold.charge.round=P1D",
                        "--threshold.postgres.folder=" + folder.resolve("postgres").toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figures() throws Exception {
        as("manager");
        for (int i = 0; i < FREE_UNITS; i++) {
            homes.unit(i % 9 == 0 ? Homes.HOTEL : Homes.FLAT);
        }
        moveIn(0, FEW);
        pages(FEW);
        long start = System.nanoTime();
        moveIn(FEW, HOUSEHOLDS);
        say("moving in %d households, ms each                %9.1f", HOUSEHOLDS - FEW,
                (System.nanoTime() - start) / 1e6 / (HOUSEHOLDS - FEW));
        pages(HOUSEHOLDS);
        night();
        System.out.println(figures);
        Files.writeString(Path.of("target", "accommodation-benchmark.txt"), figures);
    }

    /** One in nine is a family in a hotel; stays began up to {@link #LONGEST_STAY} days ago. */
    private void moveIn(int from, int until) {
        LocalDate today = LocalDate.now(clock);
        for (int i = from; i < until; i++) {
            CaseReference reference = register.open(NewCase.atTheDesk("north", Person.applicant("Given" + i, "Family" + i,
                    LocalDate.of(1988, 1, 1).plusDays(i)), "Asked to leave").withOthers(List.of(Person.member(Relationship.CHILD,
                    "Child" + i, "Family" + i, LocalDate.of(2016, 1, 1).plusDays(i)))));
            last = homes.moveIn(reference, i % 9 == 0 ? Homes.HOTEL : Homes.FLAT,
                    today.minusDays(i * 37L % LONGEST_STAY + 1));
        }
        jdbc.sql("analyze").update();
    }

    private void pages(int households) throws Exception {
        as("manager");
        say("");
        say("%d households, %d lines of account (p50 / p95 ms, statements)", households,
                jdbc.sql("select count(*) from charge_line").query(Integer.class).single());
        LocalDate today = LocalDate.now(clock);
        Matches matches = service.getBean(Matches.class);
        measure("a week of 25 units", () -> service.getBean(Occupancy.class).week(UnitFilter.ALL, today, 0));
        measure("the match of a household", () -> matches.free(matches.needOf(last.caseReference())));
        measure("tonight's families in bed and breakfast", () -> service.getBean(BedAndBreakfastNights.class).tonight(200));
        measure("host notices", () -> service.getBean(HostNotices.class).open());
        measure("claims by what they wait for", () -> service.getBean(WaitingClaims.class).counts());
        measure("arrears of all, by type and cause", () -> service.getBean(Arrears.class).on(today, false));
        measure("arrears at a past day as known then", () -> service.getBean(Arrears.class).on(today.minusDays(60), true));
        measure("one account with its statement", () -> service.getBean(ChargeAccounts.class)
                .statement(last.caseReference(), last.id(), today, false, today.minusDays(90)));
    }

    private void night() {
        clock.setOffset(Duration.ofDays(1));
        Object round = service.getBean("chargeRound");
        long start = System.nanoTime();
        CurrentOfficer officer = service.getBean(CurrentOfficer.class);
        Map<String, Integer> sent = STATEMENTS.during(() -> assertThat(officer.<Integer>asService(() ->
                ReflectionTestUtils.invokeMethod(round, "chargeAll"))).isEqualTo(HOUSEHOLDS));
        say("");
        say("a night charged for %d households, s            %9.2f", HOUSEHOLDS, (System.nanoTime() - start) / 1e9);
        say("its statements: %s", sent);
    }

    private void measure(String what, Callable<?> asked) throws Exception {
        int statements = STATEMENTS.during(() -> {
            try {
                asked.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).values().stream().mapToInt(Integer::intValue).sum();
        say("%-44s %s %6d", what, Timing.of(RUNS, asked), statements);
    }

    private void say(String line, Object... values) {
        figures.append(String.format(line, values)).append('\n');
    }
}
