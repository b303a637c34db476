package org.threshold.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** National Insurance numbers, telephone numbers, postcodes, names and searches, as people type them. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({"AB123456C, AB123456C", "ab 12 34 56 c, AB123456C", "' AB-12-34-56-D ', AB123456D"})
    void nationalInsuranceNumbersAreKeptWithoutSpaces(String typed, String kept) {
        assertThat(NationalInsuranceNumber.parse(typed).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB123456", "AB123456E", "QQ123456C", "AO123456C", "BG123456A", "GB123456A", "KN123456A",
            "NK123456A", "NT123456A", "TN123456A", "ZZ123456A", "1B123456C", "AB1234567", "AB123456CC"})
    void nationalInsuranceNumbersThatDoNotExistAreRefused(String typed) {
        assertThatThrownBy(() -> NationalInsuranceNumber.parse(typed))
                .hasMessage("Enter a National Insurance number in the correct format, like AB 12 34 56 C");
    }

    @Test
    void nationalInsuranceNumbersAreShownInPairs() {
        assertThat(new NationalInsuranceNumber("AB123456C").display()).isEqualTo("AB 12 34 56 C");
    }

    @ParameterizedTest
    @CsvSource({"07700 900123, +447700900123", "+44 7700 900123, +447700900123", "0044 7700 900123, +447700900123",
            "+44 (0)7700 900-123, +447700900123", "(020) 7946 0000, +442079460000", "01632 960001, +441632960001",
            "016977 0001, +44169770001", "+353 20 911 0000, +353209110000", "00353209110000, +353209110000"})
    void theSameTelephoneNumberAlwaysLooksTheSame(String typed, String kept) {
        assertThat(PhoneNumber.parse(typed).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "999", "07700 90012", "07700 9001234", "7700900123", "+44", "phone", "07700x900123",
            "+1234567890123456", "00 00 00"})
    void telephoneNumbersThatCannotBeCalledAreRefused(String typed) {
        assertThatThrownBy(() -> PhoneNumber.parse(typed)).hasMessageStartingWith("Enter a telephone number");
    }

    @Test
    void telephoneNumbersAreShownAsPeopleWriteThem() {
        assertThat(PhoneNumber.parse("+447700900123").display()).isEqualTo("07700 900123");
        assertThat(PhoneNumber.parse("+353209110000").display()).isEqualTo("+353209110000");
    }

    @ParameterizedTest
    @CsvSource({"aa11aa, AA1 1AA", "w1a 0ax, W1A 0AX", "EC1A1BB, EC1A 1BB", "M1 1AE, M1 1AE",
            "b33 8th, B33 8TH"})
    void postcodesAreKeptWithOneSpace(String typed, String kept) {
        assertThat(Postcode.parse(typed).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "LU1", "LU1 2", "12345", "LU1 2CI", "QU1 2AA", "LU1 2BQX", "LU123 2BQ"})
    void postcodesThatDoNotExistAreRefused(String typed) {
        assertThatThrownBy(() -> Postcode.parse(typed)).hasMessage("Enter a full UK postcode, like AA1 1AA");
    }

    @ParameterizedTest
    @CsvSource({"O'Example, OEXAMPLE", "o’example, OEXAMPLE", "Example-Smith, EXAMPLESMITH", "Exämplé, EXAMPLE",
            "van Example, VANEXAMPLE"})
    void namesAreFoundHoweverTheyAreWritten(String written, String key) {
        assertThat(NameKey.of(written)).isEqualTo(key);
    }

    @Test
    void aDependentChildIsUnder16OrUnder19InEducationOrExpected() {
        LocalDate today = LocalDate.of(2026, 3, 1);
        assertThat(child(today.minusYears(16).plusDays(1), false).isDependentChildOn(today)).isTrue();
        assertThat(child(today.minusYears(16), false).isDependentChildOn(today)).isFalse();
        assertThat(child(today.minusYears(19).plusDays(1), true).isDependentChildOn(today)).isTrue();
        assertThat(child(today.minusYears(19), true).isDependentChildOn(today)).isFalse();
        assertThat(child(null, true).isDependentChildOn(today)).isFalse();
        assertThat(Person.member(Relationship.EXPECTED_CHILD, "", "Example", today.plusMonths(3))
                .isDependentChildOn(today)).isTrue();
        assertThat(Person.member(Relationship.PARTNER, "Sam", "Example", today.minusYears(15))
                .isDependentChildOn(today)).isFalse();
        assertThat(Person.applicant("Jordan", "Example", today.minusYears(15)).isDependentChildOn(today)).isFalse();
    }

    @Test
    void aPersonMayUseOneNameOnly() {
        assertThat(Person.applicant("", "Example", null).name()).isEqualTo("Example");
        assertThatThrownBy(() -> Person.applicant("Jordan", " ", null)).hasMessage("A last name must not be empty");
        assertThatThrownBy(() -> Person.applicant("Jordan", "x".repeat(101), null))
                .hasMessage("A last name must be 100 characters or fewer");
        assertThat(Person.applicant("Jor\u0000dan", "Exam\u0007ple", null).name()).isEqualTo("Jordan Example");
    }

    @Test
    void oneSearchBoxUnderstandsWhatIsTyped() {
        assertThat(CaseSearch.parse("ab 12 34 56 c").nationalInsurance().value()).isEqualTo("AB123456C");
        assertThat(CaseSearch.parse("07700 900 123").phone().value()).isEqualTo("+447700900123");
        assertThat(CaseSearch.parse("12/3/1990").dateOfBirth()).isEqualTo(LocalDate.of(1990, 3, 12));
        assertThat(CaseSearch.parse("HP/2019/00017").previousReference()).isEqualTo("HP/2019/00017");
        CaseSearch both = CaseSearch.parse("Jordan O'Example 12.03.1990");
        assertThat(both.names()).containsExactly("JORDAN", "OEXAMPLE");
        assertThat(both.dateOfBirth()).isEqualTo(LocalDate.of(1990, 3, 12));
    }

    @Test
    void aSearchThatCannotBeUnderstoodIsExplained() {
        assertThatThrownBy(() -> CaseSearch.parse(" ")).hasMessageStartingWith("Enter a case reference, name");
        assertThatThrownBy(() -> CaseSearch.parse("31/02/1990")).hasMessageStartingWith("Enter a real date of birth");
        assertThatThrownBy(() -> CaseSearch.parse("?!%_")).hasMessage("Enter letters or numbers to search for");
        assertThatThrownBy(() -> CaseSearch.parse("x".repeat(121))).hasMessageContaining("120 characters or fewer");
        assertThat(CaseSearch.parse("100%_").previousReference()).isEqualTo("100%_");
    }

    private static Person child(LocalDate born, boolean inEducation) {
        return new Person("Alex", "Example", born, Relationship.CHILD, null, inEducation);
    }
}
