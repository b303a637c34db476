package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.ThresholdApplication;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditKind;
import org.threshold.audit.AuditQuestion;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.AuditVerifier;
import org.threshold.audit.CaseViews;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;
import org.threshold.oversight.AuditSearch;
import org.threshold.oversight.CaseRecords;

/**
 * What a view costs, and how long it takes to verify, search and take out 100,000 entries.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=AuditBenchmark}; it makes its own database under
 * {@code target} and prints its figures to the console and to {@code target/audit-benchmark.txt}.
 */
class AuditBenchmark {

    private static final int ENTRIES = 100_000;
    private static final int CHAINS = 1_000;
    private static final int AT_ONCE = 1_000;
    private static final int WRITERS = 4;

    private static ConfigurableApplicationContext service;
    private static final Statements STATEMENTS = new Statements();

    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final AuditTrail trail = service.getBean(AuditTrail.class);
    private final CaseViews views = service.getBean(CaseViews.class);
    private final AuditVerifier verifier = service.getBean(AuditVerifier.class);
    private final StringBuilder figures = new StringBuilder();

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-");
        service = new SpringApplicationBuilder(ThresholdApplication.class).web(WebApplicationType.SERVLET)
                .profiles("demonstration", "test")
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(STATEMENTS))
                .run("--server.port=0", "--spring.main.banner-mode=off", "--camunda.bpm.job-execution.enabled=false",
                        "--threshold.postgres.folder=" + folder.resolve("postgres").toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figures() throws Exception {
        as("officer");
        String reference = service.getBean(Approaches.class).take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("Jordan", "Example", LocalDate.of(1990, 5, 17)), "Asked to leave"))).value();
        views(reference);
        fill();
        verification();
        search(reference);
        System.out.println(figures);
        Files.writeString(Path.of("target", "audit-benchmark.txt"), figures);
    }

    private void views(String reference) throws Exception {
        say("statements of a view: %s", STATEMENTS.during(() -> views.viewed(reference, "/cases/{reference}")));
        say("a view (p50 / p95 ms)                     %s", Timing.of(300, () -> {
            views.viewed(reference, "/cases/{reference}");
            return null;
        }));
        say("of a case that never was                  %s", Timing.of(300, () -> {
            views.viewed("TH-999999998-B", "/cases/{reference}");
            return null;
        }));
        say("%d writers on one case, views a second     %9.0f", WRITERS, together(List.of(reference)));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String chain = "BENCH-" + i;
            trail.record(AuditEntry.of(chain, "case.opened", chain));
            many.add(chain);
        }
        say("%d writers on %d cases, views a second      %9.0f", WRITERS, WRITERS, together(many));
    }

    private double together(List<String> cases) throws Exception {
        int each = 200;
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String of = cases.get(writer % cases.size());
            running.add(threads.submit(() -> {
                as("officer");
                for (int i = 0; i < each; i++) {
                    views.viewed(of, "/cases/{reference}");
                }
            }));
        }
        for (Future<?> one : running) {
            one.get(5, TimeUnit.MINUTES);
        }
        threads.shutdown();
        return WRITERS * each / seconds(start);
    }

    private void fill() {
        TransactionTemplate transactions = service.getBean(TransactionTemplate.class);
        String[] people = {"officer", "officer2", "senior", "leader", "manager"};
        long start = System.nanoTime();
        for (int portion = 0; portion < ENTRIES / AT_ONCE; portion++) {
            int first = portion * AT_ONCE;
            as(people[portion % people.length]);
            transactions.executeWithoutResult(status -> {
                for (int i = first; i < first + AT_ONCE; i++) {
                    trail.record(new AuditEntry("FILL-" + i % CHAINS, i % 3 == 0 ? "step.completed" : "case.viewed",
                            "/cases/{reference}/notes", Map.of("relation", i % 50 == 0 ? "NONE" : "TEAM"),
                            i % 100 == 0 ? "They rang about the letter" : null, i % 3 == 0 ? "s184(3)" : null));
                }
            });
        }
        say("an entry in a longer transaction          %9.2f ms", seconds(start) * 1000 / ENTRIES);
        jdbc.sql("analyze audit_entry").update();
        say("on disk, with its indexes                 %9.0f bytes an entry", jdbc.sql("""
                select sum(pg_total_relation_size(inhrelid)) / (select count(*) from audit_entry) from pg_inherits
                 where inhparent = 'audit_entry'::regclass""").query(Double.class).single());
    }

    private void verification() {
        long start = System.nanoTime();
        AuditVerifier.Result all = verifier.verifyAll();
        assertThat(all.findings()).isEmpty();
        say("verify all of %,d entries              %9.2f s", all.entries(), seconds(start));
        start = System.nanoTime();
        verifier.verifyChanged();
        say("the first night, all of it                %9.2f s", seconds(start));
        start = System.nanoTime();
        verifier.verifyChanged();
        say("a night in which nothing was done         %9.2f s", seconds(start));
    }

    private void search(String reference) throws Exception {
        AuditSearch search = service.getBean(AuditSearch.class);
        as("dpo");
        Map<String, AuditQuestion> questions = Map.of(
                "newest 50 of everything", ask(null, null, AuditKind.EVERYTHING, null, false),
                "by person", ask("senior", null, AuditKind.CHANGES, null, false),
                "by a person who did nothing", ask("nobody", null, AuditKind.EVERYTHING, null, false),
                "by case", ask(null, "FILL-7", AuditKind.EVERYTHING, null, false),
                "words in the reason", ask(null, null, AuditKind.EVERYTHING, "the letter", false),
                "words in no reason", ask(null, null, AuditKind.EVERYTHING, "nowhere", false),
                "by strangers", ask(null, null, AuditKind.VIEWS, null, true));
        for (Map.Entry<String, AuditQuestion> question : new TreeMap<>(questions).entrySet()) {
            say("%-42s%s", question.getKey(), Timing.of(20, () -> search.find(question.getValue(), null, 50)));
        }
        as("manager");
        CaseRecords records = service.getBean(CaseRecords.class);
        CaseReference of = new CaseReference(reference);
        say("%-42s%s", "who viewed a case, 1,000 views", Timing.of(20, () -> records.people(of)));
        as("dpo");
        long start = System.nanoTime();
        search.export(ask(null, null, AuditKind.EVERYTHING, null, false), OutputStream.nullOutputStream());
        say("take all of it as CSV                     %9.2f s", seconds(start));
    }

    private static AuditQuestion ask(String who, String of, AuditKind kind, String reason, boolean strangers) {
        return new AuditQuestion(who, of, kind, null, null, reason, strangers);
    }

    private void say(String line, Object... values) {
        figures.append(String.format(line, values)).append('\n');
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
