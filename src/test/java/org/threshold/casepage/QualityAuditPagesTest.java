package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample of a month, its results, and the audits of a case: what a browser is shown and what it can send. */
class QualityAuditPagesTest extends CasePageTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLeaderSeesTheSampleAndNobodyDrawsByWhatABrowserCanSend() {
        Desk leader = Desk.signedIn(port, "leader");
        assertThat(leader.get("/quality-audits?team=%3Cscript%3E").body()).contains("Draw the sample", "Triage and reason to")
                .doesNotContain("value=\"<script>");
        assertThat(leader.post("/quality-audits", "team", "north", "auditor", "").body()).contains("Select who audits");
        assertThat(leader.post("/quality-audits", "team", "no-such-team", "auditor", "leader").body())
                .contains("Select one of your teams");
        assertThat(leader.post("/quality-audits", "team", "north", "auditor", "<b>dpo</b>").body())
                .contains("Select who audits: yourself").doesNotContain("<b>dpo</b>");
        assertThat(desk.get("/quality-audits").status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from quality_draw where team = 'north'").query(Long.class).single()).isZero();

        audited();
        assertThat(leader.get("/quality-audits?team=north").body()).contains("/cases/" + reference + "/audits", "By risk",
                "Steps are overdue (3)", "60.0").doesNotContain("Draw the sample");
        assertThat(leader.get("/cases/" + reference + "/audits").body()).contains("60.0 of 100", "Small faults",
                "No &lt;b&gt;safety&lt;/b&gt; question", "To be put right by");
        assertThat(desk.get("/cases/" + reference + "/audits").status()).isEqualTo(403);
        assertThat(Desk.signedIn(port, "dpo").get("/cases/" + reference + "/audits").body())
                .contains("You may see its audits, not the case itself");
        assertThat(leader.get("/cases/TH-999999-X/audits").status()).isEqualTo(404);
    }

    /** This month's sample of the team, as it stands in the tables, with an audit that found something. */
    private void audited() {
        long audit = jdbc.sql("""
                with d as (insert into quality_draw (team, month, seed, pool, random_size, risk_size, drawn_by, drawn_at)
                    values ('north', :month, 'a seed of the test', '{}', 1, 1, 'leader', now()) returning id)
                insert into quality_audit (draw_id, case_reference, how, reasons, points, auditor)
                select id, :reference, 'RISK', '{OVERDUE}', 3, 'leader' from d returning id""")
                .param("month", LocalDate.now(clock).withDayOfMonth(1)).param("reference", reference.value())
                .query(Long.class).single();
        jdbc.sql("""
                insert into quality_audit_result (audit_id, overall, score, to_mend, mend_by, audited_by, audited_at)
                values (?, 'Clear', 60, 'Ask again', current_date, 'leader', now())""").param(audit).update();
        for (String part : new String[] {"TRIAGE", "ASSESSMENT", "PLAN", "DECISION", "ACCOMMODATION", "BENEFIT", "CONTACT"}) {
            boolean triage = part.equals("TRIAGE");
            jdbc.sql("insert into quality_audit_score (audit_id, part, mark, words) values (?, ?, ?, ?)").param(audit)
                    .param(part).param(triage ? "SMALL_FAULTS" : "NOT_PART")
                    .param(triage ? "No <b>safety</b> question" : null).update();
        }
    }
}
