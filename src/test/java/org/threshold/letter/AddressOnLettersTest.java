package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Postcode;

/** A letter goes to the address that is on the case when it is issued. */
class AddressOnLettersTest extends IntegrationTest {

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
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theAddressFollowsTheNameLineByLine() throws IOException {
        cases.changeContact(reference, cases.of(reference).version(), new ContactDetails(null, null,
                "1 Testing Road\n\n  Exampleton  ", Postcode.parse("aa1 1aa"),
                null, null, null));

        assertThat(advice().lines().map(String::strip)).containsSubsequence("Jordan Example", "1 Testing Road",
                "Exampleton", "AA1 1AA");
    }

    @Test
    void anAddressWherePostIsReadByOthersIsNotPrinted() throws IOException {
        cases.changeContact(reference, cases.of(reference).version(), new ContactDetails(null, null,
                "1 Testing Road", Postcode.parse("aa1 1aa"), null, null, null));
        cases.changeFlags(reference, cases.of(reference).version(), Set.of(CaseFlag.DO_NOT_WRITE), "Read by others");

        assertThat(advice()).contains("Jordan Example").doesNotContain("1 Testing Road", "AA1 1AA");
    }

    @Test
    void aLetterIsIssuedToSomebodyWithoutAnAddressToo() throws IOException {
        assertThat(advice()).contains("Jordan Example", "Ask the landlord").doesNotContain("null");
    }

    @Test
    void aLetterToSomebodyElseGoesToTheirAddress() throws IOException {
        cases.changeContact(reference, cases.of(reference).version(), new ContactDetails(null, null,
                "1 Testing Road", Postcode.parse("aa1 1aa"), null, null, null));

        Letters.Letter letter = letters.issue(reference, new Letters.Addressee("Northborough Council",
                List.of("Town Hall", "housing@northborough.invalid")), "advice-given", Map.of("advice", "Nothing"),
                "advice-" + UUID.randomUUID());

        assertThat(text(letter).lines().map(String::strip)).containsSubsequence("Northborough Council", "Town Hall",
                "housing@northborough.invalid", "Dear Northborough Council").doesNotContain("1 Testing Road", "AA1 1AA");
        assertThat(letters.of(reference)).singleElement()
                .satisfies(one -> assertThat(one.addressee()).isEqualTo("Northborough Council"));
    }

    private String advice() throws IOException {
        Letters.Letter letter = letters.issue(reference, "advice-given", Map.of("advice", "Ask the landlord"),
                "advice-" + UUID.randomUUID());
        return text(letter);
    }

    private String text(Letters.Letter letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letters.pdf(letter.id()))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
