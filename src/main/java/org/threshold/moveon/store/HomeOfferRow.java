package org.threshold.moveon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOffer.Terms;
import org.threshold.moveon.OfferStatus;

/** One row of {@code home_offer}: read link by link, and its terms written. */
final class HomeOfferRow {

    private HomeOfferRow() {
    }

    static HomeOffer offer(ResultSet row) throws SQLException {
        return new HomeOffer(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                Rows.code(row, "duty", DutyKind.class), Rows.code(row, "kind", OfferKind.class),
                Rows.code(row, "status", OfferStatus.class), terms(row), row.getString("drafted_by"),
                Rows.instant(row, "drafted_at"), look(row), given(row), answered(row), reconsidered(row),
                row.getString("withdrawn_by") == null ? null : new HomeOffer.Withdrawn(Rows.day(row, "withdrawn_on"),
                        row.getString("withdrawn_by"), row.getString("withdrawn_words")),
                Rows.number(row, "set_aside_by"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(row.getString("address"), row.getString("landlord"),
                Rows.code(row, "landlord_kind", HomeOffer.Landlord.class),
                Rows.code(row, "tenancy", HomeOffer.Tenancy.class), row.getLong("rent_weekly"),
                Rows.day(row, "available_from"), row.getInt("lasts_months"), row.getString("approved_by"),
                Rows.day(row, "approved_on"), Rows.code(row, "obligations", HomeOffer.Obligations.class),
                row.getString("obligations_words"), row.getBoolean("restricted_case"), row.getString("no_private_why"));
    }

    static StatementSpec terms(StatementSpec sql, Terms terms) {
        return sql.param("address", terms.address()).param("landlord", terms.landlord())
                .param("landlordKind", terms.landlordKind().name()).param("tenancy", terms.tenancy().name())
                .param("rent", terms.rentWeekly()).param("availableFrom", terms.availableFrom())
                .param("lasts", terms.lastsMonths()).param("approvedBy", terms.approvedBy())
                .param("approvedOn", terms.approvedOn()).param("obligations", terms.obligations().name())
                .param("obligationsWords", terms.obligationsWords()).param("restricted", terms.restrictedCase())
                .param("noPrivateWhy", terms.noPrivateWhy());
    }

    private static HomeOffer.Look look(ResultSet row) throws SQLException {
        return row.getString("looked_by") == null ? null : new HomeOffer.Look(row.getBoolean("look_agrees"),
                row.getString("looked_by"), Rows.day(row, "looked_on"), row.getString("look_words"));
    }

    private static HomeOffer.Given given(ResultSet row) throws SQLException {
        return row.getString("given_by") == null ? null : new HomeOffer.Given(row.getLong("letter_id"),
                Rows.day(row, "written_on"), row.getBoolean("said_final"), row.getBoolean("consequences_told"),
                row.getBoolean("review_right_told"), Rows.day(row, "consider_until"), row.getString("short_why"),
                row.getString("closed_day_why"), row.getString("given_by"));
    }

    private static HomeOffer.Answered answered(ResultSet row) throws SQLException {
        return row.getString("answer_taken_by") == null ? null : new HomeOffer.Answered(Rows.day(row, "answered_on"),
                Rows.code(row, "answer_how", HomeOffer.How.class), row.getString("answer_from"),
                row.getString("answer_words"), row.getString("answer_taken_by"));
    }

    private static HomeOffer.Reconsidered reconsidered(ResultSet row) throws SQLException {
        return row.getString("reconsidered_by") == null ? null : new HomeOffer.Reconsidered(
                Rows.day(row, "reconsidered_on"), row.getBoolean("found_suitable"), row.getString("reconsidered_by"),
                row.getString("reconsidered_words"));
    }
}
