package org.threshold.letter.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.letter.LetterCatalogue;

/** 'Letters we can write': for those who design processes and supervise work. */
@Controller
@Needs(Permission.VIEW_PROCESSES)
class CatalogueController {

    private final LetterCatalogue catalogue;

    CatalogueController(LetterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/letters")
    String list(Model model) {
        model.addAttribute("kinds", catalogue.all());
        return "letter/list";
    }

    @GetMapping("/letters/{key}")
    String one(@PathVariable String key, Model model) {
        model.addAttribute("kind", catalogue.one(key));
        return "letter/show";
    }

    @GetMapping("/letters/{key}/versions/{version}/examples/{example}.pdf")
    ResponseEntity<byte[]> example(@PathVariable String key, @PathVariable int version, @PathVariable int example) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename(key + "-example-" + example + ".pdf").build().toString())
                .body(catalogue.example(key, version, example));
    }
}
