package org.threshold.eventlog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.eventlog.EventLogs;
import org.threshold.eventlog.LogAnalysis;
import org.threshold.eventlog.LogRefused;
import org.threshold.eventlog.LogsBusy;

/** Analyses an event log that somebody chooses, and shows what it says. Nothing is kept. Works without JavaScript. */
@Controller
@Needs(Permission.ANALYSE_LOGS)
@RequestMapping(EventLogController.PATH)
class EventLogController {

    static final String PATH = "/event-logs";

    private final EventLogs logs;

    EventLogController(EventLogs logs) {
        this.logs = logs;
    }

    @GetMapping
    String ask(Model model) {
        return form(model, MappingFields.empty(), Map.of());
    }

    private static String form(Model model, MappingFields fields, Map<String, String> errors) {
        model.addAttribute("typed", fields.getTyped());
        model.addAttribute("errors", errors);
        model.addAttribute("largest", EventLogs.LARGEST_FILE / 1024 / 1024);
        return "eventlog/ask";
    }

    @PostMapping
    String analyse(@RequestParam(required = false) MultipartFile file, HttpServletRequest request, Model model)
            throws IOException {
        MappingFields fields = MappingFields.of(request::getParameter);
        Map<String, String> errors = new LinkedHashMap<>();
        if (file == null || file.isEmpty()) {
            errors.put("file", "Choose the log");
        }
        errors.putAll(fields.getErrors());
        if (!errors.isEmpty()) {
            return form(model, fields, errors);
        }
        try {
            return result(model, file.getOriginalFilename(), logs.analyse(file.getInputStream(), fields.mapping()));
        } catch (LogRefused | LogsBusy refused) {
            return form(model, fields, Map.of("file", refused.getMessage()));
        }
    }

    private static String result(Model model, String name, LogAnalysis found) {
        model.addAttribute("name", name);
        model.addAttribute("found", found);
        model.addAttribute("words", new LogWords());
        return "eventlog/result";
    }
}
