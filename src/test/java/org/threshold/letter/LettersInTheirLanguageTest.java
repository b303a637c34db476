package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.letter.Letters.Addressee;
import org.threshold.letter.Letters.Letter;
import org.threshold.letter.ReadAloud.Said;

/** The language that is on the case when a letter is issued is the one that it speaks, to the household alone. */
class LettersInTheirLanguageTest extends IntegrationTest {

    @Autowired
    private CaseRegister register;
    @Autowired
    private CaseDetails cases;
    @Autowired
    private Letters letters;

    private CaseReference reference;

    @BeforeEach
    void open() {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "officer", null, AuthorityUtils.NO_AUTHORITIES));
        reference = register.open(NewCase.atTheDesk("north",
                Person.applicant("Jordan", "Example", LocalDate.of(1990, 3, 12)), "Asked to leave"));
        cases.changeContact(reference, cases.of(reference).version(),
                new ContactDetails(null, null, null, null, null, null, "Bengali"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theHouseholdIsToldInItsLanguage() throws IOException {
        assertThat(spoken(letters.issue(reference, "advice-given", Map.of("advice", "Nothing"), key())))
                .contains("en-GB", "bn");
    }

    @Test
    void anotherBodyIsNot() throws IOException {
        assertThat(spoken(letters.issue(reference, new Addressee("Northborough Council", List.of("Town Hall")),
                "advice-given", Map.of("advice", "Nothing"), key()))).containsOnly("en-GB");
    }

    private static String key() {
        return "language-" + UUID.randomUUID();
    }

    private List<String> spoken(Letter letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letters.pdf(letter.id()))) {
            return ReadAloud.of(document).stream().map(Said::language).distinct().toList();
        }
    }
}
