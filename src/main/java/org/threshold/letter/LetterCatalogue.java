package org.threshold.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.letter.LetterKind.Sample;

/** The letters that the service can write: what each relies on, needs and says, with plainly fictional facts. */
@Service
public class LetterCatalogue {

    private final LetterIndex index;
    private final LetterWriter writer;
    private final PdfRenderer renderer;
    private final Council council;
    private final Clock clock;

    LetterCatalogue(LetterIndex index, LetterWriter writer, PdfRenderer renderer, Council council, Clock clock) {
        this.index = index;
        this.writer = writer;
        this.renderer = renderer;
        this.council = council;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_PROCESSES)
    public List<LetterKind> all() {
        return index.all();
    }

    /** @throws NoSuchElementException when there is no such letter */
    @Needs(Permission.VIEW_PROCESSES)
    public LetterKind one(String key) {
        return index.all().stream().filter(kind -> kind.key().equals(key)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no letter " + key));
    }

    /** @throws NoSuchElementException when there is no such letter, version or example */
    @Needs(Permission.VIEW_PROCESSES)
    public byte[] example(String key, int version, int sample) {
        LetterKind kind = one(key);
        if (sample < 0 || sample >= kind.samples().size()
                || kind.versions().stream().noneMatch(each -> each.number() == version)) {
            throw new NoSuchElementException("There is no such example of " + key);
        }
        Sample facts = kind.samples().get(sample);
        Map<String, Object> model = new HashMap<>(facts.facts());
        model.put("reference", "TH-000000-X");
        model.put("applicantName", "Jordan Example");
        model.put("addressLines", List.of("1 Testing Road", "Exampleton"));
        model.put("council", council);
        model.put("issuedOn", LocalDate.now(clock));
        model.put("officerName", "Sam Officer");
        return renderer.render(Mark.on(writer.write(LetterTemplate.of(key), kind.page(version), version, model), Mark.EXAMPLE));
    }
}
