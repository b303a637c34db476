package org.threshold.quality;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.access.Team;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.quality.SampleDraw.Drawn;
import org.threshold.quality.store.AuditStore;
import org.threshold.quality.store.PoolStore;
import org.threshold.worklist.CaseProcesses;

/** The sample of a month: drawn once for a team, by a seed that is kept, so that nobody picks and anybody can check. */
@Service
public class AuditDraws {

    static final String PROCESS = "quality-audit";
    static final String DRAWN = "quality.drawn";
    private static final SecureRandom SEEDS = new SecureRandom();

    private final PoolStore pool;
    private final AuditStore store;
    private final AuditTeams teams;
    private final QualitySettings settings;
    private final SecondPerson second;
    private final CaseProcesses processes;
    private final CaseFiles cases;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    AuditDraws(PoolStore pool, AuditStore store, AuditTeams teams, QualitySettings settings, SecondPerson second,
               CaseProcesses processes, CaseFiles cases, AuditTrail audit, CurrentOfficer officer, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.teams = teams;
        this.settings = settings;
        this.second = second;
        this.processes = processes;
        this.cases = cases;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /** By name. */
    @Needs(Permission.DRAW_AUDITS)
    @Transactional(readOnly = true)
    public List<Team> teams() {
        return teams.all();
    }

    @Needs(Permission.DRAW_AUDITS)
    @Transactional(readOnly = true)
    public List<Officer> auditors(String team) {
        teams.require(team);
        return teams.auditors(team);
    }

    /** This month's sample of a team, in the order of the draw; empty while it is not drawn. */
    @Needs(Permission.DRAW_AUDITS)
    @Transactional(readOnly = true)
    public Optional<List<QualityAudit>> thisMonth(String team) {
        teams.require(team);
        return store.drawnAt(team, month()).map(drawn -> store.sample(team, month()));
    }

    /**
     * Draws this month's sample of a team and opens an audit on each case.
     *
     * @param auditor who is to audit; cases on which they worked go to somebody who did not
     * @return how many cases were drawn
     */
    @Needs(Permission.DRAW_AUDITS)
    @Transactional
    public int draw(String team, String auditor) {
        teams.require(team);
        if (teams.auditors(team).stream().noneMatch(each -> each.username().equals(auditor))) {
            throw new NotPossible("Select who audits: yourself, or a senior officer or leader of the team.");
        }
        SampleDraw draw = new SampleDraw(seed(), month(), team);
        List<Candidate> candidates = pool.of(team, clock.instant(), LocalDate.now(clock), month().atDay(1));
        if (candidates.isEmpty()) {
            throw new NotPossible("The team has no case that could be drawn.");
        }
        long id = store.insert(new AuditStore.Kept(draw, candidates.stream().filter(each -> !each.drawnLately())
                .map(each -> each.reference().value()).toList(), settings.random(), settings.risk(),
                officer.get().username(), clock.instant())).orElseThrow(() -> new NotPossible(
                        "This month’s sample of the team has been drawn."));
        List<Drawn> drawn = draw.of(candidates, settings.random(), settings.risk());
        drawn.forEach(each -> open(id, each, auditor));
        audit.record(new AuditEntry(null, DRAWN, team, Map.of("month", month().toString(), "seed", draw.seed(),
                "cases", Integer.toString(drawn.size())), null, null));
        return drawn.size();
    }

    private void open(long draw, Drawn drawn, String wanted) {
        CaseReference reference = drawn.candidate().reference();
        String auditor = auditor(reference, wanted);
        store.add(draw, drawn, auditor);
        audit.record(new AuditEntry(reference.value(), DRAWN, reference.value(),
                Map.of("how", drawn.how().name(), "auditor", auditor), null, null));
        processes.startBeside(reference, PROCESS,
                Map.of("team", cases.summary(reference).team(), "lane", "STANDARD"));
    }

    /** Whoever was asked, or whoever else took no part; where nobody could, whoever drew finds somebody. */
    private String auditor(CaseReference reference, String wanted) {
        String me = officer.get().username();
        List<String> able = second.able(new Prepared(FourEyes.QUALITY_AUDIT, reference, Set.of())).stream()
                .map(Officer::username).toList();
        List<String> ofTheTeam = teams.auditors(cases.summary(reference).team()).stream().map(Officer::username)
                .toList();
        return Stream.concat(Stream.of(wanted, me), ofTheTeam.stream()).filter(able::contains).findFirst().orElse(me);
    }

    private YearMonth month() {
        return YearMonth.from(LocalDate.now(clock));
    }

    private static String seed() {
        byte[] seed = new byte[16];
        SEEDS.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
