package org.threshold.logexport;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.threshold.access.Officer;
import org.threshold.clock.ServiceClock;
import org.threshold.logexport.LogEvent.Source;
import org.threshold.logexport.store.LogRow;
import org.threshold.logexport.store.LogSource.Kind;
import org.threshold.worklist.HoldReason;

/**
 * Turns records into events that name nobody. Only what is known to be a code or a time goes through; whatever else a
 * record holds stays behind.
 */
final class Disguise {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final Set<String> REASONS = Arrays.stream(HoldReason.values()).map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Pseudonyms names;
    /** As many as there are officers, and elements in the models: not as there are events. */
    private final Map<String, String> officers = new HashMap<>();
    private final Map<List<String>, String> activities = new HashMap<>();

    Disguise(Pseudonyms names) {
        this.names = names;
    }

    /** London time to the microsecond with its distance from UTC, so that the hour that comes twice is told apart. */
    static String time(Instant at) {
        return TIME.format(at.atZone(ServiceClock.LONDON));
    }

    static String time(OffsetDateTime at) {
        return time(at.toInstant());
    }

    /** What holds from the beginning and never changes, in a log that wants a time for everything. */
    static String always() {
        return TIME.format(Instant.EPOCH.atOffset(ZoneOffset.UTC));
    }

    String caseId(String reference) {
        return names.of("case", reference);
    }

    /** @param reference of the case that stands for it */
    String household(String reference) {
        return names.of("household", reference);
    }

    String step(String id) {
        return names.of("step", id);
    }

    String placement(String id) {
        return names.of("placement", id);
    }

    String unit(String id) {
        return names.of("unit", id);
    }

    String review(String id) {
        return names.of("review", id);
    }

    String officer(String username) {
        return Officer.SERVICE.username().equals(username) ? LogEvent.SERVICE
                : officers.computeIfAbsent(username, of -> names.of("officer", of));
    }

    /** The type of events of this kind, as {@link LogEvent#type()} says it. */
    static String type(Kind kind) {
        Source source = Source.valueOf(kind.source());
        return source == Source.STEP
                ? Activities.ofStep(kind.process(), kind.element()) + " ("
                        + Transitions.of(kind.what(), kind.heldBefore(), kind.detailed()) + ")"
                : Activities.of(source, kind.what());
    }

    LogEvent event(LogRow row) {
        Source source = Source.valueOf(row.source());
        boolean step = source == Source.STEP;
        boolean gives = row.what().equals("PICKED_UP") || row.what().equals("HANDED_OVER");
        return new LogEvent(source, names.of("event", row.source() + ':' + row.id()), caseId(row.caseReference()),
                household(row.household()), row.channel(), activity(source, row),
                instance(source, row.instance()),
                step ? Transitions.of(row.what(), row.heldBefore(), row.detail() != null) : Transitions.COMPLETE,
                row.at(), officer(row.by()), step && gives ? toOfficer(row.detail()) : null, row.team(),
                unit(row.unit()), facts(source, row));
    }

    private String activity(Source source, LogRow row) {
        return source == Source.STEP
                ? activities.computeIfAbsent(List.of(row.process(), row.element()),
                        of -> Activities.ofStep(of.get(0), of.get(1)))
                : activities.computeIfAbsent(List.of(row.source(), row.what()), of -> Activities.of(source, of.get(1)));
    }

    private String toOfficer(String username) {
        return username == null ? null : officer(username);
    }

    private String instance(Source source, String id) {
        return switch (source) {
            case STEP -> step(id);
            case PLACEMENT -> placement(id);
            case REVIEW -> review(id);
        };
    }

    private static Map<String, String> facts(Source source, LogRow row) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("fact", row.what());
        put(facts, "process", row.process());
        put(facts, "version", row.version());
        put(facts, "element", row.element());
        put(facts, "day", row.day());
        put(facts, "outcome", source == Source.REVIEW ? row.detail() : null);
        put(facts, "due", row.what().equals("REDATED") ? due(row.detail()) : null);
        put(facts, "reason", row.what().equals("ON_HOLD") && REASONS.contains(String.valueOf(row.detail()))
                ? row.detail() : null);
        return facts;
    }

    private static void put(Map<String, String> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    /** A step without a due date is recorded as the word null. */
    private static String due(String recorded) {
        return recorded == null || recorded.equals("null") ? null : time(Instant.parse(recorded));
    }
}
