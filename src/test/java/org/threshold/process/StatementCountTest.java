package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.StatementCounter;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.StepMoves;

/** What a step costs the database. The bare engine at its defaults needs 159 statements for the same case. */
class StatementCountTest extends ProcessTest {

    private static final int MOST = 110;
    private static final Pattern TABLE = Pattern.compile("(?i)^\\s*(select|insert|update|delete|with)\\b.*?"
            + "\\b(?:from|into|update)\\s+([a-z_.]+)", Pattern.DOTALL);

    @Autowired
    private StatementCounter counter;
    @Autowired
    private StepMoves moves;

    @Test
    void aCaseOfTwoStepsWithOverdueTimersStaysWithinItsBudget() {
        declareOnSite();
        deploy("test-two-steps");
        work(newCase());

        CaseReference reference = newCase();
        List<String> statements = counter.during(() -> work(reference));

        assertThat(running(reference)).isFalse();
        assertThat(statements.size()).as("start, claim and complete each of two steps\n" + byTable(statements))
                .isLessThanOrEqualTo(MOST);
    }

    private void work(CaseReference reference) {
        run("test-two-steps", reference);
        for (String element : List.of("task_first", "task_second")) {
            String step = stepId(reference, element);
            moves.claim(step);
            transaction.executeWithoutResult(status -> steps.complete(step, Map.of()));
        }
    }

    /** As a list or a link would know it. */
    private String stepId(CaseReference reference, String element) {
        return jdbc.sql("select step_id from worklist_step where case_reference = ? and element_id = ?")
                .params(reference.value(), element).query(String.class).single();
    }

    private void declareOnSite() {
        jdbc.sql("insert into declared_presence (username, day, office) values (?, date '2027-02-01', 'Harbour Office') "
                + "on conflict do nothing").param(OFFICER).update();
    }

    private static String byTable(List<String> statements) {
        Map<String, Long> counts = statements.stream()
                .collect(Collectors.groupingBy(StatementCountTest::shape, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(each -> "%5d  %s".formatted(each.getValue(), each.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static String shape(String sql) {
        Matcher matcher = TABLE.matcher(sql);
        return matcher.find() ? matcher.group(2).toLowerCase() + " " + matcher.group(1).toLowerCase()
                : sql.strip().lines().findFirst().orElse("");
    }
}
