package org.threshold.document.web;

import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.CaseViews;
import org.threshold.audit.PartOfAPage;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.document.DocumentFiles;
import org.threshold.document.DocumentFiles.Opened;

/**
 * Hands out the file of a document, to be kept and never to be shown by the browser within the service; and the small
 * picture that the service made of it.
 */
@Controller
@Needs(Permission.VIEW_CASES)
@RequestMapping("/cases/{reference}/documents/{id}")
class DocumentFileController {

    /** Whatever a browser makes of it, nothing in it runs. */
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final DocumentFiles files;
    private final CaseViews views;

    DocumentFileController(DocumentFiles files, CaseViews views) {
        this.files = files;
        this.views = views;
    }

    @PartOfAPage("The file itself, by the document’s number")
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable String reference, @PathVariable long id) {
        try {
            CaseReference of = CaseReferences.parse(reference);
            Opened opened = files.open(of, id);
            views.documentFileViewed(of.value(), id);
            return answer(MediaType.parseMediaType(opened.document().type().mediaType()), ContentDisposition.attachment()
                    .filename(opened.document().name(), StandardCharsets.UTF_8).build(), opened.content());
        } catch (NoSuchElementException none) {
            throw notThere();
        }
    }

    @PartOfAPage("The page of the document, which shows it")
    @GetMapping("/preview")
    ResponseEntity<byte[]> preview(@PathVariable String reference, @PathVariable long id) {
        try {
            return answer(MediaType.IMAGE_JPEG, ContentDisposition.inline().build(),
                    files.preview(CaseReferences.parse(reference), id).orElseThrow());
        } catch (NoSuchElementException none) {
            throw notThere();
        }
    }

    private static ResponseEntity<byte[]> answer(MediaType type, ContentDisposition disposition, byte[] content) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", NOTHING_RUNS).header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such document");
    }
}
