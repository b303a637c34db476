package org.threshold.accommodation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.DutyManagers;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.casefile.CaseFiles;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;

/**
 * Tells those who may release keys by e-mail that some wait, where mail goes out at all. It says neither which case it
 * is nor whom it is about: mail is read on locked screens.
 */
@Component
class ReleaseMail {

    /** Most who are told: where everybody answers, nobody does. */
    private static final int MOST_TOLD = 10;
    private static final String SUBJECT = "Threshold: keys wait to be released";
    private static final String BODY = """
            A household waits for keys, and cannot claim Housing Benefit now. Somebody who may has to release them.

            Sign in to Threshold and open ‘Keys that wait’. It takes a minute, from a phone too.

            This message does not say which case it is, to keep it safe.
            """;

    private final Messages messages;
    private final People people;
    private final CaseFiles cases;
    private final DutyManagers duty;

    ReleaseMail(Messages messages, People people, CaseFiles cases, DutyManagers duty) {
        this.messages = messages;
        this.people = people;
        this.cases = cases;
        this.duty = duty;
    }

    /** @param able everybody who may answer; those on duty and of the case's team first, or where there are none all */
    void tell(KeysRelease release, List<Officer> able) {
        if (!messages.goOut()) {
            return;
        }
        List<Officer> near = near(release, able);
        (near.isEmpty() ? able : near).stream().limit(MOST_TOLD).forEach(officer -> people
                .emailOf(officer.username()).filter(email -> !email.isBlank()).ifPresent(email -> messages.send(
                        new OutgoingMessage(release.caseReference(), "keys-wait", email, SUBJECT, BODY,
                                "keys-wait-" + release.id() + "-" + officer.username()))));
    }

    private List<Officer> near(KeysRelease release, List<Officer> able) {
        String team = cases.summary(release.caseReference()).team();
        return able.stream().filter(officer -> duty.onDuty().contains(officer.username())
                || officer.teams().contains(team)).filter(officer -> people.emailOf(officer.username()).isPresent())
                .toList();
    }
}
