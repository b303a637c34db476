package org.threshold.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled holidays against the rules they follow, with the exceptions that were proclaimed. */
class BankHolidaysTest {

    private static final Map<LocalDate, LocalDate> MOVED = Map.of(
            LocalDate.of(2020, 5, 4), LocalDate.of(2020, 5, 8),
            LocalDate.of(2022, 5, 30), LocalDate.of(2022, 6, 2));
    private static final TreeSet<LocalDate> ONCE = new TreeSet<>(java.util.List.of(LocalDate.of(2022, 6, 3),
            LocalDate.of(2022, 9, 19), LocalDate.of(2023, 5, 8)));
    private static final Map<Integer, LocalDate> EASTER_SUNDAYS = Map.of(2019, LocalDate.of(2019, 4, 21),
            2020, LocalDate.of(2020, 4, 12), 2021, LocalDate.of(2021, 4, 4), 2022, LocalDate.of(2022, 4, 17),
            2023, LocalDate.of(2023, 4, 9), 2024, LocalDate.of(2024, 3, 31), 2025, LocalDate.of(2025, 4, 20),
            2026, LocalDate.of(2026, 4, 5), 2027, LocalDate.of(2027, 3, 28), 2028, LocalDate.of(2028, 4, 16));

    private final WorkingDays days = BankHolidays.calendar(Map.of());

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028})
    void eachYearFollowsTheRules(int year) {
        TreeSet<LocalDate> expected = new TreeSet<>();
        expected.add(nextWeekdayFrom(LocalDate.of(year, 1, 1), expected));
        expected.add(EASTER_SUNDAYS.get(year).minusDays(2));
        expected.add(EASTER_SUNDAYS.get(year).plusDays(1));
        addMonday(expected, LocalDate.of(year, 5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        addMonday(expected, LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        expected.add(LocalDate.of(year, 8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        LocalDate boxing = LocalDate.of(year, 12, 26);
        if (boxing.getDayOfWeek() != DayOfWeek.MONDAY) {
            expected.add(nextWeekdayFrom(boxing.minusDays(1), expected));
            expected.add(nextWeekdayFrom(boxing, expected));
        } else {
            expected.add(boxing);
            expected.add(boxing.plusDays(1));
        }
        ONCE.stream().filter(day -> day.getYear() == year).forEach(expected::add);

        assertThat(days.holidays().keySet().stream().filter(day -> day.getYear() == year))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void addMonday(TreeSet<LocalDate> expected, LocalDate monday) {
        expected.add(MOVED.getOrDefault(monday, monday));
    }

    private static LocalDate nextWeekdayFrom(LocalDate day, TreeSet<LocalDate> taken) {
        LocalDate at = day;
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY || taken.contains(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    @ParameterizedTest
    @CsvSource({"2026-06-05,true", "2026-06-06,false", "2026-06-07,false", "2026-12-25,false", "2026-12-28,false",
        "2026-12-29,true", "2020-05-04,true", "2020-05-08,false", "2022-05-30,true", "2022-06-03,false"})
    void workingDaysLeaveOutWeekendsAndHolidays(LocalDate day, boolean worked) {
        assertThat(days.isWorkingDay(day)).isEqualTo(worked);
    }

    @Test
    void noWorkingDayIsGuessedOutsideTheData() {
        assertThatThrownBy(() -> days.isWorkingDay(LocalDate.of(2018, 12, 31))).isInstanceOf(CalendarUnknown.class);
        assertThatThrownBy(() -> days.isWorkingDay(LocalDate.of(2029, 1, 1))).isInstanceOf(CalendarUnknown.class)
                .hasMessageContaining("2029");
        assertThatThrownBy(() -> days.after(LocalDate.of(2026, 1, 1), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
