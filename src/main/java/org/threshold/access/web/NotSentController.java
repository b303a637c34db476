package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.FormPages;
import org.threshold.access.KeptForm;
import org.threshold.access.KeptForms;
import org.threshold.access.Needs;
import org.threshold.access.Permission;

/** What was typed when the session had ended, for its owner to send or to leave. Nothing is ever sent by itself. */
@Controller
@Needs(Permission.USE_OWN_ACCOUNT)
class NotSentController {

    private final Unsent unsent;
    private final CurrentOfficer current;
    private final List<FormPages> rooms;

    NotSentController(Unsent unsent, CurrentOfficer current, List<FormPages> rooms) {
        this.unsent = unsent;
        this.current = current;
        this.rooms = rooms;
    }

    /** One answer as it was typed, under a name that can be read. */
    public record Typed(String name, String value) {
    }

    /** One field as it is sent. */
    public record Field(String name, String value) {
    }

    @GetMapping(Unsent.PATH + "/{id}")
    String show(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        KeptForm form = unsent.of(id, current.get().username(), request.getSession(false)).orElse(null);
        if (form == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("minutes", KeptForms.LIFE.toMinutes());
            return "access/not-kept";
        }
        Optional<String> page = rooms.stream().flatMap(room -> room.pageOf(form.path()).stream()).findFirst();
        if (page.isPresent()) {
            request.setAttribute(KeptForm.ATTRIBUTE, form);
            return "forward:" + page.get();
        }
        model.addAttribute("form", form);
        model.addAttribute("typed", typed(form));
        model.addAttribute("fields", fields(form));
        return "access/not-sent";
    }

    @PostMapping(Unsent.PATH + "/{id}/leave")
    String leave(@PathVariable String id, HttpSession session, RedirectAttributes flash) {
        unsent.forget(id, session);
        flash.addFlashAttribute("confirmation", "Nothing was sent, and what you typed is not kept any more.");
        return "redirect:/";
    }

    private static List<Typed> typed(KeptForm form) {
        return fields(form).stream().filter(field -> !field.name().startsWith("_") && !field.value().isBlank())
                .map(field -> new Typed(words(field.name()), field.value())).toList();
    }

    private static List<Field> fields(KeptForm form) {
        List<Field> fields = new ArrayList<>();
        form.fields().forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
        return fields;
    }

    /** 'worksForAuthority' and 'day-of-birth' as words. */
    private static String words(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[-_.\\[\\]]+", " ").strip()
                .toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? name : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
