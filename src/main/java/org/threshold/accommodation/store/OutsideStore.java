package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.OutsideRecord;
import org.threshold.accommodation.OutsideRecord.Answer;
import org.threshold.accommodation.OutsideRecord.Fact;
import org.threshold.accommodation.OutsideRecord.Factor;
import org.threshold.accommodation.OutsideRecord.ForMember;
import org.threshold.accommodation.OutsideRecord.Reasons;
import org.threshold.accommodation.OutsideRecord.SchoolFlag;
import org.threshold.accommodation.OutsideRecord.SchoolYear;
import org.threshold.accommodation.PlacementPolicy;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of records of placements outside the borough, and of the council's policies. */
@Repository
public class OutsideStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    OutsideStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public long insert(OutsideRecord made) {
        Reasons reasons = made.reasons();
        long id = jdbc.sql("""
                insert into outside_record (placement_id, unit_id, search_id, miles, minutes, nothing_nearer, priority,
                    policy_reasons, allocation_policy, procurement_policy, welfare, affordable, told, said, way_back,
                    recorded_by, recorded_at)
                values (:placement, :unit, :search, :miles, :minutes, :nothing, :priority, :policy, :allocation,
                    :procurement, :welfare, :affordable, :told, :said, :back, :by, :at) returning id""")
                .param("placement", made.placementId()).param("unit", made.unitId()).param("search", made.searchId())
                .param("miles", reasons.miles()).param("minutes", reasons.minutes())
                .param("nothing", reasons.nothingNearer()).param("priority", reasons.priority().name())
                .param("policy", reasons.policyReasons()).param("allocation", made.allocation())
                .param("procurement", made.procurement()).param("welfare", reasons.welfare())
                .param("affordable", reasons.affordable()).param("told", reasons.told()).param("said", reasons.said())
                .param("back", reasons.wayBack()).param("by", made.recordedBy()).param("at", Columns.at(made.recordedAt()))
                .query(Long.class).single();
        insertMembers(id, made.members());
        return id;
    }

    /** All persons in one statement, and all facts in another. */
    private void insertMembers(long id, List<ForMember> members) {
        jdbc.sql("""
                insert into outside_record_member (record_id, member_id, school_year, school_flags, school_minutes,
                    school_plan)
                select :record, member, year, string_to_array(flags, ','), minutes, plan
                from unnest(cast(:members as bigint[]), cast(:years as text[]), cast(:flags as text[]),
                    cast(:minutes as int[]), cast(:plans as text[])) as row (member, year, flags, minutes, plan)""")
                .param("record", id).param("members", members.stream().map(ForMember::memberId).toArray(Long[]::new))
                .param("years", members.stream().map(member -> member.year().name()).toArray(String[]::new))
                .param("flags", members.stream().map(member -> member.flags().stream().sorted().map(Enum::name)
                        .collect(Collectors.joining(","))).toArray(String[]::new))
                .param("minutes", members.stream().map(ForMember::schoolMinutes).toArray(Integer[]::new))
                .param("plans", members.stream().map(ForMember::schoolPlan).toArray(String[]::new)).update();
        record Line(long member, Factor factor, Fact fact) {
        }
        List<Line> lines = members.stream().flatMap(member -> member.facts().entrySet().stream()
                .map(each -> new Line(member.memberId(), each.getKey(), each.getValue()))).toList();
        jdbc.sql("""
                insert into outside_record_fact (record_id, member_id, factor, words, source)
                select :record, member, factor, words, source
                from unnest(cast(:members as bigint[]), cast(:factors as text[]), cast(:words as text[]),
                    cast(:sources as text[])) as row (member, factor, words, source)""")
                .param("record", id).param("members", lines.stream().map(Line::member).toArray(Long[]::new))
                .param("factors", lines.stream().map(line -> line.factor().name()).toArray(String[]::new))
                .param("words", lines.stream().map(line -> line.fact().words()).toArray(String[]::new))
                .param("sources", lines.stream().map(line -> line.fact().source().name()).toArray(String[]::new))
                .update();
    }

    /** Of the placements of a case, latest first. */
    public List<OutsideRecord> of(CaseReference reference) {
        return read(" where placement.case_reference = :key and ", reference.value());
    }

    /** Of a placement, latest first. */
    public List<OutsideRecord> of(long placementId) {
        return read(" where outside_record.placement_id = :key and ", placementId);
    }

    private List<OutsideRecord> read(String where, Object key) {
        String from = " from outside_record join placement on placement.id = outside_record.placement_id"
                + " left join outside_answer on outside_answer.record_id = outside_record.id" + where
                + Sight.of("placement.case_reference");
        Map<Long, List<ForMember>> members = members(from, key);
        return jdbc.sql("""
                select outside_record.*, placement.case_reference, outside_answer.answer,
                    outside_answer.words as answer_words, outside_answer.made_by as answered_by,
                    outside_answer.made_at as answered_at
                """ + from + " order by outside_record.id desc")
                .param("key", key).params(sight.parameters())
                .query((row, i) -> record(row, members.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    private Map<Long, List<ForMember>> members(String from, Object key) {
        Map<Long, Map<Long, ForMember>> found = new LinkedHashMap<>();
        Map<Long, Map<Long, Map<Factor, Fact>>> facts = new LinkedHashMap<>();
        jdbc.sql("select * from outside_record_fact where record_id in (select outside_record.id" + from + ")")
                .param("key", key).params(sight.parameters()).query(row -> {
                    facts.computeIfAbsent(row.getLong("record_id"), id -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getLong("member_id"), id -> new EnumMap<>(Factor.class))
                            .put(Columns.code(row, "factor", Factor.class), new Fact(row.getString("words"),
                                    Columns.code(row, "source", OutsideRecord.Source.class)));
                });
        jdbc.sql("select * from outside_record_member where record_id in (select outside_record.id" + from
                        + ") order by member_id").param("key", key).params(sight.parameters()).query(row -> {
                    long id = row.getLong("record_id");
                    long member = row.getLong("member_id");
                    found.computeIfAbsent(id, each -> new LinkedHashMap<>()).put(member, new ForMember(member,
                            facts.getOrDefault(id, Map.of()).getOrDefault(member, Map.of()),
                            Columns.code(row, "school_year", SchoolYear.class),
                            Arrays.stream((String[]) row.getArray("school_flags").getArray()).map(SchoolFlag::valueOf)
                                    .collect(Collectors.toSet()),
                            row.getObject("school_minutes", Integer.class), row.getString("school_plan")));
                });
        Map<Long, List<ForMember>> lists = new LinkedHashMap<>();
        found.forEach((id, each) -> lists.put(id, new ArrayList<>(each.values())));
        return lists;
    }

    private static OutsideRecord record(ResultSet row, List<ForMember> members) throws SQLException {
        Answer answer = row.getString("answer") == null ? null : new Answer(Columns.code(row, "answer", Answer.Kind.class),
                row.getString("answer_words"), row.getString("answered_by"), Columns.instant(row, "answered_at"));
        return new OutsideRecord(row.getLong("id"), row.getLong("placement_id"),
                new CaseReference(row.getString("case_reference")), row.getLong("unit_id"),
                Columns.number(row, "search_id"),
                new Reasons(row.getBigDecimal("miles"), row.getInt("minutes"), row.getString("nothing_nearer"),
                        Columns.code(row, "priority", OutsideRecord.Priority.class), row.getString("policy_reasons"),
                        row.getString("welfare"), row.getString("affordable"), row.getBoolean("told"),
                        row.getString("said"), row.getString("way_back")),
                Columns.number(row, "allocation_policy"), Columns.number(row, "procurement_policy"), members,
                row.getString("recorded_by"), Columns.instant(row, "recorded_at"), answer);
    }

    /** @return false when the record has its answer already */
    public boolean answer(long recordId, Answer answer) {
        return jdbc.sql("""
                insert into outside_answer (record_id, answer, words, made_by, made_at)
                values (:record, :answer, :words, :by, :at) on conflict (record_id) do nothing""")
                .param("record", recordId).param("answer", answer.kind().name()).param("words", answer.words())
                .param("by", answer.by()).param("at", Columns.at(answer.at())).update() == 1;
    }

    public void insertPolicy(PlacementPolicy.Kind kind, LocalDate from, String title, String words, String by,
                             Instant now) {
        jdbc.sql("""
                insert into placement_policy (kind, from_day, title, words, made_at, made_by)
                values (:kind, :from, :title, :words, :at, :by)""")
                .param("kind", kind.name()).param("from", from).param("title", title).param("words", words)
                .param("at", Columns.at(now)).param("by", by).update();
    }

    /** What holds on the day; of two from the same day, the one written later. */
    public Optional<PlacementPolicy> policy(PlacementPolicy.Kind kind, LocalDate day) {
        return jdbc.sql("""
                select * from placement_policy where kind = :kind and from_day <= :day
                order by from_day desc, id desc limit 1""").param("kind", kind.name()).param("day", day)
                .query((row, i) -> policy(row)).optional();
    }

    public Optional<PlacementPolicy> policy(long id) {
        return jdbc.sql("select * from placement_policy where id = :id").param("id", id)
                .query((row, i) -> policy(row)).optional();
    }

    /** Latest first. */
    public List<PlacementPolicy> policies(int most) {
        return jdbc.sql("select * from placement_policy order by kind, from_day desc, id desc limit :most")
                .param("most", most).query((row, i) -> policy(row)).list();
    }

    private static PlacementPolicy policy(ResultSet row) throws SQLException {
        return new PlacementPolicy(row.getLong("id"), Columns.code(row, "kind", PlacementPolicy.Kind.class),
                Columns.day(row, "from_day"), row.getString("title"), row.getString("words"), row.getString("made_by"),
                Columns.instant(row, "made_at"));
    }
}
