package org.threshold.caseload.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.caseload.CaseloadImport;
import org.threshold.caseload.Caseloads;
import org.threshold.caseload.DateOrder;
import org.threshold.caseload.Remark;
import org.threshold.caseload.Sheet;
import org.threshold.homelessness.NotPossible;

/** Brings over a caseload: upload, what the check says, how far it has come. Works without JavaScript. */
@Controller
@Needs(Permission.IMPORT_CASELOAD)
@RequestMapping("/administration/caseload")
class CaseloadController {

    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);

    private final Caseloads caseloads;
    private final People people;
    private final CaseloadWords words;

    CaseloadController(Caseloads caseloads, People people, CaseloadWords words) {
        this.caseloads = caseloads;
        this.people = people;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        return list(model, null);
    }

    private String list(Model model, String problem) {
        model.addAttribute("imports", caseloads.latest());
        model.addAttribute("sheets", Sheet.values());
        model.addAttribute("orders", DateOrder.values());
        model.addAttribute("problem", problem);
        model.addAttribute("words", words);
        model.addAttribute("people", people);
        return "caseload/list";
    }

    @PostMapping
    String check(@RequestParam Map<String, MultipartFile> uploaded, @RequestParam(required = false) String dates,
                 Model model) {
        Map<Sheet, byte[]> files = files(uploaded);
        Optional<DateOrder> order = Stream.of(DateOrder.values()).filter(each -> each.name().equals(dates)).findFirst();
        if (files.isEmpty() || order.isEmpty()) {
            return list(model, files.isEmpty() ? "Choose at least the file cases.csv"
                    : "Select how days are written in the files");
        }
        return "redirect:/administration/caseload/" + caseloads.check(order.get(), files);
    }

    private static Map<Sheet, byte[]> files(Map<String, MultipartFile> uploaded) {
        Map<Sheet, byte[]> files = new EnumMap<>(Sheet.class);
        for (Sheet sheet : Sheet.values()) {
            MultipartFile file = uploaded.get(sheet.name());
            if (file != null && !file.isEmpty()) {
                try {
                    files.put(sheet, file.getBytes());
                } catch (IOException broken) {
                    throw new UncheckedIOException("An uploaded file could not be read", broken);
                }
            }
        }
        return files;
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        CaseloadImport one = caseloads.get(id);
        model.addAttribute("one", one);
        model.addAttribute("report", caseloads.report(id));
        List<Remark> remarks = caseloads.someRemarks(id);
        model.addAttribute("refused", remarks.stream().filter(Remark::refused).toList());
        model.addAttribute("mentioned", remarks.stream().filter(remark -> !remark.refused()).toList());
        model.addAttribute("mostShown", Caseloads.MOST_REMARKS_SHOWN);
        model.addAttribute("words", words);
        model.addAttribute("people", people);
        return "caseload/import";
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable long id, RedirectAttributes redirect) {
        try {
            caseloads.bringOver(id);
        } catch (NotPossible refused) {
            redirect.addFlashAttribute("refusal", refused.getMessage());
        }
        return "redirect:/administration/caseload/" + id;
    }

    @PostMapping("/{id}/stop")
    String stop(@PathVariable long id, RedirectAttributes redirect) {
        caseloads.stop(id);
        redirect.addFlashAttribute("confirmation", "It stops after the households that are being brought over now."
                + " You can go on at any time.");
        return "redirect:/administration/caseload/" + id;
    }

    @GetMapping("/{id}/remarks.csv")
    ResponseEntity<byte[]> remarks(@PathVariable long id) {
        List<Remark> remarks = caseloads.allRemarks(id);
        byte[] content = RemarksFile.of(remarks);
        caseloads.remarksTaken(id, remarks.size(), content);
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition
                .attachment().filename("caseload-" + id + "-remarks.csv").build().toString()).body(content);
    }

    /** An empty file to fill in: its headings. */
    @GetMapping("/templates/{name}")
    ResponseEntity<byte[]> template(@PathVariable String name) {
        caseloads.latest();
        Sheet sheet = Stream.of(Sheet.values()).filter(each -> each.fileName().equals(name)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition
                .attachment().filename(name).build().toString()).body(RemarksFile.headings(sheet));
    }
}
