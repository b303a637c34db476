package org.threshold.quality;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.threshold.audit.Sha256;
import org.threshold.casefile.CaseReference;
import org.threshold.quality.QualityAudit.How;

/**
 * The draw itself: seed, month, team and the pool lead to the same cases whenever, and by whomever, it is made again.
 * Nobody orders the pool: each case stands where the fingerprint of seed, month, team and its reference puts it.
 */
public record SampleDraw(String seed, YearMonth month, String team) {

    /** A case that was drawn. */
    public record Drawn(Candidate candidate, How how) {
    }

    /** So many at random, and of the others so many by their points; a tie is decided as the random part is. */
    public List<Drawn> of(Collection<Candidate> pool, int random, int risk) {
        List<Drawn> drawn = new ArrayList<>();
        List<CaseReference> first = atRandom(pool.stream().filter(each -> !each.drawnLately())
                .map(Candidate::reference).toList(), random);
        Set<CaseReference> taken = new HashSet<>(first);
        first.forEach(reference -> pool.stream().filter(each -> each.reference().equals(reference))
                .forEach(each -> drawn.add(new Drawn(each, How.RANDOM))));
        pool.stream().filter(each -> each.points() > 0 && !taken.contains(each.reference()))
                .sorted(Comparator.comparingInt(Candidate::points).reversed()
                        .thenComparing(each -> place(each.reference())))
                .limit(risk).forEach(each -> drawn.add(new Drawn(each, How.RISK)));
        return drawn;
    }

    /** The random part alone. */
    public List<CaseReference> atRandom(Collection<CaseReference> pool, int size) {
        return pool.stream().sorted(Comparator.comparing(this::place)).limit(size).toList();
    }

    private String place(CaseReference reference) {
        return Sha256.of(seed + '|' + month + '|' + team + '|' + reference.value());
    }
}
