package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.caseload.CaseloadFiles;
import org.threshold.caseload.CaseloadImport.Report;
import org.threshold.caseload.Caseloads;
import org.threshold.caseload.DateOrder;
import org.threshold.caseload.Sheet;
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/**
 * How long it takes to check and to bring over 1,500 households with people, duties, plans, decisions and notes, beside
 * the same households taken as new approaches through the ordinary services, which leaves each of them only at triage.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=CaseloadBenchmark}; it makes its own database
 * under {@code target} and prints its figures to the console and to {@code target/caseload-benchmark.txt}.
 */
class CaseloadBenchmark {

    private static final int HOUSEHOLDS = 1_500;
    /** Taken one by one; the time is given for as many as were brought over. */
    private static final int BY_HAND = 300;
    private static final int MOST_SECONDS = 120;
    private static final int NOTES = 10;

    private static ConfigurableApplicationContext service;

    private final Caseloads caseloads = service.getBean(Caseloads.class);
    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final LocalDate today = LocalDate.now(service.getBean(Clock.class));

    @BeforeAll
    static void start() throws Exception {
        service = Service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figures() throws Exception {
        as("officer");
        byHand(30);
        long byHand = byHand(BY_HAND);
        as("admin");
        caseloads.bringOver(caseloads.check(DateOrder.ISO, caseload("W", 60).bytes())).get(5, TimeUnit.MINUTES);

        Map<Sheet, byte[]> files = caseload("B", HOUSEHOLDS).bytes();
        long start = System.nanoTime();
        long id = caseloads.check(DateOrder.ISO, files);
        double check = seconds(start);
        start = System.nanoTime();
        caseloads.bringOver(id).get(10, TimeUnit.MINUTES);
        double seconds = seconds(start);

        Report report = caseloads.report(id);
        assertThat(report.households().imported()).isEqualTo(HOUSEHOLDS);
        double ordinary = byHand / 1e9 / BY_HAND * HOUSEHOLDS;
        String figures = String.format("""
                %,d households, %,d rows, %,d letters
                dry run                                 %7.1f s
                brought over, two at a time             %7.1f s   %5.1f ms a household
                as many new approaches, one by one      %7.1f s   %5.1f ms a household (from %d)
                ratio                                   %7.2f
                statutory clocks that had run out: %s
                """, HOUSEHOLDS, report.totals().stream().mapToInt(total -> total.read()).sum(), jdbc.sql(
                "select count(*) from letter").query(Integer.class).single(), check, seconds,
                seconds * 1000 / HOUSEHOLDS, ordinary, byHand / 1e6 / BY_HAND, BY_HAND, seconds / ordinary,
                report.late());
        System.out.println(figures);
        Files.writeString(Path.of("target", "caseload-benchmark.txt"), figures);
        assertThat(seconds).as("seconds to bring over " + HOUSEHOLDS).isLessThan(MOST_SECONDS);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Takes approaches with the same people and notes through the services that the pages use. */
    private long byHand(int households) {
        Approaches approaches = service.getBean(Approaches.class);
        Household people = service.getBean(Household.class);
        CaseNotes notes = service.getBean(CaseNotes.class);
        long start = System.nanoTime();
        for (int i = 0; i < households; i++) {
            CaseReference reference = approaches.take(new NewApproach(NewCase.atTheDesk("north",
                    Person.applicant("Jordan", "Example", LocalDate.of(1990, 5, 17)), "Asked to leave")));
            for (int child = 0; child < 2; child++) {
                people.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2019, 2, 3)));
            }
            for (int note = 0; note < NOTES; note++) {
                notes.add(reference, "Rang the landlord, who will let them stay until the end of the month");
            }
        }
        return System.nanoTime() - start;
    }

    /** Four in ten in prevention, three in relief, of which one is past day 56, two in main duty, one not assessed. */
    private CaseloadFiles caseload(String batch, int households) {
        CaseloadFiles files = new CaseloadFiles("north", today);
        for (int i = 0; i < households; i++) {
            String old = batch + "-" + i;
            switch (i % 10) {
                case 0, 1, 2, 3 -> files.household(old, 60, planned(20, "officer", "officer"))
                        .duty(old, "PREVENTION", 1 + i % 50).step(old).step(old);
                case 4, 5 -> files.household(old, 60, planned(20, "officer", "officer"))
                        .duty(old, "RELIEF", 1 + i % 55).step(old).step(old);
                case 6 -> files.household(old, 90, planned(60, i % 20 == 6 ? new String[] {"priority_need", "YES",
                        "priority_need_on", today.minusDays(70).toString()} : new String[0]))
                        .duty(old, "RELIEF", 75).step(old).step(old);
                case 7, 8 -> files.household(old, 900, "officer", "officer").ended(old, "RELIEF", 880, 820,
                        "ELAPSED_56").duty(old, "MAIN", 800).decision(old, "MAIN_DUTY", 800);
                default -> files.household(old, 9);
            }
            files.person(old, "CHILD", "Sam").person(old, "CHILD", "Kim");
            for (int note = 0; note < NOTES; note++) {
                files.note(old, 1 + note % 8, "A. Former", "Rang the landlord, who will let them stay until the end"
                        + " of the month");
            }
        }
        return files;
    }

    private String[] planned(int givenDaysAgo, String... more) {
        return CaseloadFiles.planned(today, givenDaysAgo, more);
    }
}
