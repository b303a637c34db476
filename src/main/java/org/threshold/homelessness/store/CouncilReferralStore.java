package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.CouncilReferral;
import org.threshold.homelessness.HousingAuthority;
import org.threshold.homelessness.LocalConnection;

/** The SQL of referrals to other councils. */
@Repository
public class CouncilReferralStore {

    private final JdbcClient jdbc;

    CouncilReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(CaseReference reference, CouncilReferral.Stage stage, String why, String by, Instant now) {
        return jdbc.sql("""
                insert into lc_referral (case_reference, stage, why, proposed_by, proposed_at)
                values (:reference, :stage, :why, :by, :at) returning id""")
                .param("reference", reference.value()).param("stage", stage.name()).param("why", why).param("by", by)
                .param("at", Columns.at(now)).query(Long.class).single();
    }

    public void close(long id, CouncilReferral.Outcome outcome, LocalDate on) {
        jdbc.sql("update lc_referral set outcome = :outcome, closed_on = :on where id = :id and closed_on is null")
                .param("id", id).param("outcome", outcome.name()).param("on", on).update();
    }

    /** @return the id of the check */
    public long insertCheck(long referral, CouncilReferral.Check check) {
        long id = jdbc.sql("""
                insert into lc_check (referral_id, met, authority_id, inquiries, reasons, checked_by, checked_at)
                values (:referral, :met, :authority, :inquiries, :reasons, :by, :at) returning id""")
                .param("referral", referral).param("met", check.met())
                .param("authority", check.authority() == null ? null : check.authority().id())
                .param("inquiries", check.inquiries()).param("reasons", check.reasons())
                .param("by", check.checkedBy()).param("at", Columns.at(check.checkedAt())).query(Long.class).single();
        check.members().forEach(member -> insertMember(id, member));
        return id;
    }

    private void insertMember(long check, CouncilReferral.Member member) {
        jdbc.sql("""
                insert into lc_check_member (check_id, member_id, here, here_why, there, there_why, risk, risk_asked)
                values (:check, :member, :here, :hereWhy, :there, :thereWhy, :risk, :asked)""")
                .param("check", check).param("member", member.memberId()).param("here", member.here().name())
                .param("hereWhy", member.hereWhy()).param("there", member.there().name())
                .param("thereWhy", member.thereWhy()).param("risk", member.risk().name())
                .param("asked", member.riskAsked()).update();
    }

    public void insertEvent(long referral, CouncilReferral.Event event) {
        jdbc.sql("""
                insert into lc_event (referral_id, kind, code, on_day, who, words, recorded_by, recorded_at)
                values (:referral, :kind, :code, :on, :who, :words, :by, :at)""")
                .param("referral", referral).param("kind", event.kind().name()).param("code", event.code())
                .param("on", event.on()).param("who", event.who()).param("words", event.words())
                .param("by", event.by()).param("at", Columns.at(event.at())).update();
    }

    /** The referral that is not decided yet; there is one at most. */
    public Optional<CouncilReferral> open(CaseReference reference) {
        return of(reference).stream().filter(CouncilReferral::open).findFirst();
    }

    /** Latest first. */
    public List<CouncilReferral> of(CaseReference reference) {
        return jdbc.sql("select * from lc_referral where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> referral(row)).list();
    }

    private CouncilReferral referral(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new CouncilReferral(id, new CaseReference(row.getString("case_reference")),
                Columns.code(row, "stage", CouncilReferral.Stage.class), row.getString("why"),
                row.getString("proposed_by"), Columns.instant(row, "proposed_at"), Columns.code(row, "outcome", CouncilReferral.Outcome.class),
                Columns.day(row, "closed_on"), check(id), events(id));
    }

    private CouncilReferral.Check check(long referral) {
        return jdbc.sql("""
                select c.*, a.name, a.address, a.email
                from lc_check c left join housing_authority a on a.id = c.authority_id
                where c.referral_id = :id order by c.id desc limit 1""").param("id", referral)
                .query((row, i) -> new CouncilReferral.Check(row.getLong("id"), row.getBoolean("met"),
                        row.getString("name") == null ? null : authority(row, "authority_id"), members(row.getLong("id")),
                        row.getString("inquiries"), row.getString("reasons"), row.getString("checked_by"),
                        Columns.instant(row, "checked_at"))).optional().orElse(null);
    }

    private List<CouncilReferral.Member> members(long check) {
        return jdbc.sql("select * from lc_check_member where check_id = :id order by member_id").param("id", check)
                .query((row, i) -> new CouncilReferral.Member(row.getLong("member_id"),
                        Columns.code(row, "here", LocalConnection.class), row.getString("here_why"),
                        Columns.code(row, "there", LocalConnection.class), row.getString("there_why"),
                        Columns.code(row, "risk", CouncilReferral.Risk.class), row.getString("risk_asked"))).list();
    }

    private List<CouncilReferral.Event> events(long referral) {
        return jdbc.sql("select * from lc_event where referral_id = :id order by id").param("id", referral)
                .query((row, i) -> new CouncilReferral.Event(Columns.code(row, "kind", CouncilReferral.Kind.class),
                        row.getString("code"), Columns.day(row, "on_day"), row.getString("who"), row.getString("words"),
                        row.getString("recorded_by"), Columns.instant(row, "recorded_at"))).list();
    }

    /** Keeps the council unless the latest of its name is the same, and returns it as kept. */
    public HousingAuthority keep(HousingAuthority typed, String by, Instant now) {
        Optional<HousingAuthority> known = authorities().stream()
                .filter(one -> one.name().equalsIgnoreCase(typed.name())).findFirst();
        if (known.isPresent() && known.get().lines().equals(typed.lines())) {
            return known.get();
        }
        long id = jdbc.sql("""
                insert into housing_authority (name, address, email, recorded_by, recorded_at)
                values (:name, :address, :email, :by, :at) returning id""").param("name", typed.name())
                .param("address", typed.address()).param("email", typed.email()).param("by", by)
                .param("at", Columns.at(now)).query(Long.class).single();
        return new HousingAuthority(id, typed.name(), typed.address(), typed.email());
    }

    /** Every council that was written to, as it was typed last, by name. */
    public List<HousingAuthority> authorities() {
        return jdbc.sql("select distinct on (lower(name)) * from housing_authority order by lower(name), id desc")
                .query((row, i) -> authority(row, "id")).list();
    }

    private static HousingAuthority authority(ResultSet row, String id) throws SQLException {
        return new HousingAuthority(row.getLong(id), row.getString("name"), row.getString("address"),
                row.getString("email"));
    }
}
