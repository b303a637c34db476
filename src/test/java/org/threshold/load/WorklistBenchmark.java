package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.ThresholdApplication;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepFilter;
import org.threshold.worklist.StepList;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.StepPage;
import org.threshold.worklist.StepSort;
import org.threshold.worklist.StepWork;
import org.threshold.worklist.Worklist;

/**
 * How fast lists, pages and steps are with 1,000, 20,000 and 100,000 open steps, beside the same questions asked of
 * the engine's own task query on the same database, and what a case of two steps costs beside the bare engine.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=WorklistBenchmark}; it takes some minutes,
 * makes its own database under {@code target} and prints its figures to the console and to
 * {@code target/worklist-benchmark.txt}.
 */
class WorklistBenchmark {

    private static final int[] SIZES = {1_000, 20_000, 100_000};
    private static final int RUNS = 200;
    private static final int STEPS = 100;

    private static final Statements STATEMENTS = new Statements();
    private static final StringBuilder REPORT = new StringBuilder();
    private static ConfigurableApplicationContext service;
    private static Path folder;

    private final Worklist worklist = service.getBean(Worklist.class);
    private final StepMoves moves = service.getBean(StepMoves.class);
    private final StepWork work = service.getBean(StepWork.class);
    private final TaskService tasks = service.getBean(TaskService.class);
    private final RuntimeService runtime = service.getBean(RuntimeService.class);
    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final Clock clock = service.getBean(Clock.class);
    private final Visitor browser = new Visitor(service);

    private final Map<String, Timing> my = new LinkedHashMap<>();
    private final List<String> targets = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-");
        service = new SpringApplicationBuilder(ThresholdApplication.class)
                .initializers(context -> ((org.springframework.context.support.GenericApplicationContext) context)
                        .registerBean("statements", Statements.class, () -> STATEMENTS))
                .web(WebApplicationType.SERVLET)
                .profiles("demonstration", "test").run("--server.port=0", "--spring.main.banner-mode=off",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--threshold.postgres.folder=" + folder.resolve("postgres").toAbsolutePath());
        service.getBean(RepositoryService.class).createDeployment().name("load")
                .addInputStream("bpmn/load-two-steps/load-two-steps.bpmn", resource("load-two-steps.bpmn"))
                .addInputStream("forms/load-two-steps/load-step.form", resource("load-step.form")).deploy();
        as("officer");
    }

    @AfterAll
    static void stop() throws Exception {
        Files.writeString(Path.of("target", "worklist-benchmark.txt"), REPORT);
        service.close();
    }

    @Test
    void figures() throws Exception {
        twoSteps();
        browser.signIn("officer");
        Seeds seeds = new Seeds(jdbc);
        CaseReference model = openCase();
        String instance = start(model, Map.of("team", "north", "lane", "STANDARD", "applicantName", "Jordan Example",
                "channel", "DESK", "homelessTonight", false, "domesticAbuse", false, "aged16or17", false,
                "interimDue", true));
        Instant firstDue = clock.instant().plusSeconds(86_400);
        for (int size : SIZES) {
            seeds.growTo(size, instance, model.value(), firstDue);
            lists(size);
            pages(size);
        }
        say("");
        targets.forEach(WorklistBenchmark::say);
        assertThat(targets).noneMatch(target -> target.startsWith("MISSED"));
    }

    private void lists(int size) throws Exception {
        say("");
        say("%,d open steps: query beside query, ms              p50       p95    engine p50       p95   ratio p50",
                size);
        StepFilter urgent = new StepFilter(Set.of("north"), Set.of("EMERGENCY"), Set.of(), null, false, false, false,
                false);
        String reference = jdbc.sql("select case_reference from worklist_step order by due_at offset 500 limit 1")
                .query(String.class).single();
        double mine = beside("My work, 25 rows", size, () -> ids(worklist.list(StepList.MINE, StepFilter.NONE,
                StepSort.URGENCY, null)), () -> withVariables(tasks.createTaskQuery().taskAssignee("officer")
                .orderByDueDate().asc().listPage(0, StepPage.SIZE)));
        double team = beside("Team queue, one lane, 25 rows", size, () -> ids(worklist.list(StepList.TEAM, urgent,
                StepSort.URGENCY, null)), () -> withVariables(tasks.createTaskQuery().taskCandidateGroup("north")
                .includeAssignedTasks().processVariableValueEquals("lane", "EMERGENCY").orderByDueDate().asc()
                .listPage(0, StepPage.SIZE)));
        as("manager");
        beside("Find by name", size, () -> worklist.find(Seeds.RARE, null).stream().map(OpenStep::stepId).toList(),
                () -> withVariables(tasks.createTaskQuery().processVariableValueLike("applicantName", Seeds.RARE + "%")
                        .orderByDueDate().asc().listPage(0, StepPage.SIZE)));
        as("officer");
        beside("Open steps of a case", size, () -> worklist.openStepsOf(new CaseReference(reference)).stream()
                .map(OpenStep::stepId).toList(), () -> withVariables(tasks.createTaskQuery()
                .processInstanceBusinessKey(reference).orderByDueDate().asc().listPage(0, StepPage.SIZE)));
        target(mine >= 1, "My work is no slower than the engine's assignee query with variables at %,d: %.1f times as "
                + "fast", size, mine);
        if (size == 100_000) {
            target(team >= 20, "The team queue with a filter beats the engine's query with a variable filter at %,d by "
                    + "20 times: %.0f times", size, team);
        }
    }

    /** @return how many times as fast as the engine's answer to the same question, by p50 */
    private double beside(String question, int size, Supplier<List<String>> ours, Supplier<List<String>> engine)
            throws Exception {
        assertThat(ours.get()).as(question + ": the same rows").isNotEmpty()
                .containsExactlyElementsOf(engine.get());
        Timing fast = Timing.of(RUNS, ours::get);
        Timing slow = Timing.of(size > 1_000 ? RUNS / 4 : RUNS, engine::get);
        say("  %-44s %s     %s   %8.1f", question, fast, slow, slow.p50() / fast.p50());
        return slow.p50() / fast.p50();
    }

    private void pages(int size) throws Exception {
        say("%,d open steps: pages over HTTP, ms                   p50       p95", size);
        String reference = jdbc.sql("select case_reference from worklist_step where owner = 'officer' limit 1")
                .query(String.class).single();
        Timing mine = page("My work", "/work");
        my.put(String.valueOf(size), mine);
        page("Team queue, one lane", "/work/team?lane=EMERGENCY");
        browser.post("/work/find", Map.of("text", Seeds.RARE), browser.token("/work/find"));
        page("Find by name", "/work/find");
        page("Case page", "/cases/" + reference);
        completing(size);
        if (size == 100_000) {
            double growth = mine.p95() / my.get("1000").p95();
            target(growth <= 2, "My work at %,d takes at most twice its time at 1,000 (p95): %.2f times", size, growth);
        }
    }

    private Timing page(String name, String path) throws Exception {
        Timing timing = browser.time(RUNS, path);
        say("  %-44s %s", name, timing);
        return timing;
    }

    private void completing(int size) throws Exception {
        List<String> free = jdbc.sql("""
                select step_id from worklist_step where team = 'north' and owner is null and step_id like '%-%-%-%-%-%'
                order by due_at desc limit ?""").param(STEPS + STEPS / 3).query(String.class).list();
        String token = browser.token("/work");
        List<Long> times = new ArrayList<>();
        for (String step : free) {
            moves.claim(step);
            long before = System.nanoTime();
            HttpResponse<String> answer = browser.post("/steps/" + step, Map.of("said",
                    "They were asked to leave by Friday", "goOn", "yes"), token);
            times.add(System.nanoTime() - before);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        }
        say("  %-44s %s", "Completing a step", Timing.of(times.subList(STEPS / 3, times.size()).stream()
                .mapToLong(Long::longValue).toArray()));
    }

    private void twoSteps() throws Exception {
        BareEngine bare = new BareEngine(service);
        int cases = 1_000;
        List<CaseReference> opened = new ArrayList<>();
        for (int i = 0; i < cases + 120; i++) {
            opened.add(openCase());
        }
        opened.subList(0, 100).forEach(this::twoStepCase);
        Map<String, Integer> counted = STATEMENTS.during(() -> opened.subList(100, 120).forEach(this::twoStepCase));
        jdbc.sql("vacuum full").update();
        long before = bytes(jdbc);
        long[] times = new long[cases];
        for (int i = 0; i < cases; i++) {
            long start = System.nanoTime();
            twoStepCase(opened.get(120 + i));
            times[i] = System.nanoTime() - start;
        }
        double grown = (bytes(jdbc) - before) / 1024.0 / cases;
        jdbc.sql("vacuum full").update();
        double kept = (bytes(jdbc) - before) / 1024.0 / cases;
        BareEngine.Cost other = bare.measure(cases);
        double statements = counted.values().stream().mapToInt(Integer::intValue).sum() / 20.0;
        say("A case of two steps with overdue timers: start, claim and complete each");
        say("                                            statements      KB  KB vacuumed    ms p50       p95");
        say("  Threshold, with worklist, facts and audit   %8.1f %7.1f %7.1f     %s", statements, grown, kept,
                Timing.of(times));
        say("  The bare engine at its default settings     %8.1f %7.1f %7.1f     %s", other.statements(),
                other.kilobytes(), other.vacuumed(), other.timing());
        say("Where Threshold's statements come from, per case:");
        counted.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(entry -> say("  %6.1f  %s", entry.getValue() / 20.0, entry.getKey()));
        target(statements <= 110, "A case of two steps takes at most 110 statements: %.1f", statements);
        target(grown <= 12, "A case of two steps takes at most 12 KB: %.1f", grown);
        target(statements < other.statements(), "and fewer statements than the bare engine's %.1f", other.statements());
    }

    private void twoStepCase(CaseReference reference) {
        start(reference, Map.of("team", "north", "lane", "STANDARD"));
        for (int step = 0; step < 2; step++) {
            String id = worklist.openStepsOf(reference).get(0).stepId();
            moves.claim(id);
            work.complete(id, Map.of("said", List.of("They were asked to leave by Friday"), "goOn", List.of("yes")));
        }
    }

    private String start(CaseReference reference, Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey("load-two-steps", reference.value(), variables).getId();
    }

    private CaseReference openCase() {
        return service.getBean(CaseRegister.class).open(NewCase.atTheDesk("north",
                Person.applicant("Jordan", "Example", LocalDate.of(1990, 5, 17)), "Asked to leave"));
    }

    private static List<String> ids(StepPage page) {
        return page.steps().stream().map(OpenStep::stepId).toList();
    }

    /** A list made of engine queries needs the variables of its rows for what it shows. */
    private List<String> withVariables(List<Task> page) {
        String[] instances = page.stream().map(Task::getProcessInstanceId).toArray(String[]::new);
        if (instances.length > 0) {
            assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(instances)
                    .listPage(0, 1_000)).isNotEmpty();
        }
        return page.stream().map(Task::getId).toList();
    }

    /** What all tables and indexes take on disk as they lie, dead rows included. */
    static long bytes(JdbcClient jdbc) {
        return jdbc.sql("""
                select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('threshold', 'engine', 'public')""").query(Long.class).single();
    }

    static java.io.InputStream resource(String name) {
        return WorklistBenchmark.class.getClassLoader().getResourceAsStream("bpmn-test/load/" + name);
    }

    static void say(String line, Object... values) {
        String text = String.format(line, values);
        System.out.println(text);
        REPORT.append(text).append('\n');
    }

    private void target(boolean met, String line, Object... values) {
        targets.add((met ? "MET    " : "MISSED ") + String.format(line, values));
    }
}
