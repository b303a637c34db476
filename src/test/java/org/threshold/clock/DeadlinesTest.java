package org.threshold.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the law's arithmetic. */
class DeadlinesTest {

    private final Deadlines deadlines = with(Map.of());

    private static Deadlines with(Map<LocalDate, Boolean> overrides) {
        return new LondonDeadlines(new ClockRules(), () -> BankHolidays.calendar(overrides));
    }

    @ParameterizedTest(name = "{0} from {1}: {2} to {3} ({4})")
    @CsvSource(delimiter = '|', textBlock = """
            PREVENTION_DUTY             | 2026-06-01 | 2026-06-01 | 2026-07-26 | the reference example: 56 days beginning with
            RELIEF_DUTY                 | 2026-06-01 | 2026-06-01 | 2026-07-26 | the same for relief
            RELIEF_DUTY                 | 2018-04-03 | 2018-04-03 | 2018-05-28 | the first day of the law
            RELIEF_DUTY                 | 2026-02-01 | 2026-02-01 | 2026-03-28 | over a month of 28 days, to the eve of summer time
            RELIEF_DUTY                 | 2026-02-02 | 2026-02-02 | 2026-03-29 | ends on the day the clocks go forward
            RELIEF_DUTY                 | 2026-02-03 | 2026-02-03 | 2026-03-30 | over the spring change
            RELIEF_DUTY                 | 2026-08-31 | 2026-08-31 | 2026-10-25 | ends on the day the clocks go back
            RELIEF_DUTY                 | 2026-09-01 | 2026-09-01 | 2026-10-26 | over the autumn change
            RELIEF_DUTY                 | 2024-01-05 | 2024-01-05 | 2024-02-29 | ends on 29 February
            RELIEF_DUTY                 | 2024-02-29 | 2024-02-29 | 2024-04-24 | starts on 29 February
            RELIEF_DUTY                 | 2023-01-05 | 2023-01-05 | 2023-03-01 | the same without 29 February
            RELIEF_DUTY                 | 2026-10-31 | 2026-10-31 | 2026-12-25 | ends on Christmas Day and does not move
            RELIEF_DUTY                 | 2026-11-06 | 2026-11-06 | 2026-12-31 | ends with the year
            RELIEF_DUTY                 | 2026-11-07 | 2026-11-07 | 2027-01-01 | over the end of the year
            RELIEF_DUTY                 | 2026-05-31 | 2026-05-31 | 2026-07-25 | from the last day of a month
            PREVENTION_DUTY             | 2035-06-01 | 2035-06-01 | 2035-07-26 | calendar days need no bank holidays
            MAIN_DUTY_DECISION          | 2026-07-26 | 2026-07-27 | 2026-07-27 | day 57
            MAIN_DUTY_DECISION          | 2026-12-31 | 2027-01-01 | 2027-01-01 | day 57 on New Year's Day
            MAIN_DUTY_DECISION_EXTENDED | 2026-07-26 | 2026-07-27 | 2026-08-14 | 15 working days, no holiday between
            MAIN_DUTY_DECISION_EXTENDED | 2026-08-14 | 2026-08-17 | 2026-09-07 | over the summer bank holiday
            MAIN_DUTY_DECISION_EXTENDED | 2026-12-18 | 2026-12-21 | 2027-01-13 | over Christmas 2026 with its substitute day
            MAIN_DUTY_DECISION_EXTENDED | 2021-12-17 | 2021-12-20 | 2022-01-12 | Christmas on a Saturday: two substitute days, and one for New Year
            MAIN_DUTY_DECISION_EXTENDED | 2022-12-16 | 2022-12-19 | 2023-01-11 | Christmas on a Sunday
            MAIN_DUTY_DECISION_EXTENDED | 2026-03-27 | 2026-03-30 | 2026-04-21 | over Easter
            MAIN_DUTY_DECISION_EXTENDED | 2024-03-28 | 2024-04-02 | 2024-04-22 | the first working day after Maundy Thursday is Tuesday
            MAIN_DUTY_DECISION_EXTENDED | 2022-05-31 | 2022-06-01 | 2022-06-23 | Spring holiday and Platinum Jubilee
            MAIN_DUTY_DECISION_EXTENDED | 2022-09-09 | 2022-09-12 | 2022-10-03 | the State Funeral, a one-off day
            MAIN_DUTY_DECISION_EXTENDED | 2023-04-28 | 2023-05-02 | 2023-05-23 | three bank holidays in May 2023
            MAIN_DUTY_DECISION_EXTENDED | 2020-05-01 | 2020-05-04 | 2020-05-26 | Early May moved to VE day
            MAIN_DUTY_DECISION_EXTENDED | 2026-07-25 | 2026-07-27 | 2026-08-14 | from a Saturday, as from the Sunday
            MAIN_DUTY_DECISION_EXTENDED | 2024-02-16 | 2024-02-19 | 2024-03-08 | over 29 February
            REVIEW_REQUEST              | 2026-06-01 | 2026-06-01 | 2026-06-21 | 21 days beginning with
            REVIEW_REQUEST              | 2026-12-11 | 2026-12-11 | 2026-12-31 | to the end of the year
            REVIEW_REQUEST              | 2026-02-10 | 2026-02-10 | 2026-03-02 | over February
            REVIEW_3_WEEKS              | 2026-06-01 | 2026-06-01 | 2026-06-21 | three weeks
            REVIEW_8_WEEKS              | 2026-06-01 | 2026-06-01 | 2026-07-26 | eight weeks
            REVIEW_10_WEEKS             | 2026-06-01 | 2026-06-01 | 2026-08-09 | ten weeks
            REVIEW_12_WEEKS             | 2026-06-01 | 2026-06-01 | 2026-08-23 | twelve weeks
            REVIEW_8_WEEKS              | 2026-03-01 | 2026-03-01 | 2026-04-25 | eight weeks over the spring change
            REVIEW_12_WEEKS             | 2026-09-01 | 2026-09-01 | 2026-11-23 | twelve weeks over the autumn change
            REVIEW_REPRESENTATIONS      | 2026-06-01 | 2026-06-02 | 2026-06-15 | 14 days after
            COUNTY_COURT_APPEAL         | 2026-06-01 | 2026-06-02 | 2026-06-22 | 21 days of: the trigger day does not count
            COUNTY_COURT_APPEAL         | 2024-02-08 | 2024-02-09 | 2024-02-29 | to 29 February
            COUNTY_COURT_APPEAL         | 2026-12-10 | 2026-12-11 | 2026-12-31 | to the end of the year
            REVIEWER_INDEPENDENCE       | 2026-06-01 | 2026-06-01 | 2026-06-01 | at once
            INQUIRIES                   | 2026-06-01 | 2026-06-01 |            | no number in the Act
            ASSESSMENT                  | 2026-06-01 | 2026-06-01 |            | no number in the Act
            PERSONALISED_HOUSING_PLAN   | 2026-06-01 | 2026-06-01 |            | no number in the Act
            PLAN_REVIEW                 | 2026-06-01 | 2026-06-01 |            | no number in the Act
            DECISION_NOTICE             | 2026-06-01 | 2026-06-01 |            | no number in the Act
            REASONABLE_OPPORTUNITY      | 2026-06-01 | 2026-06-01 |            | no number in the Act
            NON_COOPERATION_WARNING     | 2026-06-01 | 2026-06-01 |            | no number in the Act
            ACCOMMODATION_PENDING_REVIEW | 2026-06-01 | 2026-06-01 |           | no number in the Act
            """)
    void theLawsArithmetic(ClockKind kind, LocalDate trigger, LocalDate firstDay, LocalDate lastDay, String why) {
        Period period = deadlines.calculate(kind, trigger);

        assertThat(period.firstDay()).as(why).isEqualTo(firstDay);
        assertThat(period.lastDay()).as(why).isEqualTo(lastDay);
        assertThat(period.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(ClockKind.class)
    void everyClockSaysItsRuleAndProvision(ClockKind kind) {
        ClockRule rule = new ClockRules().latest(kind);
        Period period = deadlines.calculate(kind, LocalDate.of(2026, 6, 1));

        assertThat(period.wording()).isEqualTo(rule.wording()).isNotBlank();
        assertThat(period.provision()).isEqualTo(rule.provision())
                .containsPattern("s1[89]\\d|s20\\d|s21[12]|SI 2018/223|SI 2003/3326");
        assertThat(rule.trigger()).containsIgnoringCase("day");
        assertThat(rule.name()).isNotBlank();
        assertThat(rule.warnOnDays()).allSatisfy(day -> assertThat(day).isBetween(1, 100));
    }

    @Test
    void aRuleIsAppliedOnlyToDaysOnWhichItWasLaw() {
        assertThatThrownBy(() -> deadlines.calculate(ClockKind.RELIEF_DUTY, LocalDate.of(2018, 4, 2)))
                .isInstanceOf(RuleNotInForce.class).hasMessageContaining("law since 3 April 2018");
        assertThat(deadlines.calculate(ClockKind.REVIEW_REQUEST, LocalDate.of(2018, 4, 2)).lastDay())
                .isEqualTo("2018-04-22");
    }

    @ParameterizedTest
    @CsvSource({"MAIN_DUTY_DECISION_EXTENDED,2018-12-31", "MAIN_DUTY_DECISION_EXTENDED,2028-12-20",
        "MAIN_DUTY_DECISION_EXTENDED,2029-06-01"})
    void aYearWithoutBankHolidaysIsAnErrorAndNeverAGuess(ClockKind kind, LocalDate trigger) {
        assertThatThrownBy(() -> deadlines.calculate(kind, trigger)).isInstanceOf(CalendarUnknown.class)
                .hasMessageContaining("2019 to 2028");
    }

    @Test
    void theCouncilsClosuresAndWorkedHolidaysCount() {
        LocalDate trigger = LocalDate.of(2026, 12, 18);
        Deadlines closed = with(Map.of(LocalDate.of(2026, 12, 29), false, LocalDate.of(2026, 12, 30), false));
        Deadlines worked = with(Map.of(LocalDate.of(2026, 12, 28), true));

        assertThat(closed.calculate(ClockKind.MAIN_DUTY_DECISION_EXTENDED, trigger).lastDay()).isEqualTo("2027-01-15");
        assertThat(worked.calculate(ClockKind.MAIN_DUTY_DECISION_EXTENDED, trigger).lastDay()).isEqualTo("2027-01-12");
        assertThat(closed.calculate(ClockKind.RELIEF_DUTY, trigger))
                .isEqualTo(worked.calculate(ClockKind.RELIEF_DUTY, trigger));
    }

    @ParameterizedTest
    @CsvSource({"YES,YES,false", "YES,NO,true", "YES,UNDECIDED,true", "NO,YES,false", "NO,NO,false",
        "NO,UNDECIDED,false", "UNDECIDED,YES,false", "UNDECIDED,NO,false", "UNDECIDED,UNDECIDED,false"})
    void reliefEndsByItselfOnlyWithPriorityNeedAndWithoutIntentionalHomelessness(
            Finding priorityNeed, Finding intentional, boolean ends) {
        assertThat(deadlines.reliefEndsByItself(priorityNeed, intentional)).isEqualTo(ends);
    }

    @ParameterizedTest(name = "{0}: {1} to {2}, {3} hours")
    @CsvSource({"2026-01-15,2026-01-15T00:00:00Z,2026-01-16T00:00:00Z,24",
        "2026-07-26,2026-07-25T23:00:00Z,2026-07-26T23:00:00Z,24",
        "2026-03-28,2026-03-28T00:00:00Z,2026-03-29T00:00:00Z,24",
        "2026-03-29,2026-03-29T00:00:00Z,2026-03-29T23:00:00Z,23",
        "2026-10-24,2026-10-23T23:00:00Z,2026-10-24T23:00:00Z,24",
        "2026-10-25,2026-10-24T23:00:00Z,2026-10-26T00:00:00Z,25",
        "2024-02-29,2024-02-29T00:00:00Z,2024-03-01T00:00:00Z,24",
        "2026-12-31,2026-12-31T00:00:00Z,2027-01-01T00:00:00Z,24"})
    void daysBeginAndEndInLondon(LocalDate day, Instant start, Instant end, long hours) {
        assertThat(deadlines.startOf(day)).isEqualTo(start);
        assertThat(deadlines.endOf(day)).isEqualTo(end);
        assertThat(Duration.between(start, end).toHours()).isEqualTo(hours);
    }

    @ParameterizedTest(name = "{0} {1} from {2}: {3} ({4})")
    @CsvSource(delimiter = '|', textBlock = """
            1  | HOURS         | 2026-06-05T16:30:00Z | 2026-06-05T17:30:00Z | hours run on past the end of the day
            24 | HOURS         | 2026-03-28T12:00:00Z | 2026-03-29T12:00:00Z | elapsed hours over the spring change
            0  | CALENDAR_DAYS | 2026-01-15T10:00:00Z | 2026-01-15T23:59:59Z | none: the same day
            1  | CALENDAR_DAYS | 2026-06-05T10:00:00Z | 2026-06-06T22:59:59Z | a Saturday counts; midnight is London's
            5  | CALENDAR_DAYS | 2026-10-22T10:00:00Z | 2026-10-27T23:59:59Z | over the autumn change
            1  | CALENDAR_DAYS | 2026-06-05T23:30:00Z | 2026-06-07T22:59:59Z | half past midnight in London is the next day
            1  | WORKING_DAYS  | 2026-06-05T10:00:00Z | 2026-06-08T22:59:59Z | Friday to Monday
            3  | WORKING_DAYS  | 2026-12-23T10:00:00Z | 2026-12-30T23:59:59Z | over Christmas
            10 | WORKING_DAYS  | 2026-03-27T10:00:00Z | 2026-04-14T22:59:59Z | over Easter and the spring change
            0  | WORKING_DAYS  | 2026-06-06T10:00:00Z | 2026-06-06T22:59:59Z | none: the day itself
            0  | SAME_DAY      | 2026-06-05T10:00:00Z | 2026-06-05T16:00:00Z | 17:00 in summer time
            0  | SAME_DAY      | 2026-01-15T10:00:00Z | 2026-01-15T17:00:00Z | 17:00 in winter
            0  | SAME_DAY      | 2026-06-05T15:59:59Z | 2026-06-05T16:00:00Z | a second before 17:00
            0  | SAME_DAY      | 2026-06-05T16:00:00Z | 2026-06-05T22:59:59Z | from 17:00 the day has its evening
            """)
    void theCouncilsPromises(int amount, ServiceStandard.Unit unit, Instant from, Instant due, String why) {
        assertThat(deadlines.due(new ServiceStandard("triage", amount, unit, 0), from)).as(why).isEqualTo(due);
    }
}
