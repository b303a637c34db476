package org.threshold.referral.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.Answer;
import org.threshold.referral.ConsentHow;
import org.threshold.referral.KeptReferral;
import org.threshold.referral.Referral;
import org.threshold.referral.ReferralOutcome;
import org.threshold.referral.Referrals.Door;
import org.threshold.referral.Situation;

/** The SQL of {@code referral} and of the keys under which referrals were sent. */
@Repository
public class ReferralStore {

    private final JdbcClient jdbc;

    ReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record KeyRow(String keyHash, String contentHash, String receipt) {
    }

    public record NewReferral(String receipt, CaseReference caseReference, byte[] codeSalt, String codeHash,
                              Instant receivedAt, Door door, String team, String lane, Instant target,
                              Referral referral) {
    }

    /** @param outcome null until triaged; answer null until answered */
    public record Standing(CaseReference caseReference, String codeHash, ReferralOutcome outcome, Answer answer) {
    }

    /** @return false when the key was claimed before; waits for one that is being claimed at this moment */
    public boolean claim(KeyRow row) {
        return jdbc.sql("insert into referral_key (key_hash, content_hash, receipt) values (:key, :content, :receipt)"
                        + " on conflict (key_hash) do nothing")
                .param("key", row.keyHash()).param("content", row.contentHash()).param("receipt", row.receipt())
                .update() == 1;
    }

    public Optional<KeyRow> key(String keyHash) {
        return jdbc.sql("select key_hash, content_hash, receipt from referral_key where key_hash = :key")
                .param("key", keyHash)
                .query((row, i) -> new KeyRow(row.getString(1), row.getString(2), row.getString(3))).optional();
    }

    public Optional<byte[]> salt(String receipt) {
        return jdbc.sql("select code_salt from referral where receipt = :receipt").param("receipt", receipt)
                .query((row, i) -> row.getBytes(1)).optional();
    }

    public void insert(NewReferral taken) {
        Referral sent = taken.referral();
        jdbc.sql("""
                insert into referral (receipt, case_reference, code_salt, code_hash, received_at, received_by, team, lane,
                    target_at, body, referrer_name, referrer_email, referrer_phone, given_name, family_name,
                    date_of_birth, phone, email, safe_contact, consent_how, consent_on, authority, situation, reason,
                    loses_home_on, risks)
                values (:receipt, :reference, :salt, :code, :at, :door, :team, :lane, :target, :body, :byName, :byEmail,
                    :byPhone, :given, :family, :born, :phone, :email, :safe, :consentHow, :consentOn, :authority,
                    :situation, :reason, :losesOn, :risks)""")
                .param("receipt", taken.receipt()).param("reference", taken.caseReference().value())
                .param("salt", taken.codeSalt()).param("code", taken.codeHash())
                .param("at", Timestamp.from(taken.receivedAt())).param("door", taken.door().name())
                .param("team", taken.team()).param("lane", taken.lane())
                .param("target", Timestamp.from(taken.target())).param("body", sent.referrer().body().name())
                .param("byName", sent.referrer().name()).param("byEmail", sent.referrer().email())
                .param("byPhone", sent.referrer().phone().value()).param("given", sent.person().givenName())
                .param("family", sent.person().familyName()).param("born", sent.person().dateOfBirth())
                .param("phone", sent.phone() == null ? null : sent.phone().value()).param("email", sent.email())
                .param("safe", sent.safeContact()).param("consentHow", sent.consent().how().name())
                .param("consentOn", sent.consent().on()).param("authority", sent.authority())
                .param("situation", sent.situation().name()).param("reason", sent.reason())
                .param("losesOn", sent.losesHomeOn()).param("risks", sent.risks()).update();
    }

    public Optional<Standing> standing(String receipt) {
        return jdbc.sql("""
                select r.case_reference, r.code_hash, o.outcome, a.answer from referral r
                left join referral_outcome o on o.receipt = r.receipt
                left join referral_answer a on a.receipt = r.receipt
                where r.receipt = :receipt""").param("receipt", receipt)
                .query((row, i) -> new Standing(new CaseReference(row.getString(1)), row.getString(2),
                        row.getString(3) == null ? null : ReferralOutcome.valueOf(row.getString(3)),
                        row.getString(4) == null ? null : Answer.valueOf(row.getString(4))))
                .optional();
    }

    /** The referral that opened the case, or empty when the case came in another way. */
    public Optional<KeptReferral> ofCase(CaseReference reference) {
        return jdbc.sql("select * from referral where case_reference = :reference")
                .param("reference", reference.value()).query((row, i) -> kept(row)).optional();
    }

    private static KeptReferral kept(ResultSet row) throws SQLException {
        return new KeptReferral(row.getString("receipt"), row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("target_at").toInstant(), row.getString("team"), row.getString("lane"), sent(row));
    }

    private static Referral sent(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        return new Referral(
                new Referral.Referrer(ReferralBody.valueOf(row.getString("body")), row.getString("referrer_name"),
                        row.getString("referrer_email"), new PhoneNumber(row.getString("referrer_phone"))),
                Person.applicant(row.getString("given_name"), row.getString("family_name"),
                        row.getObject("date_of_birth", LocalDate.class)),
                phone == null ? null : new PhoneNumber(phone), row.getString("email"), row.getString("safe_contact"),
                new Referral.Consent(ConsentHow.valueOf(row.getString("consent_how")),
                        row.getObject("consent_on", LocalDate.class)),
                row.getString("authority"), Situation.valueOf(row.getString("situation")), row.getString("reason"),
                row.getObject("loses_home_on", LocalDate.class), row.getString("risks"));
    }

    /** The secret that signs what pages carry; made by whichever node needs it first. */
    public byte[] pageSecret(byte[] ifNone) {
        jdbc.sql("insert into referral_page_secret (secret) values (:secret) on conflict (only_row) do nothing")
                .param("secret", ifNone).update();
        return jdbc.sql("select secret from referral_page_secret").query((row, i) -> row.getBytes(1)).single();
    }
}
