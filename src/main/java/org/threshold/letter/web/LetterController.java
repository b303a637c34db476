package org.threshold.letter.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.CaseViews;
import org.threshold.audit.PartOfAPage;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.UnknownCase;
import org.threshold.letter.LetterPreviews;
import org.threshold.letter.Letters;
import org.threshold.letter.store.LetterStore;

/** Hands out a letter of a case; the case's reference is part of the address, so a guessed number finds nothing. */
@Controller
@Needs(Permission.VIEW_CASES)
class LetterController {

    private final Letters letters;
    private final LetterStore store;
    private final CaseViews views;
    private final LetterPreviews previews;
    private final CaseFiles cases;

    LetterController(Letters letters, LetterStore store, CaseViews views, LetterPreviews previews, CaseFiles cases) {
        this.letters = letters;
        this.store = store;
        this.views = views;
        this.previews = previews;
        this.cases = cases;
    }

    /** A letter before it is issued. The look at it is recorded as one at the page. */
    @GetMapping("/cases/{reference}/letter-previews/{key}.pdf")
    ResponseEntity<byte[]> preview(@PathVariable String reference, @PathVariable String key) {
        byte[] pdf = previews.pdf(cases.find(reference).orElseThrow(() -> new UnknownCase(reference)).reference(), key);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename("preview-" + reference + ".pdf").build().toString()).body(pdf);
    }

    @PartOfAPage("The letter itself, by its number")
    @GetMapping("/cases/{reference}/letters/{id}.pdf")
    ResponseEntity<byte[]> letter(@PathVariable String reference, @PathVariable long id) {
        Letters.Letter letter = store.byId(id).filter(found -> found.caseReference().value().equals(reference))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such letter"));
        views.letterViewed(reference, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename(letter.template() + "-" + reference + ".pdf").build().toString())
                .body(letters.pdf(id));
    }
}
