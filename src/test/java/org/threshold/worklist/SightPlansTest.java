package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;
import org.threshold.StatementCounter;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;
import org.threshold.worklist.store.StepStore;

/**
 * Hiding restricted cases costs no list its index: with thousands of open steps, one case in ten restricted, the database
 * reads no whole table of steps for any question of the worklist. {@code -Dplans.steps=100000} prints times too.
 */
class SightPlansTest extends IntegrationTest {

    private static final int STEPS = Integer.getInteger("plans.steps", 20_000);
    private static final int RUNS = 200;
    private static final Pattern VALUE = Pattern.compile("\\?");

    @Autowired
    private Worklist worklist;
    @Autowired
    private StepStore rows;
    @Autowired
    private Approaches approaches;
    @Autowired
    private StatementCounter counter;
    @Autowired
    private TransactionTemplate transactions;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyListIsReadByItsIndex() {
        actAs("officer");
        CaseReference model = approaches.take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("Plan", "Reader", LocalDate.of(1990, 1, 1)), "Asked to leave")));
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            fill(model);
            Map<String, Runnable> questions = questions();
            questions.forEach((name, question) -> assertThat(plan(question)).as(name)
                    .doesNotContain("Seq Scan on worklist_step"));
            assertThat(worklist.find("Plainname7", null)).as("something is found").isNotEmpty()
                    .noneMatch(OpenStep::restricted);
            if (STEPS > 20_000) {
                questions.forEach(SightPlansTest::time);
            }
        });
    }

    private Map<String, Runnable> questions() {
        StepFilter emergency = new StepFilter(Set.of("north"), Set.of("EMERGENCY"), Set.of(), null, false, false, false,
                false);
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("my work", () -> worklist.list(StepList.MINE, StepFilter.NONE, StepSort.URGENCY, null));
        questions.put("how many I hold", () -> worklist.countMine());
        questions.put("team queue", () -> worklist.list(StepList.TEAM, StepFilter.NONE, StepSort.URGENCY, null));
        questions.put("team queue, one lane", () -> worklist.list(StepList.TEAM, emergency, StepSort.URGENCY, null));
        questions.put("kinds of step of a team", () -> worklist.openElements(StepList.TEAM));
        questions.put("find by name", () -> worklist.find("Plainname7", null));
        questions.put("take the next", () -> rows.lockNext(Set.of("north"), List.of("OFFICER"), true,
                LocalDate.of(2030, 1, 1)));
        questions.put("everything, for a manager", () -> {
            actAs("manager");
            worklist.list(StepList.ALL, StepFilter.NONE, StepSort.URGENCY, null);
            actAs("officer");
        });
        return questions;
    }

    /** Cases of 20 steps, one in ten restricted, ten teams, thirty steps of the officer. */
    private void fill(CaseReference model) {
        int cases = STEPS / 20;
        jdbc.sql("""
                insert into case_file select copy.* from case_file c cross join generate_series(0, :last) n
                cross join lateral jsonb_populate_record(null::case_file, to_jsonb(c)
                    || jsonb_build_object('reference', 'TH-' || (900000000 + n) || '-A')) copy where c.reference = :model""")
                .param("last", cases / 10 - 1).param("model", model.value()).update();
        jdbc.sql("""
                insert into case_restriction (case_reference, kind, reason, manager, restricted_by, restricted_at)
                select 'TH-' || (900000000 + n) || '-A', 'OTHER', 'Plan', 'leader2', 'leader2', now() from generate_series(0, :last) n""")
                .param("last", cases / 10 - 1).update();
        jdbc.sql("""
                insert into case_access (case_reference, username, kind, given_by, given_at)
                select 'TH-' || (900000000 + n) || '-A', 'leader2', 'NAMED', 'leader2', now() from generate_series(0, :last) n""")
                .param("last", cases / 10 - 1).update();
        jdbc.sql("""
                insert into worklist_step select copy.* from worklist_step w cross join generate_series(1, :steps) n
                cross join lateral jsonb_populate_record(null::worklist_step, to_jsonb(w) || jsonb_build_object(
                    'step_id', 'plan-' || n, 'case_reference', 'TH-' || (900000000 + n % :cases) || '-A',
                    'team', case n % 10 when 0 then 'north' else 'plan' || n % 10 end,
                    'owner', case when n <= 30 then 'officer' when n % 7 < 3 then 'someone' || n % 400 end,
                    'owned_since', case when n <= 30 or n % 7 < 3 then w.due_at end,
                    'lane', case when n % 23 = 0 then 'EMERGENCY' else 'STANDARD' end,
                    'applicant_name', 'Plainname' || n % 997,
                    'name_words', array_to_tsvector(array['plainname' || n % 997])::text,
                    'element_id', 'task_plan' || n % 12,
                    'due_at', w.due_at + (n * 7919 % 1000003) * interval '7 seconds')) copy
                where w.case_reference = :model""")
                .param("steps", STEPS).param("cases", cases).param("model", model.value()).update();
        for (String table : List.of("worklist_step", "case_restriction", "case_access", "case_file")) {
            jdbc.sql("analyze " + table).update();
        }
    }

    /** How the database answers the question for whatever is asked with it. */
    private String plan(Runnable question) {
        String asked = counter.during(question).stream().filter(sql -> sql.contains("worklist_step")).findFirst()
                .orElseThrow();
        int[] number = {0};
        String numbered = VALUE.matcher(asked).replaceAll(found -> Matcher.quoteReplacement("$" + ++number[0]));
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        jdbc.sql("prepare asked as " + numbered).update();
        String plan = String.join("\n", jdbc.sql("explain execute asked" + nulls(number[0])).query(String.class).list());
        jdbc.sql("deallocate asked").update();
        jdbc.sql("set local plan_cache_mode = auto").update();
        return plan;
    }

    private static String nulls(int many) {
        return many == 0 ? "" : "(" + String.join(", ", Collections.nCopies(many, "null")) + ")";
    }

    private static void time(String name, Runnable question) {
        double[] took = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            question.run();
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf("%-28s %7.2f %7.2f%n", name, took[RUNS / 2], took[RUNS * 95 / 100]);
    }

    private static void actAs(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.NO_AUTHORITIES));
    }
}
