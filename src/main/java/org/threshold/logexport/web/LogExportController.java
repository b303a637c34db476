package org.threshold.logexport.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.logexport.Alike;
import org.threshold.logexport.LogExports;
import org.threshold.logexport.LogFile;
import org.threshold.logexport.LogFormat;

/** Asks for a part of the service's log, says how much it would be, and hands the file over. Numbers only. */
@Controller
@RequestMapping("/event-logs/export")
@Needs(Permission.EXPORT_LOG)
class LogExportController {

    private final LogExports exports;
    private final Clock clock;

    LogExportController(LogExports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam(required = false) String first, @RequestParam(defaultValue = "") String last,
                @RequestParam(defaultValue = "") String alike, HttpServletResponse response, Model model) {
        LogExportForm form = first == null ? LogExportForm.empty(LocalDate.now(clock))
                : LogExportForm.of(first, last, alike);
        return show(form, response, model);
    }

    /** The file, whole: it was written and audited before the first byte of it goes out. */
    @PostMapping("/{format}")
    String take(@PathVariable String format, @RequestParam(defaultValue = "") String first,
                @RequestParam(defaultValue = "") String last, @RequestParam(defaultValue = "") String alike,
                HttpServletResponse response, Model model) throws IOException {
        LogFormat chosen = parse(format);
        LogExportForm form = LogExportForm.of(first, last, alike);
        if (form.question() == null) {
            return show(form, response, model);
        }
        try (LogFile file = exports.take(form.question(), chosen)) {
            response.setContentType(chosen.mediaType());
            response.setContentLengthLong(file.size());
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                    .filename(file.name()).build().toString());
            file.writeTo(response.getOutputStream());
        }
        return null;
    }

    /** After signing in again the browser comes back by GET: nothing is taken unasked. */
    @GetMapping("/{format}")
    String back(@PathVariable String format) {
        parse(format);
        return "redirect:/event-logs/export";
    }

    private String show(LogExportForm form, HttpServletResponse response, Model model) {
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("form", form);
        model.addAttribute("rules", Alike.values());
        model.addAttribute("fewest", Alike.FEWEST);
        model.addAttribute("formats", LogFormat.values());
        model.addAttribute("counts", form.question() == null ? null : exports.preview(form.question()));
        return "logexport/export";
    }

    private static LogFormat parse(String text) {
        for (LogFormat format : LogFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return format;
            }
        }
        throw new NoSuchElementException("There is no such format");
    }
}
