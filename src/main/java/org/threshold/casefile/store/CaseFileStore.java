package org.threshold.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseSummary;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.Postcode;
import org.threshold.casefile.ReferralBody;
import org.threshold.casefile.SupportNeed;

/** The SQL of {@code case_file}. */
@Repository
public class CaseFileStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    CaseFileStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('case_number')").query(Long.class).single();
    }

    public void insert(CaseReference reference, NewCase newCase, List<CaseFlag> flags, Instant at, String by) {
        jdbc.sql("""
                insert into case_file (reference, opened_at, opened_by, channel, referred_by, team, status, status_since,
                    previous_reference, reason, language, needs, flags, version)
                values (:reference, :at, :by, :channel, :referredBy, :team, 'TRIAGE', :at, :previous, :reason,
                    :language, :needs, :flags, 1)""")
                .param("reference", reference.value())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("channel", newCase.channel().name())
                .param("referredBy", nameOf(newCase.referredBy()))
                .param("team", newCase.team())
                .param("previous", newCase.previousReference())
                .param("reason", newCase.reason())
                .param("language", newCase.contact().language())
                .param("needs", names(newCase.needs()))
                .param("flags", names(flags))
                .update();
    }

    public boolean hasPreviousReference(String reference) {
        return jdbc.sql("select exists (select from case_file where upper(previous_reference) = upper(?))")
                .param(reference).query(Boolean.class).single();
    }

    /** In capitals. */
    public Set<String> previousReferences() {
        return new HashSet<>(jdbc.sql("select upper(previous_reference) from case_file"
                + " where previous_reference is not null").query(String.class).list());
    }

    /** @param today the day on which the contact details hold */
    public Optional<CaseFile> find(CaseReference reference, List<HouseholdMember> household, LocalDate today) {
        return jdbc.sql("""
                select f.*, case_flags(f.reference, f.flags) as all_flags, c.*
                from case_file f cross join lateral applicant_contact(f.reference, :today) c
                where f.reference = :reference""")
                .param("reference", reference.value()).param("today", today)
                .query((row, i) -> file(row, household))
                .optional();
    }

    /** Key of the team that the case lies with. */
    public Optional<String> team(CaseReference reference) {
        return jdbc.sql("select team from case_file where reference = ?").param(reference.value())
                .query(String.class).optional();
    }

    /** Empty also where the case is hidden from whoever asks. */
    public Optional<CaseSummary> summary(CaseReference reference) {
        return jdbc.sql("""
                select f.reference, f.team, f.status, case_flags(f.reference, f.flags) as all_flags, m.given_name, m.family_name, m.date_of_birth
                from case_file f join household_member m on m.case_reference = f.reference and m.main_applicant
                where f.reference = :reference and\s""" + Sight.of("f.reference"))
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> summaryOf(row))
                .optional();
    }

    /** @return false when someone else has changed the case since that version */
    public boolean advanceVersion(CaseReference reference, int version) {
        return jdbc.sql("update case_file set version = version + 1 where reference = :reference and version = :version")
                .param("reference", reference.value()).param("version", version).update() == 1;
    }

    public void updateStatus(CaseReference reference, CaseStatus status, Instant at) {
        jdbc.sql("update case_file set status = :status, status_since = :at where reference = :reference")
                .param("reference", reference.value()).param("status", status.name())
                .param("at", Timestamp.from(at)).update();
    }

    public void updateLanguage(CaseReference reference, String language) {
        jdbc.sql("update case_file set language = :language where reference = :reference")
                .param("language", language).param("reference", reference.value()).update();
    }

    public void updatePreviousReference(CaseReference reference, String previous) {
        jdbc.sql("update case_file set previous_reference = :previous where reference = :reference")
                .param("previous", previous).param("reference", reference.value()).update();
    }

    public void updateNeeds(CaseReference reference, Collection<SupportNeed> needs) {
        jdbc.sql("update case_file set needs = :needs where reference = :reference")
                .param("reference", reference.value()).param("needs", names(needs)).update();
    }

    public void updateFlags(CaseReference reference, List<CaseFlag> flags) {
        jdbc.sql("update case_file set flags = :flags where reference = :reference")
                .param("reference", reference.value()).param("flags", names(flags)).update();
    }

    static CaseSummary summaryOf(ResultSet row) throws SQLException {
        String name = (row.getString("given_name") + " " + row.getString("family_name")).strip();
        return new CaseSummary(new CaseReference(row.getString("reference")), name,
                row.getObject("date_of_birth", LocalDate.class), row.getString("team"),
                CaseStatus.valueOf(row.getString("status")),
                flags(row).stream().map(CaseFlag::title).toList());
    }

    private static CaseFile file(ResultSet row, List<HouseholdMember> household) throws SQLException {
        return new CaseFile(new CaseReference(row.getString("reference")),
                row.getTimestamp("opened_at").toInstant(), row.getString("opened_by"),
                Channel.valueOf(row.getString("channel")),
                row.getString("referred_by") == null ? null : ReferralBody.valueOf(row.getString("referred_by")),
                row.getString("team"), CaseStatus.valueOf(row.getString("status")),
                row.getTimestamp("status_since").toInstant(), row.getString("previous_reference"),
                row.getString("reason"), contact(row), needs(row), flags(row), row.getInt("version"), household);
    }

    private static ContactDetails contact(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        String postcode = row.getString("postcode");
        String method = row.getString("contact_method");
        return new ContactDetails(phone == null ? null : new PhoneNumber(phone), row.getString("email"),
                row.getString("address"), postcode == null ? null : new Postcode(postcode),
                method == null ? null : ContactMethod.valueOf(method), row.getString("contact_safety"),
                row.getString("language"));
    }

    private static List<SupportNeed> needs(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("needs").getArray()).map(SupportNeed::valueOf).sorted().toList();
    }

    private static List<CaseFlag> flags(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("all_flags").getArray()).map(CaseFlag::valueOf).sorted().toList();
    }

    private static String nameOf(Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Without what another table holds. */
    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().filter(value -> value != CaseFlag.DO_NOT_WRITE).map(Enum::name).sorted().toArray(String[]::new);
    }
}
