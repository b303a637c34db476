package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.HiddenPlaces;
import org.threshold.casefile.Household;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.Postcode;
import org.threshold.casefile.Relationship;
import org.threshold.casepage.Desk.Answer;
import org.threshold.letter.Letters;

/** The pages about reaching people and sending letters, and the two accidents that they are there to prevent. */
class SafeAddressPagesTest extends IntegrationTest {

    private static final LocalDate BORN = LocalDate.of(1991, 5, 6);

    @LocalServerPort
    private int port;
    @Autowired
    private CaseRegister register;
    @Autowired
    private CaseDetails details;
    @Autowired
    private Household household;
    @Autowired
    private Letters letters;
    @Autowired
    private JdbcClient jdbc;

    private Desk desk;
    private String name;
    private CaseReference reference;
    private String base;

    @BeforeEach
    void open() {
        desk = Desk.signedIn(port, "officer");
        name = "Address" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        reference = asOfficer(() -> register.open(new NewCase("north", org.threshold.casefile.Channel.DESK, null,
                Person.applicant("Jordan", name, BORN), List.of(Person.member(Relationship.PARTNER, "Robin", "Former",
                LocalDate.of(1989, 1, 1))), new ContactDetails(PhoneNumber.parse("01632 960123"), null, "1 Old Home Road",
                Postcode.parse("AA1 1AA"), null, null, null), java.util.Set.of(), java.util.Set.of(), null,
                "Left a violent partner")));
        base = "/cases/" + reference;
    }

    /**
     * Charnwood, 2023: a survivor's new address was typed into a notes field while the letter went to the old one, where
     * the abuser lived.
     */
    @Test
    void theCharnwoodAccidentCannotHappenUnnoticed() throws IOException {
        long letter = letter("Ask the landlord");
        String note = "She has moved to 14 Refuge Street, Exampleton. Write to her there.";

        desk.get(base + "/notes");
        Answer asked = desk.post(base + "/notes", "text", note);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("This seems to hold a new address or number (14 Refuge Street)", note);
        assertThat(notes()).isZero();

        desk.get(base + "/address");
        Answer recorded = desk.post(base + "/address", address("STAYING", "14 Refuge Street\nExampleton", "post", "HERE",
                "safety", "SAFE"));
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(302);
        assertThat(desk.post(base + "/notes", "text", note).status()).isEqualTo(302);
        assertThat(notes()).isOne();

        String send = base + "/letters/" + letter + "/send";
        assertThat(desk.get(send).text()).contains("Do not post it.", "It is addressed to 1 Old Home Road, AA1 1AA",
                "letters now go to 14 Refuge Street", "or hand it over").doesNotContain("value=\"POSTED\"");
        assertThat(desk.post(send, sent("POSTED")).text()).contains("There is a problem", "The address has changed");
        assertThat(dispatched()).isZero();

        Answer again = desk.post(base + "/letters/" + letter + "/again");
        assertThat(again.location()).endsWith("/send").doesNotContain("/" + letter + "/");
        long copy = Long.parseLong(again.location().replaceAll(".*/letters/([0-9]+)/send", "$1"));
        assertThat(pdf(copy)).contains("14 Refuge Street", "Ask the landlord").doesNotContain("1 Old Home Road");
        assertThat(desk.post(base + "/letters/" + letter + "/again").location()).as("once").isEqualTo(again.location());
        assertThat(desk.post(base + "/letters/" + copy + "/send", sent("POSTED")).status()).isEqualTo(302);
        assertThat(jdbc.sql("select sent_to from letter_dispatch where case_reference = ?").param(reference.value())
                .query(String.class).list()).containsExactly("14 Refuge Street, Exampleton, BB2 2BB");
        assertThat(desk.get(base + "/letters").text()).contains("Posted on",
                "Made again below: destroy this one");
    }

    /** Wakefield, 2022: papers with the safe address of a mother and her children went to the father. */
    @Test
    void theWakefieldAccidentCannotHappen() throws IOException {
        asOfficer(() -> {
            details.changeFlags(reference, version(), java.util.Set.of(CaseFlag.RISK_FROM_OTHERS), "Violent partner");
            return null;
        });
        desk.get(base + "/address");
        assertThat(desk.post(base + "/address", address("STAYING", "14 Refuge Street\nExampleton", "post", "NOWHERE"))
                .status()).isEqualTo(302);

        String reasons = "They stay at 14 Refuge Street, Exampleton, BB2 2BB since Monday. Ring 01632 960 123.";
        long other = asOfficer(() -> letters.issue(reference, new Letters.Addressee("Northborough Council",
                List.of("Town Hall")), "advice-given", Map.of("advice", reasons), "o-" + name).id());
        assertThat(pdf(other)).contains("Northborough Council", HiddenPlaces.WITHHELD)
                .doesNotContain("Refuge Street", "BB2 2BB", "960 123", "Old Home");
        long own = letter(reasons);
        assertThat(pdf(own)).contains("Jordan " + name, HiddenPlaces.WITHHELD)
                .doesNotContain("Refuge Street", "BB2 2BB", "1 Old Home Road");
        assertThat(desk.get(base + "/letters/" + own + "/send").text()).contains("Do not post it.", "Hand it over");
        assertThat(desk.get(base + "/timeline").text()).contains("An address was left out of it, for safety");

        // The father's own letters go to nobody's address but his.
        long father = asOfficer(() -> details.of(reference).household().get(1).id());
        String people = desk.get(base + "/people").text();
        assertThat(people).contains("Robin Former Nothing is recorded");
        desk.get(base + "/address?person=" + father);
        assertThat(desk.post(base + "/address", address(father, "STAYING", "1 Old Home Road", "post", "HERE", "safety",
                "SAFE")).status()).isEqualTo(302);
        asOfficer(() -> {
            household.leave(reference, father, household.member(reference, father).version(), LocalDate.of(2026, 1, 1));
            return null;
        });
        assertThat(desk.get(base + "/people").text()).contains("Robin Former , left 1 January 2026");
    }

    @Test
    void nobodyIsAskedTwiceAboutWhatIsNotTheirs() {
        String note = "Her solicitor: 01632 960 999, 3 Chancery Lane";
        desk.get(base + "/notes");
        Answer asked = desk.post(base + "/notes", "text", note);
        String tick = asked.body().replaceAll("(?s).*name=\"notTheirs\" value=\"([^\"]+)\".*", "$1");
        assertThat(desk.post(base + "/notes", "text", note + " and 5 Other Street", "notTheirs", tick).text())
                .as("a tick for one text does not hold for another").contains("5 Other Street", "There is a problem");
        assertThat(desk.post(base + "/notes", "text", note, "notTheirs", tick).status()).isEqualTo(302);
        assertThat(desk.post(base + "/notes", "text", "Letter to 1 Old Home Road came back").status()).isEqualTo(302);
        for (String[] page : new String[][] {{"/attempts", "way", "PHONE", "reached", "no", "on-day", "1", "on-month",
            "1", "on-year", "2026", "what", note}, {"/back-in-touch", "what", note}, {"/withdrawal", "reason", note,
                "sure", "yes"}}) {
            String[] fields = java.util.Arrays.copyOfRange(page, 1, page.length);
            assertThat(desk.post(base + page[0], fields).text()).as(page[0]).contains("A new address or number?",
                    "01632 960 999");
        }
    }

    @Test
    void mistakesAreNamedAndWhatWasTypedIsKept() {
        desk.get(base + "/address");
        assertThat(desk.post(base + "/address", "version", "1", "person", applicant(), "lines", "Half typed").text())
                .contains("There is a problem", "Select what this address is", "Half typed",
                        "Enter since when, or from when, the address holds");
        assertThat(desk.post(base + "/address", address("CARE_OF", "3 Friend Lane", "safety", "SAFE")).text())
                .contains("Enter whose address it is");
        assertThat(desk.post(base + "/address", address("STAYING", "3 Friend Lane")).text())
                .contains("Select where letters go from then on");
        assertThat(desk.post(base + "/address", address(0, "LETTERS", "3 Friend Lane", "safety", "SAFE")).text())
                .contains("Select who it is about");
        assertThat(desk.post(base + "/number", "version", "1", "person", applicant(), "kind", "PHONE", "value", "12",
                "safety", "SAFE").text()).contains("Enter a telephone number");
        assertThat(desk.post(base + "/contact-only-by", "version", "1", "person", applicant(), "onlyBy", "yes").text())
                .contains("Select the only way");
        assertThat(desk.post(base + "/do-not-write", "version", "1", "person", applicant()).text())
                .contains("Enter why nothing may be posted");
        assertThat(desk.post(base + "/address", address("LETTERS", "3 Friend Lane", "safety", "SAFE", "admin", "yes"))
                .status()).isEqualTo(400);
        assertThat(desk.get(base + "/contact/999999999").status()).isEqualTo(404);
        assertThat(desk.get(base + "/letters/999999999/send").status()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from contact_point where case_reference = ?").param(reference.value())
                .query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aRuleIsAtTheTopOfEveryPageAndEndsWithAReason() {
        desk.get(base + "/contact-only-by");
        assertThat(desk.post(base + "/contact-only-by", "version", "1", "person", applicant(), "onlyBy", "yes", "method",
                "TEXT", "safeWhen", "Weekdays 9 to 3", "through", "").status()).isEqualTo(302);
        assertThat(desk.get(base).text()).contains("Contact only by Text message; Weekdays 9 to 3");
        long letter = letter("Ask the landlord");
        assertThat(desk.get(base + "/letters/" + letter + "/send").text()).contains("only in this way: Text message");

        assertThat(desk.post(base + "/do-not-write", "version", "2", "person", applicant(), "why", "His sister opens it")
                .status()).isEqualTo(302);
        assertThat(desk.get(base + "/do-not-write").text()).contains("His sister opens it", "Why is post safe again?");
        assertThat(desk.post(base + "/do-not-write/end", "version", "3", "person", applicant(), "why", "Moved out")
                .status()).isEqualTo(302);
        assertThat(desk.get(base + "/people").text()).contains("Moved out", "Contact only by");
    }

    @Test
    void theSafetyOfAnAddressThatHoldsCanBeSaidAnew() {
        long letter = letter("Ask the landlord");
        long point = jdbc.sql("select id from contact_point where case_reference = ? and kind = 'LETTERS'")
                .param(reference.value()).query(Long.class).single();
        assertThat(desk.get(base + "/contact/" + point).text()).contains("1 Old Home Road", "Is it safe?");
        assertThat(desk.post(base + "/contact/" + point + "/safety", "version", "1", "safety", "UNSAFE", "why",
                "The father has a key").status()).isEqualTo(302);
        assertThat(desk.get(base + "/letters/" + letter + "/send").text()).contains("Do not post it.", "has a key");
        assertThat(desk.post(base + "/letters/" + letter + "/send", sent("HANDED_OVER", "to", "Jordan")).status())
                .isEqualTo(302);
        assertThat(desk.get(base + "/letters").text()).contains("Handed over on");
        assertThat(desk.post(base + "/letters/" + letter + "/send", "way", "HANDED_OVER", "to", "Jordan", "on-day", "1",
                "on-month", "1", "on-year", "2020").text()).contains("when the letter was made, to today");
    }

    private String[] sent(String way, String... more) {
        LocalDate today = jdbc.sql("select issued_on from letter where case_reference = ? limit 1")
                .param(reference.value()).query(LocalDate.class).single();
        return join(new String[] {"way", way, "on-day", "" + today.getDayOfMonth(), "on-month",
            "" + today.getMonthValue(), "on-year", "" + today.getYear()}, more);
    }

    private String[] address(String kind, String lines, String... more) {
        return address(Long.parseLong(applicant()), kind, lines, more);
    }

    private String[] address(long person, String kind, String lines, String... more) {
        LocalDate today = asOfficer(() -> details.of(reference).openedAt().atZone(java.time.ZoneId.of("Europe/London"))
                .toLocalDate());
        return join(new String[] {"version", "" + asOfficer(this::version), "person", "" + person, "kind", kind, "lines",
            lines, "postcode", "bb2 2bb", "from-day", "" + today.getDayOfMonth(), "from-month",
            "" + today.getMonthValue(), "from-year", "" + today.getYear()}, more);
    }

    private static String[] join(String[] first, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(first), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private String applicant() {
        return Long.toString(asOfficer(() -> details.of(reference).applicant().id()));
    }

    private int version() {
        return details.of(reference).version();
    }

    private long letter(String advice) {
        return asOfficer(() -> letters.issue(reference, "advice-given", Map.of("advice", advice),
                "a-" + UUID.randomUUID()).id());
    }

    private long notes() {
        return jdbc.sql("select count(*) from case_note where case_reference = ?").param(reference.value())
                .query(Long.class).single();
    }

    private long dispatched() {
        return jdbc.sql("select count(*) from letter_dispatch where case_reference = ?").param(reference.value())
                .query(Long.class).single();
    }

    private String pdf(long id) throws IOException {
        byte[] bytes = asOfficer(() -> letters.pdf(id));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static <T> T asOfficer(Supplier<T> work) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "officer", null, AuthorityUtils.NO_AUTHORITIES));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
