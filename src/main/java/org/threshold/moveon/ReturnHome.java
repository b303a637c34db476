package org.threshold.moveon;

import java.time.LocalDate;

/**
 * What was found about going back home.
 *
 * @param stage    whether it is about safety or about what the host agrees to
 * @param safe     whether they can go back safely
 * @param host     who takes them in; null until the host has agreed
 * @param agreedOn the day on which the host agreed; null until then
 */
public record ReturnHome(Stage stage, boolean safe, String host, LocalDate agreedOn, String words, LocalDate on) {

    public enum Stage { SAFETY, AGREEMENT }
}
