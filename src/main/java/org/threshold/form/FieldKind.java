package org.threshold.form;

/** What kind of answer a question takes, and so the Java type that its answer has. */
public enum FieldKind {
    /** One line; {@code String}. */
    TEXT,
    /** Several lines; {@code String} with {@code \n} between lines. */
    TEXT_AREA,
    /** {@code BigDecimal}. */
    NUMBER,
    /** {@code LocalDate}. */
    DATE,
    /** {@code LocalTime}. */
    TIME,
    /** {@code LocalDateTime}, Europe/London. */
    DATE_TIME,
    /** {@code Boolean}; never missing. */
    CHECKBOX,
    /** {@code List<String>}; form-js checklist and taglist. */
    CHECKBOXES,
    /** {@code String}, one of the options. */
    RADIO,
    /** {@code String}, one of the options. */
    SELECT;

    /** Whether the answer is taken from options. */
    public boolean hasOptions() {
        return this == CHECKBOXES || this == RADIO || this == SELECT;
    }

    /** Whether an answer is an id, date, enum, number or flag, and so may become a process variable. */
    public boolean mayBeProcessVariable() {
        return this == CHECKBOX || this == RADIO || this == SELECT || this == NUMBER || this == DATE;
    }
}
