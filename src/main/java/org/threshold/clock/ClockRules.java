package org.threshold.clock;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every statutory clock as data. */
@Component
public class ClockRules {

    private static final String FILE = "/clock/statutory-clocks.json";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Map<ClockKind, List<ClockRule>> rules;

    public ClockRules() {
        this(read());
    }

    ClockRules(List<ClockRule> all) {
        rules = all.stream().sorted(Comparator.comparing(ClockRule::lawFrom)).collect(Collectors.groupingBy(
                ClockRule::kind, () -> new EnumMap<>(ClockKind.class), Collectors.toList()));
        for (ClockKind kind : ClockKind.values()) {
            if (!rules.containsKey(kind)) {
                throw new IllegalStateException(FILE + " has no rule for " + kind);
            }
        }
    }

    private static List<ClockRule> read() {
        JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        try (InputStream file = ClockRules.class.getResourceAsStream(FILE)) {
            return json.readValue(file, new TypeReference<>() { });
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + FILE, broken);
        }
    }

    /** @throws RuleNotInForce where the kind had no rule on that day */
    public ClockRule of(ClockKind kind, LocalDate trigger) {
        return rules.get(kind).stream().filter(rule -> rule.isRuleOn(trigger)).findFirst()
                .orElseThrow(() -> notInForce(kind, trigger));
    }

    /** The rule as it is now, for lists and names. */
    public ClockRule latest(ClockKind kind) {
        List<ClockRule> versions = rules.get(kind);
        return versions.get(versions.size() - 1);
    }

    /** As officers call it, such as 'Relief duty'. */
    public String nameOf(ClockKind kind) {
        return latest(kind).name();
    }

    /** The latest rule of every kind. */
    public List<ClockRule> all() {
        return Arrays.stream(ClockKind.values()).map(this::latest).toList();
    }

    private RuleNotInForce notInForce(ClockKind kind, LocalDate trigger) {
        ClockRule first = rules.get(kind).get(0);
        return new RuleNotInForce(trigger.isBefore(first.lawFrom())
                ? first.name() + ": this rule has been law since " + DAY.format(first.lawFrom()) + ". Enter "
                        + DAY.format(first.lawFrom()) + " or a later date"
                : first.name() + ": this rule was not law on " + DAY.format(trigger));
    }
}
