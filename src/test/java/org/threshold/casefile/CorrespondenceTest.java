package org.threshold.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Where and how each person may be written to, on which day, and how that is kept. */
class CorrespondenceTest extends CaseTest {

    @Autowired
    private Contacts contacts;
    @Autowired
    private Correspondence correspondence;
    @Autowired
    private ContactCarrying carrying;
    @Autowired
    private HiddenPlaces places;
    @Autowired
    private NewContacts fresh;
    @Autowired
    private CaseDetails details;
    @Autowired
    private Household household;
    @Autowired
    private Clock clock;

    private CaseReference reference;
    private long applicant;
    private LocalDate today;

    @BeforeEach
    void open() {
        reference = openCase();
        applicant = details.of(reference).applicant().id();
        today = LocalDate.now(clock);
    }

    @Test
    void lettersGoToTheAddressForLettersBeforeTheOneWhereTheyStay() {
        stays("1 Home Road", NewAddress.Post.HERE, ContactSafety.NOT_ASKED, today);
        assertThat(post().lines()).containsExactly("1 Home Road", "AA1 1AA");

        letters(ContactPointKind.LETTERS, "2 Safe Street", null);
        assertThat(post().lines()).containsExactly("2 Safe Street", "AA1 1AA");

        letters(ContactPointKind.CARE_OF, "3 Friend Lane", "Sam Friend");
        assertThat(post().lines()).containsExactly("c/o Sam Friend", "3 Friend Lane", "AA1 1AA");
        assertThat(details.of(reference).contact().address()).isEqualTo("c/o Sam Friend\n3 Friend Lane");
        assertThat(correspondence.by(Way.VISIT, reference, applicant, today).lines()).contains("1 Home Road");
    }

    @Test
    void anAddressHoldsFromItsFirstDayToItsLast() {
        stays("1 Home Road", NewAddress.Post.HERE, ContactSafety.NOT_ASKED, today.minusDays(30));
        contacts.recordAddress(reference, version(), new NewAddress(applicant, ContactPointKind.STAYING, "9 New Road",
                Postcode.parse("BB2 2BB"), null, NewAddress.Post.HERE, ContactSafety.NOT_ASKED, null,
                today.plusDays(10), today.plusDays(20)));

        assertThat(post().lines()).contains("1 Home Road");
        assertThat(on(today.plusDays(9)).lines()).contains("1 Home Road");
        assertThat(on(today.plusDays(10)).lines()).contains("9 New Road");
        assertThat(on(today.plusDays(20)).lines()).contains("9 New Road");
        assertThat(on(today.plusDays(21)).why()).contains("No address for letters is recorded");
        assertThat(on(today.minusDays(31)).allowed()).isFalse();
    }

    @Test
    void whoeverMovesSaysWhereLettersGo() {
        letters(ContactPointKind.LETTERS, "2 Safe Street", null);
        stays("1 Home Road", NewAddress.Post.AS_BEFORE, ContactSafety.NOT_ASKED, today);
        Reach asked = post();
        assertThat(asked.lines()).contains("2 Safe Street");
        assertThat(asked.ask()).contains("has moved since", "1 Home Road", "2 Safe Street");

        stays("5 Other Road", NewAddress.Post.NOWHERE, ContactSafety.NOT_ASKED, today);
        assertThat(post().allowed()).isFalse();
        assertThat(post().refusal()).contains("not safe", "Hand it over");
        assertThat(details.of(reference).contact().address()).isNull();
    }

    @Test
    void nothingIsOverwritten() {
        stays("1 Home Road", NewAddress.Post.HERE, ContactSafety.NOT_ASKED, today.minusDays(5));
        long first = person().points().get(0).id();
        contacts.changeSafety(reference, version(), first, ContactSafety.UNSAFE, "He has a key to the letter box");
        stays("5 Other Road", NewAddress.Post.HERE, ContactSafety.SAFE, today);

        assertThat(person().points()).extracting(ContactPoint::oneLine, ContactPoint::safety, ContactPoint::endedOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("5 Other Road, AA1 1AA", ContactSafety.SAFE, null),
                        org.assertj.core.groups.Tuple.tuple("1 Home Road, AA1 1AA", ContactSafety.UNSAFE, today),
                        org.assertj.core.groups.Tuple.tuple("1 Home Road, AA1 1AA", ContactSafety.NOT_ASKED, today));
        for (String change : List.of("update contact_point set value = 'x' where id = ?",
                "update contact_point set safety = 'SAFE' where id = ?", "delete from contact_point where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(first).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(audited(reference, "contact.addressRecorded")).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from audit_entry where chain = ? and details::text ~* 'road'")
                .param(reference.value()).query(Long.class).single()).isZero();
    }

    /** The address for letters became unsafe: letters do not go to where they stay instead, unless somebody says so. */
    @Test
    void anUnsafeAddressForLettersDoesNotSendThemElsewhere() {
        stays("1 Home Road", NewAddress.Post.HERE, ContactSafety.SAFE, today);
        letters(ContactPointKind.LETTERS, "2 Safe Street", null);
        contacts.changeSafety(reference, version(), person().forPost(today).orElseThrow().id(), ContactSafety.UNSAFE,
                null);
        assertThat(post().allowed()).isFalse();
        assertThat(details.of(reference).contact().address()).isNull();
        contacts.end(reference, version(), person().forPost(today).orElseThrow().id(), today);
        assertThat(post().lines()).contains("1 Home Road");
        assertThat(details.of(reference).contact().address()).isEqualTo("1 Home Road");
    }

    @Test
    void twoOfficersDoNotOverwriteOneAnother() {
        int seen = version();
        contacts.forbidPost(reference, seen, applicant, "Read by others");
        assertThatThrownBy(() -> contacts.setWay(reference, seen, applicant, true, ContactMethod.TEXT, null, null))
                .isInstanceOf(CaseChanged.class);
    }

    /** One truth: the alert and the rule about post are the same thing, whichever page says it. */
    @Test
    void doNotWriteIsOneRuleWhereverItIsSaid() {
        stays("1 Home Road", NewAddress.Post.HERE, ContactSafety.SAFE, today);
        contacts.forbidPost(reference, version(), applicant, "His mother opens the post");
        assertThat(post().refusal()).contains("Do not write to Jordan", "His mother opens the post.", "Hand it over");
        assertThat(details.of(reference).flags()).containsExactly(CaseFlag.DO_NOT_WRITE);
        assertThat(files.summary(reference).flags()).containsExactly("Do not write");

        details.changeFlags(reference, version(), Set.of(CaseFlag.INTERPRETER), "She moved out");
        assertThat(post().allowed()).isTrue();
        assertThat(person().endedRules()).singleElement()
                .satisfies(rule -> assertThat(rule.endedReason()).isEqualTo("She moved out"));

        details.changeFlags(reference, version(), Set.of(CaseFlag.INTERPRETER, CaseFlag.DO_NOT_WRITE), "Again");
        assertThat(post().allowed()).isFalse();
        contacts.allowPost(reference, version(), applicant, "She has a box of her own");
        assertThat(details.of(reference).flags()).containsExactly(CaseFlag.INTERPRETER);
        assertThatThrownBy(() -> jdbc.sql("update case_file set flags = flags || 'DO_NOT_WRITE'::text where reference = ?")
                .param(reference.value()).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TEXT            | false | false | false | true  | false
            PHONE           | false | false | true  | false | false
            EMAIL           | false | true  | false | false | false
            LETTER          | true  | false | false | false | false
            IN_PERSON       | false | false | false | false | false
            THROUGH_SOMEONE | false | false | false | false | false
            """)
    void contactOnlyByOneWayShutsTheOthers(ContactMethod method, boolean letter, boolean email, boolean phone,
                                           boolean text, boolean visit) {
        stays("1 Home Road", NewAddress.Post.HERE, ContactSafety.SAFE, today);
        number(ContactPointKind.PHONE, "+447700900123", ContactSafety.SAFE);
        number(ContactPointKind.EMAIL, "jordan@example.com", ContactSafety.SAFE);
        assertThat(allowed()).containsExactly(true, true, true, true, true);

        contacts.setWay(reference, version(), applicant, false, method, "Weekdays 9 to 3", "Robin of the refuge");
        assertThat(allowed()).as("a preference forbids nothing").containsExactly(true, true, true, true, true);
        contacts.setWay(reference, version(), applicant, true, method, "Weekdays 9 to 3", "Robin of the refuge");

        assertThat(allowed()).containsExactly(letter, email, phone, text, visit);
        assertThat(correspondence.every(reference, applicant, today)).allSatisfy(reach -> {
            assertThat(reach.how()).contains(method.title(), "Weekdays 9 to 3", "Robin of the refuge");
            assertThat(reach.allowed() || reach.refusal().contains("only in this way")).isTrue();
        });
        assertThat(correspondence.onlyBy(reference)).hasValueSatisfying(words -> assertThat(words)
                .startsWith(method.title()));
    }

    @Test
    void throughSomebodyLettersGoOnlyInTheirCare() {
        letters(ContactPointKind.CARE_OF, "3 Friend Lane", "Sam Friend");
        contacts.setWay(reference, version(), applicant, true, ContactMethod.THROUGH_SOMEONE, null, "Sam Friend");
        assertThat(post().allowed()).isTrue();
        letters(ContactPointKind.LETTERS, "2 Safe Street", null);
        assertThat(post().allowed()).isFalse();
    }

    /** Nobody asked is not safe enough for somebody who may be found. */
    @Test
    void atRiskOnlyWhatTheyCalledSafeIsUsed() {
        stays("1 Home Road", NewAddress.Post.HERE, ContactSafety.NOT_ASKED, today);
        number(ContactPointKind.PHONE, "+447700900123", ContactSafety.NOT_ASKED);
        details.changeFlags(reference, version(), Set.of(CaseFlag.RISK_FROM_OTHERS), null);
        assertThat(allowed()).containsExactly(false, false, false, false, false);
        assertThat(post().refusal()).contains("may be at risk", "Ask them");

        contacts.changeSafety(reference, version(), person().on(today, ContactPointKind.STAYING).orElseThrow().id(),
                ContactSafety.SAFE, null);
        assertThat(post().lines()).contains("1 Home Road");
    }

    @Test
    void nobodyElsesAddressIsEverUsedInItsPlace() {
        long partner = household.add(reference, Person.member(Relationship.PARTNER, "Robin", "Former",
                LocalDate.of(1988, 1, 2)));
        contacts.recordAddress(reference, version(), new NewAddress(partner, ContactPointKind.STAYING, "7 Old Home Road",
                Postcode.parse("AA1 1AA"), null, NewAddress.Post.HERE, ContactSafety.SAFE, null, today, null));
        assertThat(post().refusal()).contains("No address for letters is recorded for Jordan");
        assertThat(correspondence.to(reference, partner, today).lines()).contains("7 Old Home Road");

        letters(ContactPointKind.LETTERS, "7 old home road", null);
        assertThat(post().allowed()).isTrue();
        household.leave(reference, partner, household.member(reference, partner).version(), today);
        assertThat(post().refusal()).contains("Robin Former, who left the household, is recorded at the same address");
    }

    @Test
    void whatIsKnownGoesToAnotherCaseForTheSamePersonOnly() {
        letters(ContactPointKind.LETTERS, "2 Safe Street", null);
        contacts.setWay(reference, version(), applicant, true, ContactMethod.LETTER, null, null);
        contacts.forbidPost(reference, version(), applicant, "For now");
        CaseReference stranger = register.open(NewCase.atTheDesk(TEAM, Person.applicant("Robin", freshName(), BORN),
                "Left by their partner"));
        assertThat(carrying.carry(stranger, reference)).isFalse();

        CaseReference again = register.open(NewCase.atTheDesk(TEAM, details.of(reference).applicant().person(), "Back"));
        assertThat(carrying.carry(again, reference)).isTrue();
        PersonContacts carried = contacts.of(again).get(0);
        assertThat(carried.forPost(today).orElseThrow().lines()).contains("2 Safe Street");
        assertThat(carried.doNotWrite().orElseThrow().reason()).isEqualTo("For now");
        assertThat(carried.onlyBy()).isPresent();
        assertThat(carrying.carry(again, reference)).as("twice changes nothing").isFalse();
    }

    @Test
    void anUnsafeAddressIsUnsafeOnTheOtherCaseToo() {
        letters(ContactPointKind.LETTERS, "2 Old Street", null);
        contacts.changeSafety(reference, version(), person().points().get(0).id(), ContactSafety.UNSAFE,
                "He reads the post there");
        number(ContactPointKind.PHONE, "+447700900321", ContactSafety.UNSAFE);
        Person applies = details.of(reference).applicant().person();
        CaseReference same = openedWith(applies, "2 old street", "+447700900321");
        CaseReference other = openedWith(applies, "9 Other Road", "+447700900999");

        assertThat(carrying.carry(same, reference)).isTrue();
        assertThat(correspondence.every(same, details.of(same).applicant().id(), today)).noneMatch(Reach::allowed);
        assertThat(carrying.carry(same, reference)).as("twice changes nothing").isFalse();

        assertThat(carrying.carry(other, reference)).isTrue();
        Reach post = correspondence.to(other, details.of(other).applicant().id(), today);
        assertThat(post.lines()).as("what is not safe is not used in its place").contains("9 Other Road");
        assertThat(places.forOthers(other, "Lives at 9 Other Road").count()).as("known to be in danger").isPositive();
        assertThat(carrying.carry(other, reference)).as("twice changes nothing").isFalse();
    }

    @Test
    void whatHasEndedNeverHoldsAgain() {
        letters(ContactPointKind.LETTERS, "2 Old Street", null);
        long point = person().points().get(0).id();
        contacts.end(reference, version(), point, today);
        assertThatThrownBy(() -> contacts.end(reference, version(), point, today.plusDays(30)))
                .hasMessageContaining("This has ended");
        for (String change : List.of("update contact_point set ended_on = null, ended_by = null, ended_at = null where id = ?",
                "update contact_point set ended_on = ended_on + 30 where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(point).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(post().allowed()).isFalse();
    }

    private CaseReference openedWith(Person applicant, String address, String phone) {
        CaseReference opened = register.open(NewCase.atTheDesk(TEAM, applicant, "Back"));
        long person = details.of(opened).applicant().id();
        contacts.recordAddress(opened, details.of(opened).version(), new NewAddress(person, ContactPointKind.LETTERS,
                address, Postcode.parse("AA1 1AA"), null, null, ContactSafety.NOT_ASKED, null, today, null));
        contacts.recordNumber(opened, details.of(opened).version(), person, ContactPointKind.PHONE, phone,
                ContactSafety.NOT_ASKED, null);
        return opened;
    }

    @Test
    void aNumberIsFoundByWhoeverSearchesForItInAnyHandWriting() {
        String last = String.valueOf(100_000 + (int) (Math.random() * 899_999));
        long partner = household.add(reference, Person.member(Relationship.PARTNER, "Alex", freshName(), null));
        contacts.recordNumber(reference, version(), partner, ContactPointKind.PHONE, "+44163" + last + "1",
                ContactSafety.NOT_ASKED, null);
        assertThat(register.search(CaseSearch.parse("0163" + last + "1"))).extracting(match -> match.summary().reference())
                .contains(reference);
        contacts.recordNumber(reference, version(), partner, ContactPointKind.PHONE, "+44163" + last + "2",
                ContactSafety.NOT_ASKED, null);
        assertThat(register.search(CaseSearch.parse("0163" + last + "1"))).extracting(match -> match.summary().reference())
                .doesNotContain(reference);
    }

    @Test
    void whereSomebodyIsAtRiskIsTakenOutOfTexts() {
        stays("14 Refuge Street\nExampleton", NewAddress.Post.AS_BEFORE, ContactSafety.NOT_ASKED, today);
        String text = "<p>You moved to 14  refuge street, Exampleton aa11aa on Monday &amp; left 3 Old Road</p>";
        assertThat(places.forThemselves(reference, List.of(), text).text()).isEqualTo(text);
        assertThat(places.forOthers(reference, text).text()).isEqualTo(text);

        details.changeFlags(reference, version(), Set.of(CaseFlag.RISK_FROM_OTHERS), null);
        for (HiddenPlaces.Cleared cleared : List.of(places.forThemselves(reference, List.of(), text),
                places.forOthers(reference, text))) {
            assertThat(cleared.text()).doesNotContainIgnoringCase("refuge street").doesNotContainIgnoringCase("aa11aa")
                    .contains(HiddenPlaces.WITHHELD, "&amp; left 3 Old Road");
            assertThat(cleared.count()).isEqualTo(2);
        }
        assertThat(places.forThemselves(reference, List.of("14 Refuge Street", "Exampleton", "AA1 1AA"), text).text())
                .isEqualTo(text);
    }

    @Test
    void whatIsOnFileIsNotAskedAbout() {
        stays("14 Refuge Street\nExampleton", NewAddress.Post.HERE, ContactSafety.SAFE, today);
        number(ContactPointKind.PHONE, "+447700900123", ContactSafety.SAFE);
        assertThat(fresh.in(reference, List.of("Still at 14 refuge st, rang 07700 900 123, AA11AA"))).isEmpty();
        assertThat(fresh.in(reference, List.of("Now at 4 Refuge Street", "and 07700 900124")))
                .containsExactly("4 Refuge Street", "07700 900124");
    }

    private void stays(String lines, NewAddress.Post post, ContactSafety safety, LocalDate from) {
        contacts.recordAddress(reference, version(), new NewAddress(applicant, ContactPointKind.STAYING, lines,
                Postcode.parse("AA1 1AA"), null, post, safety, null, from, null));
    }

    private void letters(ContactPointKind kind, String lines, String careOf) {
        contacts.recordAddress(reference, version(), new NewAddress(applicant, kind, lines, Postcode.parse("AA1 1AA"),
                careOf, null, ContactSafety.NOT_ASKED, null, today, null));
    }

    private void number(ContactPointKind kind, String value, ContactSafety safety) {
        contacts.recordNumber(reference, version(), applicant, kind, value, safety, null);
    }

    private List<Boolean> allowed() {
        return correspondence.every(reference, applicant, today).stream().map(Reach::allowed).toList();
    }

    private Reach post() {
        return on(today);
    }

    private Reach on(LocalDate day) {
        return correspondence.to(reference, applicant, day);
    }

    private PersonContacts person() {
        return contacts.of(reference).get(0);
    }

    private int version() {
        return details.of(reference).version();
    }
}
