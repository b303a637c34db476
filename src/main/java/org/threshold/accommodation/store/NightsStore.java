package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.FamilyCommitment;
import org.threshold.accommodation.NightsAnswer;
import org.threshold.accommodation.NightsFacts;
import org.threshold.accommodation.NightsLevel;
import org.threshold.accommodation.Span;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.casefile.Relationship;

/** The facts from which nights in bed and breakfast are counted, and what was counted, told and answered. */
@Repository
public class NightsStore {

    /** As {@link org.threshold.accommodation.Facilities#bedAndBreakfast()}, for statements that read many units. */
    private static final String BY_ITS_FACTS = """
            not self_contained and run_by = 'PRIVATE' and not private_dwelling
                and (cooking <> 'OWN' or toilet = 'SHARED' or washing = 'SHARED')""";

    /** Every placement's nights in bed and breakfast, by what its unit was in them. */
    private static final String STAYS = """
            select p.case_reference, p.id, p.unit_id, greatest(p.starts_on, n.from_date) as first_night,
                least(p.ended_on, n.until) as left_on,
                coalesce((select s.nothing_else from suitability s where s.placement_id = p.id
                    and s.unit_id = p.unit_id order by s.id desc limit 1), false) as nothing_else
            from placement p cross join lateral (
                select from_date, lead(from_date) over (order by from_date) as until, bed_and_breakfast
                from (select distinct on (from_date) from_date, %s as bed_and_breakfast from unit_facilities
                    where unit_id = p.unit_id order by from_date, id desc) known) n
            where p.starts_on is not null and n.bed_and_breakfast and (n.until is null or n.until > p.starts_on)
                and (p.ended_on is null or n.from_date < p.ended_on)""".formatted(BY_ITS_FACTS);

    private final JdbcClient jdbc;
    private final Sight sight;

    NightsStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** One stay and whose it is. */
    public record StayOf(CaseReference reference, NightsFacts.Stay stay) {
    }

    /** Someone in a household, by case. */
    public record MemberOf(CaseReference reference, FamilyCommitment.Member member) {
    }

    /**
     * What was counted last.
     *
     * @param broughtOver how many nights without a day were among them
     * @param point the highest point that somebody was told of
     */
    public record Watch(List<Span> counted, int broughtOver, int point, boolean under18Told, boolean running) {
    }

    /** A household that is in bed and breakfast tonight. */
    public record Tonight(CaseReference reference, String applicant, String team, String unit, LocalDate since) {
    }

    public boolean everInBedAndBreakfast(CaseReference reference) {
        return jdbc.sql("select exists (" + STAYS + " and p.case_reference = :r)").param("r", reference.value())
                .query(Boolean.class).single();
    }

    /** Whether its nights were ever counted. */
    public boolean watched(CaseReference reference) {
        return jdbc.sql("select exists (select from nights_watch where case_reference = ?)").param(reference.value())
                .query(Boolean.class).single();
    }

    /** Whether somebody watches them now. */
    public boolean runs(CaseReference reference) {
        return jdbc.sql("select exists (select from nights_watch where case_reference = ? and running)")
                .param(reference.value()).query(Boolean.class).single();
    }

    /** Of all those cases, in one statement. */
    public List<StayOf> stays(Collection<CaseReference> references) {
        return references.isEmpty() ? List.of() : jdbc.sql(STAYS + " and p.case_reference in (:of) and "
                        + Sight.of("p.case_reference")).param("of", values(references)).params(sight.parameters())
                .query((row, i) -> new StayOf(reference(row), new NightsFacts.Stay(row.getLong("id"),
                        row.getLong("unit_id"), new Span(Columns.day(row, "first_night"), Columns.day(row, "left_on")),
                        row.getBoolean("nothing_else")))).list();
    }

    /** What was brought over with those cases, by reference; without those of which nothing was. */
    public Map<String, NightsFacts.BroughtOver> broughtOver(Collection<CaseReference> references) {
        Map<String, NightsFacts.BroughtOver> found = new HashMap<>();
        if (!references.isEmpty()) {
            jdbc.sql("select * from nights_brought_over where case_reference in (:of) and "
                            + Sight.of("nights_brought_over.case_reference")).param("of", values(references))
                    .params(sight.parameters()).query(row -> {
                        found.put(row.getString("case_reference"), new NightsFacts.BroughtOver(row.getInt("nights"),
                                Columns.day(row, "until_day")));
                    });
        }
        return found;
    }

    public void insertBroughtOver(CaseReference reference, NightsFacts.BroughtOver before, String by, Instant now) {
        jdbc.sql("""
                insert into nights_brought_over (case_reference, nights, until_day, recorded_by, recorded_at)
                values (:r, :nights, :until, :by, :at)""").param("r", reference.value())
                .param("nights", before.nights()).param("until", before.until()).param("by", by)
                .param("at", Columns.at(now)).update();
    }

    /** Everyone in the households of those cases, in one statement. */
    public List<MemberOf> members(Collection<CaseReference> references) {
        return references.isEmpty() ? List.of() : jdbc.sql("""
                select m.case_reference, m.id, m.relationship, m.date_of_birth, m.in_education, m.left_on,
                    (select s.from_day from family_since s where s.member_id = m.id order by s.id desc limit 1) as since
                from household_member m where m.case_reference in (:of) and\s""" + Sight.of("m.case_reference"))
                .param("of", values(references)).params(sight.parameters())
                .query((row, i) -> new MemberOf(reference(row), new FamilyCommitment.Member(row.getLong("id"),
                        Relationship.valueOf(row.getString("relationship")), Columns.day(row, "date_of_birth"),
                        row.getBoolean("in_education"), Columns.day(row, "since"), Columns.day(row, "left_on")))).list();
    }

    /** When the applicant and their partner were born, as far as known. */
    public List<LocalDate> adults(CaseReference reference) {
        return jdbc.sql("""
                select date_of_birth from household_member where case_reference = :r and left_on is null
                    and relationship in ('MAIN_APPLICANT', 'PARTNER') and date_of_birth is not null and\s"""
                + Sight.of("household_member.case_reference")).param("r", reference.value()).params(sight.parameters())
                .query(LocalDate.class).list();
    }

    /** Everyone who has a room in bed and breakfast tonight, the longest stay first; at most so many. */
    public List<Tonight> tonight(LocalDate tonight, int limit) {
        return jdbc.sql("""
                select distinct on (stay.case_reference) stay.case_reference, stay.first_night, u.name as unit, c.team,
                    concat_ws(' ', nullif(m.given_name, ''), m.family_name) as applicant
                from (%s) stay join unit u on u.id = stay.unit_id
                join case_file c on c.reference = stay.case_reference
                join household_member m on m.case_reference = stay.case_reference and m.main_applicant
                where stay.first_night <= :tonight and (stay.left_on is null or stay.left_on > :tonight) and %s
                order by stay.case_reference, stay.first_night desc limit :limit"""
                .formatted(STAYS, Sight.of("stay.case_reference"))).param("tonight", tonight).param("limit", limit)
                .params(sight.parameters()).query((row, i) -> new Tonight(reference(row), row.getString("applicant"),
                        row.getString("team"), row.getString("unit"), Columns.day(row, "first_night"))).list();
    }

    /** What was counted last, held against others who count at the same time; a first row where there was none. */
    public Optional<Watch> lock(CaseReference reference, Instant now) {
        int made = jdbc.sql("""
                insert into nights_watch (case_reference, counted, counted_at) values (:r, '{}', :at)
                on conflict do nothing""").param("r", reference.value()).param("at", Columns.at(now)).update();
        Watch watch = jdbc.sql("select *, " + COUNTED + " from nights_watch w where case_reference = :r for update")
                .param("r", reference.value()).query((row, i) -> watch(row)).single();
        return made == 1 ? Optional.empty() : Optional.of(watch);
    }

    private static final String COUNTED = """
            (select string_agg(lower(days)::text || '/' || coalesce(upper(days)::text, ''), ' ' order by lower(days))
                from unnest(w.counted) days) as days""";

    private static Watch watch(ResultSet row) throws SQLException {
        String days = row.getString("days");
        return new Watch(days == null ? List.of() : List.of(days.split(" ")).stream().map(NightsStore::span).toList(),
                row.getInt("brought_over"), row.getInt("point"), row.getBoolean("under_18_told"), row.getBoolean("running"));
    }

    private static Span span(String days) {
        String[] ends = days.split("/");
        return new Span(LocalDate.parse(ends[0]), ends.length == 1 ? null : LocalDate.parse(ends[1]));
    }

    public void counted(CaseReference reference, List<Span> counted, int broughtOver, Instant now) {
        String days = counted.stream().map(span -> "[" + span.from() + "," + (span.until() == null ? "" : span.until())
                + ")").collect(Collectors.joining(",", "{", "}"));
        jdbc.sql("update nights_watch set counted = :days::datemultirange, brought_over = :before, counted_at = :at"
                        + " where case_reference = :r").param("r", reference.value()).param("before", broughtOver)
                .param("days", days).param("at", Columns.at(now)).update();
    }

    public void told(CaseReference reference, int point, boolean under18) {
        jdbc.sql("update nights_watch set point = :point, under_18_told = :under where case_reference = :r")
                .param("r", reference.value()).param("point", point).param("under", under18).update();
    }

    public void running(CaseReference reference, boolean running) {
        jdbc.sql("update nights_watch set running = :running where case_reference = :r").param("r", reference.value())
                .param("running", running).update();
    }

    public void insertAlert(CaseReference reference, int point, int counted, LocalDate nightOn, Instant now) {
        jdbc.sql("""
                insert into nights_alert (case_reference, point, counted, night_on, raised_at)
                values (:r, :point, :counted, :on, :at)""").param("r", reference.value()).param("point", point)
                .param("counted", counted).param("on", nightOn).param("at", Columns.at(now)).update();
    }

    /** The points that somebody was told of, oldest first; of a case that was found. */
    public List<Integer> alerts(CaseReference reference) {
        return jdbc.sql("select point from nights_alert where case_reference = :r order by id")
                .param("r", reference.value()).query(Integer.class).list();
    }

    public void insertAnswer(CaseReference reference, NightsAnswer answer) {
        jdbc.sql("""
                insert into nights_answer (case_reference, level, counted, unlawful_since, words, out_by, told_household,
                    remedy, remedy_pence, answered_by, answered_at)
                values (:r, :level, :counted, :since, :words, :out, :told, :remedy, :pence, :by, :at)""")
                .param("r", reference.value()).param("level", answer.level().name()).param("counted", answer.counted())
                .param("since", answer.unlawfulSince()).param("words", answer.words()).param("out", answer.outBy())
                .param("told", answer.toldHousehold()).param("remedy", answer.remedy())
                .param("pence", answer.remedyPence()).param("by", answer.by()).param("at", Columns.at(answer.at()))
                .update();
    }

    /** Newest first; of a case that was found. */
    public List<NightsAnswer> answers(CaseReference reference) {
        return jdbc.sql("select * from nights_answer where case_reference = :r order by id desc limit 100")
                .param("r", reference.value()).query((row, i) -> new NightsAnswer(row.getLong("id"),
                        Columns.code(row, "level", NightsLevel.class), row.getInt("counted"),
                        Columns.day(row, "unlawful_since"), row.getString("words"), Columns.day(row, "out_by"),
                        Columns.yesNo(row, "told_household"), row.getString("remedy"),
                        row.getObject("remedy_pence", Integer.class), row.getString("answered_by"),
                        Columns.instant(row, "answered_at"))).list();
    }

    public void insertSince(CaseReference reference, long memberId, LocalDate from, String why, String by,
                            Instant now) {
        jdbc.sql("""
                insert into family_since (case_reference, member_id, from_day, why, recorded_by, recorded_at)
                values (:r, :member, :from, :why, :by, :at)""").param("r", reference.value())
                .param("member", memberId).param("from", from).param("why", why).param("by", by)
                .param("at", Columns.at(now)).update();
    }

    /** Every case that was ever placed in a unit; the service's own count, which sees all. */
    public List<CaseReference> placedIn(long unitId) {
        return jdbc.sql("select distinct case_reference from placement where unit_id = :unit and starts_on is not null and "
                        + Sight.of("placement.case_reference")).param("unit", unitId).params(sight.parameters())
                .query((row, i) -> reference(row)).list();
    }

    private static List<String> values(Collection<CaseReference> references) {
        return references.stream().map(CaseReference::value).toList();
    }

    private static CaseReference reference(ResultSet row) throws SQLException {
        return new CaseReference(row.getString("case_reference"));
    }
}
