package org.threshold.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;

class CaseRegisterTest extends CaseTest {

    @Autowired
    CaseDetails details;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCaseKeepsEverythingItWasOpenedWith() {
        String name = freshName();
        ContactDetails contact = new ContactDetails(PhoneNumber.parse("07700 900123"), "jordan@example.com",
                "1 Testing Road\nExampleton", Postcode.parse("AA1 1AA"), ContactMethod.TEXT, "Only texts", "Polish");
        Person applicant = new Person("Jordan", name, BORN, Relationship.MAIN_APPLICANT,
                NationalInsuranceNumber.parse("AB 12 34 56 C"), false);
        Person child = Person.member(Relationship.CHILD, "Alex", name, null);
        NewCase opened = new NewCase(TEAM, Channel.PUBLIC_BODY_REFERRAL, ReferralBody.HOSPITAL, applicant,
                List.of(child), contact, Set.of(SupportNeed.MENTAL_HEALTH, SupportNeed.BUDGETING),
                Set.of(CaseFlag.INTERPRETER, CaseFlag.RISK_FROM_OTHERS), "HP/2019/17", "Leaving hospital");

        CaseReference reference = register.open(opened);

        CaseFile file = details.of(reference);
        assertThat(CaseReferences.parse(reference.value())).isEqualTo(reference);
        assertThat(file.applicant().person()).isEqualTo(applicant);
        assertThat(file.household()).extracting(HouseholdMember::person).containsExactly(applicant, child);
        assertThat(file.contact()).isEqualTo(contact);
        assertThat(file.needs()).containsExactly(SupportNeed.MENTAL_HEALTH, SupportNeed.BUDGETING);
        assertThat(file.flags()).containsExactly(CaseFlag.RISK_FROM_OTHERS, CaseFlag.INTERPRETER);
        assertThat(file.channel()).isEqualTo(Channel.PUBLIC_BODY_REFERRAL);
        assertThat(file.referredBy()).isEqualTo(ReferralBody.HOSPITAL);
        assertThat(file.previousReference()).isEqualTo("HP/2019/17");
        assertThat(file.reason()).isEqualTo("Leaving hospital");
        assertThat(file.openedBy()).isEqualTo("officer");
        assertThat(files.summary(reference)).isEqualTo(new CaseSummary(reference, "Jordan " + name, BORN, TEAM,
                CaseStatus.TRIAGE, List.of("At risk from others", "Interpreter")));
        assertThat(timeline.page(reference, null, null, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.headline()).isEqualTo("Approach made: referred by a public body (duty to refer)");
            assertThat(entry.kind()).isEqualTo("contact");
            assertThat(entry.by()).isEqualTo("officer");
        });
        assertThat(audited(reference, "case.opened")).isOne();
    }

    @Test
    void everyCaseHasItsOwnReferenceHoweverManyOpenAtOnce() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(4);
        try {
            List<Future<CaseReference>> opened = java.util.stream.IntStream.range(0, 24)
                    .mapToObj(i -> officers.submit(() -> {
                        actAs("officer");
                        return openCase();
                    })).toList();
            Set<CaseReference> references = new HashSet<>();
            for (Future<CaseReference> one : opened) {
                references.add(one.get());
            }
            assertThat(references).hasSize(24);
        } finally {
            officers.shutdown();
        }
    }

    @Test
    void aCaseThatIsNotCommittedLeavesNothing() {
        String name = freshName();
        CaseReference[] reference = new CaseReference[1];
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            reference[0] = register.open(newCase(name).withOthers(List.of(
                    Person.member(Relationship.PARTNER, "Sam", name, null))));
            throw new IllegalStateException("a later part fails");
        })).hasMessage("a later part fails");

        assertThat(files.find(reference[0].value())).isEmpty();
        for (String table : List.of("household_member", "timeline_entry")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where case_reference = :case")
                    .param("case", reference[0].value()).query(Long.class).single()).as(table).isZero();
        }
        assertThat(audited(reference[0], "case.opened")).isZero();
    }

    @Test
    void possibleDuplicatesAreFoundByNameAndBirthOrNumberOrPhoneOfAnyoneInTheHousehold() {
        String name = freshName();
        NationalInsuranceNumber number = freshNumber();
        PhoneNumber phone = freshPhone();
        Person partner = new Person("Sam", "Ó" + name, BORN.plusYears(2), Relationship.PARTNER, number, false);
        NewCase first = new NewCase(TEAM, Channel.DESK, null, Person.applicant("Jordan", name, BORN), List.of(partner),
                new ContactDetails(phone, null, null, null, null, null, null), Set.of(), Set.of(), null, "First time");
        CaseReference reference = register.open(first);

        assertThat(matches(Person.applicant("J.", name.toUpperCase(), BORN), null)).singleElement().satisfies(match -> {
            assertThat(match.summary().reference()).isEqualTo(reference);
            assertThat(match.why()).containsExactly("same last name and date of birth");
        });
        assertThat(matches(Person.applicant("Sam", "o'" + name, BORN.plusYears(2)), null)).singleElement()
                .extracting(CaseMatch::matchedName).isEqualTo("Sam Ó" + name);
        assertThat(matches(Person.applicant("Sam", freshName(), null), phone)).singleElement()
                .satisfies(match -> assertThat(match.why()).containsExactly("same telephone number"));
        assertThat(matches(new Person("X", freshName(), null, Relationship.MAIN_APPLICANT, number, false), phone))
                .singleElement().satisfies(match -> assertThat(match.why()).containsExactlyInAnyOrder(
                        "same National Insurance number", "same telephone number"));
        assertThat(matches(Person.applicant("Jordan", name, BORN.plusDays(1)), null)).isEmpty();
        assertThat(matches(Person.applicant("Jordan", name, null), null)).isEmpty();
    }

    @Test
    void anApproachJoinedToACaseIsAContactOnItsTimeline() {
        CaseReference reference = openCase();
        register.approachedAgain(reference, Channel.PHONE, "Still with a friend");
        assertThat(timeline.page(reference, "contact", null, 10).get(0)).satisfies(entry -> {
            assertThat(entry.headline()).isEqualTo("Approached again: by phone");
            assertThat(entry.detail()).isEqualTo("Still with a friend");
        });
        assertThat(audited(reference, "case.approachedAgain")).isOne();
        assertThatThrownBy(() -> register.approachedAgain(CaseReferences.ofNumber(999_999_998), Channel.DESK, "x"))
                .isInstanceOf(NoSuchCase.class);
    }

    @Test
    void casesAreFoundByWhatPeopleRemember() {
        String name = freshName();
        NationalInsuranceNumber number = freshNumber();
        PhoneNumber phone = freshPhone();
        LocalDate born = LocalDate.of(1931, 1, 1).plusDays(System.nanoTime() % 20_000);
        String previous = "OLD" + System.nanoTime();
        CaseReference reference = register.open(new NewCase(TEAM, Channel.DESK, null,
                new Person("Jordan", name, born, Relationship.MAIN_APPLICANT, number, false), List.of(),
                new ContactDetails(phone, null, null, null, null, null, null), Set.of(), Set.of(), previous, "Reason"));

        for (String typed : List.of(name, name.substring(0, 14).toLowerCase(), "jordan " + name, name + ", Jordan",
                name + " " + born.getDayOfMonth() + "/" + born.getMonthValue() + "/" + born.getYear(),
                number.display(), phone.display(), previous.toLowerCase())) {
            assertThat(register.search(CaseSearch.parse(typed))).as(typed)
                    .extracting(match -> match.summary().reference()).contains(reference);
        }
        assertThat(register.search(CaseSearch.parse("alex " + name))).isEmpty();
        assertThat(register.search(CaseSearch.parse(name + "x"))).isEmpty();
    }

    @Test
    void aSearchIsAuditedByWhatWasAskedAndNotByWhom() {
        String name = freshName();
        register.search(CaseSearch.parse(name + " 1/2/1990"));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'case.searched'"
                + " and subject = 'name, date of birth'").query(Long.class).single()).isPositive();
        assertThat(jdbc.sql("select count(*) from audit_entry where subject ilike :name or details::text ilike :name")
                .param("name", "%" + name + "%").query(Long.class).single()).isZero();
    }

    @Test
    void onlyCaseworkersOpenAndFindCases() {
        for (String username : List.of("designer", "analyst", "admin")) {
            actAs(username);
            assertThatThrownBy(this::openCase).as(username).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> register.search(CaseSearch.parse("Example"))).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> register.possibleMatches(Person.applicant("", "Example", null), null))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    private List<CaseMatch> matches(Person person, PhoneNumber phone) {
        return register.possibleMatches(person, phone);
    }

    private static NationalInsuranceNumber freshNumber() {
        return new NationalInsuranceNumber("AB%06dC".formatted(System.nanoTime() % 1_000_000));
    }

    private static PhoneNumber freshPhone() {
        return PhoneNumber.parse("+1555%08d".formatted(System.nanoTime() % 100_000_000));
    }
}
