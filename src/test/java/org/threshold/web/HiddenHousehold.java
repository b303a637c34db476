package org.threshold.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.casefile.CaseFlag;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.OutsideHomes;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.NationalInsuranceNumber;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.Postcode;
import org.threshold.casefile.Relationship;
import org.threshold.clock.Finding;
import org.threshold.document.DocumentCategory;
import org.threshold.document.DocumentIntake;
import org.threshold.document.NewDocument;
import org.threshold.document.SentFile;
import org.threshold.document.SomeFiles;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.NewApproach;
import org.threshold.homelessness.PlanStep;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.Reviews;
import org.threshold.referral.Referrals;
import org.threshold.referral.SampleReferrals;
import org.threshold.referral.Situation;
import org.threshold.worklist.Drafts;
import org.threshold.worklist.StepMoves;

/** Makes a household of whom nobody may learn anything, with something of every kind on their case. */
class HiddenHousehold {

    /** Found in no other test's data; each is looked for in everything that an outsider gets. */
    static final String FAMILY = "Verborgenhaus";
    static final String REFERRED = "Zwischenzeile";
    static final String GIVEN = "Quendoline";
    static final String CHILD = "Hyazintha";
    static final LocalDate BORN = LocalDate.of(1972, 2, 29);
    static final String PHONE = "07700 900977";
    static final String EMAIL = "quendoline@verborgen.example";
    static final String STREET = "77 Nirgendwo Crescent";
    static final String NI = "JG 10 37 59 A";
    static final String PREVIOUS = "OLD-SYS-770977";
    static final String NOTE = "Fled with the children on Shrove Tuesday";
    static final String CLAIM = "VERBORGEN770977";
    static final String REASON = "Her brother Balthasar waits outside her flat";
    static final String TYPED = "Halfway through typing about Balthasar";

    private final Approaches approaches;
    private final CaseNotes notes;
    private final Duties duties;
    private final HousingPlans plans;
    private final CaseFindings findings;
    private final Decisions decisions;
    private final Reviews reviews;
    private final Referrals referrals;
    private final StepMoves moves;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Homes homes;
    private final OutsideHomes outside;
    private final Placements placements;
    private final ClaimsForKeys claims;
    private final CurrentOfficer officer;
    private final DocumentIntake intake;
    private long upload;
    private long home;

    HiddenHousehold(Approaches approaches, CaseNotes notes, Duties duties, HousingPlans plans, CaseFindings findings,
                    Decisions decisions, Reviews reviews, Referrals referrals, StepMoves moves, Drafts drafts,
                    JdbcClient jdbc, Clock clock, Homes homes, OutsideHomes outside, Placements placements,
                    ClaimsForKeys claims, CurrentOfficer officer, DocumentIntake intake) {
        this.approaches = approaches;
        this.notes = notes;
        this.duties = duties;
        this.plans = plans;
        this.findings = findings;
        this.decisions = decisions;
        this.reviews = reviews;
        this.referrals = referrals;
        this.moves = moves;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.homes = homes;
        this.outside = outside;
        this.placements = placements;
        this.claims = claims;
        this.officer = officer;
        this.intake = intake;
    }

    /** A hotel in another district that is not offered any more: that somebody has it is no secret, and is not compared. */
    void homeApart() {
        home = officer.asService(() -> outside.home(outside.district(null)));
        offered(false);
        jdbc.sql("update unit_facilities set self_contained = false, cooking = 'NONE' where unit_id = ?").param(home)
                .update();
    }

    /** What must never be read by who is not named. */
    static List<String> needles() {
        return List.of(FAMILY, REFERRED, GIVEN, CHILD, "29 February 1972", "29 Feb 1972", "1972-02-29", "07700900977",
                PHONE, EMAIL, STREET, "JG103759A", NI, PREVIOUS, "Shrove Tuesday", "Balthasar", CLAIM, "987.65",
                "sieben@amt.example");
    }

    static NewCase household(String team) {
        Person applicant = new Person(GIVEN, FAMILY, BORN, Relationship.MAIN_APPLICANT, NationalInsuranceNumber.parse(NI),
                false);
        return new NewCase(team, Channel.PHONE, null, applicant,
                List.of(Person.member(Relationship.CHILD, CHILD, FAMILY, LocalDate.of(2019, 8, 7))),
                new ContactDetails(PhoneNumber.parse(PHONE), EMAIL, STREET + "\nExampleton", Postcode.parse("ZE3 9JZ"),
                        ContactMethod.PHONE, "Only by day", null), Set.of(), Set.of(CaseFlag.INTERPRETER), PREVIOUS, REASON);
    }

    /** An approach with notes, duties, letters, plan, findings, a draft decision, a review and a step that is held. */
    CaseReference withEverything(String team) {
        LocalDate today = LocalDate.now(clock);
        CaseReference reference = approaches.take(new NewApproach(household(team)));
        String step = jdbc.sql("select step_id from worklist_step where case_reference = ?").param(reference.value())
                .query(String.class).list().get(0);
        moves.claim(step);
        drafts.save(step, Map.of("whyNoInterim", List.of(TYPED)));
        notes.add(reference, NOTE);
        byte[] picture = SomeFiles.jpeg();
        intake.add(reference, new NewDocument(DocumentCategory.SAFETY, NOTE, null, null, null, step),
                new SentFile(FAMILY + ".jpg", picture.length, picture));
        duties.accept(reference, DutyKind.RELIEF, today);
        duties.notifyAccepted(reference);
        plans.record(reference, "A home far from Balthasar", "In person", today.plusDays(14), List.of(new PlanStep(
                PlanStep.Who.COUNCIL, PlanStep.Kind.MANDATORY, "Ring the refuge", today.plusDays(2), true, null)));
        findings.record(reference, Question.HOMELESS, Finding.YES, null, NOTE);
        findings.record(reference, Question.ELIGIBLE, Finding.YES, null, NOTE);
        findings.record(reference, Question.PRIORITY_NEED, Finding.NO, null, NOTE);
        decisions.draft(reference, new Decision.Draft(DecisionOutcome.NOT_PRIORITY_NEED, NOTE, NOTE, null));
        reviews.request(reference, new Review.Request(ReviewMatter.DUTY_OWED, today, Set.of("officer"), today,
                Review.Form.EMAIL, NOTE, null, null));
        late(reference, step, team);
        undelivered(reference);
        failed(reference);
        broughtOver(reference);
        housed(reference, today);
        offeredAHome(reference);
        movingOn(reference, today);
        return reference;
    }

    private void offeredAHome(CaseReference reference) {
        jdbc.sql("""
                insert into home_offer (case_reference, duty, kind, status, address, landlord, landlord_kind, tenancy,
                    rent_weekly, available_from, lasts_months, obligations, restricted_case, drafted_by, drafted_at)
                values (:case, 'RELIEF', 'SUITABLE_6M', 'DRAFT', :street, 'Balthasar', 'OTHER', 'LICENCE', 98765,
                    :from, 12, 'NONE', false, 'officer', :now)""")
                .param("case", reference.value()).param("street", STREET).param("from", LocalDate.now(clock))
                .param("now", Timestamp.from(clock.instant())).update();
    }

    private void offered(boolean yes) {
        jdbc.sql("update unit set withdrawn_on = case when :yes then null else date '2020-01-01' end where id = :home")
                .param("yes", yes).param("home", home).update();
    }

    /**
     * In bed and breakfast in another district: keys that were released and more that wait, a claim, an account with
     * arrears and a proposal about it, a notice to the host, an appointment.
     */
    private void housed(CaseReference reference, LocalDate today) {
        Timestamp now = Timestamp.from(clock.instant());
        offered(true);
        long lived = homes.moveIn(reference, home, today.minusDays(3), null).id();
        offered(false);
        claims.made(new ClaimsForKeys.NewClaim(reference, lived, ClaimsForKeys.Kind.NEW_CLAIM, CLAIM, today,
                today.minusDays(3), List.of("Payslips of Balthasar")));
        long wanted = officer.asService(() -> placements.request(reference, AccommodationFunction.INTERIM, lived)).id();
        jdbc.sql("""
                insert into keys_release (placement_id, unit_id, case_reference, reason, words, officer_gives, state,
                    asked_by, asked_at, answered_by, answered_at)
                values (:lived, :home, :case, 'OTHER', 'Balthasar', true, 'RELEASED', 'officer', :now, 'leader', :now),
                    (:wanted, :home, :case, 'OTHER', 'Balthasar', true, 'WAITING', 'officer', :now, null, null)""")
                .param("lived", lived).param("wanted", wanted).param("home", home).param("case", reference.value())
                .param("now", now).update();
        jdbc.sql("""
                insert into appointment (case_reference, purpose, placement_id, venue, place, officer, starts_at, ends_at,
                    status, words, made_at, made_by)
                values (:case, 'SIGN_UP', :wanted, 'HOME', :street, 'veil-maker',
                    cast(:now as timestamptz) + interval '1 day',
                    cast(:now as timestamptz) + interval '25 hours', 'BOOKED', 'Balthasar', :now, 'officer')""")
                .param("case", reference.value()).param("wanted", wanted).param("street", STREET).param("now", now)
                .update();
        long account = jdbc.sql("select id from charge_account where placement_id = ?").param(lived).query(Long.class)
                .single();
        jdbc.sql("""
                insert into charge_line (account_id, kind, on_day, pence, words, recorded_at, recorded_by)
                values (:account, 'OPENING', :on, 98765, 'Balthasar', :now, 'officer')""").param("account", account)
                .param("on", today.minusDays(3)).param("now", now).update();
        jdbc.sql("""
                insert into arrears_proposal (account_id, point, owed_since, pence, made_at)
                values (:account, 'CLAIM_7', :on, 98765, :now)""").param("account", account)
                .param("on", today.minusDays(3)).param("now", now).update();
    }

    /** On their way to a settled home, with a barrier that is overdue and a bid. */
    private void movingOn(CaseReference reference, LocalDate today) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("insert into duty (case_reference, kind, started_on, started_by, started_at) values (:case, 'S193C', :on,"
                + " 'officer', :now)").param("case", reference.value()).param("on", today).param("now", now).update();
        long way = jdbc.sql("""
                insert into move_on (case_reference, duty, started_on, started_by, owner, route, next_review_on)
                values (:case, 'S193C', :on, 'officer', 'officer', 'HOUSING_REGISTER', :on) returning id""")
                .param("case", reference.value()).param("on", today).query(Long.class).single();
        jdbc.sql("""
                insert into move_on_barrier (move_on_id, case_reference, kind, words, team, owner, due_on, recorded_by,
                    recorded_at) values (:way, :case, 'OTHER', 'Balthasar', 'north', 'officer', :on, 'officer', :now)""")
                .param("way", way).param("case", reference.value()).param("on", today.minusDays(1)).param("now", now)
                .update();
        jdbc.sql("insert into register_bid (case_reference, bid_on, property, recorded_by, recorded_at) values (:case, :on,"
                + " 'Balthasar Street', 'officer', :now)").param("case", reference.value()).param("on", today)
                .param("now", now).update();
    }

    /** A referral that waits for triage. */
    CaseReference referred() {
        String receipt = referrals.receive(SampleReferrals.of(REFERRED, SampleReferrals.WARD, Situation.TONIGHT,
                LocalDate.now(clock)), Referrals.Door.PAGE, UUID.randomUUID().toString()).reference();
        return new CaseReference(jdbc.sql("select case_reference from referral where receipt = ?").param(receipt)
                .query(String.class).single());
    }

    /** Overdue for three days, and on the board. */
    private void late(CaseReference reference, String step, String team) {
        Instant due = clock.instant().minus(3, ChronoUnit.DAYS);
        jdbc.sql("update worklist_step set due_at = :due where step_id = :step").param("due", Timestamp.from(due))
                .param("step", step).update();
        jdbc.sql("""
                insert into overdue_step (id, step_id, case_reference, process_key, element_id, step_name, team, due_at,
                    raised_at, rung, rung_at)
                select gen_random_uuid(), step_id, case_reference, process_key, element_id, name, :team, :due, :due,
                    'REPEATED', :due from worklist_step where step_id = :step""")
                .param("team", team).param("due", Timestamp.from(due)).param("step", step).update();
    }

    private void undelivered(CaseReference reference) {
        jdbc.sql("""
                insert into message (idempotency_key, case_reference, kind, recipient, subject, body, queued_at, state,
                    attempts, next_at, problem)
                values (:key, :case, 'referral-received', 'sieben@amt.example', 'Referral of Balthasar', 'Balthasar', :now,
                    'FAILED', 3, :now, 'The mail server refused sieben@amt.example')""")
                .param("key", UUID.randomUUID().toString()).param("case", reference.value())
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /** One of its timers fails and waits for somebody. */
    private void failed(CaseReference reference) {
        int changed = jdbc.sql("""
                update engine.act_ru_job set retries_ = 0, exception_msg_ = 'Balthasar broke it' where id_ = (
                    select min(job.id_) from engine.act_ru_job job join engine.act_ru_execution process
                        on process.id_ = job.process_instance_id_ where process.business_key_ = ?)""")
                .param(reference.value()).update();
        if (changed != 1) {
            throw new IllegalStateException("The case has no timer that could fail");
        }
    }

    /** @return number of the import with which the household came */
    long uploaded() {
        upload = jdbc.sql("""
                insert into caseload_import (uploaded_at, uploaded_by, date_order, content_hash, state, finished_at)
                values (:now, 'admin', 'ISO', repeat('0', 64), 'DONE', :now) returning id""")
                .param("now", Timestamp.from(clock.instant())).query(Long.class).single();
        return upload;
    }

    private void broughtOver(CaseReference reference) {
        Timestamp now = Timestamp.from(clock.instant());
        long id = upload;
        jdbc.sql("""
                insert into caseload_household (import_id, position, previous_reference, content_hash, state, status,
                    row_counts, case_reference, brought_at)
                values (:id, 0, :previous, repeat('0', 64), 'IMPORTED', 'RELIEF', '{1,1}', :case, :now)""").param("id", id)
                .param("previous", PREVIOUS).param("case", reference.value()).param("now", now).update();
        jdbc.sql("""
                insert into caseload_remark (import_id, sheet, line, heading, previous_reference, refused, problem, remedy)
                values (:id, 'CASES', 2, 'phone', :previous, false, 'Balthasar is no telephone number', 'Mend it')""")
                .param("id", id).param("previous", PREVIOUS).update();
    }

    /**
     * Every id of a row that belongs to the case, by table and column: whatever an address or a form may hold. Tables
     * that are added later are asked too.
     */
    Map<String, List<String>> ids(CaseReference reference) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (String[] table : tables()) {
            ids.put(table[0] + "." + table[1], jdbc.sql("select distinct " + table[1] + "::text from threshold."
                            + table[0] + " where case_reference = ? and " + table[1] + " is not null limit 1")
                    .param(reference.value()).query(String.class).list());
        }
        ids.put("job", jdbc.sql("""
                select job.id_ from engine.act_ru_job job join engine.act_ru_execution process
                    on process.id_ = job.process_instance_id_ where process.business_key_ = ?
                    and job.exception_msg_ is not null""").param(reference.value()).query(String.class).list());
        ids.values().removeIf(List::isEmpty);
        return ids;
    }

    List<String> steps(CaseReference reference) {
        return jdbc.sql("select step_id from worklist_step where case_reference = ?").param(reference.value())
                .query(String.class).list();
    }

    private List<String[]> tables() {
        return jdbc.sql("""
                select own.table_name, own.column_name from information_schema.columns own
                where own.table_schema = 'threshold' and own.table_name not like 'audit%'
                and own.column_name in ('id', 'step_id', 'receipt') and exists (
                    select from information_schema.columns c where c.table_schema = 'threshold'
                    and c.table_name = own.table_name and c.column_name = 'case_reference') order by 1, 2""")
                .query((row, i) -> new String[] {row.getString(1), row.getString(2)}).list();
    }

    /** So that no number of a hidden row is by chance that of a row that everybody may see. Once for a database. */
    void numberApart() {
        List<String[]> identities = new ArrayList<>(jdbc.sql("""
                select table_name, column_name from information_schema.columns where table_schema = 'threshold'
                and is_identity = 'YES' and table_name not like 'audit%' order by 1, 2""")
                .query((row, i) -> new String[] {row.getString(1), row.getString(2)}).list());
        int base = 700_000_000;
        for (String[] identity : identities) {
            base += 1_000_000;
            jdbc.sql("select setval(pg_get_serial_sequence('threshold." + identity[0] + "', '" + identity[1] + "'), "
                    + base + ")").query(Long.class).single();
        }
    }
}
