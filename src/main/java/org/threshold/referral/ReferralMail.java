package org.threshold.referral;

import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Council;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;

/** What referrers are written: that it came, and what came of it. Never a name, never a fact about the person. */
@Component
class ReferralMail {

    private final Messages messages;
    private final ReferralSettings settings;
    private final Council council;

    ReferralMail(Messages messages, ReferralSettings settings, Council council) {
        this.messages = messages;
        this.settings = settings;
        this.council = council;
    }

    /** Whether e-mail goes to the address by itself; otherwise an officer answers. */
    boolean reaches(String address) {
        return messages.goOut() && settings.mayBeMailed(address);
    }

    void sendReceipt(CaseReference reference, String receipt, String address) {
        if (reaches(address)) {
            send(reference, "referral-receipt", receipt, address, "We have your referral. An officer will look at it"
                    + " and try to make contact with the person whom you referred. We will then tell you by e-mail"
                    + " what came of it.\n\nTo see how far it is, open the page on which you made the referral, choose"
                    + " 'See what became of a referral', and enter the reference above and the access code that you"
                    + " were shown when you sent it.");
        }
    }

    void sendAnswer(CaseReference reference, String receipt, String address, Answer answer) {
        send(reference, "referral-answer", receipt, address, textOf(answer));
    }

    String subject(String receipt) {
        return "Your referral " + receipt;
    }

    String textOf(Answer answer) {
        return answer.sentence() + "\n\nFor the person's sake we cannot tell you more than this.";
    }

    private void send(CaseReference reference, String kind, String receipt, String address, String text) {
        String body = "Referral " + receipt + " to " + council.name() + "\n\n" + text + "\n\n" + council.name()
                + ", housing solutions" + (council.telephone() == null ? "" : "\n" + council.telephone())
                + "\n\nThis message was sent by itself. Please do not put anything about the person into a reply.\n";
        messages.send(new OutgoingMessage(reference, kind, address, subject(receipt), body, kind + "-" + receipt));
    }
}
