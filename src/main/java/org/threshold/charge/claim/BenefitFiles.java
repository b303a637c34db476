package org.threshold.charge.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.DatedRate;
import org.threshold.accommodation.Provider;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.audit.Sha256;
import org.threshold.charge.claim.BenefitFile.Outcome;
import org.threshold.charge.claim.BenefitSystem.ClaimOut;
import org.threshold.charge.claim.store.FileStore;
import org.threshold.charge.claim.store.FileStore.ClaimRow;
import org.threshold.charge.claim.store.FileStore.NewLine;

/**
 * The files to the benefit system and from it. Claims are handed over when they are new or say something new, so doing it
 * twice hands over nothing twice; each file can be taken again as it was. What came in is kept line by line.
 */
@Service
public class BenefitFiles {

    public static final int MOST_FILES = 50;
    public static final int MOST_LINES_SHOWN = 500;

    private final FileStore store;
    private final BenefitSystem system;
    private final BenefitRecords records;
    private final Units units;
    private final Providers providers;
    private final ClaimRecord record;

    BenefitFiles(FileStore store, BenefitSystem system, BenefitRecords records, Units units, Providers providers,
                 ClaimRecord record) {
        this.store = store;
        this.system = system;
        this.records = records;
        this.units = units;
        this.providers = providers;
        this.record = record;
    }

    /** Newest first, {@link #MOST_FILES} at most. */
    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional(readOnly = true)
    public List<BenefitFile> latest() {
        return store.latest(MOST_FILES);
    }

    /** @throws NoSuchElementException when there is none */
    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional(readOnly = true)
    public BenefitFile get(long id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("There is no file " + id));
    }

    /** Its lines about cases that whoever asks may know of, and those that were not matched, {@link #MOST_LINES_SHOWN} at most. */
    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional(readOnly = true)
    public List<BenefitFile.Line> lines(long id) {
        return store.lines(id, MOST_LINES_SHOWN);
    }

    /**
     * Hands over every claim that is new or has changed since it was handed over.
     *
     * @return the new file, or null where there is nothing to hand over
     */
    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional
    public Long handOver() {
        store.lockOut();
        Map<Long, String> before = store.lastLines();
        List<ClaimRow> made = store.made();
        Facts facts = facts(made);
        List<NewLine> lines = new ArrayList<>();
        for (ClaimRow claim : made) {
            String line = system.line(facts.of(claim));
            if (!line.equals(before.get(claim.claimId()))) {
                lines.add(new NewLine(lines.size() + 1, claim.claimId(), claim.caseReference(),
                        line.substring(0, line.indexOf(',')), line, Outcome.HANDED_OVER, null));
            }
        }
        return lines.isEmpty() ? null : keep(lines);
    }

    private long keep(List<NewLine> lines) {
        String fingerprint = Sha256.of(system.file(lines.stream().map(NewLine::content).toList()));
        long id = store.insert(true, fingerprint, record.by(), record.now());
        store.insertLines(id, lines);
        record.audit(null, "benefitFile.handedOver", "file " + id, Map.of("lines", String.valueOf(lines.size()),
                "fingerprint", fingerprint), null);
        return id;
    }

    /** Everything about the units of these claims, in a few statements however many they are. */
    private Facts facts(List<ClaimRow> made) {
        List<Long> ids = made.stream().map(ClaimRow::unitId).filter(Objects::nonNull).distinct().toList();
        if (ids.isEmpty()) {
            return new Facts(Map.of(), Map.of(), Map.of());
        }
        return new Facts(units.all(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity())),
                units.rates(ids), providers.all().stream().collect(Collectors.toMap(Provider::id, Provider::name)));
    }

    private record Facts(Map<Long, Unit> units, Map<Long, List<DatedRate>> rates, Map<Long, String> providers) {

        ClaimOut of(ClaimRow claim) {
            Unit unit = claim.unitId() == null ? null : units.get(claim.unitId());
            boolean known = unit != null;
            return new ClaimOut(claim.claimId(), claim.reference(), claim.kind(), claim.caseReference(),
                    claim.givenName(), claim.familyName(), claim.dateOfBirth(), claim.nationalInsurance(),
                    known ? unit.address() : null, known ? unit.postcode() : null, claim.firstNight(), claim.leftOn(),
                    claim.madeOn(), known ? unit.kind().words() : null, known ? (Boolean) unit.bedAndBreakfast() : null,
                    known ? providers.get(unit.providerId()) : null,
                    known ? (Boolean) unit.facilities().selfContained() : null,
                    known ? (Integer) unit.bedrooms() : null, known ? rate(claim, unit) : null);
        }

        /** What the last night that is charged so far costs: a new rate is handed over as a new line. */
        private Rate rate(ClaimRow claim, Unit unit) {
            return rates.getOrDefault(unit.id(), List.of()).stream()
                    .filter(dated -> claim.leftOn() == null || !dated.from().isAfter(claim.leftOn()))
                    .reduce((earlier, later) -> later).map(DatedRate::rate).orElse(unit.rate());
        }
    }

    /**
     * A file that was handed over, as it was; without the lines of cases that whoever asks may not know of.
     *
     * @throws NoSuchElementException when there is none that was handed over
     */
    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional
    public byte[] download(long id) {
        if (!get(id).out()) {
            throw new NoSuchElementException("There is no file " + id + " to take");
        }
        List<BenefitFile.Line> lines = store.lines(id, Integer.MAX_VALUE);
        record.audit(null, "benefitFile.downloaded", "file " + id, Map.of("lines", String.valueOf(lines.size())), null);
        return system.file(lines.stream().map(BenefitFile.Line::content).toList());
    }

    /**
     * Takes what the benefit system says, line by line; what was taken before is known and changes nothing. A line that
     * cannot be taken stands in the report and holds up no other.
     *
     * @throws BenefitSystem.Unreadable when it is no file of the benefit system; nothing is kept of it then
     */
    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional
    public long takeIn(byte[] content) {
        List<BenefitSystem.RecordIn> read = system.read(content);
        if (read.isEmpty()) {
            throw new BenefitSystem.Unreadable("The file has no line below its headings");
        }
        String fingerprint = Sha256.of(content);
        long id = store.insert(false, fingerprint, record.by(), record.now());
        List<NewLine> lines = records.take(id, read);
        store.insertLines(id, lines);
        Map<String, String> counts = lines.stream().collect(Collectors.groupingBy(line -> line.outcome().name(),
                Collectors.collectingAndThen(Collectors.counting(), String::valueOf)));
        counts.put("fingerprint", fingerprint);
        record.audit(null, "benefitFile.takenIn", "file " + id, counts, null);
        return id;
    }
}
