package org.threshold.board.web;

import org.threshold.board.WhereFigures;

/**
 * A line of the table: an officer's step, a called process with the sum of what is in it, or a whole process.
 *
 * @param id     of the element, or key of the process
 * @param href   where to look closer
 * @param kind   said beside the name; empty where there is nothing to say
 * @param called key of the called process, null for a step
 * @param delay  case-days a week
 * @param share  of all delay in the table, from 0 to 1; called processes are not part of the whole
 * @param width  of its bar, from 0 to 100
 */
public record WhereRow(String id, String name, String href, String kind, String called, WhereFigures figures,
                       double delay, double share, double width, int weeks) {

    public boolean isCall() {
        return called != null;
    }

    double median() {
        return figures.took() == null ? -1 : figures.took().p50();
    }

    double p85() {
        return figures.took() == null ? -1 : figures.took().p85();
    }

    public String delayWords() {
        return WhereWords.caseDays(delay);
    }

    public String shareWords() {
        return isCall() ? "" : WhereWords.percent(share);
    }

    public String waitingWords() {
        return aWeek(figures.waiting());
    }

    public String heldWords() {
        return aWeek(figures.held());
    }

    public String onHoldWords() {
        return aWeek(figures.onHoldOrForOthers());
    }

    public String medianWords() {
        return WhereWords.took(figures, WhereFigures.Took::p50);
    }

    public String p85Words() {
        return WhereWords.took(figures, WhereFigures.Took::p85);
    }

    double aWeekOf(double seconds) {
        return seconds / 86_400 / weeks;
    }

    private String aWeek(double seconds) {
        return WhereWords.caseDays(aWeekOf(seconds));
    }
}
