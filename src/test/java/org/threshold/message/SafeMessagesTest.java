package org.threshold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.ContactPointKind;
import org.threshold.casefile.ContactSafety;
import org.threshold.casefile.Contacts;
import org.threshold.casefile.NewAddress;
import org.threshold.message.store.MessageStore;
import org.threshold.process.ProcessTest;

/** A message is stopped where it may not go: when it is written, and again right before a real mail server gets it. */
class SafeMessagesTest extends ProcessTest {

    @Autowired
    private Messages messages;
    @Autowired
    private Postman postman;
    @Autowired
    private MessageStore store;
    @Autowired
    private Contacts contacts;
    @Autowired
    private CaseDetails details;

    private CaseReference reference;
    private long applicant;
    private String address;

    @BeforeEach
    void open() {
        postman.deliverDue();
        reference = newCase();
        applicant = details.of(reference).applicant().id();
        address = "them-" + UUID.randomUUID() + "@example.com";
        contacts.recordNumber(reference, version(), applicant, ContactPointKind.EMAIL, address, ContactSafety.NOT_ASKED,
                null);
    }

    @Test
    void whatIsStillSafeGoesOut() {
        messages.send(toThem());
        assertThat(postman.deliverDue()).isEqualTo(1);
        assertThat(MAIL.getReceivedMessagesForDomain(address)).hasSize(1);
    }

    @Test
    void whatBecameUnsafeWhileItWaitedWaitsForAPerson() {
        messages.send(toThem());
        contacts.setWay(reference, version(), applicant, true, ContactMethod.TEXT, "He reads her e-mail", null);
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(problem()).contains("not safe or not agreed", "tell them in another way").doesNotContain("Jordan");
        assertThatThrownBy(() -> messages.send(toThem())).isInstanceOf(MessageRefused.class)
                .hasMessageContaining("only in this way");
    }

    @Test
    void whatWasWrittenToAnAddressThatTheyNoLongerHaveIsNotSent() {
        messages.send(toThem());
        contacts.recordNumber(reference, version(), applicant, ContactPointKind.EMAIL, "new-" + address,
                ContactSafety.SAFE, null);
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(problem()).contains("has changed since");
    }

    @Test
    void nobodyElseIsToldWhereAHiddenHouseholdIs() {
        String referrer = "ward-" + UUID.randomUUID() + "@hospital.nhs.uk";
        OutgoingMessage tells = new OutgoingMessage(reference, "test", referrer, "Your referral",
                "They stay at 14 refuge street now.", UUID.randomUUID().toString());
        contacts.recordAddress(reference, version(), new NewAddress(applicant, ContactPointKind.STAYING,
                "14 Refuge Street", null, null, NewAddress.Post.HERE, ContactSafety.SAFE, null,
                java.time.LocalDate.now(clock), null));
        messages.send(tells);
        details.changeFlags(reference, version(), Set.of(CaseFlag.RISK_FROM_OTHERS), null);
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(referrer)).isEmpty();
        assertThat(problem()).contains("would tell somebody outside");
        assertThatThrownBy(() -> messages.send(new OutgoingMessage(reference, "test", referrer, "Your referral",
                tells.body(), UUID.randomUUID().toString()))).isInstanceOf(MessageRefused.class);
    }

    private OutgoingMessage toThem() {
        return new OutgoingMessage(reference, "test", address, "From the council", "Please ring us",
                UUID.randomUUID().toString(), applicant);
    }

    private String problem() {
        return store.failed(Messages.MOST_SHOWN).stream().filter(each -> each.caseReference().equals(reference))
                .findFirst().orElseThrow().problem();
    }

    private int version() {
        return details.of(reference).version();
    }
}
