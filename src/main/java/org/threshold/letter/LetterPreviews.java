package org.threshold.letter;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.PreparedLetters.Prepared;

/** Letters before they are issued: exactly what would go out, marked as not issued, with nothing kept. */
@Service
public class LetterPreviews {

    private final ObjectProvider<PreparedLetters> rooms;
    private final CaseLetters letters;

    LetterPreviews(ObjectProvider<PreparedLetters> rooms, CaseLetters letters) {
        this.rooms = rooms;
        this.letters = letters;
    }

    /** What is prepared on the case. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Prepared> of(CaseReference reference) {
        return rooms.orderedStream().flatMap(room -> room.of(reference).stream()).toList();
    }

    /**
     * @throws NoSuchElementException when nothing of that key is prepared
     * @throws LetterIncomplete       when a fact is missing that the letter must state
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public byte[] pdf(CaseReference reference, String key) {
        Prepared prepared = of(reference).stream().filter(each -> each.key().equals(key)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("Nothing is prepared as " + key));
        return letters.preview(reference, prepared.template(), prepared.model());
    }
}
