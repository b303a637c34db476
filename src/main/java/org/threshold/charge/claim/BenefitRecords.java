package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.audit.Sha256;
import org.threshold.charge.Accounts;
import org.threshold.charge.claim.BenefitFile.Outcome;
import org.threshold.charge.claim.BenefitSystem.RecordIn;
import org.threshold.charge.claim.store.ClaimStore;
import org.threshold.charge.claim.store.FileStore;
import org.threshold.charge.claim.store.FileStore.NewLine;

/** Matches records of the benefit system to claims, and does what they say, each once. */
@Component
class BenefitRecords {

    private final ClaimStore claims;
    private final FileStore store;
    private final ClaimDecisions decisions;
    private final Accounts accounts;
    private final ClaimRecord record;

    BenefitRecords(ClaimStore claims, FileStore store, ClaimDecisions decisions, Accounts accounts,
                   ClaimRecord record) {
        this.claims = claims;
        this.store = store;
        this.decisions = decisions;
        this.accounts = accounts;
        this.record = record;
    }

    /** What became of each record, in the order of the file. */
    List<NewLine> take(long fileId, List<RecordIn> read) {
        Map<String, String> known = store.taken(read.stream().map(RecordIn::id).filter(Objects::nonNull).toList());
        Set<String> references = read.stream().map(RecordIn::reference).map(ClaimsMade::written)
                .collect(Collectors.toSet());
        Map<String, List<BenefitClaim>> byReference = claims.withReferences(references).stream()
                .collect(Collectors.groupingBy(BenefitClaim::reference));
        List<NewLine> lines = new ArrayList<>();
        Set<String> here = new HashSet<>();
        for (RecordIn each : read) {
            lines.add(take(fileId, each, known, byReference, here));
        }
        return lines;
    }

    private NewLine take(long fileId, RecordIn each, Map<String, String> known,
                         Map<String, List<BenefitClaim>> byReference, Set<String> here) {
        if (each.wrong() != null) {
            return line(each, null, Outcome.WRONG, each.wrong());
        }
        if (!here.add(each.id())) {
            return line(each, null, Outcome.WRONG, "Another line of the file has the same record_id");
        }
        List<BenefitClaim> candidates = byReference.getOrDefault(ClaimsMade.written(each.reference()), List.of());
        if (candidates.isEmpty()) {
            return line(each, null, Outcome.NOT_MATCHED, "No claim has the reference " + each.reference());
        }
        Optional<BenefitClaim> claim = match(each, candidates);
        if (claim.isEmpty()) {
            return line(each, null, Outcome.NOT_MATCHED, "The reference " + each.reference() + " stands on "
                    + candidates.size() + " placements. Give the first_night of the one that is meant");
        }
        String fingerprint = fingerprint(each);
        String before = known.get(each.id());
        if (before != null) {
            return before.equals(fingerprint) ? line(each, claim.get(), Outcome.KNOWN, null)
                    : line(each, claim.get(), Outcome.WRONG, "The record " + each.id() + " was taken before and said"
                    + " something else. A new decision needs a record_id of its own");
        }
        return act(fileId, each, claim.get(), fingerprint);
    }

    /** By the first night where it is given; else the only one that waits, that the credit falls into, or the only one. */
    private static Optional<BenefitClaim> match(RecordIn each, List<BenefitClaim> candidates) {
        if (each.firstNight() != null) {
            return only(candidates.stream().filter(claim -> claim.liableFrom().equals(each.firstNight())).toList());
        }
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        if (each.type() == BenefitSystem.Type.DECISION) {
            return only(candidates.stream().filter(BenefitClaim::undecided).toList());
        }
        LocalDate night = each.from();
        return night == null ? Optional.empty() : candidates.stream()
                .filter(claim -> !claim.liableFrom().isAfter(night)).max(Comparator.comparing(BenefitClaim::liableFrom));
    }

    private static Optional<BenefitClaim> only(List<BenefitClaim> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String fingerprint(RecordIn each) {
        return Sha256.of(String.join("|", String.valueOf(each.type()), ClaimsMade.written(each.reference()),
                String.valueOf(each.firstNight()), String.valueOf(each.on()), String.valueOf(each.outcome()),
                String.valueOf(each.from()), String.valueOf(each.last()), String.valueOf(each.pence()),
                String.valueOf(each.takesBack())));
    }

    /** Nothing in here may throw: the lines of a file do not fail together. */
    private NewLine act(long fileId, RecordIn each, BenefitClaim claim, String fingerprint) {
        BenefitClaim now = claims.find(claim.id()).orElse(claim);
        Optional<String> wrong = wrongWith(each, now);
        if (wrong.isPresent()) {
            return line(each, claim, Outcome.WRONG, wrong.get());
        }
        if (each.type() == BenefitSystem.Type.TAKEN_BACK && !takenBack(each)) {
            return line(each, claim, Outcome.NOT_MATCHED, "No credit " + each.takesBack()
                    + " stands on an account, or it was taken back before");
        }
        if (!store.take(each.id(), fingerprint, claim.id(), fileId)) {
            return line(each, claim, Outcome.KNOWN, null);
        }
        boolean fresh = switch (each.type()) {
            case DECISION -> decisions.decided(now.caseReference(), now.placementId(), decision(each));
            case CREDIT -> credited(each, now);
            case TAKEN_BACK -> true;
        };
        return line(each, claim, fresh ? Outcome.TAKEN : Outcome.KNOWN, null);
    }

    private boolean takenBack(RecordIn each) {
        return accounts.takeBackBenefit(each.takesBack(), each.words() == null ? "Taken back by the benefit office"
                : each.words());
    }

    private boolean credited(RecordIn each, BenefitClaim claim) {
        return accounts.creditBenefit(List.of(new Accounts.Benefit(claim.placementId(), each.id(), each.from(),
                each.last().plusDays(1), each.pence(), each.on(), "Housing Benefit, claim " + claim.reference()))) == 1;
    }

    private Optional<String> wrongWith(RecordIn each, BenefitClaim claim) {
        if (each.type() != BenefitSystem.Type.DECISION) {
            return each.on().isAfter(record.today()) ? Optional.of("‘on’ is in the future") : Optional.empty();
        }
        BenefitClaim latest = claims.latest(claim.placementId()).orElse(claim);
        return latest.id() == claim.id() ? decisions.wrongWith(claim, decision(each))
                : Optional.of("A later claim, " + (latest.made() ? latest.reference() : "not made yet")
                + ", has taken the place of this one");
    }

    private static ClaimDecision decision(RecordIn each) {
        boolean award = each.outcome() != ClaimStatus.REFUSED;
        return new ClaimDecision(each.outcome(), each.on(), award ? each.from() : null, award ? each.pence() : null,
                each.words());
    }

    private static NewLine line(RecordIn each, BenefitClaim claim, Outcome outcome, String words) {
        return new NewLine(each.line(), claim == null ? null : claim.id(),
                claim == null ? null : claim.caseReference().value(), each.id() == null ? "none" : each.id(), null,
                outcome, words);
    }
}
