package org.threshold.hclic;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.Sha256;
import org.threshold.hclic.store.ReturnCases;
import org.threshold.hclic.store.ReturnRecords;

/**
 * The return of a quarter: who is in it and why, what is missing, and the extract. Whoever looks or takes it gets the cases
 * that they may know of, with control totals of those; the service gets every case, for the return that is handed over.
 */
@Service
public class QuarterReturns {

    private static final int SHOWN_BEFORE = 8;

    private final ReturnCases cases;
    private final ReturnReader reader;
    private final Completeness completeness;
    private final ReturnWriter writer;
    private final ReturnRecords records;
    private final ReturnSettings settings;
    private final CurrentOfficer officer;
    private final AuditTrail audit;
    private final Clock clock;

    QuarterReturns(ReturnCases cases, ReturnReader reader, Completeness completeness, ReturnWriter writer,
                   ReturnRecords records, ReturnSettings settings, CurrentOfficer officer,
                   AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.reader = reader;
        this.completeness = completeness;
        this.writer = writer;
        this.records = records;
        this.settings = settings;
        this.officer = officer;
        this.audit = audit;
        this.clock = clock;
    }

    /** What brings a case into a quarter's return (domain.md B1). */
    public enum Event {
        PLACED("Placed in temporary accommodation"), DUTY_AWARDED("First duty owed"),
        MOVED_BETWEEN_DUTIES("Moved to another duty"), DECIDED("Decision issued"), CLOSED("Closed");

        private final String title;

        Event(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * @param reported cases in the return
     * @param events   cases by what brought them in; a case may stand in several
     * @param leftOut  cases to which something happened and that are no part of the return, by reason
     * @param rows     rows of the extract by section
     * @param missing  errors and warnings by section
     */
    public record View(Quarter quarter, LocalDate deadline, long daysLeft, int reported, Map<Event, Integer> events,
                       Map<String, Integer> leftOut, Map<ReturnSection, Integer> rows,
                       Map<ReturnSection, int[]> missing, int casesWithErrors,
                       List<ReturnRecords.Extract> extracts) {
    }

    /** An extract as it is handed over. */
    public record Extract(String fileName, byte[] content, ControlTotals totals) {
    }

    /** The quarters that can be looked at: this one and the two years before. */
    @Needs(Permission.VIEW_RETURN)
    public List<Quarter> quarters() {
        Quarter now = Quarter.of(LocalDate.now(clock));
        return java.util.stream.Stream.iterate(now, Quarter::before).limit(SHOWN_BEFORE + 1).toList();
    }

    @Needs(Permission.VIEW_RETURN)
    @Transactional(readOnly = true)
    public View view(Quarter quarter) {
        List<ReturnCases.Event> events = cases.events(quarter.first(), quarter.last());
        List<CaseReturn> all = reader.read(references(events));
        List<CaseReturn> reported = all.stream().filter(CaseReturn::inReturn).toList();
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        all.stream().filter(each -> !each.inReturn()).forEach(each -> leftOut.merge(
                each.standing().excluded() != null ? "Taken out by hand" : each.leftOutBecause(), 1, Integer::sum));
        Map<ReturnSection, int[]> missing = new EnumMap<>(ReturnSection.class);
        int withErrors = 0;
        for (CaseReturn each : reported) {
            List<Gap> gaps = completeness.of(each);
            gaps.forEach(gap -> missing.computeIfAbsent(gap.section(), key -> new int[2])[gap.isError() ? 0 : 1]++);
            withErrors += gaps.stream().anyMatch(Gap::isError) ? 1 : 0;
        }
        LocalDate deadline = settings.deadline(quarter);
        return new View(quarter, deadline, LocalDate.now(clock).until(deadline, java.time.temporal.ChronoUnit.DAYS),
                reported.size(), events(events, reported), leftOut, ControlTotals.of(quarter, reported).rows(), missing,
                withErrors, records.extracts(quarter.toString(), officer.get().username()));
    }

    private static Map<Event, Integer> events(List<ReturnCases.Event> events, List<CaseReturn> reported) {
        Set<String> references = new TreeSet<>();
        reported.forEach(each -> references.add(each.reference().value()));
        Map<Event, Integer> counts = new EnumMap<>(Event.class);
        events.stream().filter(event -> references.contains(event.caseReference()))
                .forEach(event -> counts.merge(Event.valueOf(event.event()), 1, Integer::sum));
        return counts;
    }

    private static Set<String> references(List<ReturnCases.Event> events) {
        Set<String> references = new TreeSet<>();
        events.forEach(event -> references.add(event.caseReference()));
        return references;
    }

    /** Takes the return of a quarter as CSV files in a ZIP; who took it, and its totals, are kept. */
    @Needs(Permission.TAKE_RETURN)
    @Transactional
    public Extract csv(Quarter quarter) {
        return take(quarter, "CSV");
    }

    /** Takes the return of a quarter as one JSON file; who took it, and its totals, are kept. */
    @Needs(Permission.TAKE_RETURN)
    @Transactional
    public Extract json(Quarter quarter) {
        return take(quarter, "JSON");
    }

    private Extract take(Quarter quarter, String format) {
        List<CaseReturn> reported = reader.read(references(cases.events(quarter.first(), quarter.last()))).stream()
                .filter(CaseReturn::inReturn).toList();
        ControlTotals totals = ControlTotals.of(quarter, reported);
        byte[] content = format.equals("CSV") ? writer.zip(reported, totals) : writer.json(reported, totals);
        String sha256 = Sha256.of(content);
        int rows = totals.rows().values().stream().mapToInt(Integer::intValue).sum();
        records.extracted(new ReturnRecords.Extract(quarter.toString(), format, totals.cases(), rows, sha256,
                officer.get().username(), clock.instant()));
        audit.record(new AuditEntry(null, "return.taken", quarter.toString(), Map.of("format", format, "cases",
                String.valueOf(totals.cases()), "rows", String.valueOf(rows), "sha256", sha256), null, null));
        return new Extract("h-clic-" + quarter + (format.equals("CSV") ? ".zip" : ".json"), content, totals);
    }
}
