package org.threshold.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.hclic.Quarter;
import org.threshold.hclic.QuarterReturns;
import org.threshold.hclic.store.ReturnRecords;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;

/** The command that writes the whole return, with what the pages keep from people, in a quarter of its own. */
class WholeReturnTest extends IntegrationTest {

    private static final LocalDate DAY = LocalDate.of(2033, 2, 7);
    private static final Quarter QUARTER = new Quarter(2033, 1);

    @TempDir
    private Path folder;
    @Autowired
    private WholeReturn command;
    @Autowired
    private QuarterReturns returns;
    @Autowired
    private CaseRegister register;
    @Autowired
    private Duties duties;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        clock.freeze(DAY.atTime(12, 0).atZone(ServiceClock.LONDON).toInstant());
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    @Test
    void theFileHoldsEveryCaseAndThePagesThoseThatSomebodyMayKnowOf() throws Exception {
        CaseReference open = owedRelief();
        CaseReference hidden = owedRelief();
        actAs("leader");
        restricted.restrict(hidden, RestrictionKind.STAFF, "A colleague's sister", "leader", java.util.Set.of());
        SecurityContextHolder.clearContext();
        Path file = folder.resolve("whole.json");

        command.write("2033-Q1", file.toString());

        assertThat(Files.readString(file)).contains(open.value(), hidden.value());
        assertThat(json.readTree(file.toFile()).at("/controlTotals/cases").asInt()).isEqualTo(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'return.taken' and subject = '2033-Q1'"
                + " and who = 'threshold'").query(Integer.class).single()).isEqualTo(1);

        actAs("manager");
        assertThat(new String(returns.json(QUARTER).content())).contains(open.value()).doesNotContain(hidden.value());
        QuarterReturns.View seen = returns.view(QUARTER);
        assertThat(seen.reported()).isEqualTo(1);
        assertThat(seen.extracts()).extracting(ReturnRecords.Extract::by).containsExactly("manager", "threshold");
        assertThat(seen.extracts()).extracting(ReturnRecords.Extract::cases)
                .as("what the service took would tell how many cases are hidden").containsExactly(1, null);
    }

    @Test
    void csvFilesComeInAZip() throws Exception {
        Path file = folder.resolve("whole.zip");
        command.write("2033-Q2", file.toString());
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }

    @ParameterizedTest
    @CsvSource({"2033-Q5, whole.zip, There is no quarter", "2033-Q3, whole.txt, Say where to write",
        "2033-Q3, '', Say where to write", "2033-Q3, nowhere/whole.zip, its folder"})
    void whatCannotBeWrittenIsSaidAndNothingIsTaken(String quarter, String name, String says) throws IOException {
        String file = name.isEmpty() ? "" : folder.resolve(name).toString();
        assertThatThrownBy(() -> command.write(quarter, file)).isInstanceOf(CannotStart.class)
                .hasMessageContaining(says);
        assertNothingTaken("2033-Q3");
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.zip"), "kept");
        assertThatThrownBy(() -> command.write("2033-Q3", file.toString())).isInstanceOf(CannotStart.class)
                .hasMessageContaining("is there already");
        assertThat(file).hasContent("kept");
        assertNothingTaken("2033-Q3");
    }

    private void assertNothingTaken(String quarter) {
        assertThat(jdbc.sql("select count(*) from return_extract where quarter = ?").param(quarter)
                .query(Integer.class).single()).isZero();
    }

    private CaseReference owedRelief() {
        actAs("officer");
        CaseReference reference = register.open(NewCase.atTheDesk("north",
                Person.applicant("Whole", "Returner", LocalDate.of(1990, 3, 12)), "Asked to leave"));
        duties.accept(reference, DutyKind.RELIEF, DAY);
        return reference;
    }

    private static void actAs(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.NO_AUTHORITIES));
    }
}
