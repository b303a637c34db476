package org.threshold.moveon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.document.DocumentOfCase;
import org.threshold.document.Documents;
import org.threshold.form.FieldError;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.GateStore;

/** The ten points that a private landlord's home has to pass before it is offered (SI 2012/2601 art 3). */
@Service
public class PrivateRentedGate {

    /**
     * How one point stands today.
     *
     * @param last   the latest look; null where nobody has looked
     * @param closed why it keeps the offer back, as a sentence; null where it is in order
     */
    public record Stands(GatePoint point, GateCheck last, String closed) {
    }

    private final GateStore store;
    private final Documents documents;
    private final OfferRecord record;

    PrivateRentedGate(GateStore store, Documents documents, OfferRecord record) {
        this.store = store;
        this.documents = documents;
        this.record = record;
    }

    /** All ten points of an offer as they stand today. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Stands> of(CaseReference reference, long offerId) {
        return of(reference, List.of(offerId)).get(offerId);
    }

    /** The same of several offers of a case, by the offer's id. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, List<Stands>> of(CaseReference reference, List<Long> offerIds) {
        Map<Long, Map<GatePoint, GateCheck>> last = store.of(reference).stream().collect(Collectors.groupingBy(
                GateCheck::offerId, Collectors.toMap(GateCheck::point, Function.identity())));
        Map<Long, DocumentOfCase> known = documents.of(reference).stream()
                .collect(Collectors.toMap(DocumentOfCase::id, Function.identity()));
        return offerIds.stream().collect(Collectors.toMap(Function.identity(), id -> {
            Map<GatePoint, GateCheck> checks = last.getOrDefault(id, Map.of());
            return Arrays.stream(GatePoint.values()).map(point -> new Stands(point, checks.get(point),
                    closed(point, checks.get(point), known))).toList();
        }));
    }

    /** What keeps the offer back, point by point; empty when all ten are in order. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<String> closed(CaseReference reference, long offerId) {
        return of(reference, offerId).stream().filter(each -> each.closed() != null)
                .map(each -> each.point().title() + ": " + each.closed()).toList();
    }

    private String closed(GatePoint point, GateCheck last, Map<Long, DocumentOfCase> known) {
        if (last == null) {
            return "nobody has looked yet";
        }
        if (last.state() != GateCheck.State.IN_ORDER) {
            return last.state() == GateCheck.State.NOT_KNOWN ? "not known" : "not in order. " + last.words();
        }
        if (last.documentId() == null) {
            return point.needsDocument() ? "there is no document" : null;
        }
        DocumentOfCase document = known.get(last.documentId());
        if (document == null || !document.opens()) {
            return "its document was withdrawn or cannot be opened";
        }
        LocalDate until = earlier(last.expiresOn(), document.expiresOn());
        return until != null && until.isBefore(record.today()) ? "its document ran out on " + Words.day(until) : null;
    }

    /** A day typed with the look never lengthens what the document itself says; either may be null. */
    private static LocalDate earlier(LocalDate typed, LocalDate onDocument) {
        return typed == null || onDocument != null && onDocument.isBefore(typed) ? onDocument : typed;
    }

    /** What is missing or cannot be so, by row and field of the form; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, long offerId, List<GateCheck.New> checks) {
        List<FieldError> problems = new ArrayList<>();
        Set<GatePoint> seen = new HashSet<>();
        for (int row = 0; row < checks.size(); row++) {
            GateCheck.New check = checks.get(row);
            String at = "points[" + row + "].";
            if (!seen.add(check.point())) {
                problems.add(new FieldError(at + "point", "This point is here twice"));
            }
            if (check.state() != GateCheck.State.NOT_KNOWN) {
                checkLook(problems, at, check);
            }
            if (check.state() == GateCheck.State.IN_ORDER) {
                checkProof(problems, at, check, reference);
            }
        }
        return problems;
    }

    private void checkLook(List<FieldError> problems, String at, GateCheck.New check) {
        if (check.lookedBy() == null) {
            problems.add(new FieldError(at + "lookedBy", "Enter who looked: " + lower(check.point().title())));
        }
        if (check.lookedOn() == null || check.lookedOn().isAfter(record.today())) {
            problems.add(new FieldError(at + "lookedOn", "Enter the day on which somebody looked, today or in the past"));
        }
        if (check.state() == GateCheck.State.NOT_IN_ORDER && check.words() == null) {
            problems.add(new FieldError(at + "pointWords", "Enter what is not in order"));
        }
    }

    private void checkProof(List<FieldError> problems, String at, GateCheck.New check, CaseReference reference) {
        Optional<DocumentOfCase> document = check.documentId() == null ? Optional.empty()
                : documents.find(reference, check.documentId());
        if (check.documentId() != null && document.filter(DocumentOfCase::opens).isEmpty()) {
            problems.add(new FieldError(at + "document", "Select a document of this case that can be opened"));
        } else if (check.documentId() == null && check.point().needsDocument()) {
            problems.add(new FieldError(at + "document", "Add the document to the case and select it: "
                    + lower(check.point().title())));
        } else if (check.documentId() == null && check.words() == null) {
            problems.add(new FieldError(at + "pointWords", check.point().runsOut()
                    ? "Select the document, or enter why none is needed" : "Enter what was seen"));
        }
        boolean dated = check.expiresOn() != null || document.map(DocumentOfCase::expiresOn).isPresent();
        if (check.documentId() != null && check.point().runsOut() && !dated) {
            problems.add(new FieldError(at + "expiresOn", "Enter the last day of the document"));
        }
    }

    private static String lower(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    /**
     * Keeps what was looked at.
     *
     * @return whether all ten are in order now
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean record(CaseReference reference, long offerId, List<GateCheck.New> checks) {
        HomeOffer offer = record.held(reference, offerId);
        if (!offer.gated() || offer.status() != OfferStatus.DRAFT) {
            throw new NotPossible("This offer is not one of a private landlord's home that is being prepared.");
        }
        problems(reference, offerId, checks).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message() + ".");
        });
        store.insert(reference, offerId, checks, record.by(), record.now());
        List<String> closed = closed(reference, offerId);
        record.happened(reference, offerId, Kind.GATE, closed.isEmpty() ? "All ten points are in order."
                : "Not in order or not known: " + closed.size() + " of 10.");
        record.audit(reference, "homeOffer.gate", offerId, Map.of("closed", String.valueOf(closed.size())), null,
                "SI 2012/2601 art 3");
        return closed.isEmpty();
    }
}
