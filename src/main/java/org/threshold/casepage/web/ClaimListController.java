package org.threshold.casepage.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.charge.claim.BenefitFile;
import org.threshold.charge.claim.BenefitFiles;
import org.threshold.charge.claim.BenefitSystem.Unreadable;
import org.threshold.charge.claim.WaitingClaim;
import org.threshold.charge.claim.WaitingClaims;

/** Claims that wait, and the files to the benefit system and from it. */
@Controller
class ClaimListController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final WaitingClaims waiting;
    private final BenefitFiles files;
    private final Words words;
    private final Clock clock;

    ClaimListController(WaitingClaims waiting, BenefitFiles files, Words words, Clock clock) {
        this.waiting = waiting;
        this.files = files;
        this.words = words;
        this.clock = clock;
    }

    /** Without a choice: the claims that are still to be made, each day of which may cost a week. */
    @Needs(Permission.WORK_CASES)
    @GetMapping("/benefit/claims")
    String claims(@RequestParam(required = false) String waitsFor, Model model) {
        WaitingClaim.For what = Stream.of(WaitingClaim.For.values()).filter(each -> each.name().equals(waitsFor))
                .findFirst().orElse(WaitingClaim.For.CLAIM);
        List<WaitingClaim> claims = waiting.list(what);
        model.addAttribute("chosen", what);
        model.addAttribute("kinds", WaitingClaim.For.values());
        model.addAttribute("counts", waiting.counts());
        model.addAttribute("claims", claims);
        model.addAttribute("most", WaitingClaims.MOST);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("words", words);
        return "casepage/claims";
    }

    @Needs(Permission.EXCHANGE_CLAIMS)
    @GetMapping("/benefit/files")
    String list(Model model) {
        return list(model, TypedForm.empty());
    }

    private String list(Model model, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("files", files.latest());
        model.addAttribute("most", BenefitFiles.MOST_FILES);
        model.addAttribute("outcomes", BenefitFile.Outcome.values());
        model.addAttribute("words", words);
        return "casepage/benefit-files";
    }

    @Needs(Permission.EXCHANGE_CLAIMS)
    @PostMapping("/benefit/files/out")
    String handOver(RedirectAttributes redirect) {
        Long file = files.handOver();
        redirect.addFlashAttribute("confirmation", file == null
                ? "Every claim was handed over before and has not changed, so there is nothing new to hand over."
                : "The file is ready. Take it and put it where the benefit system reads it.");
        return file == null ? "redirect:/benefit/files" : "redirect:/benefit/files/" + file;
    }

    @Needs(Permission.EXCHANGE_CLAIMS)
    @PostMapping("/benefit/files/in")
    String takeIn(@RequestParam(required = false) MultipartFile file, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.empty();
        if (file == null || file.isEmpty()) {
            form.wrong("file", "Choose the file of the benefit system");
            return list(model, form);
        }
        try {
            long taken = files.takeIn(file.getBytes());
            redirect.addFlashAttribute("confirmation", "The file was read. This is what became of each line.");
            return "redirect:/benefit/files/" + taken;
        } catch (Unreadable wrong) {
            form.wrong("file", wrong.getMessage());
            return list(model, form);
        } catch (IOException broken) {
            throw new UncheckedIOException("An uploaded file could not be read", broken);
        }
    }

    @Needs(Permission.EXCHANGE_CLAIMS)
    @GetMapping("/benefit/files/{id}")
    String show(@PathVariable long id, Model model) {
        BenefitFile file = files.get(id);
        List<BenefitFile.Line> lines = files.lines(id);
        model.addAttribute("benefitFile", file);
        model.addAttribute("lines", lines);
        model.addAttribute("more", file.all() > lines.size());
        model.addAttribute("outcomes", BenefitFile.Outcome.values());
        model.addAttribute("words", words);
        return "casepage/benefit-file";
    }

    @Needs(Permission.EXCHANGE_CLAIMS)
    @GetMapping("/benefit/files/{id}/claims.csv")
    ResponseEntity<byte[]> download(@PathVariable long id) {
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("claims-" + id + ".csv").build().toString()).body(files.download(id));
    }
}
