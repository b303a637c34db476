package org.threshold.charge.web;

import static org.threshold.casefile.SpreadsheetText.safe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.charge.Money;
import org.threshold.charge.NotPossible;
import org.threshold.charge.PaymentFile.Refused;
import org.threshold.charge.PaymentFiles;
import org.threshold.charge.Pounds;

/** Brings in files of payments, and shows what became of each. */
@Controller
@Needs(Permission.IMPORT_PAYMENTS)
@RequestMapping("/payments")
class PaymentsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    /** So that a spreadsheet knows that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private final PaymentFiles files;
    private final People people;

    PaymentsController(PaymentFiles files, People people) {
        this.files = files;
        this.people = people;
    }

    @GetMapping
    String list(Model model) {
        return list(model, Map.of(), null, null);
    }

    private String list(Model model, Map<String, String> typed, String at, String problem) {
        model.addAttribute("files", files.latest());
        model.addAttribute("typed", typed);
        model.addAttribute("wrongAt", at);
        model.addAttribute("problem", problem);
        model.addAttribute("people", people);
        model.addAttribute("most", PaymentFiles.MOST_SHOWN);
        return "charge/payments";
    }

    @PostMapping
    String take(@RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "") String number,
                @RequestParam(defaultValue = "") String total, Model model) {
        Map<String, String> typed = Map.of("number", number, "total", total);
        if (file == null || file.isEmpty()) {
            return list(model, typed, "file", "Choose the file of payments");
        }
        if (!number.strip().matches("[0-9]{0,6}")) {
            return list(model, typed, "number", "Enter how many payments the file holds, like 120, or leave it empty");
        }
        Long pence = null;
        try {
            pence = total.isBlank() ? null : Long.valueOf(Money.pence(total));
        } catch (IllegalArgumentException wrong) {
            return list(model, typed, "total", wrong.getMessage() + ", or leave it empty");
        }
        try {
            Integer count = number.isBlank() ? null : Integer.valueOf(number.strip());
            return "redirect:/payments/" + files.take(file.getOriginalFilename(), file.getBytes(),
                    new PaymentFiles.Control(count, pence));
        } catch (NotPossible refused) {
            return list(model, typed, "file", refused.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException("An uploaded file could not be read", broken);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("one", files.get(id));
        model.addAttribute("refused", files.refused(id));
        model.addAttribute("pounds", new Pounds());
        model.addAttribute("people", people);
        model.addAttribute("most", PaymentFiles.MOST_SHOWN);
        return "charge/payment-file";
    }

    @GetMapping("/{id}/refused.csv")
    ResponseEntity<byte[]> refused(@PathVariable long id) {
        byte[] content = content(files.takeRefused(id));
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition
                .attachment().filename("payments-" + id + "-not-posted.csv").build().toString()).body(content);
    }

    private static byte[] content(List<Refused> those) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord("line", "payment_id", "account", "amount", "why");
            for (Refused each : those) {
                printer.printRecord(each.line(), safe(each.paymentId()), safe(each.account()), safe(each.amount()),
                        safe(each.why()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
