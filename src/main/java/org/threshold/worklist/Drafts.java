package org.threshold.worklist;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.Permission;
import org.threshold.worklist.store.AnswerStore;
import org.threshold.worklist.store.DraftStore;
import org.threshold.worklist.store.StepStore;

/** What an officer has typed and not submitted, unchecked; kept also when the step was lost to somebody else. */
@Service
@Needs(Permission.WORK_CASES)
@Transactional
public class Drafts {

    /** Most characters of one draft, twenty times the longest form. */
    static final int LONGEST = 300_000;

    private final DraftStore drafts;
    private final StepStore rows;
    private final AnswerStore ended;
    private final StepRules rules;
    private final StepAnswers answers;
    private final CurrentOfficer current;
    private final Clock clock;

    Drafts(DraftStore drafts, StepStore rows, AnswerStore ended, StepRules rules, StepAnswers answers,
           CurrentOfficer current, Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.ended = ended;
        this.rules = rules;
        this.answers = answers;
        this.current = current;
        this.clock = clock;
    }

    /**
     * In a transaction of its own, so that what was typed survives when the step itself could not be completed.
     *
     * @return whether the step is still open
     * @throws StepGone when there has never been such a step
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean save(String stepId, Map<String, List<String>> typed) {
        Officer me = current.get();
        Optional<OpenStep> open = rows.find(stepId);
        open.ifPresent(step -> rules.requireSight(me, step));
        if (open.isEmpty() && ended.ended(stepId).isEmpty()) {
            throw new StepGone("This step does not exist.");
        }
        String json = answers.json(clean(typed));
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("There is too much in this form. Shorten your answers and try again");
        }
        drafts.save(stepId, me.username(), json, clock.instant());
        return open.isPresent();
    }

    /** What I typed into a step, open or ended. */
    @Transactional(readOnly = true)
    public Optional<Map<String, List<String>>> mine(String stepId) {
        return drafts.find(stepId, current.get().username()).map(draft -> answers.typed(draft.answersJson()));
    }

    public void discard(String stepId) {
        drafts.discard(stepId, current.get().username());
    }

    /** Neither the browser's token nor a character that no database keeps. */
    private static Map<String, List<String>> clean(Map<String, List<String>> typed) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        typed.forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                kept.put(plain(name), values.stream().map(value -> value == null ? "" : plain(value)).toList());
            }
        });
        return kept;
    }

    private static String plain(String text) {
        return text.replace("\0", "");
    }
}
