package org.threshold.hclic;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One question of the return, as the mapping describes it.
 *
 * @param source   where our answer comes from, for people who read the mapping
 * @param national the ministry's name for it; null until somebody who has the schema fills it in
 * @param from     first day of application for which the return asks it
 * @param to       last such day, or null while it is asked
 * @param codes    our list of answers; empty when it is not chosen from a list
 * @param need     how much an answer is missed, or null when it may stay open
 * @param when     all of these must hold for the answer to be missed
 * @param unless   any of these stands in for the answer
 * @param ask      the page of the case that asks it, after the case's own address; null when no page does
 * @param form     the form of a step that asks it, or null
 */
public record ReturnField(ReturnSection section, String key, String label, Kind kind, String source, String national,
                          LocalDate from, LocalDate to, List<Code> codes, Severity need, List<Test> when,
                          List<Test> unless, String ask, String form, String note) {

    /** How an answer is written. */
    public enum Kind { TEXT, CODE, CODES, DATE, NUMBER, TICK, POSTCODE, UPRN }

    /** An answer of our list, and the ministry's code for it once somebody has filled that in. */
    public record Code(String code, String label, String national) {
    }

    /**
     * A condition on another answer, of the same row or ({@code main.}) of the case; exactly one of the three is set.
     */
    public record Test(String field, List<String> in, List<String> notIn, Boolean known) {
    }

    public ReturnField {
        codes = codes == null ? List.of() : List.copyOf(codes);
        when = when == null ? List.of() : List.copyOf(when);
        unless = unless == null ? List.of() : List.copyOf(unless);
        ask = ask == null || ask.isBlank() ? null : ask;
    }

    public boolean askedOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public Optional<Code> code(String value) {
        return codes.stream().filter(each -> each.code().equals(value)).findFirst();
    }
}
