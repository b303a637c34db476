package org.threshold.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.threshold.form.FieldError;
import org.threshold.form.FormDefinition;
import org.threshold.form.FormNode;
import org.threshold.form.FormPage;

/**
 * Answers a form as somebody would who reads it from top to bottom: what is known already stays, a habit answers what
 * it has an answer for, asked or not, and every other required question gets the first of its options, today, or a
 * short sentence. What the service then refuses is answered in another way.
 */
final class FormFiller {

    private static final int MOST_PASSES = 12;
    private static final String WORDS = "Looked at and talked through with the household";
    private static final List<String> AMOUNTS = List.of("25", "3", "0", "150");
    /** Days from today that are tried in turn where a date is refused. */
    private static final List<Integer> DAYS = List.of(0, 7, 14, -1, 28, 42, -7, 1);
    private static final Set<String> TYPED = Set.of("text", "textarea", "number", "date", "time");

    private final FormDefinition form;
    private final Map<String, Object> facts;
    private final Map<String, String> habit;
    private final LocalDate today;
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<String, List<String>> raw = new LinkedHashMap<>();

    /** @param habit answers by key, without the row of a list */
    FormFiller(FormDefinition form, Map<String, Object> facts, Map<String, String> habit, LocalDate today) {
        this.form = form;
        this.facts = facts;
        this.habit = habit;
        this.today = today;
        each(FormPage.of(form, facts).getNodes(), this::keep);
        complete();
    }

    Map<String, List<String>> answers() {
        return raw;
    }

    /** The officer has read what was asked and goes on. */
    void goOn(String asked) {
        raw.put(FormPage.GO_ON, List.of(asked));
    }

    /** @return whether anything can be answered in another way */
    boolean after(List<FieldError> errors) {
        boolean changed = false;
        for (FieldError error : errors) {
            if (!error.key().isEmpty() && !error.key().startsWith("/")) {
                refusals.merge(error.key(), 1, Integer::sum);
                changed |= again(error.key());
            }
        }
        complete();
        return changed;
    }

    private boolean again(String key) {
        boolean[] found = {false};
        each(nodes(), node -> {
            if (key.equals(node.getName())) {
                found[0] = true;
                if (node.getType().equals("list")) {
                    raw.put(key + ".rows", List.of(String.valueOf(node.getRows().size() + 1)));
                } else {
                    answer(node);
                }
            }
        });
        return found[0] && refusals.get(key) < MOST_PASSES;
    }

    /** One answer may show further questions, and hides others. */
    private void complete() {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            int[] answered = {0};
            List<String> hidden = new ArrayList<>();
            each(nodes(), node -> {
                boolean question = TYPED.contains(node.getType()) || !node.getChoices().isEmpty();
                if (question && (node.isRequired() || habit.containsKey(keyOf(node)))
                        && !raw.containsKey(node.getName())) {
                    answer(node);
                    answered[0]++;
                }
            });
            hidden(nodes(), false, hidden);
            hidden.forEach(raw::remove);
            if (answered[0] == 0 && hidden.isEmpty()) {
                return;
            }
        }
    }

    private List<FormNode> nodes() {
        return FormPage.of(form, facts, raw, List.of()).getNodes();
    }

    private void keep(FormNode node) {
        if (node.getName() != null && habit.containsKey(keyOf(node))) {
            return;
        }
        List<String> chosen = node.getChoices().stream().filter(FormNode.Choice::chosen).map(FormNode.Choice::value)
                .toList();
        if (!chosen.isEmpty()) {
            raw.put(node.getName(), chosen);
        } else if (!node.getParts().isEmpty()) {
            keepDate(node);
        } else if (node.getType().equals("list")) {
            raw.put(node.getName() + ".rows", List.of(node.getValue()));
        } else if ((TYPED.contains(node.getType()) || node.getType().equals("given")) && !node.getValue().isEmpty()) {
            raw.put(node.getName(), List.of(node.getValue()));
        }
    }

    private void keepDate(FormNode node) {
        List<String> parts = node.getParts().stream().map(FormNode.Part::value).toList();
        if (parts.stream().noneMatch(String::isEmpty)) {
            raw.put(node.getName(), List.of("%s-%02d-%02d".formatted(parts.get(2), Integer.parseInt(parts.get(1)),
                    Integer.parseInt(parts.get(0)))));
        }
    }

    private void answer(FormNode node) {
        int before = refusals.getOrDefault(node.getName(), 0);
        String own = habit.get(keyOf(node));
        raw.put(node.getName(), List.of(own != null && before == 0 ? own : other(node, before)));
    }

    private static String keyOf(FormNode node) {
        return node.getName().substring(node.getName().lastIndexOf('.') + 1);
    }

    private String other(FormNode node, int before) {
        if (!node.getChoices().isEmpty()) {
            return node.getChoices().get(before % node.getChoices().size()).value();
        }
        return switch (node.getType()) {
            case "date" -> today.plusDays(DAYS.get(before % DAYS.size())).toString();
            case "number" -> AMOUNTS.get(before % AMOUNTS.size());
            case "time" -> "10:00";
            case "text" -> before % 2 == 0 ? "Made-up" : AMOUNTS.get(before / 2 % AMOUNTS.size());
            default -> WORDS;
        };
    }

    /** Those that the answers so far show. */
    private static void each(List<FormNode> nodes, Consumer<FormNode> work) {
        for (FormNode node : nodes) {
            if (!node.isHidden()) {
                work.accept(node);
                each(node.getNodes(), work);
                node.getRows().forEach(row -> each(row.nodes(), work));
            }
        }
    }

    private void hidden(List<FormNode> nodes, boolean outer, List<String> names) {
        for (FormNode node : nodes) {
            boolean hides = outer || node.isHidden();
            if (hides && raw.containsKey(node.getName())) {
                names.add(node.getName());
            }
            hidden(node.getNodes(), hides, names);
            node.getRows().forEach(row -> hidden(row.nodes(), hides, names));
        }
    }
}
