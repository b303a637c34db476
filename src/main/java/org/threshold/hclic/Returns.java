package org.threshold.hclic;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Team;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.casefile.UnknownCase;
import org.threshold.hclic.store.ReturnCases;
import org.threshold.hclic.store.ReturnRecords;

/** What the quarterly return to government misses: of one case, of a team and of each officer. */
@Service
@EnableConfigurationProperties(ReturnSettings.class)
public class Returns {

    /** More cases than this are not looked through for one list; the list says so. */
    public static final int MOST_CASES = 5_000;
    private static final int LONGEST_REASON = 1000;
    private static final int DAYS_AFTER_CLOSING = 135;

    private final ReturnReader reader;
    private final ReturnCases cases;
    private final ReturnRecords records;
    private final Completeness completeness;
    private final ReturnMapping mapping;
    private final Permissions permissions;
    private final CurrentOfficer officer;
    private final People people;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Clock clock;

    Returns(ReturnReader reader, ReturnCases cases, ReturnRecords records, Completeness completeness,
            ReturnMapping mapping, Permissions permissions, CurrentOfficer officer, People people, Timeline timeline,
            AuditTrail audit, Clock clock) {
        this.reader = reader;
        this.cases = cases;
        this.records = records;
        this.completeness = completeness;
        this.mapping = mapping;
        this.permissions = permissions;
        this.officer = officer;
        this.people = people;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far one section is. */
    public record Progress(ReturnSection section, int rows, int answered, long missing) {
    }

    /**
     * One case as the return sees it.
     *
     * @param choices who took it out or put it back, latest first
     */
    public record CaseCheck(CaseReturn facts, List<Gap> gaps, List<Progress> sections,
                            List<ReturnRecords.Choice> choices) {

        public long errors() {
            return gaps.stream().filter(Gap::isError).count();
        }

        public long warnings() {
            return gaps.size() - errors();
        }
    }

    /** One line of a list. */
    public record Line(CaseReturn facts, int errors, int warnings, List<Gap> gaps) {
    }

    /** Counts of one team or officer. {@code who} is null for what nobody holds. */
    public record Count(String who, int cases, int errors, int warnings) {
    }

    /**
     * What is missing in a team.
     *
     * @param lines cases with something missing, most errors first
     * @param all   whether every case was looked at
     */
    public record Outstanding(List<Line> lines, List<Count> officers, List<Count> teams, int looked, boolean all) {
    }

    /** @throws UnknownCase when there is no such case */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public CaseCheck check(CaseReference reference) {
        CaseReturn facts = facts(reference);
        List<Gap> gaps = gaps(facts);
        return new CaseCheck(facts, gaps, progress(facts, gaps), records.choices(reference.value()));
    }

    /** The answers of one case, for the pages that ask what is missing. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public CaseReturn facts(CaseReference reference) {
        return reader.read(List.of(reference.value())).stream().findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
    }

    /** What stands in the way of ending a duty: errors in Main, People and Support (domain.md B2). */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Gap> beforeADutyEnds(CaseReference reference) {
        CaseReturn facts = facts(reference);
        return gaps(facts).stream().filter(Gap::isError).filter(gap -> gap.section() == ReturnSection.MAIN
                || gap.section() == ReturnSection.PEOPLE || gap.section() == ReturnSection.SUPPORT).toList();
    }

    /** Support needs of which nobody has said what became of them, in words; the return asks when a case closes. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<String> needsWithoutHelp(CaseReference reference) {
        CaseReturn facts = facts(reference);
        return !facts.inReturn() ? List.of() : facts.rows(ReturnSection.ASSISTANCE).stream()
                .filter(row -> !row.has("help")).map(row -> row.text("needLabel")).toList();
    }

    private List<Gap> gaps(CaseReturn facts) {
        return facts.inReturn() ? completeness.of(facts) : List.of();
    }

    private List<Progress> progress(CaseReturn facts, List<Gap> gaps) {
        List<Progress> sections = new ArrayList<>();
        for (ReturnSection section : ReturnSection.values()) {
            List<ReturnField> fields = mapping.fields(section, facts.appliedOn());
            List<CaseReturn.Row> rows = facts.rows(section);
            int answered = (int) rows.stream().mapToLong(row -> fields.stream()
                    .filter(field -> row.has(field.key())).count()).sum();
            sections.add(new Progress(section, rows.size(), answered,
                    gaps.stream().filter(gap -> gap.section() == section).count()));
        }
        return sections;
    }

    /**
     * What the return misses of the cases of some teams, in ten statements.
     *
     * @param team   one of the teams that the officer may see, or null for all of them
     * @param holder a username, '' for what nobody holds, or null for everybody
     * @throws NotPermitted when the team is another's
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Outstanding outstanding(String team, String holder) {
        Set<String> seen = teamsSeen();
        if (team != null && !seen.contains(team)) {
            throw new NotPermitted("You cannot see the cases of that team.");
        }
        List<String> references = cases.current(team == null ? seen : Set.of(team),
                LocalDate.now(clock).minusDays(DAYS_AFTER_CLOSING), MOST_CASES + 1);
        boolean all = references.size() <= MOST_CASES;
        List<Line> lines = reader.read(all ? references : references.subList(0, MOST_CASES)).stream()
                .filter(CaseReturn::inReturn).map(this::line).toList();
        List<Line> missing = lines.stream().filter(line -> !line.gaps().isEmpty()).toList();
        List<Line> shown = missing.stream().filter(line -> holder == null
                        || holder.equals(line.facts().standing().officer() == null ? "" : line.facts().standing().officer()))
                .sorted(Comparator.comparing(Line::errors).reversed().thenComparing(Line::warnings,
                        Comparator.reverseOrder()).thenComparing(line -> line.facts().reference().value())).toList();
        return new Outstanding(shown, counts(missing, true), counts(missing, false), lines.size(), all);
    }

    /** The teams whose cases the officer who asks may look through. */
    @Needs(Permission.VIEW_CASES)
    public Set<String> teamsSeen() {
        Officer me = officer.get();
        return permissions.allows(me, Permission.SEE_ALL_WORK)
                ? people.teams().stream().map(Team::key).collect(Collectors.toSet()) : me.teams();
    }

    private Line line(CaseReturn facts) {
        List<Gap> gaps = completeness.of(facts);
        int errors = (int) gaps.stream().filter(Gap::isError).count();
        return new Line(facts, errors, gaps.size() - errors, gaps);
    }

    private static List<Count> counts(Collection<Line> lines, boolean byOfficer) {
        Map<String, List<Line>> groups = new TreeMap<>();
        for (Line line : lines) {
            String who = byOfficer ? line.facts().standing().officer() : line.facts().standing().team();
            groups.computeIfAbsent(who == null ? "" : who, key -> new ArrayList<>()).add(line);
        }
        return groups.entrySet().stream().map(group -> new Count(group.getKey().isEmpty() ? null : group.getKey(),
                group.getValue().size(), group.getValue().stream().mapToInt(Line::errors).sum(),
                group.getValue().stream().mapToInt(Line::warnings).sum())).toList();
    }

    /**
     * Takes a case out of the return, or puts it back.
     *
     * @throws IllegalArgumentException when no reason is given, or it is out or in already
     */
    @Needs(Permission.CHANGE_RETURN)
    @Transactional
    public void choose(CaseReference reference, boolean included, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw new IllegalArgumentException("Enter a reason of at most " + LONGEST_REASON + " characters");
        }
        boolean isOut = facts(reference).standing().excluded() != null;
        if (isOut != included) {
            throw new IllegalArgumentException(included ? "The case has not been taken out"
                    : "The case has been taken out already");
        }
        records.choose(reference.value(), included, why, officer.get().username(), clock.instant());
        timeline.add(reference, "system", included ? "Put back into the return to government"
                : "Taken out of the return to government", why);
        audit.record(new AuditEntry(reference.value(), included ? "return.included" : "return.excluded",
                reference.value(), Map.of(), why, null));
    }
}
