package org.threshold.referral;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.OpenToAll;
import org.threshold.access.People;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.referral.store.ReferralStore;
import org.threshold.referral.store.ReferralStore.KeyRow;
import org.threshold.referral.store.ReferralStore.NewReferral;
import org.threshold.referral.store.ReferralStore.Standing;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Referrals as case files that wait for triage. */
@Service
@OpenToAll("Public bodies have no account; what they send is checked, and what is kept of it is kept by the service itself")
@EnableConfigurationProperties(ReferralSettings.class)
class ReceivedReferrals implements Referrals {

    static final String PROCESS = "duty-to-refer";
    private static final String TRIAGE = "task_triageReferral";
    private static final int SALT_BYTES = 16;
    private static final String NO_SUCH = "0".repeat(64);
    private static final SecureRandom DICE = new SecureRandom();
    private static final Logger LOG = LoggerFactory.getLogger(ReceivedReferrals.class);

    private final ReferralStore store;
    private final CaseRegister register;
    private final ApproachProcess process;
    private final Worklist worklist;
    private final ReferralMail mail;
    private final ReferralSettings settings;
    private final People people;
    private final CurrentOfficer officer;
    private final Clock clock;

    ReceivedReferrals(ReferralStore store, CaseRegister register, ApproachProcess process, Worklist worklist,
                      ReferralMail mail, ReferralSettings settings, People people, CurrentOfficer officer,
                      Clock clock) {
        this.store = store;
        this.register = register;
        this.process = process;
        this.worklist = worklist;
        this.mail = mail;
        this.settings = settings;
        this.people = people;
        this.officer = officer;
        this.clock = clock;
    }

    /** A page that is closed because of a mistyped setting would be noticed by those who are not referred. */
    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (!settings.team().isEmpty() && !open()) {
            LOG.warn("No referrals are taken: THRESHOLD_REFERRAL_TEAM names '{}', and there is no team with that key",
                    settings.team());
        }
    }

    @Override
    public boolean open() {
        return people.team(settings.team()).isPresent();
    }

    /** Whoever sends, it is the service that receives: a stranger has no name in the record. */
    @Override
    @Transactional
    public Receipt receive(Referral referral, Door door, String idempotencyKey) {
        if (!open()) {
            throw new IllegalStateException("No team takes referrals");
        }
        return officer.asService(() -> receiveOnce(referral, door, idempotencyKey));
    }

    /** The key is claimed first: of two that come at once, the later waits here and then finds what the first did. */
    private Receipt receiveOnce(Referral referral, Door door, String idempotencyKey) {
        KeyRow key = new KeyRow(Secrets.sha256(idempotencyKey), contentOf(referral), ReceiptReference.random());
        if (!store.claim(key)) {
            return taken(referral, idempotencyKey).orElseThrow(KeyUsed::new);
        }
        byte[] salt = new byte[SALT_BYTES];
        DICE.nextBytes(salt);
        Receipt receipt = new Receipt(key.receipt(), Secrets.accessCode(salt, idempotencyKey));
        keep(referral, door, receipt, salt);
        return receipt;
    }

    private void keep(Referral referral, Door door, Receipt receipt, byte[] salt) {
        String lane = referral.lane(LocalDate.now(clock));
        CaseReference reference = register.openReferred(caseOf(referral));
        process.startBeside(reference, PROCESS, Map.of("team", settings.team(), "lane", lane));
        Instant target = worklist.openStepsOf(reference).stream().filter(step -> step.elementId().equals(TRIAGE))
                .map(OpenStep::dueAt).findFirst().orElseThrow();
        store.insert(new NewReferral(receipt.reference(), reference, salt, Secrets.sha256(receipt.accessCode()),
                clock.instant(), door, settings.team(), lane, target, referral));
        mail.sendReceipt(reference, receipt.reference(), referral.referrer().email());
    }

    private NewCase caseOf(Referral referral) {
        return new NewCase(settings.team(), Channel.PUBLIC_BODY_REFERRAL, referral.referrer().body(),
                referral.person(), List.of(),
                new ContactDetails(referral.phone(), referral.email(), null, null, null, referral.safeContact(), null),
                Set.of(), Set.of(), null, referral.reason());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Receipt> taken(Referral referral, String idempotencyKey) {
        KeyRow known = store.key(Secrets.sha256(idempotencyKey)).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        if (!known.contentHash().equals(contentOf(referral))) {
            throw new KeyUsed();
        }
        return store.salt(known.receipt())
                .map(salt -> new Receipt(known.receipt(), Secrets.accessCode(salt, idempotencyKey)));
    }

    private static String contentOf(Referral referral) {
        return Secrets.sha256(referral.toString());
    }

    /** A reference that is nobody's costs the same work as one with a wrong code. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Progress> progress(String reference, String accessCode) {
        String asked = ReceiptReference.read(reference).orElse("");
        Optional<Standing> found = store.standing(asked);
        String typed = accessCode == null ? "" : accessCode.strip().toUpperCase(Locale.ROOT);
        boolean right = Secrets.same(found.map(Standing::codeHash).orElse(NO_SUCH), Secrets.sha256(typed));
        return officer.asService(() -> found.filter(standing -> right).map(this::progress));
    }

    private Progress progress(Standing standing) {
        if (standing.outcome() == ReferralOutcome.NOT_GENUINE) {
            return new Progress(Stage.ANSWERED, Answer.NOT_FOR_US);
        }
        if (standing.answer() != null) {
            return new Progress(Stage.ANSWERED, standing.answer());
        }
        boolean held = standing.outcome() != null || worklist.openStepsOf(standing.caseReference()).stream()
                .anyMatch(step -> step.elementId().equals(TRIAGE) && !step.free());
        return new Progress(held ? Stage.WITH_OFFICER : Stage.RECEIVED, null);
    }
}
